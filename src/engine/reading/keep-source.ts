// Reads one source and keeps it: the bytes of its articles first, then the record, then everything that was read, in one
// transaction. Whoever is killed between two of these leaves nothing half done: bytes without a row are found again by
// their hash, and a source without a row is read once more.
import { createHash } from 'node:crypto';
import type { KnownSource, ReadArticle, SourceProblem } from '../../cases/claim-ports.ts';
import type { Store } from '../../cases/ports.ts';
import { InterdictError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';
import { isAcross } from '../../news/across/number-findings.ts';
import { relate } from '../../news/across/relate-readings.ts';
import type { SourceGrades } from '../../news/across/source-grades.ts';
import type { RecordService } from '../record/record-service.ts';
import type { ReadResult, SourceHints, SourceReader, SourceReading } from './source-reader.ts';

export interface KeepParts {
  readonly store: Pick<Store, 'claims' | 'articles'>;
  readonly grades: SourceGrades;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly record: Pick<RecordService, 'reading'>;
}

/** What became of a source. */
export interface KeptSource {
  readonly sha256: string;
  /** `known`: the same bytes were read in the same way before. */
  readonly outcome: 'read' | 'known' | 'failed';
  readonly articles: readonly string[];
  readonly problem?: SourceProblem;
  readonly notes: readonly string[];
}

export interface KeepOptions {
  /** Who asks, for the record. @default whoever opened the engine */
  readonly who?: string | undefined;
  /** Read it even if the same bytes were read in the same way before. @default false */
  readonly again?: boolean;
}

/**
 * Reads bytes and keeps what was read, unless they are known.
 * @returns `failed` with the reason if the bytes hold no article that can be read; that is kept as well
 * @throws InterdictError for anything that is no fault of the bytes
 */
export async function keepSource(
  parts: KeepParts,
  reader: SourceReader,
  bytes: Uint8Array,
  hints: Omit<SourceHints, 'retrieved'> & { readonly name: string },
  { who, again = false }: KeepOptions = {},
): Promise<KeptSource> {
  const { store, clock } = parts;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await store.claims.source(sha256);
  if (known && !again && known.reader === reader.fingerprint) return asKnown(known);
  const readAt = clock().toISOString();
  const retrieved = known?.retrieved ?? readAt;
  const source = { sha256, name: hints.name, reader: reader.fingerprint, retrieved, readAt };
  let reading: SourceReading;
  try {
    reading = await reader.read(bytes, { ...hints, retrieved });
  } catch (error) {
    const problem = problemOf(error);
    await store.claims.keep({ ...source, articles: [], problem, notes: [] });
    return { sha256, outcome: 'failed', articles: [], problem, notes: [] };
  }
  const articles = withoutDoubles(reading.articles);
  for (const { article, bytes: own } of articles) await store.articles.keep(article.sha256, own);
  const read = asKept(articles, parts.grades);
  await parts.record.reading({
    id: parts.newId(),
    content: {
      input: {
        ...hints,
        sha256,
        retrieved,
        cuts: reader.cuts,
        ...(reading.languageModel ? { languageModel: reading.languageModel } : {}),
      },
      answer: asReading(read),
    },
    lists: reader.lists,
    who,
  });
  // Not known to the same reader: the next one asks the language model again.
  const by = reading.isIncomplete ? `${reader.fingerprint}/incomplete` : reader.fingerprint;
  await store.claims.keep({ ...source, reader: by, articles: read, notes: reading.notes });
  return { sha256, outcome: 'read', articles: read.map(({ article }) => article.id), notes: reading.notes };
}

/** Articles as they are kept, each graded by itself. */
export function asKept(articles: readonly ReadResult[], grades: SourceGrades): ReadArticle[] {
  return articles.map(({ article, mentions, claims, findings }) => {
    const graded = relate([{ article, mentions, claims, findings }], grades);
    // Who has not been heard depends on which articles are asked together, so it is found anew each time.
    const own = graded.findings.filter((finding) => !isAcross(finding));
    return { article, mentions, claims: graded.claims, findings: own };
  });
}

/** What is kept of a source as the answer that is recorded. */
export function asReading(read: readonly ReadArticle[]): Reading {
  return {
    articles: read.map(({ article }) => article),
    mentions: read.flatMap(({ mentions }) => mentions),
    claims: read.flatMap(({ claims }) => claims),
    findings: read.flatMap(({ findings }) => findings),
    clusters: [],
  };
}

function asKnown({ sha256, articles, problem, notes }: KnownSource): KeptSource {
  if (problem) return { sha256, outcome: 'failed', articles, problem, notes };
  return { sha256, outcome: 'known', articles, notes };
}

/** An item that a feed has twice is one article. */
export function withoutDoubles(articles: readonly ReadResult[]): ReadResult[] {
  return [...new Map(articles.map((one) => [one.article.id, one])).values()];
}

/** The fault of the bytes in words; any other error is passed on. */
function problemOf(error: unknown): SourceProblem {
  if (error instanceof InterdictError && error.code.startsWith('ARTICLE_'))
    return { code: error.code, message: error.message };
  throw error;
}
