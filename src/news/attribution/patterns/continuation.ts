// What goes on from a speaker named before: a quotation that stands alone in a sentence or a paragraph, and a
// sentence that hangs on reported speech by a word like "in turn". Such attributions are marked as implicit, and
// their source is the one that was named.
import type { CueClass } from '../../../model/reading.ts';
import type { Draft, Drafts } from '../draft.ts';
import { trimEnd } from '../grammar/clause-ends.ts';
import { verbGroupsOf } from '../grammar/verb-groups.ts';
import type { TokenRange, Words } from '../grammar/words.ts';

/** Words that tie a sentence to the one before. */
const TIES = ['in turn', 'in return', 'in exchange', 'in addition', 'moreover', 'furthermore'];

const SPEECH: ReadonlySet<CueClass> = new Set<CueClass>([
  'say',
  'report',
  'allege',
  'deny',
  'admit',
  'maintain',
]);
/** How many sentences back a speaker is looked for. */
const FARTHEST_SENTENCE = 12;

/** Finds in sentence `number` what the speaker of the sentence before goes on to say. */
export function findContinuation(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { sentences } = words.document;
  const sentence = sentences[number]!;
  const before = sentences[number - 1];
  if (!before || before.paragraph < sentence.paragraph - 1) return;
  const range = quotationAlone(words, sentence.firstToken) ?? tiedSentence(words, number);
  if (!range || anyTaken(drafts, range)) return;
  const speaker = speakerAt(drafts, number);
  if (!speaker) return;
  drafts.add({ ...speaker, cue: [], content: [range], isImplicit: true, rule: 'continuation' });
}

/** A quotation that begins at `first` and ends with a sentence, with no words of the writer behind it. */
function quotationAlone({ document, tokens, quotation }: Words, first: number): TokenRange | undefined {
  const number = quotation[first]!;
  if (number < 0 || tokens[first]!.start !== document.quotations[number]!.start) return undefined;
  let end = first;
  while (end < tokens.length && quotation[end] === number) end += 1;
  return document.sentences[tokens[end - 1]!.sentence]!.endToken === end ? { start: first, end } : undefined;
}

/** A sentence in "would" or "had" that a word ties to reported speech before it in its paragraph. */
function tiedSentence(words: Words, number: number): TokenRange | undefined {
  const { document, lower, quotation } = words;
  const { firstToken, endToken, paragraph } = document.sentences[number]!;
  if (document.sentences[number - 1]!.paragraph !== paragraph || quotation[firstToken]! >= 0)
    return undefined;
  const text = lower.slice(firstToken, endToken).join(' ');
  if (!TIES.some((tie) => text.includes(` ${tie} `) || text.startsWith(`${tie} `))) return undefined;
  const verb = verbGroupsOf(words, firstToken, endToken).find(({ kind }) => kind === 'finite');
  if (!verb || !/^(?:would|had|will)$/.test(lower[verb.start]!)) return undefined;
  return { start: firstToken, end: trimEnd(words, firstToken, endToken) };
}

function anyTaken(drafts: Drafts, { start, end }: TokenRange): boolean {
  for (let at = start; at < end; at += 1) if (drafts.isTaken(at)) return true;
  return false;
}

/** The last speaker of the sentence before, or of the last that names one in the paragraph before. */
function speakerAt(drafts: Drafts, number: number): Draft | undefined {
  const { sentences } = drafts.words.document;
  const near = sentences[number - 1]!;
  const isSame = near.paragraph === sentences[number]!.paragraph;
  for (let other = number - 1; other >= 0 && other >= number - FARTHEST_SENTENCE; other -= 1) {
    if (sentences[other]!.paragraph !== near.paragraph) return undefined;
    const found = drafts
      .inSentence(other)
      .filter(({ source, cueClass }) => source.length > 0 && SPEECH.has(cueClass));
    const last = found.toSorted((left, right) => endOf(left) - endOf(right)).at(-1);
    if (last || isSame) return last;
  }
  return undefined;
}

function endOf({ cue, content }: Draft): number {
  return Math.max(...[...cue, ...content].map(({ end }) => end));
}
