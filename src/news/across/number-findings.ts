// Findings get their ids here, and lose what would say a thing twice.
import type { Finding } from '../../model/reading.ts';
import type { FindingDraft } from './article-reading.ts';

/** That an act is unsupported is told where what contradicts it is told; twice is once too often. */
export function withoutTold(findings: readonly Finding[]): Finding[] {
  const told = new Set(findings.flatMap(({ kind, claims }) => (kind === 'act-type' ? claims : [])));
  return findings.filter(
    ({ kind, claims }) => kind !== 'unsupported-official-act' || !claims.every((id) => told.has(id)),
  );
}

/** The scope of findings that depend on which articles are asked together. */
export const ACROSS = 'across';

/** True for a finding that is made anew whenever other articles are asked together. */
export function isAcross({ id }: Finding): boolean {
  return id.startsWith(`${ACROSS}-`);
}

/** Findings with their ids; one that was made before for the same claims is not made again. */
export function numbered(
  scope: string,
  drafts: readonly FindingDraft[],
  known: readonly Finding[] = [],
): Finding[] {
  const counts = new Map<string, number>();
  return merged(drafts)
    .filter((draft) => !known.some((finding) => isSameFinding(finding, draft)))
    .map((draft) => {
      const number = (counts.get(draft.kind) ?? 0) + 1;
      counts.set(draft.kind, number);
      return { id: `${scope}-${draft.kind}-${number}`, ...draft };
    });
}

/** A statement and its parts carry the same words; what is found in both is one finding. */
function merged(drafts: readonly FindingDraft[]): FindingDraft[] {
  const byPlace = new Map<string, FindingDraft>();
  for (const draft of drafts) {
    const places = [...draft.spans, ...draft.against].map(
      ({ article, start, end }) => `${article} ${start} ${end}`,
    );
    const key = [draft.kind, draft.text, ...places].join('|');
    const before = byPlace.get(key);
    const claims = [...new Set([...(before?.claims ?? []), ...draft.claims])];
    byPlace.set(key, { ...(before ?? draft), claims });
  }
  return [...byPlace.values()];
}

function isSameFinding(finding: Finding, draft: FindingDraft): boolean {
  return (
    finding.kind === draft.kind &&
    finding.spans.some((span) =>
      draft.spans.some((other) => span.article === other.article && span.start === other.start),
    )
  );
}
