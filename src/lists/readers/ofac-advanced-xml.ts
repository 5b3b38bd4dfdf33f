// OFAC's "advanced" XML (sdn_advanced.xml, cons_advanced.xml), in the UN's sanctions schema: all values point into
// sets of reference values, and a party's documents, locations, relations and sanctions entries stand in sections of
// their own, some before it and some after. So the file is read twice: for what comes after the parties, then for
// the parties. One record is one `DistinctParty`; OFAC gives each exactly one profile, whose number is its uid.
import { InterdictError } from '../../model/errors.ts';
import type { FileHead, ListFile } from '../list-file.ts';
import { type XmlElement, xmlElements } from '../read/xml.ts';
import type { ListReader, ReadEvent, ReadInput, Recognition } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { type AdvancedName, documentFact, namesOf, notesOf, readFeature } from './ofac/advanced-party.ts';
import {
  type AdvancedDocument,
  type AdvancedLocation,
  dateText,
  periodText,
  ReferenceValues,
  readDocument,
  readLocation,
} from './ofac/advanced-references.ts';
import {
  type Located,
  type OfacEntry,
  type OfacLegalAuthority,
  type OfacListMembership,
  type OfacRelation,
  ofacType,
} from './ofac/entry.ts';
import { type Resolve, recordOf } from './ofac/record.ts';
import { parseRemark } from './ofac/remarks.ts';
import { restOf, rootName } from './ofac/xml.ts';

const ROOT = 'Sanctions';
export const ofacAdvancedXml: ListReader = {
  format: 'ofac-advanced-xml',
  title: 'OFAC advanced XML (SDN or consolidated non-SDN)',
  version: 1,
  recognise,
  read,
};

function recognise(head: FileHead): Recognition | undefined {
  if (rootName(head.text) !== ROOT || !/<(?:\w+:)?ReferenceValueSets\b/u.test(head.text)) return undefined;
  // What tells the list, the sanctions entries, stands at the end of the file.
  if (/^cons/iu.test(head.name)) return { part: 'main', dataset: 'us_ofac_cons' };
  return /^sdn/iu.test(head.name) ? { part: 'main', dataset: 'us_ofac_sdn' } : { part: 'main' };
}

async function* read({ dataset, files }: ReadInput): AsyncGenerator<ReadEvent> {
  for (const { file } of files) yield* readFile(dataset, file);
}

/** What the sanctions entries of one profile say. */
interface SanctionsEntries {
  readonly programmes: Located[];
  readonly sanctionsTypes: string[];
  readonly legalAuthorities: OfacLegalAuthority[];
  readonly memberships: OfacListMembership[];
  readonly notes: Located[];
}

/** What stands after the parties, by profile. */
interface AfterParties {
  readonly references: ReferenceValues;
  readonly entries: Map<string, SanctionsEntries>;
  readonly relations: Map<string, OfacRelation[]>;
}

/** What stands before the parties: locations by their number, documents by identity. */
interface BeforeParties {
  readonly locations: Map<string, AdvancedLocation>;
  readonly documents: Map<string, AdvancedDocument[]>;
}

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const after = yield* readAfterParties(file);
  const before: BeforeParties = { locations: new Map(), documents: new Map() };
  // The schema asks of every relation that its profile be in the file, so its number is the uid of a record here.
  const resolve: Resolve = ({ uid }) => uid;
  let rows = 0;
  for await (const { kind, element } of xmlElements(
    file,
    ['Location', 'IDRegDocument', 'DistinctParty'],
    ROOT,
  )) {
    if (kind === 'root') continue;
    if (element.name === 'Location') {
      before.locations.set(element.attribute('ID') ?? '', readLocation(element, after.references));
    } else if (element.name === 'IDRegDocument') {
      const identity = element.attribute('IdentityID') ?? '';
      const own = before.documents.get(identity) ?? [];
      own.push(readDocument(element, after.references, before.locations));
      before.documents.set(identity, own);
    } else {
      rows += 1;
      yield* readParty(dataset, file, element, after, before, resolve);
    }
  }
  yield { kind: 'total', part: 'main', rows };
  yield* unclaimed(file, after, before);
}

