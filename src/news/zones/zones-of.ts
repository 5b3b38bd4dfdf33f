// Takes an article's text apart into zones: headline, deck, subheads, contents, captions, datelines, body and
// boilerplate. By rules of thumb on lines, after what the page itself says of them (hints). Works in any language,
// but knows the furniture of English pages only. Zones stand in order, do not overlap, have no white space at their
// ends, and hold every other character of the text; a paragraph is one zone, unless a dateline or a picture's
// credit is split off it.
import type { Zone, ZoneKind } from '../../model/reading.ts';
import { type Block, blocksOf, withoutBullet } from './blocks.ts';
import { creditStart, saysTheSame } from './captions.ts';
import { datelineLength, isDateLine } from './datelines.ts';
import { hasNoStop, looksLikeHeading, looksLikeHeadline } from './headings.ts';
import { lineKey } from './line-key.ts';
import {
  beginsLikeByline,
  isClosingHeading,
  isFurniture,
  isSummaryHeading,
  isTailFurniture,
} from './phrases.ts';

/** What the article's source says of its text. */
export interface ZoneHints {
  /** The headline, if the source names it; it need not stand in the text. */
  readonly title?: string | undefined;
  /** Kinds of whole lines that are known from the markup. */
  readonly zones?: readonly Zone[] | undefined;
}

interface Part extends Block {
  kind?: ZoneKind;
  /** The part that says the same. */
  repeats?: Part;
}

/** Lines at the beginning among which the headline and the lines of date and author are looked for. */
const HEAD_LINES = 8;
/** Furniture lines are short; a longer one is prose that happens to begin so. */
const MOST_FURNITURE = 250;
/** Share of the text after which the lines about authors and rights stand. */
const TAIL_FROM = 0.6;
/** A contents list has at least so many lines. */
const LEAST_CONTENTS = 3;
/** Paragraphs at the beginning that may open with a dateline. */
const DATELINE_PARAGRAPHS = 3;
const MOST_DECK = 300;

/**
 * The zones of an article's text, in order.
 *
 * @param text line ends are `\n`
 */
export function zonesOf(text: string, hints: ZoneHints = {}): Zone[] {
  const parts: Part[] = blocksOf(text);
  takeHints(parts, hints);
  markHeadline(parts, hints);
  markFurniture(parts, text.length);
  markContents(parts);
  markSummary(parts);
  markCaptions(parts);
  markHead(parts);
  for (const part of parts)
    part.kind ??= looksLikeHeading(part.text) && !part.isBulleted ? 'subhead' : 'body';
  mendSubheads(parts);
  markRepeats(parts);
  return zonesFrom(parts);
}

function takeHints(parts: readonly Part[], { zones = [] }: ZoneHints): void {
  const kinds = new Map(zones.map(({ start, kind }) => [start, kind]));
  for (const part of parts) {
    const kind = kinds.get(part.start);
    // Of a paragraph the markup only says that it is one.
    if (kind && kind !== 'body') part.kind = kind;
  }
}

function markHeadline(parts: readonly Part[], { title }: ZoneHints): void {
  if (parts.some(({ kind }) => kind === 'headline')) return;
  const key = title ? lineKey(title) : '';
  const head = parts.slice(0, HEAD_LINES);
  const named = head.find((part) => part.key !== '' && part.key === key);
  const first = head.find((part) => !part.kind && !isFurniture(part.key) && !isDateLine(part.text, part.key));
  const isHeadline =
    first && !first.isBulleted && (looksLikeHeadline(first.text) || isBeforeDateline(parts, first));
  const headline = named ?? (isHeadline ? first : undefined);
  if (headline) headline.kind = 'headline';
}

/** A short sentence over a paragraph that opens with a dateline is a headline, whatever it ends with. */
function isBeforeDateline(parts: readonly Part[], part: Part): boolean {
  const next = parts[parts.indexOf(part) + 1];
  return part.text.length <= MOST_DECK && next !== undefined && datelineLength(next.text) > 0;
}

function markFurniture(parts: readonly Part[], length: number): void {
  let isClosing = false;
  for (const part of parts) {
    if (part.kind === 'headline') continue;
    const isShort = part.text.length <= MOST_FURNITURE;
    const isTail = part.start >= length * TAIL_FROM;
    if (isClosingHeading(part.key)) isClosing = true;
    // After "Related articles" come their headlines, until prose begins again.
    else if (!looksLikeHeadline(part.text)) isClosing = false;
    const isFurnitureLine = isFurniture(part.key) || (isTail && isTailFurniture(part.key));
    if (isClosing || (isShort && isFurnitureLine)) part.kind = 'boilerplate';
  }
}

