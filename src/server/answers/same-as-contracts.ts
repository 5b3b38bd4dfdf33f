// Holds the schemas to the types that they describe: a field that only one of the two has, or has otherwise, does not
// compile. The types are the contracts of the rooms below, where TypeBox is not known.
import type { Static, TSchema } from '@sinclair/typebox';
import type { PairComparison } from '../../engine/compare-pairs.ts';
import type { ListStatus, ListVersion } from '../../engine/list-service.ts';
import type { ListReview } from '../../engine/lists/own-lists.ts';
import type { ArticleEntry, ClaimAnswer } from '../../engine/reading/claim-service.ts';
import type {
  RecordedEntry,
  RecordSummary,
  Rerun,
  Verification,
} from '../../engine/record/record-service.ts';
import type { JobStatus } from '../../model/file-job.ts';
import type { PartyDetails } from '../../model/party-details.ts';
import type { Reading } from '../../model/reading.ts';
import type { Screening } from '../../model/screening.ts';
import type * as files from './files.ts';
import type * as lists from './lists.ts';
import type * as party from './party.ts';
import type * as reading from './reading.ts';
import type * as record from './record.ts';
import type * as screening from './screening.ts';

/** A type without what does not show in JSON: `readonly`, names of interfaces, lengths of tuples. */
type Shape<Type> = unknown extends Type
  ? unknown
  : Type extends readonly (infer Item)[]
    ? Shape<Item>[]
    : Type extends object
      ? { -readonly [Key in keyof Type]: Shape<Exclude<Type[Key], undefined>> }
      : Type;

/** True only for one and the same type; optional and absent are not the same. */
type Same<One, Other> =
  (<Any>() => Any extends One ? 1 : 2) extends <Any>() => Any extends Other ? 1 : 2 ? true : false;

type Describes<Schema extends TSchema, Contract> = Same<Shape<Static<Schema>>, Shape<Contract>>;
type AllTrue<Checks extends readonly true[]> = Checks;

export type SameAsContracts = AllTrue<
  [
    Describes<typeof screening.Screening, Screening>,
    Describes<typeof screening.PairComparison, PairComparison>,
    Describes<typeof party.PartyDetails, PartyDetails>,
    Describes<typeof reading.Reading, Reading>,
    Describes<typeof reading.ArticleEntry, ArticleEntry>,
    Describes<typeof reading.ClaimAnswer, ClaimAnswer>,
    Describes<typeof lists.ListVersion, ListVersion>,
    Describes<typeof lists.ListStatus, ListStatus>,
    Describes<typeof lists.ListReview, ListReview>,
    Describes<typeof files.JobStatus, JobStatus>,
    Describes<typeof record.RecordSummary, RecordSummary>,
    Describes<typeof record.RecordedEntry, RecordedEntry>,
    Describes<typeof record.Verification, Verification>,
    Describes<typeof record.Rerun, Rerun>,
  ]
>;
