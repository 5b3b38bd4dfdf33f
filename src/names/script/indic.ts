// Names in the scripts of India and Sri Lanka. One reading serves the nine Indian blocks, which Unicode lays out alike;
// Sinhala has a table of its own. The inherent vowel goes where speech drops it (Ram, Rajkumar), which rules can only
// say roughly, so the form that keeps it comes after.
import { clean } from './clean.ts';
import table from './generated/syllabic.json' with { type: 'json' };
import { combineWords, fullForms, type Rendering, type Segment } from './rendering.ts';
import type { Script } from './script-of.ts';

export type IndicScript = Extract<
  Script,
  | 'devanagari'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'oriya'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'malayalam'
  | 'sinhala'
>;

/** A syllable: consonants, then a vowel; `inherent` if the vowel was not written. */
interface Syllable {
  onset: string;
  vowel: string;
  inherent: boolean;
  long: boolean;
  /** How many consonants the onset is. */
  weight: number;
}

type Sounds = ReadonlyMap<number, string>;
interface Layout {
  readonly start: number;
  readonly drops: boolean;
  readonly vowels: Sounds;
  readonly consonants: Sounds;
  readonly signs: Sounds;
  readonly nukta: Sounds;
  readonly joined: Sounds;
  readonly chillu: Sounds;
  readonly voiced: Sounds;
  readonly afterNasal: Sounds;
  readonly long: ReadonlySet<number>;
  readonly virama: number;
  readonly nasals: ReadonlySet<number>;
  readonly doubling: number;
}

const NUKTA = 0x3c;
const VISARGA = 0x03;

function sounds(...tables: (Readonly<Record<string, string>> | undefined)[]): Sounds {
  return new Map(
    tables.flatMap((each) =>
      Object.entries(each ?? {}).map(([place, sound]) => [Number.parseInt(place, 16), sound] as const),
    ),
  );
}

interface Block {
  readonly start: number | string;
  readonly drops: boolean;
  readonly consonants?: Record<string, string>;
  readonly nukta?: Record<string, string>;
  readonly joined?: Record<string, string>;
  readonly chillu?: Record<string, string>;
  readonly nasals?: readonly (number | string)[];
  readonly doubling?: number | string;
}

const hex = (place: number | string) => Number.parseInt(String(place), 16);
const { indic, sinhala } = table;

function indianLayout(script: string, block: Block): Layout {
  return {
    start: hex(block.start),
    drops: block.drops,
    vowels: sounds(indic.vowels),
    consonants: sounds(indic.consonants, block.consonants),
    signs: sounds(indic.signs),
    nukta: sounds(indic.nukta, block.nukta),
    joined: sounds(block.joined),
    chillu: sounds(block.chillu),
    voiced: script === 'tamil' ? sounds(indic['tamil-voiced']) : new Map(),
    afterNasal: script === 'tamil' ? sounds(indic['tamil-after-nasal']) : new Map(),
    long: new Set(indic.long.map(hex)),
    virama: 0x4d,
    nasals: new Set([0x01, 0x02, ...(block.nasals ?? []).map(hex)]),
    doubling: block.doubling === undefined ? -1 : hex(block.doubling),
  };
}

const layouts: ReadonlyMap<string, Layout> = new Map([
  ...Object.entries(indic.blocks as Record<string, Block>).map(
    ([script, block]) => [script, indianLayout(script, block)] as const,
  ),
  [
    'sinhala',
    {
      start: 0xd00,
      drops: false,
      vowels: sounds(sinhala.vowels),
      consonants: sounds(sinhala.consonants),
      signs: sounds(sinhala.signs),
      nukta: new Map(),
      joined: new Map(),
      chillu: new Map(),
      voiced: new Map(),
      afterNasal: new Map(),
      long: new Set<number>(),
      virama: hex(sinhala.virama),
      nasals: new Set([hex(sinhala.nasal)]),
      doubling: -1,
    } satisfies Layout,
  ],
]);
const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(indic.names).map(([name, spellings]) => [clean(name), spellings]),
);

