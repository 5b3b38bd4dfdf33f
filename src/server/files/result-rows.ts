// The results of a file while they are being written: where each row lies in the file and what was decided, so that
// any page of them can be shown without reading the rest. Only whole lines count.
import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { pathExists } from '../../engine/path-exists.ts';
import type { Decision } from '../../model/decision.ts';

/** Bytes that are looked at in one go. */
const PIECE = 1 << 20;
/** Of a line this many bytes are read as one row; a screening has some kilobytes. */
const LINE_FEED = 10;

interface RowPlace {
  readonly at: number;
  readonly length: number;
  readonly decision: Decision;
}

export class ResultRows {
  /** The results under whichever of its names they have at the moment. */
  readonly #paths: readonly string[];
  readonly #rows: RowPlace[] = [];
  readonly counts: Record<Decision, number> = { clear: 0, review: 0, stop: 0, undetermined: 0 };
  #end = 0;
  #looking: Promise<void> | undefined;

  /** @param paths the finished file, then the file while it is written */
  constructor(...paths: readonly string[]) {
    this.#paths = paths;
  }

  /** Takes in what was written since it was last asked. */
  async refresh(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  /** A page of rows as they were written; of one decision only, if it is given. */
  async page(
    offset: number,
    limit: number,
    decision?: Decision,
  ): Promise<{ readonly total: number; readonly rows: readonly unknown[] }> {
    await this.refresh();
    const meant = decision ? this.#rows.filter((row) => row.decision === decision) : this.#rows;
    const wanted = meant.slice(offset, offset + limit);
    const path = await this.#path();
    if (!path || wanted.length === 0) return { total: meant.length, rows: [] };
    const file = await open(path);
    try {
      const rows: unknown[] = [];
      for (const { at, length } of wanted) {
        const bytes = Buffer.alloc(length);
        await file.read(bytes, 0, length, at);
        rows.push(JSON.parse(bytes.toString('utf8')));
      }
      return { total: meant.length, rows };
    } finally {
      await file.close();
    }
  }

  async #path(): Promise<string | undefined> {
    for (const path of this.#paths) {
      if (await pathExists(path)) return path;
    }
    return undefined;
  }

  async #look(): Promise<void> {
    const path = await this.#path();
    if (!path) return;
    const file = await open(path);
    try {
      let rest = Buffer.alloc(0);
      for (;;) {
        const piece = Buffer.alloc(PIECE);
        const { bytesRead } = await file.read(piece, 0, PIECE, this.#end + rest.length);
        if (bytesRead === 0) return;
        rest = this.#take(Buffer.concat([rest, piece.subarray(0, bytesRead)]));
        // The pages of other users come in between.
        await setImmediate();
      }
    } finally {
      await file.close();
    }
  }

  /** Notes the whole lines of some bytes; gives back what is left behind the last of them. */
  #take(bytes: Buffer): Buffer<ArrayBuffer> {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      const { decision } = JSON.parse(bytes.toString('utf8', from, end)) as { decision: Decision };
      this.#rows.push({ at: this.#end, length: end - from, decision });
      this.counts[decision] += 1;
      this.#end += end + 1 - from;
      from = end + 1;
    }
    return Buffer.from(bytes.subarray(from));
  }
}
