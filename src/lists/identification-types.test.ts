import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertiesOf, type SchemaName } from '../model/schema/schema.ts';
import {
  addTypedIdentification,
  IDENTIFICATION_TYPES,
  isInn,
  isOgrn,
  placeIdentification,
} from './identification-types.ts';
import { RecordBuilder } from './record-builder.ts';

describe('where an identification number stands on a party', () => {
  it.each([
    ['Passport', '22223333', 'Person', undefined, 'passportNumber'],
    ['Passport', '22223333', 'LegalEntity', undefined, 'idNumber'],
    ['tax id no', '100036386', 'Organization', 'Serbia', 'taxNumber'],
    ['Tax ID No.', '7707083893', 'Organization', 'Russia', 'innCode'],
    ['Tax ID No.', '7707083894', 'Organization', 'Russia', 'taxNumber'],
    ['Registration Number', '1027700132195', 'Organization', 'ru', 'ogrnCode'],
    ['Registration Number', '1027700132195', 'Organization', undefined, 'registrationNumber'],
    ['Government Gazette Number', '00044428', 'Organization', 'Russia', 'okpoCode'],
    ['Legal Entity Number', '253400HA6URWT39X2982', 'Organization', undefined, 'leiCode'],
    ['Cedula No.', '6068015', 'Person', 'Colombia', 'idNumber'],
    ['Numero de pasaporte', 'A1', 'Person', undefined, 'passportNumber'],
    ['Estonian Commercial Register code', '12', 'Company', undefined, 'registrationNumber'],
    ['Some new card', '12', 'Person', undefined, 'idNumber'],
    ['MMSI', '572469210', 'Vessel', undefined, 'mmsi'],
    ['Identification Number', 'A1', 'Vessel', undefined, 'registrationNumber'],
    ['BIK (RU)', '044030707', 'Organization', undefined, 'idNumber'],
    ['BIK (RU)', '044030707', 'Company', undefined, 'bikCode'],
  ] as const)('takes %s %s of a %s (%s) for %s', (type, number, schema, country, property) => {
    expect(placeIdentification(type, number, schema, country)).toEqual({ property, number });
  });

  it('takes an IMO number for what it is under any label, and only where the party can have one', () => {
    const number = '7406784';
    expect(placeIdentification('Vessel Registration Identification', `IMO ${number}`, 'Vessel')).toEqual({
      property: 'imoNumber',
      number,
    });
    expect(placeIdentification('Company Number', `IMO  ${number}`, 'Organization').property).toBe(
      'imoNumber',
    );
    expect(placeIdentification('Company Number', `IMO ${number}`, 'Person').property).toBe(
      'registrationNumber',
    );
  });

  it('never names a property that the party cannot have', () => {
    const schemata: SchemaName[] = ['Person', 'Organization', 'Company', 'LegalEntity', 'Vessel', 'Airplane'];
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...IDENTIFICATION_TYPES), fc.string()),
        fc.string(),
        fc.constantFrom(...schemata),
        (type, number, schema) =>
          propertiesOf(schema).has(placeIdentification(type, number, schema).property),
      ),
    );
  });

  it('adds the document and its number to a record', () => {
    const builder = new RecordBuilder('us_ofac_sdn', '1', 'Organization');
    addTypedIdentification(
      builder,
      { type: 'Tax ID No.', number: '7707083893', country: 'Russia' },
      'sdn.csv:1',
    );
    const [party, document] = builder.build().entities;
    expect(party.properties['innCode']).toEqual([{ value: '7707083893', at: 'sdn.csv:1' }]);
    expect(document).toMatchObject({
      schema: 'Identification',
      properties: { type: [{ value: 'Tax ID No.' }] },
    });
  });
});

describe('Russian numbers', () => {
  // Public numbers: Sberbank, Rosneft; a sole trader's and a person's number made up with right check digits.
  it.each(['7707083893', '7706107510', '500100732259'])('%s is an INN', (number) => {
    expect(isInn(number)).toBe(true);
  });
  it.each(['1027700132195', '1027700043502', '304500116000157'])('%s is an OGRN', (number) => {
    expect(isOgrn(number)).toBe(true);
  });

  it('a number with a wrong check digit is neither', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (shift) => {
        const spoil = (number: string): string =>
          number.slice(0, -1) + ((Number(number.slice(-1)) + shift) % 10);
        for (const number of ['7707083893', '500100732259']) expect(isInn(spoil(number))).toBe(false);
        for (const number of ['1027700132195', '304500116000157']) expect(isOgrn(spoil(number))).toBe(false);
      }),
    );
  });
});
