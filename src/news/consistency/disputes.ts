// Claims about claims: a denial, and the report's own remark that evidence is missing. Neither is an error of the
// report; both sides are kept, and how far a claim may be relied on depends on them.
import type { FindingDraft } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import { eventRelation } from '../across/same-event.ts';
import type { ArticleFacts } from './context.ts';

/** The claims of the same article that a denial answers: the one it names, else allegations of the same event. */
function disputedBy(
  denial: ClaimFacts,
  facts: readonly ClaimFacts[],
  directory: ArticleFacts['directory'],
): ClaimFacts[] {
  const { about } = denial.claim;
  const speaker = denial.claim.source?.mention;
  if (about?.how === 'disputes')
    return facts.filter(
      ({ claim }) => claim.id === about.claim && (speaker === undefined || claim.source?.mention !== speaker),
    );
  if (denial.claim.modality !== 'denied') return [];
  return facts.filter(
    (one) =>
      !one.isDenial &&
      one.claim.modality === 'alleged' &&
      eventRelation(one, denial, directory)?.kind === 'same',
  );
}

export function disputes({ facts, directory }: ArticleFacts): FindingDraft[] {
  return facts.flatMap((denial) => {
    const answered = disputedBy(denial, facts, directory);
    if (answered.length === 0) return [];
    const who = directory.ofMention(denial.claim.source?.mention)?.label ?? 'A party';
    return [
      {
        kind: 'dispute' as const,
        severity: 'low' as const,
        spans: [denial.span],
        against: answered.map(({ span }) => span),
        claims: [denial, ...answered].map(({ claim }) => claim.id),
        text: `${who} disputes it${scopeOf(denial)}. Both sides are kept; the report does not settle it.`,
      },
    ];
  });
}

/** The time to which a denial is limited, if it is. */
function scopeOf({ claim }: ClaimFacts): string {
  const [time] = claim.event.dates;
  return time ? ` (${time.span.surface})` : '';
}

export function evidenceGaps({ facts }: ArticleFacts): FindingDraft[] {
  return facts.flatMap(({ claim, span }) => {
    if (claim.about?.how !== 'evidence-gap') return [];
    const doubted = facts.filter((one) => one.claim.id === claim.about?.claim);
    return [
      {
        kind: 'evidence-gap' as const,
        severity: 'low' as const,
        spans: [span],
        against: doubted.map((one) => one.span),
        claims: [claim.id, ...doubted.map((one) => one.claim.id)],
        text: 'The report itself says that evidence for this is missing.',
      },
    ];
  });
}
