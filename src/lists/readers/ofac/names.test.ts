import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { partyOf } from '../../../model/record.ts';
import { fileFromDisk } from '../../list-file.ts';
import { xmlElements } from '../../read/xml.ts';
import { RecordBuilder } from '../../record-builder.ts';
import { addNames, listFormOf, personName, printedForm } from './names.ts';

const enhanced = fileURLToPath(
  new URL('../../../../../shared/lists/ofac/consolidated-2025-01-10/cons_enhanced.xml.gz', import.meta.url),
);

describe('a name of a person as OFAC writes it', () => {
  it.each([
    ['MKRTYCHEV, Ashot', { full: 'Ashot MKRTYCHEV', last: 'MKRTYCHEV', first: 'Ashot' }],
    ['KHUN SA', { full: 'KHUN SA' }],
    [
      'DELOS REYES, Feliciano Semborio, Jr.',
      {
        full: 'Feliciano Semborio DELOS REYES Jr.',
        last: 'DELOS REYES',
        first: 'Feliciano Semborio',
        suffix: 'Jr.',
      },
    ],
    [
      'MNANGAGWA, JR., Emmerson Dambudzo',
      {
        full: 'Emmerson Dambudzo MNANGAGWA JR.',
        last: 'MNANGAGWA',
        first: 'Emmerson Dambudzo',
        suffix: 'JR.',
      },
    ],
  ])('turns %s into its natural order', (listForm, expected) => {
    expect(personName(listForm)).toEqual(expected);
  });

  it('writes a Chinese name surname first', () => {
    expect(personName('李, 小龙', 'Chinese Simplified').full).toBe('李小龙');
    expect(personName('ПРИМЕРОВ, Иван', 'Cyrillic').full).toBe('Иван ПРИМЕРОВ');
  });
});

describe('where the names of an entry stand', () => {
  const record = new RecordBuilder('us_ofac_sdn', '1', 'Person');
  addNames(
    record,
    [
      { kind: 'primary', listForm: 'EXAMPLOV, Ivan', at: 'a' },
      { kind: 'primary', listForm: '例, 子', script: 'Japanese', at: 'b' },
      { kind: 'aka', listForm: 'EXEMPLOV, Iwan', at: 'c' },
      { kind: 'nka', listForm: 'NOWOV, Ivan', at: 'd' },
      { kind: 'fka', listForm: 'OLDOV, Ivan', at: 'e' },
      { kind: 'aka', listForm: 'Vanya', isWeak: true, at: 'f' },
      { kind: 'fka', listForm: 'VANKA', isWeak: true, at: 'g' },
    ],
    'individual',
  );
  const { properties } = partyOf(record.build());

  it('tells primary, strong, former and weak names apart and keeps the form of the list', () => {
    expect(properties).toMatchObject({
      name: [{ value: 'Ivan EXAMPLOV', original: 'EXAMPLOV, Ivan', at: 'a' }],
      alias: [
        { value: '例子', original: '例, 子', lang: 'jpn' },
        { value: 'Iwan EXEMPLOV' },
        { value: 'Ivan NOWOV' },
      ],
      previousName: [{ value: 'Ivan OLDOV' }],
      weakAlias: [{ value: 'Vanya' }, { value: 'VANKA', original: "f.k.a. 'VANKA'" }],
    });
  });

  it('takes parts of names from good Latin names only', () => {
    expect(properties['lastName']?.map((value) => value.value)).toEqual([
      'EXAMPLOV',
      'EXEMPLOV',
      'NOWOV',
      'OLDOV',
    ]);
  });

  it('leaves the commas of firms alone', () => {
    const firm = new RecordBuilder('us_ofac_sdn', '2', 'Organization');
    addNames(firm, [{ kind: 'primary', listForm: 'CECOEX, S.A.', at: 'a' }], 'entity');
    expect(partyOf(firm.build()).properties['name']).toEqual([{ value: 'CECOEX, S.A.', at: 'a' }]);
  });
});

describe('the form that OFAC prints for the parts of a name', () => {
  it('puts surname and firm in capitals, given names and nicknames not', () => {
    expect(
      printedForm([
        { type: 'Last Name', value: 'Martelly' },
        { type: 'First Name', value: 'Michel' },
        { type: 'Middle Name', value: 'Joseph' },
      ]),
    ).toBe('MARTELLY, Michel Joseph');
    expect(printedForm([{ type: 'Nickname', value: 'Sweet Micky' }])).toBe('Sweet Micky');
    expect(printedForm([{ type: 'Entity Name', value: 'OJSC Rosneft' }])).toBe('OJSC ROSNEFT');
  });

  it.skipIf(!existsSync(enhanced))(
    'is the same for all 1,624 names of a real list (left out without ../shared)',
    async () => {
      let names = 0;
      const differing: string[] = [];
      for await (const { kind, element } of xmlElements(
        fileFromDisk(enhanced),
        ['translation'],
        'sanctionsData',
      )) {
        const last = element.textAt('formattedLastName');
        if (kind === 'root' || last === undefined) continue;
        names += 1;
        const parts = element
          .all('nameParts', 'namePart')
          .map((part) => ({ type: part.textAt('type') ?? '', value: part.textAt('value') ?? '' }));
        const printed = listFormOf(last, element.textAt('formattedFirstName'));
        if (printedForm(parts) !== printed) differing.push(printed);
      }
      expect(names).toBe(1624);
      expect(differing).toEqual([]);
    },
  );
});
