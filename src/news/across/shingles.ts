// How much of one text stands in another, by runs of five words. A run of five is rarely shared by chance; what is
// shared all the same are fixed phrases ("since the start of the war"), so the measure is a share and no count.
import type { Word } from './words.ts';

/** Words of a run. */
const RUN = 5;

/** The runs of five words of a text, each once; the whole text as one run if it is shorter. */
export function shinglesOf(words: readonly Word[]): ReadonlySet<string> {
  if (words.length === 0) return new Set();
  const count = Math.max(1, words.length - RUN + 1);
  return new Set(
    Array.from({ length: count }, (_, at) =>
      words
        .slice(at, at + RUN)
        .map((word) => word.key)
        .join(' '),
    ),
  );
}

/** Share of the smaller set's runs that the other has too, 0 to 1; 0 if either is empty. */
export function containment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared += 1;
  return shared / small.size;
}
