// What the store says of the lists, for whoever asks it often. A command asks once and wants the truth of the moment.
// A server asks a thousand times a second: it believes for a moment what it was told, and when the lists have changed
// it goes on answering on the old ones until the index of the new ones is ready. No request waits, and none sees a
// mixture: what an answer says of its lists is what it was made of.
import type { LinkCut, ListVersion } from '../cases/ports.ts';

/** The lists at one moment. */
export interface ListStand {
  /** All stored versions. */
  readonly stored: readonly ListVersion[];
  readonly cuts: readonly LinkCut[];
}

export interface StandingListsParts {
  /** Asks the store. */
  readonly read: () => Promise<ListStand>;
  /** Makes the index of a stand ready, so that it can be asked at once. */
  readonly prepare: (stand: ListStand) => Promise<unknown>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Milliseconds for which a stand is believed; 0 asks the store every time and prepares nothing. */
  readonly trust: number;
  /** Told when newer lists could not be made ready; the old ones go on answering, and it is tried again. */
  readonly onTrouble: (error: unknown) => void;
}

interface Held {
  readonly stand: ListStand;
  /** To see that nothing has changed. */
  readonly text: string;
  readAt: number;
}

export class StandingLists {
  readonly #parts: StandingListsParts;
  #held: Held | undefined;
  #first: Promise<Held> | undefined;
  #isRefreshing = false;

  constructor(parts: StandingListsParts) {
    this.#parts = parts;
  }

  /** The lists to answer on. */
  async current(): Promise<ListStand> {
    const { read, now, trust } = this.#parts;
    if (trust === 0) return await read();
    if (!this.#held) {
      this.#first ??= this.#take().finally(() => {
        this.#first = undefined;
      });
      return (await this.#first).stand;
    }
    if (!this.#isRefreshing && Math.abs(now() - this.#held.readAt) >= trust) void this.#refresh(this.#held);
    return this.#held.stand;
  }

  async #refresh(held: Held): Promise<void> {
    this.#isRefreshing = true;
    try {
      await this.#take(held);
    } catch (error) {
      held.readAt = this.#parts.now();
      this.#parts.onTrouble(error);
    } finally {
      this.#isRefreshing = false;
    }
  }

  async #take(known?: Held): Promise<Held> {
    const { read, prepare, now } = this.#parts;
    const stand = await read();
    const text = JSON.stringify(stand);
    if (known?.text === text) {
      known.readAt = now();
      return known;
    }
    await prepare(stand);
    this.#held = { stand, text, readAt: now() };
    return this.#held;
  }
}
