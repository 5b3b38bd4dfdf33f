// The free text of the Australian list ("Additional Information"), largely the Security Council's own wording. The
// text always goes to the notes; what it states plainly goes to properties besides. Nothing is read into it: a
// number without the word for what it is stays in the notes only.
import { propertiesOf } from '../../model/schema/schema.ts';
import { countryOfDocument, datesOfDocument, documentNumberIn } from '../document-text.ts';
import { addTypedIdentification } from '../identification-types.ts';
import { parseNationality } from '../nationality.ts';
import { letteredTexts } from '../numbered-text.ts';
import type { RecordBuilder } from '../record-builder.ts';

/** The Security Council's reference of the party itself stands first: "QDi.123." or "TAe.010". */
const UNSC_ID = /^[a-z]{2}[ie]\.\d{3}\b/iu;

const GENDER = /\b(?:gender|sex):?\s*(male|female)\b/iu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const URL = /\b(?:https?:\/\/|www\.)[^\s;,()<>"']+/giu;
/** Pages about the listing, not of the party. */
const OTHERS_PAGES = /interpol\.int|\bun\.org|legislation\.gov\.au|dfat\.gov\.au/iu;

/** What a text calls a registration number, and its type in the table of identification types. */
const REGISTRATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bOGRN(?:\s*no\.?)?\)?:?\s*(\d[\d ]{11,18}\d)\b/giu, 'OGRN'],
  [/\bINN(?:\s*no\.?)?\)?:?\s*(\d{10}|\d{12})\b/giu, 'INN'],
  [
    /\b(?:company|business)\s+(?:identification|registration)\s+(?:number|no\.?):?\s*(\d[\d-]{4,})\b/giu,
    'Registration Number',
  ],
  [
    /\btax(?:payer)?\s+(?:identification|registration|ID)\s*(?:number|no\.?)?:?\s*(\d[\d-]{4,})\b/giu,
    'Tax ID No.',
  ],
];

/** Where the statement about passports ends and another begins. */
const NEXT_STATEMENT =
  /\b(?:national identification|other information|gender:|designation:|title:|review pursuant|interpol|physical description|address:|arrested|photo\b|licen[cs]es?\b|identity card|id(?:entification)? card)/iu;
/** A document number: at least five figures and letters together, three of them figures, none in small letters. */
const DOCUMENT_NUMBER = /^(?=(?:.*\d){3})[A-Z\d][A-Z\d/ -]{3,22}[A-Z\d]$/u;
const DATE_LIKE = /^\d{1,2}\/\d{1,2}\/\d{4}$|^\d{4}$/u;

/** The Security Council's reference with which the text begins. */
export function unscIdIn(text: string): string | undefined {
  return UNSC_ID.exec(text)?.[0];
}

/** True the first time that something is said of a party. */
type IsNews = (what: string, text: string) => boolean;

/** Adds a text to the notes of a party, and what it states plainly to its properties. */
export function addInformation(builder: RecordBuilder, text: string, at: string, isNews: IsNews): void {
  if (!text) return;
  builder.add('notes', text, at);
  const known = propertiesOf(builder.party.schema);
  const gender = GENDER.exec(text)?.[1]?.toLowerCase();
  if (gender && known.has('gender')) builder.add('gender', gender, at);
  if (known.has('email'))
    for (const [email] of text.matchAll(EMAIL)) builder.add('email', email.replace(/\.$/u, ''), at);
  if (known.has('website')) {
    for (const [url] of text.matchAll(URL))
      if (!OTHERS_PAGES.test(url)) builder.add('website', url.replace(/[.\s]+$/u, ''), at);
  }
  for (const [pattern, type] of REGISTRATIONS) {
    for (const [, number = ''] of text.matchAll(pattern))
      if (isNews(type, number))
        addTypedIdentification(builder, { type, number: number.replace(/\s/gu, '') }, at);
  }
  if (builder.party.schema === 'Person') addPassports(builder, text, at, isNews);
}

/**
 * Where a statement about a passport begins: "Passport no.", "Afghan passport number". The word before is only taken
 * alone: of "North Korean" and "Democratic Republic of the Congo" the last word is another country's.
 */
const PASSPORT =
  /(?<![\p{L}(])(?:(?<!\p{Lu}\p{Ll}+\s|\bthe\s)(\p{Lu}\p{Ll}+)\s)?passport(?:\s+(?:information|details))?\b/giu;

/**
 * "Passport no.: a) Indian number A-333602, issued on 4 Jun. 1985 b) …", "Afghan passport no. D 000763 issued 9 Jan
 * 1997": each statement from the word on to the next one is read as one document or several lettered ones.
 */
function addPassports(builder: RecordBuilder, text: string, at: string, isNews: IsNews): void {
  const starts = [...text.matchAll(PASSPORT)];
  for (const [order, start] of starts.entries()) {
    const statement = text.slice(start.index + start[0].length, starts[order + 1]?.index);
    const rest = (statement.split(NEXT_STATEMENT, 1)[0] ?? '').replace(
      /^[\s.:–-]*(?:no\b\.?|nos\b\.?|number\b)?[\s.:–-]*/iu,
      '',
    );
    for (const item of letteredTexts(rest)) {
      const found = documentNumberIn(
        item.split(/(?<=\d)[,.;](?=\s|$)|\s(?=issued|valid|expir|\()/iu, 1)[0] ?? '',
      );
      const number = found.number.replace(/[.,;:\s]+$/u, '');
      if (!DOCUMENT_NUMBER.test(number) || DATE_LIKE.test(number) || !isNews('passport', number)) continue;
      const country =
        found.country ?? countryOfDocument(item) ?? countryOfPeople(item) ?? countryOfPeople(start[1]);
      builder.addIdentification(
        { type: 'Passport', number, ...(country ? { country } : {}), ...datesOfDocument(item) },
        at,
      );
    }
  }
}

/** The country of a text that begins with what its people are called: "Indian number A-333602". */
function countryOfPeople(text = ''): string | undefined {
  const codes = parseNationality(/^\p{L}{4,}(?=\s|$)/u.exec(text)?.[0] ?? '');
  return codes.length === 1 ? codes[0] : undefined;
}
