// Names in Thai and Lao by the sound (RTGS: Somchai, not the letters S-m-ch-a-y). Neither script shows where a syllable
// ends, so syllables are taken by the longest pattern that fits; learned spellings (silent letters) are only partly
// seen through, and a table holds some usual names. Lao is read through the Thai letters it runs parallel to.
import { clean } from './clean.ts';
import table from './generated/syllabic.json' with { type: 'json' };
import { combineWords, fullForms, type Rendering, type Segment } from './rendering.ts';

type Ends = readonly [start: string, end: string];
const consonants: ReadonlyMap<string, Ends> = new Map(
  Object.entries(table.thai.consonants as unknown as Record<string, Ends>),
);
const laoStarts: ReadonlyMap<string, string> = new Map(Object.entries(table.thai.lao));
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.thai.names).map(([name, spellings]) => [clean(name), spellings]),
);
/** Not before a vowel sign, where the letter that is silent elsewhere begins a syllable: จักรี. */
const learned: ReadonlyMap<string, string> = new Map(Object.entries(table.thai.learned));
const LEARNED = new RegExp(`(?:${[...learned.keys()].join('|')})(?![ะ-ู็์])`, 'gu');

const TONES = /[\u0e48-\u0e4b\u0e4d\u0e4e]/gu;
/** A silenced letter, with its vowel sign and with a t or th before a silenced r. */
const SILENCED = /(?<=[นณก-ฮ])[ทตธด]ร์|[ก-ฮ][ิุ]?์/gu;
/** Lao to Thai: the blocks run parallel 0x80 apart; these do not. */
const LAO: ReadonlyMap<string, string> = new Map([
  ['ົ', 'อ'],
  ['ຼ', 'ล'],
  ['ຽ', 'ฺ'], // ia, for which Thai has no one sign: a mark that Thai names never hold
  ['ໜ', 'น'],
  ['ໝ', 'ม'],
]);

const C = '[ก-ฮ]';
const CLUSTER = '(?:[กขคปพผตท][รลว]|ห[งนมยรลวญ]|อย|[จสศซ]ร|ทร)';
const VOWEL_SIGN = '[ะัาำิีึืุู็ฺ]';
/** A consonant closes a syllable unless it has a vowel of its own. */
const F = `(?:([กขคฆงจชซญฎฏฐฑฒณดตถทธนบปพภฟมยรลวศษสฬ])(?!${VOWEL_SIGN}|อ(?!${VOWEL_SIGN})|รร))`;

/** Patterns in the order in which they are tried: what stands before, between and after the onset, and the vowel. */
const PATTERNS: readonly (readonly [pattern: RegExp, vowel: string])[] = (
  [
    [`เ(O)ียะ?${F}?`, 'ia'],
    [`เ(O)ือะ?${F}?`, 'uea'],
    [`เ(O)าะ`, 'o'],
    [`เ(O)า`, 'ao'],
    [`เ(O)อะ?${F}?`, 'oe'],
    [`เ(O)ิ${F}`, 'oe'],
    [`เ(O)ย(?!${VOWEL_SIGN})`, 'oei'],
    [`เ(O)(?:็|ะ)?${F}?`, 'e'],
    [`แ(O)(?:็|ะ)?${F}?`, 'ae'],
    [`โ(O)ะ?${F}?`, 'o'],
    [`[ใไ](O)ย?(?!${VOWEL_SIGN})`, 'ai'],
    [`[ใไ](O)`, 'ai'],
    [`(O)ัวะ?`, 'ua'],
    [`(O)ัย`, 'ai'],
    [`(O)ั${F}?`, 'a'],
    [`(O)ฺ${F}?`, 'ia'],
    [`(O)ว${F}`, 'ua'],
    [`(O)รร${F}`, 'a'],
    [`(O)รร`, 'an'],
    [`(O)ำ`, 'am'],
    [`(O)ะ`, 'a'],
    [`(O)า${F}?`, 'a'],
    [`(O)ิ${F}?`, 'i'],
    [`(O)ี${F}?`, 'i'],
    [`(O)ึ${F}?`, 'ue'],
    [`(O)ือ?${F}?`, 'ue'],
    [`(O)ุ${F}?`, 'u'],
    [`(O)ู${F}?`, 'u'],
    [`(O)็?อ${F}?`, 'o'],
    [`(O)${F}`, 'o'],
    [`(O)`, 'a'],
  ] as const
).flatMap(([pattern, vowel]) =>
  // A cluster first where a written vowel vouches for it, else one consonant.
  (pattern === '(O)' || pattern === `(O)${F}` ? [C] : [CLUSTER, C]).map(
    (onset) => [new RegExp(pattern.replace('O', onset), 'uy'), vowel] as const,
  ),
);

function start(onset: string, lao: boolean): string {
  const letters = onset.length > 1 && /^(?:ห|อย)/u.test(onset) ? onset.slice(1) : onset;
  if (/^[จสศซ]ร$/u.test(letters)) return consonants.get(letters[0]!)![0];
  if (letters === 'ทร') return 's';
  return [...letters]
    .map((letter) => (lao ? laoStarts.get(letter) : undefined) ?? consonants.get(letter)?.[0] ?? '')
    .join('');
}

function end(vowel: string, letter: string | undefined): string {
  if (letter === undefined) return '';
  if (letter === 'ย' && vowel.endsWith('i')) return '';
  return consonants.get(letter)?.[1] ?? '';
}

function spell(word: string, lao: boolean): string {
  const text = word
    .replace(LEARNED, (spelling) => learned.get(spelling) ?? spelling)
    .replace(SILENCED, '')
    .replace(TONES, '')
    .replaceAll('ฤ', 'ริ')
    .replaceAll('์', '');
  let out = '';
  let index = 0;
  while (index < text.length) {
    let length = 0;
    for (const [pattern, vowel] of PATTERNS) {
      pattern.lastIndex = index;
      const match = pattern.exec(text);
      if (!match) continue;
      // Learned words end in a silent r after a closed syllable: chak(r), wat(r).
      const silent =
        vowel === 'a' &&
        match[0].length === 1 &&
        index + 1 === text.length &&
        /[รมห]/u.test(match[0]) &&
        /[^aeiou]$/u.test(out);
      if (!silent) out += start(match[1]!, lao) + vowel + end(vowel, match[2]);
      length = match[0].length;
      break;
    }
    index += Math.max(1, length);
  }
  return out;
}

function laoToThai(word: string): string {
  return word.replace(
    /[\u0e80-\u0eff]/gu,
    (letter) => LAO.get(letter) ?? String.fromCodePoint(letter.codePointAt(0)! - 0x80),
  );
}

function wordForms(word: string, lao: boolean): readonly string[] {
  const heard = spell(lao ? laoToThai(word) : word, lao);
  // What English papers write: j for ch at the start, p and t and k without the breath, v for w.
  const loose = heard.replace(/th/gu, 't').replace(/ph/gu, 'p').replace(/kh/gu, 'k');
  return [...new Set([...(names.get(word) ?? []), heard, loose])];
}

/** Renderings of a stretch of Thai or Lao words (clean), most usual first, at most `limit`. */
export function romaniseThai(segment: Segment, script: 'thai' | 'lao', limit: number): readonly Rendering[] {
  const forms = combineWords(
    segment.words.map((word) => fullForms(wordForms(word, script === 'lao'))),
    segment.joins,
    limit,
  );
  return forms.map((form) => ({ ...form, language: script === 'lao' ? 'lo' : 'th' }));
}
