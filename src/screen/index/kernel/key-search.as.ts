// The kernel of the key search, in AssemblyScript: finds in a trie of sound keys all that lie within a weighted
// edit distance of a query's key. It is the distance of names/sound/sound-distance.ts, computed for all keys that
// begin alike at once: one row of its table for each node of the trie, and the rows of all children of a node together,
// sixteen to a vector. Compiled by scripts/generate/key-search-kernel.ts; key-search.test.ts holds it to the plain
// distance.
//
// Costs are bytes that stop at 255, which is more than any limit. Row d of the table has the costs of turning the
// first j sounds of the query into the first d of the key, for j from 0.
// The kernel has no memory of its own: everything is at addresses that the caller gives.

/** Bytes of a node; its fields are those of NODE_FIELDS in key-trie.ts. */
const NODE: usize = 12;
const FIRST_CHILD: usize = 0;
const FIRST: usize = 4;
const COUNT: usize = 8;
const CHILDREN: usize = 10;
const EDGE_LENGTH: usize = 11;

/** Sounds of a query and of a key at most. */
const MAX_KEY: usize = 32;
const CODES: usize = 44;
const SWAP: u8 = 14;
/** Children of a node at most, in whole vectors. */
const LANES: usize = 48;
/** Bytes of what is kept for each column, or for each depth. */
const LIST: usize = 40;
/**
 * Bytes of the rows of one depth: those of all children of a node, column by column, behind two columns that are dead.
 * A row is where its first column would be; the next cell of it is LANES further on.
 */
const DEPTH: usize = (MAX_KEY + 3) * LANES;

// Places in the scratch, from its start. The caller fills the first three, the query and the limits.
const SUBSTITUTION: usize = 0;
const INSERTION: usize = SUBSTITUTION + CODES * CODES;
const POTENTIAL: usize = INSERTION + CODES;
const QUERY: usize = 2048;
const LIMITS: usize = QUERY + MAX_KEY;
/** What a cell of each column may cost. */
const MOST: usize = 2176;
/** Potential of what is left of the query behind each column. */
const REST: usize = MOST + LIST;
/** By depth: the sound that led there, whether its row is alive, the first and the last of its columns that may be. */
const PATH: usize = REST + LIST;
const ALIVE: usize = PATH + LIST;
const BEGIN: usize = ALIVE + LIST;
const LAST: usize = BEGIN + LIST;
const LEVEL: usize = LAST + LIST;
/** By depth and group of sixteen children: the last column in which any of their rows may be alive. */
const LAST_OF_GROUP: usize = 2560;
/** The rows of the way from the root to where the walk is, by depth: their addresses. */
const ROW_AT: usize = LAST_OF_GROUP + (MAX_KEY + 1) * 4;
/**
 * Where the walk is: for each level which children are still open and which of these have rows alive, the first child
 * and their depth.
 */
const STACK: usize = 3072;
const ENTRY: usize = 24;
const ROWS: usize = 4096;

/** The entries of a table of up to 48 bytes, sixteen at once. */
@inline
function lookUp(table: usize, index: v128): v128 {
  const low = i8x16.swizzle(v128.load(table), index);
  const middle = i8x16.swizzle(v128.load(table + 16), i8x16.sub(index, i8x16.splat(16)));
  const high = i8x16.swizzle(v128.load(table + 32), i8x16.sub(index, i8x16.splat(32)));
  return v128.or(v128.or(low, middle), high);
}

@inline
function sum(one: u32, other: u32): u8 {
  return <u8>min<u32>(255, one + other);
}

/**
 * Fills the tables of a query of that many sounds.
 * @param columns columns, from the first, in which a cell may cost no more than `half`
 */
