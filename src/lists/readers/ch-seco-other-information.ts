// The "other information" of a Swiss target: one fact an element, written "Label: value". Facts that have a property
// are added to it; the text itself always goes to the notes.
import { isA } from '../../model/schema/schema.ts';
import { placeIdentification } from '../identification-types.ts';
import type { Found } from '../read/xml-fields.ts';
import type { RecordBuilder } from '../record-builder.ts';
import { registrationNumbers, SHARED_NUMBER_TYPES } from '../registration-text.ts';

/** Labels of numbers that identify; the type table says where each stands. */
const NUMBER_LABEL =
  /\b(?:IMO|MMSI|INN|ИНН|OGRN|ОГРН|OKPO|SWIFT|BIC|registration number|identification number|tax (?:number|registration|ID)|company (?:number|code)|social credit code|passport(?: number)?)\b/iu;

/** Adds one text. */
export function addSecoOtherInformation(builder: RecordBuilder, { text, at }: Found): void {
  builder.add('notes', text, at);
  const [, label, value] = /^([^:]{2,60}?)\s*:\s*(.+?)\.?$/su.exec(text) ?? [];
  if (!label || !value) return;
  const schema = builder.party.schema;
  const isEntity = isA(schema, 'LegalEntity');
  if (NUMBER_LABEL.test(label)) addNumbers(builder, label, value, at);
  else if (isEntity && /^(?:company )?web ?site$/iu.test(label)) {
    for (const site of value.match(/(?:https?:\/\/|www\.)[^\s;,]+/gu) ?? []) builder.add('website', site, at);
  } else if (isEntity && /^(?:company )?e-?mail(?: address)?$/iu.test(label)) {
    for (const email of value.match(/[^\s,;]+@[^\s,;]+/gu) ?? []) builder.add('email', email, at);
  } else if (isEntity && /^(?:tel\.?|tele)?(?:phone)?(?: n(?:umber|o\.?))?$/iu.test(label)) {
    for (const phone of value.split(/[,;]\s*/u))
      if (/\d{5}/u.test(phone.replace(/\D/gu, ''))) builder.add('phone', phone, at);
  } else if (isEntity && schema !== 'Person' && /^date of (?:registration|incorporation)$/iu.test(label)) {
    builder.addDate('incorporationDate', value, at);
  } else if (isEntity && schema !== 'Person' && /^type of entity$/iu.test(label)) {
    builder.add('legalForm', value, at);
  }
}

function addNumbers(builder: RecordBuilder, label: string, value: string, at: string): void {
  for (const { type, number, country } of registrationNumbers(`${label}: ${value}`)) {
    if (SHARED_NUMBER_TYPES.has(type)) continue;
    const placed = placeIdentification(type, number, builder.party.schema, country);
    builder.addIdentification({ number: placed.number, type, country }, at, placed.property);
  }
}
