// The nouns after a number: what is counted, and what it is of. Reads parts of speech; a phrase ends at a verb, a mark, or
// a preposition other than "of".
import type { Token } from '../document.ts';

export interface CountedPhrase {
  /** The noun that is counted, in small letters; undefined for one that cannot be ("millions of artillery"). */
  readonly unit: string | undefined;
  /** What follows "of". */
  readonly of: string | undefined;
  /** The phrase itself, with what "and" adds to it. */
  readonly text: string;
  /** Where `text` ends. */
  readonly textEnd: number;
  /** Where the noun or what it is of ends. */
  readonly end: number;
  readonly isPlural: boolean;
}

export interface TextRange {
  readonly text: string;
  readonly end: number;
}

/** Adjectives and nouns before a head. */
const MOST_WORDS = 6;
const ARTICLES: ReadonlySet<string> = new Set('the its their his her a an such these those'.split(' '));
/** Spans of time. */
export const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|century|centurie)s?$/iu;
const COUNTABLE: ReadonlySet<string> = new Set(
  'kg km people personnel aircraft barrel staff police troop vessel ship tonne ton mile'.split(' '),
);

/** The phrase that begins at a token; undefined if none does. */
export function countedPhraseAt(
  tokens: readonly Token[],
  at: number,
  text: string,
): CountedPhrase | undefined {
  const head = headOf(tokens, at);
  if (head === undefined) return undefined;
  const noun = tokens[head]!;
  const isPlural = isPluralForm(noun.text) || noun.text.toLowerCase() !== noun.lemma;
  const key = noun.text.toLowerCase();
  const of = tokens[head + 1]?.lemma === 'of' ? nounsAt(tokens, head + 2, text) : undefined;
  const own = of ? undefined : nounsAt(tokens, at, text);
  return {
    unit: isPlural || COUNTABLE.has(key) ? key : undefined,
    of: of?.text,
    text: own?.text ?? text.slice(tokens[at]!.start, noun.end),
    textEnd: own?.end ?? noun.end,
    end: of?.end ?? noun.end,
    isPlural,
  };
}

/** A noun phrase without its article, and another one after "and". */
export function nounsAt(tokens: readonly Token[], at: number, text: string): TextRange | undefined {
  let first = at;
  while (ARTICLES.has(tokens[first]?.lemma ?? '')) first += 1;
  const head = headOf(tokens, first);
  if (head === undefined) return undefined;
  let end = tokens[head]!.end;
  const second = tokens[head + 1]?.lemma === 'and' ? headOf(tokens, head + 2) : undefined;
  // "pieces of armour and ammunition has run low": a clause of its own begins.
  if (second !== undefined && !/^(?:VERB|AUX)$/u.test(tokens[second + 1]?.pos ?? ''))
    end = tokens[second]!.end;
  return { text: text.slice(tokens[first]!.start, end), end };
}

function headOf(tokens: readonly Token[], at: number): number | undefined {
  if (at < 0) return undefined;
  let head: number | undefined;
  for (let index = at; index < Math.min(tokens.length, at + MOST_WORDS); index += 1) {
    const chain = chainEnd(tokens, index);
    if (chain > index) {
      // "ship-to-ship", "Russian-made": one modifier, whatever its parts.
      if (head !== undefined) break;
      index = chain;
      continue;
    }
    const token = tokens[index]!;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') {
      // "drones months before": a plural is followed by no other noun but in compounds ("arms deals").
      const isAfterPlural = head !== undefined && isPluralForm(tokens[head]!.text);
      if (isAfterPlural && (token.pos === 'PROPN' || TIME_UNIT.test(token.text))) break;
      head = index;
    } else if (!isModifier(token) || head !== undefined) break;
  }
  return head;
}

/** The last token of a hyphenated word that begins at a token; the token itself if it stands alone. */
function chainEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (
    /^[-‐‑]$/u.test(tokens[end + 1]?.text ?? '') &&
    tokens[end + 1]!.start === tokens[end]!.end &&
    tokens[end + 2]?.start === tokens[end + 1]!.end
  )
    end += 2;
  return end;
}

function isModifier({ pos, text }: Token): boolean {
  if (pos === 'VERB') return /(?:ed|ing|en)$/u.test(text);
  // "heavy military equipment": taggers take some adjectives for adverbs.
  return pos === 'ADJ' || pos === 'ADV';
}

function isPluralForm(text: string): boolean {
  return /(?:[^su]s|people|men|women|children|personnel|aircraft)$/iu.test(text);
}
