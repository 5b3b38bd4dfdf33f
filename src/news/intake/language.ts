// The language of an article, offline. English is read in full, of other languages only listed parties are found.
// The detector always names some language; for a handful of words it is a guess, so short texts count as English if
// English is nearly as likely as the best, and else as undetermined unless there is enough text.
import type { LanguageSupport } from '../../model/reading.ts';

export interface TextLanguage {
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly support: LanguageSupport;
}

/** Characters that are looked at; the detector needs no more. */
const SAMPLE = 4_000;
/** Texts with fewer words are short: headlines have 5 to 15. */
const SHORT_WORDS = 12;
/** Short texts with fewer letters are told only if they are English. */
const LEAST_LETTERS = 25;
/** Share of the best language's likelihood from which a short text counts as English. */
const NEARLY = 0.85;

/** The commonest English words, which few other languages have, and the share of a text that they reach at least. */
const ENGLISH = new Set(['the', 'of', 'and', 'to']);
const ENGLISH_SHARE = 0.1;
const ENOUGH_WORDS = 40;

/**
 * @param text     body and headline, no markup
 * @param declared what the source says of its language: believed if the text alone does not tell
 */
export async function languageOf(text: string, declared?: string): Promise<TextLanguage> {
  const sample = text.slice(0, SAMPLE);
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (isPlainEnglish(words)) return supported('en');
  const { eld } = await import('eld/medium');
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const told = languageCode(declared);
  const result = eld.detect(sample);
  if (!result.language) return supported(told ?? 'und');
  if (words.length >= SHORT_WORDS) return supported(result.isReliable() ? result.language : (told ?? 'und'));
  const scores = result.getScores();
  const isNearlyEnglish = (scores.en ?? 0) >= (scores[result.language] ?? 1) * NEARLY;
  if (isNearlyEnglish) return supported('en');
  if (told) return supported(told);
  return supported(letters >= LEAST_LETTERS && result.isReliable() ? result.language : 'und');
}

/** True for nearly every English report; it spares loading the detector, which takes longer than reading one. */
function isPlainEnglish(words: readonly string[]): boolean {
  if (words.length < ENOUGH_WORDS) return false;
  const common = words.map((word) => word.toLowerCase()).filter((word) => ENGLISH.has(word));
  return new Set(common).size === ENGLISH.size && common.length >= words.length * ENGLISH_SHARE;
}

function supported(language: string): TextLanguage {
  return { language, support: language === 'en' ? 'full' : 'parties-only' };
}

/** "en-GB" gives `en`. */
function languageCode(declared: string | undefined): string | undefined {
  return /^([a-z]{2})(?:[-_]|$)/iu.exec(declared?.trim() ?? '')?.[1]?.toLowerCase();
}
