import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countryOfDocument,
  datesOfDocument,
  documentNumberIn,
  isDocumentNumber,
  plainMonths,
} from './document-text.ts';

describe('what lists say about a document', () => {
  it.each([
    ['issued on 4 Jun. 1985 in Bombay, expires 6 Dec. 2019', { issued: '4 Jun 1985', expires: '6 Dec 2019' }],
    [
      'Tunisia number, issued on 1 June 1996 (expired on 31 May 2001)',
      { issued: '1 June 1996', expires: '31 May 2001' },
    ],
    ['Expiry Date: 31/12/2020', { expires: '31/12/2020' }],
    ['Valid from 01/02/2010 to 01/02/2020', { issued: '01/02/2010', expires: '01/02/2020' }],
    ['issued in 1999', { issued: '1999' }],
    ['issued in Kabul', {}],
    ['Issued 0012345-67', {}],
    ['expired', {}],
  ])('reads the days of %j', (text, dates) => {
    expect(datesOfDocument(text)).toEqual(dates);
  });

  it.each([
    ['Tunisia number, issued on 1 June 1996', 'Tunisia'],
    ['Syrian Arab Republic number', 'Syrian Arab Republic'],
    ['(Russia). Expired.', 'Russia'],
    ['Lost. Issuing country: Iraq', 'Iraq'],
    ['Lost in 2001', undefined],
    ['no details', undefined],
    ['', undefined],
  ])('finds the country of %j', (text, country) => {
    expect(countryOfDocument(text)).toBe(country);
  });

  it('writes months as the reader of dates knows them', () => {
    expect(plainMonths('25 Jan.2016, Sept. 1985')).toBe('25 Jan 2016, Sep 1985');
  });
});

describe('a document number', () => {
  it.each([
    ['French passport number 05AT521433', { number: '05AT521433' }],
    ['R00012098, South Sudan', { number: 'R00012098', country: 'South Sudan' }],
    ['8208 No. 555627', { number: '8208 No. 555627' }],
    ['381110042 (Expired 25 Jan. 2016)', { number: '381110042' }],
    ['04643632 issued on 18 Jun. 1999', { number: '04643632' }],
    ['Iraq 12345', { number: '12345', country: 'Iraq' }],
    ['A123456 (Libya)', { number: 'A123456', country: 'Libya' }],
    ['German travel document (“Reiseausweis”) A 0139243', { number: 'A 0139243' }],
    ['/781610425158', { number: '781610425158' }],
    ['L 191609', { number: 'L 191609' }],
    ['not known', { number: 'not known' }],
  ])('is told from the words in %j', (text, expected) => {
    expect(documentNumberIn(text)).toEqual({ ...expected, isChanged: expected.number !== text });
  });

  it('needs digits and no words', () => {
    expect(['AB 12', '8208 No. 555627', 'number 12', 'A1', 'unknown'].map(isDocumentNumber)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('is never made up: whatever the text, its words are words of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { number, country } = documentNumberIn(text);
        const plain = text.replace(/\s+/gu, ' ');
        expect(plain).toContain(number);
        expect(plain).toContain(country ?? '');
      }),
    );
  });
});
