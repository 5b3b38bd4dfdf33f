// Slavic surnames change with the bearer's gender and with the romanisation: Ivanov and Ivanova; Zakharovskiy,
// Zakharovsky and Zakharovskaya; Sergeyev, Sergeev and Sergeyeva. The stem is the same for all of them.
// Given names of the same shape (Marina, Eva) are never stemmed. Czech surnames that gain a syllable (Novak,
// Novakova) do not meet here; the comparison of sounds brings them near.
import { givenNameIds, isCommonGivenName } from './given-names.ts';

/** Words that look like feminine surnames and are none: given names in no family, and surnames of other languages. */
const NOT_FEMININE: ReadonlySet<string> = new Set(
  (
    'akulina albina alina amina angelina antonina argentina arina casanova capitolina cordova dina elina encina eva evelina ' +
    'farina florentina galina geneva genova gina grosseva irina ivelina kapitolina karina katerina kieva kristina lina malvina ' +
    'marina martina medina messina mina militina molina nina nova polina regina reina rina rosina sabina sabrina salina ' +
    'santina serafina severina sina terranova tina urbina valentina villanova villanueva zina'
  ).split(' '),
);

interface Ending {
  readonly pattern: RegExp;
  /** What the stem ends in instead. */
  readonly stem: string;
}

/** The first that fits counts. */
const FEMININE: readonly Ending[] = [
  { pattern: /(?:ckaya|tskaya|tskaia|tskaja|tzkaya|cka)$/u, stem: 'cki' },
  { pattern: /(?:skaya|skaia|skaja|skaa|ska)$/u, stem: 'ski' },
  { pattern: /[yij](?:eva|ova)$/u, stem: 'ev' },
  { pattern: /eva$/u, stem: 'ev' },
  { pattern: /ova$/u, stem: 'ov' },
  { pattern: /ina$/u, stem: 'in' },
  { pattern: /yna$/u, stem: 'yn' },
  { pattern: /(?<=[bdglmnrtv])(?:aya|aia|aja)$/u, stem: 'y' },
];

/** All of these end in one of the last letters of `MASCULINE_ENDS`, and the feminine ones in a. */
const MASCULINE: readonly Ending[] = [
  { pattern: /(?:tskiy|tskii|tskij|tskyi|tskyy|tsky|tski|ckyi|ckij|cky|cki)$/u, stem: 'cki' },
  { pattern: /(?:skiy|skii|skij|skyi|skyy|skyj|skoy|skoi|sky|ski)$/u, stem: 'ski' },
  { pattern: /[yij](?:ev|ov|eff|off|ew|ow)$/u, stem: 'ev' },
  { pattern: /(?:ev|eff)$/u, stem: 'ev' },
  { pattern: /(?:ov|off)$/u, stem: 'ov' },
  { pattern: /in$/u, stem: 'in' },
  { pattern: /yn$/u, stem: 'yn' },
  { pattern: /(?<=[bdglmnrtv])(?:oy|oi|yy|yi|yj)$/u, stem: 'y' },
];

const FEMININE_ENDS = 'a';
const MASCULINE_ENDS = 'yijvfwn';

/** Letters before the ending at least; shorter ones are other words (Lina, Nova, Lev, Kim Yin). */
const SHORTEST_STEM = 3;

/**
 * The stem that all forms of a Slavic surname share. Tokens with equal stems are one surname.
 * @param token folded lower-case Latin token
 * @returns undefined if the token has none of the endings, or is a given name
 */
export function surnameStem(token: string): string | undefined {
  const last = token.slice(-1);
  const endings = last === FEMININE_ENDS ? FEMININE : MASCULINE_ENDS.includes(last) ? MASCULINE : undefined;
  if (!endings || NOT_FEMININE.has(token) || givenNameIds(token).length > 0 || isCommonGivenName(token))
    return undefined;
  return stemBy(endings, token);
}

/** Endings of Slavic adjectives made of a name: Muromskiy, Uralskaya. */
const ADJECTIVE = /sk(?:iy|ii|ij|yi|yy|y|i|oy|oi|aya|aia|aja|oye|oe|oje|ogo|ie|iye|ikh|im)$/u;
/** Names before that ending that are surnames themselves, and keep it: Petrovskiy is not of Petrov. */
const SURNAME_BEFORE = /(?:ov|ev|in|yn)$/u;
/** Letters of the name before the ending at least. */
const SHORTEST_NAME = 4;

/**
 * The stem of a word in the name of an organisation: an adjective in -skiy meets the name it is made of (Muromskiy
 * Zavod, the plant of Murom), any other word is stemmed as a surname is.
 */
export function wordStem(token: string): string | undefined {
  const ending = ADJECTIVE.exec(token);
  const name = ending ? token.slice(0, ending.index) : '';
  return name.length >= SHORTEST_NAME && !SURNAME_BEFORE.test(name) ? name : surnameStem(token);
}

function stemBy(endings: readonly Ending[], token: string): string | undefined {
  for (const { pattern, stem } of endings) {
    const found = pattern.exec(token);
    if (found) return found.index >= SHORTEST_STEM ? token.slice(0, found.index) + stem : undefined;
  }
  return undefined;
}
