// Offences named by a noun behind a verb that ties them to somebody: "accused of fraud", "pleaded guilty to bribery",
// "detained on espionage charges". An offence that nobody is tied to ("fears of fraud") is no event.
import type { EventType } from '../../model/reading.ts';
import words from '../modality/generated/modality.json' with { type: 'json' };
import { type Clause, surfaceSubject } from './clauses.ts';
import type { Draft } from './draft.ts';
import { OFFENCES } from './frames.ts';
import type { PartyLookup } from './party-lookup.ts';
import type { SentenceView } from './sentence-view.ts';

const HELD = new Set(words.objectControl);
/** Verbs of which the subject is tied to the offence. */
const OWN = new Set([
  'plead',
  'admit',
  'confess',
  'involve',
  'engage',
  'commit',
  'deny',
  'conspire',
  'face',
  'be',
  'use',
  'run',
  'suspect',
]);
/** End of the names of these rules. */
export const OFFENCE_RULE = '.offence';
const CUSTODY = new Set(['arrest', 'detain', 'hold', 'jail', 'extradite', 'apprehend', 'remand']);
const PREPOSITIONS = new Set(['of', 'with', 'for', 'to', 'on', 'over', 'in', 'under', 'against']);
const CHARGE_HEAD = /\b(?:charges?|counts?)$/iu;

/** The offences that a clause ties to a party. */
export function offencesIn(view: SentenceView, parties: PartyLookup, clause: Clause): Draft[] {
  const { verb, objects, prepositions } = clause;
  const isHeld = HELD.has(verb.lemma) && objects.length > 0;
  if (!isHeld && !OWN.has(verb.lemma)) return [];
  const actor = isHeld ? objects[0] : surfaceSubject(clause);
  if (!actor || !parties.isOfKind(actor, 'party')) return [];
  const places = [
    ...(isHeld && verb.lemma !== 'deny' ? [] : objects).map((group) => ({ preposition: '', group })),
    ...prepositions,
  ];
  const found: Draft[] = [];
  for (const { preposition, group } of places) {
    if (preposition !== '' && !PREPOSITIONS.has(preposition)) continue;
    for (const noun of group.nouns) {
      const range = parties.rangeOf(noun);
      const text = view.textOf(range);
      const offence = OFFENCES.find(({ words: known }) => known.isIn(text));
      if (offence && !found.some(({ type }) => type === offence.type)) {
        const draft = draftOf(offence.type, clause, view);
        draft.roles.set(offence.type === 'ARMS_TRANSFER' ? 'supplier' : 'actor', parties.rolesOf(actor));
        found.push({ ...draft, anchor: range, consumed: [range] });
      }
      // "on charges that" gives a reason; for who was not taken into custody it need be no charge of a court.
      if (
        CUSTODY.has(verb.lemma) &&
        isHeld &&
        CHARGE_HEAD.test(text) &&
        ['on', 'under', 'over'].includes(preposition)
      ) {
        const draft = draftOf('CHARGE', clause, view);
        draft.roles.set('target', parties.rolesOf(actor));
        if (clause.subject) draft.roles.set('authority', parties.rolesOf(clause.subject));
        found.push({ ...draft, anchor: range, consumed: [range] });
      }
    }
  }
  return found;
}

function draftOf(type: EventType, clause: Clause, view: SentenceView): Draft {
  return {
    type,
    rule: `event.${type.toLowerCase()}${OFFENCE_RULE}`,
    isAct: false,
    roles: new Map(),
    ends: [],
    goods: [],
    counterGoods: [],
    anchor: view.tokenRange(clause.verb.main, clause.verb.main + 1),
    clause,
    consumed: [],
    isAnaphoric: false,
  };
}
