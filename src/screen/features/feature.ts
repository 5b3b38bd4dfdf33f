// What a feature is: one piece of evidence beside the name, compared between query and listed party.
import type { FeatureEffect } from '../../model/screening.ts';
import type { PartyFacts } from '../party.ts';
import type { Policy } from '../policy/v1.ts';

/**
 * Compares one kind of fact. Gives nothing where either side does not know; what is not known is no evidence.
 */
export type Feature = (query: PartyFacts, candidate: PartyFacts, policy: Policy) => readonly FeatureEffect[];
