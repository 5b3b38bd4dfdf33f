// OFAC's "enhanced" XML (sdn_enhanced.xml, cons_enhanced.xml). It adds to what the others say: names in their own
// script, the parts of names, the kind of each relation with the other party's uid, legal authorities, and the day
// on which a party was put on each list.
import { parseDay } from '../../model/dates.ts';
import { type FileHead, type ListFile, textOf } from '../list-file.ts';
import { type XmlElement, xmlElements } from '../read/xml.ts';
import type { ListReader, ReadEvent, ReadInput, Recognition } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';
import type {
  Located,
  NameKind,
  OfacAddress,
  OfacEntry,
  OfacFact,
  OfacName,
  OfacRelation,
} from './ofac/entry.ts';
import { listFormOf } from './ofac/names.ts';
import { addressOfParts } from './ofac/places.ts';
import { type Resolve, recordOf } from './ofac/record.ts';
import { parseRemark, titlesIn } from './ofac/remarks.ts';
import { restOf, rootName } from './ofac/xml.ts';

const ROOT = 'sanctionsData';
const LATIN = 'Latin';

/** An entity's opening tag, for the pass that only learns which uids the file holds. */
const ENTITY_TAG = /<entity\s[^>]*?\bid="(\d+)"/gu;
/** Longer than any opening tag of an entity, so that none is lost between two pieces of text. */
const TAG_OVERLAP = 200;

const KINDS: Readonly<Record<string, NameKind>> = { 'A.K.A.': 'aka', 'F.K.A.': 'fka', 'N.K.A.': 'nka' };

/** Parts of an entity that are read; anything else goes to the notes. */
const ENTITY_PARTS = [
  'generalInfo',
  'sanctionsLists',
  'sanctionsPrograms',
  'sanctionsTypes',
  'legalAuthorities',
  'names',
  'addresses',
  'features',
  'identityDocuments',
  'relationships',
];

export const ofacEnhancedXml: ListReader = {
  format: 'ofac-enhanced-xml',
  title: 'OFAC enhanced XML (SDN or consolidated non-SDN)',
  version: 1,
  recognise,
  read,
};

function recognise(head: FileHead): Recognition | undefined {
  if (rootName(head.text) !== ROOT) return undefined;
  const filters = /<filters>(.*?)<\/filters>/su.exec(head.text)?.[1] ?? '';
  const lists = [...filters.matchAll(/<sanctionsList\b[^>]*>([^<]+)</gu)].map(([, list = '']) => list);
  if (lists.length === 0) return { part: 'main' };
  return { part: 'main', dataset: lists.includes('SDN List') ? 'us_ofac_sdn' : 'us_ofac_cons' };
}

async function* read({ dataset, files }: ReadInput): AsyncGenerator<ReadEvent> {
  for (const { file } of files) yield* readFile(dataset, file);
}

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const uids = await uidsIn(file);
  const resolve: Resolve = ({ uid }) => (uid !== undefined && uids.has(uid) ? uid : undefined);
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, ['publicationInfo', 'entity'], ROOT)) {
    if (kind === 'root') continue;
    if (element.name === 'publicationInfo') {
      const day = parseDay(element.textAt('dataAsOf') ?? '');
      if (day) yield { kind: 'published', day };
      continue;
    }
    rows += 1;
    yield* readEntity(dataset, file, element, resolve);
  }
  yield { kind: 'total', part: 'main', rows };
}

/** The uids of all entities of the file: relations lead to parties of OFAC's other list as well. */
async function uidsIn(file: ListFile): Promise<Set<string>> {
  const uids = new Set<string>();
  let rest = '';
  for await (const text of textOf(file)) {
    const piece = rest + text;
    for (const [, uid] of piece.matchAll(ENTITY_TAG)) if (uid) uids.add(uid);
    rest = piece.slice(-TAG_OVERLAP);
  }
  return uids;
}

function* readEntity(
  dataset: string,
  file: ListFile,
  element: XmlElement,
  resolve: Resolve,
): Generator<ReadEvent> {
  const uid = element.attribute('id');
  const names = element.all('names', 'name').flatMap(namesOf);
  if (uid === undefined || !names.some((name) => name.kind === 'primary')) {
    const text = `${uid ?? ''} ${names[0]?.listForm ?? ''}`.trim();
    const where = { file: file.name, line: element.line, at: element.path };
    const reason = uid === undefined ? 'no id' : 'no primary name';
    yield { kind: 'set-aside', part: 'main', scope: 'row', ...where, reason, text };
    return;
  }
  const record = recordOf(dataset, entryOf(element, uid, names), resolve);
  yield* valueIssueEvents(record, file.name, element.line);
  yield { kind: 'record', record: record.build(), rows: { main: 1 } };
}

