// FNV-1a over UTF-16 code units: a quick 32-bit hash for look-ups that compare the text afterwards or that may, as
// the acronyms do, meet a false friend that the exact scoring then turns away.

/** The hash of a text, 0 to 2^32 - 1. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
