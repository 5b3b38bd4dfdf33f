// Which lists gave the answer, how old they are, and where the answer is filed.
import { Link } from 'wouter';
import type { ListState, ListUse, Screening } from '../../api/types.ts';

const STATES: Readonly<Record<ListState, { word: string; colour: string }>> = {
  fresh: { word: 'fresh', colour: 'text-clear' },
  stale: { word: 'stale', colour: 'text-review' },
  missing: { word: 'missing', colour: 'text-stop' },
  incomplete: { word: 'incomplete', colour: 'text-review' },
  starter: { word: 'starter data', colour: 'text-review' },
};

export function ListsAsked({ screening }: { readonly screening: Screening }) {
  const { lists, asOf, at, id, engine } = screening;
  return (
    <section className="text-sm">
      <h2 className="font-semibold">Lists asked, by the state of {asOf}</h2>
      <ul className="mt-2 space-y-1">
        {lists.map((list) => (
          <ListLine key={list.dataset} list={list} />
        ))}
      </ul>
      <h2 className="mt-6 font-semibold">Filed</h2>
      <p className="mt-1 text-quiet">
        {new Date(at).toLocaleString()}, Interdict {engine.version}, policy {engine.policy}.{' '}
        <Link href={`/record/${encodeURIComponent(id)}`} className="text-accent underline">
          Open in the record
        </Link>
      </p>
    </section>
  );
}

function ListLine({ list }: { readonly list: ListUse }) {
  const { word, colour } = STATES[list.state];
  return (
    <li className="flex flex-wrap justify-between gap-x-3 border-b border-rule pb-1">
      <span className="break-all">
        {list.dataset}
        {list.required ? '' : ' (not required)'}
      </span>
      <span>
        {list.published && <span className="text-quiet">{list.published} </span>}
        <span className={colour}>{word}</span>
      </span>
    </li>
  );
}
