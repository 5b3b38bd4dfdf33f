// The record.
import { Type } from '@sinclair/typebox';
import { byKey, oneOf } from './answer.ts';
import { Reading } from './reading.ts';
import { Decision, Screening } from './screening.ts';

const Optional = Type.Optional;
const Kind = oneOf(['screening', 'reading', 'batch', 'forgetting'], { title: 'RecordKind' });
const Cuts = Type.Array(Type.Unsafe<readonly [string, string]>({ type: 'array', items: { type: 'string' } }));

export const RecordSummary = Type.Object(
  {
    seq: Type.Integer(),
    id: Type.String(),
    at: Type.String(),
    kind: Kind,
    who: Type.String(),
    summary: Type.String({ description: 'Empty if it was deleted by policy.' }),
    decision: Optional(Decision),
    hash: Type.String(),
    isForgotten: Type.Boolean(),
  },
  { title: 'RecordSummary', description: 'An entry in a line.' },
);

const Stamp = Type.Object(
  {
    version: Type.String(),
    code: Type.String({ description: 'Hash of the code and tables that answered.' }),
    policy: Type.String(),
    policyHash: Type.String(),
    languageModel: Optional(Type.Object({ model: Type.String(), promptSha256: Type.String() })),
  },
  { title: 'EngineStamp', description: 'What answered.' },
);

const ScreeningContent = Type.Object(
  {
    input: Type.Object({
      profile: Type.String(),
      limit: Optional(Type.Integer()),
      cutoff: Optional(Type.Number()),
      cuts: Cuts,
    }),
    answer: Screening,
  },
  { title: 'ScreeningContent' },
);

const ReadingContent = Type.Object(
  {
    input: Type.Object({
      sha256: Type.String(),
      name: Type.String(),
      retrieved: Type.String(),
      mediaType: Optional(Type.String()),
      url: Optional(Type.String()),
      title: Optional(Type.String()),
      published: Optional(Type.String()),
      publisher: Optional(Type.String()),
      cuts: Cuts,
      languageModel: Optional(
        Type.Object({ model: Type.String(), promptSha256: Type.String(), answers: byKey(Type.String()) }),
      ),
    }),
    answer: Reading,
  },
  { title: 'ReadingContent' },
);

const BatchContent = Type.Object(
  {
    input: Type.Object({ name: Type.String(), sha256: Type.String() }),
    output: Type.Object({ name: Type.String() }),
    options: byKey(Type.Unknown(), 'How it was asked.'),
    counts: Type.Object({
      rows: Type.Integer(),
      screened: Type.Integer(),
      notScreened: Type.Integer(),
      blank: Optional(Type.Integer()),
      valuesLeftOut: Optional(Type.Integer()),
      rowsWithMatches: Optional(Type.Integer()),
      decisions: Type.Object({
        clear: Type.Integer(),
        review: Type.Integer(),
        stop: Type.Integer(),
        undetermined: Type.Integer(),
      }),
    }),
  },
  { title: 'BatchContent' },
);

export const RecordedEntry = Type.Object(
  {
    form: Type.Literal(1),
    seq: Type.Integer(),
    previous: Type.String({ description: 'Hash of the entry before.' }),
    hash: Type.String(),
    id: Type.String(),
    kind: Kind,
    at: Type.String(),
    who: Type.String(),
    engine: Stamp,
    lists: Type.Array(
      Type.Object({ dataset: Type.String(), version: Type.String(), readerVersion: Type.Integer() }),
    ),
    decision: Optional(Decision),
    rows: Optional(Type.Object({ count: Type.Integer(), hash: Type.String() })),
    forgets: Optional(
      Type.Array(Type.Unsafe<readonly [number, number]>({ type: 'array', items: { type: 'integer' } })),
    ),
    reason: Optional(Type.String()),
    payload: Optional(Type.String({ description: 'Hash of what was asked and answered.' })),
    summary: Type.String(),
    isForgotten: Type.Boolean(),
    content: Optional(Type.Union([ScreeningContent, ReadingContent, BatchContent])),
  },
  { title: 'RecordedEntry', description: 'A whole entry; without content if that was deleted by policy.' },
);

export const Verification = Type.Object(
  {
    ok: Type.Boolean(),
    entries: Type.Integer(),
    forgotten: Type.Integer(),
    head: Type.Object({ seq: Type.Integer(), hash: Type.String() }),
    problems: Type.Array(
      Type.Object({ seq: Type.Integer(), id: Optional(Type.String()), problem: Type.String() }),
    ),
    problemCount: Type.Integer(),
  },
  { title: 'Verification', description: 'Whether the record is as it was written.' },
);

export const Rerun = Type.Object(
  {
    id: Type.String(),
    same: Type.Boolean({ description: 'The answer is the same, byte for byte.' }),
    changed: Type.Array(Type.String(), { description: 'What answers now otherwise than then.' }),
    differences: Type.Array(
      Type.Object({
        path: Type.String(),
        recorded: Optional(Type.String()),
        now: Optional(Type.String()),
      }),
    ),
  },
  { title: 'Rerun', description: 'What came of asking again.' },
);
