// Screens a party against an index: candidates by name and by number, their other facts compared, everything added
// up to a probability. Exact: it returns what scoring every listed party would return.
// Synchronous and pure; one screener belongs to one thread, any number may share an index.

import type { FeatureEffect } from '../model/screening.ts';
import { compareForms, type NameComparison } from '../names/compare/compare-names.ts';
import { analyseName } from '../names/form/analyse-name.ts';
import type { NameForm, NameKind } from '../names/form/token.ts';
import {
  addUp,
  compareFacts,
  compareListedNames,
  LISTED_RENDERINGS,
  queryForms,
  sharesNumber,
} from './compare-parties.ts';
import { FORM_WEAK } from './index/name-index.ts';
import { NameSearcher } from './index/name-searcher.ts';
import { type Floor, sameFloor } from './index/query-parts.ts';
import { lowerBound, type ScreenIndex } from './index/screen-index.ts';
import { textHash } from './index/text-hash.ts';
import type { ListedParty } from './listed-party.ts';
import type { PartyFacts } from './party.ts';
import { POLICY_V1, type Policy } from './policy/v1.ts';
import { logOddsOf, probabilityOf } from './probability.ts';

export interface SearchOptions {
  /** Results at most. @default 5 */
  readonly limit?: number;
  /** Results below this probability are left out. @default the policy's review threshold */
  readonly cutoff?: number;
}

export const DEFAULT_LIMIT = 5;

/** A candidate with everything that an explanation needs; cheap, since it is made for each that is shown. */
export interface Candidate {
  readonly party: ListedParty;
  readonly score: number;
  /** Log-odds from the names alone, an alias that the list calls weak already marked down. */
  readonly nameLogOdds: number;
  readonly features: readonly FeatureEffect[];
  /** The best pair of names, aligned; undefined if only a number matched and no name could be compared. */
  readonly names: NameComparison | undefined;
}

interface NameMatch {
  readonly kind: NameKind;
  readonly form: NameForm;
  readonly name: number;
  readonly logOdds: number;
}

interface ScoredParty {
  readonly number: number;
  readonly logOdds: number;
  readonly nameLogOdds: number;
  readonly features: readonly FeatureEffect[];
  readonly match: NameMatch | undefined;
}

/** Floors tried one after the other when more results are wanted than the first floor gives. */
const DEEPER_CUTOFFS = [0.5, 0.1, 0.01, 0.0001, 0];

export class Screener {
  readonly index: ScreenIndex;
  readonly policy: Policy;
  readonly #searchers: Readonly<Record<NameKind, NameSearcher>>;

