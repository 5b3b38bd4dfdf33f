// A zip archive's entries, each unpacked as a stream. Packed bytes are held in memory (a zip is read from its end);
// unpacked ones never are. Sizes that the archive states are not trusted: what comes out is counted and checked
// against the checksum. Stored and deflated entries and zip64 are read; encrypted and split archives are not.
import { crc32, createInflateRaw } from 'node:zlib';
import { InterdictError } from '../../model/errors.ts';
import type { ListFile } from '../list-file.ts';

/** Packed bytes of an archive at most; the largest spreadsheet of an official list has 2.2 MB (UK, April 2025). */
export const MAX_PACKED_BYTES = 256 * 2 ** 20;

/**
 * Unpacked bytes of one entry at most, so that a small file cannot keep the machine busy for ever. The largest of an
 * official list has 13 MB (UK, April 2025); a sheet of a million rows with twenty columns has about 1 GB.
 */
export const MAX_UNPACKED_BYTES = 2 ** 31;

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 0x0001;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly offset: number;
}

/** The entries of an archive by name. */
export class ZipArchive {
  readonly name: string;
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #maxUnpackedBytes: number;

  /** Made by `openZip`. */
  constructor(name: string, bytes: Buffer, entries: ReadonlyMap<string, Entry>, maxUnpackedBytes: number) {
    this.name = name;
    this.#bytes = bytes;
    this.#entries = entries;
    this.#maxUnpackedBytes = maxUnpackedBytes;
  }

  /** Names of all entries, as the archive spells them. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * One entry as a file of its own, so that whatever reads list files can read it.
   * @throws InterdictError LIST_MALFORMED if the archive has no such entry; while reading, LIST_MALFORMED if it is
   *         damaged, encrypted or unpacks to more than the limit
   */
  file(name: string): ListFile {
    const entry = this.#entries.get(name);
    if (!entry) throw this.#malformed(`it has no part "${name}"`);
    return { name: this.name, open: () => this.#unpack(entry) };
  }

  async *#unpack(entry: Entry): AsyncGenerator<Uint8Array> {
    if (entry.isEncrypted) throw this.#malformed('it is protected by a password');
    const packed = this.#packedBytesOf(entry);
    let checksum = 0;
    let length = 0;
    try {
      for await (const chunk of inflate(packed, entry.method)) {
        length += chunk.length;
        if (length > this.#maxUnpackedBytes) {
          throw this.#malformed(`"${entry.name}" unpacks to over ${this.#maxUnpackedBytes} bytes`);
        }
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (cause) {
      if (cause instanceof InterdictError) throw cause;
      throw this.#malformed(`"${entry.name}" cannot be unpacked (${(cause as Error).message})`, cause);
    }
    if (checksum !== entry.checksum) throw this.#malformed(`"${entry.name}" does not fit its checksum`);
  }

  #packedBytesOf(entry: Entry): Buffer {
    const { offset } = entry;
    if (offset + 30 > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== LOCAL_HEADER) {
      throw this.#malformed(`"${entry.name}" is not where the directory says`);
    }
    const start = offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    if (start + entry.packedBytes > this.#bytes.length) throw this.#malformed(`"${entry.name}" is cut`);
    return this.#bytes.subarray(start, start + entry.packedBytes);
  }

  #malformed(fault: string, cause?: unknown): InterdictError {
    return malformed(this.name, fault, cause);
  }
}

async function* inflate(packed: Buffer, method: number): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw new Error(`packed by method ${method}, which is not read`);
  const stream = createInflateRaw({ chunkSize: 1 << 18 });
  stream.end(packed);
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } finally {
    stream.destroy();
  }
}

/**
 * Opens an archive.
 * @param limits.maxUnpackedBytes of one entry. @default MAX_UNPACKED_BYTES
 * @throws InterdictError LIST_WRONG_FORMAT if the file is no zip, LIST_TRUNCATED if its end is missing,
 *         LIST_MALFORMED if its directory is damaged or it is larger than MAX_PACKED_BYTES
 */
export async function openZip(
  file: ListFile,
  limits: { readonly maxUnpackedBytes?: number } = {},
): Promise<ZipArchive> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    if (length === 0 && !isZip(chunk)) {
      throw new InterdictError('LIST_WRONG_FORMAT', `${file.name} is no zip archive.`, { file: file.name });
    }
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_PACKED_BYTES) throw malformed(file.name, `it is larger than ${MAX_PACKED_BYTES} bytes`);
  }
  const bytes = Buffer.concat(chunks);
  try {
    return new ZipArchive(
      file.name,
      bytes,
      readDirectory(file.name, bytes),
      limits.maxUnpackedBytes ?? MAX_UNPACKED_BYTES,
    );
  } catch (cause) {
    // Every number of a damaged directory may point outside the file.
    if (cause instanceof RangeError) throw malformed(file.name, 'its directory is damaged', cause);
    throw cause;
  }
}

/** True if the bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function readDirectory(name: string, bytes: Buffer): Map<string, Entry> {
  const { offset: start, count } = findDirectory(name, bytes);
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw malformed(name, 'its directory is damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const entryName = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.set(entryName, {
      name: entryName,
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      checksum: bytes.readUInt32LE(at + 16),
      ...sizesOf(bytes, at, extra),
    });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Packed size and offset of an entry; what does not fit 32 bits stands in the zip64 extra field, in fixed order. */
function sizesOf(bytes: Buffer, at: number, extra: Buffer): { packedBytes: number; offset: number } {
  let packedBytes = bytes.readUInt32LE(at + 20);
  let offset = bytes.readUInt32LE(at + 42);
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== ZIP64_EXTRA) continue;
    let next = field + 4 + (bytes.readUInt32LE(at + 24) === IN_ZIP64 ? 8 : 0);
    if (packedBytes === IN_ZIP64) {
      packedBytes = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
    if (offset === IN_ZIP64) offset = Number(extra.readBigUInt64LE(next));
  }
  return { packedBytes, offset };
}

/** The end record stands at the very end, before a comment of up to 65,535 bytes. */
function findDirectory(name: string, bytes: Buffer): { offset: number; count: number } {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const offset = bytes.readUInt32LE(at + 16);
    const count = bytes.readUInt16LE(at + 10);
    if (offset !== IN_ZIP64 && count !== 0xffff) return { offset, count };
    if (at < 20 || bytes.readUInt32LE(at - 20) !== LOCATOR_64) return { offset, count };
    const end = Number(bytes.readBigUInt64LE(at - 12));
    if (bytes.readUInt32LE(end) !== END_OF_DIRECTORY_64) throw malformed(name, 'its directory is damaged');
    return {
      offset: Number(bytes.readBigUInt64LE(end + 48)),
      count: Number(bytes.readBigUInt64LE(end + 32)),
    };
  }
  const message = `${name} has no zip directory at its end; the file was cut.`;
  throw new InterdictError('LIST_TRUNCATED', message, { file: name });
}

function malformed(name: string, fault: string, cause?: unknown): InterdictError {
  const message = `${name} is a damaged or unusual zip archive: ${fault}.`;
  return new InterdictError('LIST_MALFORMED', message, { file: name }, cause === undefined ? {} : { cause });
}
