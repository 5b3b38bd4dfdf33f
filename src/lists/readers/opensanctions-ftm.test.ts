import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import type { ListReader } from '../reader.ts';
import { LIST_READERS } from '../registry.ts';
import { openSanctionsFtm, readFile } from './opensanctions-ftm.ts';

type Line = { id: string; schema: string; properties: Record<string, string[]> } & Record<string, unknown>;

function text(...lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

const read = (content: string, reader: ListReader = openSanctionsFtm) =>
  readRecords(ofOneFile(reader, 'xx_list', fileFromBytes('entities.ftm.json', content)));

function shape(record: ListRecord | undefined): Record<string, unknown> {
  return Object.fromEntries(
    (record?.entities ?? [])
      .map(toFollowTheMoney)
      .map(({ id, schema, properties }) => [id, { schema, ...properties }]),
  );
}

const JANE: Line = {
  id: 'NK-1',
  caption: 'Jane Example',
  schema: 'Person',
  target: true,
  datasets: ['xx_list'],
  referents: ['xx-77', 'yy-1'],
  first_seen: '2023-04-20T10:00:00',
  properties: {
    name: ['Jane Example'],
    birthDate: ['1966-05-07'],
    addressEntity: ['addr-1'],
    topics: ['sanction'],
    brandNew: ['kept'],
  },
};

describe('FollowTheMoney entities', () => {
  it('become records, each with what hangs on its party, wherever in the file that stands', async () => {
    const { records, report } = await read(
      text(
        { id: 'addr-1', schema: 'Address', properties: { full: ['1 Main St'] } },
        {
          id: 'own-1',
          schema: 'Ownership',
          properties: { owner: ['NK-1'], asset: ['NK-3'], percentage: ['51'] },
        },
        {
          id: 's-1',
          schema: 'Sanction',
          properties: {
            entity: ['NK-1'],
            authority: ['OFAC'],
            program: ['DPRK'],
            startDate: ['2023-03-30T00:00:00'],
          },
        },
        JANE,
        {
          id: 'fam-1',
          schema: 'Family',
          properties: { person: ['NK-2'], relative: ['NK-1'], relationship: ['brother'] },
        },
        {
          id: 'NK-3',
          schema: 'Company',
          target: false,
          properties: { name: ['Her Works'], addressEntity: ['addr-1', 'addr-2'] },
        },
        { id: 'addr-2', schema: 'Address', properties: { full: ['2 Side St'] } },
        {
          id: 'NK-2',
          schema: 'Person',
          target: true,
          datasets: ['xx_list', 'yy_list'],
          properties: { name: ['John Example'], addressEntity: ['addr-1'], topics: ['role.pep'] },
        },
        { id: 'NK-9', schema: 'Company', target: false, properties: { name: ['Nobody’s'] } },
      ),
    );
    expect(records.map((record) => record.recordId)).toEqual(['NK-1', 'NK-2']);
    expect(shape(records[0])).toEqual({
      'xx_list-NK-1': {
        schema: 'Person',
        name: ['Jane Example'],
        birthDate: ['1966-05-07'],
        addressEntity: ['xx_list-NK-1-address-addr-1'],
        topics: ['sanction'],
        notes: ['brandNew: kept', 'Referents: xx-77, yy-1', 'first seen: 2023-04-20T10:00:00'],
      },
      'xx_list-NK-1-address-addr-1': { schema: 'Address', full: ['1 Main St'] },
      'xx_list-NK-1-link-own-1': {
        schema: 'Ownership',
        owner: ['xx_list-NK-1'],
        asset: ['xx_list-NK-1-related-NK-3'],
        percentage: ['51'],
      },
      'xx_list-NK-1-sanction-s-1': {
        schema: 'Sanction',
        entity: ['xx_list-NK-1'],
        authority: ['OFAC'],
        program: ['DPRK'],
        startDate: ['2023-03-30'],
      },
      'xx_list-NK-1-related-NK-3': {
        schema: 'Company',
        name: ['Her Works'],
        addressEntity: ['xx_list-NK-1-address-addr-1', 'xx_list-NK-1-address-addr-2'],
      },
      'xx_list-NK-1-address-addr-2': { schema: 'Address', full: ['2 Side St'] },
    });
    expect(shape(records[1])).toEqual({
      'xx_list-NK-2': {
        schema: 'Person',
        name: ['John Example'],
        addressEntity: ['xx_list-NK-2-address-addr-1'],
        topics: ['role.pep'],
        notes: ['Datasets: xx_list, yy_list'],
      },
      // A relation is told by the end that it begins at; the other end is a record of its own.
      'xx_list-NK-2-link-fam-1': {
        schema: 'Family',
        person: ['xx_list-NK-2'],
        relative: ['xx_list-NK-1'],
        relationship: ['brother'],
      },
      'xx_list-NK-2-address-addr-1': { schema: 'Address', full: ['1 Main St'] },
    });
    expect(records[0]?.entities[0]?.properties['name']?.[0]?.at).toBe('entities.ftm.json:4');
    expect(listingsOf(records[0] as ListRecord)).toMatchObject([
      { authority: 'OFAC', listedOn: '2023-03-30' },
    ]);
    expect(report).toMatchObject({ rows: { main: 9 }, entities: 2, rowsLost: 0 });
    expect(report.rowsSetAside).toMatchObject([
      { line: 9, reason: 'not itself listed, and it hangs on no listed party', text: 'Company NK-9: ' },
    ]);
  });

  it('without marks are about those with a topic or a listing, else about all parties', async () => {
    const firm = (id: string, more: Record<string, string[]> = {}): Line => ({
      id,
      schema: 'Company',
      properties: { name: [id], ...more },
    });
    const sanction: Line = { id: 's', schema: 'Sanction', properties: { entity: ['b'] } };
    const ids = async (...lines: Line[]) =>
      (await read(text(...lines))).records.map((record) => record.recordId);
    expect(await ids(firm('a', { topics: ['debarment'] }), firm('b'), firm('c'), sanction)).toEqual([
      'a',
      'b',
    ]);
    expect(await ids(firm('a'), firm('b'))).toEqual(['a', 'b']);
  });

  it('of a schema that is not known are set aside as lost', async () => {
    const { report } = await read(text(JANE, { id: 'r', schema: 'Robot', properties: {} }));
    expect(report.rowsSetAside).toMatchObject([
      { line: 2, reason: 'the schema "Robot" is not one of FollowTheMoney' },
    ]);
    expect(report.rowsLost).toBe(1);
  });

  it('come out the same however small the shares are in which they are read', async () => {
    const small: ListReader = {
      ...openSanctionsFtm,
      async *read({ dataset, files }) {
        for (const { file } of files) yield* readFile(dataset, file, 300);
      },
    };
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(2)), { maxLength: 12 }),
        async (names, ties) => {
          const parties = names.map(
            (id, index): Line => ({
              id,
              schema: 'Company',
              target: index % 3 !== 2,
              properties: { name: [id] },
            }),
          );
          const others = ties.map(([one, other, kind], index): Line => {
            const [from = 'a', to = 'a'] = [names[one % names.length], names[other % names.length]];
            const id = `t${index}`;
            if (kind === 0) return { id, schema: 'Ownership', properties: { owner: [from], asset: [to] } };
            if (kind === 1) return { id, schema: 'Sanction', properties: { entity: [from] } };
            return { id, schema: 'UnknownLink', properties: { subject: [from], object: [to] } };
          });
          const content = text(...others, ...parties);
          const [one, other] = [await read(content), await read(content, small)];
          expect(other.records).toEqual(one.records);
          expect(other.report).toEqual(one.report);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [
      `${text(JANE)}{"id": "x", "sch`,
      'LIST_TRUNCATED',
      'entities.ftm.json, line 2: the file ends in the middle of a line.',
    ],
    [`${text(JANE)}{"id": x}\n`, 'LIST_MALFORMED', /^entities\.ftm\.json, line 2: no JSON \(.+\)\.$/u],
    [`${text(JANE)}[]\n`, 'LIST_MALFORMED', 'entities.ftm.json, line 2: expected an entity with an "id".'],
    [
      text(JANE, { ...JANE, id: 'b', properties: { name: 'Jane' } as never }),
      'LIST_MALFORMED',
      'entities.ftm.json, line 2: the property "name" of b is no array of texts.',
    ],
    [text(JANE, JANE), 'LIST_MALFORMED', 'entities.ftm.json, line 2: the entity NK-1 occurs twice.'],
    ['\n', 'LIST_EMPTY', 'entities.ftm.json holds no listed party.'],
  ])('are refused: %j', async (content, code, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('are recognised, with the dataset if all are of one', async () => {
    const recognise = async (...lines: Line[]) =>
      recogniseFile(fileFromBytes('e.json', text(...lines)), LIST_READERS);
    expect(await recognise(JANE, { ...JANE, id: 'b' })).toMatchObject({
      reader: openSanctionsFtm,
      dataset: 'xx_list',
    });
    expect(await recognise(JANE, { ...JANE, id: 'b', datasets: ['xx_list', 'yy'] })).not.toHaveProperty(
      'dataset',
    );
    expect(await recognise({ ...JANE, datasets: undefined })).not.toHaveProperty('dataset');
  });
});
