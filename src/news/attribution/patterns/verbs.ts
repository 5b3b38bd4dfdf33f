// Content behind a verb group: "X said that …", "X accused Y of …", "X vowed to …", "said X and added …", and the
// passives that name no speaker. Runs from left to right, so that the outermost of nested attributions is kept.
import { isAspect, sensesOf } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom } from '../grammar/clause-ends.ts';
import { complementOf } from '../grammar/complements.ts';
import { subjectOf } from '../grammar/subjects.ts';
import { type VerbGroup, verbGroupsOf } from '../grammar/verb-groups.ts';
import type { TokenRange, Words } from '../grammar/words.ts';
import { cueEnd, goOns } from './spoken.ts';
import { findFelt, findLight, findState } from './states.ts';
import { findPassive, findSeeming } from './unnamed.ts';
import { sourceOf, type VerbSentence } from './verb-sources.ts';

/** Finds what the verbs of sentence `number` say of somebody's words or thoughts. */
export function findVerbs(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { firstToken: from, endToken: to } = words.document.sentences[number]!;
  const sentence = { from, to, verbs: verbGroupsOf(words, from, to) };
  for (const [at, verb] of sentence.verbs.entries()) {
    if (drafts.isTaken(verb.head)) continue;
    if (verb.isPassive) findFelt(drafts, sentence, at) || findPassive(drafts, sentence, at);
    else if (words.pos[verb.head] === 'AUX' || isState(verb.lemma))
      findState(drafts, sentence, at) || findActive(drafts, sentence, at);
    else findLight(drafts, sentence, at) || findActive(drafts, sentence, at);
  }
}

function isState(lemma: string): boolean {
  return /^(?:be|feel|remain|seem|sound|become|get|appear)$/.test(lemma);
}

function findActive(drafts: Drafts, sentence: VerbSentence, at: number): boolean {
  const { words } = drafts;
  const verb = sentence.verbs[at]!;
  const { lemma, end } = chainOf(words, sentence, at);
  const found = complementOf(words, end, sentence.to, sensesOf(lemma));
  if (!found) return findRelative(drafts, sentence, at);
  const isAsked = isAskedParticiple(words, sentence, verb);
  const source = isAsked ? undefined : sourceOf(drafts, sentence, at);
  const { sense } = found;
  if (sense.isSeeming) return findSeeming(drafts, sentence, at, found.start, found.kind);
  if (!source && verb.kind !== 'finite' && verb.kind !== 'gerund') return false;
  const content = contentFrom(words, found.start, sentence.to, found.kind, {
    isSubordinate: isAsked || isSubordinate(words, sentence, source, verb),
    isRelative: source !== undefined && isRelative(words, source),
    verb,
  });
  if (!content) return false;
  const isSpeech = found.kind === 'quotation' || words.quotation[content.end - 1]! >= 0;
  const next = isSpeech ? goOns(words, content) : [];
  const isAtOnce = found.start === found.cueEnd || sense.with.length > 0;
  drafts.add({
    source: source ? [source] : [],
    cue: [{ start: verb.start, end: isAtOnce ? found.cueEnd : cueEnd(words, found.cueEnd, found.start) }],
    content: [content, ...next],
    cueClass: sense.class,
    cueLemma: lemma,
    rule: `verb-${found.kind}`,
  });
  return true;
}

/** "officials who know": a pronoun without a comma before it. */
function isRelative({ lower, pos }: Words, { start, end }: TokenRange): boolean {
  return (
    end - start === 1 &&
    /^(?:who|that|which)$/.test(lower[start]!) &&
    /^(?:NOUN|PROPN|PRON)$/.test(pos[start - 1] ?? '')
  );
}

/** "Asked whether …", "when pressed about …": somebody unnamed asks. */
function isAskedParticiple({ lower, pos, form }: Words, { from }: VerbSentence, verb: VerbGroup): boolean {
  if (
    !/^(?:ask|press|question|remind|tell)$/.test(verb.lemma) ||
    verb.end - verb.start > 1 ||
    form[verb.head] !== 'past'
  )
    return false;
  const before = verb.start - 1;
  return (
    before < from ||
    /^(?:when|while|if|as|until)$/.test(lower[before]!) ||
    (lower[before] === ',' && pos[verb.end] === 'ADP')
  );
}

/** True if the clause of the verb begins its sentence and hangs on the one behind: "While Iran accepts …, it …". */
function isSubordinate(
  { lower }: Words,
  { from }: VerbSentence,
  source: TokenRange | undefined,
  verb: VerbGroup,
): boolean {
  const first = source && source.start < verb.start ? source.start : verb.start;
  if (first < from || first > from + 3) return false;
  for (let at = from; at < first; at += 1) {
    if (/^(?:while|although|though|as|if|when|after|because|since|even|once|before|until)$/.test(lower[at]!))
      return true;
  }
  return verb.start <= from + 1 && (!source || source.start > verb.start);
}

/** "which officials said will begin in May": the relative pronoun and the verb behind are the content. */
function findRelative(drafts: Drafts, sentence: VerbSentence, at: number): boolean {
  const { words } = drafts;
  const verb = sentence.verbs[at]!;
  const next = sentence.verbs[at + 1];
  const sense = sensesOf(verb.lemma).find(({ takes }) => takes.has('clause'));
  if (!sense || verb.kind !== 'finite' || next?.kind !== 'finite' || next.start !== verb.end) return false;
  const source = subjectOf(words, sentence.from, verb);
  if (!source || !/^(?:which|that|who|what)$/.test(words.lower[source.start - 1] ?? '')) return false;
  const rest = contentFrom(words, next.start, sentence.to, 'clause');
  if (!rest) return false;
  drafts.add({
    source: [source],
    cue: [{ start: verb.start, end: verb.end }],
    content: [{ start: source.start - 1, end: source.start }, rest],
    cueClass: sense.class,
    cueLemma: verb.lemma,
    rule: 'verb-relative',
  });
  return true;
}

interface Chain {
  readonly lemma: string;
  readonly end: number;
}

/** "continued to warn", "went on to say": one cue, whose last verb counts. */
function chainOf(words: Words, { verbs }: VerbSentence, at: number): Chain {
  const verb = verbs[at]!;
  const next = verbs[at + 1];
  if (
    next &&
    isAspect(verb.lemma) &&
    next.start <= verb.end + 1 &&
    (next.kind === 'infinitive' || next.kind === 'gerund') &&
    sensesOf(next.lemma).length > 0 &&
    (next.start === verb.end || words.lower[verb.end] === 'on')
  ) {
    return { lemma: next.lemma, end: next.end };
  }
  return { lemma: verb.lemma, end: verb.end };
}
