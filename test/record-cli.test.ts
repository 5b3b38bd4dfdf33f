// The record on the command line, in real processes with a home on the disk: what a user types and what a user sees.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Screening } from '../src/model/screening.ts';
import { postgresFolder, TestPostgres } from './support/postgres.ts';
import { interdict } from './support/run-cli.ts';

const STARTER = fileURLToPath(new URL('../data/starter/', import.meta.url));

let folder: string;
let home: string;
/** The first screening as it was answered. */
let answer: Screening;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-record-cli-'));
  home = join(folder, 'home');
  await interdict(home, 'lists', 'add', STARTER);
  const { stdout } = await interdict(
    home,
    'screen',
    'Ashot Mkrtchyev',
    '--nationality',
    'sk',
    '--schema',
    'Person',
    '--json',
  );
  answer = JSON.parse(stdout) as Screening;
  await interdict(home, 'screen', 'Nobody Atall');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

describe('`interdict record`', () => {
  it('lists what was asked, latest first', async () => {
    const { code, stdout } = await interdict(home, 'record', 'list');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^ {2,}2 .+screening .+Nobody Atall .+undetermined$/u);
    expect(lines[2]).toMatch(/^ {2,}1 .+screening .+Ashot Mkrtchyev .+stop$/u);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('shows an entry as it was answered, to people and to programs', async () => {
    const { stdout } = await interdict(home, 'record', 'show', '1');
    expect(stdout).toContain('STOP  Ashot Mkrtchyev');
    expect(stdout).toContain(answer.lists[0]!.version!.slice(0, 40));
    const json = await interdict(home, 'record', 'show', answer.id, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ seq: 1, content: { answer } });
  });

  it('says so where there is no such entry', async () => {
    const { code, stderr } = await interdict(home, 'record', 'show', '99');
    expect(code).toBe(1);
    expect(stderr).toContain('RECORD_UNKNOWN');
  });

  it('repeats a screening, and says that the answer is the same', async () => {
    const { code, stdout } = await interdict(home, 'record', 'rerun', answer.id);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `✓ The same answer, byte for byte.  ${answer.id}\n`,
    });
  });

  it('verifies, and prints a head that verifies', async () => {
    const head = await interdict(home, 'record', 'head');
    expect(head.stdout).toMatch(/^2:[0-9a-f]{64}\n$/u);
    await writeFile(join(folder, 'head.txt'), head.stdout);
    const { code, stdout } = await interdict(home, 'record', 'verify', '--anchor', 'head.txt');
    expect(code).toBe(0);
    expect(stdout).toContain('✓ The record is whole.  2 entries verified.');
    expect(stdout).toContain(head.stdout.trim());
    const wrong = await interdict(home, 'record', 'verify', '--anchor', `2:${'0'.repeat(64)}`, '--json');
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ ok: false, entries: 2, problems: [{ seq: 2 }] });
    const unreadable = await interdict(home, 'record', 'verify', '--anchor', 'nothing.txt');
    expect(unreadable.stderr).toContain('QUERY_INVALID');
  });

  it('finds an older copy by the head that was noted', async () => {
    const copy = join(folder, 'copy');
    await cp(home, copy, { recursive: true });
    await interdict(home, 'screen', 'Somebody Later');
    const { stdout: head } = await interdict(home, 'record', 'head');
    expect((await interdict(copy, 'record', 'verify')).code).toBe(0);
    const { code, stdout } = await interdict(copy, 'record', 'verify', '--anchor', head.trim());
    expect(code).toBe(1);
    expect(stdout).toContain('The record ends before entry 3, which was noted as its head.');
  });

  it('says what was changed, with exit code 1', async () => {
    const copy = join(folder, 'changed');
    await cp(home, copy, { recursive: true });
    const database = new Database(join(copy, 'interdict.db'));
    database.exec(
      "update record_payload set content = replace(content, 'undetermined', 'clear') where seq = 2",
    );
    database.close();
    const { code, stdout } = await interdict(copy, 'record', 'verify');
    expect(code).toBe(1);
    expect(stdout).toContain('✗ The record was changed.');
    expect(stdout).toMatch(/2 {2}What was asked and answered does not agree with its hash/u);
  });

  it('deletes contents by policy, and only with a reason', async () => {
    const copy = join(folder, 'forgetting');
    await cp(home, copy, { recursive: true });
    expect((await interdict(copy, 'record', 'forget', '1')).code).toBe(2);
    expect((await interdict(copy, 'record', 'forget', '--reason', 'x')).stderr).toContain('QUERY_INVALID');
    const { code, stdout } = await interdict(
      copy,
      'record',
      'forget',
      '1',
      '--reason',
      'asked to',
      '--by',
      'Bob',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'The content of 1 entry was deleted.\n' });
    const list = await interdict(copy, 'record', 'list');
    expect(list.stdout).toContain('asked to');
    expect(list.stdout).not.toContain('Mkrtchyev');
    const verified = await interdict(copy, 'record', 'verify');
    expect(verified.stdout).toContain('1 of them without content');
    expect((await interdict(copy, 'record', 'rerun', '1')).stderr).toContain('RECORD_FORGOTTEN');
  });
});

