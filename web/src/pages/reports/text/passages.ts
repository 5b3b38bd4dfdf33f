// Cuts the text of a report into paragraphs, and each paragraph into pieces that are marked alike: which claims are
// made of it and which party it names. No letter of the text is lost, wherever the marks begin and end.
import type { Article, Claim, Mention } from '../../../api/types.ts';

/** Kinds of mention that name their party by themselves; "he" and "the broker" are not marked. */
const NAMING: ReadonlySet<string> = new Set(['name', 'metonym', 'acronym']);

export interface Piece {
  readonly start: number;
  readonly text: string;
  /** Ids of the claims that it belongs to, the narrowest first. */
  readonly claims: readonly string[];
  /** Claims whose words end here. */
  readonly ending: readonly string[];
  readonly mention?: Mention;
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly kind: Article['zones'][number]['kind'];
}

/** The zones of a report as paragraphs, and what lies between them as body, if it has text. */
export function paragraphsOf({ text, zones }: Article): Paragraph[] {
  const found: Paragraph[] = [];
  let at = 0;
  const fill = (end: number): void => {
    if (end > at && text.slice(at, end).trim() !== '') found.push({ start: at, end, kind: 'body' });
  };
  for (const { kind, start, end } of zones.toSorted((left, right) => left.start - right.start)) {
    fill(start);
    const from = Math.max(at, start);
    if (end > from) found.push({ start: from, end, kind });
    at = Math.max(at, end);
  }
  fill(text.length);
  return found;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly claim?: string;
  readonly isLast?: boolean;
  readonly mention?: Mention;
}

/** The marks of one report, made once for all its paragraphs. */
export function marksOf(article: string, claims: readonly Claim[], mentions: readonly Mention[]): Mark[] {
  const ofClaims = claims.flatMap(({ id, content }) => {
    const last = Math.max(...content.map(({ end }) => end));
    return content.map(({ start, end }) => ({ start, end, claim: id, isLast: end === last }));
  });
  const ofMentions = mentions
    .filter((mention) => mention.article === article)
    .flatMap((mention) =>
      mention.spans.filter(({ kind }) => NAMING.has(kind)).map(({ start, end }) => ({ start, end, mention })),
    );
  return [...ofClaims, ...ofMentions];
}

/** A paragraph in pieces. */
export function piecesOf(text: string, { start, end }: Paragraph, marks: readonly Mark[]): Piece[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of here) edges.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const cuts = [...edges].sort((left, right) => left - right);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    const covering = here
      .filter((mark) => mark.start < to && mark.end > from)
      .sort((left, right) => left.end - left.start - (right.end - right.start));
    const ending = covering.filter((mark) => mark.isLast && mark.end === to);
    const named = covering.filter((mark) => mark.mention !== undefined);
    const mention = (named.find((mark) => mark.mention?.party) ?? named[0])?.mention;
    return {
      start: from,
      text: text.slice(from, to),
      claims: covering.flatMap(({ claim }) => claim ?? []),
      ending: ending.flatMap(({ claim }) => claim ?? []),
      ...(mention ? { mention } : {}),
    };
  });
}
