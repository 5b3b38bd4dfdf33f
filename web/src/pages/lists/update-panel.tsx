// Starts an update of all lists, shows how far it is, and tells what became of each.
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Failure } from '../../components/states.tsx';
import { useListTitle } from '../../components/use-lists.ts';
import type { Update, UpdateOutcome, UpdateStep } from './use-update.ts';

export function UpdatePanel({ update }: { readonly update: Update }) {
  const { isRunning, step, outcomes, error, start } = update;
  return (
    <div className="mt-6">
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button isMain disabled={isRunning} onClick={() => void start()}>
          {isRunning ? 'Updating …' : 'Update all lists'}
        </Button>
        <p className="min-w-0 flex-1 basis-64 text-sm text-quiet">
          Fetches what is new from the publishers. Until the new lists are ready the present ones answer.
        </p>
      </div>
      {isRunning && <Progress step={step} />}
      {error !== undefined && <Failure error={error} retry={() => void start()} />}
      {outcomes && <Outcomes outcomes={outcomes} />}
    </div>
  );
}

function Progress({ step }: { readonly step: UpdateStep | undefined }) {
  const title = useListTitle();
  const what = step
    ? `${step.step === 'fetching' ? 'Fetching' : 'Reading'} ${title(step.dataset)}`
    : 'Asking the publishers';
  const share = step?.total ? step.done / step.total : undefined;
  return (
    <div className="mt-3 text-sm">
      {/* Read out when the list changes, not with every piece that comes. */}
      <p role="status">{what} …</p>
      <progress aria-label={what} value={share} max={1} className="mt-1 w-full" />
      {step && <p className="text-quiet">{amountOf(step)}</p>}
    </div>
  );
}

function amountOf({ step, done, total }: UpdateStep): string {
  const show = step === 'fetching' ? megabytes : (count: number) => count.toLocaleString('en');
  const unit = step === 'fetching' ? 'MB' : 'records';
  return total ? `${show(done)} of ${show(total)} ${unit}` : `${show(done)} ${unit}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function Outcomes({ outcomes }: { readonly outcomes: readonly UpdateOutcome[] }) {
  return (
    <div role="status" className="mt-4">
      <h3 className="text-sm font-semibold">What the update did</h3>
      <ul className="mt-1 space-y-3 text-sm">
        {outcomes.map((outcome) => (
          <OutcomeEntry key={`${outcome.dataset ?? ''}${outcome.places.join()}`} outcome={outcome} />
        ))}
      </ul>
    </div>
  );
}

/** What became of a list, as the end of a sentence that begins with its name. */
function wordsOf({ outcome, published, entities = 0 }: UpdateOutcome): string {
  const parties = `${entities.toLocaleString('en')} parties`;
  switch (outcome) {
    case 'added':
      return `a new version of ${published}, ${parties}`;
    case 'repaired':
      return `the version of ${published} was damaged here and is whole again`;
    case 'unchanged':
    case 'already-stored':
      return `nothing new since ${published}`;
    case 'held':
      return `a version of ${published}, ${parties}, is held back until you confirm it`;
    case 'refused':
      return 'could not be updated';
    case 'not-a-list':
      return 'is not a list';
  }
}

function OutcomeEntry({ outcome }: { readonly outcome: UpdateOutcome }) {
  const title = useListTitle();
  const { dataset, notes = [], error } = outcome;
  const isTrouble = error !== undefined || outcome.outcome === 'refused' || outcome.outcome === 'held';
  const Icon = isTrouble ? CircleAlert : CircleCheck;
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isTrouble ? 'text-review' : 'text-clear'}`} />
      <div className="min-w-0 break-words">
        <p>
          {dataset ? title(dataset) : outcome.places.join(', ')}: {wordsOf(outcome)}
        </p>
        {notes.map((note) => (
          <p key={note} className="text-quiet">
            {note}
          </p>
        ))}
        {error && (
          <p className="text-quiet">
            {error.message} {error.remedy}
          </p>
        )}
      </div>
    </li>
  );
}