/** A run of headings, most of which come again further down, is a list of contents. */
function markContents(parts: readonly Part[]): void {
  const lastOfKey = new Map(parts.map((part) => [part.key, part]));
  const comesAgain = (part: Part) => part.key !== '' && lastOfKey.get(part.key) !== part;
  for (let from = 0; from < parts.length; ) {
    let to = from;
    while (to < parts.length && isContentsLine(parts[to] as Part)) to += 1;
    const run = parts.slice(from, to);
    const last = run.findLastIndex(comesAgain);
    const listed = run.slice(0, last + 1);
    if (listed.length >= LEAST_CONTENTS && listed.filter(comesAgain).length * 2 > listed.length) {
      for (const part of listed) {
        part.kind = 'contents';
        const heading = lastOfKey.get(part.key);
        if (heading && heading !== part) part.repeats = heading;
      }
    }
    from = to + 1;
  }
}

function isContentsLine(part: Part): boolean {
  return (!part.kind || part.kind === 'subhead') && looksLikeHeading(withoutBullet(part));
}

/** The points under "Key takeaways". */
function markSummary(parts: readonly Part[]): void {
  let isSummary = false;
  for (const part of parts) {
    if (!part.kind && isSummaryHeading(part.key)) {
      isSummary = true;
      part.kind = 'boilerplate';
    } else if (isSummary && !part.kind && part.isBulleted) part.kind = 'deck';
    else isSummary = false;
  }
}

function markCaptions(parts: readonly Part[]): void {
  for (const [index, part] of parts.entries()) {
    if (part.kind && part.kind !== 'caption') continue;
    if (creditStart(part) >= 0) part.kind = 'caption';
    const before = parts[index - 1];
    const isFree = before && (!before.kind || before.kind === 'caption');
    if (!isFree || (looksLikeHeading(part.text) && looksLikeHeading(before.text))) continue;
    if (saysTheSame(before.key, part.key)) {
      before.kind = 'caption';
      part.kind = 'caption';
      part.repeats = before.repeats ?? before;
    } else if (part.kind === 'caption' && !part.isApart && !before.isBulleted && hasNoStop(before.text)) {
      // The alternative text of the same picture.
      before.kind = 'caption';
    }
  }
}

/** Lines of date and author at the beginning, and the deck between headline and body. */
function markHead(parts: readonly Part[]): void {
  const headline = parts.findIndex(({ kind }) => kind === 'headline');
  for (const part of parts.slice(0, headline + 1 + HEAD_LINES)) {
    if (part.kind) continue;
    if (isDateLine(part.text, part.key)) part.kind = 'dateline';
    else if (beginsLikeByline(part.key) && looksLikeHeading(part.text)) part.kind = 'boilerplate';
    else if (!hasNoStop(part.text)) break;
  }
  const next = parts[headline + 1];
  if (headline < 0 || !next || next.kind || next.isBulleted) return;
  const isBeforeBody = parts.slice(headline + 2).some((part) => !part.kind && !looksLikeHeading(part.text));
  if (isBeforeBody && next.text.length <= MOST_DECK && hasNoStop(next.text)) next.kind = 'deck';
}

/** In a text without any sentence, the last line is what it has to say. */
function mendSubheads(parts: readonly Part[]): void {
  const last = parts.findLast(({ kind }) => kind === 'body' || kind === 'subhead');
  if (last?.kind === 'subhead' && !parts.some(({ kind }) => kind === 'body')) last.kind = 'body';
}

/** A line outside the body that stands there a second time. */
function markRepeats(parts: readonly Part[]): void {
  const first = new Map<string, Part>();
  for (const part of parts) {
    if (part.key === '' || part.kind === 'boilerplate' || part.kind === 'contents') continue;
    const before = first.get(part.key);
    if (!before) first.set(part.key, part);
    else part.repeats ??= before;
  }
}

function zonesFrom(parts: readonly Part[]): Zone[] {
  const zones: Zone[] = [];
  let paragraphs = 0;
  for (const part of parts) {
    const { start, end, kind = 'body', repeats } = part;
    const repeated = repeats ? { repeats: repeats.start } : {};
    if (kind === 'body') paragraphs += 1;
    const dateline = kind === 'body' && paragraphs <= DATELINE_PARAGRAPHS ? datelineLength(part.text) : 0;
    const credit = kind === 'caption' ? creditStart(part) : -1;
    const body = start + dateline + leadingSpace(part.text.slice(dateline));
    if (dateline > 0 && body < end) {
      zones.push({ kind: 'dateline', start, end: start + dateline }, { kind, start: body, end, ...repeated });
    } else if (credit >= 0) {
      const captionEnd = start + part.text.slice(0, credit).trimEnd().length;
      if (captionEnd > start) zones.push({ kind, start, end: captionEnd, ...repeated });
      zones.push({ kind: 'boilerplate', start: start + credit, end });
    } else zones.push({ kind, start, end, ...repeated });
  }
  return zones;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
