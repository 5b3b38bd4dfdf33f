// The grade of a claim while nothing but its own article is known; reading articles together grades it anew
// (across/grade.ts).
import type { Grade } from '../../model/reading.ts';
import type { ClaimDraft } from './draft.ts';

/** A first grade by who speaks and how the claim stands, with its reasons. */
export function firstGrade({ speaker, judged, about }: ClaimDraft): Grade {
  if (judged.modality === 'official-act') {
    return {
      source: 'C',
      information: 3,
      why: ['source C: an outlet on an act of an authority', 'information 3: one report'],
    };
  }
  const [source, whose] =
    speaker === undefined
      ? (['F', 'the outlet in its own voice, not judged yet'] as const)
      : speaker.kind === 'anonymous' || speaker.kind === 'anonymous-official'
        ? (['D', 'a source that is not named'] as const)
        : (['C', 'a named source on others'] as const);
  const [information, how] =
    judged.modality === 'denied' || about ? ([4, 'disputed'] as const) : ([3, 'one origin'] as const);
  return { source, information, why: [`source ${source}: ${whose}`, `information ${information}: ${how}`] };
}
