// Names of a UK party. Name 1 to 5 are given names and Name 6 the family name, so a person's name is put together in
// its natural order and the list's own form ("MKRTYCHEV, Ashot") is kept as the original. The first primary name is
// the name; further ones and their variations are aliases; what the list calls low quality is a weak alias.
import { languageCode } from '../../language-code.ts';
import type { RecordBuilder } from '../../record-builder.ts';
import type { UkName, UkParty } from './uk-party.ts';

/** Ships are listed as `IMO 9058713 ("AVAX")` where the name may change but the number does not. */
const SHIP_NAMED_BY_NUMBER = /^IMO\s*\d{7}\s*\(["“”]?([^"“”()]+)["“”]?\)$/u;

/** Adds all names of the party; each text once, at the property that says most. */
export function addUkNames(builder: RecordBuilder, party: UkParty): void {
  const seen = new Set<string>();
  for (const name of [...party.all('name')].sort((left, right) => rankOf(left) - rankOf(right))) {
    const { value, original } = wholeName(builder, name);
    if (!value || seen.has(value)) continue;
    seen.add(value);
    // Where no name is called primary, the first one serves: a party is called something.
    const property = seen.size === 1 ? 'name' : propertyOf(name);
    builder.party.add(property, value, name.at, original === value ? {} : { original });
    if (builder.party.schema === 'Person' && rankOf(name) < 2) addParts(builder, name);
  }
  for (const { name, script, language, at } of party.all('scriptName')) {
    const lang = languageCode(language) ?? languageCode(script);
    const value = builder.party.schema === 'Person' ? givenNameFirst(name) : name;
    if (!seen.has(value)) {
      builder.party.add('alias', value, at, {
        ...(value === name ? {} : { original: name }),
        ...(lang ? { lang } : {}),
      });
    }
    seen.add(value);
    const labels = [script, language].filter((label) => label && !languageCode(label));
    // Scripts are told from the characters; what the list says of them is worth keeping only where it is no language.
    if (!lang && labels.length > 0) builder.add('notes', `Name ${name}: ${labels.join(', ')}`, at);
  }
}

/** All names of a party as one would look it up by, for relations that are given by name only. */
export function namesOfUkParty(party: UkParty): string[] {
  return party.all('name').map(({ parts }) => parts.filter(Boolean).join(' '));
}

/** "ТОДОРОВА, Анна Юрьевна" in natural order. */
function givenNameFirst(name: string): string {
  return name.replace(/^([^,;()]+),\s+([^,;()]+)$/u, '$2 $1');
}

/** Primary names come first, then their variations, then the rest in the order of the list. */
function rankOf(name: UkName): number {
  if (/variation/iu.test(name.type)) return 1;
  return /^primary name$/iu.test(name.type) || !name.type ? 0 : 2;
}

function wholeName(builder: RecordBuilder, name: UkName): { value: string; original: string } {
  const [family, given] = [name.parts[5] ?? '', name.parts.slice(0, 5).filter(Boolean).join(' ')];
  if (builder.party.schema === 'Person') {
    const original = [family, given].filter(Boolean).join(', ');
    return { value: [given, family].filter(Boolean).join(' '), original };
  }
  const original = [given, family].filter(Boolean).join(' ');
  return { value: SHIP_NAMED_BY_NUMBER.exec(original)?.[1]?.trim() ?? original, original };
}

/** Where a name besides the first stands. */
function propertyOf(name: UkName): string {
  if (/fka|f\.k\.a|former|previous/iu.test(name.type)) return 'previousName';
  if (rankOf(name) < 2) return 'alias';
  return /low/iu.test(name.quality) ? 'weakAlias' : 'alias';
}

/** A family name is one only beside a given name: alone, Name 6 holds whatever the person is called. */
function addParts(builder: RecordBuilder, { parts, at }: UkName): void {
  const [first, second, ...others] = parts.slice(0, 5);
  builder.add('firstName', first, at).add('secondName', second, at);
  for (const other of others) builder.add('middleName', other, at);
  if (parts.slice(0, 5).some(Boolean)) builder.add('lastName', parts[5], at);
}
