// The lists: their state, their versions, what changed, and what became of an update.
import { Type } from '@sinclair/typebox';
import { byKey, oneOf } from './answer.ts';
import { listUse, Properties, Schema } from './screening.ts';

const Texts = Type.Array(Type.String());
const Optional = Type.Optional;

const VersionFile = Type.Object(
  { part: Type.String(), name: Type.String(), sha256: Type.String(), bytes: Type.Integer() },
  { title: 'VersionFile', description: 'One of the publisher’s files.' },
);

const version = {
  dataset: Type.String(),
  version: Type.String({ description: 'sha256:… of the publisher’s bytes.' }),
  published: Type.String({ description: 'YYYY-MM-DD.' }),
  retrievedAt: Type.String(),
  source: Type.String({ description: 'Address or path that it came from.' }),
  format: Type.String(),
  readerVersion: Type.Integer(),
  files: Type.Array(VersionFile),
  rows: byKey(Type.Integer(), 'Rows or elements of each part.'),
  entities: Type.Integer(),
  aliases: Type.Integer(),
  addresses: Type.Integer(),
  identifications: Type.Integer(),
  listings: Type.Integer(),
  rowsSetAside: Type.Integer(),
  rowsLost: Type.Integer({ description: 'Of the rows set aside, those behind which a party may stand.' }),
  valuesSetAside: Type.Integer(),
  status: oneOf(['in-use', 'held']),
  isStarter: Type.Boolean(),
  confirmedAt: Optional(Type.String({ description: 'When the publisher last still served it.' })),
  columns: Optional(byKey(Type.Union([Type.String(), Texts]), 'Of an own list: property -> column.')),
};
export const ListVersion = Type.Object(version, {
  title: 'ListVersion',
  description: 'A stored version of a list.',
});

export const ListStatus = Type.Object(
  {
    ...listUse,
    title: Type.String(),
    isOwn: Type.Boolean({ description: 'A list of the user’s own.' }),
    versions: Type.Integer({ description: 'How many are stored.' }),
    held: Type.Array(ListVersion, { description: 'Those that wait to be confirmed.' }),
    inForce: Optional(ListVersion),
  },
  { title: 'ListStatus' },
);

export const Lists = Type.Object(
  {
    asOf: Type.String(),
    profile: Type.String(),
    profiles: Type.Array(Type.Object({ name: Type.String(), title: Optional(Type.String()) })),
    lists: Type.Array(ListStatus),
  },
  { title: 'Lists' },
);

const VersionFacts = Type.Object(
  { version: Type.String(), published: Type.String(), entities: Type.Integer() },
  { title: 'ListVersionFacts' },
);
const DiffParty = Type.Object(
  {
    recordId: Type.String(),
    caption: Type.String(),
    schema: Schema,
    programs: Texts,
    listedOn: Optional(Type.String()),
  },
  { title: 'DiffParty', description: 'A party that was added or removed.' },
);
const PropertyChange = Type.Object(
  { property: Type.String(), added: Texts, removed: Texts },
  { title: 'PropertyChange' },
);
const AttachmentChange = Type.Object(
  {
    kind: oneOf(['added', 'removed', 'changed']),
    content: Type.Object({ schema: Schema, properties: Properties }),
    changes: Optional(Type.Array(PropertyChange)),
  },
  { title: 'AttachmentChange', description: 'An address, document, listing or relation of a party.' },
);
const ChangedParty = Type.Object(
  {
    recordId: Type.String(),
    caption: Type.String(),
    schema: Schema,
    schemaBefore: Optional(Schema),
    properties: Type.Array(PropertyChange),
    attachments: Type.Array(AttachmentChange),
  },
  { title: 'ChangedParty' },
);
const DiffEntry = Type.Object(
  {
    kind: oneOf(['added', 'removed', 'changed']),
    recordId: Type.String(),
    heading: Type.String(),
    details: Texts,
  },
  { title: 'DiffEntry', description: 'A party of a difference, in words.' },
);
export const ListChanges = Type.Object(
  {
    dataset: Type.String(),
    from: VersionFacts,
    to: VersionFacts,
    added: Type.Array(DiffParty),
    removed: Type.Array(DiffParty),
    changed: Type.Array(ChangedParty),
    unchanged: Type.Integer(),
    words: Type.Object({ summary: Type.String(), entries: Type.Array(DiffEntry) }),
  },
  { title: 'ListChanges', description: 'What changed between two versions, and the same in words.' },
);

