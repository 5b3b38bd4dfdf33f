// The kernel of the key search, in AssemblyScript: finds in a trie of sound keys all that lie within a weighted
// edit distance of a query's key. It is the distance of names/sound/sound-distance.ts, computed for all keys that
// begin alike at once: one row of its table for each node of the trie, and all columns of a row together, sixteen
// to a vector. Compiled by scripts/generate/key-search-kernel.ts; key-search.test.ts holds it to the plain distance.
//
// Costs are bytes that stop at 255, which is more than any limit. Row d of the table has the costs of turning the
// first j sounds of the query into the first d of the key, for j from 0; columns behind the query's end stay at 255.
// The kernel has no memory of its own: everything is at addresses that the caller gives.

/** Bytes of a node; its fields are those of KeyNode in key-trie.ts. */
const NODE: usize = 20;
const EDGE_AT: usize = 0;
const FIRST_CHILD: usize = 4;
const FIRST: usize = 8;
const COUNT: usize = 12;
const CHILDREN: usize = 14;
const EDGE_LENGTH: usize = 15;
const REST_LOW: usize = 16;
const REST_HIGH: usize = 17;
const LONGEST: usize = 18;

/** Sounds of a query at most, and so columns but one of a row; three vectors hold them. */
const MAX_KEY: usize = 32;
const VECTORS: usize = 3;
const STRIDE: usize = VECTORS * 16;
const CODES: usize = 44;
const SWAP: u8 = 14;

// Places in the scratch, from its start. The caller fills the first three and the query.
const SUBSTITUTION: usize = 0;
const INSERTION: usize = SUBSTITUTION + CODES * CODES;
const POTENTIAL: usize = INSERTION + CODES;
const QUERY: usize = 2048;
const LIMITS: usize = QUERY + MAX_KEY;
const LEVEL: usize = LIMITS + 40;
const PATH: usize = LEVEL + 8;
const ALIVE: usize = PATH + 40;
const LONG_GAPS: usize = ALIVE + 34;
const REST: usize = 2240;
const BEFORE: usize = REST + STRIDE;
const BEFORE_TWO: usize = BEFORE + STRIDE;
const ADD_1: usize = BEFORE_TWO + STRIDE;
const ADD_2: usize = ADD_1 + STRIDE;
const ADD_4: usize = ADD_2 + STRIDE;
const ADD_8: usize = ADD_4 + STRIDE;
const ADD_CARRY: usize = ADD_8 + STRIDE;
const CHANGE: usize = ADD_CARRY + STRIDE;
const HALF: usize = CHANGE + CODES * STRIDE;
const ROWS: usize = HALF + STRIDE;
/** For each two sounds whether the query has them next to each other, the other way round. */
const PAIRS: usize = ROWS + (MAX_KEY + 1) * STRIDE;

// Queries that fit one vector, which are nearly all, have a quick test in front of each row: of the cells above, which
// have how much room left, and which of them a sound would leave alive. Sixteen bits a class of cost, four classes.
const DEPTHS: usize = MAX_KEY + 2;
const REACH: usize = 8320;
const STAY: usize = REACH + DEPTHS * 8;
const CODE_REACH: usize = STAY + DEPTHS * 8;
const CODE_STAY: usize = CODE_REACH + CODES * 8;
const SWAPS: usize = CODE_STAY + CODES * 8;
const CODE_SWAP: usize = SWAPS + DEPTHS * 4;
const HALF_NEXT: usize = 10_240;
/** Where the walk is: for each level its next child, the end of its children and their depth, twelve bytes. */
const STACK: usize = 10_496;

/** Least cost of each class. */
const CLASS_1: u8 = 4;
const CLASS_2: u8 = 8;
const CLASS_3: u8 = 17;

@inline
function shiftOfClass(cost: u8): u64 {
  return cost >= CLASS_3 ? 48 : cost >= CLASS_2 ? 32 : cost >= CLASS_1 ? 16 : 0;
}

