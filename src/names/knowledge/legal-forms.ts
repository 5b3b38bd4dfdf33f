// Legal forms in organisation names: which tokens state one, and of which kind. "OOO", "L L C" and "obshchestvo s
// ogranichennoy otvetstvennostyu" are one kind, so they may stand for each other in a translation; "Ltd" and "PLC"
// are two. Knowledge: data/names/legal-forms.yml. Says nothing about what a difference of form means for a match.
import data from './generated/legal-forms.json' with { type: 'json' };
import { type PhraseMatch, type PhraseOpening, PhraseTable } from './phrase-table.ts';

export interface LegalForm {
  /** Tokens covered, 1 or more. */
  readonly length: number;
  /** The kind of body, such as `LLC`, `JSC` or `SOE`; the keys of `classes` in the data. */
  readonly formClass: string;
  /** The form itself, such as `gmbh`; the keys of `forms` in the data. */
  readonly canonical: string;
}

/** Where in a name a spelling counts: `end` and `start` allow other legal forms between it and the border. */
type Place = 'any' | 'start' | 'end' | 'edge';

const places = data.places as readonly Place[];
const table = new PhraseTable(data.phrases, data.slavic);

/** What legal forms begin with the token, for matchLegalForm; undefined if none does. */
export function legalFormOpening(token: string): PhraseOpening | undefined {
  return table.openingOf(token);
}

/**
 * The longest legal form that begins at `tokens[at]`.
 * @param tokens the whole name, folded Latin; some short forms count only at its border
 * @returns undefined if none does, if it would take the whole name, and for `at` outside the name
 * @param opening that of `tokens[at]`, for callers that have it
 */
export function matchLegalForm(
  tokens: readonly string[],
  at: number,
  opening?: PhraseOpening,
): LegalForm | undefined {
  const found = table.longest(tokens, at, (match) => standsWell(tokens, at, match), opening);
  if (!found) return undefined;
  // A value of the table is the row of the form times the number of places, plus the place.
  const row = Math.floor(found.value / places.length);
  return { length: found.length, formClass: data.classes[row]!, canonical: data.forms[row]! };
}

function standsWell(tokens: readonly string[], at: number, match: PhraseMatch): boolean {
  // A name that were nothing but a legal form would name nobody: "RT", "Corporation".
  if (match.length === tokens.length) return false;
  const place = places[match.value % places.length]!;
  if (place === 'any') return true;
  if (place !== 'end' && at === 0) return true;
  return place !== 'start' && isEnd(tokens, at + match.length);
}

/** True if the tokens from `at` on are nothing but legal forms: "Foo SA | de CV", "Foo AG | & Co KG". */
function isEnd(tokens: readonly string[], at: number): boolean {
  if (at >= tokens.length) return true;
  const endsWell = new Set([tokens.length]);
  // From the back, so that a long row of short forms costs no more than its length.
  for (let from = tokens.length - 1; from >= at; from -= 1) {
    if (table.longest(tokens, from, (match) => endsWell.has(from + match.length))) endsWell.add(from);
  }
  return endsWell.has(at);
}
