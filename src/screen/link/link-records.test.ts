import { describe, expect, it } from 'vitest';
import { starterRecords } from '../../../test/support/listed-parties.ts';
import { RecordBuilder } from '../../lists/record-builder.ts';
import type { ListRecord } from '../../model/record.ts';
import { groupRecords } from './group-records.ts';
import { linkKey, linkRecords } from './link-records.ts';

function person(
  dataset: string,
  id: string,
  name: string,
  birthDate: string,
  passport?: string,
  country?: string,
): ListRecord {
  const builder = new RecordBuilder(dataset, id, 'Person')
    .add('name', name, 'row 1')
    .addDate('birthDate', birthDate, 'row 1');
  if (passport) builder.addIdentification({ type: 'Passport', number: passport, country }, 'row 1');
  return builder.build();
}

const pairsOf = (records: readonly ListRecord[], cut?: ReadonlySet<string>): string[] =>
  linkRecords(records, cut).map(({ left, right }) => linkKey(left, right));

describe('one party across lists', () => {
  it('is the broker of the reports: three lists, three programmes, one man', async () => {
    const records = await starterRecords();
    const group = groupRecords(records, linkRecords(records)).find((one) =>
      one.records.some(({ recordId }) => recordId === '41736'),
    );
    expect(group?.records.map(({ dataset, recordId }) => `${dataset}-${recordId}`).sort()).toEqual([
      'au_dfat_sanctions-7893',
      'gb_hmt_sanctions-16067',
      'us_ofac_sdn-41736',
    ]);
    expect(group?.links.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it('needs the full date of birth: a year and a name are not enough', () => {
    const [one, other] = [
      person('a', '1', 'Ashot Mkrtychev', '1966'),
      person('b', '2', 'Ashot Mkrtychev', '1966'),
    ];
    expect(pairsOf([one, other])).toEqual([]);
    expect(
      pairsOf([
        person('a', '1', 'Ashot Mkrtychev', '1966-05-07'),
        person('b', '2', 'Ашот Мкртычев', '1966-05-07'),
      ]),
    ).toHaveLength(1);
  });

  it('is not made of different names with one date of birth', () => {
    expect(
      pairsOf([
        person('a', '1', 'Ashot Mkrtychev', '1966-05-07'),
        person('b', '2', 'Ivan Petrov', '1966-05-07'),
      ]),
    ).toEqual([]);
  });

  it('is not made by one passport number of two countries, nor of two men who share a number', () => {
    const slovak = person('a', '1', 'Ashot Mkrtychev', '1966', 'BD3843329', 'Slovakia');
    expect(pairsOf([slovak, person('b', '2', 'Ashot Mkrtychev', '1966', 'BD3843329', 'Peru')])).toEqual([]);
    expect(
      pairsOf([slovak, person('b', '2', 'Ashot Mkrtychev', '1966', 'BD 3843329', 'Slovakia')]),
    ).toHaveLength(1);
    expect(pairsOf([slovak, person('b', '2', 'Giovanni Rossi', '1950', 'BD3843329', 'Slovakia')])).toEqual(
      [],
    );
  });

  it('is never two records of one list, even through a third', () => {
    const date = '1966-05-07';
    const records = [
      person('a', '1', 'Ashot Mkrtychev', date),
      person('a', '2', 'Ashot Mkrtychev', date),
      person('b', '3', 'Ashot Mkrtychev', date),
    ];
    for (const { records: own } of groupRecords(records, linkRecords(records))) {
      expect(new Set(own.map(({ dataset }) => dataset)).size).toBe(own.length);
    }
  });

  it('is held apart where a person has cut the link', () => {
    const records = [
      person('a', '1', 'Ashot Mkrtychev', '1966-05-07'),
      person('b', '2', 'Ashot Mkrtychev', '1966-05-07'),
    ];
    expect(pairsOf(records, new Set([linkKey('b-2', 'a-1')]))).toEqual([]);
  });
});
