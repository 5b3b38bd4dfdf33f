// Which party a known name stands for, and of what type it is.
import type { MentionKind, MentionType } from '../../model/reading.ts';
import type { GazetteerEntry } from './gazetteer.ts';

/** A country's metonyms and its people's names are the country; regions' adjectives are no party. */
export function partyIdOf(entry: GazetteerEntry, kind: MentionKind): string | undefined {
  const [code, ...more] = entry.countries ?? [];
  switch (entry.sort) {
    case 'adjective':
      return undefined;
    case 'demonym':
      return code && more.length === 0 ? `country:${code}` : undefined;
    case 'capital':
      if (kind !== 'metonym') return entry.id;
      return code === 'eu' ? 'body:eu' : `country:${code}`;
    case 'country':
      return code === 'eu' ? 'body:eu' : entry.id;
    default:
      return entry.id;
  }
}

export function typeOfKnown({ sort }: GazetteerEntry): MentionType {
  if (sort === 'outlet') return 'outlet';
  return sort === 'body' || sort === 'seat' ? 'organisation' : 'place';
}