const SetAside = Type.Object(
  {
    scope: oneOf(['row', 'value']),
    file: Type.String(),
    line: Optional(Type.Integer()),
    at: Optional(Type.String()),
    reason: Type.String(),
    isHarmless: Optional(Type.Boolean({ description: 'No party can stand behind it.' })),
    text: Optional(Type.String()),
  },
  { title: 'SetAside', description: 'A row or value that could not be read as what it should be.' },
);

const ReviewedParty = Type.Object(
  {
    recordId: Type.String(),
    caption: Type.String(),
    schema: Schema,
    properties: Properties,
    at: Optional(Type.String({ description: 'Row or element of the file.' })),
  },
  { title: 'ReviewedParty' },
);
const ReviewedSetAside = Type.Object(
  { ...SetAside.properties, remedy: Type.String({ description: 'What to do about it.' }) },
  { title: 'ReviewedSetAside', description: 'What could not be read, why, and what to do.' },
);
export const ListReview = Type.Object(
  {
    version: ListVersion,
    before: Optional(ListVersion),
    sample: Type.Array(ReviewedParty, { description: 'The first parties.' }),
    setAside: Type.Array(ReviewedSetAside, {
      description: 'At most two hundred, rows that may hide a party first; the version has the counts.',
    }),
  },
  {
    title: 'ListReview',
    description:
      'What was read of a version and what was not; `before` is the version in use, if it is another.',
  },
);

const outcome = oneOf(['added', 'repaired', 'unchanged', 'already-stored', 'held', 'refused', 'not-a-list']);
const ListOutcome = Type.Object(
  {
    outcome,
    places: Texts,
    ...Type.Partial(Type.Object(version)).properties,
    publishedFrom: Optional(oneOf(['file', 'option', 'name', 'server'])),
    notes: Optional(Texts),
    setAside: Optional(Type.Array(SetAside)),
    error: Optional(
      Type.Object({
        code: Type.String(),
        message: Type.String(),
        place: Type.Union([Type.String(), Type.Null()]),
        remedy: Type.String(),
      }),
    ),
  },
  {
    title: 'ListOutcome',
    description: 'What became of one list; the facts of its version where it has one.',
  },
);

/** A line of a streamed update. */
export const UpdateLine = Type.Union(
  [
    Type.Object({
      step: oneOf(['fetching', 'reading']),
      dataset: Type.String(),
      part: Optional(Type.String()),
      done: Type.Integer({ description: 'Bytes, then records.' }),
      total: Optional(Type.Integer()),
    }),
    Type.Object({ ok: Type.Boolean(), outcomes: Type.Array(ListOutcome) }),
    Type.Object({
      error: Type.Object({ code: Type.String(), message: Type.String(), remedy: Type.String() }),
    }),
  ],
  { title: 'UpdateLine', description: 'A step of an update; the last line is its outcome, or an error.' },
);

export const Status = Type.Object(
  {
    version: Type.String(),
    lists: Type.Object({
      count: Type.Integer(),
      entities: Type.Integer(),
      isStarter: Type.Boolean(),
      stale: Texts,
      missing: Texts,
    }),
    decisionNote: Type.String({ description: 'Why nobody can be cleared now; empty if somebody can.' }),
  },
  { title: 'Status', description: 'Which version runs, and how usable the lists are.' },
);
