// A colon before a quotation: the minister issued a statement: "…"; Smith, on the raid: "…". The verb families see
// "he said:" themselves; here are the colons behind other words that announce one.
import { isStatementNoun, sensesOf } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom } from '../grammar/clause-ends.ts';
import { subjectOf } from '../grammar/subjects.ts';
import { type VerbGroup, verbGroupsOf } from '../grammar/verb-groups.ts';
import type { TokenRange, Words } from '../grammar/words.ts';
import { goOns } from './spoken.ts';

/** Between a verb and its colon stand no more tokens than this. */
const FARTHEST_COLON = 20;
/** A speaker alone before a colon has no more tokens. */
const LONGEST_SPEAKER = 7;

export function findColon(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { lower, quotation } = words;
  const { firstToken, endToken } = words.document.sentences[number]!;
  for (let colon = firstToken + 1; colon < endToken; colon += 1) {
    if (lower[colon] !== ':' || quotation[colon]! >= 0 || drafts.isTaken(colon)) continue;
    const start = openingBehind(words, number, colon);
    if (start === undefined || drafts.isTaken(start)) continue;
    const announced = announcementOf(words, firstToken, colon);
    if (!announced || drafts.isTaken(announced.cue.start)) continue;
    const { endToken: to } = words.document.sentences[words.tokens[start]!.sentence]!;
    const content = contentFrom(words, start, to, 'quotation');
    if (!content) continue;
    drafts.add({
      source: [announced.source],
      cue: [announced.cue],
      content: [content, ...goOns(words, content)],
      cueClass: 'say',
      cueLemma: announced.lemma,
      rule: 'colon-quotation',
    });
    return;
  }
}

/** The first token of a quotation right behind the colon, or at the start of the next paragraph if the colon ends its own. */
function openingBehind(
  { document, tokens, quotation, quotationRanges }: Words,
  sentence: number,
  colon: number,
): number | undefined {
  const next = colon + 1;
  const number = quotation[next] ?? -1;
  if (number < 0 || quotationRanges[number]!.start !== next) return undefined;
  const gap = document.sentences[tokens[next]!.sentence]!.paragraph - document.sentences[sentence]!.paragraph;
  return gap <= 1 ? next : undefined;
}

interface Announcement {
  readonly source: TokenRange;
  readonly cue: TokenRange;
  readonly lemma: string;
}

function announcementOf(words: Words, from: number, colon: number): Announcement | undefined {
  const verb = verbGroupsOf(words, Math.max(from, colon - 40), colon).findLast(
    ({ kind }) => kind === 'finite',
  );
  if (!verb) return speakerAlone(words, from, colon);
  if (colon - verb.end > FARTHEST_COLON || !announces(words, verb, colon)) return undefined;
  const source = subjectOf(words, from, verb);
  return source && { source, cue: { start: verb.start, end: colon + 1 }, lemma: verb.lemma };
}

/** True if the verb is one of speech, or a noun between it and the colon is one: "issued the following statement:". */
function announces({ lower }: Words, verb: VerbGroup, colon: number): boolean {
  if (sensesOf(verb.lemma).some(({ takes }) => takes.has('quotation'))) return true;
  for (let at = verb.end; at < colon; at += 1) if (isStatementNoun(lower[at]!)) return true;
  return false;
}

/** "Jane Smith of the Exporters' Union: “…”" */
function speakerAlone({ pos, tokens }: Words, from: number, colon: number): Announcement | undefined {
  const isName = pos[from] === 'PROPN' && (pos[colon - 1] === 'PROPN' || pos[colon - 1] === 'NOUN');
  if (!isName || colon - from > LONGEST_SPEAKER || tokens[colon - 1]!.end !== tokens[colon]!.start)
    return undefined;
  return { source: { start: from, end: colon }, cue: { start: colon, end: colon + 1 }, lemma: ':' };
}
