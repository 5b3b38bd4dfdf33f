// OFAC's sdnList XML (sdn.xml, consolidated.xml): the same content as the legacy CSV with an element for each fact,
// the publication date and the number of records. Weak aliases are marked; links between parties are in the remarks.
import { parseDay } from '../../model/dates.ts';
import { InterdictError } from '../../model/errors.ts';
import type { FileHead, ListFile } from '../list-file.ts';
import { type XmlElement, xmlElements } from '../read/xml.ts';
import type { ListReader, ReadEvent, ReadInput, Recognition } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';
import type { Located, NameKind, OfacAddress, OfacEntry, OfacFact, OfacName } from './ofac/entry.ts';
import { datasetOfProgrammes } from './ofac/listings.ts';
import { NameIndex } from './ofac/name-index.ts';
import { listFormOf } from './ofac/names.ts';
import { type Resolve, recordOf } from './ofac/record.ts';
import { parseRemark, titlesIn } from './ofac/remarks.ts';
import { restOf, rootName } from './ofac/xml.ts';

const ROOT = 'sdnList';

const KINDS: Readonly<Record<string, NameKind>> = { 'a.k.a.': 'aka', 'f.k.a.': 'fka', 'n.k.a.': 'nka' };

/** Elements of `vesselInfo` -> OFAC's label of the fact in its richer formats. */
const VESSEL_LABELS: Readonly<Record<string, string>> = {
  callSign: 'Vessel Call Sign',
  vesselType: 'Vessel Type',
  vesselFlag: 'Vessel Flag',
  vesselOwner: 'Vessel Owner',
  tonnage: 'Vessel Tonnage',
  grossRegisteredTonnage: 'Vessel Gross Registered Tonnage',
};

/** Lists of one fact each: the list, its items, the element of the item, and the label of the fact. */
const FACT_LISTS = [
  ['dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth', 'DOB'],
  ['placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth', 'POB'],
  ['nationalityList', 'nationality', 'country', 'nationality'],
  ['citizenshipList', 'citizenship', 'country', 'citizen'],
] as const;

const ENTRY_PARTS = [
  'uid',
  'firstName',
  'lastName',
  'title',
  'sdnType',
  'remarks',
  'programList',
  'idList',
  'akaList',
  'addressList',
  'vesselInfo',
  ...FACT_LISTS.map(([list]) => list),
];

export const ofacSdnXml: ListReader = {
  format: 'ofac-sdn-xml',
  title: 'OFAC sdnList XML (SDN or consolidated non-SDN)',
  version: 1,
  recognise,
  read,
};

function recognise(head: FileHead): Recognition | undefined {
  if (rootName(head.text) !== ROOT) return undefined;
  const entries = head.text.split('<sdnEntry>').slice(1);
  const programmes = entries.map((entry) =>
    [...entry.matchAll(/<program>([^<]*)</gu)].map(([, tag = '']) => tag),
  );
  return entries.length > 0 ? { part: 'main', dataset: datasetOfProgrammes(programmes) } : { part: 'main' };
}

async function* read({ dataset, files }: ReadInput): AsyncGenerator<ReadEvent> {
  for (const { file } of files) yield* readFile(dataset, file);
}

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const { resolve } = await indexNames(file);
  let rows = 0;
  let stated: { readonly count: number; readonly line: number } | undefined;
  for await (const { kind, element } of xmlElements(file, ['publshInformation', 'sdnEntry'], ROOT)) {
    if (kind === 'root') continue;
    if (element.name === 'publshInformation') {
      const day = parseDay(element.textAt('Publish_Date') ?? '', 'month-first');
      if (day) yield { kind: 'published', day };
      const count = element.textAt('Record_Count');
      if (count !== undefined) stated = { count: Number(count), line: element.line };
      continue;
    }
    rows += 1;
    yield* readEntry(dataset, file, element, resolve);
  }
  if (stated && stated.count !== rows) {
    const message = `${file.name}, line ${stated.line}: says that it has ${stated.count} records, but holds ${rows}.`;
    throw new InterdictError('LIST_COUNT_WRONG', message, { file: file.name, line: stated.line });
  }
  yield { kind: 'total', part: 'main', rows };
}

async function indexNames(file: ListFile): Promise<NameIndex> {
  const index = new NameIndex();
  for await (const { kind, element } of xmlElements(file, ['sdnEntry'], ROOT)) {
    const uid = element.textAt('uid');
    if (kind === 'root' || uid === undefined) continue;
    index.add(uid, nameFormOf(element), true);
    for (const aka of element.all('akaList', 'aka')) if (!isWeak(aka)) index.add(uid, nameFormOf(aka), false);
  }
  return index;
}

