// The noun phrase that begins at a given place: a speaker behind "said" or "according to". As PolNeAR marks sources,
// it includes titles, prepositional phrases, appositions and relative clauses without a comma, and ends before when,
// where and how he spoke.
import { isOccasion, isPersonal, isPossessive, isTimeWord, standsAlone } from './word-kinds.ts';
import type { TokenRange, Words } from './words.ts';

/** Phrases are read over so many tokens at most. */
const LONGEST_PHRASE = 80;
const HEAD = /^(?:NOUN|PROPN|NUM|PRON|X|SYM)$/;
const NEVER_IN_SPEAKER =
  /^(?:after|before|during|as|because|since|until|while|when|if|amid|despite|ahead|via|through|that|although|though|upon|following|whether)$/;

/** The phrase that begins at `start` and ends before `limit` at the latest; undefined if none begins there. */
export function phraseAfter(words: Words, start: number, limit: number): TokenRange | undefined {
  const to = Math.min(limit, start + LONGEST_PHRASE);
  const { pos, lower } = words;
  if (start >= to) return undefined;
  if (pos[start] === 'PRON' && isPersonal(lower[start]!)) return { start, end: start + 1 };
  const phrase = { words, start, to };
  let hasHead = false;
  let end = start;
  for (; end < to; end += 1) {
    const step = hasHead ? stepBehindHead(phrase, end) : stepBeforeHead(phrase, end);
    if (step === 'none') return undefined;
    if (step === 'end') break;
    if (step === 'head') hasHead = true;
  }
  while (end > start && /^(?:,|\.|-|–|—|;|:)$/.test(lower[end - 1]!)) end -= 1;
  return hasHead && end > start ? { start, end } : undefined;
}

interface Phrase {
  readonly words: Words;
  readonly start: number;
  readonly to: number;
}

/** What a token does to a phrase: it goes on, has its head, ends before the token, or is none. */
type Step = 'on' | 'head' | 'end' | 'none';

function stepBeforeHead({ words: { pos, lower }, to }: Phrase, at: number): Step {
  const [tag, word] = [pos[at]!, lower[at]!];
  switch (tag) {
    case 'ADP':
    case 'SCONJ':
      return 'none';
    case 'CCONJ':
      return 'end';
    case 'VERB':
    case 'AUX':
      // Behind "according to" stands no verb: "exit polls" is a phrase whatever the tagger says of "exit".
      return tag === 'VERB' && !/^(?:NOUN|PROPN|ADJ)$/.test(pos[at + 1] ?? '') ? 'head' : 'on';
    case 'PUNCT':
      return isInnerMark(word) && !(word === '.' && at + 1 === to) ? 'on' : 'end';
    default:
      if (tag === 'PRON' && isPersonal(word) && !/^(?:who|which|whom)$/.test(word)) return 'end';
      return HEAD.test(tag) || ((tag === 'DET' || tag === 'ADJ') && standsAlone(word)) ? 'head' : 'on';
  }
}

function stepBehindHead(phrase: Phrase, at: number): Step {
  const { words, to } = phrase;
  const { pos, lower, form } = words;
  const [tag, word] = [pos[at]!, lower[at]!];
  if (word === 'that' && /^(?:he|she|it|they|we|i)$/.test(lower[at + 1] ?? '')) return 'end';
  switch (tag) {
    case 'PUNCT':
      if (word === ',') return opensApposition(phrase, at) ? 'on' : 'end';
      return isInnerMark(word) && !(word === '.' && at + 1 === to) ? 'on' : 'end';
    case 'ADP':
    case 'SCONJ':
      return endsSpeaker(words, at, to) ? 'end' : 'on';
    case 'CCONJ':
      return /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(pos[at + 1] ?? '') && !isSubject(words, at + 1, to)
        ? 'on'
        : 'end';
    case 'VERB':
    case 'AUX': {
      const isReduced =
        tag === 'VERB' && form[at] !== 'base' && form[at] !== 'present' && pos[at - 1] !== 'PRON';
      return isReduced || hasRelative(phrase, at) ? 'on' : 'end';
    }
    case 'ADV':
      if (isTimeWord(word) && !isTied(pos[at - 1]!)) return 'end';
      return hasRelative(phrase, at) || /^(?:ADJ|NUM)$/.test(pos[at + 1] ?? '') ? 'on' : 'end';
    case 'PRON':
      return isPersonal(word) && !/^(?:who|which|whom)$/.test(word) && !hasRelative(phrase, at)
        ? 'end'
        : 'on';
    default:
      return HEAD.test(tag) && isTimeWord(word) && !isTied(pos[at - 1]!) ? 'end' : 'on';
  }
}

function isInnerMark(word: string): boolean {
  return /^[-–/&'’"“”().‘]$/.test(word);
}

/** True if a word of this kind ties the next one to the phrase: "the Tuesday meeting", "of last year". */
function isTied(tag: string): boolean {
  return /^(?:ADP|PART|DET|ADJ|PROPN)$/.test(tag);
}

/** True if "who", "that" or "which" stands before without a comma between, so that verbs belong to the phrase. */
function hasRelative({ words: { lower }, start }: Phrase, at: number): boolean {
  for (let before = at - 1; before > start; before -= 1) {
    if (lower[before] === ',') return false;
    if (/^(?:who|that|which|whose|whom)$/.test(lower[before]!)) return true;
  }
  return false;
}

/** True if a preposition leads to when, where or how it was said. */
function endsSpeaker({ lower, pos }: Words, at: number, to: number): boolean {
  if (lower[at] === 'of') return false;
  if (NEVER_IN_SPEAKER.test(lower[at]!)) return true;
  for (let next = at + 1; next < to && next < at + 7; next += 1) {
    if (/^(?:PUNCT|ADP|VERB)$/.test(pos[next]!)) break;
    if (isTimeWord(lower[next]!) && lower[next] !== 'may') return true;
    if (/^(?:in|on|at|by|to)$/.test(lower[at]!) && isOccasion(lower[next]!)) return true;
  }
  return false;
}

/** True if an apposition begins behind the comma, and no other clause or time. */
function opensApposition(phrase: Phrase, comma: number): boolean {
  const { words, to } = phrase;
  const { pos, lower } = words;
  const next = comma + 1;
  if (next >= to || isTimeWord(lower[next]!) || isSubject(words, next, to)) return false;
  const tag = pos[next]!;
  if (hasRelative(phrase, comma) && tag !== 'DET') return false;
  return (
    /^(?:DET|NOUN|PROPN|NUM|ADJ)$/.test(tag) ||
    (tag === 'PRON' && (isPossessive(lower[next]!) || lower[next] === 'one'))
  );
}

/** True if the phrase at `at` is the subject of a verb of its own. */
function isSubject({ pos, lower, form }: Words, at: number, to: number): boolean {
  for (let next = at; next < to && next < at + 10; next += 1) {
    if (pos[next] === 'AUX') return true;
    if (pos[next] === 'VERB') {
      const isBehindNoun = next > at && /^(?:NOUN|PROPN|PRON)$/.test(pos[next - 1]!);
      const isPast = form[next] === 'past' && isBehindNoun && !/^(?:ADP|PART)$/.test(pos[next + 1] ?? '');
      return form[next] === 'present' || isPast;
    }
    if (pos[next] === 'PUNCT' && !/^[-'’"“”]$/.test(lower[next]!)) return false;
    if (/^(?:who|that|which|whose)$/.test(lower[next]!)) return false;
  }
  return false;
}
