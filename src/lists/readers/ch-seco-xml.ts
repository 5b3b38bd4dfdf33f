// The Swiss SECO list, XML, written from public knowledge of its schema: programmes first, then targets, then the
// places that targets refer to, so the file is read twice. The whole list keeps targets that were taken off it: those
// are set aside with the day. The record id is the target's ssid. A modification repeats what an entry said before
// and after it; of that history only the days are taken over, and of other ssids none.
import { InterdictError } from '../../model/errors.ts';
import { partyId } from '../../model/record.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import type { ListFile } from '../list-file.ts';
import { xmlElements } from '../read/xml.ts';
import { keepRest, XmlFields } from '../read/xml-fields.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { unReferenceIn } from '../un-reference.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { addSecoIdentity } from './ch-seco-identity.ts';
import { addSecoOtherInformation } from './ch-seco-other-information.ts';
import {
  dayOfModification,
  delistedOn,
  plainName,
  readSecoReferences,
  type SecoReferences,
} from './ch-seco-references.ts';

const ROOT = 'swiss-sanctions-list';
const WHOLE_LIST = 'whole-list';
const AUTHORITY = 'State Secretariat for Economic Affairs';

/** The elements of a target that say what it is. */
const SUBJECTS = ['individual', 'entity', 'object'] as const;

