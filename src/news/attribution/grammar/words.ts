// The tokens of a document as the rules of attribution read them: lower-case spellings, mended parts of speech,
// forms of verbs, and the quotation around each token.
import type { Document, Token } from '../../document.ts';
import { type VerbForm, verbForm } from '../cue-lexicon.ts';
import { mendedTags } from './mend-tags.ts';

/** Tokens `[start, end)`. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

export interface Words {
  readonly document: Document;
  readonly tokens: readonly Token[];
  readonly lower: readonly string[];
  readonly pos: readonly string[];
  readonly lemma: readonly string[];
  /** Form of the verb, for verbs and auxiliaries. */
  readonly form: readonly (VerbForm | undefined)[];
  /** Number of the quotation around a token, its marks included; -1 outside. */
  readonly quotation: Int32Array;
  /** Tokens of each quotation. */
  readonly quotationRanges: readonly TokenRange[];
}

/** The sign with which the words of a quotation end, before the marks that close it; empty if it is a letter. */
export function lastSignOf({ document }: Words, quotation: number): string {
  const { start, end } = document.quotations[quotation]!;
  const inner = document.text.slice(Math.max(start, end - 8), end).replace(/["”“'’»«›]+$/, '');
  return /[.,;:?!…]$/.exec(inner)?.[0] ?? '';
}

/** The words of a document. */
export function wordsOf(document: Document): Words {
  const { tokens } = document;
  const lower = tokens.map(({ text }) => text.toLowerCase().replaceAll('’', "'"));
  const pos = mendedTags(document, lower);
  const lemma = tokens.map((token) => token.lemma);
  const form: (VerbForm | undefined)[] = Array(tokens.length);
  for (const [at, word] of lower.entries()) {
    if (pos[at] !== 'VERB' && pos[at] !== 'AUX') continue;
    const known = verbForm(word);
    if (known) lemma[at] = known.lemma;
    form[at] = known?.form ?? guessedForm(word, lemma[at]!);
  }
  return { document, tokens, lower, pos, lemma, form, ...quotationsAt(document) };
}

/** The form of a verb that is no cue, by its ending. */
function guessedForm(word: string, lemma: string): VerbForm {
  if (word.endsWith('ing') && word.length > 6) return 'gerund';
  if (word.endsWith('ing') && lemma !== word) return 'gerund';
  if (word === lemma) return 'base';
  if (word.endsWith('s') && !word.endsWith('ss')) return 'present';
  return /(?:en|wn|ne)$/.test(word) ? 'participle' : 'past';
}

function quotationsAt({ tokens, quotations }: Document): Pick<Words, 'quotation' | 'quotationRanges'> {
  const quotation = new Int32Array(tokens.length).fill(-1);
  const quotationRanges: TokenRange[] = [];
  let at = 0;
  for (const [number, { start, end }] of quotations.entries()) {
    while (at < tokens.length && tokens[at]!.start < start) at += 1;
    const first = at;
    for (; at < tokens.length && tokens[at]!.start < end; at += 1) quotation[at] = number;
    quotationRanges.push({ start: first, end: at });
  }
  return { quotation, quotationRanges };
}
