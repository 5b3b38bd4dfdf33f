// `node bench/peers.ts`: Interdict beside the open peers, on the same list (OFAC's people) and the same queries in one
// run: altered listed names, and people who are nobody. Compared at equal rates of false positives, since the scores
// of two systems mean different things. Prints tables, writes bench/out/peers.json.
//
// The peers are installed on the first run into bench/out/peers: nomenklatura (logic-v2) with pip, moov's watchman
// with go. Either is left out, and why is said, where it cannot be installed. nomenklatura is a matcher without an
// index of its own: it scores the twenty listed people whom Interdict thinks likeliest, so it can only gain by that.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { indexInMemory } from '../src/screen/index/index-file.ts';
import type { ListedParty } from '../src/screen/listed-party.ts';
import { factsOfProperties } from '../src/screen/party.ts';
import { Screener } from '../src/screen/screener.ts';
import { ALTERATIONS, alteredDeck } from './support/alterations.ts';
import { REAL_LISTS, realParties, requireShared, SHARED } from './support/real-lists.ts';
import { printTable, type Row, seeded, writeFigures } from './support/report.ts';

requireShared();

const FOLDER = fileURLToPath(new URL('./out/peers/', import.meta.url));
mkdirSync(FOLDER, { recursive: true });

/** Alterations of the deck, and names for each. */
const ALTERED = [
  'one edit',
  'two edits in two words',
  'two romanisation swaps',
  'one edit and a join',
] as const;
const NAMES_EACH = 100;
const NEGATIVES_EACH = 300;
const FALSE_RATES = [0.001, 0.005, 0.01, 0.05];
const PORT = 18_184;

interface Query {
  readonly name: string;
  readonly alteration: string;
  /** The listed party that is meant; undefined for people who are nobody. */
  readonly meant?: string;
}

/** A candidate that a system names, with its own score. */
interface Found {
  readonly id: string;
  readonly score: number;
}

interface System {
  readonly name: string;
  readonly answers: readonly (readonly Found[])[];
  /** Milliseconds for each query; of nomenklatura for its twenty pairs. */
  readonly millisecondsEach: number;
}

