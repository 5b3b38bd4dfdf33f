// Mends the tagger's commonest errors about verbs, where the neighbours leave no other reading: a name taken for a
// verb ("Josh"), a verb taken for a noun ("polls show that"), a noun taken for a verb ("on hate speech").
import type { Document, Sentence } from '../../document.ts';
import { sensesOf, type VerbForm, verbForm } from '../cue-lexicon.ts';

const SUBJECT_PRONOUNS = new Set(['he', 'she', 'they', 'we', 'i', 'you', 'it', 'who']);
const AFTER_VERB = new Set(['DET', 'PRON', 'SCONJ', 'PROPN', 'ADP', 'ADV']);
/** What may follow a plural noun and a base form if that form is its verb: "polls show that", "half say they". */
const AFTER_BASE = new Set(['DET', 'PRON', 'SCONJ', 'PROPN', 'NUM']);

interface Tags {
  readonly document: Document;
  /** Lower-case spellings. */
  readonly lower: readonly string[];
  /** Parts of speech; mended in place, from left to right. */
  readonly pos: string[];
}

/** The parts of speech of a document's tokens, mended. `lower` holds their lower-case spellings. */
export function mendedTags(document: Document, lower: readonly string[]): string[] {
  const pos = document.tokens.map((token) => token.pos);
  const tags = { document, lower, pos };
  for (const sentence of document.sentences) {
    let isTitle: boolean | undefined;
    for (let at = sentence.firstToken; at < sentence.endToken; at += 1) {
      if (mayBeName(tags, at)) {
        isTitle ??= isTitleCase(document, sentence);
        if (isName(tags, at, sentence, isTitle)) pos[at] = 'PROPN';
      }
      if (pos[at] === 'VERB' && isNounByPlace(tags, at)) pos[at] = 'NOUN';
      if (pos[at] !== 'VERB' && pos[at] !== 'AUX' && isVerbByPlace(tags, at, sentence)) pos[at] = 'VERB';
    }
  }
  return pos;
}

function mayBeName({ document, pos }: Tags, at: number): boolean {
  if (!/^(?:VERB|ADJ|ADV|INTJ|AUX)$/.test(pos[at]!)) return false;
  if (pos[at] !== 'VERB' && pos[at + 1] !== 'PROPN' && pos[at - 1] !== 'PROPN') return false;
  return /^\p{Lu}\p{Ll}/u.test(document.tokens[at]!.text);
}

/** True if a capital makes the word a name: inside a sentence always, at its start only before another name. */
function isName({ document, lower, pos }: Tags, at: number, sentence: Sentence, isTitle: boolean): boolean {
  const { tokens, text } = document;
  const isFirst =
    at === sentence.firstToken || /["“‘':(]/.test(text[tokens[at]!.start - 1] ?? '') || lower[at - 1] === ':';
  return isFirst ? pos[at] === 'VERB' && pos[at + 1] === 'PROPN' && !verbForm(lower[at]!) : !isTitle;
}

/** True for a heading set in title case, where a capital says nothing: of its longer words few are small. */
function isTitleCase({ tokens }: Document, { firstToken, endToken }: Sentence): boolean {
  let [small, all] = [0, 0];
  for (let at = firstToken + 1; at < endToken; at += 1) {
    if (!/^\p{L}{4}/u.test(tokens[at]!.text)) continue;
    all += 1;
    if (/^\p{Ll}/u.test(tokens[at]!.text)) small += 1;
  }
  return small * 3 <= all;
}

/** "on hate speech", "the protest": behind a preposition or an article stands no base form. */
function isNounByPlace({ lower, pos }: Tags, at: number): boolean {
  const word = lower[at]!;
  const before = lower[at - 1];
  if (before === undefined || word.endsWith('ing') || word.endsWith('ed')) return false;
  const known = verbForm(word);
  if (known && known.form !== 'base') return false;
  return (
    /^(?:the|a|an)$/.test(before) ||
    (pos[at - 1] === 'ADP' && /^(?:of|on|in|for|with|from|by|at)$/.test(before))
  );
}

/** "he claims", "has alleged", "Obama vows to", "polls show that", "have been resettled". */
function isVerbByPlace(tags: Tags, at: number, { firstToken }: Sentence): boolean {
  const { lower, pos } = tags;
  const word = lower[at]!;
  if (pos[at] === 'ADJ' && word.endsWith('ed') && /^(?:been|being)$/.test(lower[at - 1] ?? '')) return true;
  const known = verbForm(word);
  if (!known || at === firstToken) return false;
  let before = at - 1;
  while (before > firstToken && pos[before] === 'ADV') before -= 1;
  return known.form === 'past' || known.form === 'participle'
    ? isPastByPlace(tags, at, before)
    : isPresentByPlace(tags, at, before, known.form, known.lemma);
}

function isPastByPlace({ lower, pos }: Tags, at: number, before: number): boolean {
  if (pos[before] === 'AUX' && /^(?:has|have|had|'ve|having)$/.test(lower[before]!)) return true;
  if (SUBJECT_PRONOUNS.has(lower[before]!)) return true;
  const isBehindNoun = pos[before] === 'PROPN' || pos[before] === 'NOUN';
  return isBehindNoun && (lower[at + 1] === 'that' || /^(?:DET|PRON)$/.test(pos[at + 1] ?? ''));
}

function isPresentByPlace(
  { lower, pos }: Tags,
  at: number,
  before: number,
  form: VerbForm,
  lemma: string,
): boolean {
  const [next, nextPos] = [lower[at + 1] ?? '', pos[at + 1] ?? ''];
  if (form === 'gerund') return lower[at - 1] === ',' && AFTER_VERB.has(nextPos);
  if (SUBJECT_PRONOUNS.has(lower[before]!) && lower[before] !== 'it') return true;
  const isNoun = pos[before] === 'NOUN' || pos[before] === 'PROPN';
  if (form === 'base') {
    const isPlural = isNoun ? lower[before]!.endsWith('s') && lower[before] !== "'s" : pos[before] === 'NUM';
    return isPlural && pos[at] === 'NOUN' && AFTER_BASE.has(nextPos);
  }
  // "Obama claims that": a name, then a form in -s, then what only a verb has behind it.
  const isSingular = isNoun && (pos[before] === 'PROPN' || !lower[before]!.endsWith('s'));
  const opens = AFTER_VERB.has(nextPos) || next === 'to' || /["“‘':]/.test(next);
  const isParticle = nextPos !== 'ADP' || /^(?:for|on|about|out|against|to)$/.test(next);
  return isSingular && opens && isParticle && pos[at] !== 'PROPN' && sensesOf(lemma).length > 0;
}
