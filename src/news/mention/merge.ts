// Puts the candidates of one article together into parties: known names first, then people and bodies in full, then
// short names, acronyms and misspellings, which take the type of the party that they stand for. What stays alone keeps
// its own type.

import type { MentionKind, MentionType } from '../../model/reading.ts';
import { isCommonSurname } from '../../names/knowledge/index.ts';
import { likenessOfBodies } from './body-names.ts';
import type { Candidate } from './candidate.ts';
import { Draft } from './draft.ts';
import { DraftIndex } from './draft-index.ts';
import { type GazetteerEntry, gazetteerEntry, misspeltCountry } from './gazetteer.ts';
import { partyIdOf, typeOfKnown } from './known-parties.ts';
import { actsLikeName } from './lone-words.ts';
import { isMisspelling, isSameRow, isShortForPerson, likenessOfPeople, withoutTitles } from './same-name.ts';
import { NEVER, ORG_LAST, ORG_VAGUE, roleClassOf } from './vocabulary.ts';
import { isSameSentence, type Word } from './words.ts';

/** In the whole of a long country's name. */
const MOST_SLIPS = 2;
/** Where a candidate belongs, and as what. */
interface Place {
  readonly draft: Draft;
  readonly kind: MentionKind;
  readonly isSpelling?: boolean;
}

interface Named {
  readonly candidate: Candidate;
  readonly tokens: readonly string[];
}

/**
 * The parties that candidates name, in order of their first mention.
 * @param named how often each key stands with a capital amid sentences
 */
export function mergeCandidates(
  candidates: readonly Candidate[],
  words: readonly Word[],
  named: ReadonlyMap<string, number>,
): Draft[] {
  const merger = new Merger(words, named);
  const open: Named[] = [];
  const people: Named[] = [];
  const bodies: Named[] = [];
  for (const candidate of candidates) {
    const tokens = tokensOf(candidate, words);
    if (tokens.length === 0) continue;
    const named = { candidate, tokens };
    if (candidate.entry) merger.addKnown(named, candidate.entry);
    else if (candidate.type === 'person' && tokens.length > 1) people.push(named);
    else if (candidate.type && candidate.type !== 'person' && (tokens.length > 1 || candidate.isSure))
      bodies.push(named);
    else open.push(named);
  }
  // Fullest first, and what is sure before what is guessed, so that short and odd forms find what they stand for.
  const byLength = (one: Named, other: Named) =>
    Number(other.candidate.isSure) - Number(one.candidate.isSure) ||
    other.tokens.length - one.tokens.length ||
    one.candidate.from - other.candidate.from;
  for (const named of people.sort(byLength)) merger.addPerson(named);
  for (const named of bodies.sort(byLength)) merger.addBody(named);
  for (const named of open) merger.addShort(named);
  return merger.parties();
}

function tokensOf(candidate: Candidate, words: readonly Word[]): readonly string[] {
  const tokens: string[] = [];
  for (let at = candidate.from; at < candidate.to; at += 1) {
    const token = words[at]!.folded;
    if (token) tokens.push(token);
  }
  return candidate.type === 'person' ? withoutTitles(tokens) : tokens;
}

class Merger {
  readonly #words: readonly Word[];
  readonly #drafts: Draft[] = [];
  readonly #index = new DraftIndex();
  /** Times that a key stands with a capital amid sentences. */
  readonly #named: ReadonlyMap<string, number>;
  readonly #byEntry = new Map<string, Draft>();
  /** Where each candidate went, to find what an acronym in brackets stands for. */
  readonly #byEnd = new Map<number, Draft>();

  constructor(words: readonly Word[], named: ReadonlyMap<string, number>) {
    this.#words = words;
    this.#named = named;
  }

