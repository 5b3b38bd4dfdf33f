import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reading } from '../../../test/fixtures/readings.ts';
import type { Store } from '../../cases/ports.ts';
import { InterdictError } from '../../model/errors.ts';
import { SourceGrades } from '../../news/across/source-grades.ts';
import { openStore } from '../../store/open-store.ts';
import type { KeepParts } from './keep-source.ts';
import { type FolderOptions, type FolderOutcome, type FolderProgress, readFolder } from './read-folder.ts';
import type { SourceReader } from './source-reader.ts';

let folder: string;
let store: Store;
let now: Date;
/** What was asked of the reader, and what was recorded, in order. */
let log: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-read-folder-'));
  await mkdir(join(folder, 'reports'));
  store = await openStore(join(folder, 'home'));
  now = new Date('2024-06-15T12:00:00.000Z');
  log = [];
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Takes each line for an article; "bad" bytes hold none, and "broken" ones break the reader. */
function readerOf(fingerprint = 'one'): SourceReader {
  return {
    fingerprint,
    lists: [],
    cuts: [],
    read: async (bytes, { retrieved }) => {
      const text = Buffer.from(bytes).toString();
      log.push(`read ${text}`);
      if (text === 'bad') throw new InterdictError('ARTICLE_EMPTY', 'No words.');
      if (text === 'broken') throw new InterdictError('INTERNAL', 'A bug.');
      const articles = text.split('\n').map((line) => {
        const sha256 = createHash('sha256').update(line).digest('hex');
        const claims = [{ content: line, type: 'OTHER_CONTEXT' as const }];
        return {
          ...reading({ text: line, article: { retrieved }, claims }),
          bytes: new TextEncoder().encode(line),
          sha256,
        };
      });
      return { articles, notes: text.includes('note') ? ['A note.'] : [] };
    },
  };
}

function parts(): KeepParts {
  let count = 0;
  return {
    store,
    grades: new SourceGrades(),
    clock: () => now,
    newId: () => `id-${++count}`,
    record: {
      reading: async ({ content }) => {
        log.push(`recorded ${content.answer.articles.map((article) => article.text).join(', ')}`);
      },
    },
  };
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'reports', name), text);
}

function run(options: FolderOptions = {}, reader = readerOf()): Promise<FolderOutcome> {
  return readFolder(parts(), reader, [join(folder, 'reports')], options);
}

describe('a folder of reports', () => {
  it('is read file by file, recorded before it is kept, and counted', async () => {
    await write({ 'a.txt': 'Alpha', 'b.txt': 'Beta\nGamma', 'c.txt': 'bad', 'd.txt': 'A note' });
    const outcome = await run();
    expect(outcome).toMatchObject({
      state: 'finished',
      files: 4,
      read: 3,
      known: 0,
      failed: [{ file: join(folder, 'reports', 'c.txt'), code: 'ARTICLE_EMPTY', message: 'No words.' }],
      notes: [{ file: join(folder, 'reports', 'd.txt'), note: 'A note.' }],
    });
    expect(log).toEqual([
      'read Alpha',
      'recorded Alpha',
      'read Beta\nGamma',
      'recorded Beta, Gamma',
      'read bad',
      'read A note',
      'recorded A note',
    ]);
    const kept = await store.claims.readings(outcome.articles);
    expect(kept.map(({ article }) => article.text)).toEqual(['Alpha', 'Beta', 'Gamma', 'A note']);
    for (const { article } of kept)
      expect(Buffer.from(await store.articles.open(article.sha256)).toString()).toBe(article.text);
  });

  it('that was read before is not read again, nor is what could not be read', async () => {
    await write({ 'a.txt': 'Alpha', 'c.txt': 'bad' });
    const first = await run();
    log = [];
    const again = await run();
    expect(log).toEqual([]);
    expect(again).toMatchObject({ read: 0, known: 1, articles: first.articles });
    expect(again.failed).toEqual(first.failed);
  });

  it('is read again when the reader or the lists are others, or when told; its bytes came in when they did', async () => {
    await write({ 'a.txt': 'Alpha' });
    await run();
    now = new Date('2024-07-01T00:00:00.000Z');
    expect(await run({}, readerOf('two'))).toMatchObject({ read: 1, known: 0 });
    expect(await run({ again: true }, readerOf('two'))).toMatchObject({ read: 1, known: 0 });
    expect((await store.claims.articles()).map((article) => article.retrieved)).toEqual([
      '2024-06-15T12:00:00.000Z',
    ]);
  });

  it('with the same report under two names has it once', async () => {
    await write({ 'a.txt': 'Alpha', 'b.txt': 'Alpha' });
    expect(await run()).toMatchObject({ files: 2, read: 1, known: 1 });
    expect(await store.claims.articles()).toHaveLength(1);
  });

  it('tells how far it has come after each file, and stops where it is told to', async () => {
    await write({ 'a.txt': 'Alpha', 'b.txt': 'Beta', 'c.txt': 'Gamma' });
    const steps: FolderProgress[] = [];
    const stop = new AbortController();
    const outcome = await run({
      signal: stop.signal,
      onProgress: (step) => {
        steps.push(step);
        if (step.done === 2) stop.abort();
      },
    });
    expect(steps.map(({ done, total }) => `${done}/${total}`)).toEqual(['0/3', '1/3', '2/3']);
    expect(outcome).toMatchObject({ state: 'interrupted', read: 2 });
    expect(await run()).toMatchObject({ state: 'finished', read: 1, known: 2 });
  });

  it('ends where the reader itself fails, and goes on from there', async () => {
    await write({ 'a.txt': 'Alpha', 'b.txt': 'broken', 'c.txt': 'Gamma' });
    await expect(run()).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await store.claims.articles()).toHaveLength(1);
    await write({ 'b.txt': 'Beta' });
    expect(await run()).toMatchObject({ read: 2, known: 1 });
  });

  it('must be there', async () => {
    await expect(readFolder(parts(), readerOf(), [join(folder, 'nowhere')])).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});
