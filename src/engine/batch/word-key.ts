// The form in which words of customer files are compared. A file of its own because the generator of the table
// needs it too.

/** Without case, accents and punctuation: "Natürliche Person" and "NATURLICHE-PERSON" are one key. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
