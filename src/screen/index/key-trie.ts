// Tries over sound keys, read from their beginning or from their end, as typed arrays. The children of a node stand
// together, and what a walk asks of all of them at once stands in an array of its own: the first sounds of the edges to
// them, and bounds of what lies below. A node has the ids whose keys end there; the rest of its edge is read in the keys.
import { POTENTIAL } from '../../names/sound/sound-distance.ts';
import { SOUND_CODES } from '../../names/sound/sound-key.ts';

/** Sound keys end to end, where each begins, and the trie of them as they are read from their beginning. */
export interface KeyTrie {
  readonly keys: Uint8Array;
  readonly keyAt: Uint32Array;
  /** Ids in order of their keys; ids with one key stand together. Those without a sound are not in it. */
  readonly order: Uint32Array;
  /** NODE_BYTES for each node, the root first; the fields are those of NODE_FIELDS. */
  readonly nodes: Uint8Array;
  /** EDGE_PLANES bytes for each node: first those of the first plane for all nodes, then those of the next. */
  readonly edges: Uint8Array;
}

/** The same with a second trie of the keys read from their end: a search that walks both visits fewer nodes. */
export interface KeyTries extends KeyTrie {
  readonly backOrder: Uint32Array;
  readonly backNodes: Uint8Array;
  readonly backEdges: Uint8Array;
}

export const NODE_BYTES = 12;

/** Byte offsets of a node's fields, little-endian; the kernel (kernel/key-search.as.ts) has the same. */
const NODE_FIELDS = {
  /** u32: the first of its children. */
  firstChild: 0,
  /** u32: place in `order` of all ids at or below this node; those whose key ends here come first. */
  first: 4,
  /** u16: how many end here. */
  count: 8,
  /** u8: how many children it has. */
  children: 10,
  /** u8: sounds on the edge that leads here. */
  edgeLength: 11,
} as const;

/** What is known of the edge to each node; the kernel has the same. */
const EDGE_PLANES = {
  /** Its first sound. */
  code: 0,
  /** Least and most potential of what follows that sound in the keys below; 255 says "255 or more". */
  low: 1,
  high: 2,
  /** Length of the longest key below. */
  longest: 3,
} as const;
const PLANES = Object.keys(EDGE_PLANES).length;

/** A stretch shorter than this is sorted by putting each id in its place. */
const FEW = 24;

/** Ids that share one key at most; a node counts them in two bytes. */
const MAX_SAME_KEY = 0xffff;

/** Builds the trie over keys that were packed end to end. */
export function buildKeyTrie(keys: Uint8Array, keyAt: Uint32Array): KeyTrie {
  return { keys, keyAt, ...new TrieBuilder(keys, keyAt, false).build() };
}

/** Builds both tries over them. */
export function buildKeyTries(keys: Uint8Array, keyAt: Uint32Array): KeyTries {
  const { order, nodes, edges } = new TrieBuilder(keys, keyAt, true).build();
  return { ...buildKeyTrie(keys, keyAt), backOrder: order, backNodes: nodes, backEdges: edges };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly longest: number;
}

class TrieBuilder {
  readonly #keys: Uint8Array;
  readonly #keyAt: Uint32Array;
  readonly #isFromEnd: boolean;
  readonly #order: Uint32Array;
  readonly #spare: Uint32Array;
  readonly #counts = new Uint32Array(SOUND_CODES + 1);
  readonly #nodes: DataView;
  /** The planes of a node side by side; `build` puts them apart. */
  readonly #edges: Uint8Array;
  #count = 1;

  constructor(keys: Uint8Array, keyAt: Uint32Array, isFromEnd: boolean) {
    this.#keys = keys;
    this.#keyAt = keyAt;
    this.#isFromEnd = isFromEnd;
    const ids: number[] = [];
    for (let id = 0; id + 1 < keyAt.length; id++) if (keyAt[id + 1]! > keyAt[id]!) ids.push(id);
    this.#order = Uint32Array.from(ids);
    this.#spare = new Uint32Array(ids.length);
    // Below the root a trie of n keys has fewer than 2n nodes, each of which branches or ends a key.
    const most = 2 * ids.length + 1;
    this.#nodes = new DataView(new ArrayBuffer(most * NODE_BYTES));
    this.#edges = new Uint8Array(most * PLANES);
  }

  build(): { order: Uint32Array; nodes: Uint8Array; edges: Uint8Array } {
    if (this.#order.length > 0) this.#writeChildren(0, 0, this.#order.length, 0);
    const count = this.#count;
    const edges = new Uint8Array(count * PLANES);
    for (let node = 0; node < count; node++)
      for (let plane = 0; plane < PLANES; plane++)
        edges[plane * count + node] = this.#edges[node * PLANES + plane]!;
    const nodes = new Uint8Array(this.#nodes.buffer).slice(0, count * NODE_BYTES);
    return { order: this.#order, nodes, edges };
  }

  /** Where a key's sound at a depth stands, whether the key is that long or not. */
  #placeOf(id: number, depth: number): number {
    return this.#isFromEnd ? this.#keyAt[id + 1]! - 1 - depth : this.#keyAt[id]! + depth;
  }

  /** The sound of a key at a depth; 0 behind its end. */
  #soundAt(id: number, depth: number): number {
    return depth < this.#lengthOf(id) ? this.#keys[this.#placeOf(id, depth)]! : 0;
  }

  #lengthOf(id: number): number {
    return this.#keyAt[id + 1]! - this.#keyAt[id]!;
  }

