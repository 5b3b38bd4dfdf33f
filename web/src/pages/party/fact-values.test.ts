import { describe, expect, it } from 'vitest';
import type { Fact } from '../../api/types.ts';
import { namesOf, saidValues, withoutEchoes } from './fact-values.ts';

const value = (text: string, dataset: string, words?: string) => ({
  text,
  dataset,
  recordId: '1',
  ...(words === undefined ? {} : { words }),
});

describe('the values of a fact', () => {
  it('stand once where lists say the same, with each list as a source, and in words where they are codes', () => {
    const said = saidValues([
      value('sk', 'us_ofac_sdn', 'Slovakia'),
      value('az', 'au_dfat_sanctions', 'Azerbaijan'),
      value('sk', 'gb_hmt_sanctions', 'Slovakia'),
    ]);
    expect(said.map(({ text, sources }) => [text, sources.map(({ dataset }) => dataset)])).toEqual([
      ['Slovakia', ['us_ofac_sdn', 'gb_hmt_sanctions']],
      ['Azerbaijan', ['au_dfat_sanctions']],
    ]);
  });
});

describe('the names of a party', () => {
  it('stand once each, as the strongest kind that a list gives them', () => {
    const facts: Fact[] = [
      {
        property: 'weakAlias',
        label: 'Weak alias',
        values: [value('IRISL', 'eu_fsf'), value('HTC', 'eu_fsf')],
      },
      { property: 'birthDate', label: 'Birth date', values: [value('1966', 'eu_fsf')] },
      { property: 'name', label: 'Name', values: [value('IRISL', 'us_ofac_sdn')] },
    ];
    expect(namesOf(facts).map(({ text, kind, sources }) => [text, kind, sources.length])).toEqual([
      ['IRISL', 'name', 2],
      ['HTC', 'also known as, a weak pointer', 1],
    ]);
  });
});

describe('a number', () => {
  it('is not said again where the same record gives it with its document, and only there', () => {
    const facts: Fact[] = [
      {
        property: 'identification',
        label: 'Identity documents',
        values: [value('Passport SK BD3843329', 'us_ofac_sdn')],
      },
      {
        property: 'passportNumber',
        label: 'Passport number',
        values: [value('BD3843329', 'us_ofac_sdn'), value('BD3843329', 'eu_fsf')],
      },
      { property: 'innCode', label: 'INN', values: [value('7811636632', 'us_ofac_sdn')] },
      { property: 'nationality', label: 'Nationality', values: [value('SK', 'us_ofac_sdn')] },
    ];
    const left = withoutEchoes(facts).flatMap(({ property, values }) =>
      values.map(({ dataset }) => `${property} ${dataset}`),
    );
    expect(left).toEqual([
      'identification us_ofac_sdn',
      'passportNumber eu_fsf',
      'innCode us_ofac_sdn',
      'nationality us_ofac_sdn',
    ]);
  });
});
