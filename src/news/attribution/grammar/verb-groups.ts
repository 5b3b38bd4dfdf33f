// Verb groups: a verb with the auxiliaries, negations and adverbs before it ("has repeatedly not denied"). The
// group is what PolNeAR's annotators mark as a cue of attribution. Only words outside quotations are grouped.
import type { Words } from './words.ts';

export interface VerbGroup {
  /** Tokens `[start, end)`; the head is the last. */
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly lemma: string;
  /** `finite` has a subject of its own; `infinitive` begins with "to". */
  readonly kind: 'finite' | 'gerund' | 'participle' | 'infinitive';
  readonly isPassive: boolean;
  readonly isNegated: boolean;
}

/** More adverbs in a row lead to no verb. */
const MOST_ADVERBS = 6;
const MODALS = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  "'ll",
  "'d",
  'wo',
  'ca',
  'cannot',
]);
const NEGATIONS = new Set(['not', "n't", 'never', 'no']);
const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", "'re", "'m"]);
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve"]);
const DO = new Set(['do', 'does', 'did']);

/** The verb groups among tokens `[from, to)`, in order. */
export function verbGroupsOf(words: Words, from: number, to: number): readonly VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = from; at < to; ) {
    const group = verbGroupAt(words, at, to);
    if (group) groups.push(group);
    at = group ? group.end : at + 1;
  }
  return groups;
}

/** The verb group that begins at token `start`, if one does. */
export function verbGroupAt(words: Words, start: number, to: number): VerbGroup | undefined {
  const { pos, lower, form, lemma, quotation } = words;
  let at = start;
  const isOutside = (index: number): boolean => index < to && quotation[index]! < 0;
  if (!isOutside(at)) return undefined;
  const isInfinitive =
    lower[at] === 'to' && (pos[at] === 'PART' || pos[at + 1] === 'VERB' || pos[at + 1] === 'AUX');
  if (isInfinitive) at += 1;
  const auxiliaries: string[] = [];
  let isNegated = false;
  let lastVerb = -1;
  for (; isOutside(at); at += 1) {
    const word = lower[at]!;
    if (
      NEGATIONS.has(word) &&
      (auxiliaries.length > 0 || word === 'never' || (word === 'not' && pos[at + 1] !== 'DET'))
    ) {
      isNegated = true;
    } else if (pos[at] === 'AUX') {
      if (lastVerb >= 0 && !continues(auxiliaries.at(-1)!, word)) break;
      auxiliaries.push(word);
      lastVerb = at;
    } else if (pos[at] === 'VERB') {
      const before = auxiliaries.at(-1);
      if (before !== undefined && !follows(before, form[at])) break;
      lastVerb = at;
      at += 1;
      break;
    } else if (!isAdverb(words, at, to)) {
      break;
    }
  }
  if (lastVerb < 0) return undefined;
  const head = lastVerb;
  const isMain = pos[head] === 'VERB';
  if (isMain && auxiliaries.length === 0 && !isInfinitive && isPremodifier(words, start, head))
    return undefined;
  const helpers = isMain ? auxiliaries : auxiliaries.slice(0, -1);
  const last = helpers.at(-1);
  const headForm = form[head];
  const isPassive =
    isMain &&
    last !== undefined &&
    BE.has(last) &&
    last !== "'s" &&
    (headForm === 'past' || headForm === 'participle');
  const first = helpers[0] ?? lower[head]!;
  const kind = isInfinitive
    ? 'infinitive'
    : helpers.length > 0
      ? first === 'having' || first === 'being'
        ? 'gerund'
        : first === 'been' || first === 'be'
          ? 'participle'
          : 'finite'
      : headForm === 'gerund'
        ? 'gerund'
        : headForm === 'participle'
          ? 'participle'
          : 'finite';
  return { start, end: head + 1, head, lemma: lemma[head]!, kind, isPassive, isNegated };
}

/** An adverb that leads to a verb: only adverbs stand between. */
function isAdverb({ pos, lower, quotation }: Words, at: number, to: number): boolean {
  if (pos[at] !== 'ADV') return false;
  if (
    /^(?:how|why|when|where|so|as|then|however|even|more|most|too|yet|though|instead|meanwhile)$/.test(
      lower[at]!,
    )
  )
    return false;
  let next = at + 1;
  const limit = Math.min(to, at + MOST_ADVERBS);
  while (next < limit && (pos[next] === 'ADV' || NEGATIONS.has(lower[next]!))) next += 1;
  return next < to && quotation[next]! < 0 && (pos[next] === 'VERB' || pos[next] === 'AUX');
}

/** True for a verb form before a noun that it describes: "the calling card", "an estimated 40 people", "court-ordered". */
function isPremodifier({ pos, lower, form, tokens }: Words, start: number, head: number): boolean {
  if (form[head] === 'present') return false;
  const isTight = tokens[head - 1]?.end === tokens[head]!.start;
  if (lower[head - 1] === '-' && isTight) return true;
  const before = pos[start - 1] ?? '';
  const isAttribute =
    before === 'DET' ||
    before === 'ADJ' ||
    /^(?:my|your|his|her|its|our|their|'s)$/.test(lower[start - 1] ?? '');
  if (form[head] === 'base') return before === 'DET';
  return isAttribute && /^(?:NOUN|PROPN|NUM|ADJ)$/.test(pos[head + 1] ?? '') && lower[start - 1] !== 'that';
}

/** True if an auxiliary may stand behind another one: "would have", "has been", "is being". */
function continues(before: string, word: string): boolean {
  if (MODALS.has(before)) return word === 'be' || word === 'have' || word === 'do';
  if (HAVE.has(before)) return word === 'been' || word === 'had' || word === 'done' || word === 'have';
  return BE.has(before) && (word === 'being' || (before === "'s" && word === 'been'));
}

/** True if a verb of this form may stand behind the auxiliary. */
function follows(auxiliary: string, form: string | undefined): boolean {
  if (MODALS.has(auxiliary) || DO.has(auxiliary)) return form === 'base' || form === 'past';
  if (BE.has(auxiliary)) return form === 'gerund' || form === 'past' || form === 'participle';
  if (HAVE.has(auxiliary)) return form === 'past' || form === 'participle' || form === 'base';
  return true;
}
