// Goes over a page before it is parsed: takes out what holds no text (scripts, styles, comments, vector pictures),
// keeps aside what the page says of itself (JSON-LD), and counts elements and depth, so that a page made to break
// the parser is refused before it meets it. One pass, linear in the length of the page.
import { InterdictError } from '../../model/errors.ts';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_JSON_LD_LENGTH, MAX_TAG_LENGTH } from './limits.ts';

export interface ScannedPage {
  /** The page without scripts and comments. */
  readonly html: string;
  /** JSON-LD blocks, unread. */
  readonly jsonLd: readonly string[];
  readonly notes: readonly string[];
}

/** Elements that are taken out with all that they hold. */
const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
]);
/** Elements without content (HTML Standard, 13.1.2), which nothing can stand inside. */
const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Elements whose end tag may be left out (HTML Standard, 13.1.2.4): the next one closes them. */
const CLOSED_BY_NEXT: ReadonlySet<string> = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'optgroup',
  'colgroup',
  'rt',
  'rp',
]);

/**
 * @param name what messages call the page
 * @throws InterdictError ARTICLE_UNSAFE for more elements, or deeper ones, than any real page has
 */
export function scanHtml(html: string, name = 'The page'): ScannedPage {
  const scan = new Scan(html, name);
  return scan.run();
}

class Scan {
  readonly #html: string;
  readonly #name: string;
  readonly #kept: string[] = [];
  readonly #jsonLd: string[] = [];
  readonly #notes: string[] = [];
  /** For each quotation mark: the place from which no further one stands in the page. */
  readonly #noMore: Record<string, number> = {};
  #elements = 0;
  #depth = 0;
  /** Everything before it is kept or dropped. */
  #from = 0;

  constructor(html: string, name: string) {
    this.#html = html;
    this.#name = name;
  }

  run(): ScannedPage {
    const html = this.#html;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      const next = html[at + 1] ?? '';
      if (html.startsWith('<!--', at)) at = this.#drop(at, this.#afterComment(at));
      else if (next === '!' || next === '?') at = this.#drop(at, this.#after('>', at));
      else if (/[a-z/]/iu.test(next)) at = this.#tag(at);
      else at += 1;
    }
    this.#kept.push(html.slice(this.#from));
    return { html: this.#kept.join(''), jsonLd: this.#jsonLd, notes: this.#notes };
  }

  /** Takes one tag, or an element that is dropped; answers where to go on. */
  #tag(at: number): number {
    const html = this.#html;
    const isEnd = html[at + 1] === '/';
    const name =
      /^[a-z][a-z0-9:-]{0,40}/iu.exec(html.slice(at + (isEnd ? 2 : 1), at + 44))?.[0].toLowerCase() ?? '';
    const end = this.#tagEnd(at);
    if (!name) return this.#drop(at, end);
    if (isEnd) {
      if (!VOID.has(name) && !CLOSED_BY_NEXT.has(name)) this.#depth = Math.max(0, this.#depth - 1);
      return end;
    }
    if (DROPPED.has(name)) {
      if (html[end - 2] === '/' && name === 'svg') return this.#drop(at, end);
      return this.#drop(at, this.#dropped(name, at, end));
    }
    this.#count(name);
    if (end - at <= MAX_TAG_LENGTH || name === 'meta') return end;
    this.#kept.push(html.slice(this.#from, at), `<${name}>`);
    this.#from = end;
    return end;
  }

  #count(name: string): void {
    this.#elements += 1;
    if (!VOID.has(name) && !CLOSED_BY_NEXT.has(name)) this.#depth += 1;
    if (this.#elements > MAX_ELEMENTS) this.#refuse(`has more than ${MAX_ELEMENTS} elements`);
    if (this.#depth > MAX_DEPTH) this.#refuse(`has elements more than ${MAX_DEPTH} deep`);
  }

  #refuse(what: string): never {
    throw new InterdictError('ARTICLE_UNSAFE', `${this.#name} ${what}, which no real page has.`);
  }

  /** The end of an element that is dropped; keeps JSON-LD aside. */
  #dropped(name: string, at: number, contentAt: number): number {
    const end = this.#endTag(name, contentAt);
    if (end < 0) {
      this.#notes.push(`${this.#name} opens <${name}> and never closes it; what follows it was left out.`);
      return this.#html.length;
    }
    const isJsonLd =
      name === 'script' && /type\s*=\s*["']?application\/ld\+json/iu.test(this.#html.slice(at, contentAt));
    if (isJsonLd && end - contentAt <= MAX_JSON_LD_LENGTH)
      this.#jsonLd.push(this.#html.slice(contentAt, end));
    else if (isJsonLd)
      this.#notes.push(`${this.#name} describes itself at great length; that was not looked at.`);
    return this.#after('>', end);
  }

  /** Where `</name` stands from a place on; -1 if nowhere. */
  #endTag(name: string, from: number): number {
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    pattern.lastIndex = from;
    return pattern.exec(this.#html)?.index ?? -1;
  }

  /** The place after a tag; a `>` inside quotation marks does not end it. */
  #tagEnd(at: number): number {
    const html = this.#html;
    const special = /["'>]/gu;
    special.lastIndex = at;
    for (let found = special.exec(html); found; found = special.exec(html)) {
      const mark = found[0];
      if (mark === '>') return found.index + 1;
      // A mark that is no value's beginning (a stray apostrophe) opens nothing.
      if (!/=\s{0,20}$/u.test(html.slice(Math.max(at, found.index - 24), found.index))) continue;
      const close = this.#closing(mark, found.index + 1);
      if (close < 0) return this.#after('>', found.index);
      special.lastIndex = close + 1;
    }
    return html.length;
  }

  #closing(mark: string, from: number): number {
    if (from >= (this.#noMore[mark] ?? Number.POSITIVE_INFINITY)) return -1;
    const close = this.#html.indexOf(mark, from);
    if (close < 0) this.#noMore[mark] = from;
    return close;
  }

  #afterComment(at: number): number {
    const end = this.#html.indexOf('-->', at + 2);
    if (end >= 0) return end + 3;
    this.#notes.push(`${this.#name} opens a comment and never closes it; what follows it was left out.`);
    return this.#html.length;
  }

  #after(mark: string, from: number): number {
    const end = this.#html.indexOf(mark, from);
    return end < 0 ? this.#html.length : end + mark.length;
  }

  #drop(from: number, to: number): number {
    this.#kept.push(this.#html.slice(this.#from, from));
    this.#from = to;
    return to;
  }
}