  /** Puts the ids of a stretch in order of their sound at a depth; keys that have ended come first. */
  #sort(from: number, to: number, depth: number): void {
    const order = this.#order;
    if (to - from < FEW) {
      for (let at = from + 1; at < to; at++) {
        const id = order[at]!;
        const sound = this.#soundAt(id, depth);
        let place = at;
        for (; place > from && this.#soundAt(order[place - 1]!, depth) > sound; place--)
          order[place] = order[place - 1]!;
        order[place] = id;
      }
      return;
    }
    const next = this.#counts.fill(0);
    for (let at = from; at < to; at++) next[this.#soundAt(order[at]!, depth) + 1]!++;
    for (let code = 0; code < SOUND_CODES; code++) next[code + 1]! += next[code]!;
    for (let at = from; at < to; at++) {
      const id = order[at]!;
      this.#spare[from + next[this.#soundAt(id, depth)]!++] = id;
    }
    order.set(this.#spare.subarray(from, to), from);
  }

  /** Writes the children of a node, one for each sound that goes on from it, and all below them. */
  #writeChildren(parent: number, from: number, to: number, depth: number): Bounds {
    this.#sort(from, to, depth);
    const starts: number[] = [];
    let last = 0;
    for (let at = from; at < to; at++) {
      const sound = this.#soundAt(this.#order[at]!, depth);
      if (sound === last) continue;
      starts.push(at);
      last = sound;
    }
    const first = this.#count;
    this.#count += starts.length;
    this.#nodes.setUint32(parent * NODE_BYTES + NODE_FIELDS.firstChild, first, true);
    this.#nodes.setUint8(parent * NODE_BYTES + NODE_FIELDS.children, starts.length);
    let bounds: Bounds = { low: 255, high: 0, longest: 0 };
    starts.forEach((start, place) => {
      const sound = this.#soundAt(this.#order[start]!, depth);
      this.#edges[(first + place) * PLANES + EDGE_PLANES.code] = sound;
      const child = this.#writeNode(first + place, start, starts[place + 1] ?? to, depth);
      bounds = widest(bounds, child);
    });
    return bounds;
  }

  /** Writes the node of keys that begin alike, and all below it; gives the bounds of what follows `depth`. */
  #writeNode(node: number, from: number, to: number, depth: number): Bounds {
    const sample = this.#order[from]!;
    let end = depth + 1;
    while (this.#allGoOn(from, to, end)) end += 1;
    const ended = this.#endedFirst(from, to, end);
    let below: Bounds = ended > from ? { low: 0, high: 0, longest: end } : { low: 255, high: 0, longest: 0 };
    if (ended < to) below = widest(below, this.#writeChildren(node, ended, to, end));
    if (ended - from > MAX_SAME_KEY) throw new RangeError(`${ended - from} tokens have one sound key.`);
    const nodes = this.#nodes;
    const at = node * NODE_BYTES;
    nodes.setUint32(at + NODE_FIELDS.first, from, true);
    nodes.setUint16(at + NODE_FIELDS.count, ended - from, true);
    nodes.setUint8(at + NODE_FIELDS.edgeLength, end - depth);
    let behind = 0;
    for (let place = depth + 1; place < end; place++) behind += POTENTIAL[this.#soundAt(sample, place)]!;
    const low = Math.min(255, below.low + behind);
    const high = Math.min(255, below.high + behind);
    const { longest } = below;
    const edge = node * PLANES;
    this.#edges[edge + EDGE_PLANES.low] = low;
    this.#edges[edge + EDGE_PLANES.high] = high;
    this.#edges[edge + EDGE_PLANES.longest] = longest;
    const first = POTENTIAL[this.#soundAt(sample, depth)]!;
    return { low: Math.min(255, low + first), high: Math.min(255, high + first), longest };
  }

  /** True if no key of the stretch ends at this depth and all have the same sound there. */
  #allGoOn(from: number, to: number, depth: number): boolean {
    const sound = this.#soundAt(this.#order[from]!, depth);
    if (sound === 0) return false;
    for (let at = from + 1; at < to; at++) if (this.#soundAt(this.#order[at]!, depth) !== sound) return false;
    return true;
  }

  /** Brings the keys that end at a depth to the front of the stretch; returns where the others begin. */
  #endedFirst(from: number, to: number, depth: number): number {
    let end = from;
    for (let at = from; at < to; at++) {
      const id = this.#order[at]!;
      if (this.#lengthOf(id) !== depth) continue;
      this.#order[at] = this.#order[end]!;
      this.#order[end++] = id;
    }
    return end;
  }
}

function widest(one: Bounds, other: Bounds): Bounds {
  return {
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
    longest: Math.max(one.longest, other.longest),
  };
}
