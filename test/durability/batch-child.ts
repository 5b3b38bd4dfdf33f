// The process that the durability test of the batch kills: screens a file with the fake screener, and prints how many
// rows are done after each commit, so that the test knows what must not be lost.
import { prepareBatch } from '../../src/engine/batch/prepare-batch.ts';
import { runBatch } from '../../src/engine/batch/run-batch.ts';
import { SAME_RUN } from '../fixtures/batch/batch-folder.ts';
import { fakeScreener } from '../fixtures/batch/fake-screener.ts';

const [input = '', output = ''] = process.argv.slice(2);
const job = await prepareBatch({ input, output, format: 'csv' });
const outcome = await runBatch(job, fakeScreener(), {
  ...SAME_RUN,
  onProgress: ({ phase, done }) => {
    if (phase === 'screening') process.stdout.write(`${done}\n`);
  },
});
await job.close();
process.stdout.write(`${outcome.state}\n`);
