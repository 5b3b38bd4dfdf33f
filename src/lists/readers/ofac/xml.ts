// Small readings of XML that the three XML formats of OFAC share.
import type { XmlElement } from '../../read/xml.ts';
import type { Located } from './entry.ts';

/** The local name of the root element that a file begins with; undefined if it begins with no element. */
export function rootName(head: string): string | undefined {
  const body = head.replace(/^\uFEFF?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*/su, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)/u.exec(body)?.[1];
}

/**
 * All text below an element that stands in none of the children named, each as "name: text": what a publisher adds
 * to its layout must not be lost before a reader learns of it.
 */
export function restOf(element: XmlElement, known: readonly string[]): Located[] {
  return element.elements
    .filter((child) => !known.includes(child.name))
    .flatMap((child) => leavesOf(child))
    .map((leaf) => ({ text: `${leaf.name}: ${leaf.text}`, at: leaf.path }));
}

function leavesOf(element: XmlElement): XmlElement[] {
  const below = element.elements.flatMap(leavesOf);
  return element.text ? [element, ...below] : below;
}
