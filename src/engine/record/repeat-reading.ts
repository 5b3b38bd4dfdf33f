// Reads a recorded source again: the same bytes, with what was known of them then, and with parties looked up on the
// list versions of then. Letters of sources are those of today's configuration. A language model is never asked again:
// its answers of then are in the record and pass the rules of today.
import type { ReadingContent, RecordedModel } from '../../cases/record/content.ts';
import type { RecordedList } from '../../cases/record/entry.ts';
import { InterdictError } from '../../model/errors.ts';
import type { Reading } from '../../model/reading.ts';
import type { SourceGrades } from '../../news/across/source-grades.ts';
import { PROMPT_SHA256 } from '../../news/language-model/prompt.ts';
import { findResults } from '../../screen/screen-party.ts';
import { asKept, asReading, withoutDoubles } from '../reading/keep-source.ts';
import { recordedModel } from '../reading/model-hearing.ts';
import type { Repetition } from './record-service.ts';
import { openRecordedLists, type RepeatParts } from './recorded-lists.ts';

/**
 * The reading of a recorded source, made again.
 * @throws InterdictError RECORD_NOT_REPEATABLE if its bytes or a list version are not stored any more
 */
export async function repeatReading(
  parts: RepeatParts & { readonly grades: SourceGrades },
  { input: { sha256, cuts, languageModel, ...hints } }: ReadingContent,
  lists: readonly RecordedList[],
): Promise<Repetition<Reading>> {
  const { articles } = parts.store;
  if (!(await articles.has(sha256))) {
    // Of a feed only the articles are kept.
    const message = `The bytes of ${hints.name} (SHA-256 ${sha256.slice(0, 16)}) are not kept.`;
    throw new InterdictError('RECORD_NOT_REPEATABLE', message);
  }
  const { screener, changed } = await openRecordedLists(parts, lists, cuts);
  // The rules and their tables are loaded when something is read, not with every command.
  const { articleReader } = await import('../reading/article-reader.ts');
  const reader = articleReader(
    {
      fingerprint: '',
      lists,
      cuts,
      find: async (queries) => queries.map((query) => findResults(screener, query, { limit: 1 })[0]),
    },
    languageModel && recordedModel(languageModel),
  );
  const reading = await reader.read(await articles.open(sha256), hints);
  return {
    answer: asReading(asKept(withoutDoubles(reading.articles), parts.grades)),
    changed: languageModel ? [...changed, modelNote(languageModel)] : changed,
  };
}

function modelNote({ model, promptSha256 }: RecordedModel): string {
  const start = `language model ${model}: not asked again, since it may answer otherwise; `;
  return promptSha256 === PROMPT_SHA256
    ? `${start}its recorded answers were used`
    : `${start}its instructions are ${PROMPT_SHA256} now and were ${promptSha256}, so its answers cannot be used`;
}
