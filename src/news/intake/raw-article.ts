// What a reader of one kind (page, feed, PDF, text) makes of its input, before hash and language.
import type { Zone } from '../../model/reading.ts';

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
