// One line for each column: its heading, what it is taken for, and what stands in its first rows.
import { useId } from 'react';
import { COMMON_TARGETS, type ColumnChoice } from './column-choice.ts';
import type { FilePreview } from './job.ts';

/** Rows whose values are shown. */
const EXAMPLES = 3;

interface ColumnTableProps {
  readonly preview: FilePreview;
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}

export function ColumnTable({ preview, choice, onChange }: ColumnTableProps) {
  const { headings, sample, targets } = preview;
  const choose = (heading: string, target: string): void => {
    const { [heading]: _, ...others } = choice;
    onChange(target === '' ? others : { ...others, [heading]: target });
  };
  return (
    <ul className="divide-y divide-rule">
      {headings.map((heading, at) => (
        <li key={heading} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[1fr_15rem]">
          <ColumnChooser
            heading={heading}
            target={choice[heading] ?? ''}
            targets={targets}
            examples={examplesIn(sample, at)}
            onChoose={(target) => choose(heading, target)}
          />
        </li>
      ))}
    </ul>
  );
}

function examplesIn(sample: FilePreview['sample'], at: number): string[] {
  const values = sample.map((row) => row[at]?.trim() ?? '').filter(Boolean);
  return [...new Set(values)].slice(0, EXAMPLES);
}

interface ColumnChooserProps {
  readonly heading: string;
  /** Empty if the column is not used. */
  readonly target: string;
  readonly targets: FilePreview['targets'];
  readonly examples: readonly string[];
  readonly onChoose: (target: string) => void;
}

function ColumnChooser({ heading, target, targets, examples, onChoose }: ColumnChooserProps) {
  const id = useId();
  const common = COMMON_TARGETS.flatMap((name) => targets.find((one) => one.target === name) ?? []);
  const others = targets.filter((one) => !COMMON_TARGETS.includes(one.target));
  return (
    <>
      <div className="min-w-0">
        <label htmlFor={id} dir="auto" className="font-medium break-words">
          {heading}
        </label>
        <p dir="auto" className="truncate font-serif text-quiet">
          {examples.length > 0 ? examples.join(' · ') : 'empty in the first rows'}
        </p>
      </div>
      <select
        id={id}
        value={target}
        onChange={(event) => onChoose(event.target.value)}
        className={`min-h-10 w-full self-center rounded border border-rule bg-sheet px-2 ${target === '' ? 'text-quiet' : ''}`}
      >
        <option value="">not used</option>
        <Options label="Common" targets={common} />
        <Options label="All others" targets={others} />
      </select>
    </>
  );
}

function Options({ label, targets }: { readonly label: string; readonly targets: FilePreview['targets'] }) {
  return (
    <optgroup label={label}>
      {targets.map(({ target, label: name }) => (
        <option key={target} value={target}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
