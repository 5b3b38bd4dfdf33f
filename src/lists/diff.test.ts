import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListRecord } from '../model/record.ts';
import { describeDiff } from './describe-diff.ts';
import { diffRecords } from './diff.ts';
import { RecordBuilder } from './record-builder.ts';

const AT = 'sdn.csv:1';

function person(recordId: string, build: (builder: RecordBuilder) => void = () => {}): ListRecord {
  const builder = new RecordBuilder('us_ofac_sdn', recordId, 'Person');
  builder.add('name', `Person ${recordId}`, AT);
  build(builder);
  return builder.build();
}

/** What the words say of one record that changed from the one into the other. */
async function changesInWords(
  before: (builder: RecordBuilder) => void,
  after: (builder: RecordBuilder) => void,
): Promise<readonly string[]> {
  const diff = await diffRecords([person('1', before)], [person('1', after)]);
  return describeDiff(diff).entries[0]?.details ?? [];
}

describe('the difference of two versions of a list', () => {
  it('tells which parties came, went and stayed', async () => {
    const diff = await diffRecords(
      [person('1'), person('2'), person('3')],
      [person('3'), person('2', (it) => it.add('alias', 'Number Two', AT)), person('4')],
    );
    expect(diff.added.map((party) => party.recordId)).toEqual(['4']);
    expect(diff.removed.map((party) => party.recordId)).toEqual(['1']);
    expect(diff.changed).toEqual([
      {
        recordId: '2',
        caption: 'Person 2',
        schema: 'Person',
        properties: [{ property: 'alias', added: ['Number Two'], removed: [] }],
        attachments: [],
      },
    ]);
    expect(diff.unchanged).toBe(1);
    expect(describeDiff(diff).summary).toBe('1 added, 1 removed, 1 changed');
  });

  it('says of a party that came who it is', async () => {
    const newcomer = person('41736', (it) =>
      it.addListing({ authority: 'OFAC', program: 'DPRK', listedOn: '30 Mar 2023' }, AT),
    );
    const words = describeDiff(await diffRecords([], [newcomer]));
    expect(words.summary).toBe('1 added, none removed, none changed');
    expect(words.entries).toEqual([
      {
        kind: 'added',
        recordId: '41736',
        heading: 'Person 41736 (person, DPRK, listed on 2023-03-30)',
        details: [],
      },
    ]);
  });

  it('does not mind where a value stands, how it was written, nor the order of values and attachments', async () => {
    const one = person('1', (it) => {
      it.add('alias', 'A', AT).add('alias', 'B', AT).addDate('birthDate', '7 May 1966', AT);
      it.addAddress({ city: 'Bratislava' }, AT).addAddress({ city: 'Baku' }, AT);
    });
    const other = person('1', (it) => {
      it.add('alias', 'B', 'x:9').add('alias', 'A', 'x:9').addDate('birthDate', '1966-05-07', 'x:9');
      it.addAddress({ city: 'Baku' }, 'x:9').addAddress({ city: 'Bratislava' }, 'x:9');
    });
    expect(await diffRecords([one], [other])).toMatchObject({ changed: [], unchanged: 1 });
  });

  it('finds nothing between a list and itself, and the reverse between the reverse', async () => {
    const texts = fc.array(fc.constantFrom('Anna', 'Boris', 'Кирилл', 'D'), { maxLength: 3 });
    const records = fc
      .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }), alias: texts, city: texts }), {
        selector: (row) => row.id,
      })
      .map((rows) =>
        rows.map(({ id, alias, city }) =>
          person(String(id), (it) => {
            for (const text of alias) it.add('alias', text, AT);
            for (const text of city) it.addAddress({ city: text }, AT);
          }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(records, records, async (one, other) => {
        expect(await diffRecords(one, one)).toEqual({
          added: [],
          removed: [],
          changed: [],
          unchanged: one.length,
        });
        const [there, back] = [await diffRecords(one, other), await diffRecords(other, one)];
        expect(there.added).toEqual(
          other.flatMap((record) => back.removed.filter((party) => party.recordId === record.recordId)),
        );
        expect(there.unchanged).toBe(back.unchanged);
        const sides = (diff: typeof there, side: 'added' | 'removed') =>
          diff.changed
            .flatMap((party) => [
              ...party.properties.map((change) => [
                party.recordId,
                change.property,
                [...change[side]].sort(),
              ]),
              ...party.attachments
                .filter((change) => change.kind === side)
                .map((change) => [party.recordId, change.content.properties]),
            ])
            .map((row) => JSON.stringify(row))
            .sort();
        expect(sides(there, 'added')).toEqual(sides(back, 'removed'));
      }),
    );
  });
});

