// What the report says of a screening: the question, the answer with the evidence for each party, the lists, and what
// is not known.
import type { ScreeningContent } from '../../../cases/record/content.ts';
import { datasetFacts, datasetTitle } from '../../../lists/datasets.ts';
import { countryName } from '../../../model/country.ts';
import { percent } from '../../../model/percent.ts';
import { propertiesOf, type SchemaName, schemaLabel } from '../../../model/schema/schema.ts';
import type {
  AlignedPart,
  FeatureEffect,
  ListState,
  ListUse,
  PartyQuery,
  ScreeningResult,
} from '../../../model/screening.ts';
import { DEFAULT_LIMIT } from '../../../screen/screener.ts';
import { type Block, type Fact, filled, section, TEXTS } from './document.ts';

/** The blocks of a screening, from the question to what is not known. */
export function screeningBlocks({ input, answer }: ScreeningContent): Block[] {
  const { query, decision, reasons, results, lists, asOf } = answer;
  return [
    { kind: 'decision', decision, text: TEXTS.decisions[decision] },
    { kind: 'items', items: reasons },
    section('question'),
    {
      kind: 'facts',
      rows: [
        { label: 'Kind', values: [schemaLabel(query.schema)] },
        ...propertyFacts(query.schema, query.properties),
        { label: 'Lists of the day', values: [asOf] },
        { label: 'Profile', values: [input.profile] },
        ...(input.cutoff === undefined ? [] : [{ label: 'Cut-off', values: [percent(input.cutoff)] }]),
      ],
    },
    section('results'),
    ...(results.length === 0 ? [{ kind: 'text', text: TEXTS.notes.noResults } as const] : []),
    ...results.flatMap((result, index) => resultBlocks(result, index + 1)),
    section('lists'),
    listTable(lists),
    section('unknown'),
    { kind: 'items', items: unknowns({ input, answer }) },
  ];
}

function propertyFacts(schema: SchemaName, properties: PartyQuery['properties']): Fact[] {
  const known = propertiesOf(schema);
  return Object.entries(properties).map(([name, values]) => {
    const property = known.get(name);
    const isCountry = property?.type === 'country';
    return { label: property?.label ?? name, values: isCountry ? values.map(countryName) : values };
  });
}

function resultBlocks(result: ScreeningResult, rank: number): Block[] {
  const { explanation, listings, links, schema, properties, claims } = result;
  const { names, features, against, sentence } = explanation;
  const listed = listings.map((listing): Block => ({ kind: 'facts', rows: listingFacts(listing) }));
  const reasons = links.map(({ left, right, reason }) => `${left} and ${right}: ${reason}`);
  return [
    { kind: 'heading', level: 3, text: `${rank}. ${result.caption}` },
    {
      kind: 'facts',
      rows: [
        { label: 'Probability', values: [`${percent(result.score)}${result.match ? ', a match' : ''}`] },
        { label: 'Kind', values: [schemaLabel(schema)] },
        { label: 'Record', values: [[result.id, ...result.referents].join(', ')] },
        ...(claims.length > 0 ? [{ label: 'Claims in reports', values: [claims.join(', ')] }] : []),
      ],
    },
    { kind: 'text', text: sentence },
    ...subsection('names', names ? [nameTable(names.parts)] : []),
    ...subsection('evidence', features.length > 0 ? [featureTable(features)] : []),
    ...subsection('against', against.length > 0 ? [{ kind: 'items', items: against }] : []),
    ...subsection('listings', listed),
    ...subsection('links', reasons.length > 0 ? [{ kind: 'items', items: reasons }] : []),
    ...subsection('facts', [{ kind: 'facts', rows: propertyFacts(schema, properties) }]),
  ];
}

/** Blocks under a small heading; nothing at all if there are none. */
function subsection(name: keyof typeof TEXTS.headings, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', level: 4, text: TEXTS.headings[name] }, ...blocks] : [];
}

