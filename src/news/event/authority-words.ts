// Whether words name somebody who acts by public power: a body that is known as such, or words like "ministry".
import { entryOfName } from '../mention/gazetteer.ts';
import words from '../modality/generated/modality.json' with { type: 'json' };
import { WordSet } from './word-sets.ts';

const AUTHORITIES = new WordSet(words.authorities);
const COURTS = new WordSet(words.courts);

/** True if a name or a description is that of an authority. */
export function isAuthorityName(name: string): boolean {
  return AUTHORITIES.isIn(name) || (entryOfName(name)?.act?.length ?? 0) > 0;
}

/** True for one lower-case word such as "prosecutors". */
export function isAuthorityWord(word: string): boolean {
  return AUTHORITIES.hasWord(word);
}

/** True if the words name a court or a judge. */
export function isCourtName(name: string): boolean {
  return COURTS.isIn(name);
}
