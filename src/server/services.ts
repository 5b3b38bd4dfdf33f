// What the server needs of the engine, and no more: the routes know these, not the engine.
import { type ReportReader, reportReaderOf } from '../engine/report-reader.ts';
import type { Engine } from '../engine.ts';

type Parts = 'screening' | 'lists' | 'keys' | 'directory' | 'claims' | 'record' | 'uploadFolder';

export interface Services extends Pick<Engine, Parts> {
  readonly reading: ReportReader;
  /** Whom reviews name where nobody showed a key. */
  readonly user: string;
}

/**
 * The services of an engine.
 * @param user whom reviews name where nobody showed a key
 */
export function servicesOf(engine: Engine, user: string = 'local'): Services {
  const { screening, lists, keys, directory, claims, record, uploadFolder } = engine;
  return {
    screening,
    lists,
    keys,
    directory,
    claims,
    record,
    uploadFolder,
    reading: reportReaderOf(engine),
    user,
  };
}
