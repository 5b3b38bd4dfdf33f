import { describe, expect, it } from 'vitest';
import { describeMap, isDateTarget, mapColumns, parseAssignment } from './column-map.ts';

function described(headings: readonly string[], ...map: string[]): string {
  return describeMap(mapColumns(headings, map.map(parseAssignment)));
}

describe('the map of columns', () => {
  it('is guessed from the headings, and says what is not used', () => {
    expect(described(['full_name', 'date_of_birth', 'customer_no', 'Shoe size'])).toBe(
      'full_name -> name, date_of_birth -> birthDate, customer_no -> id; not used: Shoe size',
    );
    expect(described(['Vorname', 'Nachname', 'Geburtsdatum', 'Staatsangehörigkeit'])).toBe(
      'Vorname -> firstName, Nachname -> lastName, Geburtsdatum -> birthDate, Staatsangehörigkeit -> nationality',
    );
  });

  it('leaves remarks out of the query, unless the user wants them in', () => {
    expect(described(['name', 'notes'])).toBe('name -> name; not used: notes');
    expect(described(['name', 'notes'], 'alias=notes')).toBe('name -> name, notes -> alias');
  });

  it('follows the user, whose word takes the place of all guesses for that target', () => {
    expect(described(['Name', 'Full Name', 'DOB'], 'name=Full Name')).toBe(
      'Full Name -> name, DOB -> birthDate; not used: Name',
    );
    expect(described(['Foo', 'Bar'], 'name=Foo', 'name=bar')).toBe('Foo -> name, Bar -> name');
    expect(described(['Name', 'Country'], 'unused=Country')).toBe('Name -> name; not used: Country');
  });

  it('uses one id only, and names a column without heading', () => {
    expect(described(['id', 'id', 'name', ''])).toBe(
      'id -> id, name -> name; not used: id, (column 4, without heading)',
    );
  });

  it('refuses what is no assignment, no property or no column', () => {
    expect(() => parseAssignment('name')).toThrow('expected it as name="Column heading"');
    expect(() => parseAssignment('=x')).toThrow('expected it as');
    expect(() => parseAssignment('birthdate=DOB')).toThrow('did you mean "birthDate"?');
    expect(() => parseAssignment('shoeSize=x')).toThrow('there is no property "shoeSize".');
    expect(() => described(['name'], 'country=Land')).toThrow(
      'There is no column "Land". The file has: "name".',
    );
  });

  it('refuses a table in which no column gives a name', () => {
    expect(() => described(['id', 'country'])).toThrow('No column gives the name of the party.');
    expect(() => described(['name'], 'unused=name')).toThrow('No column gives the name of the party.');
    expect(() => described(Array.from({ length: 60 }, (_, index) => `c${index}`))).toThrow(
      /"c39", and 20 more\.$/u,
    );
  });

  it('takes a heading with an equals sign in it', () => {
    expect(described(['a=b', 'x'], 'name=a=b')).toBe('a=b -> name; not used: x');
  });

  it('knows which targets are dates', () => {
    expect(['birthDate', 'incorporationDate', 'name', 'id'].filter(isDateTarget)).toEqual([
      'birthDate',
      'incorporationDate',
    ]);
  });
});
