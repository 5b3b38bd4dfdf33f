// The bytes of a report: one HTML file, or a PDF.
import type { RecordedEntry, ReportFormat } from '../record-service.ts';
import { reportHtml } from './html.ts';
import { makeReport } from './make-report.ts';

/** The report on an entry that still has its content. @param now the moment that it says it was made */
export async function writeReport(
  entry: RecordedEntry,
  format: ReportFormat,
  now: Date,
): Promise<Uint8Array> {
  const report = makeReport(entry, now.toISOString());
  if (format === 'html') return new TextEncoder().encode(reportHtml(report));
  const { reportPdf } = await import('./pdf.ts');
  return await reportPdf(report, now);
}
