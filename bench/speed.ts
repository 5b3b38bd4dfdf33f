// `node bench/speed.ts`: how fast screening answers, on the official lists together and on names made from their
// parts. Prints tables, writes bench/out/speed.json. Name sections to run them alone: official, million, million4
// (four million names; needs some 6 GB), pool, file. Without a name: official, million, pool and file.
// The machine's other work shows in the wall times; the figures per CPU second hardly feel it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { ScreeningPool } from '../src/engine/pool/screening-pool.ts';
import type { PartyQuery } from '../src/model/screening.ts';
import { compareForms } from '../src/names/compare/compare-names.ts';
import { NAME_SCORE_V1 } from '../src/names/compare/parameters.ts';
import { analyseName } from '../src/names/form/analyse-name.ts';
import { decodeIndex, encodeIndex, type PlacedIndex, placeIndex } from '../src/screen/index/index-file.ts';
import { NameSearcher } from '../src/screen/index/name-searcher.ts';
import { sameFloor } from '../src/screen/index/query-parts.ts';
import { type IndexParts, indexParties, NAME_KINDS } from '../src/screen/index/screen-index.ts';
import { findResults } from '../src/screen/screen-party.ts';
import { Screener } from '../src/screen/screener.ts';
import { customersCsv } from './support/customers.ts';
import { makeNames, partyOfName } from './support/made-names.ts';
import { REAL_LISTS, realParties, requireShared, SHARED } from './support/real-lists.ts';
import { printTable, type Row, writeFigures } from './support/report.ts';

requireShared();
const figures: Record<string, unknown> = {};
const ALL = ['official', 'pool', 'file', 'million', 'million4'] as const;
const wanted = process.argv.slice(2);
const isWanted = (name: (typeof ALL)[number]): boolean =>
  wanted.length > 0 ? wanted.includes(name) : name !== 'million4';

function keep(section: string, title: string, rows: readonly Row[]): void {
  printTable(title, rows);
  figures[section] = rows;
}

/** Milliseconds of wall and of CPU time of a piece of work. */
function timed<Result>(work: () => Result): { result: Result; wall: number; cpu: number } {
  const [cpuBefore, began] = [process.cpuUsage(), performance.now()];
  const result = work();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { result, wall, cpu: (user + system) / 1000 };
}

function deck(file: string, count: number): PartyQuery[] {
  const rows = parseCsv(readFileSync(`${SHARED}eval/screening/${file}`), { columns: true }) as {
    full_name: string;
  }[];
  return rows
    .slice(0, count)
    .map(({ full_name }) => ({ schema: 'Person', properties: { name: [full_name] } }));
}

const DECKS: Readonly<Record<string, PartyQuery[]>> = {
  'UN people, altered': deck('positives_un_treated.csv', 683),
  'nobody, US names': deck('negatives_us_5000.csv', 2000),
  'nobody, many scripts': deck('negatives_global_5000.csv', 2000),
};

type Ask = (query: PartyQuery) => unknown;

/** Asks every query of every deck, first with nothing remembered, then again. */
function askDecks(freshAsk: () => Ask): Row[] {
  // Compiled code is not what "cold" means: another screener of the same index runs first.
  const first = freshAsk();
  for (const query of DECKS['nobody, US names']!.slice(0, 300)) first(query);
  return Object.entries(DECKS).flatMap(([name, queries]) => {
    const ask = freshAsk();
    return ['cold', 'warm'].map((state): Row => {
      const times = new Float64Array(queries.length);
      const { wall, cpu } = timed(() => {
        queries.forEach((query, at) => {
          const began = performance.now();
          ask(query);
          times[at] = performance.now() - began;
        });
      });
      times.sort();
      const quantile = (share: number): number => times[Math.floor(share * (times.length - 1))]!;
      return {
        deck: name,
        state,
        'q/s': Math.round((queries.length / wall) * 1000),
        'q/CPU s': Math.round((queries.length / cpu) * 1000),
        'p50 ms': quantile(0.5),
        'p95 ms': quantile(0.95),
        'p99 ms': quantile(0.99),
      };
    });
  });
}

/** Whole screenings up to their explanation. */
function screening(placed: PlacedIndex): () => Ask {
  return () => {
    const screener = new Screener(decodeIndex(placed));
    return (query) => findResults(screener, query);
  };
}

/** The names that reach the cut-off of an index whose parties are left out. */
function searching(placed: PlacedIndex): () => Ask {
  return () => {
    const searcher = new NameSearcher(decodeIndex(placed).names.person, NAME_SCORE_V1);
    return ({ properties }) =>
      analyseName(properties['name']![0]!, 'person').map((form) => searcher.search(form, sameFloor(0)));
  };
}

/** Bytes of the arrays of an index, without the texts of names and parties. */
function indexBytes(parts: IndexParts): { names: number; bytes: number } {
  let [names, bytes] = [0, 0];
  const add = (object: object): void => {
    for (const [key, value] of Object.entries(object)) {
      if (ArrayBuffer.isView(value) && key !== 'texts') bytes += value.byteLength;
    }
  };
  for (const kind of NAME_KINDS) {
    const index = parts.names[kind];
    names += index.nameCount;
    for (const part of [index, index.vocabulary, index.joins, index.consonants]) add(part);
  }
  return { names, bytes };
}

