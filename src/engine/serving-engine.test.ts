import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../engine.ts';
import type { PartyQuery, Screening } from '../model/screening.ts';

const STARTER = fileURLToPath(new URL('../../data/starter/', import.meta.url));
const NAMES = ['Ashot Mkrtchyev', 'Мкртычев Ашот', 'Yevgeny Prigozhin', 'Jane Doe', '김정은', 'Kim Jong Un'];
const QUERIES = NAMES.map((name): PartyQuery => ({ schema: 'Person', properties: { name: [name] } }));

let home: string;
let serving: Engine;
let plain: Engine;
let troubles: unknown[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'interdict-serving-'));
  troubles = [];
  serving = await Engine.open({ home, isServing: true, onTrouble: (error) => troubles.push(error) });
  plain = await Engine.open({ home });
  await plain.lists.add([STARTER]);
});
afterEach(async () => {
  await serving.close();
  await plain.close();
  await rm(home, { recursive: true, force: true });
});

const found = ({ decision, results }: Screening): unknown => ({ decision, results });

describe('an engine that serves many', () => {
  it('answers what one that serves a single person answers, before its threads are there and after', async () => {
    const expected = await Promise.all(QUERIES.map((query) => plain.screening.screen(query)));
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(QUERIES.map((query) => serving.screening.screen(query)));
      expect(answers.map(found)).toEqual(expected.map(found));
      await wait(100);
    }
    expect(troubles).toEqual([]);
    expect(await plain.record.verify()).toMatchObject({ ok: true, entries: 11 * QUERIES.length });
  });

  it('has each answer in the record before it gives it', async () => {
    const [query] = QUERIES as [PartyQuery];
    for (let at = 0; at < 30; at += 1) {
      const { id } = await serving.screening.screen(query);
      expect(await plain.record.get(id)).toMatchObject({ id });
    }
  });

  it('refuses a query that cannot be screened, and records nothing of it', async () => {
    const wrong = { schema: 'Person', properties: { name: ['!!!'] } } as const;
    for (let at = 0; at < 3; at += 1) {
      await expect(serving.screening.screen(wrong)).rejects.toMatchObject({ code: 'QUERY_INVALID' });
      await serving.screening.screen(QUERIES[0]!);
      await wait(300);
    }
    expect((await serving.record.list()).length).toBe(3);
  });
});
