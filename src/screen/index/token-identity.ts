// Which tokens the vocabulary holds apart. Two tokens are one vocabulary entry if everything that relates them to
// others is equal; all of that follows from the text, the role and the concept.
import type { NameToken } from '../../names/form/token.ts';

/** What two tokens of one text share exactly if they are the same vocabulary entry. A concept says its role as well. */
export function vocabularyKind({ role, concept }: NameToken): string {
  return concept ?? role;
}

/** A text that two tokens share exactly if they are the same vocabulary entry. */
export function tokenIdentity(token: NameToken): string {
  return `${vocabularyKind(token)}/${token.text}`;
}
