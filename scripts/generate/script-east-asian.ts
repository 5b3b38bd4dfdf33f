// Readings of Han characters (CLDR's Han-Latin and Han-Latin-Names for Mandarin; data/script for the rest), kana and the
// name tables of Chinese, Japanese and Korean, packed for lookup: a string of characters for each syllable.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

const require = createRequire(import.meta.url);

async function read<T>(name: string): Promise<T> {
  return parse(await readFile(new URL(`../../data/script/${name}.yml`, import.meta.url), 'utf8')) as T;
}

/** `lǚ` to `lv`: tones go, ü is kept apart from u under the letter that pinyin keyboards use. */
function toneless(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');
}

async function cldr(name: string): Promise<readonly string[]> {
  const path = require.resolve(`cldr-transforms/transforms/${name}.txt`);
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The first rule that has a character wins in CLDR, so it does here. */
async function pinyin(): Promise<Record<string, string>> {
  const bySyllable: Record<string, string> = {};
  const seen = new Set<string>();
  for (const line of await cldr('Han-Latin')) {
    const match = /^\[([^\]]+)\]→([^;]+);/u.exec(line);
    if (!match) continue;
    const syllable = toneless(match[2]!);
    for (const character of match[1]!) {
      if (seen.has(character)) continue;
      seen.add(character);
      bySyllable[syllable] = (bySyllable[syllable] ?? '') + character;
    }
  }
  if (seen.size < 40_000) throw new Error(`only ${seen.size} characters read from Han-Latin`);
  return bySyllable;
}

/** Readings that a character has as a surname; `anywhere` those that it has in all of a personal name. */
async function nameReadings(): Promise<{
  surname: Record<string, string>;
  anywhere: Record<string, string>;
}> {
  const surname: Record<string, string> = {};
  const anywhere: Record<string, string> = {};
  for (const line of await cldr('Han-Latin-Names')) {
    const match = /^(\$startOfHanMarker\{ )?(\p{Script=Han})→([^;]+);/u.exec(line);
    if (match) (match[1] ? surname : anywhere)[match[2]!] = toneless(match[3]!);
  }
  if (Object.keys(surname).length < 20) throw new Error('the form of Han-Latin-Names has changed');
  return { surname, anywhere };
}

function pairs(text: string): [string, string][] {
  const words = text.trim().split(/\s+/u);
  return Array.from({ length: words.length / 2 }, (_, index) => [words[2 * index]!, words[2 * index + 1]!]);
}

interface Chinese {
  surnames: string;
  traditional: string;
  [key: string]: unknown;
}
interface Kana {
  sounds: string;
  foreign: Record<string, string[]>;
}

function file(name: string, value: unknown): Generated {
  return { path: `src/names/script/generated/${name}.json`, text: `${JSON.stringify(value)}\n` };
}

export async function generate(): Promise<Generated[]> {
  const chinese = await read<Chinese>('chinese');
  const kana = await read<Kana>('kana');
  return [
    file('pinyin', { syllables: await pinyin(), ...(await nameReadings()) }),
    file('chinese', {
      ...chinese,
      surnames: chinese.surnames.replace(/\s/gu, ''),
      traditional: Object.fromEntries(
        chinese.traditional
          .trim()
          .split(/\s+/u)
          .map((pair) => [...pair]),
      ),
    }),
    file('cantonese', await read('cantonese')),
    file('korean', await read('korean')),
    file('hanja', await read('hanja')),
    file('japanese', await read('japanese')),
    file('kana', { sounds: Object.fromEntries(pairs(kana.sounds)), foreign: kana.foreign }),
  ];
}
