// How far an event had come, from the verbs and nouns that it hangs on: "plans to supply", "a proposed deal".
import type { EventPhase, EventType } from '../../model/reading.ts';
import words from '../modality/generated/modality.json' with { type: 'json' };
import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';
import { isHeading } from './headings.ts';
import type { SentenceView } from './sentence-view.ts';
import { WordSet } from './word-sets.ts';

const PHASE_OF_VERB = new Map(
  Object.entries(words.phases).flatMap(([phase, verbs]) =>
    verbs.map((verb) => [verb, phase as EventPhase] as const),
  ),
);
const PHASE_NOUNS = Object.entries(words.phaseNouns).map(([phase, nouns]) => ({
  phase: phase as EventPhase,
  nouns: new WordSet(nouns),
}));
const PHASE_ADJECTIVES = new Map(
  Object.entries(words.phaseAdjectives).flatMap(([phase, adjectives]) =>
    adjectives.map((adjective) => [adjective, phase as EventPhase] as const),
  ),
);
/** Events that go through phases; an official act or a tie between two parties is there or not. */
const PHASED: ReadonlySet<EventType> = new Set<EventType>([
  'ARMS_TRANSFER',
  'ARMS_BROKERING',
  'ARMS_PRODUCTION',
  'DUAL_USE_DIVERSION',
  'ILLEGAL_EXPORT',
  'PROCUREMENT_NETWORK',
  'SANCTIONS_EVASION',
  'SHIP_TO_SHIP',
  'PRICE_CAP_BREACH',
  'MONEY_LAUNDERING',
  'BRIBERY_CORRUPTION',
  'TERRORIST_FINANCING',
  'PROLIFERATION_FINANCING',
  'CYBER_THEFT',
  'TRAFFICKING',
  'CUSTOMER_SUPPLIER',
]);
/** Where the past tense says that the goods went over. */
const DELIVERED: ReadonlySet<EventType> = new Set<EventType>([
  'ARMS_TRANSFER',
  'ILLEGAL_EXPORT',
  'DUAL_USE_DIVERSION',
]);

/** Farther than this a governing verb says nothing of the event. */
const FARTHEST_GOVERNOR = 6;

/** The verbs that govern a clause, nearest first, and their clauses. */
export function governorsOf(view: SentenceView, clause: Clause): Clause[] {
  const governors: Clause[] = [];
  for (let at = clause; governors.length < FARTHEST_GOVERNOR; ) {
    const parent = view.parentOf(at);
    if (!parent) break;
    // "and" joins; what governs the first governs the second too.
    if (at.link !== 'and') governors.push(parent);
    at = parent;
  }
  return governors;
}

/** The phase of an event; undefined if its kind has none or the sentence does not tell. */
export function phaseOf(view: SentenceView, draft: Draft): EventPhase | undefined {
  const { clause } = draft;
  if (!PHASED.has(draft.type)) {
    const isPlan =
      draft.isAct && clause && (isAhead(view, clause) || governedPhase(view, clause) === 'planned');
    return isPlan ? 'planned' : undefined;
  }
  const described = adjectivePhase(view, draft);
  if (described) return described;
  if (!clause) return draft.phase;
  // "seeking to send a delegation": sending one is the stage, whatever it hangs on.
  if (draft.isAnaphoric && draft.phase) return isAhead(view, clause) ? 'planned' : draft.phase;
  const own = PHASE_OF_VERB.get(clause.verb.lemma);
  if (own && own !== 'blocked') return own;
  const governed = governedPhase(view, clause);
  if (governed) return governed;
  if (isAhead(view, clause)) return 'planned';
  if (draft.phase) return draft.phase;
  const isUncertain = clause.verb.modal !== undefined;
  return DELIVERED.has(draft.type) && !isUncertain && !draft.isAnaphoric ? 'delivered' : undefined;
}

function governedPhase(view: SentenceView, clause: Clause): EventPhase | undefined {
  let at = clause;
  let isPlanned = false;
  for (const governor of governorsOf(view, clause)) {
    const phase = PHASE_OF_VERB.get(governor.verb.lemma);
    const isSpeech = ['that', 'when', 'while', 'relative'].includes(at.link ?? '');
    if (phase && (!isSpeech || phase === 'proposed')) {
      // "did not fail to deliver" is not told apart; "failed to deliver" is.
      return phase;
    }
    const object = governor.objects.at(-1);
    const noun = object && PHASE_NOUNS.find(({ nouns }) => nouns.isIn(view.textOf(view.rangeOf(object))));
    if (noun && at.link === 'to') return noun.phase;
    // "was to give"
    isPlanned ||= governor.verb.lemma === 'be' && governor.verb.form === 'copula' && at.link === 'to';
    isPlanned ||= ['will', 'would', 'wo'].includes(governor.verb.modal ?? '') && at.link !== 'that';
    at = governor;
  }
  return isPlanned ? 'planned' : undefined;
}

/** "As part of this proposed deal, …": an adjective before a deal in the same sentence. */
function adjectivePhase(view: SentenceView, draft: Draft): EventPhase | undefined {
  for (const chunk of view.segmentAround(draft.anchor)) {
    if (chunk.kind !== 'noun') continue;
    const text = view.textOf(view.tokenRange(chunk.first, chunk.end)).toLowerCase();
    if (!/\b(?:deal|agreement|sale|shipment|transfer|exchange|pact)s?\b/u.test(text)) continue;
    for (const word of text.split(/\s+/u)) {
      const phase = PHASE_ADJECTIVES.get(word);
      if (phase && draft.type.startsWith('ARMS')) return phase;
    }
  }
  return undefined;
}

/** True for what is yet to be: "will sanction", "to sanction" as a headline has it. */
function isAhead(view: SentenceView, clause: Clause): boolean {
  const { verb } = clause;
  if (verb.modal !== undefined) return ['will', 'would', 'wo', 'shall', "'ll", '’ll'].includes(verb.modal);
  const isHeadlineFuture = verb.form === 'infinitive' && clause.parent === undefined;
  return isHeadlineFuture && (isHeading(view.sentence.zone.kind) || view.clauses.length === 1);
}
