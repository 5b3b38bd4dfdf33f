// The table of column headings, from data/column-headings.yml, as key -> target; and the words for kinds of party and
// genders that lists of users' own need, from data/party-words.yml, which serves customer files too.
// A word that stands under two answers stops the generation: it would be guessed.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { headingKey } from '../../src/lists/heading-key.ts';
import type { Generated } from '../generate.ts';

type Words = Readonly<Record<string, readonly (readonly string[])[]>>;

interface Headings {
  readonly columns: Words;
  readonly listing: Words;
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
  readonly subjects: readonly (readonly string[])[];
}

export async function generate(): Promise<Generated[]> {
  const headings = (await read('column-headings.yml')) as Headings;
  const words = (await read('party-words.yml')) as Readonly<Record<'schemas' | 'genders', Words>>;
  const columns = invert(headings.columns);
  const listing = invert(headings.listing);
  for (const key of Object.keys(listing))
    if (key in columns) throw new Error(`"${key}" stands for ${columns[key]} and for ${listing[key]}.`);
  return [
    generated('column-headings', {
      columns,
      listing,
      surnames: keys(headings.surnames),
      givenNames: keys(headings.givenNames),
      subjects: keys(headings.subjects.flat()),
    }),
    generated('party-words', { schemas: invert(words.schemas), genders: invert(words.genders) }),
  ];
}

async function read(name: string): Promise<unknown> {
  return parse(await readFile(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}

function generated(name: string, data: object): Generated {
  return { path: `src/lists/generated/${name}.json`, text: `${JSON.stringify(data, null, 1)}\n` };
}

function keys(words: readonly string[]): string[] {
  return [...new Set(words.map(headingKey))].sort();
}

function invert(words: Words): Record<string, string> {
  const answers = new Map<string, string>();
  for (const [answer, rows] of Object.entries(words)) {
    for (const word of rows.flat()) {
      const key = headingKey(String(word));
      const other = answers.get(key);
      if (other && other !== answer) throw new Error(`"${word}" stands for ${other} and for ${answer}.`);
      answers.set(key, answer);
    }
  }
  return Object.fromEntries([...answers].sort(([left], [right]) => (left < right ? -1 : 1)));
}
