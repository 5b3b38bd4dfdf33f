// The UK Sanctions List in CSV: "Report Date: dd-mmm-yyyy", a header, and a row for each combination of a party's
// values. The record id is the Unique ID (RUS1965). Written from public knowledge of the layout: of the columns, only
// those that say whom a row is about must be there; a column that is not known goes to the notes.
import type { ListReader, ReadInput } from '../reader.ts';
import type { UkRow } from './uk/uk-csv.ts';
import { readUkRows, type UkGrouping } from './uk/uk-grouped.ts';
import type { UkField, UkParty } from './uk/uk-party.ts';

export const UK_SANCTIONS_LIST_AUTHORITY = 'UK Foreign, Commonwealth and Development Office';

const NAMES = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'] as const;
const LINES = [1, 2, 3, 4, 5, 6].map((line) => `Address Line ${line}`);
const REQUIRED = ['Unique ID', 'Name 6', 'Name 1', 'Name type', 'Regime Name', 'Designation Type'] as const;

/** Columns that hold one value each. */
const FIELDS: Readonly<Record<string, UkField>> = {
  'Last Updated': 'lastUpdated',
  'OFSI Group ID': 'groupId',
  'UN Reference Number': 'unReference',
  Title: 'title',
  'Designation source': 'designationSource',
  'Sanctions Imposed': 'provision',
  'Other Information': 'note',
  'UK Statement of Reasons': 'reason',
  'Phone number': 'phone',
  Website: 'website',
  'Email address': 'email',
  'D.O.B': 'birthDate',
  'Nationality(/ies)': 'nationality',
  Position: 'position',
  Gender: 'gender',
  'Type of entity': 'entityType',
  Subsidiaries: 'subsidiary',
  'Parent company': 'parentCompany',
  'Business registration number (s)': 'businessNumber',
  'IMO number': 'imoNumber',
  'Current owner/operator (s)': 'owner',
  'Previous owner/operator (s)': 'previousOwner',
  'Current believed flag of ship': 'flag',
  'Previous flags': 'previousFlag',
  'Type of ship': 'shipType',
  'Tonnage of ship': 'tonnage',
  'Length of ship': 'length',
  'Year Built': 'yearBuilt',
  'Hull identification number (HIN)': 'hullNumber',
  'Crypto wallet address': 'wallet',
};

const GROUPING: UkGrouping = {
  layout: {
    dateLine: /^Report Date:?,?\s*([\d\p{L} /.-]+?)[,\s]*$/iu,
    required: REQUIRED,
    known: [
      ...NAMES,
      ...LINES,
      ...REQUIRED,
      ...Object.keys(FIELDS),
      'Alias strength',
      'Name non-latin script',
      'Non-latin script type',
      'Non-latin script language',
      'Address Postal Code',
      'Address Country',
      'Date Designated',
      'National Identifier number',
      'National Identifier additional information',
      'Passport number',
      'Passport additional information',
      'Town of birth',
      'Country of birth',
    ],
  },
  authority: UK_SANCTIONS_LIST_AUTHORITY,
  idColumn: 'Unique ID',
  kindColumn: 'Designation Type',
  gather,
  authorityId: (party) => party.recordId,
};

export const ukSanctionsListCsv: ListReader = {
  format: 'uk-sanctions-list-csv',
  title: 'UK Sanctions List, CSV',
  version: 1,
  dataset: 'gb_fcdo_sanctions',
  recognise(head) {
    return /(?:^|[,"])Unique ID"?,"?OFSI Group ID\b/mu.test(head.text) ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readUkRows(input.dataset, file, GROUPING);
  },
};

function gather(row: UkRow, party: UkParty): void {
  const { at } = row;
  party.put('name', {
    parts: NAMES.map((heading) => row.cell(heading)),
    type: row.cell('Name type'),
    quality: row.cell('Alias strength'),
    at,
  });
  party.put('scriptName', {
    name: row.cell('Name non-latin script'),
    script: row.cell('Non-latin script type'),
    language: row.cell('Non-latin script language'),
    at,
  });
  party.put('address', {
    lines: LINES.map((heading) => row.cell(heading)),
    postalCode: row.cell('Address Postal Code'),
    country: row.cell('Address Country'),
    at,
  });
  party.put('birthPlace', { town: row.cell('Town of birth'), country: row.cell('Country of birth'), at });
  party.put('document', {
    kind: 'passport',
    number: row.cell('Passport number'),
    details: row.cell('Passport additional information'),
    at,
  });
  party.put('document', {
    kind: 'national',
    number: row.cell('National Identifier number'),
    details: row.cell('National Identifier additional information'),
    at,
  });
  party.put('listing', {
    regime: row.cell('Regime Name'),
    listedOn: row.cell('Date Designated'),
    designatedOn: '',
    at,
  });
  for (const [heading, field] of Object.entries(FIELDS)) {
    const text = row.cell(heading);
    if (field === 'provision') for (const part of text.split('|')) party.add(field, part, at);
    else party.add(field, text, at);
  }
}
