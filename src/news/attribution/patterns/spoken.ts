// Content before its speaker: "…," he said; "…," said the minister, "…"; The deal is off, officials said. Also the
// paragraph that holds the speaker alone ("X said.") under the paragraph that holds his words.
import { sensesOf } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom, trimEnd } from '../grammar/clause-ends.ts';
import { beginsClause } from '../grammar/complements.ts';
import { phraseAfter } from '../grammar/phrase-after.ts';
import { subjectOf } from '../grammar/subjects.ts';
import { type VerbGroup, verbGroupsOf } from '../grammar/verb-groups.ts';
import { isOccasion } from '../grammar/word-kinds.ts';
import type { TokenRange, Words } from '../grammar/words.ts';

/** What stands before a speaker without a quotation is no longer than this, in tokens. */
const LONGEST_LEAD = 300;

/** Finds speakers behind their words in sentence `number`. */
export function findSpoken(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { firstToken, endToken } = words.document.sentences[number]!;
  for (const verb of verbGroupsOf(words, firstToken, endToken)) {
    if (drafts.isTaken(verb.head) || verb.kind !== 'finite' || verb.isPassive) continue;
    const sense = sensesOf(verb.lemma).find(
      ({ takes, with: extra }) =>
        takes.has('quotation') && extra.every((word, at) => words.lower[verb.end + at] === word),
    );
    if (!sense) continue;
    const clause = clauseOf(words, firstToken, endToken, verb, verb.end + sense.with.length);
    if (!clause) continue;
    const opened = openedBy(words, firstToken, endToken, clause);
    if (opened) {
      drafts.add({
        source: [clause.source],
        cue: [{ start: verb.start, end: verb.end + sense.with.length }],
        content: [opened],
        cueClass: sense.class,
        cueLemma: verb.lemma,
        rule: 'as-spoken',
      });
      continue;
    }
    const before = contentBefore(words, firstToken, clause.start);
    if (!before) continue;
    const after = contentAfter(words, clause.end, endToken, before);
    const isQuoted = words.quotation[before.end - 1]! >= 0;
    const isInverted = clause.source.start > verb.start;
    if (!isQuoted && (after.length === 0 || isInverted) && !isStatement(words, before)) continue;
    drafts.add({
      source: [clause.source],
      cue: [{ start: verb.start, end: cueEnd(words, verb.end + sense.with.length, endToken) }],
      content: [before, ...after].flatMap((range) => [range, ...goOns(words, range)]),
      cueClass: sense.class,
      cueLemma: verb.lemma,
      rule: clause.source.start < verb.start ? 'spoken-subject-verb' : 'spoken-verb-subject',
    });
  }
}

/** "As the paper reported, …": the content is what comes behind the comma. */
function openedBy(
  words: Words,
  from: number,
  to: number,
  { source, end }: SpeakerClause,
): TokenRange | undefined {
  const { lower } = words;
  const isOpened = lower[source.start - 1] === 'as' && source.start - 1 <= from + 1 && lower[end] === ',';
  return isOpened ? contentFrom(words, end + 1, to, 'clause') : undefined;
}

interface SpeakerClause extends TokenRange {
  readonly source: TokenRange;
}

/** "he said" or "said the minister", if nothing that could be content follows it at once. */
function clauseOf(
  words: Words,
  from: number,
  to: number,
  verb: VerbGroup,
  end: number,
): SpeakerClause | undefined {
  const { lower, pos, quotation } = words;
  const source = subjectOf(words, from, verb);
  const isAs = source !== undefined && lower[source.start - 1] === 'as' && source.start <= from + 2;
  if (source && quotation[source.start]! < 0 && (isAs || follows(words, from, source.start))) {
    const rest = skipOccasion(words, end, to);
    const isQuoted = quotation[source.start - 1]! >= 0;
    const isAtMark = rest >= to || /^[.,;—–-]$/.test(lower[rest]!);
    if (!isQuoted)
      return isAtMark && words.form[end] !== 'gerund'
        ? { start: source.start, end: rest, source }
        : undefined;
    const closes =
      isAtMark || lower[rest] === ':' || words.form[rest] === 'gerund' || isAdjunct(lower[rest]!, pos[rest]!);
    if (!closes && beginsClause(words, rest, to)) return undefined;
    return { start: source.start, end: closes ? rest : end, source };
  }
  if (verb.end - verb.start > 2 || !follows(words, from, verb.start)) return undefined;
  if (/^(?:he|she|they|we|i|it)$/.test(lower[end] ?? '') && pos[end + 1] === 'VERB') return undefined;
  const speaker = phraseAfter(words, end, to);
  if (!speaker) return undefined;
  const next = speaker.end;
  // "…, said he had left": the phrase is the subject of what is said.
  const isSubject =
    next < to && (pos[next] === 'AUX' || (pos[next] === 'VERB' && words.form[next] !== 'gerund'));
  return isSubject ? undefined : { start: verb.start, end: skipOccasion(words, next, to), source: speaker };
}

