// Noun phrases that speak of a person without a name: an article or "this", what stands between, and a role's noun.
import { gazetteerAt } from './gazetteer.ts';
import type { Gender } from './roles.ts';
import { FEMALE, MALE, type RoleClass, roleClassOf } from './vocabulary.ts';
import { textOf, type Word } from './words.ts';

export interface NominalPhrase {
  /** Words `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly roleClass: RoleClass | undefined;
  /** Without the article and the age: "Slovak national". */
  readonly role: string;
  /** "the", "this": somebody who is known already. */
  readonly isDefinite: boolean;
  readonly countries: readonly string[];
  readonly age: number | undefined;
  /** A noun that reports call their subject by: "the man", "the suspect". */
  readonly isAlone: boolean;
  readonly gender: Gender | undefined;
}

const OPENERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'that']);
/** Nouns that are seldom the first part of a compound, whatever the tagger takes the next word for. */
const ALONE: ReadonlySet<string> = new Set([
  'individual',
  'man',
  'woman',
  'national',
  'businessman',
  'businesswoman',
]);
const BLANK = /^[ \u00a0]{1,3}$/u;
const MOST_WORDS = 7;

/** The phrases of all sentences, in order, not overlapping. */
export function nominalPhrasesIn(words: readonly Word[]): NominalPhrase[] {
  const found: NominalPhrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!OPENERS.has(words[at]!.key)) continue;
    const phrase = phraseAt(words, at);
    if (!phrase) continue;
    found.push(phrase);
    at = phrase.to - 1;
  }
  return found;
}

function phraseAt(words: readonly Word[], from: number): NominalPhrase | undefined {
  const first = words[from]!;
  const countries: string[] = [];
  let age: number | undefined;
  let head: number | undefined;
  for (let at = from + 1; at < Math.min(words.length, from + MOST_WORDS); at += 1) {
    const word = words[at]!;
    if (word.sentence !== first.sentence || !BLANK.test(word.before)) break;
    const match = gazetteerAt(words, at, words.length);
    if (match) {
      // "the Moscow office", "the US Treasury": only peoples and countries qualify a person.
      if (
        match.entry.sort !== 'demonym' &&
        match.entry.sort !== 'country' &&
        match.entry.sort !== 'adjective'
      )
        return undefined;
      if (match.entry.countries?.length === 1) countries.push(match.entry.countries[0]!);
      at += match.length - 1;
      continue;
    }
    if (word.isCapital) break;
    const years = /^([1-9]\d)-years?-old$/u.exec(word.key);
    if (years) age = Number(years[1]);
    else if (roleClassOf(word.key) && !isPlural(word)) head = at;
    else if (head !== undefined) break;
    else if (!/^(?:ADJ|NOUN|PROPN)$/u.test(word.pos) && !/ed$/u.test(word.key)) break;
  }
  if (head === undefined || words[head]!.isPossessive) return undefined;
  // "the student loan", "the businessman John": the noun is part of a longer name or compound.
  const next = words[head + 1];
  if (next?.sentence === first.sentence && BLANK.test(next.before)) {
    if (next.isCapital || (next.pos === 'NOUN' && !ALONE.has(words[head]!.key))) return undefined;
  }
  const { key } = words[head]!;
  return {
    from,
    to: head + 1,
    roleClass: roleClassOf(key),
    role: textOf(words, from + 1, head + 1).replace(/^[1-9]\d-years?-old\s/u, ''),
    isDefinite: first.key !== 'a' && first.key !== 'an',
    countries,
    age,
    isAlone: roleClassOf(key) === 'crime' || ALONE.has(key),
    gender: FEMALE.has(key) ? 'female' : MALE.has(key) ? 'male' : undefined,
  };
}

function isPlural({ key }: Word): boolean {
  return key.endsWith('men') || (/s$/u.test(key) && !/(?:ss|us|is|boss)$/u.test(key));
}
