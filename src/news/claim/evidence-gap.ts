// Remarks that a claim lacks evidence: "has failed to provide any evidence", "without offering proof".

import { WordSet } from '../event/word-sets.ts';
import words from '../modality/generated/modality.json' with { type: 'json' };

const NOUNS = new Set(words.evidence.nouns);
const ANY_NOUN = new RegExp(words.evidence.nouns.join('|'), 'iu');
const GAPS = new Set(words.evidence.gaps);
const UNTRUE = new WordSet(words.untrue);
/** Words between the gap and the evidence. */
const FARTHEST_GAP = 7;

/** True if a sentence of the text says that evidence is missing. */
export function isEvidenceGap(text: string): boolean {
  if (!ANY_NOUN.test(text)) return false;
  return text.split(/[.;!?](?:\s|$)/u).some((sentence) => {
    const words =
      sentence
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/n't\b|\p{L}+?(?=n't\b)|\p{L}+/gu) ?? [];
    return words.some((word, at) => {
      if (!NOUNS.has(word)) return false;
      return words.slice(Math.max(0, at - FARTHEST_GAP), at).some((before) => GAPS.has(before));
    });
  });
}

/** True if a statement says of another that it is not so: "that this is untrue", "the claims were baseless". */
export function isUntrue(content: string): boolean {
  if (!UNTRUE.isIn(content)) return false;
  return /\b(?:this|that|these|it|they|claims?|allegations?|accusations?|reports?|charges?|such|all)\b/iu.test(
    content,
  );
}
