// The real list files beside the checkout, read straight from disk; benches that need them say so and stop without.
import { fileFromDisk } from '../../src/lists/list-file.ts';
import { readList, recogniseFile } from '../../src/lists/read-list.ts';
import { LIST_READERS } from '../../src/lists/registry.ts';
import type { ListRecord } from '../../src/model/record.ts';
import { groupRecords } from '../../src/screen/link/group-records.ts';
import { linkRecords } from '../../src/screen/link/link-records.ts';
import { type ListedParty, makeListedParty } from '../../src/screen/listed-party.ts';
import { SHARED } from './shared-folder.ts';

export { requireShared, SHARED } from './shared-folder.ts';

/** Lists by a short name: dataset and files below ../shared/lists. */
export const REAL_LISTS = {
  ofac: ['us_ofac_sdn', 'ofac/sdn-2023-12-28', ['sdn.csv.gz', 'alt.csv', 'add.csv.gz', 'sdn_comments.csv']],
  un: ['un_sc_sanctions', 'un/2026-04-17', ['consolidated.xml.gz']],
  un2025: ['un_sc_sanctions', 'un/2025-04-19', ['consolidated.xml.gz']],
  uk: ['gb_hmt_sanctions', 'uk/ofsi-conlist-2025-04-10', ['ConList.csv.gz']],
  au: ['au_dfat_sanctions', 'au/dfat-2024-12', ['regulation8_consolidated.xlsx']],
  ca: ['ca_dfatd_sema_sanctions', 'ca/sema-2025-05', ['sema-lmes.xml.gz']],
  csl: ['us_trade_csl', 'us/csl-2022-05-06', ['consolidated.csv.gz']],
} as const;
export type RealList = keyof typeof REAL_LISTS;

/** The records of a real list. */
export async function realRecords(name: RealList): Promise<ListRecord[]> {
  const [dataset, folder, names] = REAL_LISTS[name];
  const files = await Promise.all(
    names.map((file) => recogniseFile(fileFromDisk(`${SHARED}lists/${folder}/${file}`), LIST_READERS)),
  );
  const records: ListRecord[] = [];
  await readList({ reader: files[0]!.reader, dataset, files }, (record) => void records.push(record));
  return records;
}

/** Several real lists as parties, linked across lists. */
export async function realParties(...names: RealList[]): Promise<ListedParty[]> {
  const records: ListRecord[] = [];
  for (const name of names) records.push(...(await realRecords(name)));
  return groupRecords(records, linkRecords(records)).map((group) =>
    makeListedParty(group.records, group.links),
  );
}
