// Rows as packed JSON lines. The last line holds the number of rows and the SHA-256 of all lines before it, so that
// a file that was cut or altered is told from a whole one.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { InterdictError } from '../model/errors.ts';
import { writeDurably } from './durable-file.ts';
import { packer, unpack } from './packing.ts';

/** Characters that are collected before they are packed; a call for each row would cost more than the packing. */
const BLOCK = 1 << 16;

interface Seal {
  readonly rows: number;
  readonly sha256: string;
}

export interface JsonLinesWriter {
  write(row: unknown): Promise<void>;
  /** Ends the file and makes it visible. */
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** Opens a file for writing; it is visible at `path` only after `commit`. */
export function writeJsonLines(path: string, incoming: string): JsonLinesWriter {
  const packing = packer();
  const written = writeDurably(path, incoming, packing);
  // Reported by whoever waits for it below; until then it must not count as unhandled.
  written.catch(() => {});
  const hash = createHash('sha256');
  let rows = 0;
  let block = '';

  async function flush(): Promise<void> {
    // A disk that refuses ends the packing; then `written` has the reason.
    if (packing.destroyed) return written;
    hash.update(block);
    const hasRoom = packing.write(block);
    block = '';
    if (!hasRoom) await Promise.race([once(packing, 'drain'), written]);
  }

  return {
    async write(row) {
      block += `${JSON.stringify(row)}\n`;
      rows += 1;
      if (block.length >= BLOCK) await flush();
    },
    async commit() {
      hash.update(block);
      const seal: Seal = { rows, sha256: hash.digest('hex') };
      packing.end(`${block}${JSON.stringify(seal)}\n`);
      await written;
    },
    async abandon() {
      packing.destroy(new Error('abandoned'));
      await written.catch(() => {}); // its only news is that it was abandoned
    },
  };
}

/**
 * The rows of a file, in order.
 * @throws InterdictError STORE_DAMAGED at the end if the rows are not those that were written
 */
export async function* readJsonLines<Row>(path: string): AsyncGenerator<Row> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8');
  let rows = 0;
  let rest = '';
  let last: string | undefined;
  try {
    for await (const chunk of unpack(path)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (last !== undefined) {
          hash.update(`${last}\n`);
          rows += 1;
          yield JSON.parse(last) as Row;
        }
        last = line;
      }
    }
    const seal = JSON.parse(last ?? '') as Seal;
    if (rest !== '' || seal.rows !== rows || seal.sha256 !== hash.digest('hex')) {
      throw new Error('its rows are not those that were written');
    }
  } catch (cause) {
    const message = `${path} cannot be used: ${(cause as Error).message}.`;
    throw new InterdictError('STORE_DAMAGED', message, { file: path }, { cause });
  }
}
