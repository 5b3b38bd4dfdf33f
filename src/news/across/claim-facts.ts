// A claim as it is compared with others: its roles as parties, its goods as stems, its time as an interval.
import type { Claim, EventRole, Span } from '../../model/reading.ts';
import type { ArticleReading } from './article-reading.ts';
import { EVENT_KINDS, type EventKind, type Stage, stageOf } from './event-kinds.ts';
import type { Party, PartyDirectory } from './party-directory.ts';
import { stemOf, wordsOf } from './words.ts';

export interface ClaimFacts {
  readonly claim: Claim;
  readonly reading: ArticleReading;
  readonly kind: EventKind;
  readonly parties: ReadonlyMap<EventRole, readonly Party[]>;
  readonly stage: Stage | undefined;
  /** Stems of what is supplied, and of what goes the other way. */
  readonly goods: ReadonlySet<string>;
  readonly counterGoods: ReadonlySet<string>;
  /** Days within which it happened, as the text tells; open ends are absent. */
  readonly from?: string;
  readonly to?: string;
  /** It is denied: by a party, or by the outlet itself. */
  readonly isDenial: boolean;
  /** Where the claim stands, for the eye: its content. */
  readonly span: Span;
}

/** The facts of a claim. */
export function factsOf(claim: Claim, reading: ArticleReading, directory: PartyDirectory): ClaimFacts {
  const { event } = claim;
  const parties = new Map<EventRole, readonly Party[]>();
  for (const [role, fillers] of Object.entries(event.roles)) {
    const found = (fillers ?? []).flatMap((filler) => directory.ofFiller(filler) ?? []);
    if (found.length > 0) parties.set(role as EventRole, [...new Set(found)]);
  }
  const days = event.dates.filter((date) => date.certainty !== 'vague');
  const from = days.map((date) => date.from).find((day) => day !== undefined);
  const to = days.map((date) => date.to).find((day) => day !== undefined);
  return {
    claim,
    reading,
    kind: EVENT_KINDS[event.type],
    parties,
    stage: stageOf(event.phase),
    goods: stemsOf(event.goods),
    counterGoods: stemsOf(event.counterGoods),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    isDenial: claim.modality === 'denied' || claim.polarity === -1,
    span: claim.content[0] as Span,
  };
}

/** All parties of a claim, each once. */
export function partiesOf(facts: ClaimFacts): Party[] {
  return [...new Set([...facts.parties.values()].flat())];
}

/** Words that stand before goods and are none. */
const NO_GOODS = new Set([
  'and',
  'other',
  'necessary',
  'needed',
  'badly',
  'various',
  'several',
  'among',
  'thing',
  'the',
]);

function stemsOf(spans: readonly Span[]): ReadonlySet<string> {
  const stems = spans.flatMap((span) => wordsOf(span.surface).map((word) => stemOf(word.key)));
  return new Set(stems.filter((stem) => stem.length > 2 && !NO_GOODS.has(stem)));
}
