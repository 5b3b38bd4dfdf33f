// One cell of CSV that we write: quoted as RFC 4180 says, and made harmless for spreadsheets.
//
// The rule, after OWASP, "CSV Injection" (owasp.org/www-community/attacks/CSV_Injection): a spreadsheet runs a cell
// that begins with = + - @, a tab or a line end, or with the full-width forms of the four signs. Such a text gets
// an apostrophe in front, by which spreadsheets know plain text. Since a spreadsheet may cut the line at another
// separator than ours (a German Excel at semicolons), a sign behind a separator, with white space or quotes between
// them or not, gets one too. Numbers that we make ourselves are written as numbers and stay so.

const RUN_AT_START = /^(?:[\t\r\n]|[\s"']*[=+\-@＝＋－＠])/u;
const RUN_BEHIND_SEPARATOR = /([,;|\t\r\n][\s"']*)(?=[=+\-@＝＋－＠])/gu;

/** A text that no spreadsheet runs as a formula; most texts come back as they are. */
export function harmless(text: string): string {
  const inner = text.replace(RUN_BEHIND_SEPARATOR, "$1'");
  return RUN_AT_START.test(inner) ? `'${inner}` : inner;
}

/** A cell of our own; `undefined` is an empty one. */
export type Cell = string | number | undefined;

/** A line of CSV with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",;|\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
