// Takes an article's text apart: paragraphs, sentences, words and quotations, all as ranges of the text.
// Sentences come from wink-nlp, a paragraph at a time, and are mended where it is known to split too often.
// It reads nothing into the text: who speaks and what happens is for later steps.
import type { Zone } from '../../model/reading.ts';
import type { Document, Sentence, Token } from '../document.ts';
import { paragraphsOf } from './paragraphs.ts';
import { quotationsOf } from './quotations.ts';
import { sentenceStartsOf } from './sentences.ts';
import { tagWords } from './tagger.ts';

/**
 * The document of `text`. Each token's text is `text.slice(start, end)`; every sentence lies in one paragraph.
 * @param zones in the order of the text, not overlapping; where none lies, the text counts as body.
 */
export function documentOf(text: string, zones: readonly Zone[]): Document {
  const body: Zone = { kind: 'body', start: 0, end: text.length };
  const paragraphs = paragraphsOf(text, zones);
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  let zone = 0;
  for (const [paragraph, range] of paragraphs.entries()) {
    while (zone < zones.length && zones[zone]!.end <= range.start) zone += 1;
    const next = zones[zone];
    const around = next && next.start <= range.start ? next : body;
    const tagged = tagWords(text, range);
    const starts = sentenceStartsOf(text, tagged);
    for (const [at, from] of starts.entries()) {
      const to = starts[at + 1] ?? tagged.words.length;
      const sentence = sentences.length;
      const firstToken = tokens.length;
      for (const word of tagged.words.slice(from, to)) tokens.push({ ...word, sentence });
      const [first, last] = [tagged.words[from]!, tagged.words[to - 1]!];
      sentences.push({
        start: first.start,
        end: last.end,
        zone: around,
        paragraph,
        firstToken,
        endToken: tokens.length,
      });
    }
  }
  return { text, zones, paragraphs, sentences, tokens, quotations: quotationsOf(text, paragraphs) };
}
