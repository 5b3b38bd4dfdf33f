// Gives a pronoun the party that its sentence has in mind: the nearest earlier subject or object of the right kind that
// has no part in the event yet. Only within one sentence; what an article means across sentences its mentions tell.
import type { Clause } from './clauses.ts';
import type { FoundRole } from './found-event.ts';
import type { PartyLookup } from './party-lookup.ts';
import type { SentenceView } from './sentence-view.ts';

const PERSONS = /^(?:he|him|his|she|her)$/iu;
const OTHERS = /^(?:it|its|they|them|their)$/iu;

/**
 * The role with its party, if the words are a pronoun and the sentence names somebody whom it may mean.
 * @param taken parties that the event has already
 */
export function resolvePronoun(
  view: SentenceView,
  parties: PartyLookup,
  clause: Clause,
  role: FoundRole,
  taken: readonly (number | undefined)[],
): FoundRole {
  const word = view.textOf(role);
  const isPerson = PERSONS.test(word);
  if (role.party !== undefined || (!isPerson && !OTHERS.test(word))) return role;
  const earlier = view.clauses.slice(0, view.clauses.indexOf(clause)).reverse();
  for (const { subject, objects } of earlier) {
    for (const group of isPerson ? [...objects, subject] : [subject, ...objects]) {
      if (!group || !parties.isOfKind(group, isPerson ? 'person' : 'named')) continue;
      const party = parties.rolesOf(group)[0]?.party;
      if (party !== undefined && !taken.includes(party)) return { ...role, party };
    }
  }
  return role;
}