export function prepare(scratch: usize, length: usize, columns: usize, half: u32): void {
  memory.fill(scratch + MOST, load<u8>(scratch + LIMITS + MAX_KEY), LIST);
  memory.fill(scratch + MOST, <u8>half, columns);
  let rest: u32 = 0;
  store<u8>(scratch + REST + length, 0);
  for (let j = <i32>length - 1; j >= 0; j--) {
    rest += <u32>load<u8>(scratch + POTENTIAL + <usize>load<u8>(scratch + QUERY + j));
    store<u8>(scratch + REST + j, <u8>min<u32>(255, rest));
  }
  const row = scratch + ROWS + 2 * LANES;
  let cost: u8 = 0;
  store<u8>(row, 0);
  for (let j: usize = 1; j <= length; j++) {
    cost = sum(cost, load<u8>(scratch + INSERTION + <usize>load<u8>(scratch + QUERY + j - 1)));
    if (cost > load<u8>(scratch + MOST + j)) cost = 255;
    store<u8>(row + j * LANES, cost);
  }
  store<u32>(scratch + ROW_AT, <u32>row);
  store<u8>(scratch + PATH, 0);
  store<u8>(scratch + ALIVE, 1);
  store<u8>(scratch + BEGIN, 0);
  store<u8>(scratch + LAST, <u8>length);
}

/**
 * The rows that follow the row of a depth, for sixteen sounds that may come next.
 * @param group      which sixteen of the next depth they are
 * @param codes      the sounds
 * @param lows,highs least and most potential of what comes behind each of them
 * @param limits     the largest distance below each of them
 * @returns in the low half which rows are alive: any cell may still lead to an answer; in the high half which are not,
 *          but may be reached over by a swap of the sound with the one behind it
 */
function advance(
  scratch: usize, depth: usize, group: usize, length: usize, codes: v128, lows: v128, highs: v128, limits: v128,
): u32 {
  const dead = i8x16.splat(-1);
  const row = <usize>load<u32>(scratch + ROW_AT + depth * 4);
  const out = scratch + ROWS + (depth + 1) * DEPTH + 2 * LANES + group * 16;
  const insertion = lookUp(scratch + INSERTION, codes);
  const codeBefore = load<u8>(scratch + PATH + depth);
  const begin = <usize>load<u8>(scratch + BEGIN + depth);
  const last = <usize>load<u8>(scratch + LAST + depth);
  // A swap reaches from the row before this one, two columns on.
  const lastBefore = depth > 0 ? <usize>load<u8>(scratch + LAST + depth - 1) : 0;
  const oldestRow = depth > 0 ? <usize>load<u32>(scratch + ROW_AT + (depth - 1) * 4) : row;
  const end = max(last, lastBefore) + 2;
  v128.store(out + begin * LANES - LANES, dead);
  v128.store(out + begin * LANES - 2 * LANES, dead);
  let isAlive = i8x16.splat(0);
  let maySwap = i8x16.splat(0);
  let left = dead;
  let lastAlive = begin;
  for (let j = begin; j <= length; j++) {
    const isLeftDead = i8x16.all_true(i8x16.eq(left, dead));
    if (j > end && isLeftDead) break;
    const above: u8 = j <= last ? load<u8>(row + j * LANES) : 255;
    let cost = i8x16.add_sat_u(i8x16.splat(above), insertion);
    if (j > 0) {
      const code = load<u8>(scratch + QUERY + j - 1);
      const aboveLeft: u8 = j <= last + 1 ? load<u8>(row + (j - 1) * LANES) : 255;
      if (aboveLeft != 255) {
        const change = lookUp(scratch + SUBSTITUTION + <usize>code * CODES, codes);
        cost = i8x16.min_u(cost, i8x16.add_sat_u(i8x16.splat(aboveLeft), change));
      }
      if (!isLeftDead)
        cost = i8x16.min_u(cost, i8x16.add_sat_u(left, i8x16.splat(load<u8>(scratch + INSERTION + <usize>code))));
      if (j > 1) {
        if (code == codeBefore && j <= lastBefore + 2) {
          // Neighbours swapped: the query has the key's last two sounds the other way round.
          const oldest = i8x16.splat(sum(load<u8>(oldestRow + (j - 2) * LANES), SWAP));
          const isOther = i8x16.eq(codes, i8x16.splat(load<u8>(scratch + QUERY + j - 2)));
          cost = i8x16.min_u(cost, v128.or(oldest, v128.not(isOther)));
        }
        if (j <= last + 2) {
          const swapped = i8x16.splat(sum(load<u8>(row + (j - 2) * LANES), SWAP));
          maySwap = v128.or(maySwap, v128.and(i8x16.eq(codes, i8x16.splat(code)), i8x16.le_u(swapped, limits)));
        }
      }
    }
    cost = v128.or(cost, i8x16.gt_u(cost, i8x16.splat(load<u8>(scratch + MOST + j))));
    v128.store(out + j * LANES, cost);
    left = cost;
    if (i8x16.all_true(i8x16.eq(cost, dead))) continue;
    lastAlive = j;
    // What is left of the query and of the keys below differs in potential by so much at least.
    const rest = i8x16.splat(load<u8>(scratch + REST + j));
    const ahead = v128.or(i8x16.sub_sat_u(rest, highs), i8x16.sub_sat_u(lows, rest));
    isAlive = v128.or(isAlive, i8x16.le_u(i8x16.add_sat_u(cost, ahead), limits));
  }
  store<u8>(scratch + LAST_OF_GROUP + (depth + 1) * 4 + group, <u8>lastAlive);
  const alive = <u32>i8x16.bitmask(isAlive);
  // A swap reaches over one dead row, not over two.
  const swaps = load<u8>(scratch + ALIVE + depth) != 0 ? <u32>i8x16.bitmask(maySwap) : 0;
  return alive | ((swaps & ~alive) << 16);
}

