// The answer to a screening: the decision with its reasons, then each party that may be meant.
import type { Screening } from '../../api/types.ts';
import { DECISION_MEANINGS, DecisionWord } from '../../components/decision.tsx';
import { Empty } from '../../components/states.tsx';
import { ResultEntry } from './result-entry.tsx';

export function Answer({ screening }: { readonly screening: Screening }) {
  const { decision, reasons, results, query } = screening;
  const name = query.properties.name?.join(' / ') ?? 'the party';
  return (
    <section aria-live="polite" className="mt-8">
      <h2 className="sr-only">Answer for {name}</h2>
      <div className="border-y border-rule py-4">
        <DecisionWord decision={decision} isLarge />
        <p className="mt-1">{DECISION_MEANINGS[decision]}</p>
        <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-quiet">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      {results.length === 0 && <Empty>No listed party comes near enough to be shown.</Empty>}
      <ol className="divide-y divide-rule">
        {results.map((result) => (
          <ResultEntry key={result.id} result={result} />
        ))}
      </ol>
    </section>
  );
}
