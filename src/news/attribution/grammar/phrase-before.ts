// The noun phrase that ends at a given place: a subject before its verb. As PolNeAR marks sources, it includes titles,
// what hangs on it with a preposition, and relative clauses without a comma. Commas are not crossed here.
import { isPersonal, isPossessive, isTimeWord, standsAlone } from './word-kinds.ts';
import { lastSignOf, type TokenRange, type Words } from './words.ts';

/** Phrases are read over so many tokens at most; what is longer is a list, or no language. */
const LONGEST_PHRASE = 80;
/** Longer relative clauses are not looked through for what they hang on. */
const LONGEST_RELATIVE = 14;
/** A short quotation inside a phrase is a name or a title: "Meet the Press" host Chuck Todd. */
const LONGEST_TITLE = 8;

/** The phrase that ends right before token `end`, not before `from`; undefined if none does. Commas are not crossed. */
export function phraseBefore(words: Words, from: number, end: number): TokenRange | undefined {
  const { lower, pos } = words;
  const last = end - 1;
  if (last < from || !canEnd(words, last)) return undefined;
  const isObjectForm = /^(?:him|her|them|me|us|it|you)$/.test(lower[last]!) && pos[last - 1] === 'ADP';
  if (pos[last] === 'PRON' && isPersonal(lower[last]!) && !isObjectForm) return { start: last, end };
  let start = last;
  const farthest = Math.max(from, end - LONGEST_PHRASE);
  for (; start > farthest; start -= 1) {
    if (isPartOf(words, start - 1, start, from)) continue;
    const relative = relativeBefore(words, start, from);
    if (relative === undefined) break;
    start = relative;
  }
  start = withoutOpening(words, start, last);
  return start > last ? undefined : { start, end };
}

