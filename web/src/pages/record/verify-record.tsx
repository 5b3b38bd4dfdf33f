// Goes through the whole chain, and says in words what came of it.
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, OctagonX } from 'lucide-react';
import { Link } from 'wouter';
import { postJson } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Failure } from '../../components/states.tsx';
import { entryAddress } from '../../layout/addresses.ts';
import type { Verification } from './entry.ts';
import { HashText } from './hash-text.tsx';

export function VerifyRecord() {
  const verifying = useMutation({ mutationFn: () => postJson<Verification>('/record/verify') });
  return (
    <section aria-labelledby="verify">
      <h2 id="verify" className="font-semibold">
        Verify
      </h2>
      <p className="mt-1 text-sm text-quiet">Looks for any entry that was changed, taken out or moved.</p>
      <Button
        isMain
        className="no-print mt-3"
        disabled={verifying.isPending}
        onClick={() => verifying.mutate()}
      >
        {verifying.isPending ? 'Verifying …' : 'Verify the record'}
      </Button>
      {verifying.error && <Failure error={verifying.error} />}
      <div role="status">{verifying.data && <Outcome verification={verifying.data} />}</div>
    </section>
  );
}

function Outcome({ verification }: { readonly verification: Verification }) {
  const { ok, entries, forgotten, head, problems, problemCount } = verification;
  const Icon = ok ? CircleCheck : OctagonX;
  return (
    <div className="mt-4 text-sm">
      <p className={`flex items-baseline gap-2 font-semibold ${ok ? 'text-clear' : 'text-stop'}`}>
        <Icon aria-hidden className="size-4 shrink-0 translate-y-0.5" />
        {ok ? 'The record is whole.' : 'The record is not as it was written.'}
      </p>
      <p className="mt-1">
        {entries === 1 ? 'One entry was' : `${entries.toLocaleString('en')} entries were`} looked at
        {forgotten > 0 && `; the content of ${forgotten.toLocaleString('en')} was deleted by policy`}.
      </p>
      {problems.length > 0 && (
        <ul className="mt-2 space-y-1">
          {problems.map(({ seq, id, problem }) => (
            <li key={`${seq} ${problem}`}>
              {id ? (
                <Link href={entryAddress(id)} className="text-accent underline">
                  Entry {seq}
                </Link>
              ) : (
                `Entry ${seq}`
              )}
              : {problem}
            </li>
          ))}
          {problemCount > problems.length && (
            <li>and {(problemCount - problems.length).toLocaleString('en')} more.</li>
          )}
        </ul>
      )}
      <p className="mt-2 text-quiet">
        Last entry {head.seq}, hash <HashText hash={head.hash} />. Note it elsewhere: it shows later that
        nothing up to it was written anew.
      </p>
    </div>
  );
}
