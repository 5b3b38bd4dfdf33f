// The Consolidated Canadian Autonomous Sanctions List, XML, in both of its layouts: with English element names, and
// since 2026 with English and French ones (Country-Pays). The list gives no ids. The record id is made from what cites
// an entry and from its name: the first 16 hex digits of the SHA-256 of regulation (its English half), schedule, item
// and name, each without case and with single blanks. It stays the same while these do; when Canada renumbers an item
// or respells a name, the entry counts as a new one. Country names the regulation, not where a party is from.
import { createHash } from 'node:crypto';
import type { ListFile } from '../list-file.ts';
import { xmlElements } from '../read/xml.ts';
import { keepRest, XmlFields } from '../read/xml-fields.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { RecordBuilder } from '../record-builder.ts';
import { valueIssueEvents } from '../value-issues.ts';
import { caAliases, caEntityNames } from './ca-sema-names.ts';

const ROOT = 'data-set';
const AUTHORITY = 'Global Affairs Canada';

/** Element names of the first layout and of the second. */
const FIELDS = {
  country: ['Country', 'Country-Pays'],
  entity: ['EntityOrShip', 'EntityOrShip-EntiteOuNavire'],
  lastName: ['LastName', 'LastName-NomDeFamille'],
  givenName: ['GivenName', 'GivenName-Prenom'],
  aliases: ['Aliases', 'Aliases-Alias'],
  date: [
    'DateOfBirthOrShipBuildDate',
    'DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire',
  ],
  title: ['TitleOrShip', 'TitleOrShipType-TitreOuTypeDeNavire'],
  imo: ['ShipIMONumber', 'ShipIMONumber-NumeroOMIDuNavire'],
  schedule: ['Schedule', 'Schedule-Annexe'],
  item: ['Item', 'Item-NumeroDarticle'],
  listedOn: ['DateOfListing', 'DateOfListing-DateDinscription'],
} as const;

