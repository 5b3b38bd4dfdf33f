// The listed parties of today as something to look things up in: open one with everything that the lists say, follow
// its relations, search by words. What it holds in memory belongs to one set of list versions; when the lists change,
// the next one is made ready first and then takes its place, so that nobody waits and nobody sees half of each.
import { setImmediate } from 'node:timers/promises';
import { InterdictError } from '../../model/errors.ts';
import type { PartyDetails } from '../../model/party-details.ts';
import type { ListRecord } from '../../model/record.ts';
import type { PartyTable } from '../../screen/index/screen-index.ts';
import type { ListedParty } from '../../screen/listed-party.ts';
import { PartyBook } from './party-book.ts';
import { detailsOf } from './party-details.ts';
import { TextIndex } from './text-index.ts';

export type { ListedParty } from '../../screen/listed-party.ts';

/** The parties in force, under a name that changes with the lists. */
export interface ListedParties {
  readonly name: string;
  readonly parties: PartyTable;
  /** The records that they were made from. */
  readonly records: () => AsyncIterable<ListRecord>;
  /** Ids of parties whose names are like a text, likeliest first. */
  readonly similar: (name: string, limit: number) => string[];
}

export interface PartyDirectoryParts {
  /** What is in force now. */
  readonly listed: () => Promise<ListedParties>;
  /** Folder for files that can be made again. */
  readonly cacheFolder: string;
  /**
   * Told when a newer directory could not be made ready; the one before it goes on answering.
   * @default nobody is: then everybody waits for the newer one, and has the error
   */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
}

/** One set of lists, ready to be asked. */
export interface DirectorySnapshot {
  readonly name: string;
  readonly parties: PartyTable;
  readonly book: PartyBook;
  readonly text: TextIndex;
}

export class PartyDirectory {
  readonly #parts: PartyDirectoryParts;
  #current: DirectorySnapshot | undefined;
  #next: { readonly name: string; readonly ready: Promise<DirectorySnapshot> } | undefined;

  constructor(parts: PartyDirectoryParts) {
    this.#parts = parts;
  }

  /**
   * The directory of the lists in force. For a server the one before answers while a newer one is made ready, and only
   * the first is waited for.
   */
  async snapshot(): Promise<DirectorySnapshot> {
    const { listed: inForce, onTrouble } = this.#parts;
    const listed = await inForce();
    if (this.#current?.name === listed.name) return this.#current;
    if (this.#next?.name !== listed.name) {
      const ready = this.#make(listed);
      this.#next = { name: listed.name, ready };
      ready.then(
        (made) => {
          if (this.#next?.name !== made.name) return;
          this.#current = made;
          this.#next = undefined;
        },
        (error: unknown) => {
          // The next one to ask tries again.
          if (this.#next?.name === listed.name) this.#next = undefined;
          // Where there is none before it, whoever waits has the error.
          if (this.#current) onTrouble?.(error);
        },
      );
    }
    return this.#current && onTrouble ? this.#current : await this.#next.ready;
  }

  /**
   * Everything about one party, by its id or the id of any of its listings.
   * @throws InterdictError PARTY_UNKNOWN if there is none
   */
  async details(id: string): Promise<PartyDetails> {
    const { parties, book } = await this.snapshot();
    const find = (wanted: string): ListedParty | undefined => {
      const number = parties.numberOf(wanted);
      return number === undefined ? undefined : parties.partyOf(number);
    };
    const party = find(id);
    if (!party) throw unknownParty(id);
    const ids = [party.id, ...party.referents];
    const from = new Set(ids.flatMap((own) => book.linkedFrom(own)));
    return detailsOf(party, await book.recordsOf(ids), await book.recordsOf([...from]), find);
  }

  /** Ids of parties whose names are like a text, likeliest first. Not a screening: nothing is decided or recorded. */
  async similar(name: string, limit: number): Promise<string[]> {
    return (await this.#parts.listed()).similar(name, limit);
  }

  async #make({ name, parties, records }: ListedParties): Promise<DirectorySnapshot> {
    const book = await PartyBook.open(this.#parts.cacheFolder, name, records);
    const text = await TextIndex.build(parties, () => setImmediate());
    return { name, parties, book, text };
  }
}

function unknownParty(id: string): InterdictError {
  return new InterdictError('PARTY_UNKNOWN', `No listed party has the id "${id}".`, { field: 'id' });
}
