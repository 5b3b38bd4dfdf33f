// Listed parties for tests: from the starter lists, which are always there.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileFromDisk } from '../../src/lists/list-file.ts';
import { readList, recogniseFile } from '../../src/lists/read-list.ts';
import { LIST_READERS } from '../../src/lists/registry.ts';
import type { ListRecord } from '../../src/model/record.ts';
import { groupRecords } from '../../src/screen/link/group-records.ts';
import { linkRecords } from '../../src/screen/link/link-records.ts';
import { type ListedParty, makeListedParty } from '../../src/screen/listed-party.ts';

const folder = fileURLToPath(new URL('../../data/starter/', import.meta.url));

/** The records of all starter lists. */
export async function starterRecords(): Promise<ListRecord[]> {
  const records: ListRecord[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()) {
    const found = await recogniseFile(fileFromDisk(`${folder}${name}`), LIST_READERS);
    const dataset = found.dataset ?? name.replace('.jsonl', '');
    await readList({ reader: found.reader, dataset, files: [found] }, (record) => void records.push(record));
  }
  return records;
}

/** The records of all starter lists as parties, linked across lists. */
export async function starterParties(): Promise<ListedParty[]> {
  const records = await starterRecords();
  return groupRecords(records, linkRecords(records)).map((group) =>
    makeListedParty(group.records, group.links),
  );
}
