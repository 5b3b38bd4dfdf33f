// Reads sources with the rules that come with Interdict and looks the parties up on the lists of today.

import { intakeBytes } from '../../news/intake/intake-bytes.ts';
import { readArticle } from '../../news/read-article.ts';
import { codeHash } from '../code-hash.ts';
import type { PartyScreener } from '../screening-service.ts';
import { listedParties } from './listed-parties.ts';
import type { ReadResult, SourceReader } from './source-reader.ts';

/** A reader of sources over a screener. */
export function articleReader(screener: PartyScreener): SourceReader {
  const finder = listedParties(screener);
  return {
    fingerprint: [codeHash(['names', 'screen', 'news']), screener.fingerprint].join('/'),
    lists: screener.lists,
    cuts: screener.cuts,
    read: async (bytes, hints) => {
      const { articles, notes } = await intakeBytes(bytes, hints);
      const read: ReadResult[] = [];
      for (const { article, bytes: own } of articles) {
        read.push({ article, bytes: own, ...(await readArticle(article, finder)) });
      }
      return { articles: read, notes: [...notes, ...articles.flatMap((one) => one.notes)] };
    },
  };
}
