import { describe, expect, it } from 'vitest';
import { DATASETS, fetchSources } from './datasets.ts';
import { LIST_READERS } from './registry.ts';

describe('the addresses of the official lists', () => {
  it('give the parts that a reader of the list needs', () => {
    for (const [name, { fetch }] of Object.entries(DATASETS)) {
      if (!fetch) continue;
      const parts = new Set(Object.keys(fetch));
      const readers = LIST_READERS.filter(
        (reader) => reader.dataset === undefined || reader.dataset === name,
      );
      expect(
        readers.some((reader) => (reader.required ?? ['main']).every((part) => parts.has(part))),
        name,
      ).toBe(true);
    }
  });

  it('are those of the configuration where it has any, and none for a list that stands still', () => {
    expect(fetchSources('us_ofac_sdn').map(({ part }) => part)).toEqual([
      'primary',
      'alias',
      'address',
      'comments',
    ]);
    expect(fetchSources('us_ofac_sdn', { main: 'https://example.org/sdn.xml' })).toEqual([
      { part: 'main', address: 'https://example.org/sdn.xml' },
    ]);
    expect(fetchSources('gb_hmt_sanctions')).toEqual([]);
    expect(fetchSources('house_list')).toEqual([]);
  });
});
