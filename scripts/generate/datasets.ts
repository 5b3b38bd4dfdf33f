// The lists that Interdict knows by name, from data/datasets.yml, checked, since everything else believes it.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

const KEYS = new Set(
  'title authority country page fetch agent maxBytes maxAgeDays until replacedBy'.split(' '),
);

export async function generate(): Promise<Generated[]> {
  const source = await readFile(new URL('../../data/datasets.yml', import.meta.url), 'utf8');
  const datasets = parse(source) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  for (const [name, facts] of Object.entries(datasets)) {
    const unknown = Object.keys(facts).find((key) => !KEYS.has(key));
    if (unknown) throw new Error(`data/datasets.yml: ${name} has an unknown key "${unknown}".`);
    for (const address of Object.values((facts['fetch'] ?? {}) as Record<string, string>))
      if (new URL(address).protocol !== 'https:')
        throw new Error(`${name}: ${address} is not fetched safely.`);
  }
  return [{ path: 'src/lists/generated/datasets.json', text: `${JSON.stringify(datasets, null, 1)}\n` }];
}
