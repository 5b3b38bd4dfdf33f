// The process that the durability test of reading kills: reads a folder into a home, and prints how many files are done
// after each, so that the test knows what must not be lost.
import { Engine } from '../../src/engine.ts';

const [home = '', folder = ''] = process.argv.slice(2);
const engine = await Engine.open({ home });
const { outcome } = await engine.reading.readFiles([folder], {
  onProgress: ({ done, known }) => process.stdout.write(`${done} ${known}\n`),
});
process.stdout.write(`${JSON.stringify(outcome)}\n`);
await engine.close();
