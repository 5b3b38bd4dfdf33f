// One list of the user's own: how it stands, what is held to be looked at, and replacing or removing it in place.
import { useState } from 'react';
import type { ListStatus } from '../../../api/types.ts';
import { ListStateWord } from '../../../components/list-state.tsx';
import { TextButton } from '../../../components/text-button.tsx';
import { Changes } from '../changes.tsx';
import { VersionReview } from '../version-review.tsx';
import { HeldList } from './held-list.tsx';
import { RemoveList } from './remove-list.tsx';
import { SendList } from './send-list.tsx';

interface OwnListEntryProps {
  readonly list: ListStatus;
  readonly today: string;
}

type Part = 'changes' | 'read' | 'replace' | 'remove';

export function OwnListEntry({ list, today }: OwnListEntryProps) {
  const { dataset, title, state, inForce, held, versions } = list;
  const [open, setOpen] = useState<Part>();
  const close = (): void => setOpen(undefined);
  const toggle = (part: Part, name: string) => (
    <TextButton aria-expanded={open === part} onClick={() => setOpen(open === part ? undefined : part)}>
      {name}
    </TextButton>
  );
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-serif text-lg font-semibold break-words">{title}</h3>
        {/* One's own list is as old as it is; that matters only to a profile that requires it. */}
        {list.required || (inForce && state === 'incomplete') ? (
          <ListStateWord state={state} />
        ) : (
          <span className="text-quiet">{inForce ? 'in use' : 'not in use'}</span>
        )}
      </div>
      {inForce && (
        <p className="text-sm">
          Of {inForce.published}, {counted(inForce.entities, 'party', 'parties')}
          {versions > 1 && `, ${versions} versions kept`}
        </p>
      )}
      {inForce && inForce.rowsLost > 0 && (
        <p className="text-sm text-quiet">
          {counted(inForce.rowsLost, 'row', 'rows')} could not be read, and a party may stand behind{' '}
          {inForce.rowsLost === 1 ? 'it' : 'them'}.
        </p>
      )}
      {held.map((version) => (
        <HeldList key={version.version} dataset={dataset} version={version.version} />
      ))}
      <div className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {inForce && toggle('read', 'What was read')}
        {versions > 1 && toggle('changes', 'What changed')}
        {toggle('replace', 'Replace')}
        {versions > 0 && toggle('remove', 'Remove')}
      </div>
      {open === 'read' && inForce && (
        <div className="mt-3 border-l-4 border-rule pl-4">
          <VersionReview dataset={dataset} version={inForce.version} />
        </div>
      )}
      {open === 'changes' && <Changes dataset={dataset} />}
      {open === 'replace' && <SendList dataset={dataset} today={today} onDone={close} />}
      {open === 'remove' && <RemoveList dataset={dataset} onKept={close} />}
    </li>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
