// How usable a list is: a word with an icon and a colour, never a colour alone.
import { CircleCheck, CircleSlash, Clock, FlaskConical, TriangleAlert } from 'lucide-react';
import type { ListState } from '../api/types.ts';

const LOOKS = {
  fresh: { word: 'fresh', Icon: CircleCheck, colour: 'text-clear' },
  stale: { word: 'stale', Icon: Clock, colour: 'text-review' },
  missing: { word: 'missing', Icon: CircleSlash, colour: 'text-stop' },
  incomplete: { word: 'incomplete', Icon: TriangleAlert, colour: 'text-review' },
  starter: { word: 'starter data', Icon: FlaskConical, colour: 'text-review' },
} as const;

export function ListStateWord({ state }: { readonly state: ListState }) {
  const { word, Icon, colour } = LOOKS[state];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${colour}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  );
}
