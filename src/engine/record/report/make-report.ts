// Puts a report together: the words for the kind of entry, then how the answer was made and where it stands in the
// record.
import type { BatchContent, ReadingContent, ScreeningContent } from '../../../cases/record/content.ts';
import type { RecordedEntry } from '../record-service.ts';
import { type Block, filled, momentText, type ReportDocument, section, TEXTS } from './document.ts';
import { readingBlocks } from './reading-blocks.ts';
import { screeningBlocks } from './screening-blocks.ts';

/**
 * The report on an entry that still has its content.
 * @param madeAt ISO 8601 moment
 */
export function makeReport(entry: RecordedEntry, madeAt: string): ReportDocument {
  return {
    title: TEXTS.titles[entry.kind],
    subject: entry.kind === 'forgetting' ? (entry.reason ?? '') : entry.summary,
    blocks: [
      ...contentBlocks(entry),
      ...recordBlocks(entry),
      { kind: 'text', text: TEXTS.notes.opinion, isQuiet: true },
    ],
    footer: `Interdict ${entry.engine.version} · entry ${entry.seq} · ${entry.id} · made ${momentText(madeAt)}`,
  };
}

function contentBlocks({ kind, content, rows, forgets = [] }: RecordedEntry): Block[] {
  switch (kind) {
    case 'screening':
      return screeningBlocks(content as ScreeningContent);
    case 'reading':
      return readingBlocks(content as ReadingContent);
    case 'batch':
      return batchBlocks(content as BatchContent, rows?.hash ?? '');
    case 'forgetting': {
      const ranges = forgets.map(([first, last]) =>
        first === last ? `Entry ${first}` : `Entries ${first} to ${last}`,
      );
      return [section('deleted'), { kind: 'items', items: ranges }];
    }
  }
}

function batchBlocks({ input, output, options, counts }: BatchContent, rowsHash: string): Block[] {
  const number = (count: number): string => count.toLocaleString('en');
  return [
    section('question'),
    {
      kind: 'facts',
      rows: [
        { label: 'File', values: [input.name] },
        { label: 'SHA-256 of the file', values: [input.sha256], isCode: true },
        ...Object.entries(options).map(([label, value]) => ({
          label,
          values: [typeof value === 'string' ? value : JSON.stringify(value)],
        })),
      ],
    },
    section('counts'),
    {
      kind: 'facts',
      rows: [
        { label: 'Rows', values: [number(counts.rows)] },
        { label: 'Screened', values: [number(counts.screened)] },
        ...Object.entries(counts.decisions).map(([label, count]) => ({ label, values: [number(count)] })),
        { label: 'Results', values: [output.name] },
        { label: 'SHA-256 of the results', values: [rowsHash], isCode: true },
      ],
    },
    section('unknown'),
    {
      kind: 'items',
      items: [
        ...(counts.notScreened > 0
          ? [filled(TEXTS.unknown.notScreened, { count: number(counts.notScreened) })]
          : []),
        TEXTS.unknown.rows,
      ],
    },
  ];
}

function recordBlocks({ seq, id, at, who, engine, lists, payload, previous, hash }: RecordedEntry): Block[] {
  return [
    section('made'),
    {
      kind: 'facts',
      rows: [
        { label: 'When', values: [momentText(at)] },
        { label: 'Asked by', values: [who] },
        { label: 'Id', values: [id], isCode: true },
        { label: 'Interdict', values: [engine.version] },
        { label: 'Code and tables', values: [engine.code], isCode: true },
        { label: 'Policy', values: [engine.policy] },
        { label: 'Numbers of the policy', values: [engine.policyHash], isCode: true },
        ...(engine.languageModel
          ? [
              { label: 'Language model', values: [engine.languageModel.model] },
              { label: 'Its instructions', values: [engine.languageModel.promptSha256], isCode: true },
            ]
          : []),
        ...lists.map(({ dataset, version, readerVersion }) => ({
          label: `List ${dataset}, reader ${readerVersion}`,
          values: [version],
          isCode: true,
        })),
        { label: 'Entry', values: [String(seq)] },
        { label: 'Hash of the content', values: [payload ?? ''], isCode: true },
        { label: 'Hash of the entry before', values: [previous], isCode: true },
        { label: 'Hash of this entry', values: [hash], isCode: true },
      ],
    },
    { kind: 'text', text: filled(TEXTS.notes.chained, { seq }) },
    { kind: 'text', text: filled(TEXTS.notes.verify, { id }) },
  ];
}
