import { describe, expect, it } from 'vitest';
import { listingsOf } from '../../../model/record.ts';
import type { OfacEntry } from './entry.ts';
import { datasetOfProgrammes, programmesIn } from './listings.ts';
import { recordOf } from './record.ts';

const at = 'sdn.csv:1';

function listings(more: Partial<OfacEntry>, ...tags: string[]) {
  const entry: OfacEntry = {
    uid: '1',
    at,
    type: 'entity',
    names: [{ kind: 'primary', listForm: 'EXAMPLE BANK', at }],
    programmes: tags.map((text) => ({ text, at })),
    titles: [],
    facts: [],
    addresses: [],
    relations: [],
    notes: [],
    ...more,
  };
  const record = recordOf('us_ofac_sdn', entry, () => undefined).build();
  return record.entities
    .filter((entity) => entity.schema === 'Sanction')
    .map(({ properties }) => ({
      program: properties['program']?.[0]?.value,
      since: properties['listingDate']?.map((value) => value.value),
      legalBasis: properties['summary']?.[0]?.value,
      provisions: properties['provisions']?.[0]?.value.split('; '),
    }));
}

describe('the listings of an entry', () => {
  it('are one for each programme', () => {
    expect(listings({}, 'SDGT', 'IFSR').map(({ program }) => program)).toEqual(['SDGT', 'IFSR']);
  });

  it('are one without a programme where none is given, so that the party still counts as listed', () => {
    expect(listings({})).toHaveLength(1);
  });

  it('take the conditions that name their programme, and those that name none', () => {
    const facts = [
      { label: 'Executive Order 13662 Directive Determination -', value: 'Subject to Directive 1', at },
      { label: 'Effective Date (EO 14024 Directive 2):', value: '26 Mar 2022', at },
      { label: 'Listing Date (EO 14024 Directive 2):', value: '24 Feb 2022', at },
      { label: 'Additional Sanctions Information -', value: 'Subject to Secondary Sanctions', at },
    ];
    const secondary = 'Additional Sanctions Information - Subject to Secondary Sanctions';
    expect(listings({ facts }, 'UKRAINE-EO13662', 'RUSSIA-EO14024')).toMatchObject([
      {
        since: undefined,
        provisions: ['Executive Order 13662 Directive Determination - Subject to Directive 1', secondary],
      },
      {
        since: ['2022-02-24'],
        provisions: ['Effective Date (EO 14024 Directive 2): 26 Mar 2022', secondary],
      },
    ]);
  });

  it('take legal authorities and kinds of sanction by programme; only the SDN list blocks', () => {
    const entry = {
      legalAuthorities: [
        { text: 'Executive Order 13662 (Ukraine)' },
        { text: 'Executive Order 14024 (Russia)' },
      ],
      sanctionsTypes: ['13662 Sectoral Directive 1', 'Block'],
      memberships: [
        { list: 'Consolidated List', since: '2014-10-10' },
        { list: 'Sectoral Sanctions Identifications List', since: '2014-09-12' },
        { list: 'SDN List', since: '2022-04-06' },
      ],
    };
    expect(listings(entry, 'UKRAINE-EO13662', 'RUSSIA-EO14024')).toEqual([
      {
        program: 'UKRAINE-EO13662',
        since: ['2014-09-12'],
        legalBasis: 'Executive Order 13662 (Ukraine)',
        provisions: ['13662 Sectoral Directive 1'],
      },
      {
        program: 'RUSSIA-EO14024',
        since: ['2022-04-06'],
        legalBasis: 'Executive Order 14024 (Russia)',
        provisions: ['Block'],
      },
    ]);
  });

  it('pair what names no programme with the programmes in their order', () => {
    const legalAuthorities = [
      { text: 'General License 4 Under EO 13224 (Terrorism)', since: '2006-04-12' },
      { text: 'Executive Order 13224 (Terrorism)', since: '2018-01-31' },
    ];
    expect(listings({ legalAuthorities }, 'NS-PLC', 'SDGT')).toMatchObject([
      { legalBasis: 'General License 4 Under EO 13224 (Terrorism)', since: ['2006-04-12'] },
      { legalBasis: 'Executive Order 13224 (Terrorism)', since: ['2018-01-31'] },
    ]);
  });

  it('carry the authority', () => {
    const entry = { programmes: [{ text: 'DPRK', at }] };
    expect(listings(entry)).toHaveLength(1);
    const record = recordOf(
      'us_ofac_sdn',
      {
        uid: '41736',
        at,
        type: 'individual',
        names: [{ kind: 'primary', listForm: 'EXAMPLOV, Ivan', at }],
        titles: [],
        facts: [],
        addresses: [],
        relations: [],
        notes: [],
        ...entry,
      },
      () => undefined,
    ).build();
    expect(listingsOf(record)).toEqual([
      {
        dataset: 'us_ofac_sdn',
        authority: 'US Department of the Treasury, Office of Foreign Assets Control',
        program: 'DPRK',
        sourceRecord: '41736',
      },
    ]);
  });
});

describe('which list it is', () => {
  it('is told by the greater part of its entries', () => {
    expect(datasetOfProgrammes([['CUBA'], ['SDGT', 'IFSR'], ['UKRAINE-EO13662']])).toBe('us_ofac_sdn');
    expect(datasetOfProgrammes([['NS-PLC'], ['UKRAINE-EO13662', 'RUSSIA-EO14024'], ['RUSSIA-EO14024']])).toBe(
      'us_ofac_cons',
    );
  });

  it('reads the programmes of one column', () => {
    expect(programmesIn('SDGT] [CAATSA - IRAN', at).map(({ text }) => text)).toEqual([
      'SDGT',
      'CAATSA - IRAN',
    ]);
    expect(programmesIn(undefined, at)).toEqual([]);
  });
});
