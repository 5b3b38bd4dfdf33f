// Aliases of the UN list. QUALITY grades them (Good, Low; a.k.a., f.k.a. for bodies), but names come several to an
// element ("Abdul Rehman; Abd Ur-Rehman"), family name first ("BAYNAH, Yasin"), with the name in its own script in
// brackets, or with a remark ("previously listed as") in brackets or in a note.
import type { XmlFields } from '../read/xml-fields.ts';
import type { RecordBuilder } from '../record-builder.ts';

/** In words, and in the brackets that the Arabic forms carry ("previously listed under this name"). */
const FORMER = /\b(?:previously|formerly) (?:listed|known) as\b|\bf\.?k\.?a\b|سابق/iu;
/** A name in its own script after words such as "In Arabic:" or "original script:". */
const IN_SCRIPT = /(?:\bin \p{L}+(?: script)?|\boriginal script|\bscript)\s*:\s*([^;.()]*[^\s;.()])/giu;
/** What is said of a name after it: "(birth name)", "(false identity related to …)", ", born in Kandahar on …". */
const REMARKS = [
  /,?\s+born\b.*$/u,
  /\s*\(\p{Ll}{2,}[^()]*\)$/u,
  /\s*\((?:combat|birth) name\)$/iu,
  /\s*\([^()]*(?:سابق|اسم|النحو)[^()]*\)?$/u,
  /^\(\p{L}+\)\s+/u,
];

/** Adds one alias element; a blank one gives nothing. */
export function addUnAlias(builder: RecordBuilder, alias: XmlFields): void {
  const quality = alias.text('QUALITY') ?? '';
  const name = alias.text('ALIAS_NAME') ?? '';
  const note = alias.text('NOTE') ?? '';
  const isFormer = FORMER.test(note) || FORMER.test(quality);
  const add = (text: string): void => {
    for (const { value, original } of aliasNames(text, builder.party.schema === 'Person')) {
      const isRemarked = original !== value && FORMER.test(original);
      const property =
        isFormer || isRemarked ? 'previousName' : /low/iu.test(quality) ? 'weakAlias' : 'alias';
      builder.party.add(property, value, alias.at, original === value ? {} : { original });
    }
  };
  add(name);
  for (const { text } of alias.all('NAME_ORIGINAL_SCRIPT')) add(text);
  for (const match of `${name}; ${note}`.matchAll(IN_SCRIPT)) add(match[1] ?? '');
  if (note) builder.add('notes', name ? `Alias ${name}: ${note}` : `Alias: ${note}`, alias.at);
  if (builder.party.schema === 'Person') addBirth(builder, alias);
}

/** A birth that goes with an alias is one that the person gives out as his own. */
function addBirth(builder: RecordBuilder, alias: XmlFields): void {
  const date = alias.found('DATE_OF_BIRTH');
  const [city, country] = [alias.found('CITY_OF_BIRTH'), alias.found('COUNTRY_OF_BIRTH')];
  if (date) builder.addDate('birthDate', date.text, date.at);
  const place = [city?.text, country?.text].filter(Boolean).join(', ');
  builder.add('birthPlace', place, alias.at);
  if (country) builder.addCountry('birthCountry', country.text, country.at);
}

/** A name with the words of the list that it was made from. */
interface AliasName {
  readonly value: string;
  readonly original: string;
}

/** The names that one alias text holds; a person's with the given name first. */
export function aliasNames(text: string, isPerson: boolean): AliasName[] {
  return scriptsApart(text.replace(/\s+/gu, ' ').trim())
    .flatMap((part) => part.split(/;\s*/u))
    .map((part) => {
      const original = part.replace(/[\s,]+$/u, '').trim();
      const bare = REMARKS.reduce((name, remark) => name.replace(remark, ''), original).trim();
      return { value: isPerson ? givenNameFirst(bare) : bare, original };
    })
    .filter(({ value }) => value);
}

/** "Haji Gulab Gul (حاجی گلاب گل)" is two names; a bracket in the same script belongs to the name. */
function scriptsApart(text: string): string[] {
  const [, before = '', inside = ''] = /^([^()]+)\((.+)\)[\s,]*$/u.exec(text) ?? [];
  const isLatin = (part: string): boolean => /\p{Script=Latin}/u.test(part);
  const isOther = (part: string): boolean => /\p{L}/u.test(part) && !isLatin(part);
  const areApart = (isLatin(before) && isOther(inside)) || (isOther(before) && isLatin(inside));
  return areApart ? [before, inside] : [text];
}

/** "BAYNAH, Yasin" -> "Yasin BAYNAH"; left alone where the comma sets off something else ("Santos, III"). */
function givenNameFirst(name: string): string {
  const [, family, given] = /^([^,;()\d]+),\s+([^,;()\d]+)$/u.exec(name) ?? [];
  return family && given && !/^(?:[IVX]+|jr|sr)\b\.?/iu.test(given) ? `${given} ${family}` : name;
}
