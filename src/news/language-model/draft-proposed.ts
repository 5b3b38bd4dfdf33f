// Claims from statements that a language model has proposed. They are made by the rules that make every other claim
// (events, speakers, modality, relations), and they only add: no claim of the rules is changed, moved or dropped, and
// no official act comes of a proposal that the rules do not see by themselves.
import { type ClaimDraft, startOf } from '../claim/draft.ts';
import { type DraftInput, draftClaims } from '../claim/draft-claims.ts';
import { relateDrafts } from '../claim/relate-drafts.ts';
import type { Attribution } from '../document.ts';

/**
 * The drafts of the claims that come of proposals, related to those of the rules.
 * @param input what the rules drafted from
 * @param drafts the drafts of the rules, already related
 * @param proposed in the order of the text
 */
export function draftProposed(
  input: DraftInput,
  drafts: readonly ClaimDraft[],
  proposed: readonly Attribution[],
): ClaimDraft[] {
  if (proposed.length === 0) return [];
  const { attributions, ownNumbers } = merge(input.attributions, proposed);
  const isOfProposal = ({ attribution, partOf }: ClaimDraft): boolean =>
    attribution === undefined
      ? partOf?.attribution !== undefined && ownNumbers[partOf.attribution] === undefined
      : ownNumbers[attribution] === undefined;
  const added = draftClaims({ ...input, attributions }).filter(isOfProposal);
  const acts = new Set(
    drafts.flatMap(({ judged, event }) =>
      judged.modality === 'official-act' && event ? [event.anchor.start] : [],
    ),
  );
  for (const draft of added) {
    // What stands inside a statement of the rules is part of their own draft of it.
    const outer = draft.partOf && !added.includes(draft.partOf) ? draft.partOf.attribution : undefined;
    if (outer !== undefined) {
      const partOf = drafts.find(({ attribution }) => attribution === ownNumbers[outer]);
      Object.assign(draft, { partOf });
    }
    if (draft.judged.modality === 'official-act' && !(draft.event && acts.has(draft.event.anchor.start))) {
      draft.judged = { modality: 'alleged', polarity: 1, rule: 'modality.proposed-act' };
    }
  }
  const both = [...drafts, ...added].sort((one, other) => startOf(one) - startOf(other));
  relateDrafts(input.document, input.parties, both, added);
  return added;
}

/** Both in the order of the text, with the number of each in the rules' own list; undefined for a proposal. */
function merge(
  own: readonly Attribution[],
  proposed: readonly Attribution[],
): { attributions: readonly Attribution[]; ownNumbers: readonly (number | undefined)[] } {
  const all = [
    ...own.map((attribution, number) => ({ attribution, number })),
    ...proposed.map((attribution) => ({ attribution, number: undefined })),
  ].sort((one, other) => firstOf(one.attribution) - firstOf(other.attribution));
  const ownNumbers = all.map(({ number }) => number);
  const attributions = all.map(({ attribution }) =>
    attribution.within === undefined
      ? attribution
      : { ...attribution, within: ownNumbers.indexOf(attribution.within) },
  );
  return { attributions, ownNumbers };
}

function firstOf({ source, cue, content }: Attribution): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}
