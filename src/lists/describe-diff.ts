// A difference of two list versions in words.
import { countryName } from '../model/country.ts';
import { edgeOf, isA, propertyOf, type SchemaName, schemaLabel, TOPICS } from '../model/schema/schema.ts';
import type {
  AttachmentChange,
  AttachmentContent,
  ChangedParty,
  DiffParty,
  ListDiff,
  PropertyChange,
} from './diff.ts';

/** One party of a difference: what happened to it, who it is, and for a changed one what changed, each a line. */
export interface DiffEntry {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly recordId: string;
  readonly heading: string;
  readonly details: readonly string[];
}

export interface DiffDescription {
  /** "1 added, 23 removed, none changed". */
  readonly summary: string;
  readonly entries: readonly DiffEntry[];
}

/** Characters of one value that are shown; remarks can have thousands. The difference itself has them in full. */
const MAX_TEXT = 160;

/** Says in words what was added, removed and changed. */
export function describeDiff(diff: ListDiff): DiffDescription {
  const number = (count: number) => (count === 0 ? 'none' : count.toLocaleString('en'));
  return {
    summary: `${number(diff.added.length)} added, ${number(diff.removed.length)} removed, ${number(diff.changed.length)} changed`,
    entries: [
      ...diff.added.map((party) => partyEntry('added', party)),
      ...diff.removed.map((party) => partyEntry('removed', party)),
      ...diff.changed.map(changedEntry),
    ],
  };
}

function partyEntry(kind: 'added' | 'removed', party: DiffParty): DiffEntry {
  const facts = [
    schemaLabel(party.schema).toLowerCase(),
    party.programs.join('; '),
    party.listedOn ? `listed on ${party.listedOn}` : '',
  ];
  const heading = `${party.caption} (${facts.filter(Boolean).join(', ')})`;
  return { kind, recordId: party.recordId, heading, details: [] };
}

function changedEntry(party: ChangedParty): DiffEntry {
  const details = [
    ...(party.schemaBefore
      ? [
          `was ${schemaLabel(party.schemaBefore).toLowerCase()}, is now ${schemaLabel(party.schema).toLowerCase()}`,
        ]
      : []),
    ...withoutEchoes(party).flatMap((change) => propertyLines(party.schema, change)),
    ...party.attachments.flatMap(attachmentLines),
  ];
  return { kind: 'changed', recordId: party.recordId, heading: party.caption, details };
}

/**
 * A party repeats some of what hangs on it (an address's text and country, a document's number). What is said with
 * the attachment is not said again.
 */
function withoutEchoes(party: ChangedParty): PropertyChange[] {
  const said = { added: new Set<string>(), removed: new Set<string>() };
  for (const change of party.attachments) {
    if (change.kind === 'changed') continue;
    for (const text of Object.values(change.content.properties).flat()) said[change.kind].add(text);
  }
  return party.properties.flatMap((change) => {
    const type = propertyOf(party.schema, change.property).type;
    if (type !== 'address' && type !== 'country' && type !== 'identifier') return [change];
    const added = change.added.filter((text) => !said.added.has(text));
    const removed = change.removed.filter((text) => !said.removed.has(text));
    return added.length + removed.length > 0 ? [{ ...change, added, removed }] : [];
  });
}

function propertyLines(schema: SchemaName, { property, added, removed }: PropertyChange): string[] {
  const { label, type } = propertyOf(schema, property);
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  const show = (texts: readonly string[]) => texts.map((text) => `"${inWords(type, text)}"`).join(', ');
  if (added.length === 1 && removed.length === 1) return [`${name} ${show(removed)} became ${show(added)}`];
  return [
    ...(added.length > 0 ? [`${name} added: ${show(added)}`] : []),
    ...(removed.length > 0 ? [`${name} removed: ${show(removed)}`] : []),
  ];
}

function attachmentLines(change: AttachmentChange): string[] {
  const text = attachmentText(change.content);
  if (change.kind !== 'changed') return [`${change.kind} ${text}`];
  return change.changes.flatMap((one) =>
    propertyLines(change.content.schema, one).map((line) => `${text}: ${line}`),
  );
}

/** An address, a document, a listing … in a few words. */
function attachmentText({ schema, properties }: AttachmentContent): string {
  const get = (name: string) => properties[name]?.map((text) => shorten(text)).join('; ');
  const country = properties.country?.map((code) => countryName(code)).join(', ');
  const facts = (...parts: (string | undefined | false)[]) => {
    const known = parts.filter(Boolean);
    return known.length > 0 ? ` (${known.join(', ')})` : '';
  };
  if (schema === 'Address') return `address "${get('full')}"${facts(get('remarks'))}`;
  if (schema === 'Sanction') {
    return `listing by ${get('authority')}${facts(get('program'), get('listingDate') && `since ${get('listingDate')}`, get('authorityId'))}`;
  }
  if (isA(schema, 'Identification')) {
    const validity = get('endDate') && `until ${get('endDate')}`;
    return `${get('type') ?? schemaLabel(schema).toLowerCase()} ${get('number')}${facts(country, validity, get('summary'))}`;
  }
  if (schema === 'CryptoWallet') return `wallet ${get('publicKey')}${facts(get('currencySymbol'))}`;
  const ends = edgeOf(schema);
  if (ends) {
    const other = get(ends.source) ?? get(ends.target);
    return `${schemaLabel(schema).toLowerCase()} with ${other}${facts(get('role'), get('relationship'))}`;
  }
  return `${schemaLabel(schema).toLowerCase()} "${shorten(Object.values(properties).flat().join('; '))}"`;
}

function inWords(type: string, text: string): string {
  if (type === 'country') return countryName(text);
  if (type === 'topic') return TOPICS[text] ?? text;
  return shorten(text);
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
