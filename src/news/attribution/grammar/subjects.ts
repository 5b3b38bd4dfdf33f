// The subject of a verb group: the phrase before it, across adverbs of time and across what stands between commas.
import { phraseBefore } from './phrase-before.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isPersonal, isTimeWord } from './word-kinds.ts';
import type { TokenRange, Words } from './words.ts';

/** More insertions between commas than this are read as a list, not as one subject. */
const MOST_SEGMENTS = 4;
/** An insertion has no more tokens. */
const LONGEST_INSERTION = 80;

/** The subject of `verb` among tokens from `from` on; undefined if none stands before it. */
export function subjectOf(words: Words, from: number, verb: VerbGroup): TokenRange | undefined {
  return phraseOrInsertion(words, from, skipTimes(words, from, verb.start), 0);
}

/** The end of what stands before "on Thursday", "later Thursday", "earlier this week". */
function skipTimes({ pos, lower }: Words, from: number, end: number): number {
  let at = end;
  while (at > from && pos[at - 1] === 'ADV') at -= 1;
  let begin = at;
  let hasTime = false;
  while (begin > from && begin > at - 6) {
    const word = lower[begin - 1]!;
    if (isTimeWord(word) && !isPersonal(word)) hasTime = true;
    else if (
      !/^(?:this|last|next|the|same|earlier|later|late|early|on|in|that|a|few|two|three|all|,)$/.test(word) &&
      pos[begin - 1] !== 'NUM'
    )
      break;
    begin -= 1;
    if (/^(?:on|in)$/.test(word)) break;
  }
  while (begin < at && (lower[begin] === ',' || /^(?:the|that|this|a|all)$/.test(lower[begin]!)) && !hasTime)
    begin += 1;
  return hasTime ? begin : at;
}

function phraseOrInsertion(words: Words, from: number, end: number, depth: number): TokenRange | undefined {
  const { lower } = words;
  if (end <= from) return undefined;
  const mark = lower[end - 1]!;
  if (!/^[,—–-]$/.test(mark)) return phraseBefore(words, from, end);
  if (depth >= MOST_SEGMENTS) return undefined;
  let comma = end - 2;
  const farthest = Math.max(from, end - LONGEST_INSERTION);
  while (comma >= farthest && lower[comma] !== mark) comma -= 1;
  if (comma < farthest) return undefined;
  const kind = insertionKind(words, comma + 1, end - 1);
  if (kind === 'clause') return undefined;
  const head = phraseOrInsertion(words, from, skipTimes(words, from, comma), depth + 1);
  if (!head) return undefined;
  return kind === 'apposition' && mark === ',' ? { start: head.start, end } : head;
}

/** What stands between two commas: a part of the phrase before it, something put in, or a clause of its own. */
function insertionKind(
  { pos, lower, form }: Words,
  start: number,
  end: number,
): 'apposition' | 'aside' | 'clause' {
  if (start >= end) return 'clause';
  const first = lower[start]!;
  const tag = pos[start]!;
  if (/^(?:who|whose|which|whom|including)$/.test(first)) return 'apposition';
  if (first === 'and' || first === 'or') return hasFinite(pos, form, start, end) ? 'clause' : 'apposition';
  if (/^(?:ADV|SCONJ|CCONJ|INTJ)$/.test(tag)) return 'aside';
  if (tag === 'ADP') return first === 'of' ? 'apposition' : 'aside';
  if (tag === 'VERB' || tag === 'AUX' || tag === 'PART')
    return form[start] === 'present' ? 'clause' : 'aside';
  if (isTimeWord(first)) return 'aside';
  const hasRelative = lower.slice(start, end).some((word) => /^(?:who|that|which)$/.test(word));
  return hasFinite(pos, form, start, end) && !hasRelative ? 'clause' : 'apposition';
}

function hasFinite(
  pos: readonly string[],
  form: readonly (string | undefined)[],
  start: number,
  end: number,
): boolean {
  for (let at = start; at < end; at += 1) {
    if (pos[at] === 'AUX' || (pos[at] === 'VERB' && form[at] === 'present')) return true;
    const isBehindNoun = at > start && /^(?:NOUN|PROPN|PRON)$/.test(pos[at - 1]!);
    if (pos[at] === 'VERB' && form[at] === 'past' && isBehindNoun) return true;
  }
  return false;
}
