// Lines of a PDF file, which knows no paragraphs, joined to paragraphs: by the space between lines, their height, and
// the page's furniture (running heads and page numbers), which is left out where it stands on most pages.
import { lineKey } from '../zones/line-key.ts';
import type { TextLine } from './article-text.ts';

export interface PdfLine {
  readonly text: string;
  /** Height of its letters, in points. */
  readonly height: number;
  /** Distance from the lower edge of the page, in points. */
  readonly baseline: number;
  readonly page: number;
}

/** Space between two lines, in heights of a line, from which a new paragraph begins; set text has about 1.2. */
const PARAGRAPH_SPACE = 1.75;
/** How much larger than most letters a heading is written. */
const HEADING_HEIGHT = 1.12;
const MOST_HEADING = 200;
/** Pages from which repeated lines at the edges are running heads. */
const LEAST_PAGES = 3;

export function paragraphsOf(lines: readonly PdfLine[]): TextLine[] {
  const body = median(
    lines.flatMap(({ height, text }) => new Array(Math.ceil(text.length / 20)).fill(height)),
  );
  const paragraphs: { text: string; isHeading: boolean }[] = [];
  let before: PdfLine | undefined;
  for (const line of withoutRunningHeads(lines)) {
    const isHeading = line.height > body * HEADING_HEIGHT;
    const last = paragraphs.at(-1);
    if (before && last && last.isHeading === isHeading && goesOn(before, line, body)) {
      last.text = joined(last.text, line.text);
    } else paragraphs.push({ text: line.text, isHeading });
    before = line;
  }
  const first = paragraphs.findIndex(({ isHeading }) => isHeading);
  return paragraphs.map(({ text, isHeading }, index) => {
    if (!isHeading || text.length > MOST_HEADING) return { text };
    return { text, kind: index === first && index < 4 ? 'headline' : 'subhead' };
  });
}

function goesOn(upper: PdfLine, lower: PdfLine, body: number): boolean {
  // Over the page's edge only a sentence tells.
  if (upper.page !== lower.page) return !/[.!?:]["”’)]*$/u.test(upper.text);
  const space = upper.baseline - lower.baseline;
  return space >= 0 && space < PARAGRAPH_SPACE * Math.max(body, lower.height);
}

/** Two lines as one. A hyphen at the end may belong to the word or not; it stays, since a name must not be changed. */
function joined(upper: string, lower: string): string {
  if (upper.endsWith('\u00AD')) return upper.slice(0, -1) + lower;
  return /\p{L}-$/u.test(upper) && /^\p{L}/u.test(lower) ? upper + lower : `${upper} ${lower}`;
}

/** Without page numbers and without lines that stand first or last on most pages. */
function withoutRunningHeads(lines: readonly PdfLine[]): readonly PdfLine[] {
  const pages = Map.groupBy(lines, ({ page }) => page);
  if (pages.size < LEAST_PAGES) return lines;
  const counts = new Map<string, number>();
  for (const page of pages.values()) {
    for (const line of new Set([page[0], page.at(-1)])) {
      const key = runningKey(line as PdfLine);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const isRunning = (line: PdfLine, page: readonly PdfLine[]) =>
    (line === page[0] || line === page.at(-1)) && (counts.get(runningKey(line)) ?? 0) > pages.size / 2;
  return [...pages.values()].flatMap((page) => page.filter((line) => !isRunning(line, page)));
}

/** Page numbers differ from page to page and are the same line for all that. */
function runningKey({ text }: PdfLine): string {
  return lineKey(text).replace(/\d+/gu, '#');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
