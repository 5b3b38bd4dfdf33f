// What holds a claim across readings. Its id is a number within its article and may move when the rules get better; the
// words that it is made of, and the kind of event, do not.
import type { Claim } from '../model/reading.ts';

/** The anchor of each claim of one article, by its id; claims of the same words and kind are told apart by order. */
export function anchorsOf(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    claims.map((claim) => {
      const spans = claim.content.map(({ start, end }) => `${start}-${end}`).join('+');
      const anchor = `${spans} ${claim.event.type}`;
      const count = (seen.get(anchor) ?? 0) + 1;
      seen.set(anchor, count);
      return [claim.id, count === 1 ? anchor : `${anchor} #${count}`];
    }),
  );
}
