// Who said it first. Outlets are many and origins few: two outlets with one briefing are one origin. Independence has to
// be shown, it is never taken for granted: a report that names no source of its own, an unnamed official, a second
// spokesman of one government add nothing to a named origin.
import { countryName } from '../../model/country.ts';
import type { Article, CueClass } from '../../model/reading.ts';
import type { ClaimFacts } from './claim-facts.ts';
import { ACCUSED_ROLES } from './event-kinds.ts';
import type { Party, PartyDirectory } from './party-directory.ts';
import { creditedAgency, type SourceGrades } from './source-grades.ts';

/**
 * How much of an origin a source is. `named`: a state, court, company or person that spoke; `media`: a medium with its
 * own report; `hidden`: whoever it was, they are not named; `outlet`: the outlet's own voice.
 */
type OriginKind = 'named' | 'media' | 'hidden' | 'outlet';

export interface Origin {
  /** Equal for what cannot be shown to be independent. */
  readonly key: string;
  readonly label: string;
  readonly kind: OriginKind;
  /** A government or a court spoke. */
  readonly isOfficial?: boolean;
}

export interface OriginContext {
  readonly directory: PartyDirectory;
  readonly grades: SourceGrades;
  /** Copy -> the article that it was made from. */
  readonly originals: ReadonlyMap<string, string>;
  /** By id. */
  readonly articles: ReadonlyMap<string, Article>;
}

/** Cues with which somebody says something; plans and beliefs are told by others. */
const SPOKEN: ReadonlySet<CueClass> = new Set([
  'say',
  'accuse',
  'allege',
  'report',
  'deny',
  'admit',
  'maintain',
  'order',
]);

/** The origin of one claim, as far as its article tells. */
export function originOf(facts: ClaimFacts, context: OriginContext): Origin {
  const { claim, reading } = facts;
  // That this source said it is a language model's word: it shows no origin beside those that rules find.
  if (claim.provenance.llm) return outletOrigin(reading.article, context);
  // "Russia plans to …" is no statement of Russia's: whoever tells of the plan says so.
  if (claim.cue && !SPOKEN.has(claim.cue.class)) return outletOrigin(reading.article, context);
  if (isHearsayOfSelf(facts, context)) return outletOrigin(reading.article, context);
  const first = claim.chain.find((step) => step.role === 'origin');
  const mention = first?.mention ?? claim.source?.mention;
  const party =
    context.directory.ofMention(mention) ??
    claim.source?.spans.map((span) => context.directory.at(span)).find((found) => found !== undefined);
  const name = party?.label ?? first?.name ?? claim.source?.spans[0]?.surface;
  const [country] = party?.countries ?? [];
  switch (claim.source?.kind) {
    case 'government':
      return country === undefined
        ? { key: 'government', label: name ?? 'a government', kind: 'named', isOfficial: true }
        : {
            key: `government ${country}`,
            label: `${countryName(country)} (government)`,
            kind: 'named',
            isOfficial: true,
          };
    case 'court':
      return {
        key: `court ${party?.id ?? country ?? name}`,
        label: name ?? 'a court',
        kind: 'named',
        isOfficial: true,
      };
    case 'document':
      // A paper of a court or a ministry comes from that state.
      if (country !== undefined)
        return { key: `government ${country}`, label: name ?? 'a document', kind: 'named', isOfficial: true };
      return namedOrigin(facts, party, name);
    case 'company':
    case 'person':
      return namedOrigin(facts, party, name);
    case 'media': {
      const known = name === undefined ? undefined : context.grades.outletNamed(name);
      return {
        key: `media ${known?.name ?? name ?? 'unnamed'}`,
        label: known?.name ?? name ?? 'media',
        kind: 'media',
      };
    }
    case 'anonymous':
    case 'anonymous-official':
      return { key: `unnamed ${reading.article.id}`, label: 'an unnamed source', kind: 'hidden' };
    default:
      return actOrigin(facts) ?? outletOrigin(reading.article, context);
  }
}

/** A company or person that spoke; a pronoun, or "the country", that reading could not resolve names nobody. */
function namedOrigin({ reading }: ClaimFacts, party: Party | undefined, name: string | undefined): Origin {
  const isName = /\p{Lu}[^\s]*$/u.test(name ?? '');
  return party === undefined && !isName
    ? { key: `unnamed ${reading.article.id}`, label: 'an unnamed source', kind: 'hidden' }
    : { key: `party ${party?.id ?? name?.toLowerCase()}`, label: name ?? '', kind: 'named' };
}

/** Of an act of a state, told without a source, the state is the origin: every report goes back to its notice. */
function actOrigin({ claim, parties }: ClaimFacts): Origin | undefined {
  const country = parties.get('authority')?.flatMap((party) => party.countries)[0];
  if (claim.modality !== 'official-act' || country === undefined) return undefined;
  return { key: `government ${country}`, label: `${countryName(country)} (government)`, kind: 'named' };
}

/**
 * True if the source is said to speak of its own doings without being quoted or admitting them: that somebody does a
 * thing is told by others, and a party adds to an accusation against itself only by what goes against it.
 */
function isHearsayOfSelf({ claim, parties }: ClaimFacts, { directory }: OriginContext): boolean {
  const { cue, form, source } = claim;
  const speaker = directory.ofMention(source?.mention);
  if (!speaker || form !== 'indirect' || cue?.class === 'admit' || cue?.class === 'deny') return false;
  return ACCUSED_ROLES.some((role) => parties.get(role)?.some((party) => party.id === speaker.id));
}

/** An outlet's own voice: the agency that it credits, the article that it copies, or itself. */
function outletOrigin(article: Article, context: OriginContext): Origin {
  const source = originalOf(article, context);
  const relay =
    source.relay === undefined ? undefined : (context.grades.outletNamed(source.relay)?.name ?? source.relay);
  const agency = creditedAgency(source, context.grades) ?? relay;
  if (agency !== undefined) return { key: `media ${agency}`, label: agency, kind: 'media' };
  const label = outletName(source, context.grades);
  return { key: `outlet ${label}`, label, kind: 'outlet' };
}

function originalOf(article: Article, { originals, articles }: OriginContext): Article {
  const seen = new Set([article.id]);
  for (let here = article; ; ) {
    const id = originals.get(here.id);
    const original = id === undefined || seen.has(id) ? undefined : articles.get(id);
    if (!original) return here;
    seen.add(original.id);
    here = original;
  }
}

/** What to call the outlet of an article: its publisher, else the host of its address, else its title. */
export function outletName(article: Article, grades: SourceGrades): string {
  const { url, publisher, title, id } = article;
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
  return grades.publisherOf(article)?.name ?? publisher ?? (host || (title ?? id));
}

/** Kinds of origin whose number says something; outlets and people who name no source may have one and the same. */
const COUNTED: ReadonlySet<OriginKind> = new Set(['named', 'media']);

/** The origins that can be shown to be independent of one another; one at least if there is any. */
export function independentOrigins(origins: readonly Origin[]): Origin[] {
  for (const kind of ['named', 'media', 'outlet', 'hidden'] as const) {
    const found = new Map<string, Origin>();
    for (const origin of origins) {
      if (origin.kind !== kind) continue;
      // Where the one was heard and the other only told of, the one who was heard counts.
      if (!found.get(origin.key)?.isOfficial) found.set(origin.key, origin);
    }
    // A government that cannot be told may be any of those that can.
    if (found.size > 1) found.delete('government');
    if (found.size > 0) return COUNTED.has(kind) ? [...found.values()] : [...found.values()].slice(0, 1);
  }
  return [];
}
