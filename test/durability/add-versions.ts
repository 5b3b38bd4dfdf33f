// The child of the kill test: adds versions without end to the home given, printing each that it was told is stored.
import { openStore } from '../../src/store/open-store.ts';
import { recordOf, storeVersion, versionOfText } from '../fixtures/stored-versions.ts';

const [home = '', seed = ''] = process.argv.slice(2);
const store = await openStore(home);
for (let index = 0; ; index += 1) {
  const text = `${seed} ${index}\n`.repeat(2000);
  const records = Array.from({ length: 500 }, (_, row) => recordOf(String(row), `${seed} ${index} ${row}`));
  const version = versionOfText(text, { entities: records.length });
  await storeVersion(store, version, text, records);
  process.stdout.write(`${version.version}\n`);
}
