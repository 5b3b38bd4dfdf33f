// Korean names in Hangul, and in Han characters read the Korean way: surname, then the given name's syllables apart, in
// the spelling of South Korean passports, of North Korea, and of the two official systems. Other Hangul (firms, foreign
// names) is spelt word by word. Sounds that change where syllables meet are left alone, as personal names leave them.
import { characterReadings } from './character-readings.ts';
import hanjaTable from './generated/hanja.json' with { type: 'json' };
import table from './generated/korean.json' with { type: 'json' };
import { combineWords, fullForms, type Rendering, type Segment } from './rendering.ts';

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const FINALS = 28;

interface System {
  readonly initials: readonly string[];
  readonly open: readonly string[];
  readonly closed: readonly string[];
  readonly finals: readonly string[];
  readonly syllables: Readonly<Record<string, string>>;
}
type SystemName = 'south' | 'north' | 'rr' | 'mr';

const systems = table.systems as unknown as Readonly<Record<SystemName, System>>;
const SOUTH_FIRST: readonly SystemName[] = ['south', 'north', 'rr', 'mr'];
const NORTH_FIRST: readonly SystemName[] = ['north', 'south', 'rr', 'mr'];
const surnames: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.surnames));
const northern: ReadonlyMap<string, string> = new Map(Object.entries(table.northern));
const foreign: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.foreign));
const hanjaSurnames: ReadonlyMap<string, string> = new Map(Object.entries(table['hanja-surnames']));
const mostlyKorean: ReadonlySet<string> = new Set(table['mostly-korean']);
const hanja = characterReadings(hanjaTable);
/** Given names have one or two syllables, rarely three. */
const LONGEST_GIVEN = 3;

/** One Hangul syllable in one system; a lone jamo has no reading of its own and is left out. */
function spellSyllable(syllable: string, name: SystemName): string {
  return systems[name].syllables[syllable] ?? spellByRule(syllable, name);
}

function spellByRule(syllable: string, name: SystemName): string {
  const system = systems[name];
  const code = syllable.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return '';
  const index = code - FIRST_SYLLABLE;
  const final = index % FINALS;
  const vowel = Math.floor(index / FINALS) % VOWELS;
  const initial = Math.floor(index / (FINALS * VOWELS));
  return (
    system.initials[initial]! + (final === 0 ? system.open : system.closed)[vowel]! + system.finals[final]!
  );
}

function spellSurname(surname: string, name: SystemName): string {
  if (name === 'south') return surnames.get(surname)![0]!;
  const written = name === 'north' ? (northern.get(surname) ?? surname) : surname;
  return [...written].map((syllable) => spellByRule(syllable, name)).join('');
}

/** The surname that Hangul begins with, if a given name can follow. */
function surnameOf(word: string): string | undefined {
  const two = word.slice(0, 2);
  if (word.length >= 3 && two.length === 2 && surnames.has(two)) return two;
  const one = word.slice(0, 1);
  return word.length >= 2 && word.length - 1 <= LONGEST_GIVEN && surnames.has(one) ? one : undefined;
}

/** A personal name from its surname and given syllables; `surnameFirst` is the order it was written in. */
function personForms(
  surname: string,
  given: string,
  order: readonly SystemName[],
  surnameFirst: boolean,
  limit: number,
): readonly string[] {
  const put = (family: string, rest: string) => (surnameFirst ? `${family} ${rest}` : `${rest} ${family}`);
  const syllables = [...given];
  const rest = (system: SystemName) => syllables.map((syllable) => spellSyllable(syllable, system)).join(' ');
  const consistent = order.map((system) => put(spellSurname(surname, system), rest(system)));
  const spellings = surnames
    .get(surname)!
    .slice(0, 3)
    .map((family) => put(family, rest(order[0]!)));
  const choices = [
    fullForms([spellSurname(surname, order[0]!)]),
    ...syllables.map((syllable) =>
      fullForms([...new Set(order.map((system) => spellSyllable(syllable, system)))]),
    ),
  ];
  const ordered = surnameFirst ? choices : [...choices.slice(1), choices[0]!];
  const mixed = combineWords(
    ordered,
    ordered.map(() => ' '),
    limit,
  ).map(({ text }) => text);
  return [...new Set([...consistent, ...spellings, ...mixed])].slice(0, limit);
}

/** A word that is no personal name: the official spellings, and one without the vowel that only carries consonants. */
function wordForms(word: string): readonly string[] {
  const known = foreign.get(word);
  if (known) return known;
  const spell = (system: SystemName) => [...word].map((syllable) => spellSyllable(syllable, system)).join('');
  const official = spell('rr');
  const loose = official.replace(/(?<=[^aeiou])eu/gu, '').replace(/ll/gu, 'l');
  return [...new Set([official, spell('mr'), ...(word.length > 2 ? [loose] : [])])];
}

/** Hangul that may be one person's name: in one word, or surname and given name in two. */
function asPerson(
  words: readonly string[],
): { surname: string; given: string; surnameFirst: boolean } | undefined {
  const [first = '', ...others] = words;
  if (words.length === 1) {
    const surname = foreign.has(first) ? undefined : surnameOf(first);
    return surname === undefined
      ? undefined
      : { surname, given: first.slice(surname.length), surnameFirst: true };
  }
  const given = others.join('');
  if (surnames.has(first) && given.length <= LONGEST_GIVEN)
    return { surname: first, given, surnameFirst: true };
  const last = words.at(-1)!;
  const before = words.slice(0, -1).join('');
  // Up to two given names before the surname: 준서 현숙 배.
  if (surnames.has(last) && before.length <= 2 * LONGEST_GIVEN)
    return { surname: last, given: before, surnameFirst: false };
  return undefined;
}

function systemOrder(told: readonly string[]): readonly SystemName[] {
  return told.includes('kp') ? NORTH_FIRST : SOUTH_FIRST;
}

/** Renderings of a stretch of Hangul words (clean), most usual first, at most `limit`. */
export function romaniseHangul(
  segment: Segment,
  told: readonly string[],
  limit: number,
): readonly Rendering[] {
  const person = asPerson(segment.words);
  const texts = person
    ? personForms(person.surname, person.given, systemOrder(told), person.surnameFirst, limit)
    : combineWords(
        segment.words.map((word) => fullForms(wordForms(word))),
        segment.joins,
        limit,
      ).map(({ text }) => text);
  return texts.map((text) => ({ text, kind: 'full', language: 'ko' }));
}

/** How likely Han characters are a Korean's name, and its spellings; empty where they cannot be one. */
export function hanjaForms(
  segment: Segment,
  told: readonly string[],
  limit: number,
): { readonly forms: readonly string[]; readonly likely: boolean } {
  const [word = ''] = segment.words;
  const all = [...word];
  const surname = hanjaSurnames.get(all[0] ?? '');
  if (segment.words.length !== 1 || surname === undefined || all.length < 2 || all.length > 1 + 2)
    return { forms: [], likely: false };
  const given = all.slice(1).map((character) => hanja(character));
  if (given.some((syllable) => syllable === undefined)) return { forms: [], likely: false };
  return {
    forms: personForms(surname, given.join(''), systemOrder(told), true, limit),
    likely: mostlyKorean.has(all[0]!),
  };
}
