// The parts of two names as their alignment has them, for an explanation.
import type { NameForm } from '../form/token.ts';
import { scratch } from './align-score.ts';
import { HOW, HOW_WORDS } from './relate-tokens.ts';
import { softnessOf } from './softness.ts';

export type NamePartRelation = 'agree' | 'omit' | 'contradict';

/** One part of the alignment of two names. */
export interface NamePart {
  readonly query?: string;
  readonly candidate?: string;
  /** The tokens of the two forms that it is made of. */
  readonly queryTokens: readonly number[];
  readonly candidateTokens: readonly number[];
  readonly relation: NamePartRelation;
  readonly how: string;
  /** Likeness of the two parts, 0 to 1; 0 for a part that one name alone has. */
  readonly likeness: number;
  /** What the part is worth in its name: the larger weight of the two. */
  readonly weight: number;
}

/** Reads the alignment of the last scoring out of the scratch: what agrees, what contradicts, what only one name has. */
export function readParts(query: NameForm, candidate: NameForm): NamePart[] {
  const parts: NamePart[] = [];
  const shown = new Set<number>();
  query.tokens.forEach((token, q) => {
    const partner = scratch.queryPartner[q]!;
    if (partner < 0) return;
    const other = candidate.tokens[partner]!;
    const isSecondOfJoin = scratch.partHow[q] === HOW.joined && shown.has(partner);
    shown.add(partner);
    if (isSecondOfJoin) return;
    const likeness = scratch.partLikeness[q]!;
    const queryTokens = joinedTokens(query, q, (at) => scratch.queryPartner[at] === partner);
    const candidateTokens = joinedTokens(candidate, partner, (at) => scratch.candidatePartner[at] === q);
    parts.push({
      query: sourceOf(query, queryTokens),
      candidate: sourceOf(candidate, candidateTokens),
      queryTokens,
      candidateTokens,
      relation: 'agree',
      how: HOW_WORDS[scratch.partHow[q]!] ?? 'same',
      likeness,
      weight: Math.max(token.weight, other.weight),
    });
  });
  const contradictions = [
    [scratch.contradictedQuery, scratch.contradictedCandidate],
    [scratch.differentQuery, scratch.differentCandidate],
  ] as const;
  for (const [q, c] of contradictions) {
    const [left, right] = [query.tokens[q], candidate.tokens[c]];
    if (!left || !right) continue;
    parts.push({
      query: sourceOf(query, [q]),
      candidate: sourceOf(candidate, [c]),
      queryTokens: [q],
      candidateTokens: [c],
      relation: 'contradict',
      how: 'different',
      likeness: softnessOf(left, right),
      weight: Math.max(left.weight, right.weight),
    });
  }
  return [...parts, ...omissions(query, true, parts), ...omissions(candidate, false, parts)];
}

/** The tokens of one side that stand in no part yet. */
function omissions(form: NameForm, isQuery: boolean, parts: readonly NamePart[]): NamePart[] {
  const shown = new Set(parts.flatMap((part) => (isQuery ? part.queryTokens : part.candidateTokens)));
  const how = `only in the ${isQuery ? 'name asked about' : 'listed name'}`;
  return form.tokens.flatMap((token, at): NamePart[] => {
    if (shown.has(at)) return [];
    const text = sourceOf(form, [at]);
    return [
      {
        ...(isQuery ? { query: text } : { candidate: text }),
        queryTokens: isQuery ? [at] : [],
        candidateTokens: isQuery ? [] : [at],
        relation: 'omit',
        how,
        likeness: 0,
        weight: token.weight,
      },
    ];
  });
}

/** The token, or the two neighbours that were joined to meet one token of the other side. */
function joinedTokens(form: NameForm, at: number, isPartner: (at: number) => boolean): number[] {
  return form.tokens.flatMap((_, index) =>
    index === at || (Math.abs(index - at) === 1 && isPartner(index)) ? [index] : [],
  );
}

function sourceOf(form: NameForm, tokens: readonly number[]): string {
  return tokens.map((at) => form.tokens[at]!.source ?? form.tokens[at]!.text).join(' ');
}
