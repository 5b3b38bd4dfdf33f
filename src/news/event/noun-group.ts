// The noun group that begins at a word: determiner, amounts, adjectives, possessor and head. Names of several words are
// never cut; quotation marks inside are read over; times behind a noun are left out.
import type { NounChunk } from './chunk.ts';
import { DETERMINERS, RELATIVES, type TaggedWords, TRANSPARENT } from './tagged-words.ts';

const DAY_WORDS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|ago|earlier|later)$/u;

/** The noun group at a word; undefined if none begins there. */
export function nounAt(words: TaggedWords, start: number): NounChunk | undefined {
  let head = -1;
  let weakHead = -1;
  let ownerEnd: number | undefined;
  let at = start;
  for (; at < words.end; at++) {
    const [word, tag] = [words.word(at), words.tag(at)];
    const nameEnd = words.nameEndAt(at);
    if (nameEnd !== undefined) {
      head = nameEnd - 1;
      at = nameEnd - 1;
      continue;
    }
    if (
      at > start &&
      words.isJoined(at) &&
      /^[-‑–/]$/u.test(word) &&
      at + 1 < words.end &&
      words.isJoined(at + 1)
    )
      continue;
    if (at > start + 1 && words.isJoined(at) && /^[-‑–/]$/u.test(words.word(at - 1))) {
      if (tag === 'NOUN' || tag === 'PROPN') head = at;
      else weakHead = at;
      continue;
    }
    if (TRANSPARENT.has(word) && tag !== 'PART') {
      if (at === start && /^[\]”»]$/u.test(word)) return undefined;
      if (word === '”' || word === ']' || word === '»') {
        if (head >= 0 && !words.continuesName(at + 1)) break;
      }
      continue;
    }
    if (tag === 'PRON' && !DETERMINERS.has(word)) {
      if (at !== start || RELATIVES.has(word)) break;
      return { kind: 'noun', first: start, end: at + 1, head: at };
    }
    if (tag === 'DET' || (DETERMINERS.has(word) && tag !== 'ADV') || words.isDeterminerThat(at)) {
      if (head >= 0) break;
      if (tag === 'PRON' && !startsName(words, at + 1)) {
        if (at !== start) break;
        return { kind: 'noun', first: start, end: at + 1, head: at };
      }
      continue;
    }
    if (tag === 'NOUN' || tag === 'PROPN') {
      if (head >= 0 && tag === 'PROPN' && /^(?:time|day|year|month|week)$/u.test(words.word(at - 1))) break;
      if (head >= 0 && (DAY_WORDS.test(word) || isTimeBehind(words, at))) break;
      head = at;
      continue;
    }
    if (tag === 'NUM' || tag === 'SYM' || tag === 'ADJ') {
      // "its sanctions list | last week"
      if (head >= 0 && /^(?:last|next|this|past)$/u.test(word) && isTimeWord(words.word(at + 1))) break;
      if (head >= 0 && tag !== 'ADJ' && !/[0-9]/u.test(word)) break;
      if (head >= 0 && tag === 'ADJ' && !words.continuesName(at + 1)) {
        // "their winter offensive,": the tagger's adjective is the noun.
        if (!DETERMINERS.has(words.word(start)) || words.tag(at + 1) !== 'PUNCT') break;
        head = at;
        continue;
      }
      weakHead = at;
      continue;
    }
    if (words.isQuantityPrefix(at) && head < 0) continue;
    if (tag === 'ADP' && /^(?:least|most|than)$/u.test(word) && at > start) continue;
    if ((tag === 'PART' || word === '’s' || word === "'s") && /^['’]s?$/u.test(word) && head >= 0) {
      ownerEnd = at;
      continue;
    }
    if (tag === 'VERB' && head < 0 && words.isModifier(at)) continue;
    if (
      tag === 'VERB' &&
      ownerEnd !== undefined &&
      ownerEnd === at - 1 &&
      ['NOUN', 'PROPN'].includes(words.tag(at + 1))
    )
      continue;
    if (tag === 'ADV' && head < 0 && ['ADJ', 'NUM', 'VERB', 'ADV'].includes(words.tag(at + 1)) && at > start)
      continue;
    if (tag === 'ADV' && at === start && words.isModifier(at + 1)) continue;
    if (tag === 'ADV' && at === start && ['NUM', 'ADJ'].includes(words.tag(at + 1))) continue;
    break;
  }
  if (head < 0) head = weakHead;
  if (head < 0) return undefined;
  let end = at;
  while (end > start + 1 && TRANSPARENT.has(words.word(end - 1)) && end - 1 > head) end -= 1;
  if (ownerEnd !== undefined && ownerEnd >= head) {
    // "Mkrtychev's" with nothing behind it.
    return { kind: 'noun', first: start, end, head };
  }
  return { kind: 'noun', first: start, end, head, ...(ownerEnd === undefined ? {} : { ownerEnd }) };
}

/** "drones | months before the war": a time of its own behind a noun. */
function isTimeBehind(words: TaggedWords, at: number): boolean {
  return (
    /^(?:days?|weeks?|months?|years?|hours?)$/u.test(words.word(at)) &&
    /^(?:ago|before|after|earlier|later)$/u.test(words.word(at + 1))
  );
}

function startsName(words: TaggedWords, at: number): boolean {
  return (
    ['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB', 'ADV'].includes(words.tag(at)) || TRANSPARENT.has(words.word(at))
  );
}

function isTimeWord(word: string): boolean {
  return (
    /^(?:day|night|week|weekend|month|year|quarter|summer|winter|spring|autumn|fall)$/u.test(word) ||
    DAY_WORDS.test(word)
  );
}
