// A customer file on the server.
import { Type } from '@sinclair/typebox';
import { byKey, oneOf } from './answer.ts';
import { Decision, screening } from './screening.ts';

const Texts = Type.Array(Type.String());
const Optional = Type.Optional;

export const FilePreview = Type.Object(
  {
    job: Type.String(),
    name: Type.String(),
    description: Type.String({ description: 'What it was taken for.' }),
    headings: Texts,
    columns: byKey(Type.Union([Type.String(), Texts]), 'Property (or id, schema) -> column, or columns.'),
    unused: Texts,
    sample: Type.Array(Texts, { description: 'The first rows, cell by cell under the headings.' }),
    isEntities: Type.Boolean({ description: 'The rows are FollowTheMoney entities and need no columns.' }),
    targets: Type.Array(Type.Object({ target: Type.String(), label: Type.String() })),
  },
  { title: 'FilePreview', description: 'What the columns of a file seem to be.' },
);

const JobState = oneOf(['ready', 'waiting', 'running', 'finished', 'failed', 'cancelled'], {
  title: 'JobState',
});
export const JobStatus = Type.Object(
  {
    job: Type.String(),
    name: Type.String(),
    state: JobState,
    rows: Optional(Type.Integer()),
    done: Type.Integer(),
    resumed: Optional(
      Type.Integer({ description: 'Rows that were done before the server was stopped and started again.' }),
    ),
    decisions: Type.Object({
      clear: Type.Integer(),
      review: Type.Integer(),
      stop: Type.Integer(),
      undetermined: Type.Integer(),
    }),
    problems: Type.Object({ notScreened: Type.Integer(), valuesLeftOut: Type.Integer() }),
    notes: Type.Array(Type.String(), { description: 'What was assumed.' }),
    keptUntil: Optional(Type.String({ description: 'Absent while it waits or runs.' })),
    decision: Optional(Decision),
    recordId: Optional(Type.String()),
    error: Optional(Type.Object({ code: Type.String(), message: Type.String(), remedy: Type.String() })),
  },
  { title: 'JobStatus', description: 'How far the screening of a file is.' },
);

export const FileRow = Type.Object(
  {
    row: Type.Integer(),
    line: Type.Integer(),
    ...screening,
    id: Type.String({ description: 'Of the file’s entry in the record, and the row.' }),
  },
  { title: 'FileRow', description: 'A row of a file with its screening.' },
);
export const FileRows = Type.Object(
  { total: Type.Integer(), offset: Type.Integer(), limit: Type.Integer(), rows: Type.Array(FileRow) },
  { title: 'FileRows' },
);
