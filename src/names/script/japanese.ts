// Japanese names in kana and kanji, in Hepburn: tables of surnames and given names, character by character where those
// end. Long vowels are written o, then ou, then oh. Kanji have no readings that rules could give: what is in no table
// is a guess.

import table from './generated/japanese.json' with { type: 'json' };
import kana from './generated/kana.json' with { type: 'json' };
import { combineWords, fullForms, type Segment } from './rendering.ts';

const surnames: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.surnames));
const givenNames: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.given));
const single: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.characters));
const kanaSounds: ReadonlyMap<string, string> = new Map(Object.entries(kana.sounds));
const foreign: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(kana.foreign));
const LONGEST_SURNAME = 4;
/** A name has up to three readings in the tables; more combinations than this are noise. */
const MOST_READINGS = 4;
const KATAKANA = /[\u30a1-\u30f6]/gu;
const KATAKANA_TO_HIRAGANA = -0x60;
const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/u;
const ONLY_KANA = /^[\u3041-\u3096\u30a1-\u30fa\u30fc]+$/u;

function toHiragana(word: string): string {
  return word.replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) + KATAKANA_TO_HIRAGANA));
}

/** Kana in Hepburn with long vowels marked; what is no kana stays out. */
function spellKana(word: string): string {
  const hiragana = toHiragana(word);
  let out = '';
  let double = false;
  for (let index = 0; index < hiragana.length; ) {
    const letter = hiragana[index]!;
    if (letter === 'ー') out = lengthen(out);
    if (letter === 'っ') double = true;
    const pair = kanaSounds.get(hiragana.slice(index, index + 2));
    const sound = pair ?? kanaSounds.get(letter);
    index += pair === undefined ? 1 : 2;
    if (sound === undefined) continue;
    out += double ? (sound.startsWith('ch') ? 't' : sound[0]) + sound : sound;
    double = false;
  }
  return out.replace(/o[ou]/gu, 'ō').replace(/uu/gu, 'ū');
}

/** The long mark after o and u is heard and sometimes written; after a, e and i it is not. */
function lengthen(text: string): string {
  return text.replace(/o$/u, 'ō').replace(/u$/u, 'ū');
}

function kanaForms(word: string): readonly string[] {
  return [...(foreign.get(toHiragana(word)) ?? []), spellKana(word)];
}

/** Read character by character; undefined where one has no entry. */
function guess(word: string): string | undefined {
  let out = '';
  for (const character of word) {
    const reading = KANA.test(character) ? spellKana(character) : single.get(character)?.[0];
    if (reading === undefined) return undefined;
    out += reading;
  }
  return out;
}

interface Reading {
  readonly texts: readonly string[];
  /** Whether every part stood in a table. */
  readonly known: boolean;
}

function partReading(word: string, first: ReadonlyMap<string, readonly string[]>): Reading | undefined {
  if (ONLY_KANA.test(word)) return { texts: kanaForms(word), known: true };
  const known = first.get(word) ?? surnames.get(word) ?? givenNames.get(word);
  if (known) return { texts: known, known: true };
  const guessed = guess(word);
  return guessed === undefined ? undefined : { texts: [guessed], known: false };
}

/** A word that may hold surname and given name: the longest surname that leaves a readable rest. */
function wordReading(word: string): Reading | undefined {
  if (ONLY_KANA.test(word) || givenNames.has(word) || surnames.has(word)) return partReading(word, surnames);
  for (let length = Math.min(LONGEST_SURNAME, word.length - 1); length >= 1; length -= 1) {
    const family = surnames.get(word.slice(0, length));
    const rest = family && partReading(word.slice(length), givenNames);
    if (!family || !rest) continue;
    const texts = [
      `${family[0]} ${rest.texts[0]}`,
      ...family.slice(1).map((f) => `${f} ${rest.texts[0]}`),
      ...rest.texts.slice(1).map((g) => `${family[0]} ${g}`),
    ];
    // One character can be a surname in China too, so alone it proves little.
    return { texts, known: rest.known && length >= 2 };
  }
  return partReading(word, surnames);
}

function writeLong(text: string, o: string, u: string): string {
  return text.replaceAll('ō', o).replaceAll('ū', u);
}

/**
 * The ways that a stretch of kanji and kana reads as Japanese, most usual first; empty if a character has no reading.
 * `known` says that tables, not guesses, gave it.
 */
export function japaneseForms(segment: Segment): {
  readonly forms: readonly string[];
  readonly known: boolean;
} {
  const readings = segment.words.map((word, index) => {
    const alone = segment.words.length === 1;
    return alone
      ? wordReading(word)
      : (partReading(word, index === 0 ? surnames : givenNames) ?? wordReading(word));
  });
  if (readings.some((reading) => reading === undefined)) return { forms: [], known: false };
  const choices = readings.map((reading) => fullForms(reading!.texts));
  const marked = combineWords(choices, segment.joins, MOST_READINGS).map(({ text }) => text);
  const [first = ''] = marked;
  return {
    forms: [
      ...new Set([
        ...marked.map((text) => writeLong(text, 'o', 'u')),
        writeLong(first, 'ou', 'uu'),
        writeLong(first, 'oh', 'u'),
      ]),
    ],
    known: readings.every((reading) => reading!.known),
  };
}

/** Whether a stretch holds kana, which only Japanese writes. */
export function hasKana(segment: Segment): boolean {
  return segment.words.some((word) => KANA.test(word));
}
