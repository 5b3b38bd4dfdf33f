// The Australian consolidated list as DFAT publishes it: one workbook, one sheet, one row for each name of a party.
// Rows of one party share the number of their reference (7893, 7893a, 7893b1) and repeat most of what the list says
// of it, with small differences; what they agree on is taken once, what differs is taken from each.
// Rows of one party may stand apart, so the list (about 11,000 rows) is grouped before it is read.
// It assumes nothing of the order of columns. Passports and numbers that stand in free text are taken out where the
// text is plain about them (au-dfat-information.ts); the free text itself always goes to the notes.
import { DateTime } from 'luxon';
import { parseCountry } from '../../model/country.ts';
import { parseDates } from '../../model/dates.ts';
import { InterdictError } from '../../model/errors.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import { plainMonths } from '../document-text.ts';
import type { ListFile } from '../list-file.ts';
import { parseNationality } from '../nationality.ts';
import { letteredTexts } from '../numbered-text.ts';
import { type XlsxCell, xlsxRows, xlsxSavedAt } from '../read/xlsx.ts';
import { isZip } from '../read/zip.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { addInformation, unscIdIn } from './au-dfat-information.ts';

/** Columns without which the list cannot be read. */
const REQUIRED = ['Reference', 'Name of Individual or Entity', 'Type', 'Name Type'] as const;

/** The columns of 2024 and of 2026; any other goes to the notes under its own heading. */
const KNOWN = [
  ...REQUIRED,
  'Alias Strength',
  'Date of Birth',
  'Place of Birth',
  'Citizenship',
  'Address',
  'Additional Information',
  'Listing Information',
  'IMO Number',
  'Committees',
  'Control Date',
  'Instrument of Designation',
] as const;
type Column = (typeof KNOWN)[number];

/** Columns of 2026 that say "true" or "false": what the listing forbids. */
const MEASURES = [
  'Targeted Financial Sanction',
  'Travel Ban',
  'Arms Embargo',
  'Maritime Restriction',
] as const;

const AUTHORITY = 'Department of Foreign Affairs and Trade, Australian Sanctions Office';
const SCHEMAS: Readonly<Record<string, SchemaName>> = {
  individual: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
};
/** "7893", "7893a", "2672c10"; Excel may hold the first as a number. */
const REFERENCE = /^(\d+)\s*([a-z]*\d*)$/iu;
/** What some names have behind them: "(previously listed as)", "(Previously listed as. In Arabic: …)". */
const NAME_REMARK =
  /\s*\((?=formerly|previously|in arabic)((?:formerly|previously) listed as)?[.:]?\s*(?:in arabic: ([^)]*))?\)$/iu;
/** What the list writes where it knows nothing. */
const NOTHING = /^(?:n\/?a|none|unknown|-+)\.?$/iu;

interface Row {
  readonly line: number;
  readonly at: string;
  readonly suffix: string;
  readonly cells: ReadonlyMap<string, XlsxCell>;
}

