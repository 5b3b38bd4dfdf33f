// Mentions that name nobody by themselves: "a 56-year-old Slovak national", "the North Korean leader", "this
// individual", "he". Each is tied to a party only where one party alone fits; what could mean two is left out.

import type { Document } from '../document.ts';
import { ageAfter } from './attributes.ts';
import type { Draft } from './draft.ts';
import { type NominalPhrase, nominalPhrasesIn } from './nominal-phrases.ts';
import { addPronouns } from './pronouns.ts';
import { type RoleClass, roleClassOf } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Those whom reports call by their office, not "the man". */
const PUBLIC_CLASSES: readonly RoleClass[] = ['government', 'spokes', 'media', 'ruler'];

/** Adds the nominal mentions and pronouns of people to their parties. */
export function addNominals(drafts: readonly Draft[], words: readonly Word[], document: Document): void {
  const people = drafts.filter(({ type }) => type === 'person');
  if (people.length === 0) return;
  // What tells an age tells most, and countries that others are found by.
  const phrases = nominalPhrasesIn(words).sort(
    (one, other) => Number(other.age !== undefined) - Number(one.age !== undefined),
  );
  const isNamed = new Uint8Array(words.length);
  for (const { type, mentions } of drafts)
    if (type !== 'place') for (const { from, to } of mentions) isNamed.fill(1, from, to);
  for (const phrase of phrases) {
    const { start } = words[phrase.from]!;
    const { end } = words[phrase.to - 1]!;
    if (isNamed.subarray(phrase.from, phrase.to).includes(1)) continue;
    const fitting = people.filter((draft) => fits(draft, phrase));
    if (fitting.length !== 1) continue;
    const [draft] = fitting;
    const age = phrase.age ?? ageAfter(words, phrase.to);
    if (age !== undefined) draft!.age ??= age;
    for (const code of phrase.countries) draft!.countries.add(code);
    if (phrase.roleClass === 'person' && phrase.countries.length > 0) draft!.roles.add(phrase.role);
    draft!.mentions.push({ start, end, kind: 'nominal', from: phrase.from, to: phrase.to, tokens: [] });
  }
  addPronouns(people, words, document);

  /** Country, age and role must agree; "this individual" fits whoever has been told of so, or the only one there is. */
  function fits(draft: Draft, phrase: NominalPhrase): boolean {
    if (phrase.gender && draft.gender && phrase.gender !== draft.gender) return false;
    if (phrase.age !== undefined && draft.age !== undefined && phrase.age !== draft.age) return false;
    const own = classesOf(draft);
    const sharesCountry = phrase.countries.some((code) => draft.countries.has(code));
    if (!phrase.isAlone && phrase.roleClass !== 'person')
      return (
        phrase.isDefinite && sharesCountry && phrase.roleClass !== undefined && own.has(phrase.roleClass)
      );
    // Called a national, a man, a businessman: no office holder and no journalist.
    if (PUBLIC_CLASSES.some((one) => own.has(one))) return false;
    if (phrase.countries.length > 0)
      return sharesCountry || (draft.countries.size === 0 && own.has('person') && phrase.age !== undefined);
    if (!phrase.isDefinite || !phrase.isAlone) return false;
    return people.length === 1 || own.has('person') || own.has('crime') || own.has('executive');
  }
}

function classesOf(draft: Draft): Set<RoleClass> {
  const classes = new Set<RoleClass>();
  for (const role of draft.roles) {
    const head = role
      .toLowerCase()
      .split(/\s+(?:of|at|for|in)\s+/u)[0]!
      .split(/\s+/u)
      .at(-1)!;
    const found = roleClassOf(head);
    if (found) classes.add(found);
  }
  return classes;
}
