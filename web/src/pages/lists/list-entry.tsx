// One list: how it stands in a word and a sentence; where it is from and what changed in it open in place.
import { useState } from 'react';
import type { ListStatus } from '../../api/types.ts';
import { ListStateWord } from '../../components/list-state.tsx';
import { TextButton } from '../../components/text-button.tsx';
import { Changes } from './changes.tsx';
import { HeldVersion } from './held-version.tsx';
import type { Update } from './use-update.ts';
import { VersionFacts } from './version-facts.tsx';

interface ListEntryProps {
  readonly list: ListStatus;
  readonly update: Update;
}

export function ListEntry({ list, update }: ListEntryProps) {
  const { dataset, title, state, required, published, entities, inForce, held, versions } = list;
  const [open, setOpen] = useState<'changes' | 'source'>();
  const toggle = (part: 'changes' | 'source'): void => setOpen(open === part ? undefined : part);
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-serif text-lg font-semibold">{title}</h3>
        {state === 'missing' && !required ? (
          <span className="text-quiet">not in use</span>
        ) : (
          <ListStateWord state={state} />
        )}
      </div>
      <p className="text-sm">
        {[
          published && `Published ${published}`,
          entities !== undefined && `${entities.toLocaleString('en')} parties`,
          versions > 1 && `${versions} versions kept`,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p className="text-sm text-quiet">{meaningOf(list)}</p>
      {held.map((version) => (
        <HeldVersion key={version.version} dataset={dataset} version={version} />
      ))}
      <div className="no-print mt-1 flex flex-wrap gap-x-5 text-sm">
        {versions > 1 && (
          <TextButton aria-expanded={open === 'changes'} onClick={() => toggle('changes')}>
            What changed
          </TextButton>
        )}
        {inForce && (
          <TextButton aria-expanded={open === 'source'} onClick={() => toggle('source')}>
            Where it is from
          </TextButton>
        )}
        <TextButton
          disabled={update.isRunning}
          onClick={() => void update.start([dataset])}
          aria-label={`Update ${title}`}
        >
          Update
        </TextButton>
      </div>
      {open === 'changes' && <Changes dataset={dataset} />}
      {open === 'source' && inForce && <VersionFacts dataset={dataset} version={inForce} />}
    </li>
  );
}

/** What the state means for an answer, in a sentence. */
function meaningOf({ state, required, age_days: age = 0, inForce, held, versions }: ListStatus): string {
  const days = age === 1 ? 'one day' : `${age.toLocaleString('en')} days`;
  switch (state) {
    case 'fresh':
      return age === 0 ? 'Known to be the current version today.' : `Known to have been current ${days} ago.`;
    case 'stale':
      return `Not known to be current since ${days}. Nobody is cleared by it.`;
    case 'incomplete':
      return `${(inForce?.rowsLost ?? 0).toLocaleString('en')} rows could not be read, and a party may stand behind them. Nobody is cleared by it.`;
    case 'starter':
      return 'A sample that came with Interdict. Nobody is cleared by it.';
    case 'missing':
      if (held.length > 0) return 'A version is here but held back.';
      if (versions > 0) return 'No version of it is in force today.';
      return required ? 'It was never loaded. Nobody is cleared without it.' : 'It was never loaded.';
  }
}