/** Goes on to a row of the next depth: that of one lane. */
@inline
function enter(scratch: usize, depth: usize, length: usize, lane: usize, code: u8, isAlive: bool): void {
  const row = scratch + ROWS + (depth + 1) * DEPTH + 2 * LANES + lane;
  // Columns that are dead here need not be looked at below, but for the two that a swap reaches on from the row above.
  const begin = <usize>load<u8>(scratch + BEGIN + depth);
  let next = begin;
  while (next < begin + 2 && next < length && load<u8>(row + next * LANES) == 255) next += 1;
  store<u32>(scratch + ROW_AT + (depth + 1) * 4, <u32>row);
  store<u8>(scratch + BEGIN + depth + 1, <u8>next);
  store<u8>(scratch + LAST + depth + 1, load<u8>(scratch + LAST_OF_GROUP + (depth + 1) * 4 + (lane >> 4)));
  store<u8>(scratch + PATH + depth + 1, code);
  store<u8>(scratch + ALIVE + depth + 1, isAlive ? 1 : 0);
}

/** Opens the children of a node on a level of the stack. */
function open(
  scratch: usize, level: usize, depth: usize, length: usize, edges: usize, nodeCount: usize, first: usize, count: usize,
): void {
  let open: u64 = 0;
  let alive: u64 = 0;
  for (let at: usize = 0; at < count; at += 16) {
    const place = edges + first + at;
    const limits = lookUp(scratch + LIMITS, v128.load(place + 3 * nodeCount));
    const found = advance(
      scratch, depth, at >> 4, length, v128.load(place), v128.load(place + nodeCount), v128.load(place + 2 * nodeCount), limits,
    );
    const inside: u32 = count - at >= 16 ? 0xffff : (1 << <u32>(count - at)) - 1;
    alive |= (<u64>(found & inside)) << <u64>at;
    open |= (<u64>((found | (found >> 16)) & inside)) << <u64>at;
  }
  const entry = scratch + STACK + level * ENTRY;
  store<u64>(entry, open);
  store<u64>(entry + 8, alive);
  store<u32>(entry + 16, <u32>first);
  store<u32>(entry + 20, <u32>depth);
}

