// Two names part under part: what was asked above, what is listed below. What agrees stands plain; what is left out
// and what contradicts carries a sign and a word besides its colour.
import type { AlignedPart } from '../api/types.ts';

const RELATIONS = {
  agree: { sign: '=', colour: 'text-clear', word: 'agrees' },
  omit: { sign: '–', colour: 'text-quiet', word: 'only on one side' },
  contradict: { sign: '≠', colour: 'text-stop', word: 'contradicts' },
} as const;

interface AlignedNamesProps {
  readonly parts: readonly AlignedPart[];
  readonly upper?: string;
  readonly lower?: string;
}

export function AlignedNames({ parts, upper = 'asked', lower = 'listed' }: AlignedNamesProps) {
  return (
    <div className="overflow-x-auto">
      <ul
        aria-label={`The names part by part: ${upper} above, ${lower} below`}
        className="flex w-max gap-x-5"
      >
        {parts.map((part) => (
          <AlignedColumn key={`${part.query ?? ''}/${part.candidate ?? ''}/${part.relation}`} part={part} />
        ))}
      </ul>
    </div>
  );
}

function AlignedColumn({ part }: { readonly part: AlignedPart }) {
  const { sign, colour, word } = RELATIONS[part.relation];
  return (
    <li className="min-w-12 text-center">
      <span dir="auto" className="block font-serif text-lg">
        {part.query ?? <span className="text-quiet">·</span>}
      </span>
      <span className={`block text-sm leading-4 ${colour}`}>
        <span aria-hidden>{sign}</span>
        <span className="sr-only">{word} with</span>
      </span>
      <span dir="auto" className="block font-serif text-lg">
        {part.candidate ?? <span className="text-quiet">·</span>}
      </span>
      <span className={`block max-w-40 text-xs ${part.relation === 'agree' ? 'text-quiet' : colour}`}>
        {part.how}
      </span>
    </li>
  );
}