/** Word to syllables. A consonant without a vowel joins the next onset; the last syllable may have no vowel. */
function syllables(word: string, layout: Layout): Syllable[] {
  const found: Syllable[] = [];
  let open: Syllable = { onset: '', vowel: '', inherent: false, long: false, weight: 0 };
  let hasConsonant = false;
  let afterNasal = false;
  let double = false;
  const close = (vowel: string, inherent: boolean, long: boolean) => {
    found.push({ ...open, vowel, inherent, long });
    open = { onset: '', vowel: '', inherent: false, long: false, weight: 0 };
    hasConsonant = false;
  };
  const take = (sound: string) => {
    open.onset += double ? sound[0] + sound : sound;
    open.weight += double ? 2 : 1;
    double = false;
  };
  for (let index = 0; index < word.length; index += 1) {
    const place = word.charCodeAt(index) - layout.start;
    const next = word.charCodeAt(index + 1) - layout.start;
    const consonant = layout.consonants.get(place);
    if (consonant !== undefined) {
      if (hasConsonant) close('a', true, false);
      const dotted = next === NUKTA ? layout.nukta.get(place) : undefined;
      const joined = open.weight > 0 ? layout.joined.get(place) : undefined;
      // Tamil: voiced between vowels and after a nasal, never at the start or doubled.
      const betweenVowels = found.length > 0 && open.weight === 0 && next !== layout.virama;
      const voiced: string | undefined = (
        afterNasal ? layout.afterNasal : betweenVowels ? layout.voiced : undefined
      )?.get(place);
      const sound: string = dotted ?? joined ?? voiced ?? consonant;
      // Conjuncts that are spoken as one: jñ is gy.
      if (open.onset === 'j' && sound === 'ny') open.onset = 'gy';
      else take(sound);
      afterNasal = /^(?:n|ng|ny|m)$/u.test(sound) && next === layout.virama;
      hasConsonant = true;
      if (next === NUKTA) index += 1;
      if (word.charCodeAt(index + 1) - layout.start === layout.virama) {
        hasConsonant = false;
        index += 1;
      }
      continue;
    }
    const sign = layout.signs.get(place);
    const vowel = layout.vowels.get(place);
    if (sign !== undefined && hasConsonant) close(sign, false, layout.long.has(place));
    else if (vowel !== undefined) {
      if (hasConsonant) close('a', true, false);
      close(vowel, false, layout.long.has(place));
    } else if (sign === 'au' && found.length > 0) found[found.length - 1]!.vowel = 'au';
    else if (layout.nasals.has(place)) {
      if (hasConsonant) close('a', true, false);
      const before = layout.consonants.get(next);
      take(before !== undefined && /^[pbm]/u.test(before) ? 'm' : 'n');
    } else if (place === layout.doubling) {
      if (hasConsonant) close('a', true, false);
      double = true;
    } else if (place === VISARGA) {
      if (hasConsonant) close('a', true, false);
    } else {
      const bare = layout.chillu.get(place);
      if (bare === undefined) continue;
      if (hasConsonant) close('a', true, false);
      take(bare);
    }
  }
  if (hasConsonant) close('a', true, false);
  else if (open.onset !== '') found.push({ ...open, vowel: '', inherent: false });
  return found;
}

/** Takes the inherent vowel away at the end, and inside where both neighbours keep theirs: raja-kumara to rajkumar. */
function dropInherent(word: readonly Syllable[], inside: boolean): Syllable[] {
  const kept = word.map((syllable) => ({ ...syllable }));
  const last = kept.at(-1);
  if (last?.inherent && kept.length > 1 && last.weight === 1) last.vowel = '';
  if (!inside) return kept;
  for (let index = kept.length - 2; index > 0; index -= 1) {
    const here = kept[index]!;
    const single = here.weight === 1 && kept[index + 1]!.weight === 1;
    if (here.inherent && single && kept[index - 1]!.vowel !== '' && kept[index + 1]!.vowel !== '')
      here.vowel = '';
  }
  return kept;
}

function write(word: readonly Syllable[]): string {
  return word.map(({ onset, vowel }) => onset + vowel).join('');
}

/** Long i and u as English writes them: Neeta, Poonam. */
function writeLong(word: readonly Syllable[]): string {
  const doubled: Record<string, string> = { i: 'ee', u: 'oo' };
  return word
    .map(
      ({ onset, vowel, long }, index) =>
        onset + (long && index < word.length - 1 ? (doubled[vowel] ?? vowel) : vowel),
    )
    .join('');
}

function wordForms(word: string, layout: Layout): readonly string[] {
  const all = syllables(word, layout);
  const spoken = layout.drops ? dropInherent(all, true) : all;
  const usual = write(spoken);
  return [
    ...new Set([
      ...(names.get(word) ?? []),
      usual,
      ...(layout.drops ? [write(dropInherent(all, false))] : []),
      writeLong(spoken),
      // v is w after a consonant and before a: Bhagwan, Diwakar.
      usual.replace(/v(?=a)/gu, 'w'),
    ]),
  ];
}

/** Renderings of a stretch of words (clean) in one Indic script, most usual first, at most `limit`. */
export function romaniseIndic(segment: Segment, script: IndicScript, limit: number): readonly Rendering[] {
  const layout = layouts.get(script)!;
  return combineWords(
    segment.words.map((word) => fullForms(wordForms(word, layout))),
    segment.joins,
    limit,
  );
}
