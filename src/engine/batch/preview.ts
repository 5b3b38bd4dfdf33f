// The first look at a customer's file: what it is, what its columns seem to be, and its first rows, so that a person
// can say what the columns are before anything is screened. Reads no more of it than that takes.
import { guessTargets } from '../../lists/column-guess.ts';
import { InterdictError } from '../../model/errors.ts';
import { openCsv } from './csv-source.ts';
import { asFileError } from './file-error.ts';
import { examineInput, type InputFile } from './input-file.ts';
import { openJsonLines } from './json-lines-source.ts';
import { isFtm } from './party-of-row.ts';
import { PARTY_PROPERTIES } from './party-properties.ts';
import { openSheet } from './sheet-source.ts';
import type { RowContent, RowSource } from './source-row.ts';

/** Rows that are shown. */
const SAMPLE_ROWS = 20;
/** Characters of a cell that are shown. */
const CELL_CHARACTERS = 200;

export interface FilePreview {
  readonly name: string;
  /** What it was taken for: delimiter, encoding, sheet. */
  readonly description: string;
  readonly headings: readonly string[];
  /** What each column seems to be: `id`, `schema` or a property; absent where that cannot be told. */
  readonly targets: readonly (string | undefined)[];
  /** The first rows, cell by cell under the headings. */
  readonly rows: readonly (readonly string[])[];
  /** The rows are FollowTheMoney entities and need no map. */
  readonly isEntities: boolean;
}

/**
 * Looks at the beginning of a file.
 * @param name what messages call it
 * @throws InterdictError BATCH_INPUT if it is no table or holds no row
 */
export async function previewFile(path: string, name: string): Promise<FilePreview> {
  try {
    const input = await examineInput(path, { name });
    const source = await open(input);
    const contents: RowContent[] = [];
    for await (const { content } of source.rows()) {
      if (content.kind !== 'blank') contents.push(content);
      if (contents.length === SAMPLE_ROWS) break;
    }
    if (contents.length === 0) {
      throw new InterdictError('BATCH_INPUT', `${name} holds a header and no row.`, { file: name });
    }
    const headings = source.headings ?? keysOf(contents);
    return {
      name,
      description: source.description,
      headings,
      targets: guessTargets(headings).map((target) => (isUsed(target) ? target : undefined)),
      rows: contents.map((content) => cellsOf(content, headings)),
      isEntities: contents.every((content) => content.kind === 'object' && isFtm(content.object)),
    };
  } catch (error) {
    throw asFileError(error);
  }
}

/** Every target that a column can have, with what a person calls it. */
export function columnTargets(): { readonly target: string; readonly label: string }[] {
  return [
    { target: 'id', label: 'Your own number' },
    { target: 'schema', label: 'Kind of party' },
    ...[...PARTY_PROPERTIES].map(([target, { label }]) => ({ target, label })),
  ];
}

function isUsed(target: string | undefined): boolean {
  return target !== undefined && (target === 'id' || target === 'schema' || PARTY_PROPERTIES.has(target));
}

function open(input: InputFile): RowSource | Promise<RowSource> {
  if (input.kind === 'xlsx') return openSheet(input);
  if (input.kind === 'json-lines') return openJsonLines(input);
  return openCsv(input);
}

function keysOf(contents: readonly RowContent[]): string[] {
  return [
    ...new Set(contents.flatMap((content) => (content.kind === 'object' ? Object.keys(content.object) : []))),
  ];
}

function cellsOf(content: RowContent, headings: readonly string[]): string[] {
  if (content.kind === 'cells') return headings.map((_, at) => shown(content.cells[at]));
  if (content.kind !== 'object') return [];
  return headings.map((heading) =>
    shown(Object.hasOwn(content.object, heading) ? content.object[heading] : ''),
  );
}

function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
  return text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS).toWellFormed()}…` : text;
}
