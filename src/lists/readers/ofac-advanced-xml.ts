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
  dateText,
  periodText,
  ReferenceValues,
  readDocument,
  readLocation,
} from './ofac/advanced-references.ts';
import type {
  Located,
  OfacAddress,
  OfacEntry,
  OfacLegalAuthority,
  OfacListMembership,
  OfacRelation,
} from './ofac/entry.ts';
import { recordOf } from './ofac/record.ts';
import { parseRemark, titlesIn } from './ofac/remarks.ts';
import { Waiting } from './ofac/waiting.ts';
import { restOf, rootName } from './ofac/xml.ts';

const ROOT = 'Sanctions';
const AFTER_PARTIES = ['DateOfIssue', 'ReferenceValueSets', 'ProfileRelationship', 'SanctionsEntry'];
const BEFORE_AND_PARTIES = ['Location', 'IDRegDocument', 'DistinctParty'];
const PROGRAMME = 'Program';
const TITLE = 'Title';

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

/** What a sanctions entry says of its profile. */
interface SanctionsEntry {
  readonly programmes: readonly Located[];
  readonly sanctionsTypes: readonly string[];
  readonly legalAuthorities: readonly OfacLegalAuthority[];
  readonly memberships: readonly OfacListMembership[];
  readonly notes: readonly Located[];
}

/** The sections around the parties, each waiting for its party. */
interface Sections {
  readonly references: ReferenceValues;
  /** By profile; they stand after the parties. */
  readonly entries: Waiting<SanctionsEntry>;
  readonly relations: Waiting<OfacRelation>;
  /** By their number. A location may serve many parties. */
  readonly locations: Waiting<OfacAddress>;
  /** By identity. */
  readonly documents: Waiting<AdvancedDocument>;
}

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const sections = yield* readAfterParties(file);
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, BEFORE_AND_PARTIES, ROOT)) {
    if (kind === 'root') continue;
    if (element.name === 'Location') addLocation(sections, element);
    else if (element.name === 'IDRegDocument')
      sections.documents.add(element.attribute('IdentityID') ?? '', readDocument(element, sections));
    else {
      rows += 1;
      yield* readParty(dataset, file, element, sections);
    }
  }
  yield { kind: 'total', part: 'main', rows };
  yield* unclaimed(file, sections);
}

/** The first pass: everything that the parties need and that stands after them, and the reference values. */
async function* readAfterParties(file: ListFile): AsyncGenerator<ReadEvent, Sections> {
  let sections: Sections | undefined;
  for await (const { kind, element } of xmlElements(file, AFTER_PARTIES, ROOT)) {
    if (kind === 'root') continue;
    if (element.name === 'DateOfIssue') yield { kind: 'published', day: dateText(element) };
    else if (element.name === 'ReferenceValueSets') sections = sectionsWith(new ReferenceValues(element));
    else if (!sections) throw unordered(file, element);
    else if (element.name === 'ProfileRelationship')
      sections.relations.add(
        element.attribute('From-ProfileID') ?? '',
        relationOf(element, sections.references),
      );
    else sections.entries.add(element.attribute('ProfileID') ?? '', entryOf(element, sections.references));
  }
  if (!sections) throw unordered(file);
  return sections;
}

function sectionsWith(references: ReferenceValues): Sections {
  return {
    references,
    entries: new Waiting(),
    relations: new Waiting(),
    locations: new Waiting(),
    documents: new Waiting(),
  };
}

function unordered(file: ListFile, element?: XmlElement): InterdictError {
  const line = element ? { line: element.line } : {};
  const place = element ? `, line ${element.line}` : '';
  const message = `${file.name}${place}: expected ReferenceValueSets before anything that points to them.`;
  return new InterdictError('LIST_MALFORMED', message, { file: file.name, ...line });
}

function addLocation({ locations, references }: Sections, element: XmlElement): void {
  const id = element.attribute('ID') ?? '';
  for (const address of readLocation(element, references)) locations.add(id, address);
}

function relationOf(element: XmlElement, references: ReferenceValues): OfacRelation {
  const period = element.child('DatePeriod');
  const said = [
    references.text('RelationQuality', element.attribute('RelationQualityID')),
    element.attribute('Former') === 'true' ? 'former' : undefined,
    element.textAt('Comment'),
    period && periodText(period),
  ];
  return {
    type: references.text('RelationType', element.attribute('RelationTypeID')) ?? 'Linked To',
    uid: element.attribute('To-ProfileID'),
    quality: said.filter(Boolean).join('; ') || undefined,
    at: element.path,
  };
}

function entryOf(element: XmlElement, references: ReferenceValues): SanctionsEntry {
  const events = element.children('EntryEvent').map((event) => {
    const date = event.child('Date');
    return {
      basis: references.text('LegalBasis', event.attribute('LegalBasisID')),
      since: date && dateText(date),
      notes: restOf(event, ['Date']),
    };
  });
  const measures = element.children('SanctionsMeasure').map((measure) => ({
    type: references.text('SanctionsType', measure.attribute('SanctionsTypeID')),
    text: measure.textAt('Comment'),
    at: measure.path,
  }));
  const isProgramme = ({ type }: { readonly type?: string | undefined }): boolean => type === PROGRAMME;
  const list = references.text('List', element.attribute('ListID'));
  const [since] = events.flatMap((event) => event.since ?? []).sort();
  return {
    // A measure of this kind names the programme in its comment.
    programmes: measures.filter(isProgramme).map(({ text = '', at }) => ({ text, at })),
    sanctionsTypes: measures.filter((measure) => !isProgramme(measure)).flatMap(({ type }) => type ?? []),
    legalAuthorities: events.flatMap(({ basis, since: day }) => (basis ? { text: basis, since: day } : [])),
    memberships: list ? [{ list, since }] : [],
    notes: [
      ...measures
        .filter((measure) => !isProgramme(measure) && measure.text)
        .map(({ type, text, at }) => ({ text: `${type ?? 'Measure'}: ${text}`, at })),
      ...events.flatMap((event) => event.notes),
      ...restOf(element, ['EntryEvent', 'SanctionsMeasure', 'ProfileRelationshipReference']),
    ],
  };
}