export const chSecoXml: ListReader = {
  format: 'ch-seco-xml',
  title: 'Swiss SECO Sanctions List, XML',
  version: 1,
  dataset: 'ch_seco_sanctions',
  recognise(head) {
    return /<swiss-sanctions-list[\s>]/u.test(head.text) ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const references = await readSecoReferences(file, ROOT);
  if (references.listType !== undefined && references.listType !== WHOLE_LIST) {
    // A list of changes would look like a list from which nearly everybody was taken off.
    const message = `${file.name}: expected the whole list, found list-type="${references.listType}".`;
    throw new InterdictError('LIST_WRONG_FORMAT', message, { file: file.name });
  }
  if (references.day) yield { kind: 'published', day: references.day };
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, ['target'], ROOT)) {
    if (kind === 'root') continue;
    rows += 1;
    const fields = new XmlFields(element);
    const recordId = fields.attribute('ssid');
    const offSince = delistedOn(element, references.day);
    const fault = !recordId
      ? 'no ssid'
      : offSince
        ? `taken off the list on ${offSince}`
        : plainName(element)
          ? ''
          : 'no name';
    if (!recordId || fault) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line: element.line,
        at: element.path,
        reason: fault,
        text: [recordId, plainName(element)].filter(Boolean).join(' | ').slice(0, 200),
        isHarmless: offSince !== undefined,
      };
      continue;
    }
    const builder = buildRecord(dataset, recordId, fields, references);
    yield* valueIssueEvents(builder, file.name, element.line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function buildRecord(
  dataset: string,
  recordId: string,
  fields: XmlFields,
  references: SecoReferences,
): RecordBuilder {
  const subjects = SUBJECTS.flatMap((name) => fields.children(name));
  const [subject] = subjects;
  const builder = new RecordBuilder(dataset, recordId, schemaOf(subject));
  for (const identity of byMain(subjects.flatMap((part) => part.children('identity')))) {
    addSecoIdentity(builder, identity, references);
  }
  // A party whose names are all aliases is still called something.
  if (!builder.party.has('name')) builder.add('name', plainName(fields.element), fields.at);
  builder.add('topics', 'sanction', fields.at);
  for (const part of subjects) addSubject(builder, part, references);
  addListings(builder, fields, subjects, references);
  for (const attribute of fields.children('generic-attribute')) {
    attribute.ignore('ssid');
    builder.add(
      'notes',
      `${attribute.attribute('name') ?? 'Attribute'}: ${attribute.own() ?? ''}`,
      attribute.at,
    );
  }
  keepRest(builder, fields);
  return builder;
}

function schemaOf(subject: XmlFields | undefined): SchemaName {
  if (subject?.element.name === 'individual') return 'Person';
  if (subject?.element.name === 'entity') return 'Organization';
  const type = subject?.attribute('object-type') ?? '';
  if (/vessel|ship/iu.test(type)) return 'Vessel';
  return /air/iu.test(type) ? 'Airplane' : 'LegalEntity';
}

/** The main identity first, so that its name becomes the party's. */
function byMain(identities: readonly XmlFields[]): XmlFields[] {
  const rank = (identity: XmlFields): number => (identity.element.attribute('main') === 'true' ? 0 : 1);
  return [...identities].sort((left, right) => rank(left) - rank(right));
}

function addSubject(builder: RecordBuilder, subject: XmlFields, references: SecoReferences): void {
  subject.ignore('ssid');
  const sex = subject.attribute('sex');
  if (sex && builder.party.schema === 'Person' && /^(?:fe)?male$/iu.test(sex)) {
    const value = sex.toLowerCase();
    builder.party.add('gender', value, subject.at, value === sex ? {} : { original: sex });
  } else if (sex) builder.add('notes', `Sex: ${sex}`, subject.at);
  for (const information of subject.children('other-information')) {
    information.ignore('ssid');
    const text = information.own();
    if (text) addSecoOtherInformation(builder, { text, at: information.at });
  }
  for (const relation of subject.children('relation')) addRelation(builder, relation, references);
}

/** A relation leads to a target by its ssid; to one that is no longer listed it leads by name. */
function addRelation(builder: RecordBuilder, relation: XmlFields, references: SecoReferences): void {
  relation.ignore('ssid');
  const target = relation.attribute('target-id') ?? '';
  const remarks = [...relation.all('remark'), ...relation.all('remarks')].map(({ text }) => text);
  const role = [relation.attribute('relation-type')?.replace(/-/gu, ' '), ...remarks]
    .filter(Boolean)
    .join('; ');
  const name = references.formerNames.get(target);
  const ends = { own: 'subject', other: 'object', role };
  if (references.listed.has(target)) {
    builder.addRelation('UnknownLink', { id: partyId(builder.dataset, target) }, ends, relation.at);
  } else if (name) builder.addRelation('UnknownLink', { name }, ends, relation.at);
  else builder.add('notes', `Relation: ${role}, target ${target}`, relation.at);
}

function addListings(
  builder: RecordBuilder,
  fields: XmlFields,
  subjects: readonly XmlFields[],
  references: SecoReferences,
): void {
  const modifications = fields.children('modification').map((modification) => modification.element);
  fields.ignore('modification');
  const listings = modifications.filter(
    (modification) => modification.attribute('modification-type') === 'listed',
  );
  // The last time it was put on the list: before that it may have been off it.
  const listedOn = listings.map(dayOfModification).filter(Boolean).sort().at(-1);
  const reasons = subjects
    .flatMap((subject) => subject.children('justification'))
    .map((justification) => {
      justification.ignore('ssid');
      return justification.own() ?? '';
    });
  const foreign = fields.all('foreign-identifier');
  const unscId = foreign.flatMap(({ text }) => unReferenceIn(text) ?? [])[0];
  for (const { text, at } of foreign) builder.add('notes', `Foreign identifier: ${text}`, at);
  const inAttribute = fields.attribute('sanctions-set-id');
  const setIds = [inAttribute ?? [], fields.all('sanctions-set-id').map(({ text }) => text)].flat();
  for (const setId of setIds.length > 0 ? new Set(setIds) : [undefined]) {
    const programme = setId === undefined ? undefined : references.programmes.get(setId);
    builder.addListing(
      {
        authority: AUTHORITY,
        country: 'ch',
        program: programme?.key ?? programme?.name ?? setId,
        listedOn,
        legalBasis: programme?.name,
        provisions: programme?.set,
        reason: reasons.filter(Boolean).join(' '),
        authorityId: builder.recordId,
        unscId,
      },
      fields.at,
    );
    if (programme?.origin) builder.add('notes', `Origin of the listing: ${programme.origin}`, fields.at);
  }
  for (const modification of modifications) {
    const day = dayOfModification(modification);
    if (day) builder.addDate('modifiedAt', day, modification.path);
  }
}
