// Every name that the lists give the party, in every script, with the kind of name and its sources.
import type { Fact } from '../../api/types.ts';
import { scriptOf } from '../../components/script-of.ts';
import { namesOf } from './fact-values.ts';
import { Sources } from './sources.tsx';

export function Names({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <ul className="space-y-2">
      {namesOf(facts).map(({ text, kind, sources }) => (
        <li key={text}>
          <span dir="auto" className="font-serif text-xl break-words">
            {text}
          </span>{' '}
          <span className="text-sm text-quiet">{[kind, scriptOf(text)].filter(Boolean).join(', ')}</span>{' '}
          <Sources of={text} sources={sources} />
        </li>
      ))}
    </ul>
  );
}