function* readParty(
  dataset: string,
  file: ListFile,
  element: XmlElement,
  sections: Sections,
): Generator<ReadEvent> {
  const profile = element.child('Profile');
  const uid = profile?.attribute('ID');
  const names = element
    .all('Profile', 'Identity')
    .flatMap((identity) => namesOf(identity, sections.references));
  if (uid === undefined || !names.some((name) => name.kind === 'primary')) {
    const reason = uid === undefined ? 'no profile' : 'no primary name';
    const text = `${uid ?? element.attribute('FixedRef') ?? ''} ${names[0]?.listForm ?? ''}`.trim();
    const where = { file: file.name, line: element.line, at: element.path };
    yield { kind: 'set-aside', part: 'main', scope: 'row', ...where, reason, text };
    discardSections(element, sections);
    return;
  }
  const record = recordOf(dataset, partyOf(element, uid, names, sections), resolve);
  yield* valueIssueEvents(record, file.name, element.line);
  yield { kind: 'record', record: record.build(), rows: { main: 1 } };
}

/** What waits for a party that is set aside goes with it, and must not be reported once more by itself. */
function discardSections(element: XmlElement, { entries, relations, documents }: Sections): void {
  for (const profile of element.children('Profile')) {
    entries.take(profile.attribute('ID') ?? '');
    relations.take(profile.attribute('ID') ?? '');
  }
  for (const identity of element.all('Profile', 'Identity')) documents.take(identity.attribute('ID') ?? '');
}

/** The schema asks of every relation that its profile be in the file, so its number is the uid of a record here. */
function resolve({ uid }: OfacRelation): string | undefined {
  return uid;
}

/** OFAC's sub-types tell ships from aircraft; of persons and entities only the type is known. */
function typeOf(profile: XmlElement | undefined, references: ReferenceValues): string {
  const subType = profile?.attribute('PartySubTypeID');
  return (
    references.text('PartySubType', subType) ??
    references.text('PartyType', references.attribute('PartySubType', subType, 'PartyTypeID')) ??
    'Unknown'
  );
}

function partyOf(
  element: XmlElement,
  uid: string,
  names: readonly AdvancedName[],
  sections: Sections,
): OfacEntry {
  const features = element.all('Profile', 'Feature').flatMap((feature) => readFeature(feature, sections));
  const titles = features
    .filter((feature) => feature.label === TITLE)
    .flatMap(({ value, at }) => titlesIn(value, at));
  const comments = [...element.children('Comment'), ...element.all('Profile', 'Comment')];
  const remarks = comments.map((comment) => parseRemark(comment.text, comment.path, titles));
  const identities = element.all('Profile', 'Identity');
  const documents = identities.flatMap((identity) => sections.documents.take(identity.attribute('ID') ?? ''));
  const entries = sections.entries.take(uid);
  const primary = names.find((name) => name.kind === 'primary' && name.script === undefined);
  return {
    uid,
    at: element.path,
    type: typeOf(element.child('Profile'), sections.references),
    // The primary name first, whatever the order in the file.
    names: [
      ...names.filter((name) => name === primary),
      ...names.filter((name) => name !== primary),
      ...remarks.flatMap((remark) => remark.names),
    ],
    programmes: entries.flatMap((entry) => entry.programmes),
    titles,
    facts: [
      ...features.filter((feature) => feature.label !== TITLE && feature.address === undefined),
      ...documents.map((document) => documentFact(document, names)),
      ...remarks.flatMap((remark) => remark.facts),
    ],
    addresses: features.flatMap((feature) => feature.address ?? []),
    relations: [...sections.relations.take(uid), ...remarks.flatMap((remark) => remark.relations)],
    notes: [
      ...remarks.flatMap((remark) => remark.notes),
      ...entries.flatMap((entry) => entry.notes),
      ...notesOf(element, identities),
    ],
    memberships: entries.flatMap((entry) => entry.memberships),
    legalAuthorities: entries.flatMap((entry) => entry.legalAuthorities),
    sanctionsTypes: [...new Set(entries.flatMap((entry) => entry.sanctionsTypes))],
  };
}

/** Sections that belong to no party of the file; nothing of them would be seen otherwise. */
function* unclaimed(file: ListFile, { entries, relations, documents }: Sections): Generator<ReadEvent> {
  const aside = (at: string, reason: string, text: string, isHarmless: boolean): ReadEvent => ({
    kind: 'set-aside',
    scope: 'row',
    file: file.name,
    at,
    reason: `${reason}, which is not here`,
    text,
    isHarmless,
  });
  for (const [profile, { programmes }] of entries.rest()) {
    const text = programmes.map((programme) => programme.text).join('; ');
    yield aside('SanctionsEntries', `a sanctions entry of profile ${profile}`, text, false);
  }
  for (const [profile, { at, type }] of relations.rest())
    yield aside(at, `a relation of profile ${profile}`, type, true);
  for (const [identity, { fact }] of documents.rest())
    yield aside(fact.at, `a document of identity ${identity}`, fact.value, true);
}
