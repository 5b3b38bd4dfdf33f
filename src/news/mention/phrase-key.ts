// The form in which words of a text and phrases of the gazetteer are compared. A file of its own because the generator
// of the gazetteer needs it too.

/** Lower case, without points, with straight apostrophes and plain letters: "U.S." and "US" are one key. */
export function phraseKey(text: string): string {
  const key = text.toLowerCase().replaceAll('.', '').replaceAll('’', "'");
  return isPlain(key) ? key : key.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** True for short words of capitals, which are other words in small letters: US, AP, ICE, WHO. Points do not count. */
export function isCapitalsOnly(text: string): boolean {
  const letters = text.replaceAll('.', '');
  return letters.length <= LONGEST_CAPITALS && /^\p{Lu}[\p{Lu}\p{N}&+-]*$/u.test(letters);
}

const LONGEST_CAPITALS = 7;

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
