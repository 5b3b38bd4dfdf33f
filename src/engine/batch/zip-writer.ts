// Writes a zip archive to disk, entry by entry, each packed as it comes, so that memory does not grow with it.
// Sizes stand behind each entry (data descriptors). No zip64: entries and archive stay below 4 GiB or are refused.
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { InterdictError } from '../../model/errors.ts';

const MAX_BYTES = 0xffff_ffff;
/** Sizes follow the entry (bit 3); names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980: the same content gives the same bytes. */
const DATE = 0x0021;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
}

export class ZipWriter {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #entries: Entry[] = [];
  #position = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** A new archive; a file that is there is emptied. */
  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(path, await open(path, 'w'));
  }

  /** Adds an entry out of pieces of text. */
  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const offset = this.#position;
    const nameBytes = Buffer.from(name);
    await this.#write(
      fields([4, 0x04034b50], ...description(0, 0, 0), [2, nameBytes.length], [2, 0]),
      nameBytes,
    );
    const start = this.#position;
    let checksum = 0;
    let unpacked = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        const bytes = Buffer.from(piece);
        checksum = crc32(bytes, checksum);
        unpacked += bytes.length;
        yield bytes;
      }
    };
    await pipeline(Readable.from(counted()), createDeflateRaw(), async (packed: AsyncIterable<Buffer>) => {
      for await (const bytes of packed) await this.#write(bytes);
    });
    const packed = this.#position - start;
    if (unpacked > MAX_BYTES) throw this.#tooLarge();
    await this.#write(fields([4, 0x08074b50], [4, checksum], [4, packed], [4, unpacked]));
    this.#entries.push({ name: nameBytes, offset, checksum, packed, unpacked });
  }

  /** Writes the directory; when it resolves, the archive is on the disk. */
  async close(): Promise<void> {
    const start = this.#position;
    for (const { name, offset, checksum, packed, unpacked } of this.#entries) {
      const common = description(checksum, packed, unpacked);
      const rest = fields([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
      await this.#write(fields([4, 0x02014b50], [2, VERSION], ...common), rest, name);
    }
    const length = this.#position - start;
    const count = this.#entries.length;
    await this.#write(
      fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, start], [2, 0]),
    );
    await this.#handle.sync();
    await this.#handle.close();
  }

  /** Gives the file up, as it is. */
  async abandon(): Promise<void> {
    await this.#handle.close();
  }

  async #write(...parts: readonly Buffer[]): Promise<void> {
    const bytes = Buffer.concat(parts);
    if (this.#position + bytes.length > MAX_BYTES) throw this.#tooLarge();
    await this.#handle.appendFile(bytes);
    this.#position += bytes.length;
  }

  #tooLarge(): InterdictError {
    const message = `${this.#path} would be larger than a workbook can be; write CSV or JSON lines instead.`;
    return new InterdictError('FILE_UNREADABLE', message, { file: this.#path });
  }
}

/** What the local header and the directory say alike. */
function description(checksum: number, packed: number, unpacked: number): Field[] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    [4, checksum],
    [4, packed],
    [4, unpacked],
  ];
}

/** Width in bytes, and value. */
type Field = readonly [2 | 4, number];

function fields(...all: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(all.reduce((sum, [width]) => sum + width, 0));
  let offset = 0;
  for (const [width, value] of all) {
    if (width === 2) bytes.writeUInt16LE(value, offset);
    else bytes.writeUInt32LE(value, offset);
    offset += width;
  }
  return bytes;
}