export const auDfatXlsx: ListReader = {
  format: 'au-dfat-xlsx',
  title: 'Australian Consolidated Sanctions List (XLSX)',
  version: 1,
  dataset: 'au_dfat_sanctions',
  recognise(head) {
    return isZip(head.bytes) ? { part: 'main' } : undefined;
  },
  async confirm(file) {
    try {
      const headings = await headingsOf(file);
      return headings.has(REQUIRED[0]) && headings.has(REQUIRED[1]);
    } catch (error) {
      // A workbook that is damaged cannot be told from others; it is refused as unknown, which is all that is known.
      if (error instanceof InterdictError) return false;
      throw error;
    }
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function headingsOf(file: ListFile): Promise<Set<string>> {
  for await (const { cells } of xlsxRows(file)) return new Set(cells.map((cell) => cell.text.trim()));
  return new Set();
}

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const published = publicationDay(await xlsxSavedAt(file));
  if (published) yield { kind: 'published', day: published };
  const parties = new Map<string, Row[]>();
  let headings: readonly string[] | undefined;
  let rows = 0;
  for await (const { line, cells } of xlsxRows(file)) {
    if (!headings) {
      headings = cells.map((cell) => cell.text.trim());
      refuseWithout(headings, file, line);
      continue;
    }
    rows += 1;
    const at = `${file.name}:${line}`;
    const row = {
      line,
      at,
      cells: new Map(cells.flatMap((cell, index) => (cell.text ? [[headings?.[index] ?? '', cell]] : []))),
    };
    const reference = REFERENCE.exec(textOf(row.cells, 'Reference'));
    const fault =
      cells.length === 0
        ? 'an empty row'
        : !reference?.[1]
          ? 'no reference'
          : textOf(row.cells, 'Name of Individual or Entity')
            ? ''
            : 'no name';
    if (!reference?.[1] || fault) {
      const text = cells.map((cell) => cell.text).join(' | ');
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line,
        at,
        reason: fault,
        text: text.slice(0, 200),
        isHarmless: cells.length === 0,
      };
      continue;
    }
    const group = parties.get(reference[1]) ?? [];
    group.push({ ...row, suffix: reference[2] ?? '' });
    parties.set(reference[1], group);
  }
  for (const [reference, group] of parties) {
    const builder = buildRecord(dataset, reference, group);
    yield* valueIssueEvents(builder, file.name, group[0]?.line);
    yield { kind: 'record', record: builder.build(), rows: { main: group.length } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function refuseWithout(headings: readonly string[], file: ListFile, line: number): void {
  const missing = REQUIRED.find((column) => !headings.includes(column));
  if (!missing) return;
  const message = `${file.name}, row ${line}: the column "${missing}" is missing; found ${headings.join(', ')}.`;
  throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line, field: missing });
}

/** The day on which the workbook was saved, in Canberra: DFAT prints the same day beside the file. */
function publicationDay(savedAt: string | undefined): string | undefined {
  if (!savedAt) return undefined;
  const moment = DateTime.fromISO(savedAt, { zone: 'Australia/Sydney' });
  return moment.isValid ? moment.toFormat('yyyy-MM-dd') : undefined;
}

function textOf(cells: ReadonlyMap<string, XlsxCell>, column: Column): string {
  const text = cells.get(column)?.text.replace(/\s+/gu, ' ').trim() ?? '';
  return NOTHING.test(text) ? '' : text;
}

function isPrimary(row: Row): boolean {
  return /^primary name$/iu.test(textOf(row.cells, 'Name Type'));
}

function buildRecord(dataset: string, reference: string, group: readonly Row[]): RecordBuilder {
  const rows = [...group].sort((one, other) => Number(isPrimary(other)) - Number(isPrimary(one)));
  const [first] = rows as [Row, ...Row[]];
  const type = textOf(first.cells, 'Type');
  const schema = SCHEMAS[type.toLowerCase()] ?? 'LegalEntity';
  const builder = new RecordBuilder(dataset, reference, schema).add('topics', 'sanction', first.at);
  if (!(type.toLowerCase() in SCHEMAS)) builder.add('notes', `Type: ${type}`, first.at);
  for (const row of rows) addName(builder, row, row === first);
  const told = new Told();
  for (const row of rows) {
    addDetails(builder, row, told);
    addListing(builder, row, told);
  }
  return builder;
}

function addName(builder: RecordBuilder, row: Row, isFirst: boolean): void {
  const whole = textOf(row.cells, 'Name of Individual or Entity');
  const type = textOf(row.cells, 'Name Type');
  const strength = textOf(row.cells, 'Alias Strength');
  const [remark, former, arabic] = NAME_REMARK.exec(whole) ?? [];
  const name = remark ? whole.slice(0, -remark.length) : whole;
  const isFormer = former !== undefined || /^(?:formerly known as|previously listed as|fka)$/iu.test(type);
  const isWeak = /^(?:weak|low)/iu.test(strength);
  const property = isFirst ? 'name' : isFormer ? 'previousName' : isWeak ? 'weakAlias' : 'alias';
  builder.party.add(property, name, row.at, remark ? { original: whole } : {});
  builder.add('alias', arabic, row.at, 'ar');
  const isKnown = /^(?:primary name|aka|alias|original script|formerly known as|previously listed as|fka)$/iu;
  if (!isKnown.test(type)) builder.add('notes', `Name type of ${whole}: ${type || 'none'}`, row.at);
  if (strength && !/^(?:strong|weak|low|good|high)/iu.test(strength))
    builder.add('notes', `Alias strength of ${whole}: ${strength}`, row.at);
}

function addDetails(builder: RecordBuilder, row: Row, told: Told): void {
  const { cells, at } = row;
  for (const part of told.news(row, 'Date of Birth', /;|>>|,(?!\s*\d{4}\b)|(?<=\d{4}),|(?<=_)\s(?=\d)/u))
    addBirthDate(builder, part, at);
  for (const place of told.news(row, 'Place of Birth')) addBirthPlace(builder, place, at);
  for (const text of told.news(row, 'Citizenship', /[;,/]/u)) addCitizenship(builder, text, at);
  for (const address of told.news(row, 'Address')) addAddress(builder, address, at);
  for (const imo of told.news(row, 'IMO Number')) addImoNumber(builder, imo, at);
  for (const [heading, cell] of cells) {
    if (isOneOf(KNOWN, heading) || isOneOf(MEASURES, heading) || !told.isNews(heading, cell.text)) continue;
    builder.add('notes', heading ? `${heading}: ${cell.text}` : cell.text, at);
  }
  const information = textOf(cells, 'Additional Information');
  if (told.isNews('Additional Information', information))
    addInformation(builder, information, at, (what, text) => told.isNews(what, text));
}

function isOneOf(columns: readonly string[], heading: string): boolean {
  return columns.includes(heading);
}

/** What the rows of a party have said so far, so that what they repeat is taken once. */
class Told {
  readonly #texts = new Set<string>();

  /** The values of a cell that earlier rows did not have: "a) … b) …", each perhaps once more split by a mark. */
  news(row: Row, column: Column, marks: RegExp = /;/u): string[] {
    return letteredTexts(textOf(row.cells, column))
      .flatMap((part) => (parseCountry(part) ? [part] : splitOutsideBrackets(part, marks)))
      .map((part) => part.trim().replace(/[\s,]+$/u, ''))
      .filter((part) => part && !NOTHING.test(part) && this.isNews(column, part));
  }

  /** True the first time that a column says this; rows of one party differ in blanks more often than in words. */
  isNews(column: string, text: string): boolean {
    const key = `${column}\n${text.replace(/\s+/gu, '')}`;
    if (!text || this.#texts.has(key)) return false;
    this.#texts.add(key);
    return true;
  }
}

function splitOutsideBrackets(text: string, marks: RegExp): string[] {
  const masked = text.replace(/\([^)]*\)?/gu, (bracket) => '_'.repeat(bracket.length));
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of masked.matchAll(new RegExp(marks, 'gu'))) {
    pieces.push(text.slice(start, index));
    start = index + mark.length;
  }
  return [...pieces, text.slice(start)];
}

