import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes, fileFromDisk, type ListFile, readHead } from '../list-file.ts';
import { ofacEnhancedXml } from './ofac-enhanced-xml.ts';

const SAMPLE = readFileSync(new URL('./ofac/samples/sdn_enhanced.xml', import.meta.url), 'utf8');
const shared = fileURLToPath(
  new URL('../../../../shared/lists/ofac/consolidated-2025-01-10/cons_enhanced.xml.gz', import.meta.url),
);

const read = (content: string | ListFile) =>
  readRecords(
    ofOneFile(
      ofacEnhancedXml,
      'us_ofac_sdn',
      typeof content === 'string' ? fileFromBytes('sdn_enhanced.xml', content) : content,
    ),
  );

describe("OFAC's enhanced XML", () => {
  it('gives names in their own script, doubts, memberships and what it does not know yet', async () => {
    const { records, report } = await read(SAMPLE);
    expect(report).toMatchObject({
      published: '2025-03-07',
      rows: { main: 3 },
      entities: 3,
      valuesSetAside: [],
    });
    const [record] = records;
    if (!record) throw new Error('no record');
    const { properties } = partyOf(record);
    expect(properties).toMatchObject({
      name: [
        {
          value: 'Ivan Petrovich EXAMPLOV',
          original: 'EXAMPLOV, Ivan Petrovich',
          at: 'entity[1]/names[1]/name[2]/translations[1]/translation[1]',
        },
      ],
      alias: [
        { value: 'Iwan EXEMPLOV' },
        { value: 'Иван Петрович ПРИМЕРОВ', original: 'ПРИМЕРОВ, Иван Петрович' },
      ],
      previousName: [{ value: 'Ivan OLDOV' }],
      weakAlias: [{ value: 'Vanya' }],
      middleName: [{ value: 'Petrovich' }],
    });
    expect(properties['notes']?.map((note) => note.value)).toEqual([
      'Birthdate circa Sep 1970; False',
      'Digital Currency Address - XBT 1BoatSLRHtKNngkdXEeobR76b53LETtpyT; No forks.',
      'Consolidated List since 2022-02-24',
      'all offices worldwide',
      'futureFact: of a kind not known today',
    ]);
    expect(listingsOf(record)).toMatchObject([
      { program: 'RUSSIA-EO14024', listedOn: '2023-03-30', legalBasis: 'Executive Order 14024 (Russia)' },
      { program: 'DPRK4', listedOn: '2023-03-30', legalBasis: 'Executive Order 13810 (North Korea)' },
    ]);
    const second = record.entities.map(toFollowTheMoney).find(({ id }) => id.endsWith('-id-2'));
    expect(second?.properties['summary']).toEqual([
      'fraudulent; in the name of OLDOV, Ivan; Example Embassy',
    ]);
  });

  it('ties parties of the file by uid, and those of the other list by name', async () => {
    const { records } = await read(SAMPLE);
    const ship = records[1]?.entities.map(toFollowTheMoney) ?? [];
    expect(ship.filter(({ schema }) => schema === 'Ownership').map(({ properties }) => properties)).toEqual([
      { asset: ['us_ofac_sdn-90002'], owner: ['us_ofac_sdn-90003'], role: ['Owned or Controlled By (High)'] },
      {
        asset: ['us_ofac_sdn-90002'],
        owner: ['us_ofac_sdn-90002-related-1'],
        role: ['Owned or Controlled By'],
      },
    ]);
    expect(ship[0]?.properties['notes']).toEqual([
      'Owned or Controlled By PARTY OF THE OTHER LIST (OFAC uid 4695)',
    ]);
    const person = records[0]?.entities.map(toFollowTheMoney) ?? [];
    expect(person.find(({ schema }) => schema === 'Representation')?.properties).toEqual({
      agent: ['us_ofac_sdn-90001'],
      client: ['us_ofac_sdn-90003'],
      role: ['Acting for or on behalf of'],
    });
  });

  it('uses FollowTheMoney relations only where the party can stand in them', async () => {
    const { records } = await read(SAMPLE.replace('Acting for or on behalf of', 'Owned or Controlled By'));
    // A person is no asset.
    const link = records[0]?.entities.map(toFollowTheMoney).find(({ id }) => id.endsWith('-link-1'));
    expect(link).toMatchObject({ schema: 'UnknownLink', properties: { role: ['Owned or Controlled By'] } });
  });

  it('sets an entity without id or primary name aside', async () => {
    const primary = '<isPrimary>true</isPrimary>\n          <isLowQuality>';
    const { report } = await read(
      SAMPLE.replace('entity id="90002"', 'entity').replace(primary, primary.replace('true', 'false')),
    );
    expect(report.rowsSetAside.map(({ at, reason }) => [at, reason])).toEqual([
      ['entity[1]', 'no primary name'],
      ['entity[2]', 'no id'],
    ]);
    expect(report.rowsLost).toBe(2);
  });

  it.each([
    ['a cut file', SAMPLE.slice(0, 5000), { code: 'LIST_TRUNCATED', place: { file: 'sdn_enhanced.xml' } }],
    ['a broken tag', SAMPLE.replace('</generalInfo>', '</general>'), { code: 'LIST_MALFORMED' }],
    ['another root', SAMPLE.replaceAll('sanctionsData', 'data'), { code: 'LIST_WRONG_FORMAT' }],
    ['an entity twice', SAMPLE.replace('entity id="90002"', 'entity id="90001"'), { code: 'LIST_MALFORMED' }],
    ['no entity', '<sanctionsData></sanctionsData>', { code: 'LIST_EMPTY' }],
  ])('refuses %s', async (_what, text, error) => {
    await expect(read(text)).rejects.toMatchObject(error);
  });

  it('is told by its root, and the list by its filter', async () => {
    const told = async (text: string) => ofacEnhancedXml.recognise(await readHead(fileFromBytes('a', text)));
    expect(await told(SAMPLE)).toEqual({ part: 'main', dataset: 'us_ofac_sdn' });
    expect(await told(SAMPLE.replace('SDN List', 'Consolidated List'))).toEqual({
      part: 'main',
      dataset: 'us_ofac_cons',
    });
    expect(await told('<sanctionsData/>')).toEqual({ part: 'main' });
    expect(await told('<sdnList/>')).toBeUndefined();
  });

  it.skipIf(!existsSync(shared))(
    'reads every entity of a real list (left out without ../shared)',
    async () => {
      const { records, report } = await read(fileFromDisk(shared));
      expect(report).toMatchObject({
        published: '2025-01-10',
        rows: { main: 443 },
        entities: 443,
        identifications: 692,
        listings: 525,
        rowsSetAside: [],
        valuesSetAside: [],
      });
      const scripts = records.flatMap((record) =>
        (partyOf(record).properties['alias'] ?? []).filter((alias) =>
          /\p{Script=Cyrillic}|\p{Script=Han}/u.test(alias.value),
        ),
      );
      expect(scripts.filter((alias) => alias.lang === 'zho')).toHaveLength(6);
      expect(scripts.length).toBeGreaterThan(35);
    },
  );
});
