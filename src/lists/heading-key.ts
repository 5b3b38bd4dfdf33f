// The form in which column headings are compared. A file of its own because the generator of the table needs it too.

/** Without case, accents, punctuation and a number at the end: "Date_of_Birth", "dateOfBirth", "DATE OF BIRTH 2". */
export function headingKey(heading: string): string {
  return heading
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim()
    .replace(/(?<=\p{L}) ?\d{1,2}$/u, '');
}
