// Numbers as English writes them: figures with commas and a decimal point, words, and words of scale. One reading each;
// what is no number is told as undefined.

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SMALL = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.flatMap((word, tens) => (word ? [[word, tens * 10] as const] : [])),
  ...TENS.flatMap((word, tens) =>
    word ? UNITS.slice(1, 10).map((unit, value) => [`${word}-${unit}`, tens * 10 + value + 1] as const) : [],
  ),
]);
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  million: 1_000_000,
  mn: 1_000_000,
  mln: 1_000_000,
  m: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  bln: 1_000_000_000,
  b: 1_000_000_000,
  trillion: 1_000_000_000_000,
  tn: 1_000_000_000_000,
  trn: 1_000_000_000_000,
};

/** The words of numbers up to ninety-nine, for a pattern. */
export const SMALL_NUMBER_WORDS: readonly string[] = [...SMALL.keys()];

/** `9,000`, `2.5`, `twenty-five`; undefined for other text. */
export function smallNumber(text: string): number | undefined {
  const word = SMALL.get(text.toLowerCase());
  if (word !== undefined) return word;
  if (!/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/u.test(text)) return undefined;
  return Number(text.replaceAll(',', ''));
}

/** 1,000,000 for "million", "millions", "m"; undefined for other words. */
export function scaleOf(word: string): number | undefined {
  const key = word.toLowerCase();
  return SCALES[key] ?? SCALES[key.replace(/s$/u, '')];
}
