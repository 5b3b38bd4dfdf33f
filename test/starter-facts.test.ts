// Proves the starter lists: every fact in data/starter stands in the official file that the line names. The official
// files are not part of the repository; without them (../shared/lists) this is left out and says so.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileFromDisk } from '../src/lists/list-file.ts';
import { csvRows } from '../src/lists/read/csv.ts';
import { xlsxRows } from '../src/lists/read/xlsx.ts';
import { type XmlElement, xmlElements } from '../src/lists/read/xml.ts';
import { parseStarterParty, type StarterParty } from '../src/lists/readers/interdict-jsonl-line.ts';
import { parseDates } from '../src/model/dates.ts';

const starter = fileURLToPath(new URL('../data/starter/', import.meta.url));
const lists = fileURLToPath(new URL('../../shared/lists/', import.meta.url));

/** What an official file says of one record. */
interface Official {
  readonly names: string[];
  /** The texts of its birth dates. */
  readonly births: string[];
  /** Everything, names and dates among it. */
  readonly texts: string[];
}

type Source = () => AsyncGenerator<readonly [id: string, official: Partial<Official>]>;

const SOURCES: Readonly<Record<string, Source>> = {
  async *us_ofac_sdn() {
    const folder = `${lists}ofac/sdn-2023-12-28/`;
    const endMark = '\u001A';
    // What OFAC cuts from a remark at its 1,000th character goes on in a file of its own.
    const overflow = new Map<string, string>();
    for await (const { cells } of csvRows(fileFromDisk(`${folder}sdn_comments.csv`), { endMark }))
      overflow.set(cells[0] ?? '', cells[1] ?? '');
    for await (const { cells } of csvRows(fileFromDisk(`${folder}sdn.csv.gz`), { endMark })) {
      const [id = '', name = '', ...rest] = cells;
      const remarks = `${cells[11] ?? ''}${overflow.get(id) ?? ''}`;
      const births = [...remarks.matchAll(/\bDOB ([^;]+?)(?=[;.]|$)/gu)].map(([, text]) => text ?? '');
      const quoted = [...remarks.matchAll(/\b[af]\.k\.a\. '(.+?)'(?=[;.]|$)/gu)].map(
        ([, text]) => text ?? '',
      );
      yield [id, { names: [name, ...quoted], births, texts: [...rest, remarks] }];
    }
    for await (const { cells } of csvRows(fileFromDisk(`${folder}alt.csv`), { endMark }))
      yield [cells[0] ?? '', { names: [cells[3] ?? ''] }];
    for await (const { cells } of csvRows(fileFromDisk(`${folder}add.csv.gz`), { endMark }))
      yield [cells[0] ?? '', { texts: cells.slice(2) }];
  },

  async *gb_hmt_sanctions() {
    let header: readonly string[] | undefined;
    for await (const { cells } of csvRows(
      fileFromDisk(`${lists}uk/ofsi-conlist-2025-04-10/ConList.csv.gz`),
    )) {
      if (cells.includes('Group ID')) header = cells;
      else if (header) {
        const cell = (heading: string): string => cells[header?.indexOf(heading) ?? -1] ?? '';
        const name = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'].map(cell).join(' ');
        const names = [name, cell('Name Non-Latin Script')];
        yield [cell('Group ID'), { names, births: [cell('DOB')], texts: [...cells] }];
      }
    }
  },

  async *un_sc_sanctions() {
    const file = fileFromDisk(`${lists}un/2026-04-17/consolidated.xml.gz`);
    for await (const event of xmlElements(file, ['INDIVIDUAL', 'ENTITY'], 'CONSOLIDATED_LIST')) {
      if (event.kind === 'root') continue;
      const all = elementsBelow(event.element);
      const textsAt = (...names: string[]): string[] =>
        all.filter(({ name }) => names.includes(name)).map(({ text }) => text);
      const name = textsAt('FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME').join(' ');
      const names = [name, ...textsAt('ALIAS_NAME').flatMap((text) => text.split(';'))];
      const births = textsAt('DATE', 'YEAR', 'DATE_OF_BIRTH');
      yield [textsAt('REFERENCE_NUMBER')[0] ?? '', { names, births, texts: all.map(({ text }) => text) }];
    }
  },

  async *au_dfat_sanctions() {
    const file = fileFromDisk(`${lists}au/dfat-2024-12/regulation8_consolidated.xlsx`);
    for await (const { cells } of xlsxRows(file)) {
      const texts = cells.map(({ text }) => text);
      const id = (texts[0] ?? '').replace(/[a-z]+$/u, '');
      yield [id, { names: [texts[1] ?? ''], births: [texts[4] ?? ''], texts }];
    }
  },
};