/**
 * Walks a trie and writes what it finds: place of the first id, number of ids, distance and length of the key, eight
 * bytes each. Stops when the room is full; called again with `isBegun`, it goes on from there.
 * @param edges  for each node the sound that leads to it, least and most potential of what follows that sound in the
 *               keys below, and the length of the longest of these: `nodeCount` bytes of each
 * @param onward 1 for a trie of keys read from their beginning, -1 from their end
 * @returns how many were written; fewer than the room says that the walk has ended
 */
export function search(
  scratch: usize, nodes: usize, edges: usize, nodeCount: usize, order: usize, keys: usize, keyAt: usize, onward: isize,
  length: usize, isBegun: bool, out: usize, room: u32,
): u32 {
  let found: u32 = 0;
  let level: usize = 1;
  if (isBegun) level = <usize>load<u32>(scratch + LEVEL);
  else open(scratch, 1, 0, length, edges, nodeCount, <usize>load<u32>(nodes + FIRST_CHILD), <usize>load<u8>(nodes + CHILDREN));
  while (level > 0 && found < room) {
    const entry = scratch + STACK + level * ENTRY;
    const left = load<u64>(entry);
    if (left == 0) {
      level -= 1;
      continue;
    }
    store<u64>(entry, left & (left - 1));
    const lane = <usize>ctz(left);
    const number = <usize>load<u32>(entry + 16) + lane;
    let depth = <usize>load<u32>(entry + 20);
    const isAlive = ((load<u64>(entry + 8) >> <u64>lane) & 1) != 0;
    enter(scratch, depth, length, lane, load<u8>(edges + number), isAlive);
    depth += 1;

    const node = nodes + number * NODE;
    const edgeLength = <usize>load<u8>(node + EDGE_LENGTH);
    let isOpen = true;
    if (edgeLength > 1) {
      // All keys below have the edge; the first of them tells it.
      const id = <usize>load<u32>(order + <usize>load<u32>(node + FIRST) * 4);
      const edge = onward > 0
        ? keys + <usize>load<u32>(keyAt + id * 4) + depth - 1
        : keys + <usize>load<u32>(keyAt + id * 4 + 4) - depth;
      let low = <u32>load<u8>(edges + nodeCount + number);
      let high = <u32>load<u8>(edges + 2 * nodeCount + number);
      const limit = load<u8>(scratch + LIMITS + <usize>load<u8>(edges + 3 * nodeCount + number));
      for (let at: usize = 1; at < edgeLength; at++) {
        const code = load<u8>(edge + <usize>(<isize>at * onward));
        // A bound of 255 says "255 or more": of what is left of it, no more is known than 255 less what was passed.
        const passed = <u32>load<u8>(scratch + POTENTIAL + <usize>code);
        low -= min(low, passed);
        if (high != 255) high -= passed;
        const next = advance(
          scratch, depth, 0, length, i8x16.splat(code), i8x16.splat(<u8>low), i8x16.splat(<u8>high), i8x16.splat(limit),
        );
        if ((next & 0x10001) == 0) {
          isOpen = false;
          break;
        }
        enter(scratch, depth, length, 0, code, (next & 1) != 0);
        depth += 1;
      }
    }
    if (!isOpen) continue;
    const count = load<u16>(node + COUNT);
    if (count > 0) {
      const isReached = <usize>load<u8>(scratch + LAST + depth) >= length;
      const distance: u32 = isReached ? load<u8>(<usize>load<u32>(scratch + ROW_AT + depth * 4) + length * LANES) : 255;
      if (distance <= <u32>load<u8>(scratch + LIMITS + depth)) {
        const place = out + <usize>found * 8;
        store<u32>(place, load<u32>(node + FIRST));
        store<u16>(place + 4, count);
        store<u8>(place + 6, <u8>distance);
        store<u8>(place + 7, <u8>depth);
        found += 1;
      }
    }
    const children = <usize>load<u8>(node + CHILDREN);
    if (children > 0) {
      level += 1;
      open(scratch, level, depth, length, edges, nodeCount, <usize>load<u32>(node + FIRST_CHILD), children);
    }
  }
  store<u32>(scratch + LEVEL, <u32>level);
  return found;
}