function makeDeck(people: readonly ListedParty[]): Query[] {
  const random = seeded(30_03_2023);
  const named = people.filter(
    ({ caption }) => /^[\p{Script=Latin}\s'-]+$/u.test(caption) && caption.includes(' '),
  );
  const altered = ALTERED.flatMap((alteration, seed) => {
    const chosen = named
      .map((party) => [random(), party] as const)
      .sort(([one], [other]) => one - other)
      .slice(0, NAMES_EACH * 2)
      .map(([, party]) => party);
    const captions = chosen.map(({ caption }) => caption);
    return alteredDeck(captions, ALTERATIONS[alteration]!, seed)
      .slice(0, NAMES_EACH)
      .map(({ query, of }): Query => ({ name: query, alteration, meant: chosen[of]!.id }));
  });
  const nobody = ['negatives_us_5000.csv', 'negatives_global_5000.csv'].flatMap((file) => {
    const text = readFileSync(`${SHARED}eval/screening/${file}`);
    const rows = parseCsv(text, { columns: true }) as { full_name: string }[];
    return rows
      .slice(0, NEGATIVES_EACH)
      .map(({ full_name }): Query => ({ name: full_name, alteration: file }));
  });
  return [...altered, ...nobody];
}

function askInterdict(people: readonly ListedParty[], deck: readonly Query[], limit: number): System {
  const screener = new Screener(indexInMemory(people));
  const ask = ({ name }: Query): Found[] =>
    screener
      .search(factsOfProperties('Person', { name: [name] }), { limit, cutoff: limit > 5 ? 0 : 0.001 })
      .map(({ party, score }) => ({ id: party.id, score }));
  const began = performance.now();
  const answers = deck.map(ask);
  return { name: 'Interdict', answers, millisecondsEach: (performance.now() - began) / deck.length };
}

/** Installs something on the first run; the reason if it cannot be. */
function install(
  mark: string,
  commands: readonly (readonly [string, readonly string[]])[],
): string | undefined {
  if (existsSync(`${FOLDER}${mark}`)) return undefined;
  for (const [command, args] of commands) {
    const child = spawnSync(command, args, {
      cwd: FOLDER,
      encoding: 'utf8',
      env: { ...process.env, GOFLAGS: '-mod=mod' },
    });
    if (child.status !== 0)
      return (child.stderr || String(child.error ?? '')).trim().split('\n').at(-1) ?? command;
  }
  return existsSync(`${FOLDER}${mark}`) ? undefined : `${mark} was not made`;
}

function askNomenklatura(
  people: readonly ListedParty[],
  deck: readonly Query[],
  candidates: System,
): System | string {
  const problem = install('venv/lib', [
    ['python3', ['-m', 'venv', 'venv']],
    ['venv/bin/pip', ['install', '--quiet', 'nomenklatura']],
  ]);
  if (problem) return problem;
  const byId = new Map(people.map((party) => [party.id, party]));
  const pairs = deck.flatMap(({ name }, at) =>
    candidates.answers[at]!.map(({ id }) => ({
      query: name,
      names: byId.get(id)!.facts.names.map(({ text }) => text),
    })),
  );
  const child = spawnSync(
    `${FOLDER}venv/bin/python`,
    [fileURLToPath(new URL('./peers/nomenklatura_scores.py', import.meta.url))],
    {
      input: pairs.map((pair) => JSON.stringify(pair)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (child.status !== 0) return child.stderr.trim().split('\n').at(-1) ?? 'it failed';
  const scores = child.stdout.trim().split('\n').map(Number);
  const seconds = scores.pop()!;
  let next = 0;
  const answers = deck.map((_, at) =>
    candidates.answers[at]!.map(({ id }) => ({ id, score: scores[next++]! })).sort(
      (one, other) => other.score - one.score,
    ),
  );
  return { name: 'nomenklatura logic-v2', answers, millisecondsEach: (seconds * 1000) / deck.length };
}

async function askWatchman(deck: readonly Query[]): Promise<System | string> {
  const problem = install('watchman', [
    ['go', ['mod', 'init', 'peers']],
    ['go', ['get', 'github.com/moov-io/watchman@v0.53.0']],
    ['go', ['build', '-o', 'watchman', 'github.com/moov-io/watchman/cmd/server']],
  ]);
  if (problem) return problem;
  const [, folder, files] = REAL_LISTS.ofac;
  mkdirSync(`${FOLDER}ofac`, { recursive: true });
  for (const file of files) {
    const from = `${SHARED}lists/${folder}/${file}`;
    const to = `${FOLDER}ofac/${file.replace(/\.gz$/u, '')}`;
    if (file.endsWith('.gz')) writeFileSync(to, gunzipSync(readFileSync(from)));
    else copyFileSync(from, to);
  }
  const config = `Watchman:\n  Servers: { BindAddress: "127.0.0.1:${PORT}", AdminAddress: "127.0.0.1:${PORT + 1}" }\n  Download: { RefreshInterval: 12h, InitialDataDirectory: "${FOLDER}ofac", IncludedLists: [us_ofac] }\n  Search: { Goroutines: { Default: 2, Min: 1, Max: 4 } }\n`;
  writeFileSync(`${FOLDER}watchman.yml`, config);
  const server = spawn(`${FOLDER}watchman`, [], {
    env: {
      ...process.env,
      APP_CONFIG: `${FOLDER}watchman.yml`,
      INCLUDED_LISTS: 'us_ofac',
      INITIAL_DATA_DIRECTORY: `${FOLDER}ofac`,
    },
    stdio: 'ignore',
  });
  try {
    if (!(await isListening(server))) return 'it did not start within two minutes';
    const answers: Found[][] = [];
    const began = performance.now();
    for (const { name } of deck) {
      const query = new URLSearchParams({ name, type: 'person', limit: '5', minMatch: '0.01' });
      const response = await fetch(`http://127.0.0.1:${PORT}/v2/search?${query}`);
      const { entities } = (await response.json()) as {
        entities: { sourceID: string; match: number }[] | null;
      };
      answers.push(
        (entities ?? []).map(({ sourceID, match }) => ({ id: `us_ofac_sdn-${sourceID}`, score: match })),
      );
    }
    return { name: 'watchman 0.53', answers, millisecondsEach: (performance.now() - began) / deck.length };
  } finally {
    server.kill();
  }
}

async function isListening(server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 120 && server.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/v2/search?name=kim&limit=1`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return false;
}

/** The score that no more than that share of nobodies reaches. */
function thresholdAt(rate: number, system: System, deck: readonly Query[]): number {
  const scores = deck
    .flatMap(({ meant }, at) => (meant === undefined ? [system.answers[at]![0]?.score ?? 0] : []))
    .sort((one, other) => other - one);
  return scores[Math.floor(rate * scores.length)] ?? 0;
}

/** Share of the queries whose party is named, above a threshold. */
function recall(system: System, deck: readonly Query[], threshold: number, alteration?: string): number {
  const meant = deck.flatMap((query, at) =>
    query.meant !== undefined && (alteration === undefined || query.alteration === alteration)
      ? [[query.meant, at] as const]
      : [],
  );
  const found = meant.filter(([id, at]) =>
    system.answers[at]!.slice(0, 5).some((one) => one.id === id && one.score > threshold),
  );
  return found.length / meant.length;
}

const people = (await realParties('ofac')).filter(({ schema }) => schema === 'Person');
const deck = makeDeck(people);
const candidates = askInterdict(people, deck, 20);
const asked = [
  askInterdict(people, deck, 5),
  askNomenklatura(people, deck, candidates),
  await askWatchman(deck),
];
const systems = asked.flatMap((system) => (typeof system === 'string' ? [] : [system]));
for (const [at, system] of asked.entries())
  if (typeof system === 'string')
    process.stdout.write(`${['', 'nomenklatura', 'watchman'][at]} left out: ${system}\n`);

const atRates = systems.flatMap((system) =>
  FALSE_RATES.map((rate): Row => {
    const threshold = thresholdAt(rate, system, deck);
    return {
      system: system.name,
      'false positives': rate,
      threshold,
      recall: recall(system, deck, threshold),
    };
  }),
);
const byAlteration = systems.map(
  (system): Row => ({
    system: system.name,
    ...Object.fromEntries(
      ALTERED.map((one) => [one, recall(system, deck, thresholdAt(0.01, system, deck), one)]),
    ),
    'ms a query': system.millisecondsEach,
  }),
);
printTable(
  `recall@5 at equal false positives: ${deck.filter(({ meant }) => meant).length} altered OFAC people, ${NEGATIVES_EACH * 2} nobodies`,
  atRates,
);
printTable('recall@5 at 1 % false positives, by alteration', byAlteration);
writeFigures('peers', { atRates, byAlteration });