/** What follows a value without changing it: "(this aka only, born 5 Feb. 1969)", "(approximate)". */
const REMARK = /\s*\(([^)]*)\)?\s*$/u;
/** Dates of other calendars are no Gregorian dates, whatever their figures. */
const OTHER_CALENDAR = /hijri|islamic|solar|calendar/iu;

function addBirthDate(builder: RecordBuilder, text: string, at: string): void {
  if (builder.party.schema !== 'Person') {
    builder.add('notes', `Date of Birth: ${text}`, at);
    return;
  }
  const bare = OTHER_CALENDAR.test(text) ? text : text.replace(/^\((.*)\)$/u, '$1').replace(REMARK, '');
  const plain = plainMonths(bare)
    .replace(/^(?:or\s|alt\.?\s*(?:dob:?)?)\s*/iu, '')
    .replace(/(\d)\.\s(?=\p{L})/gu, '$1 ')
    .replace(/\s*\/\s*/gu, '/')
    .replace(/\b(\d{4})\/(?=\d{4}\b)/gu, '$1 or ')
    .replace(/\b(\d{4})\s*[-–]\s*(?=\d{4}\b)/gu, '$1-');
  const dates = parseDates(plain);
  // A remark may say for which name a date holds; of a date that is there already it would be lost.
  if (bare !== text) builder.add('notes', `Date of birth: ${text}`, at);
  for (const date of dates) builder.party.add('birthDate', date, at, date === text ? {} : { original: text });
  if (dates.length === 0) builder.addDate('birthDate', text, at);
}

