// Reads an element field by field and remembers what was read. What a mapping never asked for comes out of `rest`,
// so that an element which a publisher adds tomorrow is kept as a note in place of being lost in silence.
import type { RecordBuilder } from '../record-builder.ts';
import type { XmlElement } from './xml.ts';

/** A text with the place that it was read from. */
export interface Found {
  readonly text: string;
  readonly at: string;
}

/** Something that was not asked for: the names of the elements down to it, and its text. */
export interface Unread extends Found {
  readonly label: string;
}

export class XmlFields {
  readonly element: XmlElement;
  readonly #children: readonly XmlFields[];
  /** Attributes that were read, and `` for the element's own text. */
  readonly #read = new Set<string>();
  #isIgnored = false;

  constructor(element: XmlElement) {
    this.element = element;
    this.#children = element.elements.map((child) => new XmlFields(child));
  }

  get at(): string {
    return this.element.path;
  }

  /** The element's own text; undefined if blank. */
  own(): string | undefined {
    this.#read.add('');
    return this.element.text || undefined;
  }

  /** An attribute's text; undefined if it is missing or blank. */
  attribute(name: string): string | undefined {
    this.#read.add(name);
    return this.element.attribute(name);
  }

  /** An attribute with its place. */
  foundAttribute(name: string): Found | undefined {
    const text = this.attribute(name);
    return text === undefined ? undefined : { text, at: `${this.at}/@${name}` };
  }

  /** The children of that name. */
  children(name: string): readonly XmlFields[] {
    return this.#children.filter((child) => child.element.name === name);
  }

  /** The text of the first child of that name that has any; further ones stay unread. */
  text(name: string): string | undefined {
    return this.found(name)?.text;
  }

  /** The same with its place. */
  found(name: string): Found | undefined {
    for (const child of this.children(name)) {
      const text = child.own();
      if (text) return { text, at: child.at };
    }
    return undefined;
  }

  /** The texts of all elements at the end of a path of names, blank ones left out. */
  all(...names: readonly string[]): Found[] {
    let level: readonly XmlFields[] = [this];
    for (const name of names) level = level.flatMap((fields) => fields.children(name));
    return level.flatMap((fields) => {
      const text = fields.own();
      return text ? [{ text, at: fields.at }] : [];
    });
  }

  /** Says that attributes or children of these names (with all below them) hold nothing that is kept. */
  ignore(...names: readonly string[]): void {
    for (const name of names) {
      this.#read.add(name);
      for (const child of this.children(name)) child.#isIgnored = true;
    }
  }

  /** Everything that has text and was neither read nor ignored. */
  *rest(label = ''): Generator<Unread> {
    if (this.#isIgnored) return;
    if (this.element.text && !this.#read.has('')) {
      yield { label: label || this.element.name, text: this.element.text, at: this.at };
    }
    for (const [name, value] of Object.entries(this.element.attributes)) {
      const text = value.trim();
      if (!text || this.#read.has(name)) continue;
      yield { label: [label, name].filter(Boolean).join(' '), text, at: `${this.at}/@${name}` };
    }
    for (const child of this.#children) {
      yield* child.rest([label, child.element.name].filter(Boolean).join(' '));
    }
  }
}

/** Keeps what a mapping did not ask for in the party's notes, as "Label: text". Call it when all else was read. */
export function keepRest(builder: RecordBuilder, fields: XmlFields): void {
  for (const { label, text, at } of fields.rest()) builder.add('notes', `${label}: ${text}`, at);
}
