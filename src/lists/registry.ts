// All list readers, by hand. The order matters only where two formats begin alike: the narrower one comes first.
import type { ListReader } from './reader.ts';
import { bisDeniedPersons } from './readers/bis-denied-persons.ts';
import { interdictJsonl } from './readers/interdict-jsonl.ts';

export const LIST_READERS: readonly ListReader[] = [bisDeniedPersons, interdictJsonl];

/** The reader of a format by its stable name; undefined if there is none (any more). */
export function readerOf(format: string): ListReader | undefined {
  return LIST_READERS.find((reader) => reader.format === format);
}
