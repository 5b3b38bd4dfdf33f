// Quotations that several articles share: links between the claims that they are, and what became of the words on the
// way (cut short, altered, put in another order). The words decide, unless it was somebody else who spoke them.
import type { Claim, ClaimLink, Span } from '../../model/reading.ts';
import { type ArticleReading, type FindingDraft, spanOf } from './article-reading.ts';
import type { PartyDirectory } from './party-directory.ts';
import { type QuotedSegment, quotedSegments } from './quotations.ts';
import { alignQuotes, type QuoteAlignment } from './quote-alignment.ts';
import { containment, shinglesOf } from './shingles.ts';
import { wordsOf } from './words.ts';

interface SharedQuotations {
  readonly links: readonly ClaimLink[];
  readonly findings: readonly FindingDraft[];
}

/** A segment of one article and the same words in another. */
interface QuoteMatch {
  readonly left: QuotedSegment;
  readonly right: QuotedSegment;
  readonly alignment: QuoteAlignment;
}

/** A run of words that so many segments share says nothing of any two of them. */
const COMMON_RUN = 50;

/** Finds the quotations that articles share. */
export function sharedQuotations(
  readings: readonly ArticleReading[],
  directory: PartyDirectory,
): SharedQuotations {
  const claimsOf = new Map(readings.map((reading) => [reading.article.id, reading.claims]));
  const articleOf = new Map(readings.map(({ article }) => [article.id, article]));
  const matches = matchSegments(readings.map(quotedSegments)).filter((match) =>
    mayBeOneSpeaker(match, directory),
  );
  const links: ClaimLink[] = [];
  const findings: FindingDraft[] = [];
  for (const { left, right, alignment } of matches) {
    const how = alignment.cut !== 'none' ? 'truncated' : alignment.wording;
    const evidence = [left.span, right.span];
    for (const one of claimsAt(claimsOf.get(left.span.article) ?? [], left)) {
      for (const other of claimsAt(claimsOf.get(right.span.article) ?? [], right)) {
        const shared = sharedWords(one, other);
        const isOfParts = one !== left.claim || other !== right.claim;
        if (isOfParts && shared.ofShorter < MOSTLY) continue;
        const isOneClaim = isOfParts ? shared.ofLonger >= MOSTLY : isMostOf(left) && isMostOf(right);
        const rule = isOneClaim ? `quotation-${how}` : PART_OF_QUOTATION;
        links.push({ left: one.id, right: other.id, kind: 'same-quote', rule, evidence });
      }
    }
    const spanOfWords = (segment: QuotedSegment, start: number, end: number): Span =>
      spanOf(
        articleOf.get(segment.span.article) as ArticleReading['article'],
        segment.words[start]?.start ?? segment.span.start,
        segment.words[end - 1]?.end ?? segment.span.end,
      );
    findings.push(...alterations({ left, right, alignment }, spanOfWords));
  }
  return { links, findings: [...findings, ...reorderings(matches)] };
}

/** The words of another speaker are another statement, however alike: officials speak in set phrases. */
function mayBeOneSpeaker({ left, right, alignment }: QuoteMatch, directory: PartyDirectory): boolean {
  const [one, other] = [left, right].map(({ claim }) => directory.ofMention(claim.source?.mention));
  if (!one || !other) return alignment.wording !== 'altered';
  return directory.relation(one, other) !== undefined;
}

function matchSegments(perArticle: readonly (readonly QuotedSegment[])[]): QuoteMatch[] {
  const withRun = new Map<string, QuotedSegment[]>();
  const matches: QuoteMatch[] = [];
  for (const segments of perArticle) {
    for (const segment of segments) {
      const candidates = new Set<QuotedSegment>();
      for (const run of shinglesOf(segment.words)) {
        const others = withRun.get(run) ?? [];
        if (others.length > COMMON_RUN) continue;
        for (const other of others) candidates.add(other);
      }
      for (const earlier of candidates) {
        if (earlier.span.article === segment.span.article) continue;
        const alignment = alignQuotes(earlier.words, segment.words);
        if (alignment) matches.push({ left: earlier, right: segment, alignment });
      }
    }
    for (const segment of segments)
      for (const run of shinglesOf(segment.words)) withRun.set(run, [...(withRun.get(run) ?? []), segment]);
  }
  return matches;
}

/** The rule of a link between a claim and a quotation of which it is only a part: they are not one claim. */
export const PART_OF_QUOTATION = 'quotation-part';

/** Share of its words with which something counts as the whole, or as within something. */
const MOSTLY = 0.6;

