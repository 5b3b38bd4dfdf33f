// What an outlet lets a statement be, from the words that it stands in; the first rule that holds decides. Only
// designations, arrests and the other acts of authorities can be official acts, and only where the authority does them
// in a sentence of its own: never in a headline alone, never inside an accusation or a plan.
import type { CueClass, Modality, ZoneKind } from '../../model/reading.ts';
import type { FoundEvent } from '../event/found-event.ts';
import { WordSet } from '../event/word-sets.ts';
import words from './generated/modality.json' with { type: 'json' };

/** The words around a statement. */
export interface StatementScope {
  readonly zone: ZoneKind;
  /** Cues that it stands inside of, innermost first; empty for the outlet's own voice. */
  readonly cues: readonly CueClass[];
  /** The speaker is a party of the event or its government: what it says of itself is an admission. */
  readonly isOwnMatter: boolean;
  readonly isAuthoritySpeaking: boolean;
  /** The sentence, to find words like "allegedly". */
  readonly text: string;
}

export interface JudgedModality {
  readonly modality: Modality;
  readonly polarity: 1 | -1;
  /** Stable name of the rule that decided. */
  readonly rule: string;
}

const ACCUSING = new Set(words.accusing);
const ALLEGING = new WordSet(words.alleging);
/** Cues that say that something is so, not that it is said to be; an authority may report its act in them. */
const REPORTING: ReadonlySet<CueClass> = new Set<CueClass>([
  'say',
  'report',
  'order',
  'maintain',
  'admit',
  'none',
]);

/** The modality of an event in its scope. */
export function modalityOf(event: FoundEvent, scope: StatementScope): JudgedModality {
  const { verb } = event;
  const negated = verb?.isNegated ? -1 : 1;
  const governors = verb?.governors ?? [];
  if (scope.cues.includes('deny') || governors.includes('deny')) {
    return { modality: 'denied', polarity: -1, rule: 'modality.denied' };
  }
  if (isOfficialAct(event, scope))
    return { modality: 'official-act', polarity: 1, rule: 'modality.official-act' };
  // "We have never exported weapons": who is spoken of denies it, whatever the verb of speech.
  if (scope.isOwnMatter && scope.cues.length > 0 && verb?.isNegated && !event.isAct) {
    return { modality: 'denied', polarity: -1, rule: 'modality.denied-by-negation' };
  }
  // "wants to send" is a plan too, and its cue one of belief.
  const isWish = scope.cues[0] === 'believe' && /^to\s/iu.test(scope.text);
  const isPlan = event.phase === 'planned' || isWish || scope.cues.includes('plan');
  const isSaid = scope.cues.some((cue, at) => cue !== 'plan' && cue !== 'none' && !(isWish && at === 0));
  if (isPlan && (!isSaid || scope.isOwnMatter)) {
    return { modality: 'planned', polarity: negated, rule: 'modality.planned' };
  }
  const isAccused = governors.some((lemma) => ACCUSING.has(lemma)) || event.isReason === true;
  if (isSaid && !scope.isOwnMatter)
    return { modality: 'alleged', polarity: negated, rule: 'modality.attributed' };
  if (isAccused) return { modality: 'alleged', polarity: negated, rule: 'modality.accused' };
  if (scope.cues.includes('accuse') || scope.cues.includes('allege')) {
    return { modality: 'alleged', polarity: negated, rule: 'modality.accused' };
  }
  // Of an act only its reason is alleged: "sanctions man over alleged deal".
  if (!isSaid && !hasActForm(event, scope) && ALLEGING.isIn(scope.text)) {
    return { modality: 'alleged', polarity: negated, rule: 'modality.alleging-word' };
  }
  return {
    modality: 'asserted',
    polarity: negated,
    rule: isSaid ? 'modality.admitted' : 'modality.outlet-voice',
  };
}

/** True if an authority does the act itself in a sentence of the body. Headings and captions need such a sentence. */
export function isOfficialAct(
  event: FoundEvent,
  scope: Pick<StatementScope, 'zone' | 'cues' | 'isAuthoritySpeaking'>,
): boolean {
  return scope.zone === 'body' && hasActForm(event, scope);
}

/** True if the words would make an official act if they stood in the body. */
export function hasActForm(
  event: FoundEvent,
  { cues, isAuthoritySpeaking }: Pick<StatementScope, 'cues' | 'isAuthoritySpeaking'>,
): boolean {
  const { verb, roles } = event;
  if (!event.isAct || !verb?.isDone || !roles.target?.length) return false;
  if (!roles.authority?.length && !isAuthoritySpeaking) return false;
  if (event.isReason || verb.governors.some((lemma) => ACCUSING.has(lemma))) return false;
  return cues.every((cue) => REPORTING.has(cue));
}

/** What a statement without an event of the list is: said by somebody, or in the outlet's own voice. */
export function modalityOfStatement(scope: StatementScope): JudgedModality {
  if (scope.cues.includes('deny')) return { modality: 'denied', polarity: -1, rule: 'modality.denied' };
  const isSaid = scope.cues.some((cue) => cue !== 'plan' && cue !== 'none');
  if (scope.cues[0] === 'plan' && !isSaid)
    return { modality: 'planned', polarity: 1, rule: 'modality.planned' };
  if (scope.cues.includes('admit')) return { modality: 'asserted', polarity: 1, rule: 'modality.admitted' };
  return {
    modality: isSaid ? 'alleged' : 'asserted',
    polarity: 1,
    rule: isSaid ? 'modality.attributed' : 'modality.outlet-voice',
  };
}
