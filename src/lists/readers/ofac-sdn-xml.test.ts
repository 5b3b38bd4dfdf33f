import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile, readHead } from '../list-file.ts';
import { ofacSdnXml } from './ofac-sdn-xml.ts';

const SAMPLE = readFileSync(new URL('./ofac/samples/sdn.xml', import.meta.url), 'utf8');
const shared = fileURLToPath(
  new URL('../../../../shared/lists/ofac/consolidated-2025-03-28/consolidated.xml', import.meta.url),
);

const read = (content: string | ListFile) =>
  readRecords(
    ofOneFile(
      ofacSdnXml,
      'us_ofac_sdn',
      typeof content === 'string' ? fileFromBytes('sdn.xml', content) : content,
    ),
  );

describe("OFAC's sdnList XML", () => {
  it('gives a person with names, documents, ties and listings, each with its place', async () => {
    const { records, report } = await read(SAMPLE);
    expect(report).toMatchObject({
      published: '2025-03-07',
      rows: { main: 3 },
      entities: 3,
      rowsSetAside: [],
      valuesSetAside: [],
    });
    const [record] = records;
    if (!record) throw new Error('no record');
    expect(partyOf(record).properties).toMatchObject({
      name: [{ value: 'Ivan Petrovich EXAMPLOV', original: 'EXAMPLOV, Ivan Petrovich', at: 'sdnEntry[1]' }],
      alias: [{ value: 'Iwan EXEMPLOV', at: 'sdnEntry[1]/akaList[1]/aka[1]' }],
      previousName: [{ value: 'Ivan OLDOV' }],
      weakAlias: [{ value: 'Vanya' }],
      position: [{ value: 'Director' }, { value: 'Colonel' }],
      passportNumber: [{ value: 'XX1234567', at: 'sdnEntry[1]/idList[1]/id[5]' }, { value: '745000001' }],
      notes: [{ value: 'all offices worldwide', at: 'sdnEntry[1]/remarks[1]' }],
    });
    expect(
      record.entities.map(toFollowTheMoney).find(({ schema }) => schema === 'UnknownLink')?.properties,
    ).toEqual({
      subject: ['us_ofac_sdn-90001'],
      object: ['us_ofac_sdn-90003'],
      role: ['Linked To'],
    });
  });

  it('keeps what its layout does not have today as a note', async () => {
    const { records } = await read(
      SAMPLE.replace(
        '<uid>90003</uid>',
        '<uid>90003</uid><newFact><part>of tomorrow</part></newFact>',
      ).replace('<aka><uid>64001</uid>', '<aka><uid>64001</uid><source>a newspaper</source>'),
    );
    const notes = (index: number) => records[index] && partyOf(records[index]).properties['notes'];
    expect(notes(2)).toEqual([{ value: 'part: of tomorrow', at: 'sdnEntry[3]/newFact[1]/part[1]' }]);
    expect(notes(0)).toContainEqual({
      value: 'source: a newspaper',
      at: 'sdnEntry[1]/akaList[1]/aka[1]/source[1]',
    });
  });

  it('sets an entry without uid or name aside', async () => {
    const { report } = await read(
      SAMPLE.replace('<uid>90002</uid>', '').replace('<lastName>EXAMPLE SHIPPING CO., LTD.</lastName>', ''),
    );
    expect(report.entities).toBe(1);
    expect(report.rowsSetAside.map(({ at, reason }) => [at, reason])).toEqual([
      ['sdnEntry[2]', 'no uid'],
      ['sdnEntry[3]', 'no name'],
    ]);
    expect(report.rowsLost).toBe(2);
  });

  it('reports a country that is none, and keeps its text', async () => {
    const { records, report } = await read(
      SAMPLE.replace('<country>Russia</country>', '<country>Ruritania</country>'),
    );
    expect(report.valuesSetAside).toMatchObject([{ text: 'Ruritania', line: expect.any(Number) }]);
    expect(records[0] && partyOf(records[0]).properties['notes']?.map((note) => note.value)).toContain(
      'country: Ruritania',
    );
  });

  it.each([
    [
      'a wrong count',
      SAMPLE.replace('>3<', '>4<'),
      { code: 'LIST_COUNT_WRONG', place: { file: 'sdn.xml', line: 4 } },
    ],
    ['a cut file', SAMPLE.slice(0, 3000), { code: 'LIST_TRUNCATED', place: { file: 'sdn.xml' } }],
    ['a broken tag', SAMPLE.replace('</lastName>', '</firstName>'), { code: 'LIST_MALFORMED' }],
    ['another root', SAMPLE.replaceAll('sdnList', 'list'), { code: 'LIST_WRONG_FORMAT' }],
    ['a web page', '<!DOCTYPE html><html></html>', { code: 'LIST_WRONG_FORMAT' }],
    ['no entry', '<sdnList></sdnList>', { code: 'LIST_EMPTY' }],
    ['an empty file', ' ', { code: 'LIST_EMPTY' }],
  ])('refuses %s', async (_what, text, error) => {
    await expect(read(text)).rejects.toMatchObject(error);
  });

  it('is told by its root, and the list by its programmes', async () => {
    const told = async (text: string) => ofacSdnXml.recognise(await readHead(fileFromBytes('a', text)));
    expect(await told(SAMPLE)).toEqual({ part: 'main', dataset: 'us_ofac_sdn' });
    expect(await told(SAMPLE.replaceAll('RUSSIA-EO14024', 'UKRAINE-EO13662'))).toEqual({
      part: 'main',
      dataset: 'us_ofac_cons',
    });
    expect(await told('<x:sdnList xmlns:x="y"/>')).toEqual({ part: 'main' });
    expect(await told('<CONSOLIDATED_LIST/>')).toBeUndefined();
  });

  it.skipIf(!existsSync(shared))(
    'reads every entry of a real list (left out without ../shared)',
    async () => {
      const { report } = await read(fileFromDisk(shared));
      expect(report).toMatchObject({
        published: '2025-03-28',
        rows: { main: 443 },
        entities: 443,
        addresses: 520,
        rowsSetAside: [],
        valuesSetAside: [],
      });
    },
  );
});
