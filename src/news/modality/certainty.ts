// How far a sentence holds its statement back, by its hedges. A hedge never changes what a statement is (alleged,
// planned, denied); it only says how sure the speaker makes it.
import type { Certainty } from '../../model/reading.ts';
import { WordSet } from '../event/word-sets.ts';
import words from './generated/modality.json' with { type: 'json' };

const HEDGES = Object.entries(words.certainty).map(([certainty, hedges]) => ({
  certainty: certainty as Certainty,
  hedges: new WordSet(hedges),
}));

/** The certainty that the words tell; undefined if they hedge nothing. */
export function certaintyOf(text: string): Certainty | undefined {
  // "May" the month and "may" the verb: only the small letter hedges.
  const plain = text.replace(/\bMay\b/gu, '');
  return HEDGES.find(({ hedges }) => hedges.isIn(plain))?.certainty;
}
