// Where content ends: mostly with its sentence, but before a new clause of the speaker or of the writer. The rules
// differ by what the content is: a clause reaches over more than an infinitive or a noun phrase.
import { sensesOf } from '../cue-lexicon.ts';
import { type VerbGroup, verbGroupAt } from './verb-groups.ts';
import { isOccasion, isTimeWord } from './word-kinds.ts';
import { lastSignOf, type TokenRange, type Words } from './words.ts';

export type ContentKind = 'clause' | 'to' | 'thing' | 'quotation';

/** What of the sentence around decides where content ends. */
export interface Surroundings {
  /** The cue stands in a clause under another: "While he admits it, he …": the content ends with that clause. */
  readonly isSubordinate?: boolean;
  /** The cue's subject is a relative pronoun without a comma: the verb of the clause around ends a thing. */
  readonly isRelative?: boolean;
  /** The cue's verb; another one of its form behind "and" is its neighbour and no part of the content. */
  readonly verb?: VerbGroup;
}

/** Content from token `start` on, in a sentence that ends at `to`; closing marks that are not its own are left out. */
export function contentFrom(
  words: Words,
  start: number,
  to: number,
  kind: ContentKind,
  around: Surroundings = {},
): TokenRange | undefined {
  const end = withQuotation(words, start, trimEnd(words, start, stopOf(words, start, to, kind, around)));
  return end > start ? { start, end } : undefined;
}

