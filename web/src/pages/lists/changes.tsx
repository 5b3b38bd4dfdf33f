// What changed between two versions of a list, in words: who came, who went, and what is said differently of whom.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getJson } from '../../api/client.ts';
import type { ListVersion } from '../../api/types.ts';
import { Field, SelectField } from '../../components/field.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { type ChangeEntry, ChangeGroup } from './change-group.tsx';

interface ChangesAnswer {
  readonly from: Pick<ListVersion, 'version' | 'published'>;
  readonly to: Pick<ListVersion, 'version' | 'published'>;
  readonly words: { readonly summary: string; readonly entries: readonly ChangeEntry[] };
}

/** Two versions by their hashes. */
interface Compared {
  readonly from: string;
  readonly to: string;
}

const KINDS = ['added', 'removed', 'changed'] as const;

export function Changes({ dataset }: { readonly dataset: string }) {
  const [chosen, setChosen] = useState<Compared>();
  const [wanted, setWanted] = useState('');
  const address = `/lists/${encodeURIComponent(dataset)}`;
  const versions = useQuery({
    queryKey: ['lists', dataset, 'versions'],
    queryFn: ({ signal }) => getJson<ListVersion[]>(`${address}/versions`, signal),
  });
  const compared = chosen ?? lastTwo(versions.data ?? []);
  const changes = useQuery({
    queryKey: ['lists', dataset, 'changes', compared],
    queryFn: ({ signal }) =>
      getJson<ChangesAnswer>(`${address}/changes?${new URLSearchParams({ ...compared })}`, signal),
    enabled: versions.data !== undefined,
    placeholderData: keepPreviousData,
  });
  if (versions.error) return <Failure error={versions.error} retry={() => void versions.refetch()} />;
  if (changes.error) return <Failure error={changes.error} retry={() => void changes.refetch()} />;
  if (!changes.data) return <Loading what="what changed" />;
  const { from, to, words } = changes.data;
  const options = (versions.data ?? []).map(
    ({ version, published, entities, isStarter }) =>
      [
        version,
        `${published}, ${isStarter ? 'starter data' : `${entities.toLocaleString('en')} parties`}`,
      ] as const,
  );
  const entries = words.entries.filter((entry) => speaksOf(entry, wanted));
  return (
    <div className="mt-3 border-l-4 border-rule pl-4">
      {options.length > 0 && (
        <div className="no-print grid gap-3 sm:grid-cols-2">
          <SelectField
            label="From"
            value={from.version}
            options={options}
            onChange={(version) => setChosen({ from: version, to: to.version })}
          />
          <SelectField
            label="To"
            value={to.version}
            options={options}
            onChange={(version) => setChosen({ from: from.version, to: version })}
          />
        </div>
      )}
      <p role="status" className="mt-3">
        From {from.published} to {to.published}: {words.summary}.
      </p>
      {words.entries.length > 0 && (
        <Field
          label="Find in the changes"
          type="search"
          className="no-print mt-3 max-w-sm"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {words.entries.length > 0 && entries.length === 0 && <Empty>No change speaks of that.</Empty>}
      {KINDS.map((kind) => (
        <ChangeGroup key={kind} kind={kind} entries={entries.filter((entry) => entry.kind === kind)} />
      ))}
    </div>
  );
}

/** The last two official versions; a sample beside an official list would make everything look new. */
function lastTwo(versions: readonly ListVersion[]): Compared | undefined {
  const official = versions.filter(({ isStarter }) => !isStarter);
  const [from, to] = (official.length > 1 ? official : versions).slice(-2);
  return from && to ? { from: from.version, to: to.version } : undefined;
}

function speaksOf({ heading, details, recordId }: ChangeEntry, wanted: string): boolean {
  const text = [heading, recordId, ...details].join('\n').toLocaleLowerCase();
  return text.includes(wanted.trim().toLocaleLowerCase());
}
