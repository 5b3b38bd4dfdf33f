// A reading as FollowTheMoney entities: articles, mentions, the parties that stand on no list, and each claim as a Note
// about its parties, with the article as its proof. A claim becomes no Sanction and no Ownership: those state facts, and
// nothing is a fact because a report says so. What the schema has no place for (spans, links) is in the JSON lines only.
import { type Entity, EntityBuilder } from '../../model/entity.ts';
import type { Article, Claim, Mention, MentionType, Reading } from '../../model/reading.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import { EVENT_KINDS } from '../across/event-kinds.ts';

const SCHEMATA: Readonly<Partial<Record<MentionType, SchemaName>>> = {
  person: 'Person',
  organisation: 'Organization',
  outlet: 'Organization',
  group: 'Organization',
  vessel: 'Vessel',
};

/** The entities of a reading; listed parties are named by their ids and not given again. */
export function followTheMoneyOf({ articles, mentions, claims }: Reading): Entity[] {
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const mentionOf = new Map(mentions.map((mention) => [mention.id, mention]));
  return [
    ...articles.map(articleEntity),
    ...mentions.flatMap((mention) => mentionEntities(mention)),
    ...claims
      .filter((claim) => claim.review.state !== 'rejected' && claim.repeats === undefined)
      .flatMap((claim) => claimEntity(claim, articleOf.get(claim.article), mentionOf)),
  ];
}

function articleEntity(article: Article): Entity {
  return new EntityBuilder(article.id, 'Article')
    .add('title', article.title)
    .add('author', article.byline)
    .add('publisher', article.publisher)
    .add('publishedAt', article.published)
    .add('sourceUrl', article.url)
    .add('contentHash', article.sha256)
    .add('mimeType', article.mediaType)
    .add('language', article.language === 'und' ? undefined : article.language)
    .add('retrievedAt', article.retrieved)
    .add('bodyText', article.text)
    .build();
}

/** The mention, and the party itself where no list has it. */
function mentionEntities(mention: Mention): Entity[] {
  const schema = SCHEMATA[mention.type];
  if (!schema) return [];
  const entities: Entity[] = [];
  const party = partyIdOf(mention);
  if (!mention.party) {
    const unlisted = new EntityBuilder(party, schema).add('name', mention.caption);
    for (const variant of mention.variants) unlisted.add('alias', variant);
    for (const country of mention.countries ?? []) unlisted.add('country', country);
    for (const role of mention.roles ?? []) if (schema === 'Person') unlisted.add('position', role);
    entities.push(unlisted.build());
  }
  const builder = new EntityBuilder(mention.id, 'Mention')
    .add('document', mention.article)
    .add('detectedSchema', schema)
    .add('resolved', party)
    .add('name', mention.caption);
  for (const variant of mention.variants) builder.add('name', variant);
  for (const country of mention.countries ?? []) builder.add('contextCountry', country);
  return [...entities, builder.build()];
}

/** The id of the party: of the list, or made from the mention's. */
function partyIdOf({ id, party }: Mention): string {
  return party?.id ?? `${id}-party`;
}

function claimEntity(
  claim: Claim,
  article: Article | undefined,
  mentionOf: ReadonlyMap<string, Mention>,
): Entity[] {
  const { event, grade, modality, certainty } = claim;
  const parties = Object.values(event.roles)
    .flat()
    .flatMap(({ mention }) => (mention === undefined ? [] : (mentionOf.get(mention) ?? [])))
    .filter((mention) => SCHEMATA[mention.type] !== undefined);
  if (event.type === 'OTHER_CONTEXT' && parties.length === 0) return [];
  const speaker = claim.source?.spans.map((span) => span.surface).join(' … ');
  const builder = new EntityBuilder(claim.id, 'Note')
    .add('name', `${modality}: ${EVENT_KINDS[event.type].label}`)
    .add('description', claim.content.map((span) => span.surface).join(' … '))
    .add(
      'summary',
      [speaker, claim.cue?.spans.map((span) => span.surface).join(' ')].filter(Boolean).join(' '),
    )
    .add('proof', claim.article)
    .add('publisher', article?.publisher)
    .add('sourceUrl', article?.url)
    .add('keywords', event.type)
    .add('keywords', modality)
    .add('keywords', certainty)
    // Machine tags as MISP's taxonomy of the Admiralty code has them.
    .add('keywords', `admiralty-scale:source-reliability="${grade.source.toLowerCase()}"`)
    .add('keywords', `admiralty-scale:information-credibility="${grade.information}"`);
  for (const reason of grade.why) builder.add('notes', reason);
  for (const mention of parties) builder.add('entity', partyIdOf(mention));
  return [builder.build()];
}
