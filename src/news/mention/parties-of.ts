// The parties that an article names: people, bodies, vessels, outlets and places, each with all the places where the
// article speaks of it. Works on one article alone and knows no list, but for what the caller's `listedType` tells.
// Unsure things are left out or left untyped, never guessed into a person.
import type { Document, FoundParty } from '../document.ts';
import { keepApart } from '../keep-apart.ts';
import { readAttributes } from './attributes.ts';
import type { Candidate, ListedType } from './candidate.ts';
import { capitalsOf } from './capitals.ts';
import { caselessCandidates } from './caseless.ts';
import type { Draft } from './draft.ts';
import { mergeCandidates } from './merge.ts';
import { addNominals } from './nominals.ts';
import { runsOf } from './runs.ts';
import { candidatesOf, withListTypes } from './segments.ts';
import { withBodiesOfStates } from './state-bodies.ts';
import { foldedWord, type Word, wordsOf } from './words.ts';

export interface PartyContext {
  /**
   * What kind of party bears a name on a list, asked for each candidate; undefined if none does.
   * @default nobody is listed
   */
  readonly listedType?: ListedType | undefined;
}

/**
 * The parties of an article, in the order of their first mention. Ranges are exact slices of the text; no two mentions
 * of one party overlap. Parties that stand in boilerplate only are marked.
 */
export function partiesOf(document: Document, context: PartyContext = {}): FoundParty[] {
  const words = wordsOf(document);
  const capitals = capitalsOf(document, words);
  // Prose first: what it names is known when the headlines are read, where capitals tell nothing.
  const known = knownNamesOf(candidates(() => false));
  const found = withBodiesOfStates(
    candidates((key) => known.has(key)),
    words,
  );
  const { listedType } = context;
  const drafts = mergeCandidates(
    listedType ? [...found, ...caselessCandidates(words, listedType)] : found,
    words,
    capitals.named,
  );
  readAttributes(drafts, words);
  addNominals(drafts, words, document);
  return finish(drafts, document);

  function candidates(isKnownName: (key: string) => boolean): Candidate[] {
    const runs = runsOf(words, capitals, isKnownName);
    return withListTypes(candidatesOf(runs, words, capitals, context.listedType), words);
  }

  function knownNamesOf(first: readonly Candidate[]): Set<string> {
    const keys = new Set<string>();
    for (const { from, to, entry, type, isSure } of first) {
      if (entry || capitals.cases[words[from]!.sentence] !== 'sentence') continue;
      // A lone word that was only guessed at would make names of headline words.
      if (!isSure && type !== 'person' && to - from < 2) continue;
      for (const word of words.slice(from, to)) if (isTelling(word, type)) keys.add(word.key);
    }
    return keys;
  }

  function isTelling(word: Word, type: Candidate['type']): boolean {
    if (!word.isCapital || word.text.length < 3) return false;
    // Ordinary words of bodies' names ("Group", "Ministry") would make names of headline words.
    return type === 'person' || (capitals.plain.get(word.key) ?? 0) === 0;
  }
}

function finish(drafts: readonly Draft[], document: Document): FoundParty[] {
  const numberOfEntry = new Map(drafts.map(({ entry }, at) => [entry, at]));
  return drafts.map((draft) => {
    const mentions = keepApart(draft.mentions).map(({ start, end, kind }) => ({ start, end, kind }));
    const caption = captionOf(draft, document.text);
    const parent = draft.parentEntry === undefined ? undefined : numberOfEntry.get(draft.parentEntry);
    return {
      type: draft.type,
      caption,
      mentions,
      variants: variantsOf(draft, document.text, caption),
      countries: [...draft.countries],
      roles: [...draft.roles],
      ...(draft.age !== undefined && { age: draft.age }),
      ...(parent !== undefined && { parent }),
      ...(mentions.every(({ start }) => isBoilerplateAt(document, start)) && { isBoilerplate: true }),
    };
  });
}

function isBoilerplateAt(document: Document, at: number): boolean {
  return document.zones.some(({ kind, start, end }) => kind === 'boilerplate' && start <= at && at < end);
}

/** A known party's usual name; else the fullest spelling that the article uses most, the first of equals. */
function captionOf(draft: Draft, text: string): string {
  if (draft.known !== undefined) return draft.known;
  const named = draft.mentions.filter(({ tokens }) => tokens.length > 0);
  const surnames = countOf(named.map(({ tokens }) => tokens.at(-1)!));
  const most = Math.max(...named.map(({ tokens }) => Math.min(tokens.length, 3)));
  const full = named.filter(({ tokens }) => Math.min(tokens.length, 3) === most);
  const spellings = countOf(full.map(({ start, end }) => plain(text.slice(start, end))));
  let best = '';
  let score = -1;
  for (const { start, end, tokens } of full) {
    const spelling = plain(text.slice(start, end));
    const value = (spellings.get(spelling) ?? 0) + (surnames.get(tokens.at(-1)!) ?? 0) / 1000;
    if (value > score) {
      best = spelling;
      score = value;
    }
  }
  return best;
}

/** Spellings and names that are not the caption's; short names, acronyms and other words for a place are none. */
function variantsOf(draft: Draft, text: string, caption: string): string[] {
  const captionTokens = caption.split(/\s+/u).map(foldedWord);
  const isInCaption = (token: string) =>
    token.length === 1 || captionTokens.some((own) => own === token || isWithoutArticle(own, token));
  const spelt = new Set<string>();
  for (const { start, end, kind, tokens, isSpelling } of draft.mentions) {
    if (tokens.length === 0) continue;
    const isOther =
      draft.entry === undefined && draft.type !== 'place' && kind === 'name' && !tokens.every(isInCaption);
    if (isSpelling || isOther) spelt.add(plain(text.slice(start, end)));
  }
  spelt.delete(caption);
  return [...spelt];
}

/** "assad" in "alassad". */
function isWithoutArticle(own: string, token: string): boolean {
  return own.endsWith(token) && /^(?:al|el|as|ash|ad|an|ar|az|at)$/u.test(own.slice(0, -token.length));
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
