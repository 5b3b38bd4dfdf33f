import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formField, NO_QUESTION, questionOf, requestOf, SCHEMAS, searchOf } from './question.ts';

describe('the question of the screen page', () => {
  it('comes back from its address as it went in, whatever was typed', () => {
    const text = fc.string({ unit: 'grapheme' });
    const question = fc.record({
      name: text,
      schema: fc.constantFrom(...SCHEMAS.map(([schema]) => schema)),
      date: text,
      country: text,
      number: text,
      asOf: text,
      limit: fc.constantFrom('', '5', '100'),
    });
    fc.assert(
      fc.property(question, (given) => {
        expect(questionOf(searchOf(given))).toEqual(given);
      }),
    );
  });

  it('takes nothing from an address that is no kind and no number', () => {
    expect(questionOf('schema=Spoon&limit=many')).toEqual(NO_QUESTION);
  });

  it('sends what the fields mean for the kind of party, and nothing that is empty', () => {
    const vessel = { ...NO_QUESTION, schema: 'Vessel' as const, name: ' Azov Star ', number: '9129122' };
    expect(requestOf(vessel)).toEqual({
      query: { schema: 'Vessel', properties: { name: ['Azov Star'], imoNumber: ['9129122'] } },
    });
    expect(requestOf({ ...NO_QUESTION, name: 'A', asOf: '2023-03-30', limit: '999' })).toMatchObject({
      asOf: '2023-03-30',
      limit: 500,
    });
  });

  it('knows which field a property of the server stands for', () => {
    expect(formField('Person', 'nationality')).toBe('country');
    expect(formField('Vessel', 'imoNumber')).toBe('number');
    expect(formField('Organization', 'incorporationDate')).toBe('date');
    expect(formField('Person', undefined)).toBe('name');
  });
});
