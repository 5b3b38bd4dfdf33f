// Which lists gave the answer, how old they are, and where the answer is filed.
import { Link } from 'wouter';
import type { ListUse, Screening } from '../../api/types.ts';
import { ListStateWord } from '../../components/list-state.tsx';
import { moment } from '../../components/moment.ts';
import { useListTitle } from '../../components/use-lists.ts';
import { entryAddress } from '../../layout/addresses.ts';

export function ListsAsked({ screening }: { readonly screening: Screening }) {
  const { lists, asOf, at, id, engine } = screening;
  const required = lists.filter((list) => list.required);
  const others = lists.filter((list) => !list.required);
  return (
    <section className="text-sm">
      <h2 className="font-semibold">Lists asked, as they were on {asOf}</h2>
      <ListLines lists={required} />
      {others.length > 0 && (
        <>
          <h3 className="mt-4 text-quiet">Asked besides, not needed to clear</h3>
          <ListLines lists={others} />
        </>
      )}
      <h2 className="mt-6 font-semibold">Filed</h2>
      <p className="mt-1 text-quiet">
        {moment(at)}, Interdict {engine.version}, policy {engine.policy}.{' '}
        <Link href={entryAddress(id)} className="text-accent underline">
          Open in the record
        </Link>
      </p>
    </section>
  );
}

function ListLines({ lists }: { readonly lists: readonly ListUse[] }) {
  const title = useListTitle();
  return (
    <ul className="mt-2 space-y-2">
      {lists.map(({ dataset, state, published }) => (
        <li key={dataset} className="border-b border-rule pb-2">
          <span className="block">{title(dataset)}</span>
          <span className="flex flex-wrap justify-between gap-x-3">
            <span className="text-quiet">{published}</span>
            <ListStateWord state={state} />
          </span>
        </li>
      ))}
    </ul>
  );
}