describe('a change in words', () => {
  it('puts one value in place of another', async () => {
    const words = await changesInWords(
      (it) => it.addDate('birthDate', '1966', AT).addCountry('nationality', 'USSR', AT),
      (it) => it.addDate('birthDate', '7 May 1966', AT).addCountry('nationality', 'Slovakia', AT),
    );
    expect(words).toEqual(['birth date "1966" became "1966-05-07"', 'nationality "USSR" became "Slovakia"']);
  });

  it('says an address once, although the party repeats its text and country', async () => {
    const words = await changesInWords(
      (it) => it.addAddress({ city: 'Baku', country: 'Azerbaijan' }, AT),
      (it) => it.addAddress({ street: '1 Main St', city: 'Bratislava', country: 'Slovakia' }, AT),
    );
    expect(words).toEqual([
      'added address "1 Main St, Bratislava, Slovakia"',
      'removed address "Baku, Azerbaijan"',
    ]);
  });

  it('knows a document by its number', async () => {
    const passport = { type: 'Passport', number: 'BD3843329', country: 'Slovakia' };
    expect(
      await changesInWords(
        (it) => it.addIdentification(passport, AT),
        (it) => it.addIdentification({ ...passport, expires: '8 Apr 2029' }, AT),
      ),
    ).toEqual(['Passport BD3843329 (Slovakia, until 2029-04-08): end date added: "2029-04-08"']);
    expect(
      await changesInWords(
        () => {},
        (it) => it.addIdentification(passport, AT),
      ),
    ).toEqual(['added Passport BD3843329 (Slovakia)']);
  });

  it('knows a listing by its programme, and the only listing by being the only one', async () => {
    const words = await changesInWords(
      (it) => it.addListing({ authority: 'OFAC', program: 'DPRK' }, AT),
      (it) => it.addListing({ authority: 'OFAC', program: 'DPRK2' }, AT),
    );
    expect(words).toEqual(['listing by OFAC (DPRK2): program "DPRK" became "DPRK2"']);
    const two = await changesInWords(
      (it) =>
        it
          .addListing({ authority: 'OFAC', program: 'A', reason: 'x' }, AT)
          .addListing({ authority: 'OFAC', program: 'B' }, AT),
      (it) =>
        it
          .addListing({ authority: 'OFAC', program: 'C' }, AT)
          .addListing({ authority: 'OFAC', program: 'A', reason: 'y' }, AT),
    );
    expect(two).toEqual([
      'added listing by OFAC (C)',
      'listing by OFAC (A): reason "x" became "y"',
      'removed listing by OFAC (B)',
    ]);
  });

  it('names the other end of a relation, a listed party by its id and another by its name', async () => {
    const ends = { own: 'subject', other: 'object', role: 'Linked To' };
    const words = await changesInWords(
      (it) => it.addRelation('UnknownLink', { id: 'us_ofac_sdn-9' }, ends, AT),
      (it) => it.addRelation('UnknownLink', { name: 'WAGNER' }, ends, AT),
    );
    expect(words).toEqual([
      'added other link with WAGNER (Linked To)',
      'removed other link with us_ofac_sdn-9 (Linked To)',
    ]);
  });

  it('says that a party is of another kind now', async () => {
    const company = new RecordBuilder('us_ofac_sdn', '1', 'Company').add('name', 'Person 1', AT).build();
    const diff = await diffRecords([person('1')], [company]);
    expect(describeDiff(diff).entries[0]?.details).toEqual(['was person, is now company']);
  });

  it('cuts long remarks, while the difference itself keeps them', async () => {
    const remarks = 'word '.repeat(100).trim();
    const diff = await diffRecords([person('1')], [person('1', (it) => it.add('notes', remarks, AT))]);
    expect(diff.changed[0]?.properties[0]?.added).toEqual([remarks]);
    expect(describeDiff(diff).entries[0]?.details[0]).toMatch(/^notes added: "word .{150,160}…"$/u);
  });
});
