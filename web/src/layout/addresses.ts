// Addresses of pages that other pages lead to, and the way back from a part of an address to its text.

export function partyAddress(id: string): string {
  return `/parties/${encodeURIComponent(id)}`;
}

/** The page of an entry of the record. */
export function entryAddress(id: string): string {
  return `/record/${encodeURIComponent(id)}`;
}

/** The page about one report, or about several together. */
export function reportsAddress(articles: readonly string[]): string {
  return `/reports/${articles.map(encodeURIComponent).join(',')}`;
}

/** The ids in the last part of an address that `reportsAddress` made. */
export function reportsIn(part: string): string[] {
  return part.split(/,|%2C/i).map(decodedPart).filter(Boolean);
}

/**
 * A part of an address without its escapes, which the router leaves in some parts; as it is, if it holds none that can
 * be read.
 */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
