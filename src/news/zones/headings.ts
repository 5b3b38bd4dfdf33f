// What a heading looks like: short, and not ended like a sentence.

/** A heading has at most so many characters; the longest of the two reports that this began from has 62. */
const MOST_HEADING = 100;
/** A headline may be a little longer, since it stands where only a headline stands. */
const MOST_HEADLINE = 200;

/** Also the stops of Chinese, Japanese, Arabic, Urdu and the scripts of India. */
const SENTENCE_END = /[.!?…:;,。！？，：；、؟۔،।]["'”’»）」』)\]]*$/u;
const QUESTION =
  /^(?:what|why|how|who|whose|when|where|which|is|are|was|will|can|could|do|does|did|should)\b/iu;

/** True if the block does not end like a sentence or like the beginning of one. */
export function hasNoStop(text: string): boolean {
  return !SENTENCE_END.test(text.slice(-8));
}

/** True for "Lacking armor and ammunition" and "What happens next?". */
export function looksLikeHeading(text: string): boolean {
  if (text.length > MOST_HEADING || isOpenQuotation(text)) return false;
  if (!/^["'“‘«(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text)) return false;
  return hasNoStop(text) || (text.length <= 60 && text.endsWith('?') && QUESTION.test(text));
}

/** True for a first block that is a headline: also for one that ends with a stop, but is written In Such Capitals. */
export function looksLikeHeadline(text: string): boolean {
  if (text.length > MOST_HEADLINE || isOpenQuotation(text)) return false;
  if (hasNoStop(text) || text.endsWith('?')) return true;
  const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return words.length >= 3 && capitals.length >= words.length * 0.75;
}

/** A quotation that is opened and not closed goes on in the next block. */
function isOpenQuotation(text: string): boolean {
  return /^["“]/u.test(text) && !/["”]/u.test(text.slice(1));
}
