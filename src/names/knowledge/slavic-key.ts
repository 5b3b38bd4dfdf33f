// One key for the many Latin spellings of a Slavic word: "obshchestvo", "obschestvo", "obŝestvo" folded, and the
// case endings of nouns and adjectives ("rossiyskiy", "rossiyskaya", "rossijskogo"). It joins spellings of *known*
// words; it is far too coarse to compare two unknown names with. The generator keys the knowledge with it and the
// look-up keys the tokens, so a change here needs `node scripts/generate.ts`.
import { Memo } from '../memo.ts';

/** Shorter stems keep their ending: "fonda" is not "fond", "doma" is not "dom". */
const SHORTEST_STEM = 5;

/** Shorter words have no key: too many words of other languages would meet them. */
const SHORTEST_WORD = 5;

/** Endings of cases, genders and numbers, longest first. */
const ENDING =
  /(?:ogo|ego|oho|aga|omu|emu|iami|ami|imi|iam|iah|iei|iem|aia|oie|eie|aie|uiu|iie|oe|ee|ae|ia|iu|ie|oi|ei|ai|im|om|em|ih|ah|ov|ev|am|i|a|o|u|e)$/u;

/** The words of all official lists together are some 60,000. */
const KEPT = 65_536;
const keys = new Memo((token) => stem(oneSpelling(token)), KEPT);

/**
 * The key of a token, or the token itself where it is too short to have one.
 * @param token folded Latin letters and digits
 */
export function slavicKey(token: string): string {
  return token.length < SHORTEST_WORD ? token : keys.get(token);
}

/** What oneSpelling changes: any of these letters or pairs, or a letter twice. Most words of other languages have none. */
const HAS_SPELLINGS = /[jwxy]|[ckstz]h|sc|t[sz]|cz|[aeou]ie|(.)\1/u;

function oneSpelling(token: string): string {
  if (!HAS_SPELLINGS.test(token)) return token;
  return token
    .replace(/schch|shch|shc|sch|shh|sc|sh/gu, 's')
    .replace(/tch|ch|ts|tz|cz/gu, 'c')
    .replaceAll('zh', 'z')
    .replaceAll('kh', 'h')
    .replaceAll('x', 'ks')
    .replaceAll('w', 'v')
    .replace(/[ijy]+/gu, 'i')
    .replace(/(?<=[aeou])i(?=e)/gu, '')
    .replace(/([b-df-hj-np-tv-z])\1+/gu, '$1');
}

function stem(word: string): string {
  const bare = word.replace(ENDING, '');
  return bare.length >= SHORTEST_STEM ? bare : word;
}
