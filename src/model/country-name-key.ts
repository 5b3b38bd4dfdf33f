// The form in which country names are compared. A file of its own because the generator of the table needs it too.

/** Without case, accents, punctuation and a leading "the": "Côte d’Ivoire" and "COTE D'IVOIRE" are one key. */
export function countryNameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘'`.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /u, '');
}