function nameTable(parts: readonly AlignedPart[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'Asked', width: 3 },
      { heading: 'Listed', width: 3 },
      { heading: 'Relation', width: 2 },
      { heading: 'How', width: 4 },
      { heading: 'Effect', width: 1.4, isNumber: true },
    ],
    rows: parts.map(({ query = '–', candidate = '–', relation, how, weight }) => [
      query,
      candidate,
      RELATIONS[relation],
      how,
      effectText(weight),
    ]),
  };
}

function featureTable(features: readonly FeatureEffect[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'Fact', width: 2 },
      { heading: 'Asked', width: 3 },
      { heading: 'Listed', width: 3 },
      { heading: 'Finding', width: 4 },
      { heading: 'Effect', width: 1.4, isNumber: true },
    ],
    rows: features.map(({ feature, query = '–', candidate = '–', detail, effect }) => [
      feature.replaceAll('_', ' '),
      query,
      candidate,
      detail,
      effectText(effect),
    ]),
  };
}

const RELATIONS = { agree: 'agree', omit: 'only one has it', contradict: 'differ' } as const;

/** Log-odds with their sign. */
function effectText(effect: number): string {
  return `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(1)}`;
}

function listingFacts(listing: ScreeningResult['listings'][number]): Fact[] {
  const page = datasetFacts(listing.dataset)?.page;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['List', datasetTitle(listing.dataset)],
    ['Authority', listing.authority],
    ['Programme', listing.program],
    ['Listed on', listing.listedOn],
    ['Ends on', listing.endsOn],
    ['Status', listing.status],
    ['Reason given', listing.reason],
    ['Legal basis', listing.legalBasis],
    ['Record at the source', listing.sourceRecord],
    ['Source', listing.sourceUrl ?? page],
  ];
  return [
    ...facts.flatMap(([label, value]) => (value ? [{ label, values: [value] }] : [])),
    ...listing.measures.map(({ text, source }) => ({ label: 'Measure', values: [`${text} (${source})`] })),
  ];
}

/** The lists with their versions by hash. */
function listTable(lists: readonly ListUse[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'List', width: 3 },
      { heading: 'Published', width: 1.6 },
      { heading: 'Version', width: 4.4, isCode: true },
      { heading: 'Entries', width: 1.2, isNumber: true },
      { heading: 'Days old', width: 1, isNumber: true },
      { heading: 'State', width: 1.6 },
    ],
    rows: lists.map((list) => [
      `${datasetTitle(list.dataset)} (${list.dataset})`,
      list.published ?? '–',
      list.version ?? '–',
      list.entities?.toLocaleString('en') ?? '–',
      list.age_days === undefined ? '–' : String(list.age_days),
      `${list.state}${list.required ? ', required' : ''}`,
    ]),
  };
}

function unknowns({ input, answer }: ScreeningContent): string[] {
  const { query, results, lists } = answer;
  const has = (...names: string[]): boolean =>
    names.some((name) => (query.properties[name] ?? []).length > 0);
  const isPerson = query.schema === 'Person';
  const numbers = [...propertiesOf(query.schema)].filter(([, property]) => property.type === 'identifier');
  const { unknown } = TEXTS;
  const limit = input.limit ?? DEFAULT_LIMIT;
  const inState = (state: Exclude<ListState, 'fresh'>): string[] => {
    const names = lists.filter((list) => list.state === state).map((list) => datasetTitle(list.dataset));
    return names.length > 0 ? [filled(unknown[state], { lists: names.join('; ') })] : [];
  };
  return [
    ...inState('missing'),
    ...inState('stale'),
    ...inState('incomplete'),
    ...inState('starter'),
    ...(isPerson && !has('birthDate') ? [unknown.noBirthDate] : []),
    ...(has('country', 'nationality', 'citizenship', 'jurisdiction', 'flag', 'mainCountry')
      ? []
      : [unknown.noCountry]),
    ...(has(...numbers.map(([name]) => name)) ? [] : [unknown.noNumber]),
    ...(results.length >= limit ? [filled(unknown.limited, { count: limit })] : []),
    ...(results.some(({ listings }) => listings.some(({ measures }) => measures.length === 0))
      ? [unknown.measures]
      : []),
    unknown.ownership,
    unknown.probability,
  ];
}
