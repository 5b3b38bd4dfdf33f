// A list read from texts or files that a test has, with all its records at hand.

import { type ListToRead, type ReadReport, readList } from '../../src/lists/read-list.ts';
import { toFollowTheMoney } from '../../src/model/entity.ts';
import { type ListRecord, partyOf } from '../../src/model/record.ts';

export interface ReadRecords {
  readonly records: readonly ListRecord[];
  readonly report: ReadReport;
  /** The record with the publisher's id; fails the test if there is none. */
  readonly of: (recordId: string) => ListRecord;
  /** Its party's properties, as FollowTheMoney has them. */
  readonly propertiesOf: (recordId: string) => Record<string, string[]>;
}

export async function readRecords(list: ListToRead): Promise<ReadRecords> {
  const records: ListRecord[] = [];
  const report = await readList(list, (record) => void records.push(record));
  const of = (recordId: string): ListRecord => {
    const record = records.find((other) => other.recordId === recordId);
    if (!record) throw new Error(`no record ${recordId}`);
    return record;
  };
  return { records, report, of, propertiesOf: (id) => toFollowTheMoney(partyOf(of(id))).properties };
}

/** A list of one file. */
export function ofOneFile(
  reader: ListToRead['reader'],
  dataset: string,
  file: ListToRead['files'][number]['file'],
): ListToRead {
  return { reader, dataset, files: [{ part: 'main', file }] };
}
