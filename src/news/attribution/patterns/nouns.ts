// Nouns that hold a statement or a thought: "the claim that …", "his criticism of …", "a statement by the bank
// that …", "on charges that …".
import { nounSense, type WordSense } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom, trimEnd } from '../grammar/clause-ends.ts';
import { phraseAfter } from '../grammar/phrase-after.ts';
import { phraseBefore } from '../grammar/phrase-before.ts';
import { subjectOf } from '../grammar/subjects.ts';
import { verbGroupsOf } from '../grammar/verb-groups.ts';
import type { TokenRange, Words } from '../grammar/words.ts';

/** The phrase behind "by" or "from" reaches no farther. */
const FARTHEST_OWNER = 10;

export function findNouns(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { firstToken: from, endToken: to } = words.document.sentences[number]!;
  for (let at = from; at + 1 < to; at += 1) {
    const isNoun = words.pos[at] === 'NOUN' || (words.pos[at] === 'PROPN' && at === from);
    if (!isNoun || words.quotation[at]! >= 0 || drafts.isTaken(at)) continue;
    const sense = nounSense(words.lower[at]!);
    if (sense) addNoun(drafts, sense, at, from, to);
  }
}

function addNoun(drafts: Drafts, sense: WordSense, noun: number, from: number, to: number): void {
  const { words } = drafts;
  const { lower, pos } = words;
  const owner = ownerOf(words, from, noun);
  const isOwned = /^(?:by|from)$/.test(lower[noun + 1]!);
  const by = isOwned ? phraseAfter(words, noun + 2, Math.min(to, noun + FARTHEST_OWNER)) : undefined;
  const link = by ? by.end : noun + 1;
  const isThat = link < to && isConjunction(words, link);
  // "The report of the bank" may be any report; "that" makes it a statement, and so does an owner.
  if (!isThat && !(sense.with.has(lower[link] ?? '') && (owner || by))) return;
  const isTo = lower[link] === 'to' && pos[link + 1] === 'VERB';
  const start = isThat || isTo ? link : link + 1;
  const limit = isThat ? mainVerb(words, from, noun, start, to) : to;
  const content = contentFrom(words, start, limit, isThat ? 'clause' : isTo ? 'to' : 'thing');
  if (!content) return;
  const source = owner ?? by ?? accuserOf(words, from, noun);
  drafts.add({
    source: source ? [source] : [],
    cue: [{ start: owner ? owner.end : withAdjectives(words, from, noun), end: by ? noun + 2 : start }],
    content: [{ start: content.start, end: trimEnd(words, content.start, content.end) }],
    cueClass: sense.class,
    cueLemma: sense.lemma,
    rule: 'noun',
  });
}

/** "that" before a subject, whatever the tagger says of it. */
function isConjunction({ lower, pos }: Words, at: number): boolean {
  if (lower[at] !== 'that') return false;
  return pos[at] === 'SCONJ' || /^(?:he|she|it|they|we|i)$/.test(lower[at + 1] ?? '');
}

/** "his", "the bank's": whose statement it is; adjectives may stand between. */
function ownerOf(words: Words, from: number, noun: number): TokenRange | undefined {
  const { pos, lower } = words;
  let at = noun - 1;
  while (at >= from && at > noun - 4 && /^(?:ADJ|NOUN|ADV)$/.test(pos[at]!)) at -= 1;
  if (at < from) return undefined;
  if (/^(?:my|your|his|her|our|their|its)$/.test(lower[at]!)) return { start: at, end: at + 1 };
  if (pos[at] !== 'PART' || !/^'s?$/.test(lower[at]!)) return undefined;
  const phrase = phraseBefore(words, from, at);
  return phrase && { start: phrase.start, end: at + 1 };
}

/** "sanctioned a man on charges that …": who acts on the charges makes them. */
function accuserOf(words: Words, from: number, noun: number): TokenRange | undefined {
  if (words.lower[noun - 1] !== 'on') return undefined;
  const verb = verbGroupsOf(words, Math.max(from, noun - 40), noun).findLast(({ kind }) => kind === 'finite');
  return verb && !verb.isPassive ? subjectOf(words, from, verb) : undefined;
}

/** Where the verb begins whose subject the noun is: "the claim that it sank | was false"; `to` if there is none. */
function mainVerb(words: Words, from: number, noun: number, start: number, to: number): number {
  const { pos, lower } = words;
  if (verbGroupsOf(words, Math.max(from, noun - 40), noun).length > 0 || pos[noun - 1] === 'ADP') return to;
  const [, ...later] = verbGroupsOf(words, start, to).filter(({ kind }) => kind === 'finite');
  const main = later.findLast(({ start: at }) => {
    const isBehindPhrase = /^(?:NOUN|PROPN|NUM|ADJ|ADV|VERB)$/.test(pos[at - 1]!);
    return isBehindPhrase && !/^(?:and|or|but|that|which|who)$/.test(lower[at - 1]!);
  });
  return main ? main.start : to;
}

function withAdjectives({ pos }: Words, from: number, noun: number): number {
  let at = noun;
  while (at > from && at > noun - 6 && (pos[at - 1] === 'ADJ' || pos[at - 1] === 'NOUN')) at -= 1;
  return at > from && pos[at - 1] === 'DET' ? at - 1 : at;
}
