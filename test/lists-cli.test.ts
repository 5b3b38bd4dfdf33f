// Lists on the command line, in real processes with a home on the disk: what a user types and what a user sees.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliResult, interdict } from './support/run-cli.ts';

const SHARED = fileURLToPath(new URL('../../shared/lists/', import.meta.url));
const isSharedHere = existsSync(SHARED);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** The BIS list is the simplest official one: a header and a row a party. */
function deniedPersons(count: number): string {
  const header =
    'Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order\tLast_Update\tAction\tFR_Citation\n';
  const row = (_: unknown, index: number) =>
    `EXAMPLE ${index}\t\t\t\tUS\t\t08/24/2022\t\tY\t\t\t87 F.R. ${index}\n`;
  return header + Array.from({ length: count }, row).join('');
}

/** Writes a file below the folder that commands run in; gives its name. */
async function write(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return name;
}

/** The errors as printed, without the blank lines around them. */
function errorIn({ stderr }: CliResult): string {
  return stderr.trim();
}

describe('`interdict lists` in a new home', () => {
  it('says what is missing and what to do', async () => {
    const home = join(folder, 'new');
    const { code, stdout, stderr } = await interdict(home, 'lists', 'status');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('us_ofac_sdn        –                        missing');
    expect(stdout).toContain('→ interdict lists update, or interdict lists add FILE');
    expect((await interdict(home, 'lists', 'history')).stdout).toContain('No list is stored yet.');
  });

  it('answers in JSON and nothing else', async () => {
    const { stdout, stderr } = await interdict(
      join(folder, 'new'),
      'lists',
      'status',
      '--json',
      '--as-of',
      '2023-03-28',
    );
    expect(stderr).toBe('');
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ asOf: '2023-03-28', profile: 'default' });
    expect(answer.lists[0]).toEqual({
      dataset: 'us_ofac_sdn',
      state: 'missing',
      required: true,
      isOwn: false,
      title: 'OFAC Specially Designated Nationals and Blocked Persons List',
      versions: 0,
      held: [],
    });
    // Before 28 January 2026 the UK's former list would have served, but none is there.
    expect(answer.lists.map((list: { dataset: string }) => list.dataset)).toContain('gb_fcdo_sanctions');
  });

  it.each([
    ['an unknown option', ['lists', 'add', 'x', '--publised', '2023-01-01'], 'did you mean --published?'],
    [
      'a day that is none',
      ['lists', 'add', 'x', '--published', '2023-02-30'],
      'Write the day as YYYY-MM-DD.',
    ],
    ['no command', ['lists'], 'Usage: interdict lists'],
    ['a list that is not named', ['lists', 'diff'], "missing required argument 'dataset'"],
  ])('ends with 2 for %s', async (_, args, words) => {
    const { code, stdout, stderr } = await interdict(join(folder, 'new'), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.toLowerCase()).toContain(words.toLowerCase());
  });

  it('ends with 1 and the code for a list that is not stored, and a configuration that is wrong', async () => {
    const home = join(folder, 'new');
    const diff = await interdict(home, 'lists', 'diff', 'us_ofac_sdn');
    expect(diff.code).toBe(1);
    expect(errorIn(diff)).toBe(
      'error LIST_NOT_STORED  No version of us_ofac_sdn is stored.\n' +
        '  → Add one with `interdict lists add` or `interdict lists update`.',
    );
    await write('new/config.yml', 'profiles:\n  mine:\n    requirse: [eu_fsf]\n');
    const status = await interdict(home, 'lists', 'status');
    expect(status.code).toBe(1);
    expect(errorIn(status)).toBe(
      [
        'error CONFIG_INVALID  There is no setting "requirse" here; there are title,',
        '  requires, maxAgeDays, policy.',
        '  at new/config.yml:3:5 (profiles.mine)',
        '  → Correct the setting at the place named.',
      ].join('\n'),
    );
  });
});

