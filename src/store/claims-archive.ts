// The bytes of articles on the file system, under `<home>/articles/<first two digits>/<hash>.gz`: gzipped, so that any
// tool opens them. A file is there in full or not at all, and its hash is checked each time it is read.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleArchive } from '../cases/claim-ports.ts';
import { InterdictError } from '../model/errors.ts';
import { sweepAbandoned, writeDurably } from './durable-file.ts';
import { pack, unpack } from './packing.ts';

export class FileArticleArchive implements ArticleArchive {
  readonly #folder: string;
  readonly #incoming: string;

  private constructor(home: string) {
    this.#folder = join(home, 'articles');
    this.#incoming = join(this.#folder, '.incoming');
  }

  /** @param now when it is opened; decides which unfinished files are abandoned */
  static async open(home: string, now: Date): Promise<FileArticleArchive> {
    const archive = new FileArticleArchive(home);
    await sweepAbandoned(archive.#incoming, now);
    return archive;
  }

  async keep(sha256: string, bytes: Uint8Array): Promise<void> {
    if (hashOf(bytes) !== sha256)
      throw new InterdictError('INTERNAL', `The bytes given for article ${sha256} are other bytes.`);
    if (await this.#isWhole(sha256)) return;
    await writeDurably(this.#pathOf(sha256), this.#incoming, pack(inOnePiece(bytes)));
  }

  async open(sha256: string): Promise<Uint8Array> {
    const path = this.#pathOf(sha256);
    const damaged = (reason: string, cause?: unknown): InterdictError =>
      new InterdictError('STORE_DAMAGED', `${path} cannot be used: ${reason}.`, { file: path }, { cause });
    const chunks: Uint8Array[] = [];
    try {
      for await (const chunk of unpack(path)) chunks.push(chunk);
    } catch (error) {
      throw damaged((error as Error).message, error);
    }
    const bytes = Buffer.concat(chunks);
    if (hashOf(bytes) !== sha256) throw damaged('its bytes are not those that were kept');
    return bytes;
  }

  async has(sha256: string): Promise<boolean> {
    return existsSync(this.#pathOf(sha256));
  }

  /** A damaged copy is replaced by the good bytes that are at hand. */
  async #isWhole(sha256: string): Promise<boolean> {
    if (!existsSync(this.#pathOf(sha256))) return false;
    try {
      await this.open(sha256);
      return true;
    } catch (error) {
      if (error instanceof InterdictError && error.code === 'STORE_DAMAGED') return false;
      throw error;
    }
  }

  #pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/u.test(sha256))
      throw new InterdictError('INTERNAL', `"${sha256}" is no hash of an article.`);
    return join(this.#folder, sha256.slice(0, 2), `${sha256}.gz`);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
