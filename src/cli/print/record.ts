// The record for a terminal: entries in a line each, a whole entry, what a verification and a repetition found.
import type {
  RecordedEntry,
  RecordSummary,
  Rerun,
  Verification,
} from '../../engine/record/record-service.ts';
import type { Output } from './output.ts';
import { printReading } from './reading.ts';
import { printScreening } from './screening.ts';
import { type Column, renderTable } from './table.ts';
import { hang, printable } from './text-width.ts';

const LIST_COLUMNS: readonly Column[] = [
  { heading: 'no.', align: 'right' },
  { heading: 'when (UTC)' },
  { heading: 'who' },
  { heading: 'kind' },
  { heading: 'what', isFlexible: true },
  { heading: 'decision' },
];

/** `2026-11-22 21:04:05` */
function moment(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}

/** Entries in a line each. */
export function printRecordList(output: Output, entries: readonly RecordSummary[]): void {
  const { colours, columns } = output;
  if (entries.length === 0) {
    output.write('The record has no entries.\n');
    return;
  }
  const rows = entries.map(({ seq, at, who, kind, summary, decision, isForgotten }) => [
    String(seq),
    moment(at),
    printable(who),
    kind,
    isForgotten ? { text: '(deleted by policy)', paint: colours.dim } : printable(summary),
    decision ?? '',
  ]);
  output.write(renderTable(LIST_COLUMNS, rows, columns, colours.dim));
}

/** A whole entry: its place in the chain, then what was asked and answered as it was shown then. */
export function printEntry(output: Output, entry: RecordedEntry): void {
  const { bold, dim } = output.colours;
  const write = (label: string, text: string): void =>
    output.write(`${hang(printable(text), output.columns, `  ${label.padEnd(10)}`, undefined)}\n`);
  output.write(
    `${bold(`Entry ${entry.seq}`)}  ${entry.kind}${entry.decision ? `  ${entry.decision}` : ''}\n`,
  );
  write('id', entry.id);
  write('when', `${moment(entry.at)} UTC`);
  write('who', entry.who);
  write('engine', `${entry.engine.version}, code ${entry.engine.code}`);
  write('policy', `${entry.engine.policy}, ${entry.engine.policyHash}`);
  const { languageModel } = entry.engine;
  if (languageModel) write('model', `${languageModel.model}, instructions ${languageModel.promptSha256}`);
  for (const { dataset, version } of entry.lists) write('list', `${dataset} ${version}`);
  if (entry.rows) write('rows', `${entry.rows.count.toLocaleString('en')}, ${entry.rows.hash}`);
  for (const [first, last] of entry.forgets ?? [])
    write('deleted', first === last ? `${first}` : `${first} to ${last}`);
  if (entry.reason) write('reason', entry.reason);
  write('follows', entry.previous);
  write('hash', entry.hash);
  output.write('\n');
  if (entry.isForgotten) output.write(dim('  What was asked and answered was deleted by policy.\n'));
  else if (entry.content) printContent(output, entry.content);
}

function printContent(output: Output, content: NonNullable<RecordedEntry['content']>): void {
  if (!('answer' in content)) output.write(`${JSON.stringify(content, null, 2)}\n`);
  else if ('results' in content.answer) printScreening(output, content.answer);
  else printReading(output, content.answer, { all: true });
}

/** What a verification found. */
export function printVerification(output: Output, verification: Verification): void {
  const { colours, columns } = output;
  const { ok, entries, forgotten, head, problems } = verification;
  const number = (count: number): string => count.toLocaleString('en');
  const deleted = forgotten > 0 ? `, ${number(forgotten)} of them without content, as policy wanted` : '';
  const looked = `${number(entries)} ${entries === 1 ? 'entry' : 'entries'} verified${deleted}.`;
  const verdict = ok ? colours.green('✓ The record is whole.') : colours.red('✗ The record was changed.');
  output.write(`${colours.bold(verdict)}  ${looked}\n`);
  for (const { seq, id, problem } of problems)
    output.write(
      `${hang(problem, columns, `  ${String(seq).padStart(6)}  `)}${id ? colours.dim(`\n          ${printable(id)}`) : ''}\n`,
    );
  output.write(colours.dim(`  head ${head.seq}:${head.hash}\n`));
}

/** Whether an answer came out the same again. */
export function printRerun(output: Output, { id, same, changed, differences }: Rerun): void {
  const { colours, columns } = output;
  output.write(
    same
      ? `${colours.bold(colours.green('✓ The same answer, byte for byte.'))}  ${id}\n`
      : `${colours.bold(colours.yellow('≠ Another answer.'))}  ${id}\n`,
  );
  for (const line of changed) output.write(`${hang(line, columns, '  changed since  ')}\n`);
  for (const { path, recorded, now } of differences) {
    output.write(`${hang(path, columns, '  ')}\n`);
    output.write(`${hang(printable(recorded ?? '(nothing)'), columns, '    then  ')}\n`);
    output.write(`${hang(printable(now ?? '(nothing)'), columns, '    now   ')}\n`);
  }
}
