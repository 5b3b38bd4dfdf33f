// Cuts runs of capitals into candidates: roles and honorifics come off before a name ("Secretary of State | Anthony
// Blinken"), known names stand for themselves, bodies' names stay whole ("Bank of China"), names of things are dropped.
import { type Candidate, knownCandidate, type ListedType } from './candidate.ts';
import { typeOfName } from './candidate-type.ts';
import type { Capitals } from './capitals.ts';
import { type GazetteerMatch, gazetteerAt } from './gazetteer.ts';
import { hasLegalForm, isBodyName, isGivenName, isPlaceName } from './heads.ts';
import {
  type Gender,
  genderOfRole,
  modifiersBefore,
  nameAfterRole,
  roleHeadIn,
  roleText,
  titleAt,
} from './roles.ts';
import type { Run } from './runs.ts';
import { HONORIFICS, PUBLIC_SURNAMES, ROLE_MODIFIERS, THING_LAST } from './vocabulary.ts';
import { adjoins, type Word } from './words.ts';

/** What the words before a name say of its bearer. */
interface Bearing {
  readonly roles: readonly string[];
  readonly countries: readonly string[];
  readonly gender?: Gender | undefined;
  /** A role or an honorific stands before it. */
  readonly isTitled: boolean;
}

const NOTHING: Bearing = { roles: [], countries: [], isTitled: false };

/** The candidates of all runs, in order. */
export function candidatesOf(
  runs: readonly Run[],
  words: readonly Word[],
  capitals: Capitals,
  listedType: ListedType | undefined,
): Candidate[] {
  const cutter = new Cutter(words, capitals, listedType);
  for (const { from, to } of runs) cutter.cut(from, to, NOTHING);
  return cutter.found;
}

class Cutter {
  readonly found: Candidate[] = [];
  readonly #words: readonly Word[];
  readonly #capitals: Capitals;
  readonly #listedType: ListedType | undefined;

  constructor(words: readonly Word[], capitals: Capitals, listedType: ListedType | undefined) {
    this.#words = words;
    this.#capitals = capitals;
    this.#listedType = listedType;
  }

  cut(from: number, to: number, bearing: Bearing): void {
    if (from >= to) return;
    const words = this.#words;
    const known = this.#knownAt(from, to);
    if (known?.length === to - from && !isHonoured(bearing, known)) {
      this.#pushKnown(from, known);
      return;
    }
    if (THING_LAST.has(words[to - 1]!.key) && !hasLegalForm(words, from, to)) {
      // "the US Sanctions Act" names the US, "the Minsk Agreement" nobody.
      if (known && known.entry.sort !== 'city' && known.entry.sort !== 'capital')
        this.#pushKnown(from, known);
      return;
    }
    if (isRestOfRole(words, from, to)) {
      this.cut(from + 1, to, bearing);
      return;
    }
    if (this.#cutTitle(from, to, bearing) || this.#cutRole(from, to, bearing)) return;
    const isWhole = isBodyName(words, from, to) || isPlaceName(words, from, to);
    if (isWhole) {
      this.#pushName(from, to, bearing);
      return;
    }
    if (known && !isHonoured(bearing, known) && !this.#opensPerson(from, to, known, bearing)) {
      this.#pushKnown(from, known);
      this.cut(from + known.length, to, { ...NOTHING, countries: known.entry.countries ?? [] });
      return;
    }
    const inner = this.#innerKnown(from, to);
    this.#pushName(from, inner ?? to, bearing);
    if (inner !== undefined) this.cut(inner, to, NOTHING);
  }

  /** "Mr. | Xi", "Secretary of State | Anthony Blinken", "Treasury Secretary | Janet Yellen". */
  #cutTitle(from: number, to: number, bearing: Bearing): boolean {
    const words = this.#words;
    const length = titleAt(words, from, to);
    if (length === 0) return false;
    const name = from + length;
    const text = roleText(words, from, name);
    const body = gazetteerAt(words, from, name);
    // The office names its body.
    if (body?.entry.sort === 'body') this.#pushKnown(from, body);
    const isRole = !HONORIFICS.has(text.toLowerCase().replaceAll('.', ''));
    if (adjoins(words, name)) {
      this.cut(name, to, {
        roles: isRole ? [...bearing.roles, text] : bearing.roles,
        countries: body?.entry.countries ?? bearing.countries,
        gender: genderOfRole(text) ?? bearing.gender,
        isTitled: true,
      });
    }
    return true;
  }

