import { describe, expect, it } from 'vitest';
import type { ListingResult } from '../../api/types.ts';
import { actsOf } from './listing-acts.ts';

const listing = (facts: Partial<ListingResult>): ListingResult => ({
  dataset: 'us_ofac_sdn',
  authority: 'OFAC',
  sourceRecord: '1',
  measures: [],
  ...facts,
});

describe('the acts of a party’s listings', () => {
  it('join the programmes of one record and day, and come in the order of time, those without a day last', () => {
    const acts = actsOf([
      listing({ program: 'CYBER2' }),
      listing({ dataset: 'au_dfat_sanctions', listedOn: '2024-02-23' }),
      listing({ program: 'DPRK', listedOn: '2023-03-30' }),
      listing({ program: 'CYBER3' }),
      listing({ program: 'NPWMD', listedOn: '2023-03-30' }),
    ]);
    expect(acts.map(({ listing: { listedOn }, programmes }) => [listedOn, programmes])).toEqual([
      ['2023-03-30', ['DPRK', 'NPWMD']],
      ['2024-02-23', []],
      [undefined, ['CYBER2', 'CYBER3']],
    ]);
  });

  it('keep apart what differs in its reason, and keep each measure once', () => {
    const measure = { id: 'us-blocking', text: 'Property is blocked.', source: '31 CFR 510' };
    expect(actsOf([listing({ reason: 'a' }), listing({ reason: 'b' })])).toHaveLength(2);
    const [act] = actsOf([
      listing({ program: 'A', measures: [measure] }),
      listing({ program: 'B', measures: [measure] }),
    ]);
    expect(act?.measures).toEqual([measure]);
  });
});
