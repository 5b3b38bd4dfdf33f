// Where a version of a list is from, and what it holds.
import type { ReactNode } from 'react';
import type { ListVersion } from '../../api/types.ts';
import { moment } from '../../components/moment.ts';
import { OutsideLink } from '../../components/outside-link.tsx';

interface VersionFactsProps {
  readonly dataset: string;
  readonly version: ListVersion;
}

export function VersionFacts({ dataset, version }: VersionFactsProps) {
  const { source, retrievedAt, confirmedAt, aliases, rowsSetAside, valuesSetAside } = version;
  return (
    <dl className="mt-2 grid gap-x-4 border-l-4 border-rule pl-4 text-sm break-words sm:grid-cols-[8rem_minmax(0,1fr)]">
      <Term name="Name here">{dataset}</Term>
      <Term name="Source">
        <OutsideLink href={source}>{source}</OutsideLink>
      </Term>
      <Term name="Got here">{moment(retrievedAt)}</Term>
      {confirmedAt && <Term name="Last served">{moment(confirmedAt)}</Term>}
      <Term name="SHA-256">
        <span className="break-all">{version.version.replace('sha256:', '')}</span>
      </Term>
      <Term name="Other names">{aliases.toLocaleString('en')}</Term>
      <Term name="Set aside">
        {rowsSetAside + valuesSetAside === 0
          ? 'nothing; every row and value was read'
          : `${rowsSetAside.toLocaleString('en')} rows, ${valuesSetAside.toLocaleString('en')} values`}
      </Term>
    </dl>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="font-medium">{name}</dt>
      <dd className="mb-1 min-w-0 text-quiet">{children}</dd>
    </>
  );
}
