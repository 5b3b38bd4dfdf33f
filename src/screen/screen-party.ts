// One whole screening: the query parsed, candidates found and explained, the decision taken. What comes out is the
// Screening contract (model/screening.ts). Time and identity are passed in.
import { InterdictError } from '../model/errors.ts';
import { isMatchable, propertiesOf } from '../model/schema/schema.ts';
import type { ListUse, PartyQuery, Screening, ScreeningResult } from '../model/screening.ts';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { factsOfProperties, type PartyFacts } from './party.ts';
import { policyHash } from './policy/policy-hash.ts';
import type { Policy } from './policy/v1.ts';
import type { Candidate, Screener, SearchOptions } from './screener.ts';

/** What a screening is told from outside. */
export interface ScreeningSetting {
  readonly id: string;
  /** ISO 8601 moment. */
  readonly at: string;
  readonly asOf: string;
  readonly engineVersion: string;
  readonly lists: readonly ListUse[];
}

/** A name longer than this is no name; the longest on an official list has under 400 characters. */
const MAX_NAME_LENGTH = 2000;
/** Names of one query at most. */
const MAX_NAMES = 1000;

/**
 * What of a query can be compared.
 * @throws InterdictError SCHEMA_UNKNOWN or QUERY_INVALID, naming the field, if it cannot be screened
 */
function factsOfQuery(query: PartyQuery): PartyFacts {
  if (!isMatchable(query.schema) && query.schema !== 'Thing') {
    throw new InterdictError('QUERY_INVALID', `Things of schema ${query.schema} are not screened.`, {
      field: 'schema',
    });
  }
  const known = propertiesOf(query.schema);
  for (const name of Object.keys(query.properties)) {
    // A `Thing` may be anything, so it may have any property; others have those of their schema.
    if (!known.has(name) && query.schema !== 'Thing') {
      throw new InterdictError('SCHEMA_UNKNOWN', `Schema ${query.schema} has no property "${name}".`, {
        field: name,
      });
    }
  }
  const facts = factsOfProperties(query.schema, query.properties);
  if (facts.names.length === 0 && facts.identifiers.length === 0) {
    throw new InterdictError(
      'QUERY_INVALID',
      'There is neither a name nor an identifying number to screen.',
      { field: 'name' },
    );
  }
  if (facts.names.length > MAX_NAMES) {
    throw new InterdictError(
      'QUERY_INVALID',
      `A query has at most ${MAX_NAMES} names; this one has ${facts.names.length}.`,
      { field: 'name' },
    );
  }
  for (const { text } of facts.names) {
    if (text.length > MAX_NAME_LENGTH) {
      const message = `A name has at most ${MAX_NAME_LENGTH} characters; this one has ${text.length}.`;
      throw new InterdictError('QUERY_INVALID', message, { field: 'name' });
    }
  }
  const isReadable =
    facts.identifiers.length > 0 || facts.names.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (!isReadable)
    throw new InterdictError('QUERY_INVALID', 'The name holds no letter and no digit.', { field: 'name' });
  return facts;
}

/**
 * Screens one party.
 * @throws InterdictError SCHEMA_UNKNOWN or QUERY_INVALID, naming the field, if it cannot be screened
 */
export function screenParty(
  screener: Screener,
  query: PartyQuery,
  setting: ScreeningSetting,
  options: SearchOptions = {},
): Screening {
  const found = findResults(screener, query, options);
  return decideScreening(query, found, setting, screener.policy, options.cutoff);
}

/**
 * The first half of a screening, which asks the index alone: the listed parties that may be the one asked about. A
 * cut-off above the review threshold does not count here: what it hides must still be seen by the decision.
 * @throws InterdictError as screenParty
 */
export function findResults(
  screener: Screener,
  query: PartyQuery,
  options: SearchOptions = {},
): ScreeningResult[] {
  const { review, stop } = screener.policy.thresholds;
  const search = { ...options, cutoff: Math.min(options.cutoff ?? review, review) };
  const candidates = screener.search(factsOfQuery(query), search);
  return candidates.map((candidate) => resultOf(candidate, stop));
}

/**
 * The second half: the decision, from what was found and the state of the lists.
 * @param found  as findResults gives it
 * @param cutoff results below this are not shown, but decide all the same. @default all are shown
 */
export function decideScreening(
  query: PartyQuery,
  found: readonly ScreeningResult[],
  setting: ScreeningSetting,
  policy: Policy,
  cutoff = 0,
): Screening {
  const { decision, reasons } = decide(found, setting.lists, policy);
  return {
    id: setting.id,
    at: setting.at,
    asOf: setting.asOf,
    engine: { version: setting.engineVersion, policy: policy.name, policyHash: policyHash(policy) },
    query,
    decision,
    reasons,
    lists: setting.lists,
    results: found.filter((result) => result.score >= cutoff),
  };
}

function resultOf(candidate: Candidate, stop: number): ScreeningResult {
  const { party, score } = candidate;
  return {
    id: party.id,
    caption: party.caption,
    schema: party.schema,
    score,
    match: score >= stop,
    datasets: party.datasets,
    referents: party.referents,
    properties: party.properties,
    listings: party.listings,
    links: party.links,
    explanation: explain(candidate),
    claims: [],
  };
}
