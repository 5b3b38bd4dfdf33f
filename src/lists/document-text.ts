// What lists write about an identity document in words: "Qatari passport number 00868774", "issued on 4 Jun. 1985 in
// Bombay, expires 6 Dec. 2019". Takes out the number, the two dates and the country where they are stated plainly;
// the words themselves are kept by the caller, so that nothing depends on this reading them.

import { parseCountry } from '../model/country.ts';
import { parseDates } from '../model/dates.ts';

export interface DocumentDates {
  readonly issued?: string;
  readonly expires?: string;
}

const DAY = String.raw`(\d{1,2}[ -]\p{L}{3,9}\.?[ -]\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d|\p{L}{3,9}\.? \d{4}|\d{4})`;
const END_OF_DAY = String.raw`(?![\d/.-]*\d)`;
const ISSUED = new RegExp(
  String.raw`\b(?:issued|date of issue|issue date|valid from)(?: on| in)?:? ?${DAY}${END_OF_DAY}`,
  'iu',
);
const EXPIRES = new RegExp(
  String.raw`\b(?:(?:date of )?(?:expir(?:es|ed|ing|y|ation)|exp)(?: date)?|valid until|valid from \S+ to)(?: on)?:? ?${DAY}${END_OF_DAY}`,
  'iu',
);

/** "4 Jun. 1985", "25 Jan.2016" and "Sept 1985" as the date reader knows months. */
export function plainMonths(text: string): string {
  return text.replace(/\b(\p{L}{3,4})\.\s*/gu, '$1 ').replace(/\bSept\b/gu, 'Sep');
}

/** The days of issue and expiry that a text about a document states, as the text writes them. */
export function datesOfDocument(text: string): DocumentDates {
  const plain = plainMonths(text).replace(/\s+/gu, ' ');
  const find = (pattern: RegExp): string | undefined => {
    const day = pattern.exec(plain)?.[1];
    return day && parseDates(day).length > 0 ? day : undefined;
  };
  const [issued, expires] = [find(ISSUED), find(EXPIRES)];
  return { ...(issued ? { issued } : {}), ...(expires ? { expires } : {}) };
}

/** Most words that a country's name at the beginning of a text about a document has ("Syrian Arab Republic number"). */
const MOST_COUNTRY_WORDS = 6;

/** The country that a text about a document begins with or calls the issuing one, as the text writes it. */
export function countryOfDocument(text: string): string | undefined {
  const stated = /\bissuing country:? ([^.,;]+)/iu.exec(text)?.[1]?.trim();
  if (stated && parseCountry(stated)) return stated;
  const words = text
    .replace(/^\(([^()]+)\)/u, '$1')
    .split(/[.,;:()]/u, 1)[0]
    ?.trim()
    .split(/\s+/u);
  if (!words) return undefined;
  for (let count = Math.min(words.length, MOST_COUNTRY_WORDS); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    // Two letters are as likely a word ("in", "no") as a code.
    if (name.length > 2 && parseCountry(name)) return name;
  }
  return undefined;
}

/** A document number freed of the words around it. `isChanged` says that there were such words. */
export interface DocumentNumber {
  readonly number: string;
  readonly country?: string;
  readonly isChanged: boolean;
}

/** A series of up to three letters may stand before a number: "L 191609". */
const NUMBER = String.raw`(?:\p{Lu}{1,3}-? )?[^\s]*\d`;
const LABELLED_NUMBER = new RegExp(
  String.raw`^.*?\b(?:number|nos?\b\.?|passport|certificate|code|ssn|card)[\s:.]*(?:no\.?\s*)?(?=${NUMBER})(.+)$`,
  'iu',
);
const TRAILING_NUMBER = /(?:^|\s)((?:\p{Lu}{1,3}-? )?[\p{Lu}\d][\p{Lu}\d/-]*\d[\p{Lu}\d/-]*)$/u;

/**
 * The number in what a list writes as a number: "French passport number 05AT521433" -> 05AT521433,
 * "R00012098, South Sudan" -> R00012098 of South Sudan, "381110042 (Expired 25 Jan. 2016)" -> 381110042.
 * A text in which no number can be told from words comes back as it is.
 */
export function documentNumberIn(text: string): DocumentNumber {
  const whole = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.,;]+$/u, '');
  let rest = whole.replace(/^\/(?=\d)/u, '');
  let country: string | undefined;
  /** Takes the parts of a match over if the one that should be a country's name is one. */
  const takeCountry = (name: string | undefined, number: string | undefined): void => {
    if (name && number && parseCountry(name)) [country, rest] = [name, number];
  };
  const [, before = '', inside = ''] = /^(.*\d.*?)\s*\(([^()]*)\)$/u.exec(rest) ?? [];
  if (hasWords(inside)) rest = before;
  takeCountry(inside, before);
  // Without a word in it, it is a number as it stands, even "8208 No. 555627".
  if (hasWords(rest)) {
    const comma = /^(.*\d\S*), ([^\d,]+)$/u.exec(rest);
    takeCountry(comma?.[2], comma?.[1]);
    rest = LABELLED_NUMBER.exec(rest)?.[1] ?? rest;
    const leading = /^([^\d]{3,}?) (\S*\d.*)$/u.exec(rest);
    takeCountry(leading?.[1], leading?.[2]);
    // What is said of the document is no part of its number: "04643632 issued on 18 Jun. 1999".
    rest = rest.replace(/[\s,]+(?:issued|expir|valid|under (?:the )?name|date of).*$/iu, '').trim();
  }
  // "German travel document (“Reiseausweis”) A 0139243": what looks like a number at the end is one, a year is not.
  const trailing = hasWords(rest) ? TRAILING_NUMBER.exec(rest)?.[1] : undefined;
  if (trailing && !/^(?:19|20)\d\d$/u.test(trailing)) rest = trailing;
  return { number: rest, ...(country ? { country } : {}), isChanged: rest !== whole };
}

/** True for text that can stand as a document's number: digits in it, and no words. */
export function isDocumentNumber(text: string): boolean {
  return !hasWords(text) && text.replace(/\D/gu, '').length >= 2;
}

function hasWords(text: string): boolean {
  return /\p{Ll}{3}/u.test(text);
}
