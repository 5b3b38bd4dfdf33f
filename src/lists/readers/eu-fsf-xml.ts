// The EU's consolidated financial sanctions list (FSF), XML 1.1. The record id is the euReferenceNumber (EU.27.28),
// or the logicalId where an entry has none; should two entries share one, the later gets its logicalId added. The
// logical ids of names, addresses and other details number rows of the publisher's database and are not taken over,
// nor is the language of the regulation, which is English throughout.
import { parseDay } from '../../model/dates.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import type { ListFile } from '../list-file.ts';
import { xmlElements } from '../read/xml.ts';
import { keepRest, XmlFields } from '../read/xml-fields.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { addEuAddress, addEuBirth, addEuIdentification, euCountry, skipTechnical } from './eu-fsf-details.ts';
import { addEuNames } from './eu-fsf-names.ts';

const ROOT = 'export';
const AUTHORITY = 'European Union';

export const euFsfXml: ListReader = {
  format: 'eu-fsf-xml',
  title: 'EU Consolidated Financial Sanctions List, XML 1.1',
  version: 1,
  dataset: 'eu_fsf',
  recognise(head) {
    const isFsf = /<(?:\w+:)?export\b[^>]*["']http:\/\/eu\.europa\.ec\/fpi\/fsd\/export["']/u.test(head.text);
    return isFsf ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const known = new Set<string>();
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, ['sanctionEntity'], ROOT)) {
    if (kind === 'root') {
      const day = parseDay(element.attribute('generationDate')?.slice(0, 10) ?? '');
      if (day) yield { kind: 'published', day };
      continue;
    }
    rows += 1;
    const fields = new XmlFields(element);
    const logicalId = fields.attribute('logicalId');
    const ownId = fields.attribute('euReferenceNumber') ?? logicalId;
    const recordId = ownId && known.has(ownId) ? `${ownId}-${logicalId ?? rows}` : ownId;
    const names = fields.children('nameAlias').filter((name) => name.element.attribute('wholeName'));
    if (!recordId || names.length === 0) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line: element.line,
        at: element.path,
        reason: recordId ? 'no name' : 'neither euReferenceNumber nor logicalId',
        text: (recordId ?? names[0]?.element.attribute('wholeName') ?? '').slice(0, 200),
      };
      continue;
    }
    known.add(recordId);
    const builder = buildRecord(dataset, recordId, fields);
    yield* valueIssueEvents(builder, file.name, element.line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

function buildRecord(dataset: string, recordId: string, fields: XmlFields): RecordBuilder {
  const builder = new RecordBuilder(dataset, recordId, schemaOf(fields));
  addEuNames(builder, fields.children('nameAlias'));
  builder.add('topics', 'sanction', fields.at);
  for (const citizenship of fields.children('citizenship')) addCitizenship(builder, citizenship);
  for (const birth of fields.children('birthdate')) addEuBirth(builder, birth);
  for (const address of fields.children('address')) addEuAddress(builder, address);
  for (const document of fields.children('identification')) addEuIdentification(builder, document);
  addListings(builder, fields);
  for (const { text, at } of fields.all('remark')) builder.add('notes', text, at);
  const details = fields.foundAttribute('designationDetails');
  if (details) builder.add('notes', `Designation details: ${details.text}`, details.at);
  const logicalId = fields.foundAttribute('logicalId');
  if (logicalId) builder.add('notes', `Logical id: ${logicalId.text}`, logicalId.at);
  addAmendingRegulations(builder, fields);
  keepRest(builder, fields);
  return builder;
}

function schemaOf(fields: XmlFields): SchemaName {
  const [subject] = fields.children('subjectType');
  const code = subject?.attribute('code')?.toLowerCase();
  const classification = subject?.attribute('classificationCode');
  if (code === 'person' || (!code && classification === 'P')) return 'Person';
  if (code === 'enterprise' || (!code && classification === 'E')) return 'Organization';
  if (/vessel|ship/u.test(code ?? '')) return 'Vessel';
  return classification === 'P' ? 'Person' : 'LegalEntity';
}

function addCitizenship(builder: RecordBuilder, citizenship: XmlFields): void {
  skipTechnical(citizenship);
  const country = euCountry(citizenship);
  if (country)
    builder.addCountry(
      builder.party.schema === 'Person' ? 'citizenship' : 'country',
      country,
      citizenship.at,
    );
  for (const [name, label] of [
    ['region', 'region'],
    ['acquisitionDate', 'acquired on'],
    ['disenfranchisementDate', 'lost on'],
  ] as const) {
    const text = citizenship.attribute(name);
    if (text) builder.add('notes', `Citizenship ${country ?? ''}: ${label} ${text}`, citizenship.at);
  }
  for (const { text, at } of citizenship.all('remark')) builder.add('notes', `Citizenship: ${text}`, at);
}

/** The schema allows one regulation an entry; should there be more, each is a listing. */
function addListings(builder: RecordBuilder, fields: XmlFields): void {
  const designated = fields.attribute('designationDate');
  const endsOn = fields.attribute('delistingDate');
  const authorityId = fields.attribute('euReferenceNumber');
  const unscId = fields.attribute('unitedNationId');
  const regulations = fields.children('regulation');
  for (const regulation of regulations) {
    regulation.ignore('logicalId');
    const inForce = regulation.attribute('entryIntoForceDate');
    const published = regulation.attribute('publicationDate');
    const title = regulation.attribute('numberTitle');
    const kind = [regulation.attribute('organisationType'), regulation.attribute('regulationType')]
      .filter(Boolean)
      .join(' ');
    builder.addListing(
      {
        authority: AUTHORITY,
        country: 'eu',
        program: regulation.attribute('programme'),
        listedOn: designated ?? inForce ?? published,
        endsOn,
        legalBasis: title,
        authorityId,
        unscId,
        sourceUrl: regulation.text('publicationUrl'),
      },
      regulation.at,
    );
    const facts = [kind, published && `published ${published}`, inForce && `in force from ${inForce}`].filter(
      Boolean,
    );
    if (facts.length > 0)
      builder.add('notes', `Regulation ${title ?? ''}: ${facts.join(', ')}`, regulation.at);
    for (const { text, at } of regulation.all('remark'))
      builder.add('notes', `Regulation ${title ?? ''}: ${text}`, at);
    for (const corrigendum of regulation.children('corrigendum'))
      noteRegulation(builder, corrigendum, 'Corrigendum');
  }
  if (regulations.length === 0) {
    builder.addListing(
      { authority: AUTHORITY, country: 'eu', listedOn: designated, endsOn, authorityId, unscId },
      fields.at,
    );
  }
}

/** Each detail names the regulation that brought it in; those besides the main one are worth keeping once each. */
function addAmendingRegulations(builder: RecordBuilder, fields: XmlFields): void {
  const known = new Set(
    fields.children('regulation').map((regulation) => regulation.attribute('numberTitle')),
  );
  for (const name of ['nameAlias', 'citizenship', 'birthdate', 'address', 'identification']) {
    for (const summary of fields.children(name).flatMap((detail) => detail.children('regulationSummary'))) {
      const title = summary.attribute('numberTitle');
      if (known.has(title)) summary.ignore('regulationType', 'publicationDate', 'publicationUrl');
      else noteRegulation(builder, summary, 'Regulation');
      known.add(title);
    }
  }
}

function noteRegulation(builder: RecordBuilder, summary: XmlFields, label: string): void {
  const published = summary.attribute('publicationDate');
  const facts = [
    summary.attribute('regulationType'),
    published && `published ${published}`,
    summary.attribute('publicationUrl'),
  ].filter(Boolean);
  builder.add('notes', `${label} ${summary.attribute('numberTitle') ?? ''}: ${facts.join(', ')}`, summary.at);
}
