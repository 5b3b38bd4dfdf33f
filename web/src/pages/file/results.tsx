// A file that was screened: what was decided, what could not be read, the rows, and the results to take away.
import { Link } from 'wouter';
import { DECISION_MEANINGS, DecisionWord } from '../../components/decision.tsx';
import { moment } from '../../components/moment.ts';
import { Section } from '../../components/section.tsx';
import { entryAddress } from '../../layout/addresses.ts';
import { type JobStatus, pathOf } from './job.ts';
import { RemoveFile } from './remove-file.tsx';
import { Resumed } from './resumed.tsx';
import { Rows } from './rows.tsx';

interface ResultsProps {
  readonly status: JobStatus;
  readonly onRemoved: () => void;
}

export function Results({ status, onRemoved }: ResultsProps) {
  const { job, rows = 0, resumed, decision, decisions, problems, notes, recordId, keptUntil } = status;
  return (
    <>
      <div className="border-y border-rule py-4">
        {decision && <DecisionWord decision={decision} isLarge />}
        <p className="mt-1">
          {decision && decision !== 'clear' && 'The gravest decision of any row. '}
          {rows === 1 ? 'One row' : `${rows.toLocaleString('en')} rows`}
          {decision === 'clear' && `: ${DECISION_MEANINGS.clear.toLowerCase()}`}
          {decision !== 'clear' && ' were looked at.'}
        </p>
        {resumed !== undefined && <Resumed rows={resumed} />}
        <Problems problems={problems} job={job} />
        <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-quiet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        {recordId && (
          <p className="mt-2 text-sm">
            <Link href={entryAddress(recordId)} className="text-accent underline">
              Open in the record
            </Link>
          </p>
        )}
      </div>
      <Section id="rows" title="The rows">
        <Rows job={job} decisions={decisions} />
      </Section>
      <Section id="take-away" title="Take away">
        <ul className="no-print flex flex-wrap gap-x-6 gap-y-2">
          <Download job={job} format="csv" name="Table (CSV)" />
          <Download job={job} format="jsonl" name="Whole answers (JSON lines)" />
        </ul>
        {keptUntil && <p className="my-3 text-sm text-quiet">Kept until {moment(keptUntil)}.</p>}
        <RemoveFile job={job} word="Remove the file" onRemoved={onRemoved} />
      </Section>
    </>
  );
}

function Problems({ problems, job }: Pick<JobStatus, 'problems' | 'job'>) {
  const { notScreened, valuesLeftOut } = problems;
  if (notScreened + valuesLeftOut === 0) return null;
  const parts = [
    notScreened > 0 && `${counted(notScreened, 'row')} could not be screened`,
    valuesLeftOut > 0 &&
      `${counted(valuesLeftOut, 'value')} could not be read and ${valuesLeftOut === 1 ? 'was' : 'were'} left out`,
  ];
  return (
    <p className="mt-2 font-medium text-review">
      {parts.filter(Boolean).join('; ')}.{' '}
      <a href={downloadOf(job, 'problems')} download className="no-print text-accent underline">
        Which and why (CSV)
      </a>
    </p>
  );
}

type Format = 'csv' | 'jsonl' | 'problems';

interface DownloadProps {
  readonly job: string;
  readonly format: Format;
  readonly name: string;
}

function Download({ job, format, name }: DownloadProps) {
  return (
    <li>
      <a href={downloadOf(job, format)} download className="text-accent underline">
        {name}
      </a>
    </li>
  );
}

function downloadOf(job: string, format: Format): string {
  return `/api/v1${pathOf(job)}/results?format=${format}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
