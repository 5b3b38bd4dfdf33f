// What words around and inside names tell: roles and honorifics, heads of organisations and places, words that name
// no party. Look-ups take keys (see phrase-key.ts). Knowledge: data/news/.
import data from './generated/words.json' with { type: 'json' };

export type RoleClass =
  | 'ruler'
  | 'government'
  | 'spokes'
  | 'judge'
  | 'executive'
  | 'military'
  | 'crime'
  | 'media'
  | 'scholar'
  | 'person';

const roleClasses = new Map(Object.entries(data.roleClass as Readonly<Record<string, RoleClass>>));

export const HONORIFICS: ReadonlySet<string> = new Set(data.honorifics);
/** Whole titles with a word inside that is also another thing: "secretary of state". */
export const TITLES: ReadonlySet<string> = new Set(data.titles);
/** Words that honorifics and titles begin with. */
export const TITLE_STARTS: ReadonlySet<string> = new Set(
  [...HONORIFICS, ...TITLES].map((title) => title.split(' ')[0]!),
);
export const LONGEST_TITLE = Math.max(...data.titles.map((title) => title.split(' ').length));
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(data.roleModifiers);
export const FEMALE: ReadonlySet<string> = new Set(data.female);
export const MALE: ReadonlySet<string> = new Set(data.male);
export const ORG_LAST: ReadonlySet<string> = new Set(data.orgLast);
/** Heads that are also ordinary words: they make an organisation only of a longer name. */
export const ORG_VAGUE: ReadonlySet<string> = new Set(data.orgVague);
export const ORG_FIRST: ReadonlySet<string> = new Set(data.orgFirst);
export const ORG_LOWER: ReadonlySet<string> = new Set(data.orgLower);
/** Nouns that say of a name beside them that it is a body's. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(data.bodyNouns);
/** Heads of bodies that every state has one of. */
export const MINISTRIES: ReadonlySet<string> = new Set(data.ministries);
export const VESSEL_BEFORE: ReadonlySet<string> = new Set(data.vesselBefore);
export const VESSEL_PREFIX: ReadonlySet<string> = new Set(data.vesselPrefix);
export const PLACE_LAST: ReadonlySet<string> = new Set(data.placeLast);
export const PLACE_FIRST: ReadonlySet<string> = new Set(data.placeFirst);
/** Capitalised words that never name a party alone. */
export const NEVER: ReadonlySet<string> = new Set(data.never);
export const ABBREVIATIONS: ReadonlySet<string> = new Set(data.abbreviations);
/** Last words of names of things: laws, wars, lists. */
export const THING_LAST: ReadonlySet<string> = new Set(data.thingLast);
const femaleNames: ReadonlySet<string> = new Set(data.femaleNames);
const maleNames: ReadonlySet<string> = new Set(data.maleNames);

/** The gender of those who bear a given name, where it tells; folded. */
export function genderOfGivenName(name: string): 'female' | 'male' | undefined {
  if (femaleNames.has(name)) return 'female';
  return maleNames.has(name) ? 'male' : undefined;
}

/** Surname -> country of people whom reports name by it alone. */
export const PUBLIC_SURNAMES = new Map(
  Object.entries(data.publicSurnames as Readonly<Record<string, string>>),
);
const openers: ReadonlySet<string> = new Set(data.openers);

/** The class of a role's head word, in the singular or the plural; undefined for other words. */
export function roleClassOf(key: string): RoleClass | undefined {
  return roleClasses.get(key) ?? roleClasses.get(singularOf(key));
}

/** True for words that open sentences and headlines without being names. */
export function isOpener(key: string): boolean {
  return openers.has(key);
}

/** True if a word ends as ordinary words do that open sentences: "Investigators", "Shipping". */
export function endsLikeOpener(key: string): boolean {
  return key.length > 5 && data.openerEndings.some((ending) => key.endsWith(ending));
}

function singularOf(key: string): string {
  if (key.endsWith('men')) return `${key.slice(0, -3)}man`;
  if (key.endsWith('ies')) return `${key.slice(0, -3)}y`;
  return key.endsWith('s') ? key.slice(0, -1) : key;
}
