// `interdict read` on the starter lists: what a person sees, what a program gets, and what is said when nothing can be read.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../model/reading.ts';
import { run } from '../main.ts';
import { outputTo } from '../print/output.ts';

const STARTER = fileURLToPath(new URL('../../../data/starter/', import.meta.url));
const REPORT = `US Sanctions Slovak Trader

The US Treasury on Thursday sanctioned Ashot Mkrtychev, a Slovak national, for brokering an arms deal between North Korea and Russia.

North Korea denied that it had sold weapons to Russia, the envoy said.
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-read-'));
  const { code } = await interdict(['lists', 'add', STARTER]);
  expect(code).toBe(0);
  await writeFile(join(folder, 'report.txt'), REPORT);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function interdict(argv: readonly string[], input = '') {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => {
    const write = (text: string): void => {
      written[name] += text;
    };
    return outputTo({ write }, { NO_COLOR: '1' });
  };
  const code = await run(argv, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: output('stdout'),
    stderr: output('stderr'),
    clock: () => new Date('2026-11-22T12:00:00Z'),
    now: () => 0,
    env: {},
    home: join(folder, 'home'),
  });
  return { code, ...written };
}

describe('`interdict read`', () => {
  it('shows listed parties, claims with speaker and status, in 80 columns', async () => {
    const { code, stdout } = await interdict([
      'read',
      join(folder, 'report.txt'),
      '--published',
      '2023-03-31',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('✗ Ashot Mkrtychev');
    expect(stdout).toContain('us_ofac_sdn-41736');
    expect(stdout).toContain('■ official act  sanction designation');
    expect(stdout).toContain('✗ denied  arms transfer');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives the reading as JSON and nothing else; every span holds its own words', async () => {
    const { stdout, stderr } = await interdict(['read', join(folder, 'report.txt'), '--json']);
    const { articles, claims, mentions } = JSON.parse(stdout) as Reading;
    expect(stderr).toBe('');
    for (const { start, end, surface } of [
      ...claims.flatMap(({ content }) => content),
      ...mentions.flatMap(({ spans }) => spans),
    ])
      expect(articles[0]?.text.slice(start, end)).toBe(surface);
    expect(mentions.find(({ party }) => party)?.party?.id).toBe('us_ofac_sdn-41736');
  });

  it('reads the standard input', async () => {
    const { code, stdout } = await interdict(['read', '-'], REPORT.replace('Thursday', 'Friday'));
    expect(code).toBe(0);
    expect(stdout).toContain('US Sanctions Slovak Trader');
  });

  it('shows a script in a text as text, and no control sequence', async () => {
    const { stdout } = await interdict(
      ['read', '-'],
      `${REPORT}\n<script>alert(1)</script> said the \u001b[31mOFAC sanctioned Ivan Petrov.`,
    );
    expect(stdout).not.toContain('\u001b');
  });

  it('says why nothing was read', async () => {
    const missing = await interdict(['read', join(folder, 'none.txt')]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('FILE_UNREADABLE');
    const empty = await interdict(['read', '-'], '');
    expect(empty.code).toBe(1);
    expect(empty.stderr).toContain('ARTICLE_EMPTY');
    const nothing = await interdict(['read']);
    expect(nothing.stderr).toContain('Name a file, a folder, an address');
  });
});
