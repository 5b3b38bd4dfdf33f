// The text of a piece of a page as lines: one for each paragraph, heading, caption and point of a list, with what the
// markup says that it is. White space is that of a browser; marks that a browser would draw (bullets, the quotation
// marks of <q>) are written. Scripts and hidden elements give nothing; nothing here is ever executed or rendered.
import type { ZoneKind } from '../../model/reading.ts';

/** What is used of a parsed node; structural, so that no DOM library is needed for the types. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly nodeValue?: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}

export interface HtmlLine {
  readonly text: string;
  /** Missing for a paragraph. */
  readonly kind?: ZoneKind;
  /** The line goes on from the one before (a line break in a paragraph). */
  readonly isContinued: boolean;
}

const ELEMENT = 1;
const TEXT = 3;

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const SILENT: ReadonlySet<string> = new Set(
  'head script style noscript template svg math iframe object embed button input select textarea title nav'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, ZoneKind>> = {
  h1: 'subhead',
  h2: 'subhead',
  h3: 'subhead',
  h4: 'subhead',
  h5: 'subhead',
  h6: 'subhead',
  figcaption: 'caption',
};

/** A node that is entered, or one whose end is reached. */
type Step = { readonly node: HtmlNode; readonly isEnd: boolean };

export function linesOfHtml(root: HtmlNode): HtmlLine[] {
  const writer = new LineWriter();
  const steps: Step[] = [{ node: root, isEnd: false }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, isEnd } = step;
    if (node.nodeType === TEXT) writer.text(node.nodeValue ?? '');
    if (node.nodeType !== ELEMENT || (!isEnd && isSilent(node))) continue;
    const name = node.localName ?? '';
    if (isEnd) {
      writer.close(name);
      continue;
    }
    writer.open(name);
    steps.push({ node, isEnd: true });
    // Asked for once: the parser makes the list anew each time.
    for (const child of Array.from(node.childNodes).reverse()) steps.push({ node: child, isEnd: false });
  }
  return writer.end();
}

function isSilent(node: HtmlNode): boolean {
  if (SILENT.has(node.localName ?? '')) return true;
  if (node.getAttribute?.('hidden') != null) return true;
  return /display\s{0,5}:\s{0,5}none/iu.test(node.getAttribute?.('style')?.slice(0, 500) ?? '');
}

class LineWriter {
  readonly #lines: HtmlLine[] = [];
  readonly #kinds: ZoneKind[] = [];
  #line: string[] = [];
  #isContinued = false;
  #isPoint = false;
  #preformatted = 0;

  text(value: string): void {
    if (this.#preformatted > 0) {
      for (const [index, line] of value.split('\n').entries()) {
        if (index > 0) this.#break(true);
        this.#line.push(line);
      }
    } else this.#line.push(value);
  }

  open(name: string): void {
    if (name === 'br') this.#break(true);
    if (name === 'q') this.#line.push('“');
    if (!BLOCKS.has(name)) return;
    this.#break(false);
    if (name === 'li') this.#isPoint = true;
    if (name === 'pre') this.#preformatted += 1;
    const kind = KINDS[name];
    if (kind) this.#kinds.push(kind);
  }

  close(name: string): void {
    if (name === 'q') this.#line.push('”');
    if (!BLOCKS.has(name)) return;
    this.#break(false);
    this.#isPoint = false;
    if (name === 'pre') this.#preformatted -= 1;
    if (KINDS[name]) this.#kinds.pop();
  }

  end(): HtmlLine[] {
    this.#break(false);
    return this.#lines;
  }

  /** Ends the line; `isContinued` says whether the next one belongs to the same paragraph. */
  #break(isContinued: boolean): void {
    // White space of HTML; a no-break space is a character.
    const text = this.#line
      .join('')
      .replace(/[ \t\n\f\r]+/gu, ' ')
      .trim();
    this.#line = [];
    if (text) {
      const kind = this.#kinds.at(-1);
      const mark = this.#isPoint && !/^[•‣▪●◦·–-]/u.test(text) ? '• ' : '';
      this.#lines.push({ text: mark + text, isContinued: this.#isContinued, ...(kind ? { kind } : {}) });
      this.#isPoint = false;
    }
    // Two line breaks are how old pages write paragraphs.
    this.#isContinued = isContinued && text !== '';
  }
}
