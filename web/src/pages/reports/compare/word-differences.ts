// Two quotations word by word: which words both have, in their order, and which only one has. For the eye only; whether
// two quotations are the same is found by the engine.

export interface QuotedPiece {
  readonly text: string;
  /** The other quotation has these words too, at this place. */
  readonly isShared: boolean;
}

/** Words at most that are compared; the engine compares as many. */
const MOST_WORDS = 400;

/** Both quotations in runs of words that are shared or not. Spaces and signs stay with the word before them. */
export function wordDifferences(left: string, right: string): [left: QuotedPiece[], right: QuotedPiece[]] {
  const [one, other] = [wordsIn(left), wordsIn(right)];
  const shared = sharedPlaces(one.map(keyOf), other.map(keyOf));
  return [inRuns(one, new Set(shared.map(([at]) => at))), inRuns(other, new Set(shared.map(([, at]) => at)))];
}

function wordsIn(text: string): string[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return words.length <= MOST_WORDS
    ? words
    : [...words.slice(0, MOST_WORDS), words.slice(MOST_WORDS).join('')];
}

function keyOf(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']/gu, '');
}

/** Places of a longest common subsequence. */
function sharedPlaces(left: readonly string[], right: readonly string[]): [number, number][] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        left[i] === right[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const places: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      places.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return places;
}

function inRuns(words: readonly string[], shared: ReadonlySet<number>): QuotedPiece[] {
  const runs: { text: string; isShared: boolean }[] = [];
  words.forEach((word, at) => {
    const last = runs.at(-1);
    const isShared = shared.has(at);
    if (last && last.isShared === isShared) last.text += word;
    else runs.push({ text: word, isShared });
  });
  return runs;
}
