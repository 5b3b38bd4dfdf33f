// Reads a UK list in CSV: rows of one party stand apart from one another, so all parties are gathered first, each
// value once, and become records when the file has ended. A list of 58,000 rows is about 6,000 parties.
import { parseDay } from '../../../model/dates.ts';
import type { ListFile } from '../../list-file.ts';
import type { ReadEvent } from '../../reader.ts';
import { valueIssueEvents } from '../../value-issues.ts';
import { type UkCsvLayout, type UkRow, ukCsv } from './uk-csv.ts';
import { UkNameIndex } from './uk-name-index.ts';
import { namesOfUkParty } from './uk-names.ts';
import { UkParty } from './uk-party.ts';
import { buildUkRecord } from './uk-record.ts';

export interface UkGrouping {
  readonly layout: UkCsvLayout;
  readonly authority: string;
  /** The column that holds the record id, and the one that says whether it is a person, a body or a ship. */
  readonly idColumn: string;
  readonly kindColumn: string;
  /** Puts a row's values into its party. */
  readonly gather: (row: UkRow, party: UkParty) => void;
  /** The authority's own number of the listing. */
  readonly authorityId?: (party: UkParty) => string | undefined;
}

export async function* readUkRows(
  dataset: string,
  file: ListFile,
  grouping: UkGrouping,
): AsyncGenerator<ReadEvent> {
  const parties = new Map<string, UkParty>();
  let rows = 0;
  for await (const event of ukCsv(file, grouping.layout)) {
    if (event.kind === 'dated') {
      const day = parseDay(event.text);
      if (day) yield { kind: 'published', day };
      continue;
    }
    rows += 1;
    if (event.kind === 'misfit') {
      yield event.event;
      continue;
    }
    const { row } = event;
    const id = row.cell(grouping.idColumn);
    if (!id) {
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line: row.line,
        at: row.at,
        reason: `no ${grouping.idColumn}`,
        text: row.cell('Name 6').slice(0, 200),
      };
      continue;
    }
    const party = parties.get(id) ?? new UkParty(id, row.cell(grouping.kindColumn), row.at);
    parties.set(id, party);
    party.rows += 1;
    grouping.gather(row, party);
    for (const [heading, text] of row.unknownCells()) party.add('note', `${heading}: ${text}`, row.at);
  }
  const index = new UkNameIndex();
  for (const party of parties.values()) {
    for (const name of namesOfUkParty(party)) index.add(name, party.recordId);
  }
  for (const [id, party] of parties) {
    const context = {
      dataset,
      authority: grouping.authority,
      authorityId: grouping.authorityId?.(party),
      recordNamed: (name: string) => index.find(name),
    };
    const builder = buildUkRecord(context, party);
    yield* valueIssueEvents(builder, file.name);
    yield { kind: 'record', record: builder.build(), rows: { main: party.rows } };
    // What was gathered is not needed any more; the largest list would otherwise be held twice.
    parties.delete(id);
  }
  yield { kind: 'total', part: 'main', rows };
}
