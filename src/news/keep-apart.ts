// Of ranges that overlap, keeps the preferred ones. Looks only at neighbours, so that a long line costs no more than its
// length and its knots.
import type { Range } from './document.ts';

/**
 * Those ranges that overlap none that comes before them in the list, in the order of the text.
 * @param ranges the preferred first
 */
export function keepApart<T extends Range>(ranges: readonly T[]): T[] {
  const inText = ranges
    .map((range, rank) => ({ range, rank }))
    .sort((one, other) => one.range.start - other.range.start || one.rank - other.rank);
  const kept: T[] = [];
  for (let from = 0; from < inText.length; ) {
    let to = from + 1;
    let end = inText[from]!.range.end;
    while (to < inText.length && inText[to]!.range.start < end) {
      end = Math.max(end, inText[to]!.range.end);
      to += 1;
    }
    kept.push(...keepOfKnot(inText.slice(from, to)));
    from = to;
  }
  return kept;
}

function keepOfKnot<T extends Range>(knot: readonly { readonly range: T; readonly rank: number }[]): T[] {
  if (knot.length === 1) return [knot[0]!.range];
  const kept: T[] = [];
  for (const { range } of [...knot].sort((one, other) => one.rank - other.rank))
    if (!kept.some((other) => other.start < range.end && range.start < other.end)) kept.push(range);
  return kept.sort((one, other) => one.start - other.start);
}
