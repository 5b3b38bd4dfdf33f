// Names in Arabic letters: Arabic, Persian, Urdu and Pashto, which leave short vowels out, so that a table of usual
// names comes first and a consonant skeleton after it. Sorani Kurdish and Uyghur write their vowels and are alphabets
// like any other. Compounds (servant of ..., light of the faith) are spelt the ways that lists spell them.
import { Memo } from '../memo.ts';
import { fold } from './fold.ts';
import abjads from './generated/abjads.json' with { type: 'json' };
import table from './generated/arabic-names.json' with { type: 'json' };
import { combineWords, type Rendering, type Segment, type WordForm } from './rendering.ts';
import { type Abjad, bare, guessed, sounds } from './skeleton.ts';

type Language = 'ar' | 'fa' | 'ur' | 'ps';
type Spellings = readonly string[] | Partial<Record<Language, readonly string[]>>;

/** The stretch mark stands for a joint within a word (see romanise.ts). */
const JOINT = 'ـ';
/** Letters that decide for a language, strongest first. */
const TELLTALES: readonly (readonly [Language, RegExp])[] = [
  ['ps', /[ټډړږښڼځڅې]/u],
  ['ur', /[ٹڈڑںےہھ]/u],
  ['fa', /[پچژگکی]/u],
];
const ARTICLE = 'ال';
const SERVANT = 'عبدال';
const FATHER = 'ابوال';
const FAITH = 'الدين';
const GOD = 'الله';
/** Forms of one word at most: table spellings are few, but a compound multiplies them. */
const MAX_WORD_FORMS = 8;
/**
 * Longer words are taken letter by letter: names of one word were seen to have up to 20 letters on the UK list, and
 * taking a word apart costs the more the longer it is.
 */
const LONGEST_ANALYSED = 40;
/** A word in two halves that are both names (Mohammadreza) has halves of at least this many letters. */
const SHORTEST_HALF = 3;
/** Words kept at most by each memo; those of the official lists have some 5,000. */
const KEPT_WORDS = 16_384;

function byFold<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries).map(([key, value]) => [fold(key), value]));
}

const names = byFold<Spellings>(table.names);
const particles = byFold<Spellings>(table.particles);
const divine = byFold<Spellings>(table.divine);
const endings = [...byFold<Spellings>(table.endings)].sort(([a], [b]) => b.length - a.length);

type LetterTable = Record<string, string | readonly [string, string]>;
const common: LetterTable = { ...abjads.arabic.letters, ...(abjads.arabic.vowels as unknown as LetterTable) };

function letterSet(changes: 'persian' | 'urdu' | 'pashto' | 'foreign' | undefined): Abjad {
  const letters = { ...common, ...(changes ? (abjads.arabic[changes] as unknown as LetterTable) : {}) };
  return { letters: new Map(Object.entries(letters)), throat: abjads.arabic.throat };
}
const letters: Record<Language, Abjad> = {
  ar: letterSet(undefined),
  fa: letterSet('persian'),
  ur: letterSet('urdu'),
  ps: letterSet('pashto'),
};
const foreignLetters = letterSet('foreign');

/** The spellings of an entry, those of the language at hand first. */
function spellingsOf(entry: Spellings | undefined, language: Language): readonly string[] {
  if (entry === undefined) return [];
  if (Array.isArray(entry)) return entry;
  const byLanguage = entry as Partial<Record<Language, readonly string[]>>;
  return [...new Set([...(byLanguage[language] ?? []), ...Object.values(byLanguage).flat()])];
}

const full = (text: string): WordForm => ({ text, kind: 'full' });
const skeleton = (text: string): WordForm => ({ text, kind: 'skeleton' });

function distinct(forms: readonly WordForm[]): readonly WordForm[] {
  const seen = new Set<string>();
  return forms
    .filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text))
    .slice(0, MAX_WORD_FORMS);
}

/** Each first with each second, nearest to the usual pair first. */
function cross(
  firsts: readonly string[],
  seconds: readonly string[],
  join: (first: string, second: string) => string,
): string[] {
  const pairs: { text: string; cost: number }[] = [];
  firsts.forEach((first, i) => {
    seconds.forEach((second, j) => {
      pairs.push({ text: join(first, second), cost: i + j });
    });
  });
  return pairs.sort((a, b) => a.cost - b.cost).map(({ text }) => text);
}

