// Turns what a record builder could not read into events of the reader, so that every report names them.
import type { ReadEvent } from './reader.ts';
import type { RecordBuilder } from './record-builder.ts';

/** One `set-aside` event of scope `value` for each value that the builder could not read. */
export function* valueIssueEvents(builder: RecordBuilder, file: string, line?: number): Generator<ReadEvent> {
  for (const { property, text, at, reason } of builder.issues) {
    const where = line === undefined ? {} : { line };
    yield { kind: 'set-aside', scope: 'value', file, ...where, at, reason: `${property}: ${reason}`, text };
  }
}
