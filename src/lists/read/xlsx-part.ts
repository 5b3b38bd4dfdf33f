// One XML part of an Excel workbook (.xlsx), read as a stream of opened and closed elements and texts.
// It fails closed like read/xml.ts, and refuses a text that does not end, which the parser would hold in memory.
import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { InterdictError } from '../../model/errors.ts';
import { textOf } from '../list-file.ts';
import type { ZipArchive } from './zip.ts';

/** Characters between two tags at most; Excel's own limit for a cell is 32,767. */
const MAX_TEXT_RUN = 2 ** 20;

export interface PartHandlers {
  /** `path` are the names of the elements around. */
  readonly open?: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    path: readonly string[],
  ) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
  readonly close?: (name: string) => void;
}

/** Reads a whole part. */
export async function readPart(archive: ZipArchive, part: string, handlers: PartHandlers): Promise<void> {
  const xml = new PartParser(archive.name, handlers);
  for await (const text of textOf(archive.file(part))) xml.write(text);
  xml.close();
}

/** The parser of one part; text is written into it piece by piece. */
export class PartParser {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #file: string;
  readonly #row: () => number | undefined;
  #sinceTag = 0;
  #isClosing = false;

  /** @param row the row of the sheet that messages name, for the part that has rows */
  constructor(file: string, handlers: PartHandlers, row: () => number | undefined = () => undefined) {
    this.#file = file;
    this.#row = row;
    const path: string[] = [];
    this.#parser.on('error', (error) => {
      const fault = this.#isClosing
        ? 'a part of it ends before its end'
        : `not well-formed XML (${error.message})`;
      throw this.#malformed(fault, error);
    });
    this.#parser.on('opentag', (tag) => {
      this.#sinceTag = 0;
      const name = localName(tag.name);
      handlers.open?.(name, localAttributes(tag.attributes), path);
      path.push(name);
    });
    this.#parser.on('text', (text) => handlers.text?.(text, path));
    this.#parser.on('cdata', (text) => handlers.text?.(text, path));
    this.#parser.on('closetag', (tag) => {
      this.#sinceTag = 0;
      path.pop();
      handlers.close?.(localName(tag.name));
    });
  }

  /** @throws InterdictError LIST_MALFORMED */
  write(text: string): void {
    this.#sinceTag += text.length;
    this.#parser.write(text);
    if (this.#sinceTag > MAX_TEXT_RUN)
      throw this.#malformed(`it has a text of over ${MAX_TEXT_RUN} characters`);
  }

  /** @throws InterdictError LIST_MALFORMED if elements are still open */
  close(): void {
    this.#isClosing = true;
    this.#parser.close();
  }

  #malformed(fault: string, cause?: unknown): InterdictError {
    const row = this.#row();
    return malformedWorkbook(this.#file, row === undefined ? fault : `row ${row}: ${fault}`, cause, row);
  }
}

export function malformedWorkbook(
  file: string,
  fault: string,
  cause?: unknown,
  row?: number,
): InterdictError {
  const place = row === undefined ? { file } : { file, line: row };
  const message = `${file} is a damaged Excel workbook: ${fault}.`;
  return new InterdictError('LIST_MALFORMED', message, place, cause === undefined ? {} : { cause });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, SaxesAttributePlain | string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [localName(name), value as string]),
  );
}
