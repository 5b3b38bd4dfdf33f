// A probability as a word and a number; a number alone asks too much, a word alone says too little.
const WORDS = [
  [0.99, 'almost certainly the same'],
  [0.9, 'very likely the same'],
  [0.7, 'likely the same'],
  [0.5, 'perhaps the same'],
  [0.1, 'probably another'],
  [0, 'almost certainly another'],
] as const;

export function scoreWord(score: number): string {
  return WORDS.find(([from]) => score >= from)![1];
}

/** To a tenth of a percent, and never rounded to a certainty that it is not. */
export function percent(score: number): string {
  const rounded = Math.min(99.9, Math.max(0.1, Math.round(score * 1000) / 10));
  return `${rounded.toFixed(1)} %`;
}

export function Score({ score }: { readonly score: number }) {
  return (
    <span>
      {scoreWord(score)} <span className="text-quiet">({percent(score)})</span>
    </span>
  );
}
