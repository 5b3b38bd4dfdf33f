// Words by which contradictions inside an article are found, from data/news/consistency.yml.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const source = await readFile(new URL('../../data/news/consistency.yml', import.meta.url), 'utf8');
  const path = 'src/news/consistency/generated/consistency.json';
  return [{ path, text: `${JSON.stringify(parse(source), null, 1)}\n` }];
}
