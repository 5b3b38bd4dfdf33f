// Names in Khmer: a consonant belongs to one of two series, and a vowel sign sounds by the series of its consonant.
// Syllables are taken greedily; a table holds some usual names.
import { clean } from './clean.ts';
import table from './generated/syllabic.json' with { type: 'json' };
import { combineWords, fullForms, type Rendering, type Segment } from './rendering.ts';

type Series = 1 | 2;
const consonants: ReadonlyMap<string, readonly [string, Series]> = new Map(
  Object.entries(table.khmer.consonants as unknown as Record<string, [string, Series]>),
);
const signs: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.khmer.signs));
const independent: ReadonlyMap<string, string> = new Map(Object.entries(table.khmer.independent));
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.khmer.names).map(([name, spellings]) => [clean(name), spellings]),
);
const inherent = table.khmer.inherent;
/** A consonant with shifter, letters below and vowel signs, or a vowel letter. */
const CLUSTER =
  /([\u1780-\u17a2])([\u17c9\u17ca]?)((?:\u17d2[\u1780-\u17a2][\u17c9\u17ca]?)*)([\u17b6-\u17c8]*)|([\u17a3-\u17b3])/gu;
const FIRST = '\u17c9';
const SECOND = '\u17ca';

interface Cluster {
  readonly onset: string;
  readonly vowel: string | undefined;
  readonly series: Series;
  /** One consonant with nothing on it, which may close the syllable before. */
  readonly bare: boolean;
}

function readCluster(match: RegExpExecArray): Cluster {
  const [, letter, shifter = '', below = '', vowels = '', vowelLetter] = match;
  if (vowelLetter !== undefined)
    return { onset: '', vowel: independent.get(vowelLetter) ?? '', series: 1, bare: false };
  const [own, ownSeries] = consonants.get(letter!) ?? ['', 1];
  const shifted =
    shifter === FIRST || below.includes(FIRST)
      ? 1
      : shifter === SECOND || below.includes(SECOND)
        ? 2
        : undefined;
  const under = [...below].filter((sign) => consonants.has(sign)).map((sign) => consonants.get(sign)!);
  // Letters of the second series below pull nothing; those of the first do not either unless they are stops.
  const series = shifted ?? ownSeries;
  const start = own === 'b' && (shifter === FIRST || under.length > 0) ? 'p' : own;
  const sound = vowels === '' ? undefined : soundOf(vowels, series);
  return {
    onset: start + under.map(([latin]) => latin).join(''),
    vowel: sound,
    series,
    bare: vowels === '' && below === '',
  };
}

function soundOf(vowels: string, series: Series): string {
  const whole = signs.get(vowels);
  if (whole) return whole[series - 1]!;
  return [...vowels].map((sign) => signs.get(sign)?.[series - 1] ?? '').join('');
}

function closing(onset: string): string {
  return onset === 'b'
    ? 'p'
    : onset === 'd'
      ? 't'
      : onset === 'nh'
        ? 'nh'
        : onset.replace(/^(?:kh|ch|chh|th|ph)$/u, (sound) => sound[0]!);
}

function spell(word: string): string {
  const clusters = [...word.matchAll(CLUSTER)].map(readCluster);
  let out = '';
  for (let index = 0; index < clusters.length; index += 1) {
    const { onset, vowel, series } = clusters[index]!;
    out += onset + (vowel ?? inherent[series - 1]!);
    const next = clusters[index + 1];
    const afterNext = clusters[index + 2];
    // A bare consonant closes this syllable unless it must begin one with the bare consonant after it.
    const opensNext =
      vowel !== undefined &&
      afterNext?.bare === true &&
      clusters[index + 3]?.bare !== true &&
      index + 3 < clusters.length;
    if (next?.bare && !opensNext) {
      out += closing(next.onset);
      index += 1;
    }
  }
  return out;
}

/** Renderings of a stretch of Khmer words (clean), most usual first, at most `limit`. */
export function romaniseKhmer(segment: Segment, limit: number): readonly Rendering[] {
  const choices = segment.words.map((word) => {
    const heard = spell(word);
    const simple = heard
      .replace(/ea|ie|uo/gu, (vowels) => vowels[0]!)
      .replace(/ou/gu, 'u')
      .replace(/ei/gu, 'i');
    return fullForms([...new Set([...(names.get(word) ?? []), heard, simple])]);
  });
  return combineWords(choices, segment.joins, limit).map((form) => ({ ...form, language: 'km' }));
}
