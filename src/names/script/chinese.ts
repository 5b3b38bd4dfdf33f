// Names in Han characters read as Chinese: pinyin with the surname apart, then the given name's syllables apart, then
// the spellings of Taiwan (Wade-Giles) and Hong Kong. It does not divide the words of a firm's name: more than four
// characters come out syllable by syllable.
import anyAscii from 'any-ascii';
import { characterReadings } from './character-readings.ts';
import cantoneseTable from './generated/cantonese.json' with { type: 'json' };
import table from './generated/chinese.json' with { type: 'json' };
import pinyinTable from './generated/pinyin.json' with { type: 'json' };
import { combineWords, fullForms, type Segment } from './rendering.ts';

const surnames: ReadonlySet<string> = new Set(table.surnames);
const compoundSurnames: ReadonlySet<string> = new Set(table['compound-surnames'].flat());
const foreign: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.foreign));
const elsewhere: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.elsewhere));
const simplified: ReadonlyMap<string, string> = new Map(Object.entries(table.traditional));
const surnameReading: ReadonlyMap<string, string> = new Map(Object.entries(pinyinTable.surname));
const nameReading: ReadonlyMap<string, string> = new Map(Object.entries(pinyinTable.anywhere));
const mandarin = characterReadings(pinyinTable.syllables);
const cantonese = characterReadings(cantoneseTable);
/** Surname and given name together; a compound surname with two characters, or two surnames, make four. */
const LONGEST_NAME = 4;
/** Joined, apart, and with the passport's yu; mixtures of these are nobody's spelling. */
const MOST_PINYIN = 3;
/** 々 and its like repeat the character before. */
const REPEATS = new Set(['々', '〻']);

type Spelling = Readonly<{
  initials: Record<string, string>;
  finals: Record<string, string>;
  whole: Record<string, string>;
}>;

/** A name taken apart: `surname` is empty where none was recognised. */
interface Parts {
  readonly surname: readonly string[];
  readonly given: readonly string[];
}

function characters(word: string): readonly string[] {
  const found: string[] = [];
  for (const character of word) found.push(REPEATS.has(character) ? (found.at(-1) ?? character) : character);
  return found;
}

/** The surname that a word begins with, if what follows can be a given name. */
function parts(word: string): Parts {
  const all = characters(word);
  if (all.length > LONGEST_NAME || all.length < 2) return { surname: [], given: all };
  if (all.length > 2 && compoundSurnames.has(all.slice(0, 2).join(''))) {
    return { surname: all.slice(0, 2), given: all.slice(2) };
  }
  return surnames.has(all[0]!)
    ? { surname: all.slice(0, 1), given: all.slice(1) }
    : { surname: [], given: all };
}

function syllable(character: string, isSurname: boolean): string {
  const plain = simplified.get(character) ?? character;
  const special = (isSurname ? surnameReading.get(plain) : undefined) ?? nameReading.get(plain);
  return (
    special ??
    mandarin(character) ??
    anyAscii(character)
      .toLowerCase()
      .replace(/[^a-z]/gu, '')
  );
}

/** Respells one syllable: as a whole if listed, else its initial and its final each. */
function respell(sound: string, spelling: Spelling): string {
  const whole = spelling.whole[sound];
  if (whole !== undefined) return whole;
  const initial =
    [2, 1].map((length) => sound.slice(0, length)).find((start) => spelling.initials[start] !== undefined) ??
    '';
  const final = sound.slice(initial.length);
  return (spelling.initials[initial] ?? '') + (spelling.finals[final] ?? final);
}

const wadeGiles = table['wade-giles'] as Spelling;
const hongKong = table['hong-kong'] as Spelling;
/** ü is written u on most lists (Lu), yu in Chinese passports (Lyu). */
const plainU = (text: string) => text.replaceAll('v', 'u');
const passportU = (text: string) => text.replaceAll('v', 'yu');

function joined(surname: string, given: readonly string[], between: string): string {
  return [surname, given.join(between)].filter(Boolean).join(' ');
}

/** The pinyin of one word: surname and joined given name, then every syllable apart. */
function pinyinForms(word: string): readonly string[] {
  const known = foreign.get(word);
  if (known) return known;
  const { surname, given } = parts(word);
  const family = surname.map((character) => syllable(character, true)).join('');
  const rest = given.map((character) => syllable(character, false));
  const forms =
    given.length + surname.length > LONGEST_NAME
      ? [joined(family, rest, ' ')]
      : [joined(family, rest, ''), joined(family, rest, ' ')];
  return [...new Set([...forms.map(plainU), ...forms.slice(0, 1).map(passportU)])];
}

function surnameElsewhere(surname: readonly string[]): readonly string[] {
  const key = surname.map((character) => simplified.get(character) ?? character).join('');
  return elsewhere.get(surname.join('')) ?? elsewhere.get(key) ?? [];
}

/** What Taiwan, Hong Kong and the Chinese abroad write; empty unless the word is a personal name. */
function otherForms(word: string): readonly string[] {
  const { surname, given } = parts(word);
  if (surname.length === 0 || foreign.has(word)) return [];
  const respelt = (character: string, isSurname: boolean) =>
    plainU(respell(syllable(character, isSurname), wadeGiles));
  const family = surname.map((character) => respelt(character, true)).join('');
  const taiwan = joined(
    family,
    given.map((character) => respelt(character, false)),
    ' ',
  );
  const heard = given.map(cantonese);
  const known = surnameElsewhere(surname);
  const cantoneseFamily =
    known[0] ?? surname.map((character) => respell(cantonese(character) ?? '', hongKong)).join('');
  const south =
    heard.every((sound) => sound !== undefined) && cantoneseFamily !== ''
      ? [
          joined(
            cantoneseFamily,
            heard.map((sound) => respell(sound!, hongKong)),
            ' ',
          ),
        ]
      : [];
  const mixed = known.slice(0, 2).map((spelling) =>
    plainU(
      joined(
        spelling,
        given.map((c) => syllable(c, false)),
        '',
      ),
    ),
  );
  return [taiwan, ...south, ...mixed];
}

/** The ways that a stretch of Han words reads as Chinese, most usual first: pinyin, and what other places write. */
export function chineseForms(segment: Segment): {
  readonly pinyin: readonly string[];
  readonly others: readonly string[];
} {
  const { words, joins } = segment;
  const choices = words.map((word) => fullForms(pinyinForms(word)));
  return {
    pinyin: combineWords(choices, joins, MOST_PINYIN).map(({ text }) => text),
    others: words.length === 1 ? otherForms(words[0]!) : [],
  };
}