function addBirthPlace(builder: RecordBuilder, place: string, at: string): void {
  if (builder.party.schema !== 'Person') {
    builder.add('notes', `Place of Birth: ${place}`, at);
    return;
  }
  builder.add('birthPlace', place, at);
  const country = place.replace(REMARK, '').split(',').at(-1)?.trim();
  if (country && parseCountry(country)) builder.addCountry('birthCountry', country, at);
}

function addCitizenship(builder: RecordBuilder, text: string, at: string): void {
  const property = builder.party.schema === 'Person' ? 'citizenship' : 'country';
  const bare = text.replace(REMARK, '').replace(/^(?:possibly|alt\.?)\s/iu, '');
  if (REMARK.test(text)) builder.add('notes', `Citizenship: ${text}`, at);
  const whole = parseNationality(bare);
  const words = whole.length > 0 ? [bare] : bare.split(/\s+and\s+/u);
  for (const word of words) {
    const codes = parseNationality(word);
    for (const code of codes) builder.party.add(property, code, at, { original: text });
    if (codes.length === 0) builder.addCountry(property, word, at);
  }
}

/** The list gives an address as one text; its country is the last of its parts where that is one. */
function addAddress(builder: RecordBuilder, text: string, at: string): void {
  const remarks = REMARK.exec(text)?.[1];
  const lines = text.replace(REMARK, '').split(',');
  const country = lines.at(-1)?.trim() ?? '';
  if (parseCountry(country))
    builder.addAddress({ street: lines.slice(0, -1).join(','), country, remarks }, at);
  else builder.addAddress({ street: text }, at);
}

function addImoNumber(builder: RecordBuilder, imo: string, at: string): void {
  if (builder.party.schema === 'Vessel') builder.add('imoNumber', imo.replace(/^IMO\s*/iu, ''), at);
  else builder.add('notes', `IMO Number: ${imo}`, at);
}

/** One listing for each committee that the rows name; the rows of a party nearly always name one. */
function addListing(builder: RecordBuilder, { cells, at }: Row, told: Told): void {
  const program = textOf(cells, 'Committees') || 'none';
  const information = textOf(cells, 'Listing Information');
  const control = textOf(cells, 'Control Date');
  const instrument = textOf(cells, 'Instrument of Designation');
  const isNewInformation = told.isNews('Listing Information', information);
  if (told.isNews('Committees', program)) {
    const isTrue = (measure: string): boolean =>
      /^(?:true|yes|1)$/iu.test(cells.get(measure)?.text.trim() ?? '');
    builder.addListing(
      {
        authority: AUTHORITY,
        country: 'au',
        program: program === 'none' ? undefined : program,
        listedOn: firstListingDay(information) ?? control,
        legalBasis: [instrument, information].filter(Boolean).join('; '),
        provisions: MEASURES.filter(isTrue).join('; '),
        unscId: unscIdIn(textOf(cells, 'Additional Information')),
      },
      at,
    );
  } else if (isNewInformation) {
    builder.add('notes', `Listing information: ${information}`, at);
  }
  if (told.isNews('Control Date', control)) builder.add('notes', `Control date: ${control}`, at);
}

const DAY = String.raw`(\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}|\d{1,2}/\d{1,2}/\d{4})`;
const LISTED_ON = new RegExp(String.raw`^(?:listed|designated)\b[^;.(]*?\bon:?\s*${DAY}`, 'iu');

/** "Listed by UN 1267 Committee on 24 April 2002 (amended …)": the day of the first listing, where it begins so. */
function firstListingDay(information: string): string | undefined {
  const day = LISTED_ON.exec(information)?.[1];
  return day ? plainMonths(day) : undefined;
}
