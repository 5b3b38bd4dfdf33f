// The entries of the record day by day, the latest first; older ones are fetched when they are wanted.
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileText, Newspaper, Search, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { getJson } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { DecisionWord } from '../../components/decision.tsx';
import { Empty, Failure, Loading } from '../../components/states.tsx';
import { entryAddress } from '../../layout/addresses.ts';
import { type EntryLine, KIND_WORDS } from './entry.ts';

const PAGE = 50;

export function History() {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['record'],
    queryFn: ({ signal, pageParam }) =>
      getJson<EntryLine[]>(`/record?limit=${PAGE}${pageParam ? `&before=${pageParam}` : ''}`, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.seq),
    staleTime: 0,
  });
  if (!data)
    return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what="the record" />;
  const entries = data.pages.flat();
  if (entries.length === 0)
    return (
      <Empty>
        Nothing was asked yet.{' '}
        <Link href="/" className="text-accent underline">
          Screen a party
        </Link>
      </Empty>
    );
  return (
    <>
      {[...Map.groupBy(entries, ({ at }) => at.slice(0, 10))].map(([day, lines]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="mb-8">
          <h2 id={`day-${day}`} className="border-b border-rule pb-1 text-lg font-semibold">
            {day}
          </h2>
          <ol className="divide-y divide-rule">
            {lines.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {error && <Failure error={error} retry={() => void fetchNextPage()} />}
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()} className="no-print">
          {isFetchingNextPage ? 'Loading …' : 'Older entries'}
        </Button>
      )}
    </>
  );
}

const ICONS = { screening: Search, reading: Newspaper, batch: FileText, forgetting: Trash2 } as const;

function Line({ entry }: { readonly entry: EntryLine }) {
  const { id, seq, at, kind, who, summary, decision, isForgotten } = entry;
  const Icon = ICONS[kind];
  const words = isForgotten ? 'Deleted by policy' : summary || KIND_WORDS[kind];
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 py-3 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]">
      <Icon aria-hidden className="mt-1 size-4 text-quiet" />
      <div>
        <Link
          href={entryAddress(id)}
          dir="auto"
          className="line-clamp-2 font-serif text-lg break-words hover:text-accent hover:underline"
        >
          {words}
        </Link>
        <p className="text-sm text-quiet">
          {KIND_WORDS[kind]}, {at.slice(11, 16)} UTC, {who}, entry {seq}
        </p>
      </div>
      {decision && (
        <div className="col-start-2 sm:col-start-3">
          <DecisionWord decision={decision} />
        </div>
      )}
    </li>
  );
}
