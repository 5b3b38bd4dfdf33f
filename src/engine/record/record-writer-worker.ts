// The thread that writes to the record; see record-writer.ts.
import { workerData } from 'node:worker_threads';
import type { RecordDraft } from '../../cases/record/entry.ts';
import type { RecordStore } from '../../cases/record-ports.ts';
import { openRecordWriter } from '../../store/open-store.ts';
import { answerQuestions } from '../pool/answer-questions.ts';

let opened: Promise<Pick<RecordStore, 'append'>> | undefined;

answerQuestions(async (drafts: readonly RecordDraft[]): Promise<void> => {
  opened ??= openRecordWriter(workerData as string);
  try {
    await (await opened).append(drafts);
  } catch (error) {
    // What could not be opened is opened anew for the next ones.
    await opened.catch(() => {
      opened = undefined;
    });
    throw error;
  }
});
