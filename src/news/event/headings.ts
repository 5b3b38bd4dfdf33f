// Which parts of an article are headings or glosses of it, not its telling: what they say needs a sentence of the body.
import type { ZoneKind } from '../../model/reading.ts';

const HEADINGS: ReadonlySet<ZoneKind> = new Set(['headline', 'subhead', 'contents']);

/** True for lines that are written in the manner of headlines: capitals, no articles, verbs that look like nouns. */
export function isHeading(kind: ZoneKind): boolean {
  return HEADINGS.has(kind);
}
