// For tests: shows what of a publisher's record a reader lost. Word by word, so that a text which was taken apart or
// put in another order still counts as kept.
import type { ListRecord } from '../../model/record.ts';

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  );
}

/** The words of the texts that stand in no value and no original of the record. */
export function lostWords(texts: Iterable<string>, record: ListRecord): string[] {
  const kept = new Set<string>();
  for (const { properties } of record.entities) {
    for (const values of Object.values(properties)) {
      for (const { value, original } of values) {
        for (const word of wordsOf(`${value} ${original ?? ''}`)) kept.add(word);
      }
    }
  }
  return [...texts].flatMap(wordsOf).filter((word) => !kept.has(word));
}
