// One cell's text as values of one FollowTheMoney property: dates as prefixes, countries as codes, genders as
// FollowTheMoney's words. What cannot be understood is reported, never guessed at.
import { parseCountry } from '../../model/country.ts';
import { type DateOrder, parseDates } from '../../model/dates.ts';
import type { PropertyType } from '../../model/schema/schema.ts';
import { cleanText, isDamaged } from './clean-text.ts';
import words from './generated/party-words.json' with { type: 'json' };
import { wordKey } from './word-key.ts';

const genders = new Map(Object.entries(words.genders));

/** True for a word that says which gender a person has. */
export function isGender(text: string): boolean {
  return genders.has(wordKey(text));
}

/** Characters of one value. The longest name seen in an official list has about 350 (UK, with its translation). */
const MAX_VALUE_CHARACTERS = 2_000;

/** Name properties of which one cell may hold several, separated by ";" or "|". A main name is never cut. */
const LISTS_OF_NAMES = new Set(['alias', 'weakAlias', 'previousName']);

/** What a spreadsheet shows where a formula failed; it is no name. */
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/iu;

/** What a cell gave, and what of it could not be used. */
export interface Understood {
  readonly values: readonly string[];
  readonly issues: readonly string[];
}

/** A time of day behind a date: databases export midnight with their dates. */
const TIME_OF_DAY =
  /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AP]M)?(?:Z|\s*[+-]\d{2}:?\d{2}|\s*UTC)?$/iu;

/** The text of a date cell without a time of day behind it. */
export function withoutTime(text: string): string {
  return text.trim().replace(TIME_OF_DAY, '');
}

/**
 * The values that one text gives for a property.
 * @param dateOrder which number comes first in an all-figures date
 */
export function understand(
  property: string,
  type: PropertyType,
  text: string,
  dateOrder: DateOrder,
): Understood {
  const clean = cleanText(text);
  const damage = isDamaged(text) ? ['it holds characters that are no text, which were removed'] : [];
  if (!clean) return { values: [], issues: damage };
  const { values, issues } = understandClean(property, type, clean, dateOrder);
  return { values, issues: [...damage, ...issues] };
}

function understandClean(
  property: string,
  type: PropertyType,
  clean: string,
  dateOrder: DateOrder,
): Understood {
  if (clean.length > MAX_VALUE_CHARACTERS)
    return { values: [], issues: [`it is too long (${clean.length.toLocaleString('en')} characters)`] };
  if (SPREADSHEET_ERROR.test(clean)) return { values: [], issues: ['it is an error of the spreadsheet'] };
  if (type === 'date') return understandDate(clean, dateOrder);
  if (type === 'country') return understandCountries(clean);
  if (type === 'gender') {
    const gender = genders.get(wordKey(clean));
    return gender
      ? { values: [gender], issues: [] }
      : { values: [], issues: ['it is no gender that is known'] };
  }
  if (type === 'entity') return { values: [], issues: ['it refers to another party, which is not screened'] };
  if (LISTS_OF_NAMES.has(property)) {
    const names = clean.split(/[;|]/u).map((name) => name.trim());
    return { values: names.filter((name) => name !== ''), issues: [] };
  }
  return { values: [clean], issues: [] };
}

/** Birth dates repeat (a century has 36,525 days) and reading one takes some 70 µs. */
const MAX_KNOWN_DATES = 50_000;
const knownDates = new Map<string, readonly string[]>();

function datesIn(text: string, order: DateOrder): readonly string[] {
  const key = `${order} ${text}`;
  let dates = knownDates.get(key);
  if (!dates) {
    if (knownDates.size >= MAX_KNOWN_DATES) knownDates.clear();
    dates = parseDates(text, order);
    knownDates.set(key, dates);
  }
  return dates;
}

function understandDate(text: string, order: DateOrder): Understood {
  const values = datesIn(withoutTime(text), order);
  return values.length > 0 ? { values, issues: [] } : { values, issues: [`it is no date (read ${order})`] };
}

/** One country, or several separated by a mark; the whole is tried first, as "Korea, North" is one. */
function understandCountries(text: string): Understood {
  const whole = parseCountry(text);
  if (whole) return { values: [whole], issues: [] };
  const values: string[] = [];
  const unknown: string[] = [];
  for (const part of text.split(/[;|/]|,(?![^(]*\))/u).map((one) => one.trim())) {
    if (!part) continue;
    const code = parseCountry(part);
    if (code) values.push(code);
    else unknown.push(part);
  }
  const issues = unknown.map((part) => `"${part}" is no country that is known`);
  return { values: [...new Set(values)], issues };
}