/** The place of "who" or "that", if between it and `start` stands a relative clause without a comma. */
function relativeBefore({ pos, lower }: Words, start: number, from: number): number | undefined {
  let hasVerb = false;
  for (let at = start - 1; at > from && at > start - LONGEST_RELATIVE; at -= 1) {
    if (pos[at] === 'PUNCT' && !/^[-'’]$/.test(lower[at]!)) return undefined;
    if (pos[at] === 'VERB' || pos[at] === 'AUX') hasVerb = true;
    const isRelative =
      lower[at] === 'who' || ((lower[at] === 'that' || lower[at] === 'which') && pos[at] === 'PRON');
    if (isRelative) return hasVerb && /^(?:NOUN|PROPN|NUM|PRON)$/.test(pos[at - 1]!) ? at : undefined;
  }
  return undefined;
}

function canEnd({ pos, lower, tokens }: Words, at: number): boolean {
  switch (pos[at]) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'ADJ':
      return true;
    case 'PRON':
      // "her" ends a phrase behind a preposition and else begins one; so does "whose" always.
      return (
        !(isPossessive(lower[at]!) || lower[at] === 'whose') || (lower[at] === 'her' && pos[at - 1] === 'ADP')
      );
    case 'DET':
      return standsAlone(lower[at]!);
    case 'PUNCT':
      return /^[)"”]$/.test(lower[at]!);
    case 'X':
    case 'SYM':
      return /[\p{L}\p{N}]/u.test(tokens[at]!.text);
    default:
      return false;
  }
}

/** True if token `at` belongs to the phrase that goes on at `next`. */
function isPartOf(words: Words, at: number, next: number, from: number): boolean {
  const { pos, lower, form, tokens, quotation } = words;
  const word = lower[at]!;
  const isTight = tokens[at]!.end === tokens[next]!.start;
  switch (pos[at]) {
    case 'PROPN':
      return !(isTimeWord(word) && pos[next] === 'PROPN' && !isTight);
    case 'NOUN':
      return !isTimeWord(word) || pos[next] === 'PART' || pos[next] === 'ADP' || pos[next] === 'NOUN';
    case 'NUM':
      return true;
    case 'X':
    case 'SYM':
      return word === '&' || word === '$' || /[\p{L}\p{N}]/u.test(word);
    case 'ADJ':
      return pos[next] !== 'DET' && !(pos[next] === 'PRON' && isPersonal(lower[next]!));
    case 'DET':
      return !/^(?:which|what|whose)$/.test(word) && (pos[next] !== 'PRON' || !isPersonal(lower[next]!));
    case 'PRON':
      return isPossessive(word) || isPartOfPronoun(words, at, next, from);
    case 'PART':
      return word !== 'to' && word !== 'not' && word !== "n't";
    case 'ADV':
      return (
        pos[next] === 'ADJ' ||
        pos[next] === 'NUM' ||
        (pos[next] === 'VERB' && form[next] !== 'base' && pos[at - 1] === 'DET') ||
        word === 'former'
      );
    case 'ADP':
      return isLinkingPreposition(words, at, from);
    case 'CCONJ':
      return (
        (word === 'and' || word === 'or' || word === '&' || word === 'nor') &&
        (isNominal(words, at - 1, from) || /^(?:he|she|they|i)$/.test(lower[at - 1] ?? '')) &&
        !isObject(words, at - 1, from)
      );
    case 'VERB':
      return isModifier(words, at, next, from);
    case 'PUNCT':
      if (/^[-–/&.'’]$/.test(word) && isTight && tokens[at - 1]?.end === tokens[at]!.start) return true;
      if (word === ')' || word === '(') return at > from;
      if (quotation[at]! >= 0) return isTitle(words, at);
      return false;
    default:
      return false;
  }
}

/** "some of the banks", "officials who know" */
function isPartOfPronoun(words: Words, at: number, next: number, from: number): boolean {
  const { pos, lower } = words;
  const word = lower[at]!;
  if (/^(?:who|that)$/.test(word)) {
    const isRelative = isNominal(words, at - 1, from) && /^(?:VERB|AUX|ADV)$/.test(pos[next]!);
    return isRelative;
  }
  return standsAlone(word) && !isPersonal(word) && (pos[next] === 'ADP' || pos[next] === 'VERB');
}

/** "the leading candidate", "people briefed on the matter" */
function isModifier(words: Words, at: number, next: number, from: number): boolean {
  const { pos, lower, form } = words;
  if (form[at] !== 'gerund' && form[at] !== 'past' && form[at] !== 'participle') return false;
  if (/^(?:DET|ADJ)$/.test(pos[at - 1] ?? '') || lower[at - 1] === '-')
    return /^(?:NOUN|PROPN|ADJ|PUNCT)$/.test(pos[next]!);
  return isNominal(words, at - 1, from) && /^(?:ADP|PART)$/.test(pos[next]!) && !hasVerb(words, from, at - 1);
}

function isTitle(words: Words, at: number): boolean {
  const { quotation, lower } = words;
  const number = quotation[at]!;
  let [start, end] = [at, at];
  while (quotation[start - 1] === number && at - start <= LONGEST_TITLE) start -= 1;
  while (quotation[end + 1] === number && end - at <= LONGEST_TITLE) end += 1;
  return (
    end - start <= LONGEST_TITLE &&
    lastSignOf(words, number) === '' &&
    !/^[,:]$/.test(lower[start - 1] ?? ',')
  );
}

function isNominal({ pos, lower }: Words, at: number, from: number): boolean {
  if (at < from) return false;
  return (
    /^(?:NOUN|PROPN|NUM|X)$/.test(pos[at]!) ||
    lower[at] === ')' ||
    (pos[at] !== 'ADP' && standsAlone(lower[at]!) && !isPersonal(lower[at]!))
  );
}

function hasVerb({ pos }: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (pos[at] === 'VERB' || pos[at] === 'AUX') return true;
  return false;
}

/** A preposition that ties what follows to a noun before it: "of" always, others if that noun can begin a subject. */
function isLinkingPreposition(words: Words, at: number, from: number): boolean {
  const { lower, pos } = words;
  // "a source close to him"
  if (/^(?:to|with)$/.test(lower[at]!) && pos[at - 1] === 'ADJ' && pos[at - 2] === 'NOUN') return true;
  if (/^(?:about|nearly|over|under|around)$/.test(lower[at]!) && pos[at + 1] === 'NUM') return true;
  if (!isNominal(words, at - 1, from)) return false;
  if (lower[at] === 'of') return true;
  if (isTimeWord(lower[at + 1] ?? '') || isTimeWord(lower[at - 1]!)) return false;
  return (
    /^(?:for|in|from|with|at|on|to|by|against|behind|under|within|across|near|between|among|like|including|around|outside|inside|about|over)$/.test(
      lower[at]!,
    ) && !isObject(words, at - 1, from)
  );
}

/** True if the noun at `at` is the object of a verb or a preposition before it, as far as the words before tell. */
function isObject({ pos, lower }: Words, at: number, from: number): boolean {
  const farthest = Math.max(from, at - LONGEST_PHRASE);
  let before = at;
  while (before > farthest && /^(?:NOUN|PROPN|ADJ|DET|NUM|PART|X)$/.test(pos[before - 1]!)) before -= 1;
  if (before <= farthest) return false;
  const [tag, tagBefore] = [pos[before - 1]!, pos[before - 2] ?? ''];
  if (tag === 'VERB') return true;
  if (tag === 'PRON') return tagBefore === 'VERB';
  const opensClause = before - 1 === from || /^(?:VERB|PUNCT|CCONJ|SCONJ)$/.test(tagBefore);
  return tag === 'ADP' && lower[before - 1] !== 'of' && opensClause;
}

/** Drops from a phrase's left end what belongs to the clause: "On Tuesday night", a lone mark, a conjunction. */
function withoutOpening(words: Words, start: number, last: number): number {
  const { pos, lower, tokens } = words;
  let at = start;
  // An adjunct before the name: "After the debate Trump said": the phrase begins at the last run of names.
  if (at > 0 && pos[at - 1] === 'ADP' && tokens[at - 1]!.sentence === tokens[at]!.sentence) {
    let run = last;
    while (run > at && (pos[run - 1] === 'PROPN' || pos[run - 1] === 'PART')) run -= 1;
    if (pos[last] === 'PROPN' && run > at && /^(?:NOUN|NUM)$/.test(pos[run - 1]!)) return run;
  }
  while (at <= last && /^(?:PUNCT|CCONJ|ADV|SCONJ)$/.test(pos[at]!) && !/^["“(]$/.test(lower[at]!)) at += 1;
  return at;
}
