import { describe, expect, it } from 'vitest';
import { type ListStand, StandingLists } from './standing-lists.ts';

/** A store that can change, a clock that is set by hand, and a preparation that ends when it is told to. */
class Stage {
  now = 0;
  reads = 0;
  prepared: string[] = [];
  troubles: unknown[] = [];
  stand = standNamed('old');
  #release: (() => void)[] = [];
  isSlow = false;
  failure: Error | undefined;

  lists(trust: number): StandingLists {
    return new StandingLists({
      read: async () => {
        this.reads += 1;
        return structuredClone(this.stand);
      },
      prepare: async (stand) => {
        if (this.failure) throw this.failure;
        if (this.isSlow) await new Promise<void>((resolve) => this.#release.push(resolve));
        this.prepared.push(nameOf(stand));
      },
      now: () => this.now,
      trust,
      onTrouble: (error) => this.troubles.push(error),
    });
  }

  /** Lets what is being prepared become ready, and everything that follows from it happen. */
  async finish(): Promise<void> {
    for (const release of this.#release.splice(0)) release();
    await settled();
  }
}

function standNamed(name: string): ListStand {
  return { stored: [], cuts: [{ left: name, right: '', reason: '', by: '', at: '' }] };
}

function nameOf({ cuts }: ListStand): string {
  return cuts[0]?.left ?? '';
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe('the lists of a command', () => {
  it('are asked for every time, and nothing is prepared', async () => {
    const stage = new Stage();
    const lists = stage.lists(0);
    expect(nameOf(await lists.current())).toBe('old');
    stage.stand = standNamed('new');
    expect(nameOf(await lists.current())).toBe('new');
    expect(stage).toMatchObject({ reads: 2, prepared: [] });
  });
});

describe('the lists of a server', () => {
  it('are read and prepared once for all who ask first', async () => {
    const stage = new Stage();
    const lists = stage.lists(1_000);
    const first = await Promise.all([lists.current(), lists.current(), lists.current()]);
    expect(first.map(nameOf)).toEqual(['old', 'old', 'old']);
    expect(stage).toMatchObject({ reads: 1, prepared: ['old'] });
  });

  it('are believed for a moment', async () => {
    const stage = new Stage();
    const lists = stage.lists(1_000);
    await lists.current();
    stage.stand = standNamed('new');
    stage.now = 999;
    expect(nameOf(await lists.current())).toBe('old');
    expect(stage.reads).toBe(1);
  });

  it('answer as they were until the new ones are ready, and nobody waits', async () => {
    const stage = new Stage();
    const lists = stage.lists(1_000);
    await lists.current();
    stage.stand = standNamed('new');
    stage.isSlow = true;
    for (stage.now = 1_000; stage.now < 20_000; stage.now += 1_000) {
      expect(nameOf(await lists.current())).toBe('old');
      await settled();
    }
    expect(stage.reads, 'one refresh at a time').toBe(2);
    await stage.finish();
    expect(nameOf(await lists.current())).toBe('new');
    expect(stage.prepared).toEqual(['old', 'new']);
  });

  it('stay the same object while nothing changes, and are not prepared again', async () => {
    const stage = new Stage();
    const lists = stage.lists(1_000);
    const first = await lists.current();
    for (stage.now = 1_000; stage.now < 10_000; stage.now += 1_000) {
      expect(await lists.current()).toBe(first);
      await settled();
    }
    expect(stage.reads).toBeGreaterThan(5);
    expect(stage.prepared).toEqual(['old']);
  });

  it('go on answering when the new ones cannot be made ready; that is told and tried again', async () => {
    const stage = new Stage();
    const lists = stage.lists(1_000);
    await lists.current();
    stage.stand = standNamed('new');
    stage.failure = new Error('no memory');
    stage.now = 1_000;
    expect(nameOf(await lists.current())).toBe('old');
    await settled();
    expect(stage.troubles).toEqual([stage.failure]);
    stage.failure = undefined;
    stage.now = 2_000;
    await lists.current();
    await settled();
    expect(nameOf(await lists.current())).toBe('new');
  });

  it('that cannot be had at all are an error for whoever asks, each time', async () => {
    const stage = new Stage();
    stage.failure = new Error('no lists');
    const lists = stage.lists(1_000);
    await expect(lists.current()).rejects.toThrow('no lists');
    stage.failure = undefined;
    expect(nameOf(await lists.current())).toBe('old');
  });
});
