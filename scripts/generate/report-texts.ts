// The words of the report, from data/report.yml.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

export async function generate(): Promise<Generated[]> {
  const text = await readFile(new URL('../../data/report.yml', import.meta.url), 'utf8');
  const texts = parse(text) as Record<string, Record<string, string>>;
  for (const [section, entries] of Object.entries(texts))
    for (const [key, words] of Object.entries(entries))
      if (typeof words !== 'string') throw new Error(`data/report.yml: ${section}.${key} is no text`);
  return [
    { path: 'src/engine/record/generated/report-texts.json', text: `${JSON.stringify(texts, null, 1)}\n` },
  ];
}
