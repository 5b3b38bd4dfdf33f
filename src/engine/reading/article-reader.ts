// Reads sources with the rules that come with Interdict and looks the parties up on the lists of today. Where a language
// model is given, it may propose statements in articles whose claims are read; without one nothing is asked.
import { intakeBytes } from '../../news/intake/intake-bytes.ts';
import type { LanguageModel } from '../../news/language-model/endpoint.ts';
import { PROMPT_SHA256 } from '../../news/language-model/prompt.ts';
import { readArticle } from '../../news/read-article.ts';
import { codeHash } from '../code-hash.ts';
import type { PartyScreener } from '../screening-service.ts';
import { listedParties } from './listed-parties.ts';
import { ModelHearing, withPatience } from './model-hearing.ts';
import type { ReadResult, SourceReader } from './source-reader.ts';

/**
 * A reader of sources over a screener.
 * @param model proposes statements; it is not asked any more when it has failed several times in a row
 */
export function articleReader(screener: PartyScreener, model?: LanguageModel): SourceReader {
  const finder = listedParties(screener);
  const patient = model && withPatience(model);
  const rules = [codeHash(['names', 'screen', 'news']), screener.fingerprint].join('/');
  return {
    fingerprint: model ? [rules, model.model, PROMPT_SHA256].join('/') : rules,
    lists: screener.lists,
    cuts: screener.cuts,
    read: async (bytes, hints) => {
      const { articles, notes } = await intakeBytes(bytes, hints);
      const hearing = patient && new ModelHearing(patient);
      const options = hearing ? { propose: hearing.propose.bind(hearing) } : {};
      const read: ReadResult[] = [];
      for (const { article, bytes: own } of articles) {
        read.push({ article, bytes: own, ...(await readArticle(article, finder, options)) });
      }
      return {
        articles: read,
        notes: [...notes, ...articles.flatMap((one) => one.notes), ...(hearing?.notes() ?? [])],
        ...(hearing?.record ? { languageModel: hearing.record } : {}),
        ...(hearing && !hearing.isComplete ? { isIncomplete: true } : {}),
      };
    },
  };
}
