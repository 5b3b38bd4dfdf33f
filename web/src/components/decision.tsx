// A decision: a word with an icon and a colour, never a colour alone.
import { CircleCheck, CircleHelp, CircleSlash, OctagonX } from 'lucide-react';
import type { Decision } from '../api/types.ts';

const LOOKS = {
  clear: { word: 'Clear', Icon: CircleCheck, colour: 'text-clear' },
  review: { word: 'Review', Icon: CircleHelp, colour: 'text-review' },
  stop: { word: 'Stop', Icon: OctagonX, colour: 'text-stop' },
  undetermined: { word: 'Undetermined', Icon: CircleSlash, colour: 'text-open' },
} as const;

/** What each decision means, in a sentence. */
export const DECISION_MEANINGS: Readonly<Record<Decision, string>> = {
  clear: 'No listed party is this one, and every list that is needed is present and fresh.',
  review: 'A listed party may be this one: a person must look.',
  stop: 'A listed party is this one.',
  undetermined: 'It cannot be said; the reasons tell why.',
};

export function DecisionWord({
  decision,
  isLarge = false,
}: {
  readonly decision: Decision;
  readonly isLarge?: boolean;
}) {
  const { word, Icon, colour } = LOOKS[decision];
  return (
    <span className={`inline-flex items-center gap-2 font-semibold ${colour} ${isLarge ? 'text-2xl' : ''}`}>
      <Icon aria-hidden className={isLarge ? 'size-7' : 'size-4'} /> {word}
    </span>
  );
}