  /** "White House | Spokesman | John Kirby", "Minister of Defence | Sergei Shoigu". */
  #cutRole(from: number, to: number, bearing: Bearing): boolean {
    const words = this.#words;
    const head = roleHeadIn(words, from, to);
    if (head === undefined) return false;
    const start = modifiersBefore(words, from, head);
    this.cut(from, start, { ...NOTHING, countries: bearing.countries });
    const owner = start > from ? this.found.at(-1) : undefined;
    const name = nameAfterRole(words, head, to);
    const body = name > head + 1 ? this.#knownAt(head + 2, name) : undefined;
    if (body) this.#pushKnown(head + 2, body);
    const text = roleText(words, from, name);
    this.cut(name, to, {
      roles: [...bearing.roles, text],
      countries: owner && owner.countries.length > 0 ? owner.countries : bearing.countries,
      gender: genderOfRole(text) ?? bearing.gender,
      isTitled: true,
    });
    return true;
  }

  /** "Jordan Belfort", "Mr. Washington": a place's name that opens a person's. */
  #opensPerson(from: number, to: number, { entry, length }: GazetteerMatch, bearing: Bearing): boolean {
    if (length !== 1 || !['city', 'capital', 'country'].includes(entry.sort)) return false;
    return to - from === 2 && (bearing.isTitled || isGivenName(this.#words[from]!));
  }

  /** Where a known body or country begins inside a run, as a name of its own. */
  #innerKnown(from: number, to: number): number | undefined {
    for (let at = from + 1; at < to; at += 1) {
      const inner = this.#knownAt(at, to);
      if (!inner || ['adjective', 'city', 'capital', 'region'].includes(inner.entry.sort)) continue;
      if (isGivenName(this.#words[from]!) && inner.length === 1) continue;
      return at;
    }
    return undefined;
  }

  #pushName(from: number, to: number, bearing: Bearing): void {
    const words = this.#words;
    const typing = typeOfName(words, from, to, bearing.isTitled, this.#listedType);
    // "Southeast Asian", "Rohingya Muslim": a people.
    const end = this.#knownAt(to - 1, to);
    if (!typing?.isSure && end && (end.entry.sort === 'demonym' || end.entry.sort === 'adjective')) return;
    const only = to - from === 1 ? words[from]! : undefined;
    const country = only && PUBLIC_SURNAMES.get(only.key);
    this.found.push({
      from,
      to,
      type: typing?.type,
      kind: only?.isUpper && only.text.length <= 6 && typing?.type !== 'person' ? 'acronym' : 'name',
      roles: bearing.roles,
      countries: bearing.countries.length === 0 && country ? [country] : bearing.countries,
      gender: bearing.gender,
      isSure: typing?.isSure === true,
    });
  }

  #pushKnown(from: number, { entry, length }: GazetteerMatch): void {
    this.found.push(knownCandidate(this.#words, from, from + length, entry));
  }

  #knownAt(from: number, to: number): GazetteerMatch | undefined {
    const line = this.#capitals.cases[this.#words[from]!.sentence];
    return gazetteerAt(this.#words, from, to, line === 'capitals');
  }
}

/** "Mr. Washington" is no capital. */
function isHonoured({ isTitled, roles }: Bearing, { entry, length }: GazetteerMatch): boolean {
  return (
    isTitled && roles.length === 0 && length === 1 && ['city', 'capital', 'country'].includes(entry.sort)
  );
}

/** "Defence | Sergei Shoigu", "Retired | Lt. Gen. Michael Flynn": what is left of a role before a name. */
function isRestOfRole(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from]!;
  if (to - from < 2 || !(ROLE_MODIFIERS.has(word.key) || word.key === 'affairs') || isGivenName(word))
    return false;
  if (isBodyName(words, from, to) || titleAt(words, from, to) > 0) return false;
  return isGivenName(words[from + 1]!) || titleAt(words, from + 1, to) > 0;
}

/** A list goes on: "the tankers Sea Falcon, Sea Heron and Sea Kite" are all tankers. */
export function withListTypes(candidates: readonly Candidate[], words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const before = found.at(-1);
    const goesOn =
      before?.type !== undefined &&
      (before.type === 'vessel' || before.type === 'organisation') &&
      !candidate.isSure &&
      isListStep(before, candidate, words) &&
      isPluralBefore(found, words, before.type);
    found.push(goesOn ? { ...candidate, type: before.type, isSure: before.isSure } : candidate);
  }
  return found;
}

function isListStep(one: Candidate, other: Candidate, words: readonly Word[]): boolean {
  const first = words[other.from]!;
  if (words[one.from]!.sentence !== first.sentence) return false;
  if (one.to === other.from) return first.before === ', ';
  return one.to + 1 === other.from && words[one.to]!.key === 'and' && /^,? $/u.test(words[one.to]!.before);
}

/** The list begins after a plural: "the companies A, B and C". */
function isPluralBefore(
  found: readonly Candidate[],
  words: readonly Word[],
  type: Candidate['type'],
): boolean {
  let at = found.length - 1;
  while (at > 0 && found[at - 1]!.type === type && isListStep(found[at - 1]!, found[at]!, words)) at -= 1;
  const before = words[found[at]!.from - 1];
  return (
    before?.sentence === words[found[at]!.from]!.sentence && /s$/u.test(before.key) && before.pos !== 'PROPN'
  );
}
