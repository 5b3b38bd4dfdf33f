// Turns a draft into an event: how far it had come, which words it took, and what its verb says of it being done.
import type { EventRole } from '../../model/reading.ts';
import type { Range } from '../document.ts';
import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';
import type { EventVerb, FoundEvent, FoundRole, FoundRoles } from './found-event.ts';
import { isHeading } from './headings.ts';
import { OFFENCE_RULE } from './offences.ts';
import { governorsOf, phaseOf } from './phases.ts';
import type { SentenceView } from './sentence-view.ts';

/** The event of a draft: its phase, its extent in the sentence, and what modality needs of its verb. */
export function eventOf(view: SentenceView, draft: Draft): FoundEvent {
  const roles: FoundRoles = Object.fromEntries(
    [...draft.roles].filter(([, fillers]) => fillers.length > 0) as [EventRole, FoundRole[]][],
  );
  const phase = draft.heldPhase ?? phaseOf(view, draft);
  const { start, end } = extentOf(view, draft, roles);
  return {
    type: draft.type,
    ...(phase && { phase }),
    roles,
    goods: distinct(draft.goods),
    counterGoods: distinct(draft.counterGoods),
    anchor: draft.anchor,
    start,
    end,
    sentence: view.number,
    isAct: draft.isAct,
    ...(draft.clause && { verb: verbOf(view, draft.clause, draft.anchor) }),
    ...(isReason(view, draft) ? { isReason: true } : {}),
    ...(draft.isAnaphoric ? { isAnaphoric: true } : {}),
    rule: draft.rule,
  };
}

/** From the first to the last word that the event has read in its own sentence. */
function extentOf(view: SentenceView, draft: Draft, roles: FoundRoles): Range {
  const ranges = [
    draft.anchor,
    ...Object.values(roles).flat(),
    ...draft.goods,
    ...draft.counterGoods,
    ...draft.consumed,
    // What an act is for stands behind its object.
    ...(draft.isAct && draft.clause ? draft.clause.prepositions.map(({ group }) => view.rangeOf(group)) : []),
  ];
  const own = ranges.filter(({ start, end }) => start >= view.sentence.start && end <= view.sentence.end);
  return { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) };
}

function verbOf(view: SentenceView, clause: Clause, anchor: Range): EventVerb {
  const { verb } = clause;
  const governors = governorsOf(view, clause);
  const isOwn = view.tokenRange(verb.main, verb.main + 1).start === anchor.start;
  const isHeadlinePresent = isHeading(view.sentence.zone.kind) && verb.modal === undefined;
  // Who is investigating has begun to.
  const isUnderWay = verb.isProgressive && ONGOING_ACTS.has(verb.lemma);
  const isPastOrPerfect = verb.isPast || verb.isPerfect || verb.form === 'participle' || isUnderWay;
  const isPredicate = verb.form === 'finite' || verb.form === 'participle' || verb.form === 'copula';
  return {
    lemma: verb.lemma,
    isDone:
      isOwn &&
      isPredicate &&
      verb.modal === undefined &&
      !verb.isNegated &&
      (isPastOrPerfect || isHeadlinePresent),
    isNegated: verb.isNegated,
    governors: governors.map(({ verb: { lemma } }) => lemma),
  };
}

const ONGOING_ACTS = new Set(['investigate', 'probe']);
/** How a reason hangs on its act, also as a description of the target: "a network supplying", "firms that had shipped". */
const REASON_LINKS = new Set([
  'for',
  'that',
  'over',
  'because',
  'with',
  'of',
  'as',
  'in',
  'relative',
  'ing',
  'participle',
  'on',
  'from',
]);
/** Verbs of acts that are followed by their reason: "sanctioned for facilitating", "on charges that he facilitated". */
const JUDGING = new Set([
  'acquit',
  'clear',
  'suspect',
  'sanction',
  'blacklist',
  'impose',
  'designate',
  'list',
  'add',
  'place',
  'hit',
  'punish',
  'target',
  'fine',
  'penalise',
  'penalize',
  'arrest',
  'detain',
  'charge',
  'indict',
  'prosecute',
]);

function isReason(view: SentenceView, { clause, anchor, rule }: Draft): boolean {
  if (!clause) {
    // A noun: "sanctions man behind arms deal".
    const around = view.clauses.findLast(
      ({ verb }) => view.tokenRange(verb.first, verb.end).start < anchor.start,
    );
    return around !== undefined && JUDGING.has(around.verb.lemma);
  }
  // "fined for apparent violations", "detained on espionage charges": the offence behind the act's own verb.
  if (rule.endsWith(OFFENCE_RULE) && JUDGING.has(clause.verb.lemma)) return true;
  for (let at = clause, steps = 0; steps < 5; steps++) {
    const parent = view.parentOf(at);
    if (!parent) return false;
    if (JUDGING.has(parent.verb.lemma) && REASON_LINKS.has(at.link ?? '')) return true;
    at = parent;
  }
  return false;
}

function distinct(ranges: readonly Range[]): Range[] {
  const known = new Map(ranges.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...known.values()].sort((one, other) => one.start - other.start);
}