describe('a list that is refused', () => {
  const status = async () =>
    JSON.parse((await interdict(join(folder, 'home'), 'lists', 'history', '--json')).stdout);

  beforeAll(async () => {
    const path = await write('good/dpl.txt', deniedPersons(20));
    const { code } = await interdict(join(folder, 'home'), 'lists', 'add', path, '--published', '2024-01-01');
    expect(code).toBe(0);
  });

  it.each([
    [
      'empty.txt',
      '',
      'error LIST_EMPTY  empty.txt holds no bytes.\n  at bad/empty.txt\n  → Fetch the file again. The version in use stays in use.',
    ],
    [
      'page.txt',
      '<!DOCTYPE html>\n<html><head><title>Moved</title></head></html>\n',
      'error LIST_WRONG_FORMAT  page.txt is a web page, not a list.\n  at bad/page.txt\n  → Check the address: publishers answer with a web page when a file has moved.\n    The version in use stays in use.',
    ],
    [
      'cut.txt.gz',
      gzipSync(deniedPersons(2000)).subarray(0, 3000),
      'error LIST_TRUNCATED  cut.txt.gz cannot be unpacked to its end: unexpected end\n  of file.\n  at bad/cut.txt.gz\n  → Fetch the file again. The version in use stays in use.',
    ],
    [
      'cut.txt',
      deniedPersons(20).slice(0, -30),
      'error LIST_TRUNCATED  cut.txt, line 21: the last row has 5 of 12 columns; the\n  file was cut.\n  at bad/cut.txt\n  → Fetch the file again. The version in use stays in use.',
    ],
    [
      'notes.txt',
      'Dear colleague,\nplease find the list attached.\n',
      'error LIST_FORMAT_UNKNOWN  notes.txt is of no list format that is known; it\n  begins with "Dear colleague, please find the list attached. ".\n  at bad/notes.txt\n  → Check that the file is an official list and not a web page or an archive of\n    several; for a list of your own, describe its columns with --map.',
    ],
  ])('%s says why, and the version in use stays in use', async (name, content, message) => {
    const before = await status();
    const path = await write(`bad/${name}`, content);
    const result = await interdict(join(folder, 'home'), 'lists', 'add', path, '--published', '2024-02-02');
    expect(result.code).toBe(1);
    expect(result.stdout).toBe('');
    expect(errorIn(result)).toBe(message);
    expect(await status()).toEqual(before);
  });

  it('without a day says how to give it', async () => {
    const result = await interdict(
      join(folder, 'home'),
      'lists',
      'add',
      await write('undated/dpl.txt', deniedPersons(21)),
    );
    expect(result.code).toBe(1);
    expect(errorIn(result)).toBe(
      'error LIST_DATE_MISSING  undated/dpl.txt does not say when it was published.\n  → Give the date with --published YYYY-MM-DD.',
    );
  });

  it('for being told to hold it is held, and serves after it was confirmed', async () => {
    const home = join(folder, 'held-home');
    const path = await write('own/house.csv', Buffer.from('Name\nKonrad Neuhaus\n'));
    const options = ['--dataset', 'house_list', '--published', '2024-05-01'];
    const add = await interdict(home, 'lists', 'add', path, ...options, '--hold');
    expect(add.code).toBe(1);
    expect(errorIn(add)).toContain('error LIST_HELD  house_list of 2024-05-01 is held back');
    const again = await interdict(home, 'lists', 'add', path, ...options);
    expect(errorIn(again)).toContain('error LIST_HELD');
    expect((await interdict(home, 'lists', 'confirm', 'house_list')).code).toBe(0);
    const status = await interdict(home, 'lists', 'status', '--json');
    expect(JSON.parse(status.stdout).lists).toContainEqual(
      expect.objectContaining({ dataset: 'house_list', isOwn: true, entities: 1, held: [] }),
    );
  });

  it('for having shrunk is held, and serves after it was confirmed', async () => {
    const home = join(folder, 'home');
    const path = await write('small/dpl.txt', deniedPersons(17));
    const add = await interdict(home, 'lists', 'add', path, '--published', '2024-03-03');
    expect(add.code).toBe(1);
    expect(add.stdout).toContain('us_bis_denied  2024-03-03       17        0  HELD BACK');
    expect(errorIn(add)).toBe(
      [
        'error LIST_SHRUNK  us_bis_denied of 2024-03-03 has only 17 parties after 20 on',
        '  2024-01-01; it is held back.',
        '  → Look at `interdict lists diff`; if the publisher did remove them, run',
        '    `interdict lists confirm`.',
      ].join('\n'),
    );
    expect((await interdict(home, 'lists', 'status')).stdout).toContain(
      'is held back: see interdict lists diff',
    );
    expect((await interdict(home, 'lists', 'diff', 'us_bis_denied')).stdout).toContain(
      'none added, 3 removed, none changed',
    );
    const inForce = async () => {
      const { lists } = JSON.parse((await interdict(home, 'lists', 'status', '--json')).stdout);
      return lists.find((list: { dataset: string }) => list.dataset === 'us_bis_denied').published;
    };
    expect(await inForce()).toBe('2024-01-01');
    const confirm = await interdict(home, 'lists', 'confirm', 'us_bis_denied');
    expect(confirm).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^us_bis_denied of 2024-03-03 .* is in use now\.\n$/u),
    });
    expect(await inForce()).toBe('2024-03-03');
    const remove = await interdict(home, 'lists', 'remove', 'us_bis_denied', '2024-03-03');
    expect(remove.stdout).toContain('was removed.');
    expect(await inForce()).toBe('2024-01-01');
  });
});

