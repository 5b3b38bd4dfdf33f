// docs/lists.md names every format that is read and every list that is known, and no format that is not.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATASETS, fetchSources } from '../src/lists/datasets.ts';
import { LIST_READERS } from '../src/lists/registry.ts';

const docs = readFileSync(new URL('../docs/lists.md', import.meta.url), 'utf8');
const [formats = ''] = docs.split('\n## Adding\n');

describe('docs/lists.md', () => {
  it('names every format, and no other', () => {
    const named = [...formats.matchAll(/`([a-z]+(?:-[a-z]+)+)[`:]/gu)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(LIST_READERS.map((reader) => reader.format)));
  });

  it('has every list that is known in a row, and says whether it can be fetched', () => {
    const rows = [...formats.matchAll(/^\| `(\w+)` \| (.*) \|$/gmu)].map(
      (match) => [match[1], match[2]] as const,
    );
    expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(DATASETS).sort());
    for (const [name = '', row = ''] of rows)
      expect(row.endsWith('| yes')).toBe(fetchSources(name).length > 0);
  });
});