  parties(): Draft[] {
    for (const draft of this.#drafts) draft.mentions.sort((one, other) => one.start - other.start);
    return this.#drafts
      .filter(({ mentions }) => mentions.length > 0)
      .sort((one, other) => one.mentions[0]!.start - other.mentions[0]!.start);
  }

  addKnown({ candidate, tokens }: Named, entry: GazetteerEntry): void {
    const id = partyIdOf(entry, candidate.kind);
    if (id !== undefined)
      this.#put({ draft: this.#known(id, entry), kind: candidate.kind }, candidate, tokens);
  }

  addPerson({ candidate, tokens }: Named): void {
    this.#put(this.#placeOfPerson(candidate, tokens), candidate, tokens);
  }

  addBody({ candidate, tokens }: Named): void {
    this.#put(this.#placeOfBody(candidate, tokens), candidate, tokens);
  }

  /** One word, or a name whose type is not known: it is what the article calls by it elsewhere. */
  addShort({ candidate, tokens }: Named): void {
    const place = this.#placeOfShort(candidate, tokens);
    if (place) this.#put(place, candidate, tokens);
  }

  #placeOfPerson(candidate: Candidate, tokens: readonly string[]): Place {
    const people = this.#near(tokens, 'person');
    for (const draft of people) {
      const likeness = draft.tokens.length > 1 ? likenessOfPeople(tokens, draft.tokens) : undefined;
      if (likeness) return { draft, kind: 'name', isSpelling: likeness === 'spelling' };
    }
    const full = people.find((draft) => isShortForPerson(tokens, draft.tokens) === 'short');
    if (full) return { draft: full, kind: 'name' };
    if (!candidate.isSure) {
      const country = this.#misspeltCountry(tokens);
      if (country) return country;
      // Only guessed to be a person: "Wagner Mercenaries" is what the article calls a body elsewhere.
      const body = this.#bodyFor(tokens);
      if (body) return { draft: body, kind: 'name' };
    }
    return { draft: this.#start('person', tokens), kind: 'name' };
  }

  #placeOfBody(candidate: Candidate, tokens: readonly string[]): Place {
    const country = candidate.isSure ? undefined : this.#misspeltCountry(tokens);
    if (country) return country;
    const explained = this.#explainedBefore(candidate);
    if (explained) return { draft: explained, kind: 'acronym' };
    const countries = [...candidate.countries, ...(this.#ownerOf(candidate) ?? [])];
    const draft =
      this.#bodyFor(tokens, countries, candidate.type) ??
      this.#start(candidate.type ?? 'organisation', tokens);
    for (const code of countries) draft.countries.add(code);
    return { draft, kind: candidate.kind };
  }

  #placeOfShort(candidate: Candidate, tokens: readonly string[]): Place | undefined {
    const explained = this.#explainedBefore(candidate);
    if (explained) return { draft: explained, kind: 'acronym' };
    const bearer = this.#bearerOfAlias(candidate);
    if (bearer) return { draft: bearer, kind: 'name', isSpelling: true };
    const person = this.#personFor(tokens, candidate);
    if (person) return person;
    const body =
      this.#bodyFor(tokens, [], candidate.type) ??
      this.#outletFor(tokens) ??
      (candidate.isSure
        ? undefined
        : this.#index.near(tokens).find((draft) => isSameRow(draft.tokens, tokens)));
    if (body) return { draft: body, kind: candidate.kind };
    const country = this.#misspeltCountry(tokens);
    if (country) return country;
    if (tokens.length === 1 && !this.#isNameAlone(candidate)) return undefined;
    return { draft: this.#start(candidate.type ?? 'organisation', tokens), kind: candidate.kind };
  }

  /** Of lone words, no head ("the Ministry", "Court") and no word that is only written with a capital. */
  #isNameAlone(candidate: Candidate): boolean {
    const { key } = this.#words[candidate.from]!;
    if (ORG_LAST.has(key) || ORG_VAGUE.has(key) || roleClassOf(key) || NEVER.has(key)) return false;
    return (
      candidate.type === 'person' ||
      candidate.isSure ||
      actsLikeName(this.#words, candidate.from, this.#named)
    );
  }

  #known(id: string, entry: GazetteerEntry): Draft {
    let draft = this.#byEntry.get(id);
    if (!draft) {
      const known = gazetteerEntry(id) ?? entry;
      const type = typeOfKnown(known);
      draft = new Draft(type, known.caption.toLowerCase().split(/\s+/u), id, known.caption);
      draft.parentEntry = known.parent;
      for (const code of known.countries ?? []) draft.countries.add(code);
      this.#byEntry.set(id, draft);
      this.#keep(draft);
    }
    return draft;
  }

  #start(type: MentionType, tokens: readonly string[]): Draft {
    const draft = new Draft(type, tokens);
    this.#keep(draft);
    return draft;
  }

  #keep(draft: Draft): void {
    this.#drafts.push(draft);
    this.#index.add(draft);
  }

  #put({ draft, kind, isSpelling = false }: Place, candidate: Candidate, tokens: readonly string[]): void {
    const range = { start: this.#words[candidate.from]!.start, end: this.#words[candidate.to - 1]!.end };
    draft.add(candidate, range, tokens, kind, isSpelling);
    this.#byEnd.set(candidate.to, draft);
  }

  #near(tokens: readonly string[], type: MentionType): Draft[] {
    return this.#index.near(tokens).filter((draft) => draft.type === type);
  }