/** The first pass: everything that the parties need and that stands after them, and the reference values. */
async function* readAfterParties(file: ListFile): AsyncGenerator<ReadEvent, AfterParties> {
  const wanted = ['DateOfIssue', 'ReferenceValueSets', 'ProfileRelationship', 'SanctionsEntry'];
  const after = { entries: new Map(), relations: new Map() } as Pick<AfterParties, 'entries' | 'relations'>;
  let references: ReferenceValues | undefined;
  for await (const { kind, element } of xmlElements(file, wanted, ROOT)) {
    if (kind === 'root') continue;
    if (element.name === 'DateOfIssue') yield { kind: 'published', day: dateText(element) };
    else if (element.name === 'ReferenceValueSets') references = new ReferenceValues(element);
    else if (!references) throw unordered(file, element);
    else if (element.name === 'ProfileRelationship') addRelation(after.relations, element, references);
    else addSanctionsEntry(after.entries, element, references);
  }
  if (!references) throw unordered(file);
  return { references, ...after };
}

function unordered(file: ListFile, element?: XmlElement): InterdictError {
  const line = element ? { line: element.line } : {};
  const place = element ? `, line ${element.line}` : '';
  const message = `${file.name}${place}: expected ReferenceValueSets before anything that points to them.`;
  return new InterdictError('LIST_MALFORMED', message, { file: file.name, ...line });
}

function addRelation(
  relations: Map<string, OfacRelation[]>,
  element: XmlElement,
  references: ReferenceValues,
): void {
  const period = element.child('DatePeriod');
  const said = [
    references.text('RelationQuality', element.attribute('RelationQualityID')),
    element.attribute('Former') === 'true' ? 'former' : undefined,
    element.textAt('Comment'),
    period && periodText(period),
  ];
  const from = element.attribute('From-ProfileID') ?? '';
  const own = relations.get(from) ?? [];
  own.push({
    type: references.text('RelationType', element.attribute('RelationTypeID')) ?? 'Linked To',
    uid: element.attribute('To-ProfileID'),
    quality: said.filter(Boolean).join('; ') || undefined,
    at: element.path,
  });
  relations.set(from, own);
}

function addSanctionsEntry(
  entries: Map<string, SanctionsEntries>,
  element: XmlElement,
  references: ReferenceValues,
): void {
  const profile = element.attribute('ProfileID') ?? '';
  const known: SanctionsEntries = entries.get(profile) ?? {
    programmes: [],
    sanctionsTypes: [],
    legalAuthorities: [],
    memberships: [],
    notes: [],
  };
  entries.set(profile, known);
  const days: string[] = [];
  for (const event of element.children('EntryEvent')) {
    const basis = references.text('LegalBasis', event.attribute('LegalBasisID'));
    const date = event.child('Date');
    const since = date && dateText(date);
    if (basis && !known.legalAuthorities.some(({ text }) => text === basis))
      known.legalAuthorities.push({ text: basis, since });
    if (since) days.push(since);
    known.notes.push(...restOf(event, ['Date']));
  }
  const list = references.text('List', element.attribute('ListID'));
  if (list) known.memberships.push({ list, since: days.sort()[0] });
  for (const measure of element.children('SanctionsMeasure')) {
    const type = references.text('SanctionsType', measure.attribute('SanctionsTypeID'));
    const comment = measure.textAt('Comment');
    // A measure of the kind "Program" names the programme in its comment.
    if (type === 'Program' && comment) known.programmes.push({ text: comment, at: measure.path });
    else {
      if (type && !known.sanctionsTypes.includes(type)) known.sanctionsTypes.push(type);
      if (comment) known.notes.push({ text: `${type ?? 'Measure'}: ${comment}`, at: measure.path });
    }
  }
  known.notes.push(...restOf(element, ['EntryEvent', 'SanctionsMeasure', 'ProfileRelationshipReference']));
}

