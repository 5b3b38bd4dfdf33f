// The text of a PDF file by pdfjs, without fonts, pictures, scripts, forms or network. Lines become paragraphs by the
// space between them; what is written larger than the rest is a heading. A page without text (a scan) is told, since
// nothing here reads pictures. What a file may unpack to is not bounded here; read-pdf-elsewhere.ts does that.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InterdictError } from '../../model/errors.ts';
import { composeText } from './article-text.ts';
import { bylineText } from './html-metadata.ts';
import { MAX_ARTICLE_LENGTH, MAX_PDF_BYTES, MAX_PDF_PAGES } from './limits.ts';
import { type PdfLine, paragraphsOf } from './pdf-paragraphs.ts';
import type { RawArticle } from './raw-article.ts';

/** @throws InterdictError ARTICLE_TOO_LARGE, ARTICLE_MALFORMED, ARTICLE_EMPTY (no text, as in a scan) */
export async function readPdf(bytes: Uint8Array): Promise<RawArticle> {
  if (bytes.length > MAX_PDF_BYTES) {
    throw new InterdictError(
      'ARTICLE_TOO_LARGE',
      `The PDF file has ${bytes.length} bytes; the limit is ${MAX_PDF_BYTES}.`,
    );
  }
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdfjs takes the buffer for itself.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
  });
  try {
    return await readDocument(await task.promise);
  } catch (error) {
    if (error instanceof InterdictError) throw error;
    const isLocked = (error as Error).name === 'PasswordException';
    const why = isLocked ? 'is locked with a password' : 'is damaged and cannot be read';
    throw new InterdictError('ARTICLE_MALFORMED', `The PDF file ${why}.`, {}, { cause: error });
  } finally {
    await task.destroy();
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<RawArticle> {
  if (document.numPages > MAX_PDF_PAGES) {
    const message = `The PDF file has ${document.numPages} pages; the limit is ${MAX_PDF_PAGES}.`;
    throw new InterdictError('ARTICLE_TOO_LARGE', message);
  }
  const lines: PdfLine[] = [];
  const empty: number[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const found = await linesOfPage(document, number);
    if (found.length === 0) empty.push(number);
    for (const line of found) length += line.text.length;
    if (length > MAX_ARTICLE_LENGTH) {
      const message = `The PDF file has more than ${MAX_ARTICLE_LENGTH} characters, which is the limit.`;
      throw new InterdictError('ARTICLE_TOO_LARGE', message);
    }
    lines.push(...found);
  }
  if (lines.length === 0) {
    throw new InterdictError('ARTICLE_EMPTY', 'The PDF file holds no text; it may be a scan.');
  }
  const { text, zones, notes } = composeText(paragraphsOf(lines));
  const info = await infoOf(document);
  const scans = `Page(s) ${empty.join(', ')} hold no text (pictures are not read).`;
  return { text, zones, ...info, notes: [...notes, ...(empty.length > 0 ? [scans] : [])] };
}

async function linesOfPage(document: PDFDocumentProxy, number: number): Promise<PdfLine[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
  const lines: PdfLine[] = [];
  let text = '';
  let height = 0;
  let baseline = 0;
  const finish = () => {
    if (text.trim()) lines.push({ text: text.trim(), height, baseline, page: number });
    [text, height] = ['', 0];
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    if (text === '') baseline = Number(item.transform[5]);
    text += item.str;
    if (item.str.trim()) height = Math.max(height, item.height);
    if (item.hasEOL) finish();
  }
  finish();
  page.cleanup();
  return lines;
}

/** Author of the file as it says; its title is often a file name and its date that of the export, so neither is used. */
async function infoOf(document: PDFDocumentProxy): Promise<{ byline?: string }> {
  const { info } = await document.getMetadata();
  const { Author: author } = info as { Author?: unknown };
  const byline = typeof author === 'string' ? bylineText(author) : undefined;
  return byline ? { byline } : {};
}
