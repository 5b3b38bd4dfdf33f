// Names as OFAC writes them. A person stands as "SURNAME, Given names"; everything else as it is. The natural order
// is what is screened; the list's own form is kept beside it. Case is OFAC's own: surnames and names of entities in
// capitals. Three of the four formats print it so; for the fourth, `printedForm` does what OFAC does.
import type { RecordBuilder } from '../../record-builder.ts';
import type { OfacName, OfacType } from './entry.ts';

const SUFFIX = /^(?:JR|SR|II|III|IV)\.?$/iu;

/** The kinds of name parts that OFAC prints after the comma; all others stand before it. */
const GIVEN_PARTS: ReadonlySet<string> = new Set(['First Name', 'Middle Name', 'Patronymic', 'Matronymic']);

interface ScriptFacts {
  /** ISO 639 code of the one living language of these lists that uses the script. */
  readonly lang: string;
  /** A person's name is written surname first and without a space. */
  readonly isSurnameFirst?: true;
}

/** By OFAC's name of the script. Arabic and Cyrillic serve several languages each, so they tell none. */
const SCRIPTS: Readonly<Record<string, ScriptFacts>> = {
  Armenian: { lang: 'hye' },
  'Chinese Simplified': { lang: 'zho', isSurnameFirst: true },
  'Chinese Traditional': { lang: 'zho', isSurnameFirst: true },
  Georgian: { lang: 'kat' },
  Greek: { lang: 'ell' },
  Hangul: { lang: 'kor', isSurnameFirst: true },
  Hebrew: { lang: 'heb' },
  Japanese: { lang: 'jpn', isSurnameFirst: true },
  Korean: { lang: 'kor', isSurnameFirst: true },
};

export interface PersonName {
  /** Natural order: "Ashot MKRTYCHEV". */
  readonly full: string;
  readonly last?: string;
  readonly first?: string;
  readonly suffix?: string;
}

/**
 * A person's name from OFAC's form. A name of one part only is neither a surname nor a given name for certain.
 * A suffix stands after the surname or at the end: "SURNAME, JR., Given" and "SURNAME, Given, Jr." both occur.
 */
export function personName(listForm: string, script?: string): PersonName {
  const [last = '', ...others] = listForm
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const suffix = others.find((part) => SUFFIX.test(part));
  const first = others.filter((part) => part !== suffix).join(', ');
  const withSuffix = suffix === undefined ? {} : { suffix };
  if (!first) return { full: [last, suffix].filter(Boolean).join(' '), ...withSuffix };
  const isSurnameFirst = script !== undefined && SCRIPTS[script]?.isSurnameFirst === true;
  const full = isSurnameFirst ? `${last}${first}` : [first, last, suffix].filter(Boolean).join(' ');
  return { full, last, first, ...withSuffix };
}

/** OFAC's form of a name from what stands before and after the comma. */
export function listFormOf(last: string | undefined, first?: string): string {
  return [last, first]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(', ');
}

/**
 * The form that OFAC prints for the parts of a name. A test holds it against every name of a real file of the
 * enhanced format, which gives both.
 */
export function printedForm(parts: readonly { readonly type: string; readonly value: string }[]): string {
  const before = parts
    .filter((part) => !GIVEN_PARTS.has(part.type))
    .map((part) => (part.type === 'Nickname' ? part.value : part.value.toUpperCase()));
  const after = parts.filter((part) => GIVEN_PARTS.has(part.type)).map((part) => part.value);
  return listFormOf(before.join(' '), after.join(' '));
}

/** Adds all names of an entry to its party, each at the property that its kind and quality ask for. */
export function addNames(record: RecordBuilder, names: readonly OfacName[], type: OfacType): void {
  for (const name of names) addName(record, name, type);
}

function addName(record: RecordBuilder, name: OfacName, type: OfacType): void {
  const person = type === 'individual' ? personName(name.listForm, name.script) : undefined;
  const full = person?.full ?? name.listForm;
  const property = propertyOf(name);
  // A weak former name goes with the weak ones, so its being a former one is kept in the original.
  const original =
    property === 'weakAlias' && name.kind === 'fka' ? `f.k.a. '${name.listForm}'` : name.listForm;
  const lang = name.script === undefined ? undefined : SCRIPTS[name.script]?.lang;
  record.party.add(property, full, name.at, {
    ...(original === full ? {} : { original }),
    ...(lang === undefined ? {} : { lang }),
  });
  if (!person || name.isWeak || name.script !== undefined) return;
  record
    .add('lastName', person.last, name.at)
    .add('firstName', person.first, name.at)
    .add('nameSuffix', person.suffix, name.at)
    .add('middleName', name.middle, name.at)
    .add('fatherName', name.patronymic, name.at)
    .add('motherName', name.matronymic, name.at);
}

function propertyOf(name: OfacName): string {
  if (name.isWeak) return 'weakAlias';
  if (name.kind === 'fka') return 'previousName';
  // The same name in another script is an alias of it, not a second primary name.
  return name.kind === 'primary' && name.script === undefined ? 'name' : 'alias';
}
