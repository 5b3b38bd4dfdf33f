// Turns drafts into claims of the Reading contract: ids, spans, times, quantities, chain, provenance, first grade.
import type {
  Article,
  ChainStep,
  Claim,
  ClaimEvent,
  EventRole,
  Mention,
  Quantity,
  RoleFiller,
  TimeExpression,
} from '../../model/reading.ts';
import type { Document, FoundParty, FoundQuantity, FoundTime, Range } from '../document.ts';
import type { FoundRole, FoundRoles } from '../event/found-event.ts';
import type { ClaimDraft } from './draft.ts';
import { fatfOf } from './fatf.ts';
import { firstGrade } from './first-grade.ts';
import { mentionId } from './mentions-of.ts';
import { spanIn } from './span.ts';

/** Name and version of these rules; a change that reads articles otherwise raises it. */
export const EXTRACTOR = 'interdict-rules/1';

export interface ReadArticleParts {
  readonly article: Article;
  readonly document: Document;
  readonly parties: readonly FoundParty[];
  readonly mentions: readonly Mention[];
  readonly times: readonly FoundTime[];
  readonly quantities: readonly FoundQuantity[];
}

/** Id of the claim that stands at a place in the list of claims. */
export function claimId(article: Pick<Article, 'id'>, number: number): string {
  return `${article.id}-c${number + 1}`;
}

/** The claims of the drafts, in their order. */
export function finishClaims(parts: ReadArticleParts, drafts: readonly ClaimDraft[]): Claim[] {
  const ids = new Map(drafts.map((draft, number) => [draft, claimId(parts.article, number)]));
  const known = new Set(parts.mentions.map(({ id }) => id));
  return drafts.map((draft) => finish(parts, draft, ids, known));
}

function finish(
  parts: ReadArticleParts,
  draft: ClaimDraft,
  ids: ReadonlyMap<ClaimDraft, string>,
  known: ReadonlySet<string>,
): Claim {
  const { article, document } = parts;
  const idOf = (other: ClaimDraft): string => ids.get(other)!;
  const mention = (party: number | undefined): { mention?: string } => {
    const id = party === undefined ? undefined : mentionId(article, party);
    return id !== undefined && known.has(id) ? { mention: id } : {};
  };
  const { speaker, cue, judged } = draft;
  return {
    id: idOf(draft),
    article: article.id,
    zone: document.sentences[draft.sentence]!.zone.kind,
    content: draft.content.map((range) => spanIn(article, range)),
    form: draft.form,
    ...(cue &&
      cue.cue.length > 0 && {
        cue: { spans: cue.cue.map((range) => spanIn(article, range)), class: cue.cueClass },
      }),
    ...(speaker && {
      source: {
        kind: speaker.kind,
        spans: speaker.isImplicit ? [] : speaker.ranges.map((range) => spanIn(article, range)),
        ...mention(speaker.party),
        ...(speaker.isImplicit && { isImplicit: true }),
      },
    }),
    chain: chainSteps(parts, draft, mention),
    event: eventOf(parts, draft, mention),
    modality: judged.modality,
    polarity: judged.polarity,
    // A heading may have become an act by what the body reports; an act is not hedged.
    ...(draft.certainty && judged.modality !== 'official-act' && { certainty: draft.certainty }),
    ...(draft.about && { about: { claim: idOf(draft.about.claim), how: draft.about.how } }),
    ...(draft.partOf && { partOf: idOf(draft.partOf) }),
    ...(draft.repeats && { repeats: idOf(draft.repeats) }),
    fatf: fatfOf(draft.type),
    grade: firstGrade(draft),
    provenance: {
      article: article.sha256,
      ...(article.url !== undefined && { url: article.url }),
      ...(article.publisher !== undefined && { outlet: article.publisher }),
      ...(article.published !== undefined && { published: article.published }),
      retrieved: article.retrieved,
      extractor: EXTRACTOR,
      rule: `${draft.rule}+${judged.rule}`,
    },
    review: { state: 'auto' },
  };
}

function chainSteps(
  { article, parties }: ReadArticleParts,
  { chain }: ClaimDraft,
  mention: (party: number | undefined) => { mention?: string },
): ChainStep[] {
  const steps = chain.map(({ role, party, range }): ChainStep => {
    const span = range && spanIn(article, range);
    const name = (party === undefined ? undefined : parties[party]?.caption) ?? span?.surface ?? '';
    return { role, name, ...mention(party), ...(span && { span }) };
  });
  const publisher = article.publisher ?? hostOf(article.url);
  const relay = article.relay === undefined ? [] : [{ role: 'relay' as const, name: article.relay }];
  return [
    ...steps,
    ...relay,
    ...(publisher === undefined ? [] : [{ role: 'publisher' as const, name: publisher }]),
  ];
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./u, '');
}

function eventOf(
  parts: ReadArticleParts,
  draft: ClaimDraft,
  mention: (party: number | undefined) => { mention?: string },
): ClaimEvent {
  const { article, times, quantities } = parts;
  const { event, type } = draft;
  const spans = (ranges: readonly Range[] = []) => ranges.map((range) => spanIn(article, range));
  const fillers = event ? event.roles : aboutWhom(parts, draft);
  const roles = Object.fromEntries(
    Object.entries(fillers).map(([role, some]) => [
      role as EventRole,
      some.map(({ party, ...range }): RoleFiller => ({ span: spanIn(article, range), ...mention(party) })),
    ]),
  ) as ClaimEvent['roles'];
  const stretches = stretchesOf(parts, draft);
  return {
    type,
    ...(event?.phase && { phase: event.phase }),
    roles,
    goods: spans(event?.goods),
    counterGoods: spans(event?.counterGoods),
    quantities: quantities
      .filter((one) => isIn(one, draft.content))
      .map(({ start, end, ...rest }): Quantity => ({ span: spanIn(article, { start, end }), ...rest })),
    dates: times
      .filter((one) => isIn(one, stretches))
      .map(({ start, end, ...rest }): TimeExpression => ({ span: spanIn(article, { start, end }), ...rest })),
  };
}

/** Of a statement on other matters: the party that its words name first. */
function aboutWhom({ parties }: ReadArticleParts, { content }: ClaimDraft): FoundRoles {
  let first: FoundRole | undefined;
  for (const [party, { mentions, isBoilerplate }] of parties.entries()) {
    if (isBoilerplate) continue;
    for (const { start, end } of mentions) {
      if (isIn({ start, end }, content) && (!first || start < first.start)) first = { start, end, party };
    }
  }
  return first ? { actor: [first] } : {};
}

/** The sentences that a claim's content and cue lie in: the day of a statement often stands beside it. */
function stretchesOf({ document }: ReadArticleParts, draft: ClaimDraft): readonly Range[] {
  const ranges = [...draft.content, ...(draft.cue?.cue ?? [])];
  const sentences = document.sentences.filter(({ start, end }) =>
    ranges.some((range) => range.start < end && range.end > start),
  );
  return draft.partOf ? draft.content : [...ranges, ...sentences];
}

function isIn({ start, end }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start <= start && end <= range.end);
}
