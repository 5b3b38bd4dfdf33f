// Person-name knowledge from data/names/*.yml as one compact table.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

type Family = { spellings?: string[]; translations?: string[]; nicknames?: string[] };
type Compounds = { heads: Record<string, string[]>; articles: string[]; tails: Record<string, string[]> };

async function read<Content>(name: string): Promise<Content> {
  return parse(await readFile(new URL(`../../data/names/${name}`, import.meta.url), 'utf8')) as Content;
}

export async function generate(): Promise<Generated[]> {
  const { families } = await read<{ families: Record<string, Family> }>('given-names.yml');
  const words = await read<Record<string, { weight: number; words: string[] }>>('person-words.yml');
  const compounds = await read<Compounds>('compounds.yml');
  const data = {
    // Each family as three lists: spellings, translations, nicknames.
    families: Object.values(families).map((family) => [
      family.spellings ?? [],
      family.translations ?? [],
      family.nicknames ?? [],
    ]),
    words: Object.entries(words).map(([kind, entry]) => [kind, entry.weight, entry.words]),
    compounds,
  };
  return [{ path: 'src/names/knowledge/generated/person.json', text: `${JSON.stringify(data)}\n` }];
}