  /** "European Union (EU)", "the Reconnaissance General Bureau, or RGB": an abbreviation explained where it stands. */
  #explainedBefore(candidate: Candidate): Draft | undefined {
    const word = this.#words[candidate.from]!;
    if (
      candidate.to - candidate.from !== 1 ||
      !word.isUpper ||
      !/^['"“‘]? ?\(['"“‘]?$|^ \((?:the )?['"“‘]?$/u.test(word.before)
    )
      return undefined;
    const draft = this.#byEnd.get(candidate.from);
    if (!draft || draft.type === 'person') return undefined;
    return draft;
  }

  /** "Mohamed Hamdan Dagalo, also known as Hemedti": another name of the party just before. */
  #bearerOfAlias({ from }: Candidate): Draft | undefined {
    const words = this.#words;
    const [first, second] = [words[from - 2]?.key, words[from - 1]?.key];
    const isKnownAs = first === 'known' && second === 'as';
    if (
      (!isKnownAs && second !== 'alias' && second !== 'aka' && second !== 'a.k.a') ||
      !isSameSentence(words, from - 1, from)
    )
      return undefined;
    let at = isKnownAs ? from - 2 : from - 1;
    while (
      at > 0 &&
      isSameSentence(words, at - 1, at) &&
      /^(?:also|better|widely|commonly|who|is)$/u.test(words[at - 1]!.key)
    )
      at -= 1;
    return this.#byEnd.get(at);
  }

  #personFor(tokens: readonly string[], candidate: Candidate): Place | undefined {
    if (candidate.isSure && candidate.type !== 'person') return undefined;
    const { start } = this.#words[candidate.from]!;
    const people = this.#near(tokens, 'person');
    const short = people.filter(
      ({ tokens: full }) => isShortForPerson(tokens, full) === 'short' || isSameRow(tokens, full),
    );
    const nearest = nearestBefore(short, start);
    if (nearest) return { draft: nearest, kind: 'name' };
    const [only] = tokens;
    if (tokens.length !== 1 || !only) return undefined;
    // "Kim" for Kim Jong-un, "Xi" for Xi Jinping: the family name comes first.
    const family = people.filter(
      ({ tokens: full }) =>
        full.length > 1 &&
        full.length <= 3 &&
        full[0] === only &&
        (isCommonSurname(only) || only.length <= 3),
    );
    const first = nearestBefore(family, start);
    if (first) return { draft: first, kind: 'name' };
    const misspelt = people.filter(({ tokens: full }) => isMisspelling(only, full.at(-1)!));
    if (misspelt.length === 1) return { draft: misspelt[0]!, kind: 'name', isSpelling: true };
    const given = people.filter(({ tokens: full }) => full.length > 1 && full[0] === only);
    return given.length === 1 ? { draft: given[0]!, kind: 'name' } : undefined;
  }

  #bodyFor(
    tokens: readonly string[],
    countries: readonly string[] = [],
    type?: MentionType,
  ): Draft | undefined {
    const short: Draft[] = [];
    for (const draft of this.#index.near(tokens)) {
      if (draft.type === 'person' || draft.type === 'place') continue;
      // A ship is not the company that bears its name.
      if (type && (type === 'vessel') !== (draft.type === 'vessel')) continue;
      const likeness = likenessOfBodies(tokens, countries, draft);
      if (likeness === 'same') return draft;
      if (draft.entry !== undefined) continue;
      if (likeness === 'short') short.push(draft);
      if (likeness === 'longer') {
        draft.tokens = tokens;
        this.#index.add(draft);
        return draft;
      }
    }
    return short.length === 1 ? short[0] : undefined;
  }

  /** "The Post" after the Washington Post. */
  #outletFor([only, ...more]: readonly string[]): Draft | undefined {
    if (!only || more.length > 0) return undefined;
    return this.#near([only], 'outlet').find(({ tokens }) => tokens.length > 1 && tokens.at(-1) === only);
  }

  /** "UK's | Ministry of Defense": the country whose possessive stands before. */
  #ownerOf(candidate: Candidate): readonly string[] | undefined {
    const before = this.#words[candidate.from - 1];
    if (!before?.isPossessive || before.sentence !== this.#words[candidate.from]!.sentence) return undefined;
    const draft = this.#byEnd.get(candidate.from);
    return draft?.type === 'place' ? [...draft.countries] : undefined;
  }

  /** "Untied States": two slips at most in the whole of a long name. */
  #misspeltCountry(tokens: readonly string[]): Place | undefined {
    const entry = misspeltCountry(tokens.join(' '), MOST_SLIPS);
    return entry && { draft: this.#known(entry.id, entry), kind: 'name', isSpelling: true };
  }
}

/** The party mentioned last before a place; the only one, if it is mentioned later. */
function nearestBefore(drafts: readonly Draft[], start: number): Draft | undefined {
  if (drafts.length < 2) return drafts[0];
  let found: Draft | undefined;
  let at = -1;
  for (const draft of drafts) {
    for (const mention of draft.mentions) {
      if (mention.start < start && mention.start > at) {
        found = draft;
        at = mention.start;
      }
    }
  }
  // Before any of several has been named, nobody can know which is meant.
  return found;
}
