// How the claims of the two reports agree with a careful reader's annotation: kind of event, modality, polarity, phase,
// roles, and the three official acts. One row for each annotated claim; the claim of ours is the one with the most
// words in common. Repetitions that the annotation marks as such are left out.
import { readFileSync } from 'node:fs';
import type { Claim, EventRole, Mention } from '../src/model/reading.ts';
import { intakeBytes } from '../src/news/intake/intake-bytes.ts';
import { readArticle } from '../src/news/read-article.ts';
import { printTable, type Row, writeFigures } from './support/report.ts';
import { readGold, SEED_FOLDER } from './support/seed-readings.ts';
import { requireShared } from './support/shared-folder.ts';

type GoldArticle = ReturnType<typeof readGold>['articles'][number];
type GoldClaim = GoldArticle['claims'][number];

interface Scored {
  readonly id: string;
  readonly type: string;
  readonly isMinor: boolean;
  readonly found: boolean;
  readonly agrees: Readonly<
    Record<'type' | 'modality' | 'polarity' | 'phase' | 'roles', boolean | undefined>
  >;
  readonly row: Row;
}

/** The annotation's own names for roles that the contract does not have. */
const ROLES: readonly EventRole[] = ['authority', 'target', 'supplier', 'recipient', 'broker', 'actor'];

async function main(): Promise<void> {
  requireShared();
  const gold = readGold();
  const all: Scored[] = [];
  const acts: Row[] = [];
  for (const article of gold.articles) {
    const bytes = readFileSync(`${SEED_FOLDER}${article.file}`);
    const { articles } = await intakeBytes(bytes, {
      retrieved: '2026-11-22T00:00:00Z',
      published: '2023-03-31',
    });
    const { claims, mentions } = await readArticle(articles[0]!.article, undefined);
    const scored = article.claims
      .filter(({ dupOf }) => dupOf === undefined)
      .map((one) => score(one, claims, mentions, article));
    printTable(
      `Article ${article.id}`,
      scored.map(({ row }) => row),
    );
    all.push(...scored);
    for (const claim of claims) {
      if (claim.modality !== 'official-act') continue;
      acts.push({
        article: article.id,
        zone: claim.zone,
        type: claim.event.type,
        authority: nameOf(claim, 'authority', mentions),
        target: nameOf(claim, 'target', mentions),
      });
    }
  }
  printTable('Official acts that were read', acts);
  const figures = { all: totals(all), onTheList: totals(all.filter(({ isMinor }) => !isMinor)) };
  printTable('Agreement', [
    { claims: 'all', ...figures.all },
    { claims: 'of the closed list', ...figures.onTheList },
  ]);
  writeFigures('news-claims', figures);
}

function score(
  gold: GoldClaim,
  claims: readonly Claim[],
  mentions: readonly Mention[],
  article: GoldArticle,
): Scored {
  const ours = counterpart(gold, claims);
  const phase = gold.phase === 'unspecified' || gold.phase === 'effect' ? undefined : gold.phase;
  const entities = ours ? entitiesOf(ours, mentions, article) : new Map<EventRole, Set<string>>();
  const wanted = ROLES.flatMap((role) => [gold.roles[role] ?? []].flat().map((entity) => ({ role, entity })));
  const missing = wanted.filter(({ role, entity }) => !entities.get(role)?.has(entity));
  const agrees = {
    type: ours?.event.type === gold.eventType,
    modality: ours?.modality === gold.modality,
    polarity: (ours?.polarity ?? 0) === (gold.polarity === 'negative' ? -1 : 1),
    phase: phase === undefined ? undefined : ours?.event.phase === phase,
    roles: wanted.length === 0 ? undefined : missing.length === 0,
  };
  const shown = (own: string | undefined, other: string, isSame: boolean): string =>
    isSame ? other : `${own ?? '-'} (${other})`;
  return {
    id: gold.id,
    type: gold.eventType,
    isMinor: gold.eventType === 'OTHER_CONTEXT',
    found: ours !== undefined,
    agrees,
    row: {
      id: gold.id,
      type: shown(ours?.event.type, gold.eventType, agrees.type),
      modality: shown(ours?.modality, gold.modality, agrees.modality),
      polarity: agrees.polarity ? '' : `not ${gold.polarity}`,
      phase:
        phase === undefined
          ? ours?.event.phase
            ? `${ours.event.phase} (-)`
            : ''
          : shown(ours?.event.phase, phase, agrees.phase === true),
      'roles missing': missing.map(({ role, entity }) => `${role} ${entity}`).join(', '),
    },
  };
}

/** Our claim that shares most words with an annotated one; of equals the one of the same kind. */
function counterpart(gold: GoldClaim, claims: readonly Claim[]): Claim | undefined {
  const overlap = (claim: Claim): number => {
    const length = (spans: readonly { start: number; end: number }[]): number =>
      spans.reduce((sum, { start, end }) => sum + end - start, 0);
    const common = claim.content
      .flatMap((one) =>
        gold.content.map((other) => Math.min(one.end, other.end) - Math.max(one.start, other.start)),
      )
      .reduce((sum, shared) => sum + Math.max(0, shared), 0);
    return common / (length(claim.content) + length(gold.content) - common);
  };
  return claims
    .map((claim) => ({ claim, overlap: overlap(claim) }))
    .filter((one) => one.overlap >= 0.3)
    .sort(
      (one, other) =>
        other.overlap - one.overlap ||
        Number(other.claim.event.type === gold.eventType) - Number(one.claim.event.type === gold.eventType),
    )[0]?.claim;
}

/** The annotated entities that our roles point to, by the places where both mark a mention. */
function entitiesOf(
  claim: Claim,
  mentions: readonly Mention[],
  article: GoldArticle,
): Map<EventRole, Set<string>> {
  return new Map(
    Object.entries(claim.event.roles).map(([role, fillers]) => {
      const found = new Set<string>();
      for (const { span, mention } of fillers) {
        const places = [span, ...(mentions.find(({ id }) => id === mention)?.spans ?? [])];
        for (const marked of article.mentions) {
          if (places.some(({ start, end }) => start < marked.end && marked.start < end))
            found.add(marked.entity);
        }
      }
      return [role as EventRole, found];
    }),
  );
}

function nameOf({ event }: Claim, role: EventRole, mentions: readonly Mention[]): string {
  return (event.roles[role] ?? [])
    .map(({ span, mention }) => mentions.find(({ id }) => id === mention)?.caption ?? span.surface)
    .join(', ');
}

function totals(scored: readonly Scored[]): Record<string, string> {
  const share = (key: keyof Scored['agrees']): string => {
    const asked = scored.filter(({ agrees }) => agrees[key] !== undefined);
    return `${asked.filter(({ agrees }) => agrees[key]).length} of ${asked.length}`;
  };
  return {
    found: `${scored.filter(({ found }) => found).length} of ${scored.length}`,
    type: share('type'),
    modality: share('modality'),
    polarity: share('polarity'),
    phase: share('phase'),
    roles: share('roles'),
  };
}

await main();