describe('two processes that add the same lists at once', () => {
  it('both succeed, and each version is there once and whole', async () => {
    const home = join(folder, 'twice');
    for (const day of ['2024-01-01', '2024-02-02', '2024-03-03'])
      await write(`twice-lists/dpl-${day}/dpl.txt`, deniedPersons(200 + Number(day.slice(5, 7))));
    const add = () => interdict(home, 'lists', 'add', join(folder, 'twice-lists'));
    for (const { code, stderr } of await Promise.all([add(), add(), add()]))
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const history = JSON.parse((await interdict(home, 'lists', 'history', 'us_bis_denied', '--json')).stdout);
    expect(history.map((version: { entities: number }) => version.entities)).toEqual([201, 202, 203]);
    expect((await interdict(home, 'lists', 'diff', 'us_bis_denied')).stdout).toContain(
      '1 added, none removed, none changed',
    );
    const again = await add();
    expect(again.stdout.match(/already stored/gu)).toHaveLength(3);
  });
});

describe.skipIf(!isSharedHere)('the real lists (left out without ../shared)', () => {
  let home: string;
  let added: CliResult;
  beforeAll(async () => {
    home = join(folder, 'real');
    added = await interdict(home, 'lists', 'add', SHARED);
  }, 300_000);

  it('are added in one command, and what cannot be is named', async () => {
    expect(added.code).toBe(1);
    for (const row of [
      'us_ofac_sdn +2023-03-28 +11,986',
      'us_ofac_sdn +2023-03-30 +11,964',
      'us_ofac_sdn +2023-12-28 +13,821',
      'un_sc_sanctions +2026-04-17 +1,005',
      'gb_hmt_sanctions +2025-04-10 +4,686',
      'us_ofac_cons +2025-03-28 +443',
    ])
      expect(added.stdout).toMatch(new RegExp(row, 'u'));
    expect(added.stdout).toMatch(
      /No lists, passed over: SHA256SUMS, SOURCES\.md, gleif-elf-codes-1\.4\.1\.csv,/u,
    );
    expect(added.stdout).toContain('ConList.xlsx');
    // Two lists of BIS, Canada's and the non-SDN list of December 2025 lie in folders that tell only a month.
    expect(added.stderr.match(/^error LIST_DATE_MISSING/gmu)).toHaveLength(4);
    expect(added.stderr.match(/^error /gmu)).toHaveLength(4);
  });

  it('differ between 28 and 30 March 2023 by one entry that came and 23 that went', async () => {
    const { code, stdout } = await interdict(
      home,
      'lists',
      'diff',
      'us_ofac_sdn',
      '--from',
      '2023-03-28',
      '--to',
      '2023-03-30',
    );
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[1]).toBe('1 added, 23 removed, none changed');
    expect(lines.filter((line) => /^ {2}\+/u.test(line))).toEqual([
      '  + 41736  Ashot MKRTYCHEV (person, DPRK)',
    ]);
    expect(lines.filter((line) => /^ {2}-/u.test(line))).toHaveLength(23);
    const json = await interdict(home, 'lists', 'diff', 'us_ofac_sdn', '--to', '2023-03-30', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      added: [{ recordId: '41736', caption: 'Ashot MKRTYCHEV', schema: 'Person', programs: ['DPRK'] }],
      changed: [],
      unchanged: 11_963,
    });
  });

  it('are in force on the day that is asked about', async () => {
    const sdn = async (asOf: string) => {
      const { stdout } = await interdict(home, 'lists', 'status', '--as-of', asOf, '--json');
      const { published, age_days, state } = JSON.parse(stdout).lists[0];
      return { published, age_days, state };
    };
    expect(await sdn('2023-03-27')).toEqual({ state: 'missing' });
    expect(await sdn('2023-03-29')).toEqual({ published: '2023-03-28', age_days: 0, state: 'fresh' });
    expect(await sdn('2023-03-30')).toEqual({ published: '2023-03-30', age_days: 0, state: 'fresh' });
    expect(await sdn('2024-01-05')).toEqual({ published: '2023-12-28', age_days: 8, state: 'stale' });
  });

  it('take the UK list that was closed in place of its successor before that day', async () => {
    const required = async (asOf: string) => {
      const { stdout } = await interdict(
        home,
        'lists',
        'status',
        '--profile',
        'uk',
        '--as-of',
        asOf,
        '--json',
      );
      return JSON.parse(stdout).lists[0];
    };
    expect(await required('2025-04-11')).toMatchObject({
      dataset: 'gb_hmt_sanctions',
      state: 'fresh',
      required: true,
    });
    expect(await required('2026-01-28')).toMatchObject({ dataset: 'gb_fcdo_sanctions', state: 'missing' });
  });

  it('are refused when a byte of the packing is wrong or the end is missing', async () => {
    const good = gunzipSync(await readFile(join(SHARED, 'ofac/sdn-2023-12-28/sdn.csv.gz')));
    await mkdir(join(folder, 'cut-ofac'));
    for (const part of ['alt.csv', 'add.csv.gz', 'sdn_comments.csv'])
      await cp(join(SHARED, 'ofac/sdn-2023-12-28', part), join(folder, 'cut-ofac', part));
    await write('cut-ofac/sdn.csv', good.subarray(0, 1_000_000));
    const cut = await interdict(home, 'lists', 'add', join(folder, 'cut-ofac'), '--published', '2024-01-01');
    expect(cut.code).toBe(1);
    expect(cut.stderr).toContain('error LIST_TRUNCATED  sdn.csv');
    expect((await interdict(home, 'lists', 'status')).stdout).toMatch(/us_ofac_sdn +2023-12-28/u);
  });

  it('are held when a list lost its aliases', async () => {
    const path = join(SHARED, 'ofac/sdn-2023-12-28/sdn.csv.gz');
    const alone = await interdict(home, 'lists', 'add', path, '--published', '2024-01-01');
    expect(alone.code).toBe(1);
    expect(alone.stderr.replace(/\s+/gu, ' ')).toMatch(
      /error LIST_SHRUNK us_ofac_sdn of 2024-01-01 has only 17,\d{3} names after 34,\d{3} on 2023-12-28; it is held back\./u,
    );
  });
});
