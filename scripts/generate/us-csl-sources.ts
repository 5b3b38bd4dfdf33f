// The lists in the US Consolidated Screening List, from data/us-csl-sources.yml.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const source = await readFile(new URL('../../data/us-csl-sources.yml', import.meta.url), 'utf8');
  const text = `${JSON.stringify(parse(source), null, 1)}\n`;
  return [{ path: 'src/lists/generated/us-csl-sources.json', text }];
}
