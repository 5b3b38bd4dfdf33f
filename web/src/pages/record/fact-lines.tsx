// Facts in lines: what it is, and what it says. Those that say nothing are left out.
import type { ReactNode } from 'react';

interface FactLinesProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

export function FactLines({ facts }: FactLinesProps) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-sm text-quiet sm:pt-0.5">{name}</dt>
            <dd dir="auto" className="mb-1 break-words sm:mb-0">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
