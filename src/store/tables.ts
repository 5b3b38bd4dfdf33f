// The tables of the store as TypeScript sees them. Columns are snake_case in the database; a plugin of the query
// builder maps them, so that rows read like the rest of the code. Truth values are 0 and 1, moments and days are
// ISO 8601 text, nested facts are JSON text: the same in every database that may hold them.

import type { ApiKeyRow } from './api-keys.ts';

import type { ClaimTables } from './claims-tables.ts';

export interface ListVersionRow {
  dataset: string;
  version: string;
  published: string;
  retrievedAt: string;
  source: string;
  format: string;
  readerVersion: number;
  /** JSON: rows of the files by part. */
  rows: string;
  entities: number;
  aliases: number;
  addresses: number;
  identifications: number;
  listings: number;
  rowsSetAside: number;
  rowsLost: number;
  valuesSetAside: number;
  status: string;
  isStarter: number;
  confirmedAt: string | null;
  /** JSON: the column map of a user's own list. */
  columns: string | null;
}

export interface ListFileRow {
  dataset: string;
  version: string;
  position: number;
  part: string;
  name: string;
  sha256: string;
  bytes: number;
}

export interface LinkCutRow {
  leftId: string;
  rightId: string;
  reason: string;
  cutBy: string;
  cutAt: string;
}

interface FetchStateRow {
  address: string;
  etag: string | null;
  lastModified: string | null;
  sha256: string;
  dataset: string;
  version: string;
  part: string;
  checkedAt: string;
}

interface ListRevisionRow {
  id: number;
  revision: number;
}

export interface RecordEntryRow {
  seq: number;
  id: string;
  at: string;
  kind: string;
  /** Canonical JSON, as it was hashed. */
  body: string;
  hash: string;
}

export interface RecordPayloadRow {
  seq: number;
  salt: string;
  /** JSON. */
  summary: string;
  /** JSON. */
  content: string;
}

interface RecordHeadRow {
  id: number;
  seq: number;
  hash: string;
}

export interface Tables extends ClaimTables {
  listVersion: ListVersionRow;
  listFile: ListFileRow;
  linkCut: LinkCutRow;
  fetchState: FetchStateRow;
  listRevision: ListRevisionRow;
  recordEntry: RecordEntryRow;
  recordPayload: RecordPayloadRow;
  recordHead: RecordHeadRow;
  apiKey: ApiKeyRow;
}
