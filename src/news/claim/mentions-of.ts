// The parties of an article as mentions with ids, and linked to listed parties through the port that the engine fills.
// Only what the list confirms is kept of a link; a party that no list knows stays a party of its own.
import type { Article, Mention, MentionParty } from '../../model/reading.ts';
import type { FoundMention, FoundParty } from '../document.ts';
import { isAuthorityName } from '../event/authority-words.ts';
import type { FoundListing, MentionedParty, PartyFinder } from '../party-finder.ts';
import { spanIn } from './span.ts';

/** Types of parties that lists hold. */
const LISTED_TYPES: ReadonlySet<string> = new Set(['person', 'organisation', 'vessel']);
const NAMING: ReadonlySet<string> = new Set(['name', 'acronym']);

/** Id of the mention of a party. */
export function mentionId(article: Pick<Article, 'id'>, party: number): string {
  return `${article.id}-m${party + 1}`;
}

/** The mentions of an article; boilerplate has none. */
export async function mentionsOf(
  article: Article,
  parties: readonly FoundParty[],
  finder: PartyFinder | undefined,
): Promise<Mention[]> {
  const asked = parties.flatMap((party, number) => {
    const query = queryOf(article, party);
    return query ? [{ number, query }] : [];
  });
  const found = finder && asked.length > 0 ? await finder.find(asked.map(({ query }) => query)) : [];
  const listings = new Map(asked.map(({ number }, index) => [number, found[index]] as const));
  return parties.flatMap((party, number) =>
    party.isBoilerplate ? [] : [mentionOf(article, parties, number, listings.get(number))],
  );
}

function mentionOf(
  article: Article,
  parties: readonly FoundParty[],
  number: number,
  listing: FoundListing | undefined,
): Mention {
  const { type, caption, mentions, variants, countries, roles, age, parent } = parties[number]!;
  const isVariant = new Set(variants);
  return {
    id: mentionId(article, number),
    article: article.id,
    type,
    caption,
    spans: mentions.map((mention: FoundMention) => {
      const span = spanIn(article, mention);
      return { ...span, kind: mention.kind, ...(isVariant.has(span.surface) && { isVariant: true }) };
    }),
    variants,
    ...(countries.length > 0 && { countries }),
    ...(roles.length > 0 && { roles }),
    ...(age !== undefined && { age }),
    ...(parent !== undefined && !parties[parent]?.isBoilerplate && { parent: mentionId(article, parent) }),
    ...(listing && { party: partyOf(listing) }),
  };
}

function partyOf({ id, caption, score, datasets, evidence, listings }: FoundListing): MentionParty {
  return { id, caption, score, datasets, evidence, listings };
}

/** What a list is asked of a party; undefined for those that lists do not hold. */
export function queryOf(article: Article, party: FoundParty): MentionedParty | undefined {
  if (party.isBoilerplate || !LISTED_TYPES.has(party.type)) return undefined;
  const surfaces = party.mentions
    .filter(({ kind }) => NAMING.has(kind))
    .map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, ' '));
  const names = [...new Set([party.caption, ...surfaces, ...party.variants])].filter(
    (name) => name.length > 1,
  );
  // Beside a full name a bare surname only finds its namesakes, and three letters find anything.
  const full = names.filter((name) => /\S\s\S/u.test(name));
  const isShort = (name: string): boolean => party.type === 'person' || /^\p{Lu}{2,4}$/u.test(name);
  const asked = full.length > 0 ? names.filter((name) => full.includes(name) || !isShort(name)) : names;
  if (asked.length === 0) return undefined;
  return {
    type: party.type,
    names: asked,
    countries: party.countries,
    birthYears: birthYearsOf(article, party.age),
    ...(party.type === 'organisation' && isAuthorityName(party.caption) && { isPublicBody: true }),
  };
}

/** The two years in which somebody of an age may have been born; none without the date of the article. */
function birthYearsOf({ published }: Article, age: number | undefined): string[] {
  const year = Number(published?.slice(0, 4));
  return age === undefined || !Number.isInteger(year) || year < 1900
    ? []
    : [`${year - age - 1}`, `${year - age}`];
}
