import { describe, expect, it } from 'vitest';
import { type PartyOfRow, type PartyRules, partyOfRow } from './party-of-row.ts';

/** A row of a table with these columns. */
function party(row: Record<string, string>, rules: Partial<PartyRules> = {}): PartyOfRow {
  const columns = Object.keys(row).map((target, index) => ({ heading: target, index, target }));
  return partyOfRow(
    { kind: 'cells', cells: Object.values(row) },
    { columns: { columns, unused: [] }, dateOrder: 'day-first', ...rules },
  );
}

function json(object: Record<string, unknown>, targets: Record<string, string> = {}): PartyOfRow {
  const columns = Object.entries(targets).map(([heading, target], index) => ({ heading, index, target }));
  return partyOfRow({ kind: 'object', object }, { columns: { columns, unused: [] }, dateOrder: 'day-first' });
}

describe('a row as a party', () => {
  it('reads a person with date, country and gender', () => {
    const row = {
      id: 'C-7',
      name: ' Ashot  Mkrtychev ',
      birthDate: '07/05/1966',
      country: 'Slovakia',
      gender: 'Herr',
    };
    expect(party(row)).toEqual({
      query: {
        id: 'C-7',
        schema: 'Person',
        properties: {
          name: ['Ashot Mkrtychev'],
          birthDate: ['1966-05-07'],
          country: ['sk'],
          gender: ['male'],
        },
      },
      issues: [],
    });
  });

  it('makes a name of its parts, in their natural order, and keeps the parts', () => {
    const row = { lastName: 'Mkrtychev', firstName: 'Ashot', middleName: 'K.' };
    expect(party(row)).toMatchObject({
      query: {
        schema: 'Person',
        properties: {
          name: ['Ashot K. Mkrtychev'],
          firstName: ['Ashot'],
          middleName: ['K.'],
          lastName: ['Mkrtychev'],
        },
      },
    });
  });

  it('takes the parts beside a company name for a contact and leaves open what the party is', () => {
    const row = { name: 'Versor s.r.o.', firstName: 'Ashot', lastName: 'Mkrtychev' };
    expect(party(row)).toEqual({
      query: { schema: 'LegalEntity', properties: { name: ['Versor s.r.o.', 'Ashot Mkrtychev'] } },
      issues: [],
    });
    expect(party({ ...row, schema: 'company' })).toEqual({
      query: { schema: 'Company', properties: { name: ['Versor s.r.o.'] } },
      issues: [
        { field: 'firstName', reason: 'schema Company has no such property', text: 'Ashot' },
        { field: 'lastName', reason: 'schema Company has no such property', text: 'Mkrtychev' },
      ],
    });
    expect(party({ ...row, name: 'MKRTYCHEV Ashot' })).toMatchObject({ query: { schema: 'Person' } });
  });

  it('tells the schema by word, by rule and by what the row holds', () => {
    const schemaOf = (row: Record<string, string>, rules?: Partial<PartyRules>): unknown => {
      const result = party({ name: 'X', ...row }, rules);
      return 'query' in result ? result.query.schema : result;
    };
    expect(schemaOf({ schema: 'natürliche Person' })).toBe('Person');
    expect(schemaOf({ schema: 'INDIVIDUAL' })).toBe('Person');
    expect(schemaOf({ schema: 'personne morale' })).toBe('Organization');
    expect(schemaOf({ schema: 'LegalEntity' })).toBe('LegalEntity');
    expect(schemaOf({ schema: 'Vessel' })).toBe('Vessel');
    expect(schemaOf({ schema: '' }, { schema: 'Company' })).toBe('Company');
    expect(schemaOf({ birthDate: '1966' })).toBe('Person');
    expect(schemaOf({ birthDate: '' })).toBe('LegalEntity');
    expect(schemaOf({ imoNumber: '9401166' })).toBe('Vessel');
  });

  it('takes nothing for a person that may be a company, since the two are not compared', () => {
    const schemaOf = (row: Record<string, string>): unknown => {
      const result = party(row);
      return 'query' in result ? result.query.schema : result;
    };
    expect(schemaOf({ name: 'Versor', birthDate: 'n/a', gender: '-', passportNumber: 'none' })).toBe(
      'LegalEntity',
    );
    expect(schemaOf({ firstName: '', lastName: 'Versor s.r.o.' })).toBe('LegalEntity');
    expect(schemaOf({ gender: 'Firma', lastName: 'Versor s.r.o.' })).toBe('Company');
    expect(schemaOf({ gender: 'Frau', lastName: 'Doe' })).toBe('Person');
    expect(schemaOf({ name: 'Doe', passportNumber: 'P123456' })).toBe('Person');
  });

  it('reports a kind of party that is not known and leaves it open', () => {
    expect(party({ name: 'X', schema: 'Typ 7' })).toEqual({
      query: { schema: 'LegalEntity', properties: { name: ['X'] } },
      issues: [{ field: 'schema', reason: 'it is no kind of party that is known', text: 'Typ 7' }],
    });
  });

  it('screens a row without what it cannot understand, and says so', () => {
    const row = { name: 'X', birthDate: 'spring 1966', country: 'Nowhere; Slovakia', gender: '?' };
    const result = party(row);
    expect(result).toMatchObject({
      query: { schema: 'LegalEntity', properties: { name: ['X'], country: ['sk'] } },
    });
    expect('issues' in result && result.issues).toEqual([
      { field: 'birthDate', reason: 'it is no date (read day-first)', text: 'spring 1966' },
      { field: 'country', reason: '"Nowhere" is no country that is known', text: 'Nowhere; Slovakia' },
      { field: 'gender', reason: 'it is no gender that is known', text: '?' },
    ]);
  });

  it('reads dates in the order that was told, with a time behind them or not', () => {
    const birth = (text: string, dateOrder: PartyRules['dateOrder']): unknown => {
      const result = party({ name: 'X', birthDate: text }, { dateOrder });
      return 'query' in result && result.query.properties.birthDate;
    };
    expect(birth('05/07/1966', 'day-first')).toEqual(['1966-07-05']);
    expect(birth('05/07/1966', 'month-first')).toEqual(['1966-05-07']);
    expect(birth('05/07/1966 00:00:00', 'month-first')).toEqual(['1966-05-07']);
    expect(birth('1966-05-07T00:00:00.000Z', 'day-first')).toEqual(['1966-05-07']);
    expect(birth('05/07/1966 12:00 AM', 'day-first')).toEqual(['1966-07-05']);
  });

  it('reads several countries and aliases in a cell, but never cuts a name', () => {
    const row = { name: 'Foo; Bar | Baz', alias: 'One; Two|Three', country: 'Germany, fr / "Korea, North"' };
    expect(party({ ...row, country: 'Germany, fr / gb' })).toMatchObject({
      query: {
        properties: { name: ['Foo; Bar | Baz'], alias: ['One', 'Two', 'Three'], country: ['de', 'fr', 'gb'] },
      },
    });
    expect(party({ name: 'X', country: 'Korea, North' })).toMatchObject({
      query: { properties: { country: ['kp'] } },
    });
  });

  it('keeps what a schema has under a plainer name and reports what it has not', () => {
    expect(party({ name: 'X', schema: 'company', nationality: 'sk', birthDate: '1966' })).toEqual({
      query: { schema: 'Company', properties: { name: ['X'], country: ['sk'] } },
      issues: [{ field: 'birthDate', reason: 'schema Company has no such property', text: '1966' }],
    });
  });

  it('refuses a row without a name', () => {
    expect(party({ name: ' ', country: 'sk' })).toEqual({ reason: 'it has no name' });
    expect(party({ name: '--- / ---' })).toEqual({ reason: 'it has no name' });
    expect(party({ name: '#N/A' })).toEqual({
      reason: 'its name cannot be used: it is an error of the spreadsheet',
    });
    expect(party({ name: 'x'.repeat(2_001) })).toEqual({
      reason: 'its name cannot be used: it is too long (2,001 characters)',
    });
  });

  it('removes what is no text, and reports it', () => {
    expect(party({ name: 'Ash\0ot\u0007 \uD83D' })).toEqual({
      query: { schema: 'LegalEntity', properties: { name: ['Ashot \uFFFD'] } },
      issues: [
        {
          field: 'name',
          reason: 'it holds characters that are no text, which were removed',
          text: 'Ash\0ot\u0007 \uD83D',
        },
      ],
    });
  });
});

