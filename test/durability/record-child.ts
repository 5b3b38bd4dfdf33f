// The child of the kill test of the record: writes entries without end, several at once, printing the id of each when
// it was told that it is written. Every now and then it deletes an old content, as a policy would.
import { randomBytes, randomUUID } from 'node:crypto';
import { RecordService } from '../../src/engine/record/record-service.ts';
import { RecordWriter } from '../../src/engine/record/record-writer.ts';
import type { Screening } from '../../src/model/screening.ts';
import { openStore } from '../../src/store/open-store.ts';

const [home = '', database = ''] = process.argv.slice(2);
/** How many wait for their turn at once. */
const AT_ONCE = 8;
/** Contents are deleted after so many entries. */
const FORGET_AFTER = 5;

const store = await openStore(home, new Date(), database || undefined);
const record = new RecordService({
  store: store.record,
  // Half of the children write as a command does, half as a server.
  writer: database === '' && process.pid % 2 === 0 ? new RecordWriter(home) : undefined,
  clock: () => new Date(),
  newSalt: () => randomBytes(32).toString('hex'),
  newId: randomUUID,
  who: 'child',
  stampOf: () => ({ version: '0', code: 'none', policy: 'none', policyHash: 'none' }),
  repeats: {},
});

let written = 0;
async function writeWithoutEnd(): Promise<void> {
  for (;;) {
    const id = randomUUID();
    const answer = {
      id,
      decision: 'clear',
      query: { schema: 'Person', properties: { name: [id] } },
      results: [],
    };
    const content = { input: { profile: 'default', cuts: [] }, answer: answer as unknown as Screening };
    await record.screening({ content, lists: [] });
    process.stdout.write(`${id}\n`);
    written += 1;
    if (written % FORGET_AFTER === 0) await record.forget({ only: id }, { reason: 'test' });
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, writeWithoutEnd));
