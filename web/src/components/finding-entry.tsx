// Something that does not fit together: how grave it is, what it is, and both sides in the words of the reports.
import type { ReactNode } from 'react';
import type { Finding, Span } from '../api/types.ts';
import { Quotation } from './quotation.tsx';

const SEVERITIES = {
  high: { word: 'Grave', colour: 'text-stop' },
  medium: { word: 'Notable', colour: 'text-review' },
  low: { word: 'Slight', colour: 'text-quiet' },
} as const;

interface FindingEntryProps {
  readonly finding: Finding;
  /** What stands under a quotation: which report it is from. */
  readonly sourceOf: (span: Span) => ReactNode;
}

export function FindingEntry({ finding, sourceOf }: FindingEntryProps) {
  const { severity, text, spans, against } = finding;
  const { word, colour } = SEVERITIES[severity];
  return (
    <div className="border-l-4 border-rule py-1 pl-4">
      <p>
        <span className={`font-semibold ${colour}`}>{word}:</span> {text}
      </p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <Side spans={spans} sourceOf={sourceOf} />
        {against.length > 0 && <Side spans={against} sourceOf={sourceOf} />}
      </div>
    </div>
  );
}

interface SideProps {
  readonly spans: readonly Span[];
  readonly sourceOf: (span: Span) => ReactNode;
}

function Side({ spans, sourceOf }: SideProps) {
  return (
    <div className="space-y-2">
      {spans.map((span) => (
        <figure key={`${span.article}/${span.start}`}>
          <Quotation words={span.surface} />
          <figcaption className="text-sm text-quiet">{sourceOf(span)}</figcaption>
        </figure>
      ))}
    </div>
  );
}
