// What stands beside an entry: the lists that answered, the code, and the place of the entry in the chain.
import { Link } from 'wouter';
import { useListTitle } from '../../components/use-lists.ts';
import { entryAddress } from '../../layout/addresses.ts';
import type { RecordEntry } from './entry.ts';
import { HashText } from './hash-text.tsx';

export function EntryFacts({ entry }: { readonly entry: RecordEntry }) {
  const { seq, lists, engine, hash, previous, payload } = entry;
  const title = useListTitle();
  return (
    <div className="space-y-6 text-sm">
      {lists.length > 0 && (
        <section>
          <h2 className="font-semibold">Lists that answered</h2>
          <ul className="mt-1 space-y-2">
            {lists.map(({ dataset, version }) => (
              <li key={dataset}>
                {title(dataset)}
                <span className="block text-quiet">
                  <HashText hash={version} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="font-semibold">What answered</h2>
        <p className="mt-1">
          Interdict {engine.version}, policy {engine.policy}
        </p>
        <p className="text-quiet">
          code <HashText hash={engine.code} />, policy <HashText hash={engine.policyHash} />
        </p>
      </section>
      <section>
        <h2 className="font-semibold">In the chain</h2>
        <dl className="mt-1 space-y-2">
          <Hash name={`Entry ${seq}`} hash={hash} />
          {payload && <Hash name="Question and answer" hash={payload} />}
          <Hash name={seq > 1 ? `Entry ${seq - 1}, before it` : 'Nothing before it'} hash={previous} />
        </dl>
        {seq > 1 && (
          <Link href={entryAddress(String(seq - 1))} className="no-print mt-2 block text-accent underline">
            The entry before
          </Link>
        )}
      </section>
    </div>
  );
}

function Hash({ name, hash }: { readonly name: string; readonly hash: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="text-quiet">
        <HashText hash={hash} />
      </dd>
    </div>
  );
}