/** The claims that a segment is the words of: the parts of its quotation that it holds, and the whole if it is that. */
function claimsAt(claims: readonly Claim[], segment: QuotedSegment): Claim[] {
  const { span, claim } = segment;
  const parts = claims.filter(
    (part) =>
      part.partOf === claim.id &&
      part.content.some((one) => common(one, span) >= MOSTLY * Math.min(lengthOf(one), lengthOf(span))),
  );
  return isMostOf(segment) || parts.length === 0 ? [claim, ...parts] : parts;
}

/** True if the segment is most of its quotation. */
function isMostOf({ span, claim }: QuotedSegment): boolean {
  return claim.content.some((one) => common(one, span) >= MOSTLY * lengthOf(one));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function common(one: Span, other: Span): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}

/** Shares of the runs of words that two claims have in common. */
function sharedWords(one: Claim, other: Claim): { readonly ofShorter: number; readonly ofLonger: number } {
  const [left, right] = [one, other].map((claim) =>
    shinglesOf(claim.content.flatMap((content) => wordsOf(content.surface))),
  ) as [ReadonlySet<string>, ReadonlySet<string>];
  const ofShorter = containment(left, right);
  return {
    ofShorter,
    ofLonger: (ofShorter * Math.min(left.size, right.size)) / Math.max(left.size, right.size),
  };
}

function alterations(
  { left, right, alignment }: QuoteMatch,
  spanOfWords: (segment: QuotedSegment, start: number, end: number) => Span,
): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const claims = [left.claim.id, right.claim.id];
  const shared = (segment: QuotedSegment, range: { start: number; end: number }): Span =>
    spanOfWords(segment, range.start, range.end);
  if (alignment.cut !== 'none') {
    const [short, long] = alignment.cut === 'right' ? [right, left] : [left, right];
    const dropped = droppedWords(alignment, left, right);
    findings.push({
      kind: 'quotation-truncated',
      severity: 'medium',
      spans: [short.span],
      against: [long.span],
      claims,
      text: `One article leaves out words of the quotation that the other has: "${dropped}".`,
    });
  }
  if (alignment.wording !== 'identical') {
    const isShort = alignment.wording === 'abbreviated';
    findings.push({
      kind: 'quotation-altered',
      severity: isShort ? 'low' : 'medium',
      spans: [shared(left, alignment.left)],
      against: [shared(right, alignment.right)],
      claims,
      text: isShort
        ? 'The two articles quote the same words, but one writes out a name that the other abbreviates.'
        : 'The two articles quote the same words differently.',
    });
  }
  return findings;
}

/** Words that only the longer of the two has, at most some twenty of them. */
function droppedWords({ left, right }: QuoteAlignment, one: QuotedSegment, other: QuotedSegment): string {
  const outside = (segment: QuotedSegment, range: { start: number; end: number }): string => {
    const { span, words } = segment;
    const at = (offset: number): number => offset - span.start;
    const before = span.surface.slice(0, at(words[range.start]?.start ?? span.start));
    const after = span.surface.slice(at(words[range.end - 1]?.end ?? span.end));
    return [before, after]
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' … ');
  };
  const dropped = [outside(one, left), outside(other, right)].sort((a, b) => b.length - a.length)[0] ?? '';
  const words = dropped.split(/\s+/u);
  return words.length > 20 ? `${words.slice(0, 20).join(' ')} …` : dropped;
}

/** Segments that one article runs together in one quotation, while another has them in the opposite order. */
function reorderings(matches: readonly QuoteMatch[]): FindingDraft[] {
  const findings: FindingDraft[] = [];
  const pairs = Map.groupBy(matches, ({ left, right }) => `${left.span.article} ${right.span.article}`);
  for (const ofPair of pairs.values()) {
    for (const side of ['left', 'right'] as const) {
      const facing = side === 'left' ? 'right' : 'left';
      const inOrder = ofPair.toSorted((one, other) => one[side].span.start - other[side].span.start);
      for (let at = 1; at < inOrder.length; at += 1) {
        const [before, after] = [inOrder[at - 1] as QuoteMatch, inOrder[at] as QuoteMatch];
        if (before[side].quotation !== after[side].quotation || before[side] === after[side]) continue;
        if (before[facing].span.start <= after[facing].span.start) continue;
        findings.push({
          kind: 'quotation-reordered',
          severity: 'low',
          spans: [before[side].span, after[side].span],
          against: [after[facing].span, before[facing].span],
          claims: [before[side].claim.id, after[facing].claim.id, before[facing].claim.id],
          text: 'One article runs statements together that the other has in the opposite order.',
        });
      }
    }
  }
  return findings;
}
