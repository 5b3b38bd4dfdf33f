// Asks the question of an entry again, of the very same lists, and says whether the answer is the same.
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { postJson } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Failure } from '../../components/states.tsx';
import { type Difference, pathOf, type Rerun } from './entry.ts';

export function RerunEntry({ id }: { readonly id: string }) {
  const asking = useMutation({ mutationFn: () => postJson<Rerun>(`${pathOf(id)}/rerun`) });
  return (
    <>
      <p className="text-quiet">The same question, of the very versions of the lists that answered then.</p>
      <Button className="no-print mt-3" disabled={asking.isPending} onClick={() => asking.mutate()}>
        {asking.isPending ? 'Asking …' : 'Ask again'}
      </Button>
      {asking.error && <Failure error={asking.error} />}
      <div role="status">{asking.data && <Outcome rerun={asking.data} />}</div>
    </>
  );
}

function Outcome({ rerun: { same, changed, differences } }: { readonly rerun: Rerun }) {
  const Icon = same ? CircleCheck : TriangleAlert;
  return (
    <div className="mt-4">
      <p className={`flex items-baseline gap-2 font-semibold ${same ? 'text-clear' : 'text-review'}`}>
        <Icon aria-hidden className="size-4 shrink-0 translate-y-0.5" />
        {same ? 'The answer is the same, byte for byte.' : 'The answer is not the same.'}
      </p>
      {changed.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-sm">
          {changed.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {differences.length > 0 && <Differences differences={differences} />}
    </div>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <ul className="mt-3 space-y-3 text-sm">
      {differences.map(({ path, recorded, now }) => (
        <li key={path} className="border-l-4 border-rule pl-3">
          <code className="font-mono text-xs break-all">{path}</code>
          <dl className="grid gap-x-4 sm:grid-cols-2">
            <Side name="Then" value={recorded} />
            <Side name="Now" value={now} />
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Side({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  return (
    <div className="min-w-0">
      <dt className="text-quiet">{name}</dt>
      <dd className="break-words">{value ?? 'nothing'}</dd>
    </div>
  );
}
