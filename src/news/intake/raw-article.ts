// What a reader of one kind (page, feed, PDF, text) makes of its input, before hash and language.
import type { Zone } from '../../model/reading.ts';
import type { ComposedText } from './article-text.ts';

export interface RawArticle {
  /** Cleaned and final; see clean-text.ts. */
  readonly text: string;
  /** What the markup says of whole lines of the text. */
  readonly zones?: readonly Zone[];
  readonly title?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly publisher?: string;
  /** Who passed it on to the publisher. */
  readonly relay?: string;
  readonly url?: string;
  /** What the source says of its language. */
  readonly declaredLanguage?: string;
  /** What was lost or assumed, one sentence each. */
  readonly notes: readonly string[];
}

/** What a page or a feed says of its article; what is empty says nothing. */
type Said = { readonly [Name in keyof Omit<RawArticle, 'text' | 'zones' | 'notes'>]?: string | undefined };

/** The article of a composed text, with what its source says of it. */
export function rawArticle(composed: ComposedText, notes: readonly string[], said: Said): RawArticle {
  return {
    text: composed.text,
    zones: composed.zones,
    notes: [...notes, ...composed.notes],
    ...Object.fromEntries(Object.entries(said).filter(([, text]) => text)),
  };
}
