import { describe, expect, it } from 'vitest';
import { areCountriesCompatible, countryName, parseCountry } from './country.ts';

describe('countries by name', () => {
  it.each([
    ['Slovakia', 'sk'],
    ['sk', 'sk'],
    ['SVK', 'sk'],
    ['Korea, North', 'kp'],
    ["Democratic People's Republic of Korea", 'kp'],
    ['Democratic People’s Republic of Korea', 'kp'],
    ['Россия', 'ru'],
    ['Україна', 'ua'],
    ['Russian Federation', 'ru'],
    ['Burma', 'mm'],
    ['The Gambia', 'gm'],
    ['Côte d’Ivoire', 'ci'],
    ['IRAN (ISLAMIC REPUBLIC OF)', 'ir'],
    ['Region: Crimea', 'ua-cri'],
    ['USSR', 'suhh'],
    ['ایران', 'ir'],
    ['中国', 'cn'],
    ['Kosovo', 'xk'],
    ['United States', 'us'],
    ['UK', 'gb'],
  ])('%s is %s', (name, code) => {
    expect(parseCountry(name)).toBe(code);
  });

  it('does not guess', () => {
    for (const text of ['', 'Atlantis', 'Baku, Azerbaijan', '   '])
      expect(parseCountry(text)).toBeUndefined();
  });

  it('names a code for a person', () => {
    expect(countryName('sk')).toBe('Slovakia');
    expect(countryName('suhh')).toBe('USSR');
  });

  it('does not take a successor state for a contradiction', () => {
    expect(areCountriesCompatible('suhh', 'am')).toBe(true);
    expect(areCountriesCompatible('am', 'suhh')).toBe(true);
    expect(areCountriesCompatible('cn', 'hk')).toBe(true);
    expect(areCountriesCompatible('am', 'sk')).toBe(false);
  });
});
