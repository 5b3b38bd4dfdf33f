// What an article's own text says of itself: its headline, and the line or dateline that tells who printed it when.
// For sources that have no markup for it.
import type { Zone } from '../../model/reading.ts';
import { publicationDate } from './publication-date.ts';

export interface Imprint {
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
}

const MOST_TITLE = 300;

export function imprintOf(text: string, zones: readonly Zone[]): Imprint {
  const surface = ({ start, end }: Zone) => text.slice(start, end);
  const headline = zones.find(({ kind }) => kind === 'headline');
  const dated = zones.find(
    (zone) => zone.kind === 'dateline' && publicationDate(surface(zone)) !== undefined,
  );
  const published = dated && publicationDate(surface(dated));
  // "LONDON, March 30, 2023 -" names a place where a line of its own names the newspaper.
  const isOwnLine = dated && (text[dated.end] ?? '\n') === '\n';
  const publisher = isOwnLine ? publisherIn(surface(dated)) : undefined;
  return {
    ...(headline ? { title: surface(headline).replace(/\s+/gu, ' ').slice(0, MOST_TITLE) } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
  };
}

/** "The Example Post, 31 March 2023" gives "The Example Post". */
function publisherIn(line: string): string | undefined {
  const name = /^(\p{Lu}[\p{L}\p{M}.&’' -]{2,60}?)\s*[,|·–—-]\s/u.exec(line)?.[1]?.trim();
  // "March 31, 2023" and "Friday, 31 March 2023" begin with no newspaper.
  if (!name || /^(?:by|published|updated|posted|last|first)\b|day$/iu.test(name)) return undefined;
  return publicationDate(`1 ${name} 2000`) === undefined ? name : undefined;
}
