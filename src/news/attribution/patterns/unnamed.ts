// Content that nobody is named for: "is expected to", "was accused of", "it seems that"; and the passive that names
// its speaker behind "by".
import { isTellingPassive, sensesOf } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { type ContentKind, contentFrom } from '../grammar/clause-ends.ts';
import { beginsClause } from '../grammar/complements.ts';
import { phraseAfter } from '../grammar/phrase-after.ts';
import { subjectOf } from '../grammar/subjects.ts';
import type { TokenRange, Words } from '../grammar/words.ts';
import type { VerbSentence } from './verb-sources.ts';

/** "by" stands no farther behind its passive. */
const FARTHEST_BY = 12;

/** "It seems that …", "X appears to …": the content is the whole clause, and nobody says it. */
export function findSeeming(
  drafts: Drafts,
  sentence: VerbSentence,
  at: number,
  start: number,
  kind: ContentKind,
): boolean {
  const { words } = drafts;
  const verb = sentence.verbs[at]!;
  const rest = contentFrom(words, start, sentence.to, kind);
  if (!rest || verb.kind !== 'finite') return false;
  const subject = subjectOf(words, sentence.from, verb);
  const isEmpty = !subject || isIt(words, subject);
  if (kind === 'clause' && !isEmpty) return false;
  drafts.add({
    source: [],
    cue: [{ start: verb.start, end: verb.end }],
    content: isEmpty ? [rest] : [subject, rest],
    cueClass: 'believe',
    cueLemma: verb.lemma,
    rule: 'verb-seeming',
  });
  return true;
}

/** "was criticised by the ministry", "is said to have moved money", "it is known that". */
export function findPassive(drafts: Drafts, sentence: VerbSentence, at: number): boolean {
  const { words } = drafts;
  const { lower } = words;
  const verb = sentence.verbs[at]!;
  const senses = sensesOf(verb.lemma);
  if (senses.length === 0 && !isTellingPassive(verb.lemma)) return false;
  const hasSubject = verb.kind === 'finite' || verb.kind === 'infinitive';
  const found = hasSubject ? subjectOf(words, sentence.from, verb) : undefined;
  const subject = found && !isIt(words, found) ? [found] : [];
  const cue = [{ start: verb.start, end: verb.end }];
  const draft = { cue, cueClass: senses[0]?.class ?? 'report', cueLemma: verb.lemma } as const;
  const by = placeOfBy(words, verb.end, sentence.to);
  const speaker = by === undefined ? undefined : phraseAfter(words, by + 1, sentence.to);
  const takesContent = senses.some(({ takes }) => takes.has('thing') || takes.has('clause'));
  if (by !== undefined && speaker && subject.length > 0 && takesContent) {
    const middle = by > verb.end + 1 ? [{ start: verb.end, end: by }] : [];
    drafts.add({ ...draft, source: [speaker], content: [...subject, ...middle], rule: 'passive-by' });
    return true;
  }
  const kind = beginsClause(words, verb.end, sentence.to)
    ? 'clause'
    : lower[verb.end] === 'to'
      ? 'to'
      : 'thing';
  const isTold = kind !== 'thing' || /^(?:of|as|for|with|in|against|the)$/.test(lower[verb.end] ?? '');
  const rest =
    isTellingPassive(verb.lemma) && isTold ? contentFrom(words, verb.end, sentence.to, kind) : undefined;
  if (!rest) return false;
  drafts.add({ ...draft, source: [], content: [...subject, rest], rule: 'passive' });
  return true;
}

function placeOfBy({ lower }: Words, start: number, to: number): number | undefined {
  for (let at = start; at < to && at < start + FARTHEST_BY && lower[at] !== ','; at += 1)
    if (lower[at] === 'by') return at;
  return undefined;
}

function isIt({ lower }: Words, { start, end }: TokenRange): boolean {
  return end - start === 1 && lower[start] === 'it';
}
