import { describe, expect, it } from 'vitest';
import { propertiesOf, SCHEMA_NAMES } from '../model/schema/schema.ts';
import { guessColumns, guessTargets } from './column-guess.ts';
import table from './generated/column-headings.json' with { type: 'json' };

describe('the columns of a table', () => {
  it.each<[string, Record<string, string>]>([
    [
      'English',
      {
        'Customer ID': 'id',
        customer_type: 'schema',
        'Full Name': 'name',
        DOB: 'birthDate',
        'Country of Residence': 'country',
        'Passport No.': 'passportNumber',
        'E-mail': 'email',
        Comments: 'notes',
      },
    ],
    [
      'program English',
      {
        clientNo: 'id',
        firstName: 'firstName',
        last_name: 'lastName',
        dateOfBirth: 'birthDate',
        placeOfBirth: 'birthPlace',
        taxId: 'taxNumber',
        phone_1: 'phone',
        phone_2: 'phone',
      },
    ],
    [
      'German',
      {
        'Kunden-Nr.': 'id',
        Personenart: 'schema',
        Vorname: 'firstName',
        Nachname: 'lastName',
        Geburtsdatum: 'birthDate',
        Staatsangehörigkeit: 'nationality',
        Straße: '',
        Land: 'country',
        Ausweisnummer: 'idNumber',
        Geschlecht: 'gender',
      },
    ],
    [
      'French',
      {
        'N° client': '',
        'Numéro client': 'id',
        Prénom: 'firstName',
        'Nom de famille': 'lastName',
        'Date de naissance': 'birthDate',
        Nationalité: 'nationality',
        'Raison sociale': 'name',
        Pays: 'country',
      },
    ],
    [
      'Spanish',
      {
        'Código de cliente': 'id',
        Apellidos: 'lastName',
        'Fecha de nacimiento': 'birthDate',
        País: 'country',
        'Razón social': 'name',
        Dirección: 'address',
        Observaciones: 'notes',
      },
    ],
    [
      'Russian',
      {
        'Код клиента': 'id',
        ФИО: 'name',
        'Дата рождения': 'birthDate',
        Гражданство: 'citizenship',
        'Номер паспорта': 'passportNumber',
        ИНН: 'innCode',
        ОГРН: 'ogrnCode',
        Адрес: 'address',
        Примечание: 'notes',
      },
    ],
    [
      'shipping',
      {
        'Vessel Name': 'name',
        'IMO Number': 'imoNumber',
        Flag: 'flag',
        'Call Sign': 'callSign',
        MMSI: 'mmsi',
      },
    ],
  ])('are known by %s headings', (_language, columns) => {
    expect(guessTargets(Object.keys(columns))).toEqual(
      Object.values(columns).map((target) => target || undefined),
    );
  });

  it.each([
    [
      ['Name', 'Vorname'],
      ['lastName', 'firstName'],
    ],
    [
      ['Nom', 'Prénom'],
      ['lastName', 'firstName'],
    ],
    [
      ['Name', 'First Name', 'Last Name'],
      ['name', 'firstName', 'lastName'],
    ],
    [
      ['Name', 'Country'],
      ['name', 'country'],
    ],
    [
      ['Nombre', 'Apellidos'],
      ['firstName', 'lastName'],
    ],
    [['Nombre'], ['name']],
    [
      ['Фамилия', 'Имя', 'Отчество'],
      ['lastName', 'firstName', 'fatherName'],
    ],
    [
      ['Имя', 'Страна'],
      ['name', 'country'],
    ],
  ])('%j are told by what stands beside them', (headings, targets) => {
    expect(guessTargets(headings)).toEqual(targets);
  });

  it('are one for the key and one for the kind, and as many as there are for all else', () => {
    expect(
      guessColumns(['ID', 'Ref', 'Alias 1', 'Alias 2', 'Type', 'Kind', '__proto__', 'constructor', '']),
    ).toEqual({
      map: { id: ['ID'], alias: ['Alias 1', 'Alias 2'], schema: ['Type'] },
      unused: ['Ref', 'Kind', '__proto__', 'constructor', ''],
    });
  });

  it('are of the listing only if that is asked for', () => {
    const headings = ['Name', 'Reason', 'Listed on', 'Programme'];
    expect(guessTargets(headings)).toEqual(['name', undefined, undefined, undefined]);
    expect(guessTargets(headings, { withListing: true })).toEqual([
      'name',
      'reason',
      'listingDate',
      'program',
    ]);
  });

  it('are all properties of FollowTheMoney', () => {
    const all = new Set(SCHEMA_NAMES.flatMap((schema) => [...propertiesOf(schema).keys()]));
    const targets = [...Object.values(table.columns), ...Object.values(table.listing)];
    expect(targets.filter((target) => !all.has(target) && target !== 'id' && target !== 'schema')).toEqual(
      [],
    );
    expect(targets.length).toBeGreaterThan(500);
  });
});