function* readEntry(
  dataset: string,
  file: ListFile,
  element: XmlElement,
  resolve: Resolve,
): Generator<ReadEvent> {
  const uid = element.textAt('uid');
  const name = nameFormOf(element);
  if (uid === undefined || !name) {
    const where = { file: file.name, line: element.line, at: element.path };
    const reason = name ? 'no uid' : 'no name';
    yield {
      kind: 'set-aside',
      part: 'main',
      scope: 'row',
      ...where,
      reason,
      text: `${uid ?? ''} ${name}`.trim(),
    };
    return;
  }
  const record = recordOf(dataset, entryOf(element, uid, name), resolve);
  yield* valueIssueEvents(record, file.name, element.line);
  yield { kind: 'record', record: record.build(), rows: { main: 1 } };
}

function entryOf(element: XmlElement, uid: string, name: string): OfacEntry {
  const at = element.path;
  const titles = titlesIn(element.textAt('title'), `${at}/title[1]`);
  const remark = parseRemark(element.textAt('remarks') ?? '', `${at}/remarks[1]`, titles);
  const akas = element.all('akaList', 'aka');
  const addresses = element.all('addressList', 'address');
  const ids = element.all('idList', 'id');
  const facts = FACT_LISTS.flatMap(([list, item, part, label]) =>
    element.all(list, item).map((fact) => ({ label, value: fact.textAt(part) ?? '', at: fact.path })),
  );
  const vessel = element.child('vesselInfo')?.elements ?? [];
  return {
    uid,
    at,
    type: element.textAt('sdnType'),
    names: [{ kind: 'primary', listForm: name, at }, ...akas.map(akaOf), ...remark.names],
    programmes: element
      .all('programList', 'program')
      .map((programme) => ({ text: programme.text, at: programme.path })),
    titles,
    facts: [...vessel.map(vesselFact), ...facts, ...ids.map(idFact), ...remark.facts],
    addresses: addresses.map(addressOf),
    relations: remark.relations,
    notes: [...remark.notes, ...restNotes(element, akas, addresses, ids)],
  };
}

function nameFormOf(element: XmlElement): string {
  return listFormOf(element.textAt('lastName'), element.textAt('firstName'));
}

function isWeak(aka: XmlElement): boolean {
  return aka.textAt('category') === 'weak';
}

function akaOf(aka: XmlElement): OfacName {
  const kind = KINDS[aka.textAt('type') ?? ''] ?? 'aka';
  return { kind, listForm: nameFormOf(aka), isWeak: isWeak(aka), at: aka.path };
}

function vesselFact(fact: XmlElement): OfacFact {
  return { label: VESSEL_LABELS[fact.name] ?? fact.name, value: fact.text, at: fact.path };
}

function idFact(id: XmlElement): OfacFact {
  return {
    label: id.textAt('idType') ?? '',
    value: id.textAt('idNumber') ?? '',
    country: id.textAt('idCountry'),
    issued: id.textAt('issueDate'),
    expires: id.textAt('expirationDate'),
    at: id.path,
  };
}

function addressOf(address: XmlElement): OfacAddress {
  const lines = ['address1', 'address2', 'address3'].map((line) => address.textAt(line));
  return {
    id: address.textAt('uid'),
    street: lines.filter(Boolean).join(', '),
    city: address.textAt('city'),
    region: address.textAt('stateOrProvince'),
    postalCode: address.textAt('postalCode'),
    country: address.textAt('country'),
    at: address.path,
  };
}

/** What the layout of today does not have. */
function restNotes(
  element: XmlElement,
  akas: readonly XmlElement[],
  addresses: readonly XmlElement[],
  ids: readonly XmlElement[],
): Located[] {
  return [
    ...restOf(element, ENTRY_PARTS),
    ...akas.flatMap((aka) => restOf(aka, ['uid', 'type', 'category', 'lastName', 'firstName'])),
    ...akas
      .filter((aka) => KINDS[aka.textAt('type') ?? ''] === undefined)
      .map((aka) => ({
        text: `${nameFormOf(aka)}: ${aka.textAt('type') ?? 'alias of no type'}`,
        at: aka.path,
      })),
    ...addresses.flatMap((address) =>
      restOf(address, [
        'uid',
        'address1',
        'address2',
        'address3',
        'city',
        'stateOrProvince',
        'postalCode',
        'country',
      ]),
    ),
    ...ids.flatMap((id) =>
      restOf(id, ['uid', 'idType', 'idNumber', 'idCountry', 'issueDate', 'expirationDate']),
    ),
  ];
}
