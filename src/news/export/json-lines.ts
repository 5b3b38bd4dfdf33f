// A reading as JSON lines, one article, mention, claim, finding or cluster a line, each with its kind; and back. Nothing
// is lost on the way.
import { InterdictError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';

/** Kind of a line -> the part of a reading that it belongs to; articles come first, so that spans can be resolved. */
const PARTS = {
  article: 'articles',
  mention: 'mentions',
  claim: 'claims',
  finding: 'findings',
  cluster: 'clusters',
} as const satisfies Record<string, keyof Reading>;
type LineKind = keyof typeof PARTS;

/** The lines of a reading, each with its line end. */
export function* jsonLinesOf(reading: Reading): Generator<string> {
  for (const [kind, part] of Object.entries(PARTS))
    for (const item of reading[part]) yield `${JSON.stringify({ kind, [kind]: item })}\n`;
}

/**
 * The reading that lines were made of.
 * @throws InterdictError QUERY_INVALID with the line that is none of a reading
 */
export function readingFromJsonLines(text: string): Reading {
  const reading: { [Part in keyof Reading]: unknown[] } = {
    articles: [],
    mentions: [],
    claims: [],
    findings: [],
    clusters: [],
  };
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const item = parseLine(line);
    if (!item) throw new InterdictError('QUERY_INVALID', 'This is no line of a reading.', { line: at + 1 });
    reading[PARTS[item.kind]].push(item.content);
  }
  return reading as unknown as Reading;
}

function parseLine(line: string): { readonly kind: LineKind; readonly content: object } | undefined {
  try {
    const parsed = JSON.parse(line) as Record<string, unknown>;
    const { kind } = parsed;
    if (typeof kind !== 'string' || !Object.hasOwn(PARTS, kind)) return undefined;
    const content = parsed[kind];
    return typeof content === 'object' && content !== null ? { kind: kind as LineKind, content } : undefined;
  } catch {
    return undefined; // told by the caller, with the line
  }
}
