import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceBetween, FAR } from '../../names/sound/sound-distance.ts';
import { MAX_KEY_LENGTH, SOUND_CODES, soundKey } from '../../names/sound/sound-key.ts';
import { KeySearch, searchableMemory } from './key-search.ts';
import { buildKeyTrie, buildKeyTries, type KeyTrie } from './key-trie.ts';

/** Tries over keys, one or both, copied to where the kernel can read them. */
function placed(
  keys: readonly Uint8Array[],
  build: typeof buildKeyTrie | typeof buildKeyTries,
): { tries: KeyTrie; memory: WebAssembly.Memory } {
  const at = new Uint32Array(keys.length + 1);
  keys.forEach((key, id) => {
    at[id + 1] = at[id]! + key.length;
  });
  const packed = new Uint8Array(at[keys.length]!);
  keys.forEach((key, id) => packed.set(key, at[id]!));
  const arrays = Object.entries(build(packed, at)) as [string, Uint8Array | Uint32Array][];
  const room = ({ byteLength }: Uint8Array | Uint32Array): number => Math.ceil(byteLength / 8) * 8;
  const memory = searchableMemory(arrays.reduce((sum, [, array]) => sum + room(array), 0));
  let place = 0;
  const copies = arrays.map(([name, array]) => {
    const copy =
      array instanceof Uint32Array
        ? new Uint32Array(memory.buffer, place, array.length)
        : new Uint8Array(memory.buffer, place, array.length);
    copy.set(array);
    place += room(array);
    return [name, copy] as const;
  });
  return { tries: Object.fromEntries(copies) as unknown as KeyTrie, memory };
}

type Found = readonly [id: number, distance: number, length: number];

/** What the plain distance finds, key by key. */
function scan(keys: readonly Uint8Array[], query: Uint8Array, limits: Uint8Array): Found[] {
  return keys.flatMap((key, id): Found[] => {
    if (key.length === 0) return [];
    const distance = distanceBetween(query, 0, query.length, key, 0, key.length, limits[key.length]!);
    return distance === FAR ? [] : [[id, distance, key.length]];
  });
}

/** What the walk finds; the walk through one trie must find what that through both does. */
function walk(keys: readonly Uint8Array[], queries: readonly Uint8Array[], limits: Uint8Array): Found[][] {
  const [one, both] = [buildKeyTrie, buildKeyTries].map((build) => {
    const { tries, memory } = placed(keys, build);
    const search = new KeySearch(memory);
    return queries.map((query) => {
      const found: Found[] = [];
      search.search(tries, query, limits, (id, distance, length) => found.push([id, distance, length]));
      return found.sort(([left], [right]) => left - right);
    });
  });
  expect(one).toEqual(both);
  return both!;
}

const everywhere = (limit: number): Uint8Array => new Uint8Array(MAX_KEY_LENGTH + 1).fill(limit);
const key = (alphabet: number, longest: number): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.integer({ min: 1, max: alphabet }), { minLength: 1, maxLength: longest })
    .map((codes) => Uint8Array.from(codes));

describe('the walk through the tries finds what the plain distance finds', () => {
  it('for keys of few sounds, where swaps and repeats abound', () => {
    fc.assert(
      fc.property(
        fc.array(key(7, 9), { minLength: 1, maxLength: 80 }),
        key(7, 9),
        fc.nat(60),
        (keys, query, limit) => {
          expect(walk(keys, [query], everywhere(limit))).toEqual([scan(keys, query, everywhere(limit))]);
        },
      ),
      { numRuns: 400, seed: 41736 },
    );
  });

  it('for keys of any sounds and lengths, up to the longest', () => {
    fc.assert(
      fc.property(
        fc.array(key(SOUND_CODES - 1, MAX_KEY_LENGTH), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(31), fc.integer({ min: 1, max: SOUND_CODES - 1 })), { maxLength: 4 }),
        fc.nat(200),
        (keys, which, changes, limit) => {
          const query = keys[which % keys.length]!.slice();
          for (const [at, code] of changes) query[at % query.length] = code;
          expect(walk(keys, [query], everywhere(limit))).toEqual([scan(keys, query, everywhere(limit))]);
        },
      ),
      { numRuns: 300, seed: 1966 },
    );
  });

  it('with limits that grow with the length of the key', () => {
    const limits = Uint8Array.from({ length: MAX_KEY_LENGTH + 1 }, (_, length) => 4 * length);
    const words = ['ashot', 'asot', 'mkrtychev', 'mkrtchyev', 'mkrtchyan', 'mkrtytschew', 'kim', 'kin', 'k'];
    const keys = words.map(soundKey);
    expect(walk(keys, keys, limits)).toEqual(keys.map((query) => scan(keys, query, limits)));
  });

  it('when more keys are found than one call has room for', () => {
    const keys = Array.from({ length: 10_000 }, (_, id) =>
      Uint8Array.from([1 + (id % 33), 1 + (id % 29), 30]),
    );
    const query = Uint8Array.from([1, 1, 30]);
    const [found] = walk(keys, [query], everywhere(60));
    expect(found!.length).toBeGreaterThan(9000);
    expect(found).toEqual(scan(keys, query, everywhere(60)));
  });

  it('from empty tries, and with ids that have no sound', () => {
    expect(walk([], [soundKey('ashot')], everywhere(60))).toEqual([[]]);
    const keys = [new Uint8Array(), soundKey('ashot'), new Uint8Array()];
    expect(walk(keys, [soundKey('ashot')], everywhere(0))).toEqual([[[1, 0, 4]]]);
  });
});