function isAdjunct(word: string, tag: string): boolean {
  return /^(?:CCONJ|ADP|ADV)$/.test(tag) || /^(?:when|as|after|before|while|in|at|on|to|of)$/.test(word);
}

/** True if a quotation or a comma, a dash or a question mark stands right before `start`. */
function follows({ lower, quotation, tokens, document }: Words, from: number, start: number): boolean {
  if (start <= from) {
    // “… Really?” Smith said: the mark in the quotation has ended a sentence.
    const [before, own] = [tokens[start - 1], tokens[start]];
    return (
      start === from &&
      before !== undefined &&
      own !== undefined &&
      quotation[start - 1]! >= 0 &&
      document.sentences[before.sentence]!.paragraph === document.sentences[own.sentence]!.paragraph
    );
  }
  return quotation[start - 1]! >= 0 || /^[,?!—–-]$/.test(lower[start - 1]!);
}

/** The words before the speaker: a quotation with what leads to it, or the sentence so far. */
function contentBefore(words: Words, from: number, end: number): TokenRange | undefined {
  const { document, tokens, quotation, quotationRanges, lower } = words;
  const number = quotation[end - 1]!;
  if (number >= 0) {
    const { start } = quotationRanges[number]!;
    const sentence = document.sentences[tokens[start]!.sentence]!;
    const lead = sentence.firstToken;
    // What leads to the quotation in its own sentence is content too, if it is a clause that the quotation ends.
    const isLead =
      lead < start &&
      start - lead < LONGEST_LEAD &&
      !/^[,:]$/.test(lower[start - 1]!) &&
      !isConjunctionAlone(words, lead, start);
    return { start: isLead ? skipConjunction(words, lead, start) : start, end };
  }
  if (!/^[,?!—–-]$/.test(lower[end - 1]!)) return undefined;
  if (end - from > LONGEST_LEAD) return undefined;
  const start = skipConjunction(words, from, end);
  const until = trimEnd(words, start, end);
  return until > start ? { start, end: until } : undefined;
}

/** True if a range holds a clause of its own and is no mere adverbial: "On Tuesday, he said" says nothing yet. */
function isStatement({ pos, lower, form }: Words, { start, end }: TokenRange): boolean {
  if (end - start < 3 || /^(?:when|while|as|asked|speaking)$/.test(lower[start]!)) return false;
  for (let at = start; at < end; at += 1) {
    if (pos[at] === 'AUX' || (pos[at] === 'VERB' && form[at] !== 'gerund' && lower[at - 1] !== 'to'))
      return true;
  }
  return false;
}

/** "But “…”": a conjunction alone leads to no content. */
function isConjunctionAlone({ pos, lower }: Words, start: number, end: number): boolean {
  return end - start < 2 && (pos[start] === 'CCONJ' || /^(?:but|and|so)$/.test(lower[start]!));
}

function skipConjunction({ lower }: Words, start: number, end: number): number {
  return start + 1 < end && /^(?:and|but|•|—|–|-)$/.test(lower[start]!) ? start + 1 : start;
}

/** More of the same speaker's words: behind a comma, or a quotation that begins right behind the sentence. */
function contentAfter(words: Words, end: number, to: number, before: TokenRange): readonly TokenRange[] {
  const { lower, pos, form, quotation } = words;
  const isQuoted = quotation[before.end - 1]! >= 0;
  const at = end < to && lower[end] === ',' ? end + 1 : end;
  if (at > end && at < to) {
    if (quotation[at]! >= 0) return rangeOf(contentFrom(words, at, to, 'clause'));
    const leads = !isQuoted && !isStatement(words, before);
    const isAside =
      form[at] === 'gerund' ||
      /^(?:who|which|whose|as|while|when|after|although|though|where|with|during|according|before)$/.test(
        lower[at]!,
      ) ||
      isOccasion(lower[at]!);
    const isLater =
      /^(?:in|at|on|but|and|a|an|the)$/.test(lower[at]!) || pos[at] === 'ADP' || pos[at] === 'PROPN';
    if (leads || (!isAside && !isLater)) return rangeOf(contentFrom(words, at, to, 'clause'));
  } else {
    for (let next = end; next < to; next += 1) {
      if (quotation[next]! < 0) continue;
      if (/^[,:]$/.test(lower[next - 1]!)) return rangeOf(contentFrom(words, next, to, 'clause'));
      break;
    }
  }
  return quotationAfter(words, end);
}