/** Notes of a row which of its cells have room for a cost of each class, and for a swap. */
@inline
function noteRoom(scratch: usize, depth: usize, limit: u32): void {
  const cost = v128.load(scratch + ROWS + depth * STRIDE);
  const limits = i8x16.splat(<i8>limit);
  const most = i8x16.min_u(limits, v128.load(scratch + HALF_NEXT));
  const room = i8x16.sub_sat_u(most, cost);
  const stay =
    <u64>(<u32>i8x16.bitmask(i8x16.le_u(cost, most))) |
    (<u64>(<u32>i8x16.bitmask(i8x16.ge_u(room, i8x16.splat(CLASS_1)))) << 16) |
    (<u64>(<u32>i8x16.bitmask(i8x16.ge_u(room, i8x16.splat(CLASS_2)))) << 32) |
    (<u64>(<u32>i8x16.bitmask(i8x16.ge_u(room, i8x16.splat(CLASS_3)))) << 48);
  store<u64>(scratch + STAY + depth * 8, stay);
  store<u64>(scratch + REACH + depth * 8, (stay << 1) & 0xfffefffefffefffe);
  const swapped = i8x16.add_sat_u(cost, i8x16.splat(SWAP));
  store<u32>(scratch + SWAPS + depth * 4, <u32>i8x16.bitmask(i8x16.le_u(swapped, limits)) << 2);
}

/** Notes that no cell of a row is alive. */
@inline
function noteDead(scratch: usize, depth: usize): void {
  store<u64>(scratch + STAY + depth * 8, 0);
  store<u64>(scratch + REACH + depth * 8, 0);
  store<u32>(scratch + SWAPS + depth * 4, 0);
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
  memory.fill(scratch + HALF, 255, STRIDE);
  memory.fill(scratch + HALF, <u8>half, columns);
  memory.copy(scratch + HALF_NEXT, scratch + HALF + 1, STRIDE - 1);
  store<u8>(scratch + HALF_NEXT + STRIDE - 1, 255);
  memory.fill(scratch + CODE_REACH, 0, 2 * CODES * 8);
  memory.fill(scratch + CODE_SWAP, 0, CODES * 4);
  for (let code: usize = 1; code < CODES; code++) {
    store<u64>(scratch + CODE_STAY + code * 8, <u64>0xffff << shiftOfClass(load<u8>(scratch + INSERTION + code)));
  }
  memory.fill(scratch + PAIRS, 0, CODES * CODES);
  memory.fill(scratch + REST, 255, STRIDE);
  memory.fill(scratch + BEFORE, 0, 2 * STRIDE);
  memory.fill(scratch + ADD_1, 255, 5 * STRIDE + CODES * STRIDE);
  memory.fill(scratch + ROWS, 255, STRIDE);

  let longGaps: u8 = 0;
  const widest = load<u8>(scratch + LIMITS + MAX_KEY);
  let rest: u32 = 0;
  store<u8>(scratch + REST + length, 0);
  for (let j = <i32>length - 1; j >= 0; j--) {
    rest += <u32>load<u8>(scratch + POTENTIAL + <usize>load<u8>(scratch + QUERY + j));
    store<u8>(scratch + REST + j, <u8>min<u32>(255, rest));
  }
  store<u8>(scratch + ROWS, 0);
  for (let j: usize = 1; j <= length; j++) {
    const code = <usize>load<u8>(scratch + QUERY + j - 1);
    const add = <u32>load<u8>(scratch + INSERTION + code);
    store<u8>(scratch + BEFORE + j, <u8>code);
    if (j > 1) {
      const codeBefore = <usize>load<u8>(scratch + QUERY + j - 2);
      store<u8>(scratch + BEFORE_TWO + j, <u8>codeBefore);
      store<u8>(scratch + PAIRS + code * CODES + codeBefore, 1);
      if (j < 16) {
        const places = scratch + CODE_SWAP + code * 4;
        store<u32>(places, load<u32>(places) | (<u32>1 << <u32>j));
      }
    }
    store<u8>(scratch + ROWS + j, sum(load<u8>(scratch + ROWS + j - 1), add));
    const lane = j & 15;
    store<u8>(scratch + ADD_1 + j, lane > 0 ? <u8>add : 255);
    if (lane > 1) store<u8>(scratch + ADD_2 + j, sum(add, load<u8>(scratch + ADD_1 + j - 1)));
    if (lane > 3) {
      const four = sum(load<u8>(scratch + ADD_2 + j), load<u8>(scratch + ADD_2 + j - 2));
      store<u8>(scratch + ADD_4 + j, four);
      if (four <= widest) longGaps = 1;
    }
    if (lane > 7) store<u8>(scratch + ADD_8 + j, sum(load<u8>(scratch + ADD_4 + j), load<u8>(scratch + ADD_4 + j - 4)));
    // What it costs to come here from the last column of the vector before.
    if (j > 15) store<u8>(scratch + ADD_CARRY + j, lane > 0 ? sum(add, load<u8>(scratch + ADD_CARRY + j - 1)) : <u8>add);
    for (let other: usize = 1; other < CODES; other++) {
      const cost = load<u8>(scratch + SUBSTITUTION + other * CODES + code);
      store<u8>(scratch + CHANGE + other * STRIDE + j, cost);
      if (j < 16) {
        const places = scratch + CODE_REACH + other * 8;
        store<u64>(places, load<u64>(places) | (<u64>1 << (<u64>j + shiftOfClass(cost))));
      }
    }
  }
  store<u8>(scratch + LONG_GAPS, longGaps);
}

