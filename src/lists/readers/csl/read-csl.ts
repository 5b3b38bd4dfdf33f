// Reads a Consolidated Screening List from rows, whichever format they came from. It goes over the rows twice: the
// first time to learn which record each name is, since remarks name the parties that one is linked to.
import { createHash } from 'node:crypto';
import type { ListFile } from '../../list-file.ts';
import type { ReadEvent } from '../../reader.ts';
import type { Resolve } from '../ofac/record.ts';
import { cslRecord, recordIdOf, sourceOf } from './csl-record.ts';
import type { CslEvent, CslRow } from './csl-row.ts';

/** @param rows reads the file from its beginning, each time that it is called */
export async function* readCsl(
  dataset: string,
  file: ListFile,
  rows: () => AsyncIterable<CslEvent>,
): AsyncGenerator<ReadEvent> {
  const names = new CslNames();
  for await (const event of rows()) if (event.kind === 'row') names.add(event.row);
  const seen = new SeenRows();
  let count = 0;
  for await (const event of rows()) {
    count += 1;
    if (event.kind === 'fault') {
      const { kind: _kind, ...fault } = event;
      yield { kind: 'set-aside', part: 'main', scope: 'row', file: file.name, ...fault };
      continue;
    }
    const { row } = event;
    const where = { file: file.name, at: row.at, ...(row.line === undefined ? {} : { line: row.line }) };
    const identity = seen.meet(row);
    if ('sameAs' in identity) {
      const reason = `says the same as ${identity.sameAs}`;
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        ...where,
        reason,
        text: row.name,
        isHarmless: true,
      };
      continue;
    }
    const { record, issues } = cslRecord(dataset, identity.recordId, row, names.resolverFor(row));
    for (const { property, reason, text, at } of issues)
      yield { kind: 'set-aside', scope: 'value', ...where, at, reason: `${property}: ${reason}`, text };
    yield { kind: 'record', record, rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows: count };
}

/** The records of the Treasury's rows by name. */
class CslNames {
  readonly #records = new Map<
    string,
    { readonly code: string; readonly uid: string; readonly id: string }[]
  >();

  add(row: CslRow): void {
    const { isOfac, code } = sourceOf(row.source);
    if (!isOfac || row.entityNumber === undefined) return;
    const known = this.#records.get(row.name) ?? [];
    known.push({ code, uid: row.entityNumber, id: recordIdOf(row) });
    this.#records.set(row.name, known);
  }

  /**
   * Finds the one party that a relation names, preferably its record of the same list: a party that is on several of
   * the lists has the same uid in all of them.
   */
  resolverFor(row: CslRow): Resolve {
    const { code } = sourceOf(row.source);
    return ({ name }) => {
      const found = this.#records.get(name ?? '') ?? [];
      if (new Set(found.map(({ uid }) => uid)).size !== 1) return undefined;
      return (found.find((one) => one.code === code) ?? found[0])?.id;
    };
  }
}

/** Tells rows that repeat one another: the list of May 2022 has one such, twice on the CAPTA list. */
class SeenRows {
  readonly #rows = new Map<string, { readonly content: string; readonly at: string; count: number }>();

  meet(row: CslRow): { readonly recordId: string } | { readonly sameAs: string } {
    const recordId = recordIdOf(row);
    const content = contentOf(row);
    const seen = this.#rows.get(recordId);
    if (!seen) {
      this.#rows.set(recordId, { content, at: row.at, count: 1 });
      return { recordId };
    }
    if (seen.content === content) return { sameAs: seen.at };
    seen.count += 1;
    return { recordId: `${recordId}-${seen.count}` };
  }
}

/** What a row says, without where it stands and where the publisher says more. */
function contentOf({ line: _line, at: _at, texts, addresses, ids, ...row }: CslRow): string {
  const { source_list_url: _list, source_information_url: _information, ...said } = texts;
  const facts = [addresses, ids].map((items) => items.map(({ at: _place, ...item }) => item));
  return createHash('sha256')
    .update(JSON.stringify([row, said, facts]))
    .digest('base64');
}
