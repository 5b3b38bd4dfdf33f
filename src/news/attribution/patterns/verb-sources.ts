// Who a verb's content belongs to: its own subject, or for "and called", "saying", "to criticise" the subject of the
// clause that the verb hangs on.
import type { Drafts } from '../draft.ts';
import { phraseBefore } from '../grammar/phrase-before.ts';
import { subjectOf } from '../grammar/subjects.ts';
import type { VerbGroup } from '../grammar/verb-groups.ts';
import type { TokenRange } from '../grammar/words.ts';

/** How many verbs away the subject of a verb without one is looked for. */
const FARTHEST_VERB = 8;

/** Tokens `[from, to)` of a sentence, and its verb groups outside quotations. */
export interface VerbSentence {
  readonly from: number;
  readonly to: number;
  readonly verbs: readonly VerbGroup[];
}

/** Who says it: the subject, or for a verb without one the subject of the clause that it hangs on. */
export function sourceOf(drafts: Drafts, { from, verbs }: VerbSentence, at: number): TokenRange | undefined {
  const { words } = drafts;
  const { lower, pos } = words;
  const verb = verbs[at]!;
  const before = verb.start - 1;
  if (verb.kind === 'finite') {
    const own = subjectOf(words, from, verb);
    if (own) return own;
    return before >= from && /^(?:CCONJ|PUNCT|ADV)$/.test(pos[before]!)
      ? subjectOfClause(drafts, from, verbs, at)
      : undefined;
  }
  if (before >= from && verb.kind !== 'infinitive') {
    const near = /^(?:NOUN|PROPN|PRON)$/.test(pos[before]!)
      ? phraseBefore(words, from, verb.start)
      : undefined;
    if (near && (verb.kind === 'gerund' || lower[before] !== ',')) return near;
  }
  return subjectOfClause(drafts, from, verbs, at);
}

/** The subject of the finite verb nearest before, else of the first behind. */
function subjectOfClause(
  drafts: Drafts,
  from: number,
  verbs: readonly VerbGroup[],
  at: number,
): TokenRange | undefined {
  const { words } = drafts;
  for (let other = at - 1; other >= 0 && other >= at - FARTHEST_VERB; other -= 1) {
    const verb = verbs[other]!;
    if (verb.kind !== 'finite' || drafts.isContent(verb.head)) continue;
    const known = drafts.withCueAt(verb.start)?.source[0];
    const subject = known ?? subjectOf(words, from, verb);
    if (subject) return subject;
  }
  const spoken = drafts.lastBefore(verbs[at]!.start)?.source[0];
  if (spoken) return spoken;
  for (const verb of verbs.slice(at + 1, at + 1 + FARTHEST_VERB)) {
    if (verb.kind !== 'finite' || drafts.isContent(verb.head)) continue;
    const subject = subjectOf(words, from, verb);
    if (subject) return subject;
  }
  return undefined;
}
