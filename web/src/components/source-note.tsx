// A source as a footnote that opens in place: the reader's eye stays where it is.
import type { ReactNode } from 'react';

interface SourceNoteProps {
  /** What the footnote stands for, for those who hear the page. */
  readonly of: string;
  /** What is to be seen while it is closed. @default 'source' */
  readonly label?: string;
  readonly children: ReactNode;
}

export function SourceNote({ of, label = 'source', children }: SourceNoteProps) {
  return (
    <details className="inline align-baseline text-sm">
      <summary
        aria-label={`${label}: where ${of} is from`}
        className="inline list-none px-1 text-xs text-accent underline decoration-dotted [&::-webkit-details-marker]:hidden"
      >
        {label}
      </summary>
      <span className="mt-1 mb-2 block border-l-2 border-rule pl-3 text-quiet">{children}</span>
    </details>
  );
}
