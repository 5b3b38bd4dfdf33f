// A report as a PDF in A4, with its typeface inside: DejaVu Sans, which has Latin, Cyrillic, Greek, Armenian, Georgian,
// Hebrew and Arabic. What it lacks is written in Latin letters, and a note says so. The same document gives the same
// bytes.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Decision } from '../../../model/decision.ts';
import { type Block, type Column, filled, plainText, type ReportDocument, TEXTS } from './document.ts';
import { type HasGlyph, pdfText } from './pdf-text.ts';

const require = createRequire(import.meta.url);
const FONTS = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  code: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
} as const;
type FontName = keyof typeof FONTS;

/** Points; 72 are an inch. */
const MARGIN = 48;
const FOOTER = 28;
const LABEL_WIDTH = 130;
const GAP = 8;

const INK = '#1c1d1f';
const QUIET = '#55585d';
const RULE = '#c9ccd1';
const SIGNS: Readonly<Record<Decision, { readonly word: string; readonly colour: string }>> = {
  clear: { word: '✓ CLEAR', colour: '#23693f' },
  review: { word: '? REVIEW', colour: '#8a5a00' },
  stop: { word: '✗ STOP', colour: '#a3221c' },
  undetermined: { word: '– UNDETERMINED', colour: '#5b3f8c' },
};

/** Characters of one cell or value; a row that is longer than a page would tear the table apart. */
const LONGEST_VALUE = 1500;

/**
 * A report as the bytes of a PDF.
 * @param madeAt what the file says of its own making
 */
export async function reportPdf(report: ReportDocument, madeAt: Date): Promise<Uint8Array> {
  const sheet = new Sheet(report, madeAt);
  sheet.header(report);
  for (const block of report.blocks) sheet.block(block);
  return await sheet.finish(report.footer);
}

interface Style {
  readonly font?: FontName;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

/** A cell of a row; widths are shares of the page. */
interface PageCell {
  readonly width: number;
  readonly text: string;
  readonly style?: Style;
}

class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #hasGlyph: Readonly<Record<FontName, HasGlyph>>;
  readonly #chunks: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  #isReplaced = false;

