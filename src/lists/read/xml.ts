// XML lists are all alike in one way: a root with facts about the publication, and record elements under it.
// This reads such a file as a stream and hands over one record element at a time as a small tree, so that a reader
// is a plain function from a tree to a record. Namespaces are dropped from names: no list mixes two.
// It fails closed: anything that is not well-formed, and anything that ends early, refuses the whole file.
import { SaxesParser } from 'saxes';
import { InterdictError } from '../../model/errors.ts';
import { type ListFile, textOf } from '../list-file.ts';

/** Elements in one record at most; the largest seen in an official list has under 6,000 (OFAC enhanced). */
const MAX_NODES = 200_000;

/** An element of a list, with its place in the file. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Line on which the element begins, from 1. */
  readonly line: number;
  readonly elements: XmlElement[] = [];
  readonly parent: XmlElement | undefined;
  /** Position among the elements of that name under the same parent (for a record: in the file), from 1. */
  readonly ordinal: number;
  #text = '';

  constructor(
    name: string,
    attributes: Record<string, string>,
    line: number,
    ordinal: number,
    parent?: XmlElement,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.line = line;
    this.ordinal = ordinal;
    this.parent = parent;
  }

  appendText(text: string): void {
    this.#text += text;
  }

  /** The element's own text without that of its children, trimmed. */
  get text(): string {
    return this.#text.trim();
  }

  /** Where the element stands: `sdnEntry[3]/akaList[1]/aka[2]`. */
  get path(): string {
    const own = `${this.name}[${this.ordinal}]`;
    return this.parent ? `${this.parent.path}/${own}` : own;
  }

  attribute(name: string): string | undefined {
    return this.attributes[name]?.trim() || undefined;
  }

  /** The first child of that name. */
  child(name: string): XmlElement | undefined {
    return this.elements.find((element) => element.name === name);
  }

  /** All children of that name. */
  children(name: string): XmlElement[] {
    return this.elements.filter((element) => element.name === name);
  }

  /** All elements at the end of a path of names: `all('akaList', 'aka')`. */
  all(...names: readonly string[]): XmlElement[] {
    return names.reduce<XmlElement[]>(
      (found, name) => found.flatMap((element) => element.children(name)),
      [this],
    );
  }

  /** The text of the first element at the end of a path of names; undefined if there is none or it is blank. */
  textAt(...names: readonly string[]): string | undefined {
    return this.all(...names).find((element) => element.text)?.text;
  }
}

export type XmlEvent =
  /** The root has opened: its name and attributes. Comes first, once. */
  | { readonly kind: 'root'; readonly element: XmlElement }
  | { readonly kind: 'element'; readonly element: XmlElement };

/**
 * Streams the elements with the given names (the outermost, wherever they stand) out of an XML file.
 *
 * @param file  the publisher's file
 * @param names the element names to hand over, each as a whole tree
 * @param root  the name that the root must have; another one refuses the file
 * @throws InterdictError LIST_EMPTY, LIST_WRONG_FORMAT, LIST_MALFORMED or LIST_TRUNCATED, with file and line
 */
export async function* xmlElements(
  file: ListFile,
  names: readonly string[],
  root: string,
): AsyncGenerator<XmlEvent> {
  const wanted = new Set(names);
  const ordinals = new Map<string, number>();
  const parser = new SaxesParser({ xmlns: false, position: true });
  let ready: XmlEvent[] = [];
  let current: XmlElement | undefined;
  let nodes = 0;
  let rootSeen = false;
  let failure: InterdictError | undefined;

  const refuse = (
    code: 'LIST_MALFORMED' | 'LIST_WRONG_FORMAT' | 'LIST_TRUNCATED',
    message: string,
  ): InterdictError =>
    new InterdictError(code, `${file.name}, line ${parser.line}: ${message}`, {
      file: file.name,
      line: parser.line,
    });

  parser.on('error', (error) => {
    failure ??= refuse(
      'LIST_MALFORMED',
      `not well-formed XML (${error.message.replace(/^\d+:\d+: /u, '')}).`,
    );
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (!rootSeen) {
      rootSeen = true;
      if (name !== root) {
        failure ??= refuse('LIST_WRONG_FORMAT', `expected the root element <${root}>, found <${name}>.`);
        return;
      }
      ready.push({
        kind: 'root',
        element: new XmlElement(name, localAttributes(tag.attributes), parser.line, 1),
      });
      return;
    }
    if (current) {
      nodes += 1;
      if (nodes > MAX_NODES)
        failure ??= refuse('LIST_MALFORMED', `one record holds over ${MAX_NODES} elements.`);
      const ordinal = current.children(name).length + 1;
      const element = new XmlElement(name, localAttributes(tag.attributes), parser.line, ordinal, current);
      current.elements.push(element);
      current = element;
    } else if (wanted.has(name)) {
      const ordinal = (ordinals.get(name) ?? 0) + 1;
      ordinals.set(name, ordinal);
      nodes = 0;
      current = new XmlElement(name, localAttributes(tag.attributes), parser.line, ordinal);
    }
  });
  parser.on('text', (text) => current?.appendText(text));
  parser.on('cdata', (text) => current?.appendText(text));
  parser.on('closetag', () => {
    if (!current) return;
    if (!current.parent) ready.push({ kind: 'element', element: current });
    current = current.parent;
  });

  let isFirst = true;
  for await (const text of textOf(file)) {
    if (isFirst && text.trim()) {
      isFirst = false;
      if (/^\s*<(?:!doctype\s+html|html)\b/iu.test(text)) {
        throw refuse('LIST_WRONG_FORMAT', `expected XML with the root <${root}>, found a web page.`);
      }
      if (!/^\uFEFF?\s*</u.test(text)) {
        throw refuse('LIST_WRONG_FORMAT', `expected XML with the root <${root}>, found text that is no XML.`);
      }
    }
    parser.write(text);
    if (failure) throw failure;
    yield* ready;
    ready = [];
  }
  if (isFirst) throw new InterdictError('LIST_EMPTY', `${file.name} holds no text.`, { file: file.name });
  const lastLine = parser.line;
  parser.close();
  if (failure) {
    // What only shows when the input ends is an early end: an unclosed element, tag or comment.
    const message = `the file ends before its end: expected </${root}>.`;
    throw new InterdictError('LIST_TRUNCATED', `${file.name}, line ${lastLine}: ${message}`, {
      file: file.name,
      line: lastLine,
    });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, string | { value: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      localName(name),
      typeof value === 'string' ? value : value.value,
    ]),
  );
}
