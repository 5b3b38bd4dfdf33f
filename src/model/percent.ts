// Probabilities for people.

/** A probability in per cent, rounded down: never more certain than it is, and never 100 %. */
export function percent(probability: number): string {
  if (probability > 0.999) return 'over 99.9 %';
  return `${(Math.floor(probability * 1000) / 10).toFixed(1)} %`;
}