/** Leaves out the marks that belong to the sentence around, not those of a quotation. */
export function trimEnd({ lower, quotation }: Words, start: number, end: number): number {
  let at = end;
  while (at > start && quotation[at - 1]! < 0 && /^(?:[.,;:?!…—–-]+|[("“‘])$/.test(lower[at - 1]!)) at -= 1;
  return at;
}

/** A quotation that the content opens belongs to it whole, even where it goes on behind the sentence. */
function withQuotation({ document, tokens, quotation }: Words, start: number, end: number): number {
  const last = quotation[end - 1] ?? -1;
  if (last < 0 || end <= start) return end;
  const { end: close, start: open } = document.quotations[last]!;
  if (open < tokens[start]!.start) return end;
  let at = end;
  while (at < tokens.length && tokens[at]!.start < close) at += 1;
  return at;
}

function stopOf(words: Words, start: number, to: number, kind: ContentKind, around: Surroundings): number {
  const { lower, pos, quotation, tokens } = words;
  for (let at = start; at < to; at += 1) {
    const number = quotation[at]!;
    if (number >= 0) {
      let end = at;
      while (end < to && quotation[end] === number) end += 1;
      if (end >= to) return to;
      const closing = lastSignOf(words, number);
      const isWhole = number === quotation[start];
      if (/^[.?!]$/.test(closing) && end - at > 2 && (isWhole || pos[end] !== 'VERB')) return end;
      if (
        closing === ',' &&
        end - at > 2 &&
        (isWhole
          ? !/^(?:and|but|or)$/.test(lower[end]!) || endsAtComma(words, end - 1, to, kind)
          : endsAtComma(words, end - 1, to, kind) || pos[end] === 'DET')
      )
        return end;
      at = end - 1;
      continue;
    }
    if (at === start) continue;
    const word = lower[at]!;
    if (word === ';') return at;
    if (word === ',' && endsAtComma(words, at, to, kind)) return at;
    if (word === ',' && around.isSubordinate && endsSubordinate(words, start, at, to, kind)) return at;
    if (word === ',' && endsInsertion(words, start, at, to, kind)) return at;
    if (
      /^(?:—|–|--|-)$/.test(word) &&
      tokens[at - 1]!.end < tokens[at]!.start &&
      endsAtDash(words, at, to, kind)
    )
      return at;
    if (word === '(' && kind !== 'clause' && closesLast(words, at, to)) return at;
    if ((word === 'and' || word === 'but') && endsAtConjunction(words, at, to, kind, around)) return at;
    if (
      word === 'in' &&
      lower[at + 1] === 'a' &&
      /^(?:sign|move|bid|nod|shift|blow|reversal|setback)$/.test(lower[at + 2] ?? '')
    )
      return at;
    if (kind === 'thing' && endsThing(words, at, to)) return at;
    if (kind === 'thing' && around.isRelative && isVerbBehindPhrase(words, at, to)) return at;
    if (word === 'according' && lower[at + 1] === 'to') return at;
  }
  return to;
}

/** How far back a clause is searched for its verb. */
const FARTHEST_VERB = 40;
/** A remark in brackets at the end of a sentence has no more tokens. */
const LONGEST_REMARK = 60;

/** True if the bracket opened at `at` closes with the sentence. */
function closesLast({ lower }: Words, at: number, to: number): boolean {
  for (let next = at; next < to && next < at + LONGEST_REMARK; next += 1)
    if (lower[next] === ')') return next >= to - 2;
  return false;
}

function endsAtDash({ lower }: Words, at: number, to: number, kind: ContentKind): boolean {
  if (kind !== 'clause') return true;
  for (let next = at + 1; next < to; next += 1) if (lower[next] === lower[at]) return false;
  return true;
}

function endsAtComma(words: Words, at: number, to: number, kind: ContentKind): boolean {
  const { lower, pos, form } = words;
  const next = at + 1;
  if (next >= to) return true;
  const word = lower[next]!;
  if (/^(?:which|whose|who|where|according|whom)$/.test(word)) return true;
  if (word === 'and' || word === 'but' || word === 'or' || word === 'yet' || word === 'so') {
    return startsClause(words, next + 1, to, kind !== 'clause');
  }
  if (form[next] === 'gerund' && pos[next] === 'VERB') {
    if (isList(words, next, to) && isGerundBefore(words, at)) return false;
    return word !== 'including' && (kind !== 'clause' || takesContent(words.lemma[next]!));
  }
  if (kind === 'clause') {
    if (word === 'while') return true;
    return (word === 'he' || word === 'she' || word === 'they') && startsClause(words, next, to, false);
  }
  if (
    /^(?:while|although|though|even|as|when|after|despite|with|because|until|since|before|if|unless|whereas|just|in|at|on|not|too)$/.test(
      word,
    )
  )
    return true;
  if (isTimeWord(word)) return true;
  if (pos[next] === 'DET' || pos[next] === 'PROPN' || pos[next] === 'PRON')
    return !isList(words, next, to) || startsClause(words, next, to, true);
  return false;
}

/** "supported ending caucuses, limiting delegates and …": the words before the comma are a gerund and its object. */
function isGerundBefore({ form, pos }: Words, comma: number): boolean {
  for (let at = comma - 1; at > comma - 8 && at >= 0; at -= 1) {
    if (pos[at] === 'AUX' || pos[at] === 'PUNCT') return false;
    if (pos[at] === 'VERB') return form[at] === 'gerund' && (pos[at - 1] === 'VERB' || pos[at - 1] === 'ADP');
  }
  return false;
}

/** True if an "and" or "or" comes before the clause ends, so that the comma may part a list. */
function isList({ lower, pos }: Words, from: number, to: number): boolean {
  for (let at = from; at < to && at < from + 14; at += 1) {
    if (lower[at] === 'and' || lower[at] === 'or') return true;
    if (pos[at] === 'VERB' || pos[at] === 'AUX' || lower[at] === '.') return false;
  }
  return false;
}

/** The comma behind a clause that hangs on the one to come: a subject comes next, and the clause has its verb. */
function endsSubordinate(words: Words, start: number, at: number, to: number, kind: ContentKind): boolean {
  const { pos } = words;
  if (startsClause(words, at + 1, to, true)) return true;
  if (!/^(?:PROPN|PRON|DET)$/.test(pos[at + 1] ?? '')) return false;
  if (kind !== 'clause') return true;
  for (let before = Math.max(start, at - FARTHEST_VERB); before < at; before += 1)
    if (verbGroupAt(words, before, at)?.kind === 'finite') return true;
  return false;
}

/** The comma closes an insertion around the cue, and the verb of its sentence goes on: ", citing the data, said". */
function endsInsertion(words: Words, start: number, at: number, to: number, kind: ContentKind): boolean {
  const group = verbGroupAt(words, at + 1, to);
  if (group?.kind !== 'finite' || words.form[group.head] === 'base') return false;
  if (kind !== 'clause') return true;
  for (let before = Math.max(start, at - FARTHEST_VERB); before < at; before += 1) {
    const inner = verbGroupAt(words, before, at);
    if (inner?.kind === 'finite') return true;
  }
  return false;
}

function endsAtConjunction(
  words: Words,
  at: number,
  to: number,
  kind: ContentKind,
  around: Surroundings,
): boolean {
  const { pos, lower } = words;
  const next = at + 1;
  const group = verbGroupAt(words, next, to);
  if (group && group.kind === 'finite') {
    if (kind === 'clause') return takesContent(group.lemma) && isNeighbour(words, around.verb, group);
    return kind === 'thing' || words.form[group.head] !== 'base' || group.start !== group.head;
  }
  if (group && group.kind === 'gerund') return kind === 'thing' && takesContent(group.lemma);
  if (kind === 'clause') return false;
  return (pos[next] === 'PRON' || lower[at] === 'but') && startsClause(words, next, to, true);
}

/** True if two verb groups may share a subject: the same form, neither with an auxiliary of its own that the other lacks. */
function isNeighbour({ form }: Words, verb: VerbGroup | undefined, other: VerbGroup): boolean {
  return verb !== undefined && form[verb.head] === form[other.head] && other.end - other.start <= 2;
}

/** True if a subject and a finite verb begin at `at`; with `any` of every verb, else of one that takes content. */
function startsClause(words: Words, at: number, to: number, any: boolean): boolean {
  const { pos, lower, form } = words;
  for (let next = at; next < to && next < at + 9; next += 1) {
    const tag = pos[next]!;
    if (tag === 'AUX' || tag === 'VERB') {
      const group = verbGroupAt(words, next, to);
      if (group?.kind !== 'finite') return false;
      if (next === at && form[group.head] === 'base' && group.start === group.head) return false;
      return any || takesSpeech(group.lemma);
    }
    if (lower[next] === 'that' || lower[next] === 'to' || tag === 'PUNCT') return false;
  }
  return false;
}

function takesContent(lemma: string): boolean {
  return sensesOf(lemma).some(
    ({ takes }) => takes.has('quotation') || takes.has('clause') || takes.has('thing'),
  );
}

function takesSpeech(lemma: string): boolean {
  return sensesOf(lemma).some(({ takes }) => takes.has('quotation'));
}

/** "who know the case | said": a finite verb right behind a noun. */
function isVerbBehindPhrase(words: Words, at: number, to: number): boolean {
  if (!/^(?:NOUN|PROPN|NUM|PRON)$/.test(words.pos[at - 1]!)) return false;
  const group = verbGroupAt(words, at, to);
  return group?.kind === 'finite' && words.form[group.head] !== 'base';
}

/** When and where it was said does not belong to a thing said: "on Tuesday", "in an interview". */
function endsThing({ lower, pos }: Words, at: number, to: number): boolean {
  const word = lower[at]!;
  if (word === 'since' || word === 'until') return true;
  if (pos[at] === 'ADP' && (word === 'on' || word === 'in' || word === 'during' || word === 'at')) {
    for (let next = at + 1; next < to && next < at + 6; next += 1) {
      if (pos[next] === 'PUNCT' || pos[next] === 'ADP' || pos[next] === 'VERB') return false;
      if (word === 'on' && /(?:day|days)$/.test(lower[next]!) && isTimeWord(lower[next]!)) return true;
      if (word === 'in' && isTimeWord(lower[next]!) && next === at + 1) return true;
      if (word === 'in' && isOccasion(lower[next]!)) return true;
    }
  }
  return pos[at] === 'PROPN' && /day$/.test(word) && isTimeWord(word) && pos[at - 1] !== 'ADP';
}
