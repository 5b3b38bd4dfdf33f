// Log-odds and probabilities. A score is a probability everywhere outside this room; inside, evidence adds up as
// log-odds.

/** The probability of these log-odds, rounded to six places so that the same evidence prints the same number. */
export function probabilityOf(logOdds: number): number {
  return Math.round(1e6 / (1 + Math.exp(-logOdds))) / 1e6;
}

/** The log-odds of a probability; infinite at 0 and 1. */
export function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}