/**
 * One row of the table for one more sound of the key; true if any cell may still lead to an answer.
 * Most rows are dead, and that is seen before the sounds that the key leaves out are added: they only add to costs,
 * and what they add is no less than what they bring the rests together.
 */
@inline
function step(
  scratch: usize, row: usize, code: usize, codeBefore: usize, vectors: usize, low: u32, high: u32, limit: u32, longGaps: bool,
): bool {
  const dead = i8x16.splat(-1);
  const deletion = i8x16.splat(load<u8>(scratch + INSERTION + code));
  const change = scratch + CHANGE + code * STRIDE;
  const previous = row - STRIDE;
  const lows = i8x16.splat(<i8>min<u32>(255, low));
  const highs = i8x16.splat(<i8>min<u32>(255, high));
  const limits = i8x16.splat(<i8>limit);
  const hasSwap = load<u8>(scratch + PAIRS + codeBefore * CODES + code) != 0;
  let isAlive = false;
  let left = dead;
  let leftOldest = dead;
  for (let at: usize = 0; at < vectors * 16; at += 16) {
    const above = v128.load(previous + at);
    const aboveLeft = v128.shuffle<u8>(left, above, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    left = above;
    let cost = i8x16.min_u(i8x16.add_sat_u(above, deletion), i8x16.add_sat_u(aboveLeft, v128.load(change + at)));
    if (hasSwap) {
      // Neighbours swapped: the query has the key's last two sounds the other way round.
      const swaps = v128.and(
        i8x16.eq(v128.load(scratch + BEFORE + at), i8x16.splat(<i8>codeBefore)),
        i8x16.eq(v128.load(scratch + BEFORE_TWO + at), i8x16.splat(<i8>code)),
      );
      const oldest = v128.load(previous - STRIDE + at);
      const aboveTwo = v128.shuffle<u8>(leftOldest, oldest, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
      leftOldest = oldest;
      cost = i8x16.min_u(cost, v128.or(i8x16.add_sat_u(aboveTwo, i8x16.splat(SWAP)), v128.not(swaps)));
    }
    cost = v128.or(cost, i8x16.gt_u(cost, v128.load(scratch + HALF + at)));
    v128.store(row + at, cost);
    // What is left of the query and of the keys below differs in potential by so much at least.
    const rest = v128.load(scratch + REST + at);
    const ahead = v128.or(i8x16.sub_sat_u(rest, highs), i8x16.sub_sat_u(lows, rest));
    if (v128.any_true(i8x16.le_u(i8x16.add_sat_u(cost, ahead), limits))) isAlive = true;
  }
  if (!isAlive) return false;
  let carry = dead;
  for (let at: usize = 0; at < vectors * 16; at += 16) {
    let cost = v128.load(row + at);
    // Sounds of the query left out: each column from those to its left, in steps of one, two, four and eight; four
    // in a row seldom cost little enough.
    cost = i8x16.min_u(cost, i8x16.add_sat_u(v128.shuffle<u8>(dead, cost, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30), v128.load(scratch + ADD_1 + at)));
    cost = i8x16.min_u(cost, i8x16.add_sat_u(v128.shuffle<u8>(dead, cost, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29), v128.load(scratch + ADD_2 + at)));
    if (longGaps) {
      cost = i8x16.min_u(cost, i8x16.add_sat_u(v128.shuffle<u8>(dead, cost, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27), v128.load(scratch + ADD_4 + at)));
      cost = i8x16.min_u(cost, i8x16.add_sat_u(v128.shuffle<u8>(dead, cost, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23), v128.load(scratch + ADD_8 + at)));
    }
    if (at > 0) cost = i8x16.min_u(cost, i8x16.add_sat_u(carry, v128.load(scratch + ADD_CARRY + at)));
    cost = v128.or(cost, i8x16.gt_u(cost, v128.load(scratch + HALF + at)));
    carry = i8x16.splat(<i8>i8x16.extract_lane_u(cost, 15));
    v128.store(row + at, cost);
  }
  return true;
}

/**
 * True if a swap of this sound with the next one may still lead to an answer: the query has the sound behind another
 * that the row above can reach.
 */
@inline
function maySwap(scratch: usize, row: usize, code: usize, vectors: usize, limit: u32): bool {
  const codes = i8x16.splat(<i8>code);
  const limits = i8x16.splat(<i8>limit);
  let left = i8x16.splat(-1);
  for (let at: usize = 0; at < vectors * 16; at += 16) {
    const previous = v128.load(row + at);
    const aboveTwo = v128.shuffle<u8>(left, previous, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    left = previous;
    const swapped = i8x16.add_sat_u(aboveTwo, i8x16.splat(SWAP));
    const isReached = v128.and(i8x16.le_u(swapped, limits), i8x16.eq(v128.load(scratch + BEFORE + at), codes));
    if (v128.any_true(isReached)) return true;
  }
  return false;
}

@inline
function push(scratch: usize, level: usize, first: u32, count: u32, depth: usize): void {
  const entry = scratch + STACK + level * 12;
  store<u32>(entry, first);
  store<u32>(entry + 4, first + count);
  store<u32>(entry + 8, <u32>depth);
}

/**
 * Walks a trie and writes what it finds: place of the first id, number of ids, distance and length of the key, eight
 * bytes each. Stops when the room is full; called again with `isBegun`, it goes on from there.
 * @param codes  the first sound of the edge to each node
 * @param onward 1 for a trie of keys read from their beginning, -1 from their end
 * @returns how many were written; fewer than the room says that the walk has ended
 */
export function search(
  scratch: usize, nodes: usize, codes: usize, keys: usize, onward: isize, length: usize, isBegun: bool, out: usize, room: u32,
): u32 {
  const vectors: usize = (length + 16) >> 4;
  const longGaps = load<u8>(scratch + LONG_GAPS) != 0;
  const isQuick = vectors == 1;
  let found: u32 = 0;
  let level: usize = 1;
  if (isBegun) level = <usize>load<u32>(scratch + LEVEL);
  else {
    store<u8>(scratch + ALIVE, 1);
    if (isQuick) noteRoom(scratch, 0, <u32>load<u8>(scratch + LIMITS + MAX_KEY));
    push(scratch, 1, load<u32>(nodes + FIRST_CHILD), <u32>load<u8>(nodes + CHILDREN), 0);
  }
  while (level > 0 && found < room) {
    const entry = scratch + STACK + level * 12;
    const number = load<u32>(entry);
    if (number == load<u32>(entry + 4)) {
      level -= 1;
      continue;
    }
    store<u32>(entry, number + 1);
    let depth = <usize>load<u32>(entry + 8);
    let code = <usize>load<u8>(codes + <usize>number);
    // Most children are turned away here, by what stands in one line of the cache.
    if (
      isQuick &&
      ((load<u64>(scratch + REACH + depth * 8) & load<u64>(scratch + CODE_REACH + code * 8)) |
        (load<u64>(scratch + STAY + depth * 8) & load<u64>(scratch + CODE_STAY + code * 8))) == 0 &&
      (load<u32>(scratch + SWAPS + depth * 4) & load<u32>(scratch + CODE_SWAP + code * 4)) == 0 &&
      (depth == 0 || load<u8>(scratch + PAIRS + <usize>load<u8>(scratch + PATH + depth) * CODES + code) == 0)
    ) {
      continue;
    }
    const node = nodes + <usize>number * NODE;
    const limit = <u32>load<u8>(scratch + LIMITS + <usize>load<u8>(node + LONGEST));
    const edgeLength = <usize>load<u8>(node + EDGE_LENGTH);
    const edge = keys + <usize>load<u32>(node + EDGE_AT);
    let within: u32 = 0;
    for (let at: usize = 1; at < edgeLength; at++) {
      within += <u32>load<u8>(scratch + POTENTIAL + <usize>load<u8>(edge + <usize>(<isize>at * onward)));
    }
    const low = <u32>load<u8>(node + REST_LOW);
    const high = <u32>load<u8>(node + REST_HIGH);
    let isOpen = true;
    for (let at: usize = 0; at < edgeLength; at++) {
      if (at > 0) {
        code = <usize>load<u8>(edge + <usize>(<isize>at * onward));
        within -= <u32>load<u8>(scratch + POTENTIAL + code);
      }
      const codeBefore = depth > 0 ? <usize>load<u8>(scratch + PATH + depth) : 0;
      // A swap reaches over one dead row.
      const maySwapNext = isQuick
        ? (load<u32>(scratch + SWAPS + depth * 4) & load<u32>(scratch + CODE_SWAP + code * 4)) != 0
        : load<u8>(scratch + ALIVE + depth) != 0 && maySwap(scratch, scratch + ROWS + depth * STRIDE, code, vectors, limit);
      depth += 1;
      store<u8>(scratch + PATH + depth, <u8>code);
      // A bound above 255 is cut to 255 on both sides, which only makes it weaker.
      const upper = high == 255 ? 255 : high + within;
      const isAlive = step(scratch, scratch + ROWS + depth * STRIDE, code, codeBefore, vectors, low + within, upper, limit, longGaps);
      store<u8>(scratch + ALIVE + depth, isAlive ? 1 : 0);
      if (!isAlive && !maySwapNext) {
        isOpen = false;
        break;
      }
      if (isQuick) {
        if (isAlive) noteRoom(scratch, depth, limit);
        else noteDead(scratch, depth);
      }
    }
    if (!isOpen) continue;
    const count = load<u16>(node + COUNT);
    if (count > 0) {
      const distance = <u32>load<u8>(scratch + ROWS + depth * STRIDE + length);
      if (distance <= <u32>load<u8>(scratch + LIMITS + depth)) {
        const place = out + <usize>found * 8;
        store<u32>(place, load<u32>(node + FIRST));
        store<u16>(place + 4, count);
        store<u8>(place + 6, <u8>distance);
        store<u8>(place + 7, <u8>depth);
        found += 1;
      }
    }
    const children = <u32>load<u8>(node + CHILDREN);
    if (children > 0) {
      level += 1;
      push(scratch, level, load<u32>(node + FIRST_CHILD), children, depth);
    }
  }
  store<u32>(scratch + LEVEL, <u32>level);
  return found;
}