  constructor({ title, subject }: ReportDocument, madeAt: Date) {
    const margins = { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER };
    this.#doc = new PDFDocument({
      size: 'A4',
      margins,
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      info: {
        Title: plainText(`${title}: ${subject}`),
        Creator: 'Interdict',
        Producer: 'Interdict',
        CreationDate: madeAt,
      },
    });
    this.#doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.#doc.on('end', resolve).on('error', reject);
    });
    for (const [name, path] of Object.entries(FONTS)) this.#doc.registerFont(name, path);
    this.#hasGlyph = {
      plain: this.#glyphsOf('plain'),
      bold: this.#glyphsOf('bold'),
      code: this.#glyphsOf('code'),
    };
  }

  header({ title, subject }: ReportDocument): void {
    this.#write(title, { colour: QUIET });
    this.#write(subject, { font: 'bold', size: 18 });
    this.#rule(INK);
    this.#space(6);
  }

  block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#heading(block.level, block.text);
        break;
      case 'decision':
        this.#write(SIGNS[block.decision].word, {
          font: 'bold',
          size: 14,
          colour: SIGNS[block.decision].colour,
        });
        this.#write(block.text, { size: 10 });
        break;
      case 'text':
        this.#write(block.text, block.isQuiet ? { colour: QUIET } : {});
        break;
      case 'items':
        for (const item of block.items)
          this.#row(
            [
              { width: 1, text: '•' },
              { width: 45, text: item },
            ],
            2,
          );
        break;
      case 'facts':
        for (const { label, values, isCode } of block.rows) this.#fact(label, values, isCode ?? false);
        break;
      case 'table':
        this.#table(block.columns, block.rows);
    }
    this.#space(4);
  }

  /** Numbers the pages and gives the bytes. */
  async finish(footer: string): Promise<Uint8Array> {
    if (this.#isReplaced) this.#write(TEXTS.notes.romanised, { colour: QUIET });
    const doc = this.#doc;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      // Below the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      const text = pdfText(`${footer} · page ${page - start + 1} of ${count}`, this.#hasGlyph.plain).text;
      doc.font('plain').fontSize(7).fillColor(QUIET);
      doc.text(text, MARGIN, doc.page.height - MARGIN, { width: this.#width, lineBreak: false });
    }
    doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  get #width(): number {
    return this.#doc.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.#doc.page.height - this.#doc.page.margins.bottom;
  }

  /** Which characters a typeface has: the PDF library knows, but only inside. */
  #glyphsOf(name: FontName): HasGlyph {
    this.#doc.font(name);
    const { _font: font } = this.#doc as unknown as {
      readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    };
    return (codePoint) => font.font.hasGlyphForCodePoint(codePoint);
  }

  #heading(level: 2 | 3 | 4, text: string): void {
    const size = { 2: 13, 3: 11, 4: 9 }[level];
    // A heading at the foot of a page belongs to what is on the next.
    if (this.#doc.y + 60 > this.#bottom) this.#doc.addPage();
    this.#space(level === 4 ? 4 : 10);
    this.#write(text, { font: 'bold', size });
    if (level === 2) this.#rule(RULE);
    this.#space(3);
  }

  #fact(label: string, values: readonly string[], isCode: boolean): void {
    const share = LABEL_WIDTH / this.#width;
    for (const [index, value] of values.entries()) {
      this.#row(
        [
          { width: share, text: index === 0 ? label : '', style: { colour: QUIET } },
          { width: 1 - share, text: value, style: isCode ? { font: 'code', size: 7.5 } : {} },
        ],
        1,
      );
    }
  }

  #table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const head = columns.map(({ heading, width, isNumber }): PageCell => {
      const align = isNumber ? 'right' : 'left';
      return { width, text: heading, style: { font: 'bold', size: 8, colour: QUIET, align } };
    });
    const cellsOf = (row: readonly string[]): PageCell[] =>
      columns.map(({ width, isCode, isNumber }, at) => {
        const align = isNumber ? 'right' : 'left';
        const style: Style = isCode ? { font: 'code', size: 7, align } : { size: 8.5, align };
        return { width, text: row[at] ?? '', style };
      });
    this.#row(head, 2);
    this.#rule(RULE);
    for (const row of rows) this.#row(cellsOf(row), 2, () => this.#row(head, 2));
    this.#space(6);
  }

  /**
   * Cells beside one another, all on one page.
   * @param onNewPage called if a page had to be begun for it
   */
  #row(cells: readonly PageCell[], padding: number, onNewPage?: () => void): void {
    const doc = this.#doc;
    const whole = cells.reduce((sum, { width }) => sum + width, 0);
    const free = this.#width - GAP * (cells.length - 1);
    const prepared = cells.map(({ width, text, style = {} }) => {
      const inFont = this.#prepare(text, style);
      const points = (width / whole) * free;
      const align = style.align ?? 'left';
      return {
        text: inFont,
        style,
        points,
        align,
        height: doc.heightOfString(inFont || ' ', { width: points }),
      };
    });
    const height = Math.max(...prepared.map((cell) => cell.height));
    if (doc.y + height + padding > this.#bottom) {
      doc.addPage();
      onNewPage?.();
    }
    const top = doc.y;
    let left = MARGIN;
    for (const { text, style, points, align } of prepared) {
      this.#set(style);
      doc.text(text, left, top, { width: points, align });
      left += points + GAP;
    }
    doc.x = MARGIN;
    doc.y = top + height + padding;
  }

  #write(text: string, style: Style): void {
    const prepared = this.#prepare(text, style);
    this.#doc.text(prepared, MARGIN, this.#doc.y, { width: this.#width });
    this.#space(2);
  }

  /** Sets the style, and gives the text as the typeface can show it. */
  #prepare(text: string, style: Style): string {
    this.#set(style);
    const excess = text.length - LONGEST_VALUE;
    const shortened =
      excess > 0
        ? `${text.slice(0, LONGEST_VALUE).toWellFormed()} … ${filled(TEXTS.notes.shortened, { count: excess })}`
        : text;
    const shown = pdfText(shortened, this.#hasGlyph[style.font ?? 'plain']);
    this.#isReplaced ||= shown.isReplaced;
    return shown.text;
  }

  #set({ font = 'plain', size = 9, colour = INK }: Style): void {
    this.#doc.font(font).fontSize(size).fillColor(colour);
  }

  #space(points: number): void {
    this.#doc.y += points;
  }

  #rule(colour: string): void {
    const { y } = this.#doc;
    this.#doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.#width, y)
      .lineWidth(0.5)
      .strokeColor(colour)
      .stroke();
    this.#space(3);
  }
}