/** “…,” he said. “…”: the quotation with which the next sentence of the paragraph begins. */
function quotationAfter(words: Words, end: number): readonly TokenRange[] {
  const { document, tokens, quotation } = words;
  const number = tokens[end - 1]!.sentence;
  const next = document.sentences[number + 1];
  if (!next || next.paragraph !== document.sentences[number]!.paragraph || quotation[next.firstToken]! < 0)
    return [];
  const range = contentFrom(words, next.firstToken, next.endToken, 'quotation');
  // Words of the writer behind it name a speaker of its own.
  return range && document.sentences[tokens[range.end - 1]!.sentence]!.endToken === range.end ? [range] : [];
}

function rangeOf(range: TokenRange | undefined): readonly TokenRange[] {
  return range ? [range] : [];
}

/** The paragraphs with which an unclosed quotation goes on. */
export function goOns(words: Words, range: TokenRange): readonly TokenRange[] {
  const { document, quotation } = words;
  const parts: TokenRange[] = [];
  let number = quotation[range.end - 1]!;
  while (number >= 0 && document.quotations[number + 1]?.continues === number) {
    number += 1;
    parts.push(words.quotationRanges[number]!);
  }
  return parts;
}

/** "said in a statement": where the words stand belongs to the cue. */
export function cueEnd({ lower, pos }: Words, end: number, to: number): number {
  if (lower[end] !== 'in' || !/^(?:an?|the|his|her|their)$/.test(lower[end + 1] ?? '')) return end;
  for (let at = end + 2; at < to && at < end + 6; at += 1) {
    if (lower[at] === 'statement') return at + 1;
    if (pos[at] !== 'ADJ' && pos[at] !== 'VERB' && pos[at] !== 'NOUN' && pos[at] !== 'ADV') break;
  }
  return end;
}

/** Behind "on Thursday", "in an interview with CNN", "during a rally": the next mark or the end of the sentence. */
function skipOccasion({ lower, pos }: Words, start: number, to: number): number {
  const isDay = /day$|^(?:this|last|earlier|later|today|yesterday)$/.test(lower[start] ?? '');
  const opens =
    /^(?:ADP|ADV)$/.test(pos[start] ?? '') || (isDay && /^(?:PROPN|NOUN|DET|ADJ)$/.test(pos[start]!));
  if (start >= to || !opens) return start;
  let at = start;
  while (at < to && pos[at] !== 'AUX' && !/^(?:[,.;:—–]|who|which|that)$/.test(lower[at]!)) at += 1;
  return at;
}

/** "X said." as a paragraph of its own: the words are the quotation that ends the paragraph before. */
export function findOrphan(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { sentences, quotations, paragraphs } = words.document;
  const sentence = sentences[number]!;
  const before = sentences[number - 1];
  const isAlone = sentences[number + 1]?.paragraph !== sentence.paragraph;
  if (!before || !isAlone || before.paragraph !== sentence.paragraph - 1) return;
  const last = words.quotation[before.endToken - 1]!;
  if (last < 0 || quotations[last]!.end !== paragraphs[before.paragraph]!.end) return;
  const { start } = words.quotationRanges[last]!;
  if (drafts.isTaken(start)) return;
  const [verb, second] = verbGroupsOf(words, sentence.firstToken, sentence.endToken);
  if (!verb || second || verb.kind !== 'finite') return;
  const sense = sensesOf(verb.lemma).find(
    ({ takes, with: extra }) => takes.has('quotation') && extra.length === 0,
  );
  const source =
    subjectOf(words, sentence.firstToken, verb) ?? phraseAfter(words, verb.end, sentence.endToken);
  if (!sense || !source) return;
  const end = skipOccasion(words, Math.max(verb.end, source.end), sentence.endToken);
  if (end < sentence.endToken - 1) return;
  drafts.add({
    source: [source],
    cue: [{ start: verb.start, end: cueEnd(words, verb.end, sentence.endToken) }],
    content: [{ start, end: before.endToken }],
    cueClass: sense.class,
    cueLemma: verb.lemma,
    rule: 'speaker-alone',
  });
}
