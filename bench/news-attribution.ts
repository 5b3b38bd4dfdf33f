// How well speakers, cues and content are found: on PolNeAR's development half, by the scorer beside it, and on the
// two annotated reports. Every range is checked against its text. Nothing of PolNeAR is kept here but the figures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { attributionsOf } from '../src/news/attribution/attributions.ts';
import type { Attribution, Document, Range } from '../src/news/document.ts';
import { documentOf } from '../src/news/text/tokenise.ts';
import { zonesOf } from '../src/news/zones/zones-of.ts';
import { printTable, type Row, writeFigures } from './support/report.ts';
import { requireShared, SHARED } from './support/shared-folder.ts';

const ROLES = ['source', 'cue', 'content'] as const;
type Role = (typeof ROLES)[number];
type Spans = Readonly<Record<Role, readonly (readonly [number, number])[]>>;
type Figures = Readonly<Record<'p' | 'r' | 'f1', number>>;
type Score = Readonly<Record<Role, Readonly<Record<'exact' | 'begin' | 'token', Figures>>>>;

/** What must hold, exact F1 in percent. */
const FLOORS: Readonly<Record<Role, number>> = { source: 62, cue: 60, content: 50 };
const MOST_MILLISECONDS = 20;
/** Two spans of content are one if they share nine tenths of what they cover together. */
const SAME_CONTENT = 0.9;

interface GoldClaim {
  readonly id: string;
  readonly form: string;
  readonly partOf?: string;
  readonly source: { readonly start?: number; readonly end?: number } | null;
  readonly cue: Range | null;
  readonly content: readonly (Range & { readonly text: string })[];
}

interface GoldArticle {
  readonly id: string;
  readonly file: string;
  readonly claims: readonly GoldClaim[];
}

interface Read {
  readonly document: Document;
  readonly attributions: readonly Attribution[];
  readonly milliseconds: number;
}

function read(text: string): Read {
  const started = process.cpuUsage();
  const document = documentOf(text, zonesOf(text));
  const attributions = attributionsOf(document);
  const { user, system } = process.cpuUsage(started);
  return { document, attributions, milliseconds: (user + system) / 1000 };
}

/** Ranges that lie outside the text, are empty, or begin or end with white space. */
function unsound({ document, attributions }: Read): number {
  const { text } = document;
  return attributions
    .flatMap(({ source, cue, content }) => [...source, ...cue, ...content])
    .filter(
      ({ start, end }) =>
        start < 0 ||
        end > text.length ||
        text.slice(start, end).trim().length !== end - start ||
        start >= end,
    ).length;
}

function spansOf(attribution: Attribution): Spans {
  const pairs = (ranges: readonly Range[]) => ranges.map(({ start, end }) => [start, end] as const);
  return {
    source: pairs(attribution.source),
    cue: pairs(attribution.cue),
    content: pairs(attribution.content),
  };
}

