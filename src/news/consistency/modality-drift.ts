// What a party alleges, told elsewhere in the same article as if it were so. The claim stays an allegation.
import { distinctSpans, type FindingDraft } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import { eventRelation } from '../across/same-event.ts';
import type { ArticleFacts } from './context.ts';

const UNHEDGED = new Set(['asserted', 'planned', 'official-act']);
/** Spans shown on a side at most: a reader sees the point from a few. */
const MOST_SPANS = 8;

export function modalityDrift({ facts, directory }: ArticleFacts): FindingDraft[] {
  const alleged = facts.filter(
    ({ claim, isDenial }) => claim.modality === 'alleged' && claim.source !== undefined && !isDenial,
  );
  const groups: { drifted: ClaimFacts[]; alleged: Set<ClaimFacts> }[] = [];
  for (const one of facts) {
    const { claim, kind } = one;
    if (claim.form !== 'outlet-voice' || kind.isOfficialAct || claim.certainty !== undefined || one.isDenial)
      continue;
    if (!UNHEDGED.has(claim.modality) || claim.repeats !== undefined) continue;
    const same = alleged.filter((other) => isOneStory(one, other, directory));
    if (same.length === 0) continue;
    const group = groups.find((known) => same.some((other) => known.alleged.has(other)));
    if (!group) {
      groups.push({ drifted: [one], alleged: new Set(same) });
      continue;
    }
    group.drifted.push(one);
    for (const other of same) group.alleged.add(other);
  }
  return groups.map(({ drifted, alleged: said }) => finding(drifted, [...said]));
}

/** The same event; headings leave parties out, so one that shares a party and contradicts nothing counts too. */
function isOneStory(one: ClaimFacts, other: ClaimFacts, directory: ArticleFacts['directory']): boolean {
  const relation = eventRelation(one, other, directory);
  return relation?.kind === 'same' || relation?.rule === 'one-party-shared';
}

function finding(drifted: readonly ClaimFacts[], alleged: readonly ClaimFacts[]): FindingDraft {
  const [first] = drifted as readonly [ClaimFacts];
  const [source] = alleged.flatMap(({ claim }) => claim.source?.spans ?? []);
  const cues = alleged.flatMap(({ claim, span }) => claim.cue?.spans ?? [span]);
  const by = source ? ` by ${source.surface}` : '';
  return {
    kind: 'modality-drift',
    severity: 'medium',
    spans: distinctSpans(drifted.map(({ span }) => span)).slice(0, MOST_SPANS),
    against: distinctSpans(cues).slice(0, MOST_SPANS),
    claims: [...drifted, ...alleged].map(({ claim }) => claim.id),
    text: `The article tells of ${first.kind.label} as if it were so; elsewhere it is an allegation${by}. It is treated as alleged.`,
  };
}
