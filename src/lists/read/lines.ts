// A text file as lines with their numbers, streamed. Line ends may be LF or CRLF; blank lines are passed over.
import { InterdictError } from '../../model/errors.ts';
import { type ListFile, textOf } from '../list-file.ts';

/** Characters of one line at most, so that a file without line ends cannot fill the memory. */
const MAX_LINE_CHARACTERS = 2 ** 24;

export interface TextLine {
  /** From 1. */
  readonly line: number;
  /** Without its line end. */
  readonly text: string;
  /** False only for a last line without a line end: the file may have been cut in it. */
  readonly isEnded: boolean;
}

/**
 * Streams the lines of a file.
 * @throws InterdictError LIST_MALFORMED if a line is longer than any list's, or not in the file's encoding
 */
export async function* textLines(file: ListFile): AsyncGenerator<TextLine> {
  let rest = '';
  let line = 1;
  for await (const text of textOf(file)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) {
      if (one.trim()) yield { line, text: one.replace(/\r$/u, ''), isEnded: true };
      line += 1;
    }
    if (rest.length > MAX_LINE_CHARACTERS) {
      const message = `${file.name}, line ${line}: over ${MAX_LINE_CHARACTERS} characters without a line end.`;
      throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line });
    }
  }
  if (rest.trim()) yield { line, text: rest, isEnded: false };
}
