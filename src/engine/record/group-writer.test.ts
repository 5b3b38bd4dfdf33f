import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../test/fixtures/record-drafts.ts';
import type { RecordDraft } from '../../cases/record/entry.ts';
import { GroupWriter } from './group-writer.ts';

/** A store that is slow, and that tells which groups it was given. */
class SlowStore {
  readonly groups: string[][] = [];
  readonly #ready: (() => void)[] = [];
  fails = false;

  readonly append = async (drafts: readonly RecordDraft[]): Promise<void> => {
    this.groups.push(drafts.map(({ facts }) => facts.id));
    await new Promise<void>((resolve) => this.#ready.push(resolve));
    if (this.fails) throw new Error('the disk is full');
  };

  /** Lets the group that is under way reach the disk, and the next one start. */
  async finishOne(): Promise<void> {
    while (this.#ready.length === 0) await new Promise(setImmediate);
    this.#ready.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('writing in groups', () => {
  it('takes what waits together, and what comes meanwhile in the next group', async () => {
    const store = new SlowStore();
    const writer = new GroupWriter(store.append);
    const first = Promise.all(['a', 'b', 'c'].map((id) => writer.write(draftOf(id))));
    while (store.groups.length === 0) await new Promise(setImmediate);
    const second = Promise.all(['d', 'e'].map((id) => writer.write(draftOf(id))));
    await store.finishOne();
    await first;
    await store.finishOne();
    await second;
    expect(store.groups).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('tells nobody before the entry is on the disk', async () => {
    const store = new SlowStore();
    const writer = new GroupWriter(store.append);
    let isTold = false;
    const written = writer.write(draftOf('a')).then(() => {
      isTold = true;
    });
    while (store.groups.length === 0) await new Promise(setImmediate);
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    expect(isTold).toBe(false);
    await store.finishOne();
    await written;
    expect(isTold).toBe(true);
  });

  it('tells everyone of a group that it failed, and goes on with the next', async () => {
    const store = new SlowStore();
    const writer = new GroupWriter(store.append);
    store.fails = true;
    const failed = Promise.allSettled([writer.write(draftOf('a')), writer.write(draftOf('b'))]);
    await store.finishOne();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    store.fails = false;
    const written = writer.write(draftOf('c'));
    await store.finishOne();
    await written;
    expect(store.groups).toEqual([['a', 'b'], ['c']]);
  });

  it('keeps groups small enough that others have their turn', async () => {
    const sizes: number[] = [];
    const writer = new GroupWriter(async (drafts) => void sizes.push(drafts.length));
    await Promise.all(Array.from({ length: 1200 }, (_, index) => writer.write(draftOf(String(index)))));
    expect(sizes).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('settles when everything that was given is written', async () => {
    const store = new SlowStore();
    const writer = new GroupWriter(store.append);
    await writer.settle();
    void writer.write(draftOf('a'));
    let isSettled = false;
    const settled = writer.settle().then(() => {
      isSettled = true;
    });
    while (store.groups.length === 0) await new Promise(setImmediate);
    expect(isSettled).toBe(false);
    await store.finishOne();
    await settled;
  });
});