async function measurePolnear(): Promise<{ rows: Row[]; reads: readonly Read[] }> {
  const folder = `${SHARED}eval/polnear-dev/`;
  const { score } = (await import(`${SHARED}eval/score-attribution.mjs`)) as {
    score: (items: readonly unknown[], predictions: ReadonlyMap<string, readonly Spans[]>) => Score;
  };
  const items = readFileSync(`${folder}items.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
  const texts = readdirSync(`${folder}text`).sort();
  // The first article pays for loading the model and for warming up; it is read once before.
  for (const name of texts.slice(0, 5)) read(readFileSync(`${folder}text/${name}`, 'utf8'));
  const reads = new Map(
    texts.map((name) => [name.replace(/\.txt$/, ''), read(readFileSync(`${folder}text/${name}`, 'utf8'))]),
  );
  // PolNeAR nests nothing.
  const predictions = new Map(
    [...reads].map(([name, { attributions }]) => [
      name,
      attributions.filter(({ within }) => within === undefined).map(spansOf),
    ]),
  );
  const scores = score(items, predictions);
  const rows = ROLES.map((role) => {
    const { exact, begin, token } = scores[role];
    return {
      span: role,
      'exact P': exact.p,
      'exact R': exact.r,
      'exact F1': exact.f1,
      'floor F1': FLOORS[role],
      'begin F1': begin.f1,
      'token F1': token.f1,
    };
  });
  return { rows, reads: [...reads.values()] };
}

/** Quotations and attributions of the two annotated reports; what is missed is printed. */
function measureReports(): { rows: Row[]; reads: readonly Read[] } {
  const folder = `${SHARED}eval/articles/`;
  const gold = JSON.parse(readFileSync(`${folder}seed-gold.json`, 'utf8')) as {
    articles: readonly GoldArticle[];
  };
  const reads: Read[] = [];
  const rows = gold.articles.map(({ id, file, claims }): Row => {
    const found = read(readFileSync(`${folder}${file}`, 'utf8'));
    reads.push(found);
    const quotations = quotationsIn(claims);
    const quoted = quotations.filter((wanted) =>
      found.document.quotations.some((range) => isSame(range, wanted)),
    );
    const attributed = claims.filter(
      ({ source, cue, partOf }) => source?.start !== undefined && cue && !partOf,
    );
    const right = attributed.filter((claim) =>
      found.attributions.some((attribution) => isRight(attribution, claim)),
    );
    const missed = attributed.filter((claim) => !right.includes(claim)).map((claim) => claim.id);
    return {
      report: id,
      quotations: quotations.length,
      'quotations exact': quoted.length,
      attributions: attributed.length,
      'source and content right': right.length,
      missed: missed.join(' '),
    };
  });
  return { rows, reads };
}

/** The quotations that the annotation's direct and mixed claims hold. */
function quotationsIn(claims: readonly GoldClaim[]): readonly Range[] {
  const found: Range[] = [];
  for (const { form, partOf, content } of claims) {
    if (partOf) continue;
    if (form === 'direct-quote') found.push(...content);
    if (form !== 'mixed-quote') continue;
    for (const { start, text } of content) {
      for (const { 0: quotation, index } of text.matchAll(/“[^”]{0,2000}”/g)) {
        found.push({ start: start + index, end: start + index + quotation.length });
      }
    }
  }
  return found;
}

function isRight(attribution: Attribution, { source, content }: GoldClaim): boolean {
  const isSource = attribution.source.some(
    ({ start, end }) => start === source?.start && end === source?.end,
  );
  return (
    isSource &&
    content.some((wanted) => attribution.content.some((range) => overlap(range, wanted) >= SAME_CONTENT))
  );
}

function isSame(left: Range, right: Range): boolean {
  return left.start === right.start && left.end === right.end;
}

/** What two ranges share, of what they cover together. */
function overlap(left: Range, right: Range): number {
  const shared = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  return Math.max(0, shared) / (Math.max(left.end, right.end) - Math.min(left.start, right.start));
}

requireShared();
if (existsSync(`${SHARED}eval/polnear-dev`)) {
  const polnear = await measurePolnear();
  const reports = measureReports();
  const all = [...polnear.reads, ...reports.reads];
  const milliseconds = polnear.reads.reduce((sum, one) => sum + one.milliseconds, 0) / polnear.reads.length;
  const cost: Row = {
    articles: all.length,
    attributions: all.reduce((sum, { attributions }) => sum + attributions.length, 0),
    'unsound ranges': all.reduce((sum, one) => sum + unsound(one), 0),
    'cpu ms an article': milliseconds,
    'at most ms': MOST_MILLISECONDS,
  };
  printTable('Attribution on PolNeAR, development half, percent', polnear.rows);
  printTable('Attribution on the two annotated reports', reports.rows);
  printTable('Cost and soundness', [cost]);
  writeFigures('news-attribution', {
    node: process.version,
    polnear: polnear.rows,
    reports: reports.rows,
    cost,
  });
}
