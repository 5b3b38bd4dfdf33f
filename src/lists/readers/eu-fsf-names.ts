// Names of the EU list. All of them carry strong="true", so that the list does not say which is the name: it is taken
// to be the one entered first (lowest logical id) among those in Latin script that are neither called weak nor former.
// A name's quality stands in its remark ("low quality alias") if anywhere. Function and title belong to the person.
import { languageCode } from '../language-code.ts';
import { letteredTexts } from '../numbered-text.ts';
import type { XmlFields } from '../read/xml-fields.ts';
import type { RecordBuilder } from '../record-builder.ts';
import { skipTechnical } from './eu-fsf-details.ts';

const FORMER = /\b(?:formerly|previously|former name)\b|\bf\.?k\.?a\b/iu;
const LOW_QUALITY = /\blow? quality\b/iu;

interface EuName {
  readonly fields: XmlFields;
  readonly whole: string;
  readonly lang: string | undefined;
  readonly isWeak: boolean;
  readonly isFormer: boolean;
  readonly order: number;
}

/** Adds all names with what hangs on them. */
export function addEuNames(builder: RecordBuilder, elements: readonly XmlFields[]): void {
  const names = elements.flatMap(readName);
  const main = [...names].sort(
    (left, right) => mainRank(left) - mainRank(right) || left.order - right.order,
  )[0];
  for (const name of main ? [main, ...names.filter((other) => other !== main)] : []) {
    const property =
      name === main ? 'name' : name.isFormer ? 'previousName' : name.isWeak ? 'weakAlias' : 'alias';
    // A name that differs from the main one only in its language is the same name.
    if (name === main || name.whole !== main?.whole)
      builder.add(property, name.whole, name.fields.at, name.lang);
  }
  for (const fields of elements) addPersonFacts(builder, fields);
}

function readName(fields: XmlFields): EuName[] {
  const whole = fields.attribute('wholeName');
  if (!whole) return [];
  const remarks = fields.all('remark').map(({ text }) => text);
  return [
    {
      fields,
      whole,
      lang: languageCode(fields.attribute('nameLanguage')),
      isWeak: fields.attribute('strong') === 'false' || remarks.some((text) => LOW_QUALITY.test(text)),
      isFormer: remarks.some((text) => FORMER.test(text)),
      order: Number(fields.attribute('logicalId') ?? Number.MAX_SAFE_INTEGER),
    },
  ];
}

/** Lower is likelier to be the name. */
function mainRank(name: EuName): number {
  if (name.isWeak || name.isFormer) return 2;
  return /\p{Script=Latin}/u.test(name.whole) && (!name.lang || name.lang === 'en') ? 0 : 1;
}

function addPersonFacts(builder: RecordBuilder, fields: XmlFields): void {
  skipTechnical(fields);
  const whole = fields.attribute('wholeName') ?? '';
  const lang = languageCode(fields.attribute('nameLanguage'));
  const isPerson = builder.party.schema === 'Person';
  for (const [attribute, property] of [
    ['firstName', 'firstName'],
    ['middleName', 'middleName'],
    ['lastName', 'lastName'],
  ] as const) {
    const part = fields.attribute(attribute);
    if (part && isPerson) builder.add(property, part, fields.at, lang);
    else if (part && !whole.includes(part)) builder.add('notes', `${attribute}: ${part}`, fields.at);
  }
  for (const [attribute, property, label] of [
    ['title', 'title', 'Title'],
    ['function', 'position', 'Function'],
  ] as const) {
    for (const text of letteredTexts(fields.attribute(attribute) ?? '')) {
      if (isPerson) builder.add(property, text, fields.at);
      else builder.add('notes', `${label}: ${text}`, fields.at);
    }
  }
  addGender(builder, fields);
  for (const { text, at } of fields.all('remark')) builder.add('notes', `Name ${whole}: ${text}`, at);
}

/** F, M, or ? for unknown. */
function addGender(builder: RecordBuilder, fields: XmlFields): void {
  const gender = fields.attribute('gender');
  const value = gender === 'F' ? 'female' : gender === 'M' ? 'male' : undefined;
  if (value && gender && builder.party.schema === 'Person') {
    builder.party.add('gender', value, fields.at, { original: gender });
  } else if (gender && gender !== '?') builder.add('notes', `Gender: ${gender}`, fields.at);
}
