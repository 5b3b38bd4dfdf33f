// What the report says of a reading: the articles with their hashes, who is mentioned and listed, the claims with
// their speakers, and what does not fit together.
import type { ReadingContent } from '../../../cases/record/content.ts';
import { percent } from '../../../model/percent.ts';
import type { Article, Claim, Reading, Span } from '../../../model/reading.ts';
import { type Block, type Fact, filled, section, TEXTS } from './document.ts';

/** The blocks of a reading. */
export function readingBlocks({ answer }: ReadingContent): Block[] {
  const { articles, claims, findings } = answer;
  return [
    section('articles'),
    ...articles.flatMap((article): Block[] => [
      { kind: 'heading', level: 3, text: titleOf(article) },
      { kind: 'facts', rows: articleFacts(article) },
    ]),
    ...mentionBlocks(answer),
    section('claims'),
    ...(claims.length === 0 ? [{ kind: 'text', text: TEXTS.notes.noClaims } as const] : []),
    ...claims.flatMap((claim, index) => claimBlocks(claim, index + 1, answer)),
    section('findings'),
    findings.length === 0
      ? { kind: 'text', text: TEXTS.notes.noFindings }
      : {
          kind: 'table',
          columns: [
            { heading: 'Weight', width: 1.2 },
            { heading: 'Finding', width: 5 },
            { heading: 'It says', width: 4 },
            { heading: 'Against', width: 4 },
          ],
          rows: findings.map(({ severity, text, spans, against }) => [
            severity,
            text,
            quoted(spans),
            quoted(against),
          ]),
        },
    section('unknown'),
    { kind: 'items', items: unknowns(answer) },
  ];
}

/** What a report calls an article. */
export function titleOf({ title, url, id }: Article): string {
  return title ?? url ?? id;
}

function articleFacts(article: Article): Fact[] {
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Publisher', article.publisher],
    ['Byline', article.byline],
    ['Published', article.published],
    ['Retrieved', article.retrieved],
    ['Address', article.url],
    ['Language', article.language],
  ];
  return [
    ...facts.flatMap(([label, value]) => (value ? [{ label, values: [value] }] : [])),
    { label: 'SHA-256', values: [article.sha256], isCode: true },
  ];
}

function mentionBlocks({ mentions }: Reading): Block[] {
  const listed = mentions.filter((mention) => mention.party);
  if (listed.length === 0) return [];
  return [
    section('mentions'),
    {
      kind: 'table',
      columns: [
        { heading: 'In the article', width: 3 },
        { heading: 'Listed as', width: 3 },
        { heading: 'Record', width: 3 },
        { heading: 'Probability', width: 1.6, isNumber: true },
        { heading: 'Because', width: 4 },
      ],
      rows: listed.map(({ caption, party }) => [
        caption,
        party?.caption ?? '',
        party?.id ?? '',
        party ? percent(party.score) : '',
        party?.evidence.join('; ') ?? '',
      ]),
    },
  ];
}

function claimBlocks(claim: Claim, number: number, reading: Reading): Block[] {
  const { event, source, chain, grade, modality, polarity, certainty, review, provenance } = claim;
  const mentions = new Map(reading.mentions.map(({ id, caption }) => [id, caption]));
  const speaker = source?.mention === undefined ? undefined : mentions.get(source.mention);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Said', quoted(claim.content)],
    ['By', speaker ?? (source ? quoted(source.spans) || source.kind : undefined)],
    ['Passed on by', chain.map(({ role, name }) => `${name} (${role})`).join(', ') || undefined],
    ['Status', [modality, polarity < 0 ? 'negated' : '', certainty ?? ''].filter(Boolean).join(', ')],
    ['Stage', event.phase],
    ...Object.entries(event.roles).map(
      ([role, fillers]) => [role, quoted(fillers.map(({ span }) => span))] as const,
    ),
    ['Goods', quoted(event.goods) || undefined],
    ['In return', quoted(event.counterGoods) || undefined],
    ['Proposed by', provenance.llm && `the language model ${provenance.llm.model}`],
    ['Grade', `${grade.source}${grade.information}: ${grade.why.join('; ')}`],
    [
      'Reviewed',
      review.state === 'auto' ? undefined : [review.state, review.by, review.note].filter(Boolean).join(', '),
    ],
  ];
  return [
    { kind: 'heading', level: 3, text: `${number}. ${event.type.replaceAll('_', ' ').toLowerCase()}` },
    { kind: 'facts', rows: facts.flatMap(([label, value]) => (value ? [{ label, values: [value] }] : [])) },
  ];
}

function quoted(spans: readonly Span[]): string {
  return spans.map(({ surface }) => `“${surface}”`).join(' … ');
}

function unknowns({ articles, claims }: Reading): string[] {
  const { unknown } = TEXTS;
  const count = articles.filter(({ support }) => support === 'parties-only').length;
  const proposed = claims.filter(({ provenance }) => provenance.llm).length;
  return [
    ...(count > 0 ? [filled(unknown.language, { count })] : []),
    ...(proposed > 0 ? [filled(unknown.proposed, { count: proposed })] : []),
    unknown.claims,
    unknown.probability,
  ];
}
