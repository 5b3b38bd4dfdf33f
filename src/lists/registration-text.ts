// Registration numbers out of free text such as "OGRN: 1027807560186 INN: 7814027653" or "(1) Russia TIN - 860206 …".
// Read word by word: a word that looks like a number is one, and the words since the number before it are its label.
// The caller keeps the text itself, so that what is not understood here is not lost.

import { parseCountry } from '../model/country.ts';

/** A number with what the text calls it and the country that it names, as the text writes them. */
export interface RegistrationNumber {
  /** As the table of identification types knows it where it can be told; `Registration Number` without a label. */
  readonly type: string;
  readonly number: string;
  readonly country?: string;
}

/** What labels of Russia, its neighbours and China mean, in either script; compared in lower case. */
const TYPE_OF_LABEL: Readonly<Record<string, string>> = {
  inn: 'INN',
  инн: 'INN',
  ogrn: 'OGRN',
  огрн: 'OGRN',
  kpp: 'KPP',
  кпп: 'KPP',
  okpo: 'OKPO',
  окпо: 'OKPO',
  oktmo: 'OKTMO',
  tin: 'Tax Identification Number',
  itn: 'Tax Identification Number',
  'tax id': 'Tax Identification Number',
  'taxpayer id': 'Tax Identification Number',
  unp: 'Tax Identification Number',
  унп: 'Tax Identification Number',
  унн: 'Tax Identification Number',
  uscc: 'Unified Social Credit Code',
  lei: 'Legal Entity Identifier',
};

/** Types whose numbers many parties share (a tax office's, a municipality's): no identifier of one party. */
export const SHARED_NUMBER_TYPES: ReadonlySet<string> = new Set(['KPP', 'OKTMO']);

const NUMBER = /^(?=.*\d)[\p{Lu}\d][\p{Lu}\d/-]*[\p{Lu}\d]$/u;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/u;
const BIC = /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$/u;

/** The numbers of one text, in order; empty if it holds none that can be told. */
export function registrationNumbers(text: string): RegistrationNumber[] {
  const plain = text
    .replace(/["“”]/gu, '')
    // How Russian papers write the two together; a country that follows belongs to the INN.
    .replace(/(?<!\S)(\d{10})\/(\d{9})(?!\S)/gu, 'KPP $2 INN $1')
    .replace(/(\d{6})(?=(?:INN|TIN|SRN|OGRN|KPP|Tax)\b)/gu, '$1 ')
    .replace(/^\(([^()]+)\)\s*:/u, '$1:')
    .replace(/:(?=\S)/gu, ': ')
    .replace(/\s+/gu, ' ')
    .trim();
  const found: { label: string; number: string; country?: string }[] = [];
  let label: string[] = [];
  for (const [match, bracketed] of plain.matchAll(/\(([^()]*)\)|[^\s,;()]+/gu)) {
    const last = found.at(-1);
    const token = match.replace(/^[.:]+|[.:]+$/gu, '');
    if (bracketed !== undefined) {
      if (parseCountry(bracketed) && last && label.length === 0) last.country = bracketed;
      else if (last && label.length === 0 && !last.label && /\p{L}{3}/u.test(bracketed))
        last.label = bracketed;
    } else if (DATE.test(token)) {
      label = [];
    } else if (isNumber(token, label)) {
      found.push({ label: label.join(' '), number: token });
      label = [];
    } else if (/[\p{L}]/u.test(token)) {
      label.push(token);
    }
  }
  // "9709056472 - Russia INN": the label of an only number may also follow it.
  const [only] = found;
  if (only && found.length === 1 && !only.label && label.length > 0) only.label = label.join(' ');
  if (found.some((item) => /^\p{L}$/u.test(item.label)) || /^\d+ [\d ]+(?:\(.*)?$/u.test(plain))
    return whole(plain);
  return found.length > 0 ? found.map(explain) : whole(plain);
}

function isNumber(token: string, label: readonly string[]): boolean {
  const name = label.join(' ');
  if (/\b(?:swift|bic)\b/iu.test(name) && BIC.test(token)) return true;
  const digits = token.replace(/\D/gu, '').length;
  return NUMBER.test(token) && (digits >= 4 || (digits >= 2 && /\b(?:number|no)$/iu.test(name)));
}

/** A short text that is one number as it stands, such as "1 149 102 007 933" or "Ma.Bko.2013.M.1610". */
function whole(text: string): RegistrationNumber[] {
  return /\d/u.test(text) && text.length <= 30 ? [{ type: 'Registration Number', number: text }] : [];
}

/** Takes a label such as "Russia INN" or "Tax ID Number/INN:" apart. */
function explain(item: { label: string; number: string; country?: string }): RegistrationNumber {
  let words = item.label
    .replace(/[:–—#№-]+/gu, ' ')
    .trim()
    .split(/\s+/u);
  let country = item.country;
  for (let count = words.length; count > 0 && !country; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (name.length > 3 && parseCountry(name)) {
      country = name;
      words = words.slice(count);
    }
  }
  const label = words.join(' ').replace(/[.\s]+$/u, '');
  const keys = [label, ...words.slice(-1), ...label.split('/')].map((key) =>
    key
      .toLowerCase()
      .replace(/\b(?:numbers?|codes?|nos?)\b\.?/gu, '')
      .trim(),
  );
  const known = keys.map((key) => TYPE_OF_LABEL[key]).find(Boolean);
  return {
    type: known ?? (label || 'Registration Number'),
    number: item.number,
    ...(country ? { country } : {}),
  };
}
