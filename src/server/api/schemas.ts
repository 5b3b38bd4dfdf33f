// The pieces that requests of /api/v1 are made of.
import { Type } from '@sinclair/typebox';
import { MAX_TEXT } from '../typebox.ts';

/** A listed party, an article, a claim, a job: whatever has an id. */
export const IdParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });

export const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'A day, YYYY-MM-DD.',
  examples: ['2023-03-30'],
});

/** What a list is called. */
export const Dataset = Type.String({ pattern: '^[a-z][a-z0-9_]{1,63}$' });

export const Texts = Type.Array(Type.String({ maxLength: MAX_TEXT }), { maxItems: 1_000 });

export const PartyQueryBody = Type.Object(
  {
    id: Type.Optional(Type.String({ maxLength: MAX_TEXT, description: 'Your own key of the party.' })),
    schema: Type.String({
      maxLength: 40,
      description: 'Person, Company, Organization, Vessel … of FollowTheMoney.',
    }),
    properties: Type.Record(Type.String({ maxLength: 60 }), Texts),
  },
  {
    additionalProperties: false,
    examples: [{ schema: 'Person', properties: { name: ['Ashot Mkrtchyev'], nationality: ['sk'] } }],
  },
);

export const SearchSettings = {
  profile: Type.Optional(
    Type.String({ maxLength: 60, description: 'Which lists must be there for a clear.' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 500, description: 'Results at most; 5 if not given.' }),
  ),
  cutoff: Type.Optional(
    Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      description: 'Results below are left out; 0.5 if not given.',
    }),
  ),
};

/** A file in a form, for the description. */
export const FileField = Type.Unsafe<string>({ type: 'string', format: 'binary' });
