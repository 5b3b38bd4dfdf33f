import { describe, expect, it } from 'vitest';
import { ofOneFile, readRecords } from '../../../test/support/read-list.ts';
import { toFollowTheMoney } from '../../model/entity.ts';
import { type ListRecord, listingsOf, partyOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import { recogniseFile } from '../read-list.ts';
import { LIST_READERS } from '../registry.ts';
import { customYaml } from './custom-yaml.ts';

const HEAD = `dataset:
  name: house_list
  title: House list
  authority: Compliance of Example Bank
  country: ch
  published: 2026-11-20
`;

const read = (text: string) =>
  readRecords(ofOneFile(customYaml, 'house_list', fileFromBytes('own.yml', text)));

describe('a list of one’s own as YAML', () => {
  it('gives its parties with what they say, as it is written', async () => {
    const { records, report } = await read(`${HEAD}
parties:
  # A comment stays a comment.
  - id: 12
    schema: Person
    name: Jane Example
    aliases: [J. Example, "Jane: X"]
    date of birth: 1966-05-07
    passport: 0012345
    nationality: [Syrian, de]
    topics: reg.warn
    reason: >
      Said to be
      a front.
    listed on: 2024-02-01
  - schema: company
    name: NO
    phone: null
`);
    expect(report).toMatchObject({
      published: '2026-11-20',
      rows: { main: 2 },
      entities: 2,
      valuesSetAside: [],
    });
    const [jane, firm] = records as [ListRecord, ListRecord];
    expect(toFollowTheMoney(partyOf(jane))).toEqual({
      id: 'house_list-12',
      schema: 'Person',
      properties: {
        name: ['Jane Example'],
        alias: ['J. Example', 'Jane: X'],
        birthDate: ['1966-05-07'],
        passportNumber: ['0012345'],
        nationality: ['sy', 'de'],
        topics: ['reg.warn'],
      },
    });
    expect(partyOf(jane).properties['alias']?.[0]?.at).toBe('own.yml:13');
    expect(listingsOf(jane)).toMatchObject([
      {
        authority: 'Compliance of Example Bank',
        program: 'House list',
        listedOn: '2024-02-01',
        reason: 'Said to be a front.',
      },
    ]);
    // YAML 1.1 would read NO as false.
    expect(toFollowTheMoney(partyOf(firm))).toMatchObject({
      schema: 'Company',
      properties: { name: ['NO'], topics: ['poi'] },
    });
  });

  it('sets a party without a name aside, with its line', async () => {
    const { report } = await read(`${HEAD}parties:\n  - name: Jane\n  - schema: Person\n`);
    expect(report.rowsSetAside).toMatchObject([{ line: 9, reason: 'no name', text: 'schema: Person' }]);
  });

  it.each([
    ['parties:\n  - name: "Jane\n', 'LIST_MALFORMED', /^own\.yml, line \d+: not well-formed YAML \(.+\)\.$/u],
    [
      'parties:\n  - nmae: Jane\n',
      'LIST_MALFORMED',
      /^own\.yml, line 8: "nmae" is no property of a party that is known\.$/u,
    ],
    [
      'parties:\n  - name: Jane\n    schema: Robot\n',
      'LIST_MALFORMED',
      /^own\.yml, line 9: there is no kind of party "Robot"\.$/u,
    ],
    [
      'parties:\n  - name: {a: b}\n',
      'LIST_MALFORMED',
      /^own\.yml, line 8: "name" must be a value or a list of values\.$/u,
    ],
    ['parties:\n  - Jane\n', 'LIST_MALFORMED', /^own\.yml, line 8: a party must have keys and values/u],
    ['parties: Jane\n', 'LIST_MALFORMED', /^own\.yml, line 1: "parties" must be a list of parties\.$/u],
    ['partys: []\nparties: []\n', 'LIST_MALFORMED', /^own\.yml, line 7: "partys" is not known here/u],
    ['parties: []\n', 'LIST_EMPTY', /^own\.yml holds no listed party\.$/u],
  ])('is refused for %j', async (text, code, message) => {
    await expect(read(HEAD + text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it.each([
    ['dataset: house_list\nparties: []\n', /"dataset" must say what the list is/u],
    ['dataset: {name: a, publisher: b}\nparties: []\n', /line 1: "publisher" is not known of a dataset/u],
    [
      'dataset: {name: a, published: soon}\nparties: []\n',
      /"published" must be a day as YYYY-MM-DD, not "soon"/u,
    ],
    ['dataset: {name: a, topics: [evil]}\nparties: []\n', /"evil" is no topic of FollowTheMoney/u],
    ['- a\n', /expected "dataset" and "parties"/u],
  ])('is refused for what it says of itself: %j', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      message: expect.stringMatching(message),
    });
  });

  it('is recognised, with the name that it gives itself', async () => {
    const recognise = (text: string) => recogniseFile(fileFromBytes('own.yml', text), LIST_READERS);
    expect(await recognise(`# mine\n${HEAD}parties:\n`)).toMatchObject({
      reader: customYaml,
      dataset: 'house_list',
    });
    expect(await recognise('dataset: { title: x, name: "b_list" }\nparties:\n')).toMatchObject({
      dataset: 'b_list',
    });
    expect(await recognise('dataset:\n  title: x\nparties:\n  - name: jane\n')).not.toHaveProperty('dataset');
    await expect(recognise('dataset: x\n')).rejects.toMatchObject({ code: 'LIST_FORMAT_UNKNOWN' });
  });
});
