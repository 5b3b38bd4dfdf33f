// Finds all sound keys within a tolerance of one: walks tries with the kernel that is compiled from
// kernel/key-search.as.ts. Where there are two tries, a key within the tolerance spends at most half of it either on the
// first half of the query or on the second: the walk from the beginning finds the former, the walk from the end the
// latter, and each gives up most of its trie within a few sounds. The index lies in the kernel's own memory, which
// threads share; each thread has a scratch of its own behind it. key-search.test.ts holds the answers to the plain
// distance over every key.
import { INSERTION, POTENTIAL, SUBSTITUTION, SWAP } from '../../names/sound/sound-distance.ts';
import { MAX_KEY_LENGTH, SOUND_CODES } from '../../names/sound/sound-key.ts';
import kernel from './generated/key-search-kernel.json' with { type: 'json' };
import { type KeyTrie, type KeyTries, NODE_BYTES } from './key-trie.ts';

/** Bytes of a page of the kernel's memory. */
const PAGE = 65_536;
/** Pages that a memory may grow by, for the scratch of each thread that searches in it. */
const ROOM_TO_GROW = 256;

// Places in the scratch; the kernel has the same.
const SUBSTITUTION_AT = 0;
const INSERTION_AT = SUBSTITUTION_AT + SOUND_CODES * SOUND_CODES;
const POTENTIAL_AT = INSERTION_AT + SOUND_CODES;
const QUERY_AT = 2048;
const LIMITS_AT = QUERY_AT + MAX_KEY_LENGTH;
const ROWS_AT = 4096;
/** Bytes of the rows of all children of a node: 48 for each sound of a query, one column before them and two dead ones. */
const DEPTH_BYTES = (MAX_KEY_LENGTH + 3) * 48;
const OUT_AT = ROWS_AT + (MAX_KEY_LENGTH + 1) * DEPTH_BYTES;
/** Keys found in one call of the kernel at most; it goes on from there in the next. */
const ROOM = 4096;
const SCRATCH_PAGES = Math.ceil((OUT_AT + ROOM * 8) / PAGE);

interface Kernel {
  prepare(scratch: number, length: number, columns: number, half: number): void;
  search(
    scratch: number,
    nodes: number,
    edges: number,
    nodeCount: number,
    order: number,
    keys: number,
    keyAt: number,
    onward: 1 | -1,
    length: number,
    isBegun: 0 | 1,
    out: number,
    room: number,
  ): number;
}

const compiled = new WebAssembly.Module(Uint8Array.from(atob(kernel.wasm), (letter) => letter.charCodeAt(0)));

/** Told of each id that was found: its distance, and the length of its key. */
export type TakeKey = (id: number, distance: number, length: number) => void;

/** The kernel at work on one memory, for one thread. */
export class KeySearch {
  readonly #kernel: Kernel;
  readonly #scratch: number;
  readonly #bytes: Uint8Array;
  readonly #words: DataView;

  /** @param memory holds the tries that will be searched; grows by a scratch of some 64 kB */
  constructor(memory: WebAssembly.Memory) {
    const instance = new WebAssembly.Instance(compiled, { env: { memory } });
    this.#kernel = instance.exports as unknown as Kernel;
    this.#scratch = memory.grow(SCRATCH_PAGES) * PAGE;
    this.#bytes = new Uint8Array(memory.buffer, this.#scratch, SCRATCH_PAGES * PAGE);
    this.#words = new DataView(memory.buffer, this.#scratch, SCRATCH_PAGES * PAGE);
    this.#bytes.set(SUBSTITUTION, SUBSTITUTION_AT);
    this.#bytes.set(INSERTION, INSERTION_AT);
    this.#bytes.set(POTENTIAL, POTENTIAL_AT);
    if (kernel.swap !== SWAP) throw new RangeError(`The kernel was compiled for swaps of ${kernel.swap}.`);
  }

  /**
   * Calls `take` once for every id whose key is within the limit of its length.
   * @param tries  one trie or two, whose arrays lie in this memory
   * @param query  codes of SOUND, at least one and at most MAX_KEY_LENGTH
   * @param limits the largest distance for keys of each length from 0 to MAX_KEY_LENGTH; must not fall with length
   */
  search(tries: KeyTrie | KeyTries, query: Uint8Array, limits: Uint8Array, take: TakeKey): void {
    const widest = limits[MAX_KEY_LENGTH]!;
    // A walk may come to a key by a dearer way than the other does.
    const distances = new Map<number, number>();
    const keep = (id: number, distance: number): void => {
      const known = distances.get(id);
      if (known === undefined || distance < known) distances.set(id, distance);
    };
    const { keys, keyAt, nodes, edges, order } = tries;
    const forward: Trie = { keys, keyAt, nodes, edges, order, onward: 1 };
    this.#bytes.set(limits, LIMITS_AT);
    if ('backNodes' in tries) {
      const half = widest >> 1;
      // The columns of the two halves must not meet: what is spent in the one is not spent in the other.
      const columns = Math.max(1, query.length >> 1);
      this.#walk(forward, query, columns, half, keep);
      const { backNodes, backEdges, backOrder } = tries;
      const back: Trie = {
        ...forward,
        nodes: backNodes,
        edges: backEdges,
        order: backOrder,
        onward: -1,
      };
      if (widest > half)
        this.#walk(back, query.toReversed(), query.length + 1 - columns, widest - half - 1, keep);
    } else this.#walk(forward, query, 0, widest, keep);
    for (const [id, distance] of distances) take(id, distance, keyAt[id + 1]! - keyAt[id]!);
  }

  /** @param columns columns of the table, from the first, in which no more than `most` may be spent */
  #walk(
    { keys, keyAt, nodes, edges, order, onward }: Trie,
    query: Uint8Array,
    columns: number,
    most: number,
    keep: (id: number, distance: number) => void,
  ): void {
    this.#bytes.set(query, QUERY_AT);
    this.#kernel.prepare(this.#scratch, query.length, columns, most);
    const out = this.#scratch + OUT_AT;
    let found = ROOM;
    for (let isBegun: 0 | 1 = 0; found === ROOM; isBegun = 1) {
      found = this.#kernel.search(
        this.#scratch,
        nodes.byteOffset,
        edges.byteOffset,
        nodes.length / NODE_BYTES,
        order.byteOffset,
        keys.byteOffset,
        keyAt.byteOffset,
        onward,
        query.length,
        isBegun,
        out,
        ROOM,
      );
      for (let at = OUT_AT; at < OUT_AT + found * 8; at += 8) {
        const first = this.#words.getUint32(at, true);
        const count = this.#words.getUint16(at + 4, true);
        const distance = this.#bytes[at + 6]!;
        for (let place = first; place < first + count; place++) keep(order[place]!, distance);
      }
    }
  }
}

/** One trie to walk, in its direction. */
interface Trie extends KeyTrie {
  readonly onward: 1 | -1;
}

/** A shared memory of at least that many bytes, in which an index can be searched. */
export function searchableMemory(bytes: number): WebAssembly.Memory {
  const initial = Math.max(1, Math.ceil(bytes / PAGE));
  return new WebAssembly.Memory({ initial, maximum: initial + ROOM_TO_GROW, shared: true });
}

const kernels = new WeakMap<WebAssembly.Memory, KeySearch>();

/** This thread's kernel of a memory. */
export function keySearchOf(memory: WebAssembly.Memory): KeySearch {
  let search = kernels.get(memory);
  if (!search) {
    search = new KeySearch(memory);
    kernels.set(memory, search);
  }
  return search;
}
