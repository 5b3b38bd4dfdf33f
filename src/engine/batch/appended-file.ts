// A file that only grows, and knows its length and the SHA-256 of all that was written, so that its state at any
// moment can be noted and found again after a crash.
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, truncate } from 'node:fs/promises';

/** A state of the file. */
export interface FileMark {
  readonly length: number;
  readonly sha256: string;
}

const READ_BYTES = 1 << 20;

export class AppendedFile {
  readonly #handle: FileHandle;
  readonly #hash: Hash;
  #length: number;
  #isSynced = true;

  private constructor(handle: FileHandle, hash: Hash, length: number) {
    this.#handle = handle;
    this.#hash = hash;
    this.#length = length;
  }

  /** A new file; one that is there is emptied. */
  static async create(path: string): Promise<AppendedFile> {
    return new AppendedFile(await open(path, 'w'), createHash('sha256'), 0);
  }

  /** A file as it was at a mark; what stands behind that is cut off. */
  static async reopen(path: string, mark: FileMark): Promise<AppendedFile> {
    const hash = createHash('sha256');
    await follow(path, [mark], hash);
    await truncate(path, mark.length);
    return new AppendedFile(await open(path, 'a'), hash, mark.length);
  }

  get mark(): FileMark {
    return { length: this.#length, sha256: this.#hash.copy().digest('hex') };
  }

  async append(text: string): Promise<void> {
    if (text === '') return;
    const bytes = Buffer.from(text);
    await this.#handle.appendFile(bytes);
    this.#hash.update(bytes);
    this.#length += bytes.length;
    this.#isSynced = false;
  }

  /** Resolves when all that was appended is on the disk. */
  async sync(): Promise<void> {
    if (!this.#isSynced) await this.#handle.datasync();
    this.#isSynced = true;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** How many of the marks, from the first on, the file still agrees with; none if there is no such file. */
export async function countAgreeing(path: string, marks: readonly FileMark[]): Promise<number> {
  return follow(path, marks, createHash('sha256')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 0;
    throw error;
  });
}

/** Hashes a file from mark to mark, as far as they agree. */
async function follow(path: string, marks: readonly FileMark[], hash: Hash): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(READ_BYTES);
    let position = 0;
    for (const [index, mark] of marks.entries()) {
      while (position < mark.length) {
        const wanted = Math.min(READ_BYTES, mark.length - position);
        const { bytesRead } = await handle.read(buffer, 0, wanted, position);
        if (bytesRead === 0) return index;
        hash.update(buffer.subarray(0, bytesRead));
        position += bytesRead;
      }
      if (hash.copy().digest('hex') !== mark.sha256) return index;
    }
    return marks.length;
  } finally {
    await handle.close();
  }
}
