// Which tokens the vocabulary holds apart. Two tokens are one vocabulary entry if everything that relates them to
// others is equal; all of that follows from the text, the role and the concept.

import { ROLE } from '../../names/compare/align-score.ts';
import type { NameToken } from '../../names/form/token.ts';

/** A text that two tokens share exactly if they are the same vocabulary entry. */
export function tokenIdentity(token: NameToken): string {
  return `${ROLE[token.role]}${token.concept ?? ''}/${token.text}`;
}
