// Finds the quotations of an article, paragraph by paragraph: a reading of the marks from left to right that
// tolerates what newspapers do (straight and curly marks mixed, a mark typed the wrong way round, a mark left out).
// The outermost quotation alone is reported. Single marks count only outside double ones, and an apostrophe never.
// The reading is linear in the length of the text: each mark looks at its neighbours and at most two marks ahead.
import type { Quotation, Range } from '../document.ts';

type Family = 'double' | 'single' | 'guillemet';

interface Mark extends Range {
  readonly family: Family;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** The direction that its shape says; a straight mark says none. */
  readonly shape: 'open' | 'close' | 'straight';
  /** An "s" stands before it. */
  readonly isPossessive: boolean;
}

const MARKS = /["“”„‟«»‹›]|``|''|['‘’‚‛]/g;
const FAMILIES: Readonly<Record<string, Family>> = {
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'guillemet',
  '›': 'guillemet',
};
const SHAPES: Readonly<Record<string, Mark['shape']>> = {
  '“': 'open',
  '„': 'open',
  '‟': 'open',
  '``': 'open',
  '«': 'open',
  '‹': 'open',
  '‘': 'open',
  '‚': 'open',
  '‛': 'open',
  '”': 'close',
  '»': 'close',
  '›': 'close',
  '’': 'close',
};
/** Words that begin with an apostrophe: what follows it. */
const ELISION = /^(?:\d\ds?|em|til|till|cause|tis|twas|n|round|bout|cuz)(?![\p{L}\p{N}])/iu;
const SPACE_BEFORE = /[\s([{<—–\-/:,.…]/;
const WORD = /[\p{L}\p{N}]/u;

/** The quotations of the paragraphs, in order. */
export function quotationsOf(text: string, paragraphs: readonly Range[]): readonly Quotation[] {
  const quotations: Quotation[] = [];
  for (const [number, paragraph] of paragraphs.entries()) {
    const first = quotations.length;
    const before = quotations.at(-1);
    const next = paragraphs[number + 1];
    for (const quotation of readParagraph(text, paragraph, next)) quotations.push(quotation);
    const opening = quotations[first];
    if (
      before?.isUnclosed &&
      opening?.start === paragraph.start &&
      before.end === paragraphs[number - 1]?.end
    ) {
      quotations[first] = { ...opening, continues: first - 1 };
    }
  }
  return quotations;
}

function readParagraph(text: string, paragraph: Range, next: Range | undefined): Quotation[] {
  const marks = marksOf(text, paragraph);
  const found: Quotation[] = [];
  for (let at = 0; at < marks.length; ) {
    const mark = marks[at]!;
    if (!opens(marks, at, paragraph)) {
      at += 1;
      continue;
    }
    const close = mark.family === 'single' ? closeOfSingle(marks, at) : closeOfDouble(marks, at);
    if (close !== undefined) {
      const isEmpty = !WORD.test(text.slice(mark.end, marks[close]!.start));
      if (!isEmpty) found.push({ start: mark.start, end: marks[close]!.end });
      at = close + 1;
    } else if (mark.family === 'double' || goesOn(text, mark, paragraph, next)) {
      found.push({ start: mark.start, end: paragraph.end, isUnclosed: true });
      return found;
    } else {
      at += 1;
    }
  }
  return found;
}

/** Marks of quotation of one paragraph; apostrophes inside words and inch marks are left out. */
function marksOf(text: string, { start, end }: Range): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: sign, index } of text.slice(start, end).matchAll(MARKS)) {
    const from = start + index;
    const to = from + sign.length;
    const before = from > start ? text[from - 1]! : '';
    const after = to < end ? text[to]! : '';
    const family = FAMILIES[sign] ?? 'double';
    if (WORD.test(before) && WORD.test(after) && sign !== '“') continue;
    if (family === 'single' && sign !== '‘' && ELISION.test(text.slice(to, to + 8))) continue;
    const atStart = before === '' || SPACE_BEFORE.test(before) || /["'“‘«„]/.test(before);
    const atEnd = after === '' || !WORD.test(after) || /[,.?!…]/.test(before);
    marks.push({
      start: from,
      end: to,
      family,
      shape: SHAPES[sign] ?? 'straight',
      canOpen: atStart && after !== '' && (!/\s/.test(after) || before === ''),
      canClose: atEnd && before !== '' && (!/[\s([{]/.test(before) || isBehindMark(text, start, from)),
      isPossessive: /s/i.test(before),
    });
  }
  return marks;
}

/** True if a space parts the mark from the one of a quotation inside: `'Well done,' "`. */
function isBehindMark(text: string, start: number, at: number): boolean {
  return at - 2 >= start && /[ \u00a0]/.test(text[at - 1]!) && /['’]/.test(text[at - 2]!);
}

function opens(marks: readonly Mark[], at: number, paragraph: Range): boolean {
  const mark = marks[at]!;
  const next = marks[at + 1];
  const isFollowedByClose = next?.family === mark.family && next.canClose && next.shape !== 'open';
  switch (mark.shape) {
    case 'open':
      return mark.canOpen || !mark.canClose || mark.start === paragraph.start;
    case 'straight':
      return mark.canOpen;
    case 'close':
      // Typed the wrong way round: it stands where a quotation begins, and the mark after it closes one.
      return mark.canOpen && isFollowedByClose && (!mark.canClose || mark.start === paragraph.start);
  }
}

/** The number of the mark that closes the quotation opened at `from`; undefined if it stays open. */
function closeOfDouble(marks: readonly Mark[], from: number): number | undefined {
  const { family } = marks[from]!;
  let depth = 1;
  let isNested = false;
  for (let at = from + 1; at < marks.length; at += 1) {
    const mark = marks[at]!;
    if (mark.family !== family) continue;
    if (isOpener(mark)) {
      // One more level only if two marks that close come next: else the mark before was forgotten.
      isNested = !isNested && closesNext(marks, at + 1, family, 2);
      if (isNested) depth += 1;
    } else if (mark.canClose || mark.shape === 'close') {
      depth -= 1;
      isNested = false;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** True if it can only open. */
function isOpener(mark: Mark): boolean {
  return mark.canOpen && (!mark.canClose || mark.shape === 'open') && mark.shape !== 'close';
}

/** True if the next `count` marks of the family all close. */
function closesNext(marks: readonly Mark[], from: number, family: Family, count: number): boolean {
  let left = count;
  for (let at = from; at < marks.length && at < from + 8 && left > 0; at += 1) {
    const mark = marks[at]!;
    if (mark.family !== family) continue;
    if (isOpener(mark)) return false;
    left -= 1;
  }
  return left === 0;
}

/** Single marks close before the next one that opens; behind an "s" the mark is rather a possessive. */
function closeOfSingle(marks: readonly Mark[], from: number): number | undefined {
  let possessive: number | undefined;
  for (let at = from + 1; at < marks.length; at += 1) {
    const mark = marks[at]!;
    if (mark.family !== 'single') continue;
    if (!mark.canClose) {
      if (isOpener(mark)) break;
      continue;
    }
    possessive = at;
    if (!mark.isPossessive) return at;
  }
  return possessive;
}

/** A single mark at the start of a paragraph whose speech goes on in the next, which opens likewise. */
function goesOn(text: string, mark: Mark, paragraph: Range, next: Range | undefined): boolean {
  return (
    mark.start === paragraph.start &&
    mark.shape === 'open' &&
    next !== undefined &&
    text[next.start] === text[mark.start]
  );
}
