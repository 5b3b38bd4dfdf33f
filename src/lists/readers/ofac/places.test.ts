import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfParts, countryAtEnd, splitCity } from './places.ts';

describe("the CSV's one column for city, province and postal code", () => {
  it.each([
    ['Bratislava 84105', { city: 'Bratislava', postalCode: '84105' }],
    ['London EC3N 1DY', { city: 'London', postalCode: 'EC3N 1DY' }],
    ['Zurich CH-8022', { city: 'Zurich', postalCode: 'CH-8022' }],
    ['Amsterdam 1077 BL', { city: 'Amsterdam', postalCode: '1077 BL' }],
    ['Mumbai, Maharashtra 40051', { city: 'Mumbai', region: 'Maharashtra', postalCode: '40051' }],
    [
      'Krasnoe Village, Kutshevskiy District, Krasnodar Region 352000',
      { city: 'Krasnoe Village, Kutshevskiy District', region: 'Krasnodar Region', postalCode: '352000' },
    ],
    ['84105', { postalCode: '84105' }],
    ['Dublin 4', { city: 'Dublin 4' }],
    ['Ho Chi Minh City, District 10', { city: 'Ho Chi Minh City', region: 'District 10' }],
    ['1855 Luxembourg', { city: '1855 Luxembourg' }],
    ['Beijing', { city: 'Beijing' }],
  ])('reads %s', (text, expected) => {
    expect(JSON.parse(JSON.stringify(splitCity(text)))).toEqual(expected);
  });

  it('loses no word of it', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/u);
    const column = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(column, (parts) => {
        const text = parts.map((words) => words.join(' ')).join(', ');
        const { city, region, postalCode } = splitCity(text);
        const words = [city, region, postalCode].filter(Boolean).join(' ').split(/[ ,]+/u);
        expect(words).toEqual(text.split(/[ ,]+/u));
      }),
    );
  });
});

describe('an address from its parts', () => {
  it('puts a region without a country in its place, as the other formats print it', () => {
    expect(addressOfParts([{ type: 'REGION', value: 'Gaza' }], undefined)).toMatchObject({
      country: 'Region: Gaza',
      region: undefined,
    });
    expect(addressOfParts([{ type: 'REGION', value: 'Crimea' }], 'Ukraine')).toMatchObject({
      country: 'Ukraine',
      region: 'Crimea',
    });
  });
});

describe('the country that a place of birth ends in', () => {
  it.each([
    ['Baku, Azerbaijan', 'Azerbaijan'],
    ['Iran', 'Iran'],
    ['Pyongyang, Korea, North', 'Korea, North'],
    ['Kinshasa, Congo, Democratic Republic of the', 'Congo, Democratic Republic of the'],
    ['London, UK', 'UK'],
    ['Los Angeles, CA', undefined],
    ['Culiacan, Sinaloa', undefined],
  ])('%s: %s', (place, country) => {
    expect(countryAtEnd(place)).toBe(country);
  });
});
