// A part of an address as text: the router hands on some parts as they were written.

/** The part without its escapes; as it is, if it holds none that can be read. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