function entryOf(element: XmlElement, uid: string, names: readonly OfacName[]): OfacEntry {
  const info = element.child('generalInfo');
  const titles = titlesIn(info?.textAt('title'), info?.path ?? '');
  const remark = parseRemark(info?.textAt('remarks') ?? '', info?.path ?? '', titles);
  const primary = names.find((name) => name.kind === 'primary');
  return {
    uid,
    at: element.path,
    type: info?.textAt('entityType'),
    // The primary name first, whatever the order in the file.
    names: [
      ...names.filter((name) => name === primary),
      ...names.filter((name) => name !== primary),
      ...remark.names,
    ],
    programmes: element
      .all('sanctionsPrograms', 'sanctionsProgram')
      .map((programme) => ({ text: programme.text, at: programme.path })),
    titles,
    facts: [
      ...element.all('features', 'feature').map(featureOf),
      ...element
        .all('identityDocuments', 'identityDocument')
        .map((document) => documentOf(document, primary?.listForm)),
      ...remark.facts,
    ],
    addresses: element.all('addresses', 'address').flatMap(addressesOf),
    relations: [...element.all('relationships', 'relationship').map(relationOf), ...remark.relations],
    notes: [...remark.notes, ...notesOf(element)],
    memberships: element
      .all('sanctionsLists', 'sanctionsList')
      .map((list) => ({ list: list.text, since: list.attribute('datePublished') })),
    legalAuthorities: element.all('legalAuthorities', 'legalAuthority').map(({ text }) => ({ text })),
    sanctionsTypes: element.all('sanctionsTypes', 'sanctionsType').map(({ text }) => text),
  };
}

/** A name in each script that it is given in. */
function namesOf(name: XmlElement): OfacName[] {
  const kind =
    name.textAt('isPrimary') === 'true' ? 'primary' : (KINDS[name.textAt('aliasType') ?? ''] ?? 'aka');
  return name.all('translations', 'translation').map((translation) => {
    const part = (type: string): string | undefined =>
      translation
        .all('nameParts', 'namePart')
        .filter((found) => found.textAt('type') === type)
        .map((found) => found.textAt('value'))
        .filter(Boolean)
        .join(' ') || undefined;
    const script = translation.textAt('script');
    return {
      kind,
      listForm: listFormOf(translation.textAt('formattedLastName'), translation.textAt('formattedFirstName')),
      isWeak: name.textAt('isLowQuality') === 'true',
      script: script === LATIN ? undefined : script,
      middle: part('Middle Name'),
      patronymic: part('Patronymic'),
      matronymic: part('Matronymic'),
      at: translation.path,
    };
  });
}

function featureOf(feature: XmlElement): OfacFact {
  const reliability = feature.textAt('reliability');
  const doubt = reliability === undefined || reliability === 'Confirmed' ? undefined : reliability;
  return {
    label: feature.textAt('type') ?? '',
    value: feature.textAt('value') ?? '',
    remarks: [feature.textAt('comments'), doubt].filter(Boolean).join('; ') || undefined,
    at: feature.path,
  };
}

function documentOf(document: XmlElement, primaryName: string | undefined): OfacFact {
  const name = document.textAt('name');
  const said = [
    document.textAt('isValid') === 'false' ? 'fraudulent' : undefined,
    name === undefined || name === primaryName ? undefined : `in the name of ${name}`,
    document.textAt('issuingAuthority'),
    document.textAt('issuingLocation'),
    document.textAt('comments'),
  ];
  return {
    label: document.textAt('type') ?? '',
    value: document.textAt('documentNumber') ?? '',
    isDocument: true,
    country: document.textAt('issuingCountry'),
    issued: document.textAt('issueDate'),
    expires: document.textAt('expirationDate'),
    remarks: said.filter(Boolean).join('; ') || undefined,
    at: document.path,
  };
}

/** An address in each script that it is given in. */
function addressesOf(address: XmlElement): OfacAddress[] {
  const id = address.attribute('id');
  const translations = address.all('translations', 'translation');
  if (translations.length === 0) return [{ id, country: address.textAt('country'), at: address.path }];
  return translations.map((translation, index) => {
    const parts = translation
      .all('addressParts', 'addressPart')
      .map((part) => ({ type: part.textAt('type') ?? '', value: part.textAt('value') ?? '' }));
    return {
      ...addressOfParts(parts, address.textAt('country')),
      id: index === 0 ? id : `${id}-${index + 1}`,
      at: translation.path,
    };
  });
}

function relationOf(relation: XmlElement): OfacRelation {
  const other = relation.child('relatedEntity');
  return {
    type: relation.textAt('type') ?? '',
    uid: other?.attribute('entityId'),
    name: other?.text,
    quality: relation.textAt('quality'),
    at: relation.path,
  };
}

/** What the layout of today does not have. */
function notesOf(element: XmlElement): Located[] {
  const known: readonly (readonly [XmlElement[], readonly string[]])[] = [
    [[element], ENTITY_PARTS],
    [element.children('generalInfo'), ['identityId', 'entityType', 'title', 'remarks']],
    [element.all('names', 'name'), ['isPrimary', 'isLowQuality', 'aliasType', 'translations']],
    [element.all('addresses', 'address'), ['country', 'translations']],
    [
      element.all('features', 'feature'),
      ['type', 'versionId', 'value', 'valueRefId', 'valueDate', 'isPrimary', 'reliability', 'comments'],
    ],
    [
      element.all('identityDocuments', 'identityDocument'),
      [
        'type',
        'name',
        'documentNumber',
        'isValid',
        'issueDate',
        'expirationDate',
        'issuingAuthority',
        'issuingLocation',
        'issuingCountry',
        'comments',
      ],
    ],
    [element.all('relationships', 'relationship'), ['type', 'relatedEntity', 'quality']],
  ];
  return known.flatMap(([elements, parts]) => elements.flatMap((found) => restOf(found, parts)));
}
