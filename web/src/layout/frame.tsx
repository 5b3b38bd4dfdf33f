// What stands around every page: the name, the way to the other pages, and one line on the lists, because an answer
// from stale lists is worse than none.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { getJson } from '../api/client.ts';
import type { Status } from '../api/types.ts';
import { useArrival } from './use-arrival.ts';

const PAGES = [
  ['/', 'Screen'],
  ['/reports', 'Reports'],
  ['/lists', 'Lists'],
  ['/file', 'File'],
  ['/record', 'Record'],
] as const;

export function Frame({ children }: { readonly children: ReactNode }) {
  useArrival('content');
  return (
    <div className="min-h-screen">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:bg-sheet focus:p-3 focus:text-accent"
      >
        Skip to the content
      </a>
      <header className="no-print border-b border-rule">
        <div className="mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3">
          <Link href="/" className="font-serif text-xl font-semibold tracking-tight">
            Interdict
          </Link>
          <nav aria-label="Pages" className="flex flex-wrap gap-x-4 gap-y-1">
            {PAGES.map(([address, name]) => (
              <NavLink key={address} address={address} name={name} />
            ))}
          </nav>
        </div>
      </header>
      <ListsNote />
      <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 pb-24 outline-none">
        {children}
      </main>
    </div>
  );
}

function NavLink({ address, name }: { readonly address: string; readonly name: string }) {
  const [here] = useLocation();
  const isHere = address === '/' ? here === '/' || here.startsWith('/parties/') : here.startsWith(address);
  return (
    <Link
      href={address}
      aria-current={isHere ? 'page' : undefined}
      className={`border-b-2 py-1 ${isHere ? 'border-accent text-ink' : 'border-transparent text-quiet hover:text-ink'}`}
    >
      {name}
    </Link>
  );
}

function ListsNote() {
  const { data } = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<Status>('/status', signal),
  });
  if (!data || data.decisionNote === '') return null;
  return (
    <div role="note" className="border-b border-rule bg-mark">
      <p className="mx-auto max-w-6xl px-4 py-2 text-sm">
        {data.decisionNote}{' '}
        <Link href="/lists" className="no-print font-medium underline">
          Look at the lists
        </Link>
      </p>
    </div>
  );
}
