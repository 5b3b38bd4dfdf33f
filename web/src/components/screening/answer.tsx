// The answer to a screening: the decision with its reasons, then each party that may be meant.
import type { Screening } from '../../api/types.ts';
import { Button } from '../button.tsx';
import { DECISION_MEANINGS, DecisionWord } from '../decision.tsx';
import { Empty } from '../states.tsx';
import { ResultEntry } from './result-entry.tsx';

/** Reasons to be seen at once; the first is on the parties, what follows is mostly on the lists. */
const REASONS_SHOWN = 2;

interface AnswerProps {
  readonly screening: Screening;
  /** Asks for more results; absent if all that there are are here. */
  readonly onMore?: (() => void) | undefined;
}

export function Answer({ screening, onMore }: AnswerProps) {
  const { decision, reasons, results, query } = screening;
  const name = query.properties.name?.join(' / ') ?? 'the party';
  return (
    <section aria-label={`Answer for ${name}`} className="mt-8">
      <div role="status" className="border-y border-rule py-4">
        <DecisionWord decision={decision} isLarge />
        <p className="mt-1">{DECISION_MEANINGS[decision]}</p>
        <Reasons reasons={reasons} />
      </div>
      <h2 className="sr-only">Parties that may be meant</h2>
      {results.length === 0 && (
        <Empty>
          No listed party comes near enough to be shown.
          {decision === 'undetermined' && ' That is not a clearance: see the lists that were asked.'}
        </Empty>
      )}
      {results.length > 1 && (
        <p className="mt-4 text-sm text-quiet">{results.length} parties may be meant, the likeliest first.</p>
      )}
      <ol className="divide-y divide-rule">
        {results.map((result) => (
          <ResultEntry key={result.id} result={result} />
        ))}
      </ol>
      {onMore && (
        <div className="no-print mt-4">
          <Button onClick={onMore}>Show parties that are less likely too</Button>
        </div>
      )}
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const more = reasons.slice(REASONS_SHOWN);
  return (
    <div className="mt-2 text-sm text-quiet">
      <ReasonList reasons={reasons.slice(0, REASONS_SHOWN)} />
      {more.length > 0 && (
        <details className="mt-1">
          <summary className="text-accent">
            {more.length === 1 ? 'One more reason' : `${more.length} more reasons`}
          </summary>
          <ReasonList reasons={more} />
        </details>
      )}
    </div>
  );
}

function ReasonList({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