export const caSemaXml: ListReader = {
  format: 'ca-sema-xml',
  title: 'Consolidated Canadian Autonomous Sanctions List, XML',
  version: 1,
  dataset: 'ca_dfatd_sema_sanctions',
  recognise(head) {
    const isSema = /<data-set[\s>]/u.test(head.text) && /<Country(?:-Pays)?>/u.test(head.text);
    return isSema ? { part: 'main' } : undefined;
  },
  async *read(input: ReadInput) {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const known = new Map<string, number>();
  let rows = 0;
  for await (const { kind, element } of xmlElements(file, ['record'], ROOT)) {
    if (kind === 'root') continue;
    rows += 1;
    const fields = new XmlFields(element);
    const name = nameOf(fields);
    if (!name) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line: element.line,
        at: element.path,
        reason: 'no name',
        text: element.elements
          .map((child) => child.text)
          .join(' | ')
          .slice(0, 200),
      };
      continue;
    }
    const builder = buildRecord(dataset, recordIdOf(fields, name, known), fields);
    yield* valueIssueEvents(builder, file.name, element.line);
    yield { kind: 'record', record: builder.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

type Field = keyof typeof FIELDS;

function found(fields: XmlFields, field: Field): { text: string; at: string } | undefined {
  for (const name of FIELDS[field]) {
    const value = fields.found(name);
    if (value) return { text: value.text.replace(/[\s\u00a0]+/gu, ' ').trim(), at: value.at };
  }
  return undefined;
}

function text(fields: XmlFields, field: Field): string | undefined {
  return found(fields, field)?.text;
}

/** What the list calls the party: "AKIMOV, Andrey Igorevich" or a body's name. */
function nameOf(fields: XmlFields): string {
  const person = [text(fields, 'lastName'), text(fields, 'givenName')].filter(Boolean).join(', ');
  return text(fields, 'entity') ?? person;
}

/** See the head of this file. Two entries with one citation and name get a running number at the end. */
function recordIdOf(fields: XmlFields, name: string, known: Map<string, number>): string {
  const regulation = text(fields, 'country')?.split(' / ')[0];
  const identity = [regulation, text(fields, 'schedule'), text(fields, 'item'), name]
    .map((part) => (part ?? '').normalize('NFC').toLowerCase())
    .join('\n');
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 16);
  const count = (known.get(id) ?? 0) + 1;
  known.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}

function buildRecord(dataset: string, recordId: string, fields: XmlFields): RecordBuilder {
  const isPerson = text(fields, 'entity') === undefined;
  const imo = found(fields, 'imo');
  const builder = new RecordBuilder(dataset, recordId, isPerson ? 'Person' : imo ? 'Vessel' : 'Organization');
  if (isPerson) addPersonName(builder, fields);
  else addEntityName(builder, fields);
  addAliases(builder, fields, isPerson);
  builder.add('topics', 'sanction', fields.at);
  if (imo) builder.add('imoNumber', imo.text, imo.at);
  const date = found(fields, 'date');
  if (date && !isPerson && !imo) builder.add('notes', `Date: ${date.text}`, date.at);
  else if (date) builder.addDate(isPerson ? 'birthDate' : 'buildDate', date.text, date.at);
  addTitle(builder, fields, isPerson);
  const [schedule, item] = [text(fields, 'schedule'), text(fields, 'item')];
  builder.addListing(
    {
      authority: AUTHORITY,
      country: 'ca',
      program: text(fields, 'country'),
      listedOn: text(fields, 'listedOn'),
      legalBasis: [schedule && `Schedule ${schedule}`, item && `item ${item}`].filter(Boolean).join(', '),
    },
    fields.at,
  );
  keepRest(builder, fields);
  return builder;
}

function addPersonName(builder: RecordBuilder, fields: XmlFields): void {
  const [last, given] = [found(fields, 'lastName'), found(fields, 'givenName')];
  const value = [given?.text, last?.text].filter(Boolean).join(' ');
  const original = nameOf(fields);
  builder.party.add('name', value, last?.at ?? fields.at, original === value ? {} : { original });
  if (given) builder.add('firstName', given.text, given.at);
  // A person with one name has it in this element, whatever kind of name it is.
  if (given && last) builder.add('lastName', last.text, last.at);
}

function addEntityName(builder: RecordBuilder, fields: XmlFields): void {
  const entity = found(fields, 'entity');
  for (const name of caEntityNames(entity?.text ?? '')) {
    const property = builder.party.has('name') ? 'alias' : 'name';
    builder.party.add(
      property,
      name,
      entity?.at,
      name === entity?.text ? {} : { original: entity?.text ?? '' },
    );
  }
}

function addAliases(builder: RecordBuilder, fields: XmlFields, isPerson: boolean): void {
  const aliases = found(fields, 'aliases');
  for (const { value, lang, isWeak } of aliases ? caAliases(aliases.text, isPerson) : []) {
    builder.party.add(isWeak ? 'weakAlias' : 'alias', value, aliases?.at, {
      ...(value === aliases?.text ? {} : { original: aliases?.text ?? '' }),
      ...(lang ? { lang } : {}),
    });
  }
}

/** A person's title stands in both languages: "Major General/major-général"; so does a ship's type, after a bar. */
function addTitle(builder: RecordBuilder, fields: XmlFields, isPerson: boolean): void {
  const title = found(fields, 'title');
  if (!title) return;
  const [english = '', french] = title.text.split(isPerson ? /\s*[/|]\s*/u : /\s*\|\s*/u);
  const property = isPerson ? 'title' : builder.party.schema === 'Vessel' ? 'type' : undefined;
  if (!property) builder.add('notes', `Title or type of ship: ${title.text}`, title.at);
  else
    builder.add(property, english, title.at, french ? 'en' : undefined).add(property, french, title.at, 'fr');
}