function elementsBelow(element: XmlElement): XmlElement[] {
  return element.elements.flatMap((child) => [child, ...elementsBelow(child)]);
}

/** The words of a text, in small letters, without marks around them. */
function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*/gu) ?? [];
}

/** A name without its marks; a person's "MKRTYCHEV, Ashot" also as "Ashot MKRTYCHEV". */
function nameKeys(name: string, isPerson: boolean): string[] {
  const [, last, given] = /^([^,]+),(.+)$/u.exec(name) ?? [];
  const keys = [words(name).join(' ')];
  return isPerson && last && given ? [...keys, words(`${given} ${last}`).join(' ')] : keys;
}

const MONTH_DATE = /\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{4}\b/gu;
const FIGURES_DATE = /\b(?:\d{4}-\d\d-\d\d|\d\d\/\d\d\/\d{4}|\d{4})\b/gu;

function datesIn(texts: readonly string[]): Set<string> {
  const found = texts.flatMap((text) => [...text.matchAll(MONTH_DATE), ...text.matchAll(FIGURES_DATE)]);
  return new Set(found.flatMap(([text]) => parseDates(text.replace('.', ''))));
}

const NAMES = new Set(['name', 'alias', 'weakAlias', 'previousName']);
const DATES = new Set(['incorporationDate', 'buildDate']);
const COUNTRIES = new Set(['birthCountry', 'nationality', 'citizenship', 'country', 'flag', 'jurisdiction']);

/** The facts of a starter party that its official record does not state, in words; empty if it states all. */
function unproven(party: StarterParty, official: Official): string[] {
  const texts = [...official.texts, ...official.names];
  const known = new Set(texts.flatMap(words));
  const run = ` ${texts.flatMap(words).join(' ')} `;
  const names = new Set(official.names.flatMap((name) => nameKeys(name, party.schema === 'Person')));
  const births = new Set(official.births.flatMap((text) => parseDates(text.replace(/^\(\d\) /u, ''))));
  const dates = datesIn(texts);
  const faults: string[] = [];
  const check = (isProven: boolean, what: string, value: string | undefined): void => {
    if (value !== undefined && !isProven) faults.push(`${party.recordId} ${what}: ${value}`);
  };
  const isSaid = (text: string): boolean => words(text).every((word) => known.has(word));
  // A number must stand there in one piece, not as words from several places.
  const isWritten = (text: string): boolean => run.includes(` ${words(text).join(' ')} `);
  // Australia writes "Slovak" for Slovakia.
  const isCountry = (text: string): boolean =>
    isSaid(text) ||
    [...known].some((word) => word.length > 4 && text.toLowerCase().startsWith(word.slice(0, 6)));

  for (const [property, values] of Object.entries(party.properties)) {
    for (const { value } of values) {
      if (NAMES.has(property)) check(names.has(words(value).join(' ')), property, value);
      else if (property === 'birthDate') check(births.has(value), property, value);
      else if (DATES.has(property)) check(dates.has(value), property, value);
      else if (COUNTRIES.has(property)) check(isCountry(value), property, value);
      else check(isSaid(value), property, value);
    }
  }
  for (const { type, number, country, issued, expires, remarks } of party.identifications) {
    check(isWritten(number), type, number);
    check(country === undefined || isSaid(country), `country of the ${type}`, country);
    check(issued === undefined || dates.has(issued), `issue of the ${type}`, issued);
    check(expires === undefined || dates.has(expires), `expiry of the ${type}`, expires);
    check(remarks === undefined || isSaid(remarks), `remarks on the ${type}`, remarks);
  }
  for (const address of party.addresses)
    for (const [part, text] of Object.entries(address)) check(text === undefined || isSaid(text), part, text);
  for (const { publicKey, currency } of party.wallets) {
    check(isWritten(publicKey), 'wallet', publicKey);
    check(currency === undefined || isWritten(currency), 'currency', currency);
  }
  for (const { program, listedOn, legalBasis, authorityId, unscId } of party.listings) {
    check(isSaid(program ?? ''), 'program', program);
    check(listedOn === undefined || dates.has(listedOn), 'listedOn', listedOn);
    check(legalBasis === undefined || isWritten(legalBasis), 'legalBasis', legalBasis);
    check(authorityId === undefined || isWritten(authorityId), 'authorityId', authorityId);
    check(unscId === undefined || isWritten(unscId), 'unscId', unscId);
  }
  return faults;
}