function servantOf(name: string, language: Language): readonly WordForm[] {
  if (name === 'له') return ['abdullah', 'abdallah', 'abdollah', 'abd allah', 'abdulla'].map(full);
  const known = spellingsOf(divine.get(name) ?? names.get(name), language);
  const kind = known.length > 0 ? full : skeleton;
  const [first, second] = known.length > 0 ? known : skeletonForms(name, language).map(({ text }) => text);
  if (first === undefined) return [];
  const prefixes =
    language === 'fa' ? ['abdol', 'abdul ', 'abdul'] : ['abdul ', 'abd al-', 'abdul', 'abdel ', 'abdel'];
  return distinct([
    ...prefixes.map((prefix) => kind(prefix + first)),
    ...(second ? [kind(prefixes[0] + second)] : []),
  ]);
}

const GOD_SPELT: Record<Language, readonly string[]> = {
  ar: ['allah', 'ullah', ' allah'],
  fa: ['ollah', 'ullah', 'allah'],
  ur: ['ullah', 'allah', ' ullah'],
  ps: ['ullah', 'allah', ' ullah'],
};
const FAITH_SPELT: Record<Language, readonly string[]> = {
  ar: [' al-din', 'uddin', 'eddine', ' eddin', 'aldin'],
  fa: ['eddin', 'oddin', 'uddin', ' al-din'],
  ur: ['uddin', ' ud din', 'udin', ' al-din'],
  ps: ['uddin', 'udin', ' al-din'],
};

const FATHER_SPELT: Record<Language, readonly string[]> = {
  ar: ['abu al-', 'abul ', 'aboul '],
  fa: ['abol', 'abul ', 'abu al-'],
  ur: ['abul ', 'abu al-', 'abul'],
  ps: ['abul ', 'abu al-', 'abul'],
};

/** A beginning in each of its spellings before what follows it. */
function compound(starts: readonly string[], rest: readonly WordForm[]): readonly WordForm[] {
  const kind = rest.every((form) => form.kind === 'full') ? full : skeleton;
  const ends = rest.slice(0, 3).map(({ text }) => text);
  return distinct(cross(starts, ends, (a, b) => a + b).map(kind));
}

/** What a word with a known end is: the stem looked up or guessed, each with each spelling of the end. */
function stemWith(stem: string, ends: readonly string[], language: Language): readonly WordForm[] {
  const stems = wordForms(stem, language);
  const kind = stems.every((form) => form.kind === 'full') ? full : skeleton;
  return distinct(
    cross(
      stems.slice(0, 3).map(({ text }) => text),
      ends,
      (a, b) => a + b,
    ).map(kind),
  );
}

function tableForms(key: string, language: Language): readonly string[] {
  return spellingsOf(particles.get(key) ?? names.get(key), language);
}

/**
 * A name and an ending (Ahmadinejad), a name with the -i of origin (Karimi), two names written as one (Mohammadreza,
 * Mohammad Reza), or a name with something unknown after it.
 */
function composedForms(key: string, language: Language): readonly WordForm[] {
  const known = (part: string) => spellingsOf(names.get(part), language);
  for (const [ending, spelt] of endings) {
    const stems = key.endsWith(ending) ? known(key.slice(0, -ending.length)) : [];
    if (stems.length > 0) return cross(stems, spellingsOf(spelt, language), (a, b) => a + b).map(full);
  }
  if (key.endsWith('ي')) {
    const stems = known(key.slice(0, -1)).filter((stem) => /[^aeiouy]$/u.test(stem));
    if (stems.length > 0) return stems.map((stem) => full(`${stem}i`));
  }
  for (let at = key.length - SHORTEST_HALF; at >= SHORTEST_HALF; at -= 1) {
    const firsts = known(key.slice(0, at));
    const seconds = firsts.length > 0 ? known(key.slice(at)) : [];
    if (seconds.length === 0) continue;
    const joined = cross(firsts, seconds, (a, b) => a + b);
    return [joined[0]!, `${firsts[0]} ${seconds[0]}`, ...joined.slice(1)].map(full);
  }
  for (let at = key.length - SHORTEST_HALF; at > SHORTEST_HALF; at -= 1) {
    const [first] = known(key.slice(0, at));
    if (first === undefined) continue;
    const rest = skeletonForms(key.slice(at), language).map(({ text }) => text);
    return [...rest.map((second) => skeleton(`${first} ${second}`)), skeleton(first + rest[0])];
  }
  return [];
}

/** An ending of three letters or more is one even after a stem that no table has; a shorter one may be chance. */
function endingOf(key: string): readonly [stem: string, ends: Spellings] | undefined {
  const found = endings.find(
    ([ending]) => ending.length >= 3 && key.endsWith(ending) && key.length >= ending.length + 2,
  );
  return found && [key.slice(0, -found[0].length), found[1]];
}

