// Fills the port through which reading asks for listed parties: what an article says of a party becomes a screening
// query, and what spoke for or against the best match becomes sentences. Only what the list knows of is kept.
import type { MentionType } from '../../model/reading.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import type { PartyQuery, ScreeningResult } from '../../model/screening.ts';
import type { FoundListing, MentionedParty, PartyFinder } from '../../news/party-finder.ts';
import type { PartyScreener } from '../screening-service.ts';

/** What a mention is as a query. A group, an outlet or a place is on no list under its name in a report. */
const SCHEMAS: Readonly<Partial<Record<MentionType, SchemaName>>> = {
  person: 'Person',
  organisation: 'Organization',
  vessel: 'Vessel',
};
const COUNTRY_PROPERTIES: Readonly<Partial<Record<MentionType, string>>> = {
  person: 'nationality',
  organisation: 'country',
  vessel: 'flag',
};
/** Names longer than this are no names; the engine would refuse the query. */
const LONGEST_NAME = 300;

/** The finder of listed parties over a screener. */
export function listedParties(screener: Pick<PartyScreener, 'find'>): PartyFinder {
  return {
    find: async (parties) => {
      const queries = parties.map(queryOf);
      const asked = queries.filter((query) => query !== undefined);
      const results = (await screener.find(asked)).values();
      return queries.map((query, at) => {
        const result = query && results.next().value;
        return result && !isOfAnotherCountry(parties[at]!, result) ? foundListing(result) : undefined;
      });
    },
  };
}

function queryOf({ type, names, countries, birthYears }: MentionedParty): PartyQuery | undefined {
  const schema = SCHEMAS[type];
  const readable = names.filter((name) => name.length <= LONGEST_NAME && /\p{L}/u.test(name));
  if (!schema || readable.length === 0) return undefined;
  const property = COUNTRY_PROPERTIES[type];
  return {
    schema,
    properties: {
      name: readable,
      ...(property && countries.length > 0 && { [property]: countries }),
      ...(type === 'person' && birthYears.length > 0 && { birthDate: birthYears }),
    },
  };
}

/** The Ministry of Defence of one country is not that of another, however alike their names are. */
function isOfAnotherCountry(
  { isPublicBody = false }: MentionedParty,
  { explanation }: ScreeningResult,
): boolean {
  return (
    isPublicBody && explanation.features.some(({ feature, effect }) => feature === 'country' && effect < 0)
  );
}

function foundListing({
  id,
  caption,
  score,
  datasets,
  listings,
  explanation,
}: ScreeningResult): FoundListing {
  const { names, features, against } = explanation;
  const meets = names ? [`name "${names.query}" meets the listed name "${names.candidate}"`] : [];
  const support = features
    .filter(({ effect }) => effect > 0)
    .map(({ feature, query, detail }) =>
      `${feature.replaceAll('_', ' ')} ${query ?? ''}: ${detail}`.replace(/\s+/gu, ' '),
    );
  return {
    id,
    caption,
    score,
    datasets,
    evidence: [...meets, ...support, ...against.map((words) => `against: ${words}`)],
    listings: listings.map(({ dataset, authority, listedOn }) => ({
      dataset,
      authority,
      ...(listedOn !== undefined && { listedOn }),
    })),
  };
}