function starterParties(dataset: string): StarterParty[] {
  const file = `${dataset}.jsonl`;
  const [, ...lines] = readFileSync(starter + file, 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => parseStarterParty(JSON.parse(line), { file, line: index + 2 }));
}

async function officialRecords(dataset: string, ids: ReadonlySet<string>): Promise<Map<string, Official>> {
  const records = new Map<string, Official>();
  for await (const [id, { names = [], births = [], texts = [] }] of SOURCES[dataset]?.() ?? []) {
    if (!ids.has(id)) continue;
    const record = records.get(id) ?? { names: [], births: [], texts: [id] };
    record.names.push(...names);
    record.births.push(...births);
    record.texts.push(...texts);
    records.set(id, record);
  }
  return records;
}

describe.skipIf(!existsSync(lists)).each(Object.keys(SOURCES))(
  'the starter list %s (left out without ../shared/lists)',
  (dataset) => {
    const parties = starterParties(dataset);
    let official: Map<string, Official>;
    beforeAll(async () => {
      official = await officialRecords(dataset, new Set(parties.map(({ recordId }) => recordId)));
    });
    const recordOf = ({ recordId }: StarterParty): Official => {
      const record = official.get(recordId);
      if (!record) throw new Error(`${dataset} has no record ${recordId}`);
      return record;
    };
    /** OFAC's CSVs give no day of listing; the broker's has a test of its own. */
    const withoutDay = (party: StarterParty): StarterParty =>
      dataset === 'us_ofac_sdn'
        ? { ...party, listings: party.listings.map((listing) => ({ ...listing, listedOn: undefined })) }
        : party;

    it('states nothing that the official file does not', () => {
      expect(parties.flatMap((party) => unproven(withoutDay(party), recordOf(party)))).toEqual([]);
    });

    it('relates parties that the official file relates', () => {
      const byId = new Map(parties.map((party) => [party.recordId, party]));
      for (const party of parties) {
        const said = new Set([...recordOf(party).texts, ...recordOf(party).names].flatMap(words));
        for (const { party: other } of party.related) {
          const names =
            'name' in other
              ? [other.name]
              : ['name', 'alias'].flatMap((property) =>
                  (byId.get(other.recordId)?.properties[property] ?? []).map(({ value }) => value),
                );
          const isNamed = names.some((name) => words(name).every((word) => said.has(word)));
          expect(isNamed, `${party.recordId} to ${names[0]}`).toBe(true);
        }
      }
    });

    it('would be caught stating another date, number or name', () => {
      const [party] = parties;
      if (!party) throw new Error('no party');
      const facts = { ...withoutDay(party), recordId: 'changed' };
      const changed: StarterParty[] = [
        { ...facts, properties: { ...facts.properties, birthDate: [{ value: '1966-07-05' }] } },
        { ...facts, properties: { ...facts.properties, alias: [{ value: 'Ashot MKRTCHYAN' }] } },
        { ...facts, identifications: [{ type: 'Passport', number: 'BD3843328' }] },
        { ...facts, addresses: [{ city: 'Reykjavik' }] },
        { ...facts, listings: [{ program: 'ATLANTIS' }] },
      ];
      for (const one of changed) expect(unproven(one, recordOf(party))).toHaveLength(1);
    });
  },
);

describe.skipIf(!existsSync(lists))(
  'the day of the OFAC listing of the broker (left out without ../shared/lists)',
  () => {
    it.each([
      ['2023-03-28', false],
      ['2023-03-30', true],
    ])('%s: listed %s', async (day, isListed) => {
      const uids: (string | undefined)[] = [];
      for await (const { cells } of csvRows(fileFromDisk(`${lists}ofac/sdn-${day}/sdn.csv.gz`), {
        endMark: '\u001A',
      }))
        uids.push(cells[0]);
      expect(uids.includes('41736')).toBe(isListed);
    });
  },
);