describe('a JSON line as a party', () => {
  it('reads flat objects by their keys, with texts, numbers and lists', () => {
    const object = { full_name: ['Ashot Mkrtychev', 'Mkrtyčev'], nr: 7, extra: null };
    expect(json(object, { full_name: 'name', nr: 'id', extra: 'country' })).toEqual({
      query: { id: '7', schema: 'LegalEntity', properties: { name: ['Ashot Mkrtychev', 'Mkrtyčev'] } },
      issues: [],
    });
  });

  it('reads FollowTheMoney entities, and checks them', () => {
    const properties = {
      name: ['Ashot Mkrtychev'],
      birthDate: ['1966-05-07'],
      nationality: 'Slovakia',
      foo: ['x'],
    };
    expect(json({ id: 'p1', schema: 'Person', properties })).toEqual({
      query: {
        id: 'p1',
        schema: 'Person',
        properties: { name: ['Ashot Mkrtychev'], birthDate: ['1966-05-07'], nationality: ['sk'] },
      },
      issues: [{ field: 'foo', reason: 'schema Person has no such property', text: 'x' }],
    });
    expect(json({ schema: 'Persona', properties: {} })).toEqual({ reason: 'there is no schema "Persona"' });
    expect(json({ schema: 'Ownership', properties: {} })).toEqual({
      reason: 'a party cannot be of schema "Ownership"',
    });
    expect(json({ schema: 'Person', properties: {} })).toEqual({ reason: 'it has no name' });
  });

  it('is not misled by keys that objects inherit', () => {
    expect(json({ name: 'X' }, { name: 'name', constructor: 'id', toString: 'alias' })).toEqual({
      query: { schema: 'LegalEntity', properties: { name: ['X'] } },
      issues: [],
    });
    const hostile = JSON.parse('{"schema":"Person","properties":{"name":["X"],"__proto__":["y"]}}');
    expect(json(hostile)).toMatchObject({ issues: [{ field: '__proto__' }] });
  });

  it('reports a value that is an object', () => {
    expect(
      json({ name: 'X', address: { city: 'Bratislava' } }, { name: 'name', address: 'address' }),
    ).toMatchObject({
      issues: [{ field: 'address', reason: 'it is no text', text: '{"city":"Bratislava"}' }],
    });
  });
});
