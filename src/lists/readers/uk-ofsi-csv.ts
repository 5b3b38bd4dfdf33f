// The Consolidated List of Financial Sanctions Targets of the UK's OFSI, in CSV: "Last Updated,dd/mm/yyyy", a header,
// and a row for each name of a party in each combination with its addresses and birth dates. The record id is the
// Group ID. The list was closed on 28 January 2026; today's is read by the readers of the UK Sanctions List.
import type { ListReader, ReadInput } from '../reader.ts';
import type { UkRow } from './uk/uk-csv.ts';
import { readUkRows, type UkGrouping } from './uk/uk-grouped.ts';
import { readOtherInformation } from './uk/uk-other-information.ts';
import type { UkParty } from './uk/uk-party.ts';

const NAMES = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'] as const;
const LINES = ['Address 1', 'Address 2', 'Address 3', 'Address 4', 'Address 5', 'Address 6'] as const;
const REQUIRED = ['Name 6', 'Name 1', 'Group Type', 'Alias Type', 'Regime', 'Group ID'] as const;
const OTHERS = [
  'Title',
  'Name Non-Latin Script',
  'Non-Latin Script Type',
  'Non-Latin Script Language',
  'DOB',
  'Town of Birth',
  'Country of Birth',
  'Nationality',
  'Passport Number',
  'Passport Details',
  'National Identification Number',
  'National Identification Details',
  'Position',
  'Post/Zip Code',
  'Country',
  'Other Information',
  'Alias Quality',
  'Listed On',
  'UK Sanctions List Date Designated',
  'Last Updated',
] as const;

const GROUPING: UkGrouping = {
  layout: {
    dateLine: /^Last Updated,\s*(\d{1,2}\/\d{1,2}\/\d{4})[,\s]*$/iu,
    required: REQUIRED,
    known: [...NAMES, ...LINES, ...REQUIRED, ...OTHERS],
  },
  authority: 'HM Treasury, Office of Financial Sanctions Implementation',
  idColumn: 'Group ID',
  kindColumn: 'Group Type',
  gather,
};

export const ukOfsiCsv: ListReader = {
  format: 'uk-ofsi-csv',
  title: 'UK Consolidated List of Financial Sanctions Targets, CSV',
  version: 1,
  dataset: 'gb_hmt_sanctions',
  recognise(head) {
    const isOfsi = /^\uFEFF?"?Last Updated"?,/u.test(head.text) && /(?:^|[,"])Group ID\b/mu.test(head.text);
    return isOfsi ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readUkRows(input.dataset, file, GROUPING);
  },
};

function gather(row: UkRow, party: UkParty): void {
  const { at } = row;
  party.put('name', {
    parts: NAMES.map((heading) => row.cell(heading)),
    type: row.cell('Alias Type'),
    quality: row.cell('Alias Quality'),
    at,
  });
  party.put('scriptName', {
    name: row.cell('Name Non-Latin Script'),
    script: row.cell('Non-Latin Script Type'),
    language: row.cell('Non-Latin Script Language'),
    at,
  });
  party.put('address', {
    lines: LINES.map((heading) => row.cell(heading)),
    postalCode: row.cell('Post/Zip Code'),
    country: row.cell('Country'),
    at,
  });
  party.put('birthPlace', { town: row.cell('Town of Birth'), country: row.cell('Country of Birth'), at });
  party.put('document', {
    kind: 'passport',
    number: row.cell('Passport Number'),
    details: row.cell('Passport Details'),
    at,
  });
  party.put('document', {
    kind: 'national',
    number: row.cell('National Identification Number'),
    details: row.cell('National Identification Details'),
    at,
  });
  party.put('listing', {
    regime: row.cell('Regime'),
    listedOn: row.cell('Listed On'),
    designatedOn: row.cell('UK Sanctions List Date Designated'),
    at,
  });
  party.add('title', row.cell('Title'), at);
  party.add('birthDate', row.cell('DOB'), at);
  party.add('nationality', row.cell('Nationality'), at);
  party.add('position', row.cell('Position'), at);
  party.add('lastUpdated', row.cell('Last Updated'), at);
  readOtherInformation(row.cell('Other Information'), at, party);
}
