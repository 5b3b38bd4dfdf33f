// The phrases by which zones of an article are told apart, from data/news/zone-phrases.yml: the same lists, each
// phrase in the form in which lines are compared, sorted and without doubles.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { lineKey } from '../../src/news/zones/line-key.ts';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const text = await readFile(new URL('../../data/news/zone-phrases.yml', import.meta.url), 'utf8');
  const lists = Object.entries(parse(text) as Record<string, readonly string[]>).map(([name, phrases]) => [
    name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase()),
    [...new Set(phrases.map(lineKey))].sort(),
  ]);
  const table = `${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`;
  return [{ path: 'src/news/zones/generated/zone-phrases.json', text: table }];
}
