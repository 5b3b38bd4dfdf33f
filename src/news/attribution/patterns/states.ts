// States of mind and statements told by an adjective or a noun with a verb of little meaning: "is confident that",
// "made clear that", "rejected the notion that", "raised questions about".
import { adjectiveSense, isLightVerb, nounSense, type WordSense } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom } from '../grammar/clause-ends.ts';
import { beginsClause } from '../grammar/complements.ts';
import { sourceOf, type VerbSentence } from './verb-sources.ts';

/** So many words may stand between the verb and its noun: "raised a number of serious questions". */
const FARTHEST_NOUN = 6;
const CLEAR: WordSense = { lemma: 'clear', class: 'say', with: new Set(['that']) };

/** "is confident that", "was critical of", "are eager to". */
export function findState(drafts: Drafts, sentence: VerbSentence, at: number): boolean {
  const { words } = drafts;
  const { lower, pos } = words;
  const verb = sentence.verbs[at]!;
  let head = verb.end;
  while (
    head < sentence.to &&
    head < verb.end + 4 &&
    (pos[head] === 'ADV' || (pos[head] === 'ADJ' && !adjectiveSense(lower[head]!)))
  )
    head += 1;
  const sense = adjectiveSense(lower[head] ?? '');
  if (!sense || pos[head] === 'ADV') return false;
  return addState(drafts, sentence, at, head, sense, 'adjective');
}

/** "were convinced that", "is determined to": a participle that is a state of mind. */
export function findFelt(drafts: Drafts, sentence: VerbSentence, at: number): boolean {
  const { head } = sentence.verbs[at]!;
  const sense = adjectiveSense(drafts.words.lower[head]!);
  return (
    sense !== undefined &&
    drafts.words.lower[head + 1] !== 'by' &&
    addState(drafts, sentence, at, head, sense, 'adjective')
  );
}

/** "made clear that", "expressed hope that", "rejected the notion that", "raised questions about". */
export function findLight(drafts: Drafts, sentence: VerbSentence, at: number): boolean {
  const { words } = drafts;
  const { lower, pos } = words;
  const verb = sentence.verbs[at]!;
  if (!isLightVerb(verb.lemma)) return false;
  const clear = lower[verb.end] === 'it' ? verb.end + 1 : verb.end;
  if (verb.lemma === 'make' && lower[clear] === 'clear')
    return addState(drafts, sentence, at, clear, CLEAR, 'light-verb');
  let head = verb.end;
  while (
    head < sentence.to &&
    head < verb.end + FARTHEST_NOUN &&
    /^(?:DET|ADJ|NOUN|PRON|NUM|ADV|VERB|PART)$/.test(pos[head]!)
  ) {
    const sense = nounSense(lower[head]!);
    if (sense && pos[head] !== 'PRON' && pos[head + 1] !== 'NOUN')
      return addState(drafts, sentence, at, head, sense, 'light-verb');
    head += 1;
  }
  return false;
}

function addState(
  drafts: Drafts,
  sentence: VerbSentence,
  at: number,
  head: number,
  sense: WordSense,
  rule: string,
): boolean {
  const { words } = drafts;
  const { lower } = words;
  const verb = sentence.verbs[at]!;
  const next = lower[head + 1] ?? '';
  if (head + 1 >= sentence.to) return false;
  const isThat = next === 'that' || (sense.with.has('that') && beginsClause(words, head + 1, sentence.to));
  if (!isThat && !sense.with.has(next)) return false;
  const isTo = next === 'to' && words.pos[head + 2] === 'VERB';
  const start = isThat || isTo ? head + 1 : head + 2;
  const content = contentFrom(words, start, sentence.to, isThat ? 'clause' : isTo ? 'to' : 'thing');
  const source = sourceOf(drafts, sentence, at);
  if (!content || !source) return false;
  const isEmpty = source.end - source.start === 1 && lower[source.start] === 'it';
  drafts.add({
    source: isEmpty ? [] : [source],
    cue: [{ start: verb.start, end: start }],
    content: [content],
    cueClass: sense.class,
    cueLemma: sense.lemma,
    rule,
  });
  return true;
}
