// `node bench/news.ts`: how well reports are read, everything in one run. First what a user gets: the development
// articles through `interdict read --json`, its claims turned into the scorer's form. Then the rooms one by one:
// attribution, mentions, claims and findings, each also a bench of its own that prints its misses.
// Writes bench/out/news.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Claim, Reading, Span } from '../src/model/reading.ts';
import { intakeBytes } from '../src/news/intake/intake-bytes.ts';
import { readArticle } from '../src/news/read-article.ts';
import { requireShared, SHARED } from './support/real-lists.ts';
import { printTable, type Row, writeFigures } from './support/report.ts';

requireShared();

const FOLDER = `${SHARED}eval/polnear-dev/`;
/** What must be reached, exact F1 in percent. */
const FLOORS: Readonly<Record<string, number>> = { source: 62, cue: 60, content: 50 };

interface Scores {
  readonly [role: string]: {
    readonly exact: { readonly p: number; readonly r: number; readonly f1: number };
  };
}
const { score } = (await import(`${SHARED}eval/score-attribution.mjs`)) as {
  score: (items: readonly unknown[], predictions: ReadonlyMap<string, unknown>) => Scores;
};

const home = mkdtempSync(join(tmpdir(), 'interdict-bench-'));
const began = performance.now();
const child = spawnSync(
  process.execPath,
  [fileURLToPath(new URL('../bin/interdict.js', import.meta.url)), 'read', `${FOLDER}text`, '--json'],
  { env: { ...process.env, INTERDICT_HOME: home }, maxBuffer: 1 << 28 },
);
const seconds = (performance.now() - began) / 1000;
rmSync(home, { recursive: true });
if (child.status !== 0) throw new Error(child.stderr.toString());
const reading = JSON.parse(child.stdout.toString()) as Reading;

const nameOfHash = new Map(
  readdirSync(`${FOLDER}text`).map((file) => {
    const hash = createHash('sha256').update(readFileSync(`${FOLDER}text/${file}`));
    return [hash.digest('hex'), file.replace(/\.txt$/u, '')];
  }),
);
const articles = new Map(reading.articles.map((article) => [article.id, article]));
const ranges = (spans: readonly Span[] = []): number[][] => spans.map(({ start, end }) => [start, end]);

let unsound = 0;
for (const { article, content, source, cue } of reading.claims) {
  const { text } = articles.get(article)!;
  for (const span of [...content, ...(source?.spans ?? []), ...(cue?.spans ?? [])])
    if (text.slice(span.start, span.end) !== span.surface) unsound += 1;
}

/** Statements as the annotators marked them: not the parts of one, not what the outlet says itself. */
const isAttribution = ({ form, partOf }: Claim): boolean => form !== 'outlet-voice' && partOf === undefined;
const predictions = Map.groupBy(
  reading.claims.filter(isAttribution),
  ({ article }) => nameOfHash.get(articles.get(article)!.sha256)!,
);
const items = readFileSync(`${FOLDER}items.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown);
const scores = score(
  items,
  new Map(
    [...predictions].map(([name, claims]) => [
      name,
      claims.map(({ source, cue, content }) => ({
        source: ranges(source?.spans),
        cue: ranges(cue?.spans),
        content: ranges(content),
      })),
    ]),
  ),
);
const rows = Object.entries(FLOORS).map(([role, floor]): Row => {
  const { p, r, f1 } = scores[role]!.exact;
  return { span: role, 'exact P': p, 'exact R': r, 'exact F1': f1, floor };
});
printTable('interdict read --json on PolNeAR, development half, percent', rows);
/** Milliseconds of processor time from the bytes of an article to its claims, with everything loaded. */
async function costOfReading(): Promise<number> {
  const texts = readdirSync(`${FOLDER}text`).map((file) => readFileSync(`${FOLDER}text/${file}`));
  const readAll = async (): Promise<void> => {
    for (const bytes of texts) {
      const { articles: found } = await intakeBytes(bytes, { retrieved: '2026-11-22T00:00:00Z' });
      for (const { article } of found) await readArticle(article, undefined);
    }
  };
  await readAll();
  const before = process.cpuUsage();
  await readAll();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / texts.length;
}

const cost: Row = {
  articles: reading.articles.length,
  claims: reading.claims.length,
  'unsound spans': unsound,
  'cpu ms an article': await costOfReading(),
  'ms with start-up': (seconds * 1000) / reading.articles.length,
};
printTable('cost and soundness', [cost]);
writeFigures('news', { rows, cost });

for (const bench of ['attribution', 'mentions', 'claims', 'findings']) {
  const path = fileURLToPath(new URL(`./news-${bench}.ts`, import.meta.url));
  process.stdout.write(`\n== bench/news-${bench}.ts\n`);
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