function* readParty(
  dataset: string,
  file: ListFile,
  element: XmlElement,
  after: AfterParties,
  before: BeforeParties,
  resolve: Resolve,
): Generator<ReadEvent> {
  const profile = element.child('Profile');
  const uid = profile?.attribute('ID');
  const subType = profile?.attribute('PartySubTypeID');
  const { references } = after;
  const type = ofacType(
    references.text('PartySubType', subType) ??
      references.text('PartyType', references.attribute('PartySubType', subType, 'PartyTypeID')),
  );
  const names = element.all('Profile', 'Identity').flatMap((identity) => namesOf(identity, references));
  const hasPrimary = names.some((name) => name.kind === 'primary');
  const fault =
    uid === undefined
      ? 'no profile'
      : !hasPrimary
        ? 'no primary name'
        : type === undefined
          ? 'no known type'
          : '';
  if (fault || uid === undefined || type === undefined) {
    const text = `${uid ?? element.attribute('FixedRef') ?? ''} ${names[0]?.listForm ?? ''}`.trim();
    const where = { file: file.name, line: element.line, at: element.path };
    yield { kind: 'set-aside', part: 'main', scope: 'row', ...where, reason: fault, text };
    return;
  }
  const record = recordOf(dataset, entryOf(element, uid, type, names, after, before), resolve);
  yield* valueIssueEvents(record, file.name, element.line);
  yield { kind: 'record', record: record.build(), rows: { main: 1 } };
}

function entryOf(
  element: XmlElement,
  uid: string,
  type: OfacEntry['type'],
  names: readonly AdvancedName[],
  { references, entries, relations }: AfterParties,
  { locations, documents }: BeforeParties,
): OfacEntry {
  const features = element
    .all('Profile', 'Feature')
    .flatMap((feature) => readFeature(feature, references, locations));
  const titles = features
    .filter((feature) => feature.label === 'Title')
    .flatMap(({ value, at }) => value.split(/;\s*/u).map((text) => ({ text, at })));
  const known = new Set(titles.map((title) => title.text));
  const comments = [...element.children('Comment'), ...element.all('Profile', 'Comment')];
  const remarks = comments.map((comment) => parseRemark(comment.text, comment.path, known));
  const identities = element.all('Profile', 'Identity');
  const ids = identities.map((identity) => identity.attribute('ID') ?? '');
  const own = entries.get(uid);
  const primary = names.find((name) => name.kind === 'primary' && name.script === undefined);
  const entry: OfacEntry = {
    uid,
    at: element.path,
    type,
    names: [
      ...names.filter((name) => name === primary),
      ...names.filter((name) => name !== primary),
      ...remarks.flatMap((remark) => remark.names),
    ],
    programmes: own?.programmes ?? [],
    titles,
    facts: [
      ...features.filter((feature) => feature.label !== 'Title' && feature.address === undefined),
      ...ids.flatMap((id) => documents.get(id) ?? []).map((document) => documentFact(document, names)),
      ...remarks.flatMap((remark) => remark.facts),
    ],
    addresses: features.flatMap((feature) => feature.address ?? []),
    relations: [...(relations.get(uid) ?? []), ...remarks.flatMap((remark) => remark.relations)],
    notes: [
      ...remarks.flatMap((remark) => remark.notes),
      ...(own?.notes ?? []),
      ...notesOf(element, identities),
    ],
    memberships: own?.memberships ?? [],
    legalAuthorities: own?.legalAuthorities ?? [],
    sanctionsTypes: own?.sanctionsTypes ?? [],
  };
  entries.delete(uid);
  relations.delete(uid);
  for (const id of ids) documents.delete(id);
  return entry;
}

/** Sections that belong to no party of the file; nothing of them would be seen otherwise. */
function* unclaimed(file: ListFile, after: AfterParties, before: BeforeParties): Generator<ReadEvent> {
  const aside = (at: string, reason: string, text: string, isHarmless = true): ReadEvent => ({
    kind: 'set-aside',
    scope: 'row',
    file: file.name,
    at,
    reason,
    text,
    isHarmless,
  });
  for (const [profile, entry] of after.entries) {
    const text = entry.programmes.map((programme) => programme.text).join('; ');
    yield aside(
      `SanctionsEntry ${profile}`,
      `a sanctions entry of profile ${profile}, which is not here`,
      text,
    );
  }
  for (const [profile, relations] of after.relations)
    for (const relation of relations)
      yield aside(relation.at, `a relation of profile ${profile}, which is not here`, relation.type);
  for (const [identity, documents] of before.documents)
    for (const document of documents)
      yield aside(
        document.fact.at,
        `a document of identity ${identity}, which is not here`,
        document.fact.value,
      );
}