function buildAndOpen(
  label: string,
  build: () => IndexParts,
  parties: Parameters<typeof encodeIndex>[1],
): PlacedIndex {
  const built = timed(build);
  const placed = placeIndex(encodeIndex(built.result, parties));
  const opened = timed(() => new Screener(decodeIndex(placed)));
  const { names, bytes } = indexBytes(built.result);
  keep(`${label} index`, `${label}: the index`, [
    {
      'forms of names': names,
      'build s': built.wall / 1000,
      'build CPU s': built.cpu / 1000,
      'open s': opened.wall / 1000,
      'bytes a name': Math.round(bytes / names),
      'whole MB': Math.round(placed.size / 1e6),
    },
  ]);
  return placed;
}

if (isWanted('official') || isWanted('pool')) {
  const parties = await realParties('ofac', 'un', 'uk', 'au', 'ca', 'csl');
  const placed = buildAndOpen('official lists', () => indexParties(parties), parties);
  if (isWanted('official')) {
    keep('official', 'official lists, one core, names only, default cut-off', askDecks(screening(placed)));
    const texts = parties.slice(0, 4000).map((party) => party.caption);
    const forms = texts.map((text) => analyseName(text, 'person'));
    const analysed = timed(() => texts.forEach((text) => analyseName(text, 'person')));
    const compared = timed(() => {
      for (let at = 0; at + 1 < forms.length; at++)
        for (let ahead = 1; ahead <= 10; ahead++)
          compareForms(forms[at]!, forms[(at + ahead) % forms.length]!, 'person');
    });
    keep('pairs', 'two names, without an index', [
      {
        'taking a name apart µs': (analysed.cpu * 1000) / texts.length,
        'comparing two ns': (compared.cpu * 1e6) / ((forms.length - 1) * 10),
      },
    ]);
  }
  if (isWanted('pool')) {
    const queries = Object.values(DECKS).flat();
    const rows: Row[] = [];
    for (const threads of [...new Set([1, availableParallelism()])]) {
      const pool = new ScreeningPool({ threads });
      const index = { name: 'bench', placed };
      const jobs = Array.from({ length: Math.ceil(queries.length / 100) }, (_, at) =>
        queries.slice(at * 100, at * 100 + 100),
      );
      const run = (): Promise<unknown> =>
        Promise.all(jobs.map((job) => pool.find({ index, queries: job, options: {} })));
      for (const state of ['cold', 'warm']) {
        const began = performance.now();
        await run();
        const wall = performance.now() - began;
        rows.push({ threads, state, 'q/s': Math.round((queries.length / wall) * 1000) });
      }
      await pool.close();
    }
    keep('pool', 'official lists, all decks, threads of the pool', rows);
  }
}

if (isWanted('file')) {
  const folder = mkdtempSync(join(tmpdir(), 'interdict-bench-'));
  const cli = new URL('../bin/interdict.js', import.meta.url).pathname;
  const interdict = (...args: string[]): number => {
    const began = performance.now();
    const child = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...process.env, INTERDICT_HOME: join(folder, 'home') },
      encoding: 'utf8',
    });
    if (![0, 10, 20, 30].includes(child.status ?? -1)) throw new Error(child.stderr);
    return (performance.now() - began) / 1000;
  };
  const lists = (['ofac', 'un', 'uk', 'au', 'ca', 'csl'] as const).map((name) => REAL_LISTS[name][1]);
  interdict('lists', 'add', ...lists.map((path) => join(SHARED, 'lists', path)), '--published', '2025-05-01');
  const names = ['negatives_us_5000.csv', 'negatives_global_5000.csv'];
  const sources = names.map((name) => readFileSync(`${SHARED}eval/screening/${name}`, 'utf8'));
  writeFileSync(join(folder, 'customers.csv'), customersCsv(sources, 100_000));
  writeFileSync(join(folder, 'few.csv'), customersCsv(sources, 50));
  // The first run builds the index; what is timed is the second.
  const first = interdict('screen', '--file', 'few.csv', '-o', 'few.jsonl');
  const few = interdict('screen', '--file', 'few.csv', '-o', 'few.jsonl', '--force');
  const all = interdict('screen', '--file', 'customers.csv', '-o', 'hits.jsonl');
  keep('file', 'a file of 100,000 customers through the command line', [
    {
      'first run, builds the index s': first,
      '50 rows s': few,
      '100,000 rows s': all,
      'rows/s': Math.round(100_000 / all),
    },
  ]);
  rmSync(folder, { recursive: true });
}

for (const [section, count] of [
  ['million', 1e6],
  ['million4', 4e6],
] as const) {
  if (!isWanted(section)) continue;
  const source = await realParties('ofac', 'un', 'uk');
  const listed = source
    .filter((party) => party.schema === 'Person')
    .flatMap((party) => party.facts.names.map((name) => name.text));
  const title = `${count / 1e6} million made names`;
  function* parties(): Generator<ReturnType<typeof partyOfName>> {
    let at = 0;
    for (const name of makeNames(listed, count, 4)) yield partyOfName(name, at++);
  }
  // Only their names are indexed: a table of four million parties would measure the memory, not the search.
  const placed = buildAndOpen(title, () => indexParties(parties()), []);
  keep(section, `${title}, one core, names only, default cut-off`, askDecks(searching(placed)));
}

writeFigures('speed', figures);
