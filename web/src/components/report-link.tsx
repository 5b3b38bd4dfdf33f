// The way to a report, or to one claim in it.
import { Link } from 'wouter';
import type { ArticleFacts } from '../api/types.ts';

interface ReportLinkProps {
  /** Of the report. */
  readonly id: string;
  /** What is known of it; its id is shown where nothing is. */
  readonly article: ArticleFacts | undefined;
  /** Id of the claim that the report opens at. */
  readonly claim?: string;
}

export function ReportLink({ id, article, claim }: ReportLinkProps) {
  return (
    <Link
      href={`/reports/${encodeURIComponent(id)}${claim ? `#${encodeURIComponent(claim)}` : ''}`}
      title={article?.title}
      className="text-accent underline"
    >
      {article?.publisher ?? article?.title ?? id}
    </Link>
  );
}
