// The acronyms that an organisation name may have given rise to: "Islamic Republic of Iran Shipping Lines" is IRISL.
// Candidates only: that a name has such initials does not show that anybody calls it so. Acronyms made of syllables
// (Rosneft, KOMID) are not found.
import { type LegalForm, matchLegalForm } from './legal-forms.ts';
import { orgStopword } from './org-words.ts';

/** Two letters stand for too many names; longer ones than ten were not seen on the official lists. */
const SHORTEST = 3;
const LONGEST = 10;

/**
 * The likeliest first: initials without small words and legal form, with the legal form, with the small words, with
 * both. Each has 3 to 10 letters; at most 4, none if the name has too few words.
 * @param tokens the whole name, folded Latin
 */
export function acronym(tokens: readonly string[]): readonly string[] {
  let bare = '';
  let withLegal = '';
  let withSmall = '';
  let withBoth = '';
  for (let at = 0; at < tokens.length; ) {
    const legal = matchLegalForm(tokens, at);
    const length = legal?.length ?? 1;
    const words = legal && isAbbreviated(tokens, at, legal) ? [] : tokens.slice(at, at + length);
    for (const token of words) {
      const initial = token.charAt(0);
      const isSmall = orgStopword(token);
      withBoth += initial;
      if (!isSmall) withLegal += initial;
      if (!legal) withSmall += initial;
      if (!legal && !isSmall) bare += initial;
    }
    at += length;
  }
  const candidates = new Set([bare, withLegal, withSmall, withBoth]);
  return [...candidates].filter((letters) => letters.length >= SHORTEST && letters.length <= LONGEST);
}

/** "JSC" and "Ltd" give an acronym no letter; "Corp" does, as "Corporation" does. */
function isAbbreviated(tokens: readonly string[], at: number, legal: LegalForm): boolean {
  return legal.length === 1 && tokens[at]!.length <= 5 && legal.formClass !== 'CORP';
}
