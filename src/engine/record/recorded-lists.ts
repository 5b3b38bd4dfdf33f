// The very lists that an entry of the record names, opened again with the cut links of then.
import type { ListVersion, Store } from '../../cases/ports.ts';
import type { Cuts } from '../../cases/record/content.ts';
import type { RecordedList } from '../../cases/record/entry.ts';
import { InterdictError } from '../../model/errors.ts';
import type { ListRecord } from '../../model/record.ts';
import { decodeIndex } from '../../screen/index/index-file.ts';
import { Screener } from '../../screen/screener.ts';
import { indexName, loadIndex } from '../index-cache.ts';

/** What repeating needs of the home. */
export interface RepeatParts {
  readonly store: Store;
  readonly recordsOf: (version: ListVersion) => AsyncIterable<ListRecord>;
}

/** A screener over the lists of then, and what is read of them otherwise now. */
export interface RecordedLists {
  readonly screener: Screener;
  /** In words. */
  readonly changed: readonly string[];
}

/**
 * Opens the list versions that an entry of the record names.
 * @throws InterdictError RECORD_NOT_REPEATABLE if one of them is not stored any more
 */
export async function openRecordedLists(
  { store, recordsOf }: RepeatParts,
  lists: readonly RecordedList[],
  cutPairs: Cuts,
): Promise<RecordedLists> {
  const versions = await versionsOf(store, lists);
  const cuts = cutPairs.map(([left, right]) => ({ left, right, reason: '', by: '', at: '' }));
  const name = indexName(versions, cuts);
  const placed = await loadIndex(store.archive.cacheFolder, { name, versions, cuts, recordsOf });
  return { screener: new Screener(decodeIndex(placed)), changed: readerChanges(lists, versions) };
}

/** Lists whose reader is another one than then, so that it may find more or less in the same bytes. */
function readerChanges(lists: readonly RecordedList[], versions: readonly ListVersion[]): string[] {
  return lists.flatMap(({ dataset, readerVersion }, index) => {
    const now = versions[index]?.readerVersion;
    return now === readerVersion ? [] : [`reader of ${dataset}: version ${readerVersion} then, ${now} now`];
  });
}

async function versionsOf(store: Store, lists: readonly RecordedList[]): Promise<ListVersion[]> {
  const stored = await store.versions.versions();
  const found = lists.map(({ dataset, version }) =>
    stored.find((other) => other.dataset === dataset && other.version === version),
  );
  const gone = lists.filter((_, index) => !found[index]);
  if (gone.length === 0) return found.filter((version) => version !== undefined);
  const names = gone.map(({ dataset, version }) => `${dataset} ${version.slice(0, 19)}`).join(', ');
  throw new InterdictError('RECORD_NOT_REPEATABLE', `No longer stored: ${names}.`);
}