function skeletonForms(word: string, language: Language): readonly WordForm[] {
  // A final ة, and a final ه after a consonant, is heard as a (e in Persian); after a long vowel ه is an h.
  const vowelEnd = word.length > 2 && /ة$|[^اويآىی]ه$/u.test(word);
  const own = sounds(vowelEnd ? word.slice(0, -1) : word, letters[language]);
  const close = (text: string) =>
    vowelEnd ? text.replace(/[ae]$/u, '') + (language === 'fa' ? 'e' : 'a') : text;
  // نغ is how Arabic writes a foreign ng.
  const hear = (text: string) => text.replace(/ngh(?![aeiou])/gu, 'ng');
  return distinct(
    [close(guessed(own)), close(bare(own)), bare(sounds(word, foreignLetters))].map((text) =>
      skeleton(hear(text)),
    ),
  );
}

function wordForms(word: string, language: Language): readonly WordForm[] {
  if (word.length > LONGEST_ANALYSED) return skeletonForms(word, language);
  const key = fold(word);
  const known = tableForms(key, language);
  if (known.length > 0) return distinct(known.map(full));
  if (key.startsWith(SERVANT) && key.length > SERVANT.length)
    return servantOf(key.slice(SERVANT.length), language);
  if (key.startsWith(FATHER) && key.length > FATHER.length + 1) {
    return compound(FATHER_SPELT[language], wordForms(key.slice(FATHER.length), language));
  }
  if (key.endsWith(GOD) && key.length > GOD.length)
    return stemWith(key.slice(0, -GOD.length), GOD_SPELT[language], language);
  if (key.endsWith(FAITH) && key.length > FAITH.length) {
    return stemWith(key.slice(0, -FAITH.length), FAITH_SPELT[language], language);
  }
  if (key.startsWith(ARTICLE) && key.length > ARTICLE.length + 1) {
    const rest = wordForms(word.slice(ARTICLE.length), language);
    const [first] = rest;
    return distinct([
      ...rest.map((form) => ({ ...form, text: `al-${form.text}` })),
      ...(first ? [{ ...first, text: `el-${first.text}` }] : []),
    ]);
  }
  const composed = composedForms(key, language);
  if (composed.length > 0) return distinct(composed);
  if (word.includes(JOINT)) {
    const parts = word
      .split(JOINT)
      .filter(Boolean)
      .map((part) => wordForms(part, language));
    if (parts.length > 0)
      return combineWords(
        parts,
        parts.map(() => ''),
        MAX_WORD_FORMS,
      );
  }
  const ending = endingOf(key);
  if (ending) return stemWith(ending[0], spellingsOf(ending[1], language), language);
  return skeletonForms(word, language);
}

const keys = new Memo(fold, KEPT_WORDS);
const formsIn: Readonly<Record<Language, Memo<readonly WordForm[]>>> = {
  ar: new Memo((word) => wordForms(word, 'ar'), KEPT_WORDS),
  fa: new Memo((word) => wordForms(word, 'fa'), KEPT_WORDS),
  ur: new Memo((word) => wordForms(word, 'ur'), KEPT_WORDS),
  ps: new Memo((word) => wordForms(word, 'ps'), KEPT_WORDS),
};

/** عبد الX, X الدين and X الله are one name each, however they are spaced. */
function joinCompounds(segment: Segment): Segment {
  const words: string[] = [];
  const joins: string[] = [];
  segment.words.forEach((word, index) => {
    const key = keys.get(word);
    const previous = words.length > 0 ? keys.get(words.at(-1)!) : undefined;
    const continues =
      previous !== undefined &&
      !particles.has(previous) &&
      ((previous === 'عبد' && key.startsWith(ARTICLE)) || key === FAITH || key === GOD);
    if (continues) words[words.length - 1] += word;
    else {
      words.push(word);
      joins.push(segment.joins[index]!);
    }
  });
  return { words, joins };
}

function likelyLanguage(words: readonly string[], told: readonly string[]): Language {
  for (const code of told) {
    if (code === 'prs' || code === 'fa') return 'fa';
    if (code === 'ar' || code === 'ur' || code === 'ps') return code;
  }
  const telltale = TELLTALES.find(([, pattern]) => words.some((word) => pattern.test(word)));
  return telltale?.[0] ?? 'ar';
}

/** Renderings of a stretch of words in Arabic letters (clean), most usual first, at most `limit`. */
export function romaniseArabic(
  segment: Segment,
  told: readonly string[],
  limit: number,
): readonly Rendering[] {
  const language = likelyLanguage(segment.words, told);
  const { words, joins } = joinCompounds(segment);
  const choices = words.map((word) => formsIn[language].get(word));
  return combineWords(choices, joins, limit).map((form) => ({ ...form, language }));
}
