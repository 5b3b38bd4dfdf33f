// `node bench/record.ts`: how fast screenings are written to the record, alone and many at once, on the embedded
// database and, where DATABASE_URL names one, on PostgreSQL; and how fast a record is verified. The screenings are of
// the size that real ones have. ENTRIES sets how many (3000); figures go to bench/out/record.json.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScreeningContent } from '../src/cases/record/content.ts';
import { RecordService } from '../src/engine/record/record-service.ts';
import { stampOf } from '../src/engine/record/stamp.ts';
import { Engine } from '../src/engine.ts';
import { openStore } from '../src/store/open-store.ts';
import { printTable, writeFigures } from './support/report.ts';

const STARTER = fileURLToPath(new URL('../data/starter/', import.meta.url));
const CONCURRENCY = [1, 16, 64, 256];
const ENTRIES = Number(process.env.ENTRIES ?? 3000);

const home = await mkdtemp(join(tmpdir(), 'interdict-bench-'));
const engine = await Engine.open({ home });
await engine.lists.add([STARTER]);
const query = { schema: 'Person', properties: { name: ['Ashot Mkrtchyev'], nationality: ['sk'] } } as const;
const answer = await engine.screening.screen(query);
const rates: Record<string, number> = {};

/** Does something `count` times, so many at once; gives how often a second. */
async function rate(count: number, atOnce: number, work: () => Promise<unknown>): Promise<number> {
  let left = count;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return Math.round((count / (performance.now() - began)) * 1000);
}

const store = await openStore(join(home, 'record'), new Date(), process.env.DATABASE_URL || undefined);
const record = new RecordService({
  store: store.record,
  clock: () => new Date(),
  newSalt: () => randomBytes(32).toString('hex'),
  newId: randomUUID,
  who: 'bench',
  stampOf,
  repeats: {},
});
for (const atOnce of CONCURRENCY) {
  rates[`entries written, ${atOnce} at once`] = await rate(ENTRIES, atOnce, () => {
    const content: ScreeningContent = {
      input: { profile: 'default', cuts: [] },
      answer: { ...answer, id: randomUUID() },
    };
    return record.screening({ content, lists: [] });
  });
}
const began = performance.now();
const { ok, entries } = await record.verify();
rates['entries verified'] = Math.round((entries / (performance.now() - began)) * 1000);
if (!ok) throw new Error('the record that was written is not whole');
for (const atOnce of CONCURRENCY) {
  rates[`screenings with their entries, ${atOnce} at once`] = await rate(ENTRIES, atOnce, () =>
    engine.screening.screen(query),
  );
}
await store.close();
await engine.close();
await rm(home, { recursive: true, force: true });

const bytes = JSON.stringify(answer).length;
const rows = Object.entries(rates).map(([what, perSecond]) => ({ what, perSecond }));
printTable(`The record; one screening has ${bytes} bytes`, rows);
writeFigures('record', { bytes, entries: ENTRIES, perSecond: rates });
