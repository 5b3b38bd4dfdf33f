// Reports and claims on the command line, in real processes with a home on the disk, on the starter lists and the
// example reports: what a user types and what a user sees.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim, Finding, Reading } from '../src/model/reading.ts';
import type { Screening } from '../src/model/screening.ts';
import { readingFromJsonLines } from '../src/news/export/json-lines.ts';
import { type CliResult, interdict } from './support/run-cli.ts';

const STARTER = fileURLToPath(new URL('../data/starter/', import.meta.url));
const REPORTS = fileURLToPath(new URL('../examples/reports/', import.meta.url));
/** Ashot Mkrtychev, listed by OFAC on 30 March 2023 and by others later. */
const PARTY = 'us_ofac_sdn-41736';

let folder: string;
let home: string;

async function run(...args: string[]): Promise<CliResult> {
  return await interdict(home, ...args);
}

async function json<Answer>(...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}

interface Answer {
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly articles: readonly { readonly id: string }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-claims-cli-'));
  home = join(folder, 'home');
  expect((await run('lists', 'add', STARTER)).code).toBe(0);
  expect((await run('read', REPORTS)).code).toBe(0);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

describe('`interdict claims`', () => {
  it('tells what reports say about a listed party, and marks the act that the list bears out', async () => {
    const { claims, articles } = await json<Answer>('claims', '--about', PARTY, '--json');
    expect(articles).toHaveLength(2);
    const designations = claims.filter(
      (claim) => claim.event.type === 'SANCTION_DESIGNATION' && claim.modality === 'official-act',
    );
    expect(designations.length).toBeGreaterThan(0);
    for (const { grade } of designations) {
      expect(`${grade.source}${grade.information}`).toBe('A1');
      expect(grade.why.join(' ')).toContain('2023-03-30');
    }
  });

  it('asks for the party under another of its listings as well', async () => {
    const ids = async (party: string) =>
      (await json<Answer>('claims', '--about', party, '--json')).claims.map((claim) => claim.id);
    expect(await ids('au_dfat_sanctions-7893')).toEqual(await ids(PARTY));
  });

  it('shows the headline that tells of an arrest as contradicted, with both sides, in 80 columns', async () => {
    const { code, stdout } = await run('claims', '--about', PARTY, '--contradictions');
    expect(code).toBe(0);
    expect(stdout).toContain('!! act type');
    expect(stdout).toContain('Washington Arrests Slovak Arms Broker');
    expect(stdout).toContain('The Treasury put Mkrtychev on its list');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is as wide as the terminal without --contradictions too, and names its sources', async () => {
    const { stdout } = await run('claims', '--about', PARTY);
    expect(stdout).toContain('■ official act  A1');
    expect(stdout).toMatch(/\[1\] The (?:Meridian Ledger|Quayside Courier)/u);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives JSON lines that come back as a reading, FollowTheMoney and ClaimReview', async () => {
    const lines = await run('claims', '--about', PARTY, '--jsonl');
    const reading: Reading = readingFromJsonLines(lines.stdout);
    const asked = await json<Answer>('claims', '--about', PARTY, '--json');
    expect(reading.claims).toEqual(asked.claims);
    for (const { article, start, end, surface } of reading.claims.flatMap((claim) => claim.content))
      expect(reading.articles.find(({ id }) => id === article)?.text.slice(start, end)).toBe(surface);
    const entities = (await run('claims', '--about', PARTY, '--ftm')).stdout.trim().split('\n');
    const schemata = new Set(entities.map((line) => (JSON.parse(line) as { schema: string }).schema));
    expect([...schemata]).toEqual(expect.arrayContaining(['Article', 'Mention', 'Note']));
    const reviews = (await run('claims', '--about', PARTY, '--claimreview')).stdout.trim().split('\n');
    for (const line of reviews) expect(JSON.parse(line)).toMatchObject({ '@type': 'ClaimReview' });
  });

  it('says what is missing when it is asked for nothing, or for what there is not', async () => {
    expect(await run('claims')).toMatchObject({ code: 1, stderr: expect.stringContaining('QUERY_INVALID') });
    const unknown = await run('claims', '--article', 'art-0');
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('ARTICLE_UNKNOWN') });
    expect((await run('claims', '--about', 'xx-0')).stdout).toContain('No claims.');
  });

  it('lists the articles that were read', async () => {
    const articles = await json<{ publisher: string; claims: number }[]>('claims', '--articles', '--json');
    expect(articles.map((article) => article.publisher).sort()).toEqual([
      'The Meridian Ledger',
      'The Quayside Courier',
    ]);
    expect((await run('claims', '--articles')).stdout).toContain('The Quayside Courier');
  });
});

describe('`interdict claims review`', () => {
  it('is kept when the same report is read anew, and a rejected claim is no longer shown beside the listing', async () => {
    const { claims } = await json<Answer>('claims', '--about', PARTY, '--json');
    const [claim] = claims.filter((one) => one.event.type === 'ARREST_DETENTION' || one.zone === 'body');
    const id = (claim as Claim).id;
    const shown = async (): Promise<readonly string[]> => {
      const { stdout } = await run('screen', 'Ashot Mkrtychev', '--json');
      return (JSON.parse(stdout) as Screening).results[0]?.claims ?? [];
    };
    expect(await shown()).toContain(id);
    const said = await run('claims', 'review', id, '--state', 'rejected', '--note', 'a slip', '--by', 'Ana');
    expect(said).toMatchObject({ code: 0, stdout: `${id} is rejected from now on.\n` });
    expect((await run('read', REPORTS, '--again')).code).toBe(0);
    const again = await json<Answer>('claims', '--about', PARTY, '--json');
    expect(again.claims.find((one) => one.id === id)?.review).toMatchObject({
      state: 'rejected',
      by: 'Ana',
      note: 'a slip',
    });
    expect(await shown()).not.toContain(id);
    const history = await json<{ state: string }[]>('claims', 'review', id, '--json');
    expect(history.map((review) => review.state)).toEqual(['rejected']);
    expect((await run('claims', '--stray')).stdout).toBe('Every review belongs to a claim.\n');
  });

  it('needs a claim that is there', async () => {
    const { code, stderr } = await run('claims', 'review', 'none', '--state', 'confirmed');
    expect(code).toBe(1);
    expect(stderr).toContain('CLAIM_UNKNOWN');
  });
});

describe('`interdict screen`', () => {
  it('shows what reports say beneath the listings', async () => {
    const { stdout } = await run('screen', 'Ashot Mkrtychev');
    expect(stdout).toContain('reports on Ashot MKRTYCHEV');
    expect(stdout).toContain('■ official act, sanction designation  A1');
  });
});

describe('`interdict read` of a folder', () => {
  it('goes on where it was, and names the file that holds no report', async () => {
    const reports = join(folder, 'reports');
    await mkdir(reports);
    await writeFile(
      join(reports, 'a.txt'),
      'The Treasury sanctioned Ivan Example on Monday.\n\nMore will follow.\n',
    );
    await writeFile(join(reports, 'b.txt'), 'Rain fell in Oslo on Tuesday, and nobody minded much.\n');
    await writeFile(join(reports, 'c.txt'), '... --- ...');
    const first = await run('read', reports);
    expect(first).toMatchObject({ code: 1 });
    expect(first.stderr).toContain('3 files: 2 read, 0 known from before, 1 not readable');
    expect(first.stderr).toContain('ARTICLE_EMPTY');
    expect((await run('read', reports)).stderr).toContain(
      '3 files: 0 read, 2 known from before, 1 not readable',
    );
  });
});
