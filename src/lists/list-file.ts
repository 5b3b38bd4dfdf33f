// A publisher's file, opened as often as a reader needs it. Compressed files are unpacked on the way (gzip is told
// from its first bytes, not from the name), so that the same list has the same hash however it was stored.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { InterdictError } from '../model/errors.ts';

/** How much of a file the readers see to tell its format, in bytes. */
const HEAD_BYTES = 65_536;

/** A file's content as bytes, readable from its beginning as often as needed. */
export interface ListFile {
  /** The name that messages use: the last part of the path, without `.gz`. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** The beginning of a file: what a reader looks at to tell whether the file is one of its format. */
export interface FileHead {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The beginning as text; an incomplete character at its end is cut. */
  readonly text: string;
}

/** The SHA-256 and the length of a file's unpacked bytes. */
export interface FileDigest {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The encoding that a file declares: by byte order mark, else by its XML declaration, else UTF-8. */
export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/u.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
}

/** A file on disk, unpacked on the way if it is gzipped. */
export function fileFromDisk(path: string): ListFile {
  return {
    name: basename(path).replace(/\.gz$/u, ''),
    async *open() {
      const isPacked = await startsWithGzipMark(path);
      const raw = createReadStream(path, { highWaterMark: 1 << 18 });
      if (!isPacked) {
        yield* raw as AsyncIterable<Uint8Array>;
        return;
      }
      const unpacked = raw.pipe(createGunzip());
      raw.on('error', (error) => unpacked.destroy(error));
      try {
        yield* unpacked as AsyncIterable<Uint8Array>;
      } catch (cause) {
        throw new InterdictError(
          'LIST_TRUNCATED',
          `${basename(path)} cannot be unpacked to its end: ${cause instanceof Error ? cause.message : cause}.`,
          { file: basename(path) },
          { cause },
        );
      } finally {
        raw.destroy();
      }
    },
  };
}

/** A file held in memory; for tests, and for what was fetched small. */
export function fileFromBytes(name: string, content: Uint8Array | string): ListFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}

async function startsWithGzipMark(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/**
 * The beginning of a file.
 * @throws InterdictError LIST_EMPTY if the file holds nothing
 */
export async function readHead(file: ListFile): Promise<FileHead> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  if (length === 0)
    throw new InterdictError('LIST_EMPTY', `${file.name} holds no bytes.`, { file: file.name });
  const bytes = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
  const decoder = new TextDecoder(safeEncoding(bytes));
  return { name: file.name, bytes, text: decoder.decode(bytes, { stream: true }) };
}

function safeEncoding(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    // An encoding that is declared but does not exist is reported when the file is read in full, with its place.
    return 'utf-8';
  }
}

/**
 * A file's text, piece by piece, in the encoding that it declares.
 * @throws InterdictError LIST_MALFORMED if a byte is no character in that encoding
 */
export async function* textOf(file: ListFile): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const decode = (bytes?: Uint8Array): string => {
    try {
      decoder ??= new TextDecoder(encodingOf(bytes ?? new Uint8Array()), { fatal: true });
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      const message = `${file.name} is not in the encoding that it declares: ${(cause as Error).message}.`;
      throw new InterdictError('LIST_MALFORMED', message, { file: file.name }, { cause });
    }
  };
  for await (const chunk of file.open()) {
    const text = decode(chunk);
    if (text) yield text;
  }
  const rest = decode();
  if (rest) yield rest;
}

/** The hash and length of a file, unpacked. */
export async function digestOf(file: ListFile): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.open()) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name: file.name, sha256: hash.digest('hex'), bytes };
}

/**
 * The version of a list from the digests of its files: of one file its SHA-256; of several, the SHA-256 over their
 * lines `<sha256>  <part>`, in order of part, so that neither file names nor their order matter.
 * @returns `sha256:<64 hex digits>`
 */
export function versionOf(files: readonly { readonly part: string; readonly sha256: string }[]): string {
  const [only] = files;
  if (only && files.length === 1) return `sha256:${only.sha256}`;
  const lines = files.map((file) => `${file.sha256}  ${file.part}\n`);
  return `sha256:${createHash('sha256').update(lines.sort().join('')).digest('hex')}`;
}
