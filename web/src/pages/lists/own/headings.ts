// The headings of a table in delimited text, so that a person can say what its columns are before it is sent. The
// server reads the file itself; a heading that is told otherwise here is refused there, by name.

const DELIMITERS = ['\t', ';', ',', '|'] as const;

/** Bytes of a file that are looked at. */
export const HEAD_BYTES = 64 * 1024;

/** The headings in the first line of a text; none if it is no table. */
export function headingsOf(text: string): string[] {
  const [said = ''] = /^\uFEFF?(?:sep=.\r?\n)?/iu.exec(text) ?? [];
  const [line = ''] = /^(?:[^"\r\n]|"[^"]*")*/u.exec(text.slice(said.length)) ?? [];
  if (/^\s*[<{[]/u.test(line)) return [];
  const delimiter = /sep=(.)/iu.exec(said)?.[1] ?? mostOf(line);
  const headings = cellsOf(line, delimiter).map((cell) => cell.trim());
  return headings.length > 1 || !/:\s*$|:\s/u.test(line) ? headings.filter(Boolean) : [];
}

function mostOf(line: string): string {
  const bare = line.replace(/"[^"]*"/gu, '');
  const count = (mark: string): number => bare.split(mark).length;
  return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] ?? ',';
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells = [''];
  for (const piece of line.match(/"(?:[^"]|"")*"|[^"]/gu) ?? []) {
    if (piece === delimiter) cells.push('');
    else cells[cells.length - 1] += piece.startsWith('"') ? piece.slice(1, -1).replaceAll('""', '"') : piece;
  }
  return cells;
}