  constructor(index: ScreenIndex, policy: Policy = POLICY_V1) {
    this.index = index;
    this.policy = policy;
    const searcherOf = (kind: NameKind): NameSearcher =>
      new NameSearcher(index.names[kind], policy.nameScore);
    this.#searchers = {
      person: searcherOf('person'),
      organisation: searcherOf('organisation'),
      object: searcherOf('object'),
    };
  }

  /**
   * The listed parties that may be the one asked about, likeliest first; equals in order of their ids.
   * All above the cut-off are found; `limit` only cuts the end of the list.
   */
  search(query: PartyFacts, options: SearchOptions = {}): Candidate[] {
    const limit = options.limit ?? DEFAULT_LIMIT;
    const cutoff = options.cutoff ?? this.policy.thresholds.review;
    const forms = queryForms(query);
    let scored: ScoredParty[] = [];
    // A low cut-off lets thousands of faint likenesses through. Where the wanted number is reached at a higher one,
    // none of those can be among the results.
    for (const step of [...DEEPER_CUTOFFS.filter((deeper) => deeper > cutoff), cutoff]) {
      scored = this.#scoreAll(query, forms, step);
      if (scored.length >= limit) break;
    }
    return this.#best(scored, limit).map((one) => this.#explainable(forms, one));
  }

  #scoreAll(query: PartyFacts, forms: ReadonlyMap<NameKind, NameForm[]>, cutoff: number): ScoredParty[] {
    const wanted = cutoff > 0 ? logOddsOf(cutoff) : Number.NEGATIVE_INFINITY;
    const matches = this.#matchNames(forms, this.#floorOf(query, wanted));
    const numbers = new Set([...matches.keys(), ...this.#partiesByNumber(query)]);
    const scored: ScoredParty[] = [];
    for (const number of numbers) {
      const one = this.#score(query, forms, number, matches.get(number));
      if (one.logOdds >= wanted) scored.push(one);
    }
    return scored;
  }

  /** What the names of a party must reach, so that its other facts can lift it to what is wanted. */
  #floorOf(query: PartyFacts, wanted: number): Floor {
    const { effects } = this.policy;
    const gain =
      (query.birthPlaces.length > 0 ? effects.birthPlaceEqual : 0) +
      (query.nationalities.length + query.countries.length > 0 ? effects.nationalityEqual : 0) +
      (query.genders.length > 0 ? effects.genderEqual : 0) +
      (query.addresses.length > 0 ? effects.addressEqual : 0) +
      (query.contacts.length > 0 ? effects.contactEqual : 0);
    const strict = wanted - gain;
    if (query.birthDates.length === 0) return sameFloor(strict);
    // A birth date within the same year may speak for a match; what another year may do is added for everyone.
    const otherYear = Math.max(0, effects.birthYearSlip, effects.birthNextYear, effects.birthNextYearDay);
    const years = query.birthDates.map((date) => Number(date.slice(0, 4)));
    const { birthYearFirst, birthYearLast } = this.index;
    return {
      lowest: strict - effects.birthDayEqual,
      strict: strict - otherYear,
      isFavoured: (party) => {
        for (const year of years)
          if (birthYearFirst[party]! <= year && year <= birthYearLast[party]!) return true;
        return false;
      },
    };
  }

  /** The best name of each party that reaches the floor. */
  #matchNames(forms: ReadonlyMap<NameKind, NameForm[]>, floor: Floor): Map<number, NameMatch> {
    const best = new Map<number, NameMatch>();
    for (const [kind, kindForms] of forms) {
      const searcher = this.#searchers[kind];
      const { party, flags } = searcher.index;
      for (const form of kindForms) {
        for (const { name, logOdds } of searcher.search(form, floor)) {
          const number = party[name]!;
          const marked = logOdds + ((flags[name]! & FORM_WEAK) !== 0 ? this.policy.effects.weakAlias : 0);
          const known = best.get(number);
          if (marked >= floor.lowest && (!known || marked > known.logOdds))
            best.set(number, { kind, form, name, logOdds: marked });
        }
      }
    }
    return best;
  }

  *#partiesByNumber(query: PartyFacts): Generator<number> {
    const { identifierHash, identifierParty, parties } = this.index;
    for (const identifier of query.identifiers) {
      const hash = textHash(identifier.number);
      for (let at = lowerBound(identifierHash, hash); identifierHash[at] === hash; at++) {
        const number = identifierParty[at]!;
        const { identifiers } = parties.partyOf(number).facts;
        if (identifiers.some((other) => other.number === identifier.number)) yield number;
      }
    }
  }

  #score(
    query: PartyFacts,
    forms: ReadonlyMap<NameKind, NameForm[]>,
    number: number,
    match: NameMatch | undefined,
  ): ScoredParty {
    const { facts } = this.index.parties.partyOf(number);
    const features = compareFacts(query, facts, this.policy);
    // A party found by its number alone, or by a name below the floor: its names are asked directly.
    const names =
      match ?? (sharesNumber(features) ? compareListedNames(forms, facts, this.policy) : undefined);
    const added = addUp(names?.logOdds ?? Number.NEGATIVE_INFINITY, features, this.policy);
    return { number, ...added, features, match };
  }

  #best(scored: readonly ScoredParty[], limit: number): ScoredParty[] {
    const idOf = (one: ScoredParty): string => this.index.parties.partyOf(one.number).id;
    return [...scored]
      .sort((left, right) => right.logOdds - left.logOdds || (idOf(left) < idOf(right) ? -1 : 1))
      .slice(0, limit);
  }

  #explainable(query: ReadonlyMap<NameKind, NameForm[]>, one: ScoredParty): Candidate {
    const party = this.index.parties.partyOf(one.number);
    return {
      party,
      score: probabilityOf(one.logOdds),
      nameLogOdds: one.nameLogOdds,
      features: one.features,
      names: one.match
        ? this.#alignMatch(one.match, party)
        : compareListedNames(query, party.facts, this.policy),
    };
  }

  /** The alignment behind a match: the same comparison again, this time with its parts. */
  #alignMatch(match: NameMatch, party: ListedParty): NameComparison | undefined {
    const { nameOfParty } = this.#searchers[match.kind].index;
    const listed = party.facts.names[nameOfParty[match.name]!];
    if (!listed) return undefined;
    const forms = analyseName(listed.text, match.kind, { limit: LISTED_RENDERINGS });
    return compareForms([match.form], forms, match.kind, this.policy.nameScore);
  }
}
