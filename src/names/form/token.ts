// A name taken apart: forms (renderings of one name), each a row of tokens with a role and a weight.

/** What kind of thing bears the name; decides which knowledge is used to read it. */
export type NameKind = 'person' | 'organisation' | 'object';

/**
 * What a token does in a name.
 * - `name`: it identifies
 * - `known`: so does this; it is a well-known name of people, hence no other well-known name misspelt
 * - `patronymic`: it identifies, but is often left out
 * - `initial`: a single letter that stands for a name
 * - `minor`: particle, title, suffix or stop word
 * - `filiation`: a particle between a name and the father's (bin); what stands before and behind it has its place
 * - `generation`: Jr, III: two different ones are two people, one alone says little
 * - `legal`: a legal form
 * - `word`: a word of the trade (bank, factory), with a meaning that other languages share
 * - `number`: a numeral, which must agree
 */
export type TokenRole =
  | 'name'
  | 'known'
  | 'patronymic'
  | 'initial'
  | 'minor'
  | 'filiation'
  | 'generation'
  | 'legal'
  | 'word'
  | 'number';

export interface NameToken {
  /** Folded Latin letters and digits; for native-script forms the characters themselves. */
  readonly text: string;
  /** Sound key; empty for native-script tokens. */
  readonly key: Uint8Array;
  readonly role: TokenRole;
  /** How much it identifies, from its role and from how common it is: above 0, at most 1. */
  readonly weight: number;
  /** Ids of the given-name families it belongs to. */
  readonly families: readonly number[];
  /** Language-free meaning, for roles `legal` and `word`. */
  readonly concept?: string;
  /** Value of a numeral or of a generation. */
  readonly value?: number;
  /** Masculine stem of a Slavic surname, where the token has a feminine or masculine ending. */
  readonly stem?: string;
  /** The word of the original name that the token was made from, where that is known. */
  readonly source?: string;
}

/**
 * How a form was made: `full` with all its sounds; `skeleton` without the short vowels (Arabic, Hebrew);
 * `native` in its own script (Han, kana, Hangul), for exact comparison. A query's skeleton is compared by consonants;
 * a listed skeleton is compared as it was rendered, because lists give such names in Latin letters beside it.
 */
export type FormKind = 'full' | 'skeleton' | 'native';

export interface NameForm {
  /** The name as it was given. */
  readonly surface: string;
  /** The rendering that the tokens were read from. */
  readonly text: string;
  readonly kind: FormKind;
  /** True if the rendering loses what the original tells apart, as pinyin does with Han characters. */
  readonly isLossy: boolean;
  readonly tokens: readonly NameToken[];
}

/** Tokens of a form at most; the longest name of the official lists has 29. Later ones are left out. */
export const MAX_TOKENS = 32;
