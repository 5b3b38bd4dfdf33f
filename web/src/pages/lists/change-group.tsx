// The changes of one kind; a long list of them comes in pieces.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';

export interface ChangeEntry {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly recordId: string;
  readonly heading: string;
  readonly details: readonly string[];
}

const TITLES = {
  added: { title: 'Added', sign: '+', colour: 'text-stop' },
  removed: { title: 'Removed', sign: '−', colour: 'text-clear' },
  changed: { title: 'Changed', sign: '~', colour: 'text-review' },
} as const;

/** Entries that are shown at first, and with each further press. */
const PIECE = 50;

interface ChangeGroupProps {
  readonly kind: ChangeEntry['kind'];
  readonly entries: readonly ChangeEntry[];
}

export function ChangeGroup({ kind, entries }: ChangeGroupProps) {
  const [count, setCount] = useState(PIECE);
  if (entries.length === 0) return null;
  const { title, sign, colour } = TITLES[kind];
  return (
    <section className="mt-4">
      <h4 className="font-semibold">
        <span aria-hidden className={colour}>
          {sign}
        </span>{' '}
        {title} <span className="font-normal text-quiet">{entries.length.toLocaleString('en')}</span>
      </h4>
      <ul className="mt-1 space-y-2">
        {entries.slice(0, count).map(({ recordId, heading, details }) => (
          <li key={recordId} className="break-words">
            <bdi>{heading}</bdi> <span className="text-sm text-quiet">record {recordId}</span>
            {details.length > 0 && (
              <ul className="list-disc pl-5 text-sm text-quiet">
                {details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {entries.length > count && (
        <Button className="no-print mt-2" onClick={() => setCount(count + PIECE)}>
          {`Show ${Math.min(PIECE, entries.length - count)} more of ${entries.length.toLocaleString('en')}`}
        </Button>
      )}
    </section>
  );
}
