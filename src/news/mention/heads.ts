// Whether a run of capitals is the name of a body or a place by its own words: heads ("Ministry of", "Group", "Strait of"),
// legal forms, words of trades. People's names that contain such a word are kept apart by their given name.
import { givenNameIds, matchLegalForm, matchOrgWord } from '../../names/knowledge/index.ts';
import {
  HONORIFICS,
  ORG_FIRST,
  ORG_LAST,
  ORG_LOWER,
  ORG_VAGUE,
  PLACE_FIRST,
  PLACE_LAST,
} from './vocabulary.ts';
import { adjoins, type Word } from './words.ts';

/** Heads that open a body's name with nothing between: "Bank Melli", "Banco Tridente". */
const OPENING_HEAD = /^(?:Bank|Banco|Banque|Banca|Universit\p{L}+|Radio|Hotel|Task|Camp|Club|Grupo|Groupe)$/u;
const OPENING_PLACE = /^(?:Lake|Mount|Cape|Fort|Mt\.?|San|Santa|Puerto|Ciudad|Port)$/u;

export function isGivenName(word: Word): boolean {
  if (givenNameIds(word.folded).length > 0) return true;
  // "Jean-Marc", "Hyun-woo"
  const dash = word.key.indexOf('-');
  return dash > 1 && givenNameIds(word.key.slice(0, dash)).length > 0;
}

/** A head of a body ends the words, or opens them before "of"; or a legal form stands there. */
export function isBodyName(words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from]!, words[to - 1]!];
  if (hasLegalForm(words, from, to)) return true;
  for (let at = from; at < to - 1; at += 1)
    if (ORG_FIRST.has(words[at]!.key) && /^(?:of|for|on|against)$/u.test(words[at + 1]!.key)) return true;
  if (to - from < 2 || HONORIFICS.has(first.key)) return false;
  if (!ORG_LAST.has(last.key)) return OPENING_HEAD.test(first.text);
  // "Victor Gas" may be a person, "Nord Gas" hardly; "Kim Line" is neither.
  return !ORG_VAGUE.has(last.key) || !isGivenName(first);
}

/** A legal form at its place: "Ltd", "GmbH" at the end, "OOO" at the beginning. */
export function hasLegalForm(words: readonly Word[], from: number, to: number): boolean {
  if (to - from < 2) return false;
  const tokens = words.slice(from, to).map(({ folded }) => folded);
  const last = tokens.length - 1;
  return (
    matchLegalForm(tokens, last) !== undefined ||
    (last > 1 && matchLegalForm(tokens, last - 1)?.length === 2) ||
    (words[from]!.isUpper && matchLegalForm(tokens, 0) !== undefined)
  );
}

export function isPlaceName(words: readonly Word[], from: number, to: number): boolean {
  if (to - from < 2) return false;
  const first = words[from]!;
  return (
    PLACE_LAST.has(words[to - 1]!.key) ||
    (PLACE_FIRST.has(first.key) && words[from + 1]!.key === 'of') ||
    OPENING_PLACE.test(first.text)
  );
}

/** A word of a trade stands inside: "Anadolu Makine". */
export function hasTradeWord(words: readonly Word[], from: number, to: number): boolean {
  const tokens = words.slice(from, to).map(({ folded }) => folded);
  return tokens.some((_, at) => matchOrgWord(tokens, at)?.concept.startsWith('place-') === false);
}

/** Words that a head in small letters at `at` takes, after a state's name: "Russian | army"; 0 if there is none. */
export function smallHeadAt(words: readonly Word[], at: number): number {
  const head = words[at];
  if (!adjoins(words, at) || head!.isCapital) return 0;
  if (adjoins(words, at + 1) && ORG_LOWER.has(`${head!.key} ${words[at + 1]!.key}`)) return 2;
  return ORG_LOWER.has(head!.key) ? 1 : 0;
}
