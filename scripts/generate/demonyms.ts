// What people of a country are called, from data/demonyms.yml: word -> codes of the countries it may mean.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { countryNameKey } from '../../src/model/country-name-key.ts';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const text = await readFile(new URL('../../data/demonyms.yml', import.meta.url), 'utf8');
  const codes = new Map<string, string[]>();
  for (const [code, words] of Object.entries(parse(text) as Record<string, readonly string[]>)) {
    for (const word of words) {
      const key = countryNameKey(word);
      codes.set(key, [...(codes.get(key) ?? []), code]);
    }
  }
  const sorted = Object.fromEntries([...codes].sort(([left], [right]) => (left < right ? -1 : 1)));
  return [{ path: 'src/lists/generated/demonyms.json', text: `${JSON.stringify(sorted, null, 1)}\n` }];
}
