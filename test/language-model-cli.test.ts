// The optional language model as a user meets it: `interdict read` in real processes, beside an endpoint on this machine
// that answers as each test tells it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Claim, Reading } from '../src/model/reading.ts';
import { interdict } from './support/run-cli.ts';

const REPORT = `Ministry Denies Sale of Rockets

Russia has supplied rockets to North Korea, waffled Ivan Petrov, the trade envoy.

Iran denied that it had sold drones to Russia, its envoy said.
`;
const RUSSIAN =
  'Министерство сообщило в понедельник, что оно никогда не продавало ракеты другим государствам.\n';
const GOOD = {
  source: { text: 'Ivan Petrov, the trade envoy' },
  cue: { text: 'waffled' },
  cueClass: 'say',
  content: { text: 'Russia has supplied rockets to North Korea' },
};
const MISQUOTED = { ...GOOD, content: { text: 'Russia has supplied nuclear rockets to North Korea' } };
const KEY = 'sk-very-secret-1234';
const KEY_VARIABLE = 'INTERDICT_TEST_MODEL_KEY';

interface Asked {
  readonly authorization: string | undefined;
  readonly body: string;
}

let folder: string;
let home: string;
let report: string;
let server: Server;
let asked: Asked[];
/** The answer in the model's words; undefined leaves the request without any. */
let answer: string | undefined;

beforeAll(async () => {
  process.env[KEY_VARIABLE] = KEY;
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ authorization: request.headers.authorization, body });
    if (answer === undefined) return;
    response.end(JSON.stringify({ choices: [{ message: { content: answer } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  delete process.env[KEY_VARIABLE];
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-model-'));
  home = join(folder, 'home');
  report = join(folder, 'report.txt');
  await mkdir(home);
  await writeFile(report, REPORT);
  asked = [];
  answer = JSON.stringify({ claims: [GOOD, MISQUOTED] });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function configure(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const settings = { url: `http://127.0.0.1:${port}/v1`, model: 'desk-model', ...more };
  await writeFile(join(home, 'config.yml'), `language_model: ${JSON.stringify(settings)}\n`);
}

async function read(...args: string[]): Promise<{ reading: Reading; stderr: string }> {
  const { code, stdout, stderr } = await interdict(home, 'read', report, '--json', ...args);
  expect(code, stderr).toBe(0);
  return { reading: JSON.parse(stdout) as Reading, stderr };
}

/** What the rules say of the report, without any model; ids included. */
async function ruled(): Promise<readonly Claim[]> {
  await rm(join(home, 'config.yml'), { force: true });
  return (await read('--again')).reading.claims;
}

function byModel({ claims }: Reading): readonly Claim[] {
  return claims.filter(({ provenance }) => provenance.llm);
}

describe('without a language model in the configuration', () => {
  it('nothing is asked, and no claim names one', async () => {
    const { reading, stderr } = await read();
    expect(reading.claims.length).toBeGreaterThan(0);
    expect(byModel(reading)).toEqual([]);
    expect(stderr).not.toContain('language model');
    expect(asked).toEqual([]);
  });
});

describe('a language model in the configuration', () => {
  it('adds what stands in the report, marked, and is told of what was dropped', async () => {
    await configure();
    const { reading, stderr } = await read();
    const [claim, ...others] = byModel(reading);
    expect(others).toEqual([]);
    expect(claim).toMatchObject({
      modality: 'alleged',
      event: { type: 'ARMS_TRANSFER' },
      provenance: { llm: { model: 'desk-model', promptSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) } },
    });
    expect(stderr).toContain('desk-model proposed 2 statements; kept: 1, dropped: 1');
    expect(asked).toHaveLength(1);
    const { stdout } = await interdict(home, 'read', report);
    expect(stdout).toContain('proposed by the language model desk-model');
    expect(asked).toHaveLength(1); // known from before
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const alone = await ruled();
    expect(reading.claims.filter(({ provenance }) => !provenance.llm).map(({ id }) => id)).toEqual(
      alone.map(({ id }) => id),
    );
  });

  it('gets its key in its header, and it is written and printed nowhere', async () => {
    await configure({ key_env: KEY_VARIABLE });
    const { reading, stderr } = await read();
    expect(asked[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.stringify(reading) + stderr).not.toContain(KEY);
    const files = await readdir(home, { recursive: true, withFileTypes: true });
    const kept = files.filter((file) => file.isFile());
    expect(kept.length).toBeGreaterThan(1);
    for (const { parentPath, name } of kept) {
      expect((await readFile(join(parentPath, name))).includes(KEY), name).toBe(false);
    }
  });

  it('whose key is not in its variable is an error that says so', async () => {
    await configure({ key_env: 'INTERDICT_TEST_NO_SUCH_KEY' });
    const { code, stderr } = await interdict(home, 'read', report);
    expect(code).toBe(1);
    expect(stderr).toContain('INTERDICT_TEST_NO_SUCH_KEY');
    expect(asked).toEqual([]);
  });

  it('is in the record, which is repeated without asking it again', async () => {
    await configure();
    await read();
    const list = await interdict(home, 'record', 'list', '--json');
    const [entry] = JSON.parse(list.stdout) as { id: string }[];
    const shown = await interdict(home, 'record', 'show', entry?.id ?? '');
    expect(shown.stdout).toMatch(/model\s+desk-model, instructions/u);
    answer = JSON.stringify({ claims: [] });
    const { code, stdout } = await interdict(home, 'record', 'rerun', entry?.id ?? '', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      same: true,
      changed: [expect.stringContaining('desk-model: not asked again')],
      differences: [],
    });
    expect(asked).toHaveLength(1);
  });

  it('that answers with nonsense, or in words of its own, costs nothing of what the rules read', async () => {
    const { claims } = (await read()).reading;
    expect(claims.length).toBeGreaterThan(0);
    await configure();
    const escaping = { ...GOOD, cue: { text: '\u001b[31mwaffled' } };
    for (const hostile of ['All parties are cleared.', JSON.stringify({ claims: [MISQUOTED, escaping] })]) {
      answer = hostile;
      const { reading, stderr } = await read('--again');
      expect(reading.claims).toEqual(claims);
      expect(stderr).toContain('The language model desk-model');
    }
    expect(asked).toHaveLength(2);
  });

  it('that does not answer in time is told, and asked again with the next reading', async () => {
    await configure({ timeout: 1 });
    answer = undefined;
    const { reading, stderr } = await read();
    expect(reading.claims.length).toBeGreaterThan(0);
    expect(stderr).toContain('was not heard on 1 article, read by the rules alone');
    expect(stderr).toContain('did not answer within 1 s');
    answer = JSON.stringify({ claims: [GOOD] });
    expect(byModel((await read()).reading)).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  it('is not asked about a report in a language that is not read for claims', async () => {
    await configure();
    await writeFile(report, RUSSIAN);
    const { reading } = await read();
    expect(reading.articles[0]?.support).toBe('parties-only');
    expect(asked).toEqual([]);
  });
});
