// The profiles that come with Interdict, from data/profiles.yml; the engine checks them as it checks a user's own.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const source = await readFile(new URL('../../data/profiles.yml', import.meta.url), 'utf8');
  return [
    { path: 'src/engine/generated/profiles.json', text: `${JSON.stringify(parse(source), null, 1)}\n` },
  ];
}
