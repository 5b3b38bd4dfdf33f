// The lists of the user's own: each with how it stands, and a place to send another one.
import { useState } from 'react';
import type { ListStatus } from '../../../api/types.ts';
import { Button } from '../../../components/button.tsx';
import { Section } from '../../../components/section.tsx';
import { Empty } from '../../../components/states.tsx';
import { OwnListEntry } from './own-list-entry.tsx';
import { SendList } from './send-list.tsx';

interface OwnListsProps {
  readonly lists: readonly ListStatus[];
  /** The server's day, `YYYY-MM-DD`. */
  readonly today: string;
}

export function OwnLists({ lists, today }: OwnListsProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Section id="own" title="Lists of your own">
      {lists.length === 0 && !isAdding && (
        <Empty>
          None yet. Names that your house keeps itself are screened like those of an official list.
        </Empty>
      )}
      <ul className="divide-y divide-rule">
        {lists.map((list) => (
          <OwnListEntry key={list.dataset} list={list} today={today} />
        ))}
      </ul>
      {isAdding ? (
        <SendList today={today} onDone={() => setAdding(false)} />
      ) : (
        <Button className="no-print mt-4" onClick={() => setAdding(true)}>
          Add a list of your own
        </Button>
      )}
    </Section>
  );
}