describe('`interdict report`', () => {
  it('writes HTML or PDF, and replaces nothing unless it is told to', async () => {
    const html = await interdict(home, 'report', answer.id, '-o', 'report.html');
    expect({ code: html.code, stdout: html.stdout }).toEqual({
      code: 0,
      stdout: 'report.html is written.\n',
    });
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Ashot Mkrtchyev');
    const again = await interdict(home, 'report', '1', '-o', 'report.html');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('it is there already');
    expect((await interdict(home, 'report', '1', '-o', 'report.html', '--force')).code).toBe(0);
    expect((await interdict(home, 'report', '1', '-o', 'report.pdf')).code).toBe(0);
    expect((await readFile(join(folder, 'report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await interdict(home, 'report', '1', '-o', 'report.docx')).code).toBe(2);
  });
});

const binaries = postgresFolder();
const name = binaries ? 'PostgreSQL' : 'PostgreSQL (left out: it is not installed)';
describe.skipIf(!binaries)(`everything that is kept, on ${name}`, () => {
  let postgres: TestPostgres;
  let onPostgres: string;
  beforeAll(async () => {
    postgres = await TestPostgres.start(binaries!);
    onPostgres = join(folder, 'home-on-postgres');
    vi.stubEnv('DATABASE_URL', await postgres.database());
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await postgres.stop();
  });

  it('is kept there, and not in a file', async () => {
    const report = fileURLToPath(
      new URL('../examples/reports/2023-03-31-quayside-courier.txt', import.meta.url),
    );
    const said = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await interdict(onPostgres, ...args);
      expect([0, 10, 20, 30], `${args.join(' ')}: ${stderr}`).toContain(code);
      return stdout;
    };
    await said('lists', 'add', STARTER);
    const first = JSON.parse(
      await said('screen', 'Ashot Mkrtchyev', '--nationality', 'sk', '--json'),
    ) as Screening;
    await said('read', report, '--json');
    const party = first.results[0]!.id;
    const about = await said('claims', '--about', party, '--json');
    expect(about).toContain('"claims"');
    await said('keys', 'create', 'desk');
    expect(await said('keys', 'list')).toContain('desk');
    expect(await said('record', 'rerun', first.id)).toContain('✓ The same answer');
    const kinds = JSON.parse(await said('record', 'list', '--json')) as { kind: string }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(['reading', 'screening']);
    expect(await said('record', 'forget', '1', '--reason', 'test')).toContain('1 entry');
    expect(await said('record', 'verify')).toContain('✓ The record is whole.  3 entries verified');
    expect(existsSync(join(onPostgres, 'interdict.db'))).toBe(false);
  });
});
