// The words of customer files for party types and genders, from data/party-words.yml, as key -> answer.
// A word that stands under two answers stops the generation: it would be guessed.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { wordKey } from '../../src/engine/batch/word-key.ts';
import type { Generated } from '../generate.ts';

type Words = Readonly<Record<string, readonly (readonly string[])[]>>;

export async function generate(): Promise<Generated[]> {
  const source = parse(
    await readFile(new URL('../../data/party-words.yml', import.meta.url), 'utf8'),
  ) as Readonly<Record<'schemas' | 'genders', Words>>;
  const data = { schemas: invert(source.schemas), genders: invert(source.genders) };
  return [
    {
      path: 'src/engine/batch/generated/party-words.json',
      text: `${JSON.stringify(data, null, 1)}\n`,
    },
  ];
}

function invert(words: Words): Record<string, string> {
  const answers = new Map<string, string>();
  for (const [answer, rows] of Object.entries(words)) {
    for (const word of rows.flat()) {
      const key = wordKey(word);
      const other = answers.get(key);
      if (other && other !== answer) throw new Error(`"${word}" stands for ${other} and for ${answer}.`);
      answers.set(key, answer);
    }
  }
  return Object.fromEntries([...answers].sort(([left], [right]) => (left < right ? -1 : 1)));
}
