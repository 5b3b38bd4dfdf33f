// How many rows were decided how. Where a choice is wanted, each is a button that shows those rows only.
import type { ReactNode } from 'react';
import type { Decision, JobStatus } from '../api/types.ts';
import { DecisionWord } from './decision.tsx';

const ORDER: readonly Decision[] = ['stop', 'review', 'undetermined', 'clear'];

export function DecisionCounts({ decisions }: { readonly decisions: JobStatus['decisions'] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {ORDER.map((decision) => (
        <li key={decision} className="flex items-center gap-2">
          <DecisionWord decision={decision} /> {decisions[decision].toLocaleString('en')}
        </li>
      ))}
    </ul>
  );
}

interface DecisionFilterProps {
  readonly decisions: JobStatus['decisions'];
  readonly chosen: Decision | undefined;
  readonly onChoose: (decision: Decision | undefined) => void;
}

export function DecisionFilter({ decisions, chosen, onChoose }: DecisionFilterProps) {
  const all = ORDER.reduce((sum, decision) => sum + decisions[decision], 0);
  return (
    <fieldset className="no-print flex flex-wrap gap-2">
      <legend className="sr-only">Show rows that are</legend>
      <FilterButton isChosen={chosen === undefined} onClick={() => onChoose(undefined)}>
        All {all.toLocaleString('en')}
      </FilterButton>
      {ORDER.map((decision) => (
        <FilterButton
          key={decision}
          isChosen={chosen === decision}
          onClick={() => onChoose(chosen === decision ? undefined : decision)}
        >
          <DecisionWord decision={decision} /> {decisions[decision].toLocaleString('en')}
        </FilterButton>
      ))}
    </fieldset>
  );
}

interface FilterButtonProps {
  readonly isChosen: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function FilterButton({ isChosen, onClick, children }: FilterButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onClick}
      className={`inline-flex min-h-10 items-center gap-2 rounded border bg-sheet px-3 py-2 ${
        isChosen ? 'border-accent shadow-[inset_0_-3px_0] shadow-accent' : 'border-rule hover:border-accent'
      }`}
    >
      {children}
    </button>
  );
}
