// The file of parties as it was given: its kind and encoding, told from its content and not from its name, and its
// hash, by which a resumed run knows that it has the same file. Standard input is written to a file first, since
// the rows are read twice (once to look at the whole file, once to screen).
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InterdictError } from '../../model/errors.ts';
import { decoded, EncodingSurvey, type EncodingVerdict } from './text-encoding.ts';

export type InputKind = 'csv' | 'json-lines' | 'xlsx';

export interface InputFile {
  readonly path: string;
  /** What messages call it: the last part of the path, or "standard input". */
  readonly name: string;
  readonly kind: InputKind;
  readonly bytes: number;
  /** When it was last written, in milliseconds. */
  readonly modified: number;
  readonly sha256: string;
  /** For text; of no meaning for XLSX. */
  readonly encoding: EncodingVerdict;
}

/** First bytes, in hexadecimal, of files that are no table, and what to say of them. */
const REFUSED_BEGINNINGS: readonly (readonly [string, string])[] = [
  ['1f8b', 'it is packed with gzip; unpack it first'],
  ['d0cf11e0', 'it is a workbook of the old kind (.xls) or has a password; save it as .xlsx without one'],
  ['25504446', 'it is a PDF'],
  ['50415231', 'it is a Parquet file; export it as CSV'],
];
const ZIP_BEGINNING = '504b0304';
const HEAD_BYTES = 4096;

/**
 * Reads all bytes of a file once and says what it is.
 * @param encoding told by the user, as the Encoding Standard spells it. @default told from the bytes
 * @throws InterdictError BATCH_INPUT if it is empty, is no table, or the encoding is unknown
 */
export async function examineInput(
  path: string,
  options: {
    readonly name?: string;
    readonly encoding?: string;
    readonly onBytes?: (done: number, total: number) => void;
  } = {},
): Promise<InputFile> {
  const name = options.name ?? basename(path);
  const place = { file: name };
  const { mtimeMs: modified, size } = await stat(path);
  const hash = createHash('sha256');
  const survey = new EncodingSurvey();
  let head = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of bytesOf(path)) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    hash.update(chunk);
    survey.add(chunk);
    bytes += chunk.length;
    options.onBytes?.(bytes, size);
  }
  if (bytes === 0) throw new InterdictError('BATCH_INPUT', `${name} is empty.`, place);
  const notATable = (reason: string): InterdictError =>
    new InterdictError('BATCH_INPUT', `${name} is no table: ${reason}.`, place);
  const beginning = head.toString('hex', 0, 8);
  for (const [signature, reason] of REFUSED_BEGINNINGS) {
    if (beginning.startsWith(signature)) throw notATable(reason);
  }
  const common = { path, name, bytes, modified, sha256: hash.digest('hex') };
  if (beginning.startsWith(ZIP_BEGINNING))
    return { ...common, kind: 'xlsx', encoding: { encoding: 'binary' } };
  const encoding = options.encoding ? { encoding: knownEncoding(options.encoding) } : survey.verdict();
  const text = new TextDecoder(encoding.encoding).decode(head).trimStart();
  if (/^<(?:!doctype|html|\?xml)\b/iu.test(text)) throw notATable('it is a web page or XML');
  if (/^\[\s*[{\]]/u.test(text))
    throw notATable("it is one JSON array; give one object a line (jq -c '.[]' writes it so)");
  return { ...common, kind: text.startsWith('{') ? 'json-lines' : 'csv', encoding };
}

/** True if the file was written since it was examined, as far as its size and time tell. */
export async function hasChanged(file: InputFile): Promise<boolean> {
  const { size, mtimeMs } = await stat(file.path);
  return size !== file.bytes || mtimeMs !== file.modified;
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    const message = `There is no encoding "${label}"; give one such as windows-1250 or shift_jis.`;
    throw new InterdictError('BATCH_INPUT', message, { field: '--encoding' }, { cause });
  }
}

/** The text of a file, piece by piece. */
export function textOf(file: InputFile): AsyncGenerator<string> {
  return decoded(bytesOf(file.path), file.encoding.encoding);
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>;
}

/** Writes a stream that can be read only once into a file. */
export async function spool(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  await pipeline(stream, createWriteStream(path), signal ? { signal } : {});
}
