// Reads every list in ../shared/lists, each in a process of its own, and prints what went in, what came out and what
// it cost. `--docs` writes the table into docs/lists.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFiles } from '../src/engine/lists/find-files.ts';
import { type FoundList, groupFiles } from '../src/engine/lists/group-files.ts';
import { readList } from '../src/lists/read-list.ts';
import { LIST_READERS } from '../src/lists/registry.ts';
import { printTable, type Row, writeFigures } from './support/report.ts';
import { requireShared, SHARED } from './support/shared-folder.ts';

const DOCS = new URL('../docs/lists.md', import.meta.url);
const [BEGIN, END] = ['<!-- figures: node bench/lists.ts --docs -->', '<!-- end of figures -->'];

async function listsAt(paths: readonly string[]): Promise<readonly FoundList[]> {
  return (await groupFiles(await findFiles(paths), LIST_READERS, {})).lists;
}

/** Reads one list and prints its figures as JSON; runs in a process of its own. */
async function measure(paths: readonly string[]): Promise<void> {
  const [list] = await listsAt(paths);
  if (!list) throw new Error(`No list at ${paths.join(', ')}.`);
  const started = performance.now();
  const report = await readList(list, () => {});
  const figures: Row = {
    list: list.dataset,
    files: relative(`${SHARED}lists`, paths.length > 1 ? dirname(paths[0] ?? '') : (paths[0] ?? '')),
    format: report.format,
    'rows in': Object.entries(report.rows)
      .map(([part, rows]) => `${rows.toLocaleString('en')}${part === 'main' ? '' : ` ${part}`}`)
      .join(', '),
    'parties out': report.entities,
    aliases: report.aliases,
    addresses: report.addresses,
    'rows aside': report.rowsSetAside.length,
    'rows lost': report.rowsLost,
    'values as text': report.valuesSetAside.length,
    seconds: Math.round((performance.now() - started) / 10) / 100,
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(JSON.stringify(figures));
}

function inDocs(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number | undefined): string =>
    typeof value === 'number' ? value.toLocaleString('en') : String(value ?? '');
  const isNumber = (column: string): boolean => typeof rows[0]?.[column] === 'number';
  return [
    `| ${columns.join(' | ')} |`,
    `| ${columns.map((column) => (isNumber(column) ? '---:' : '---')).join(' | ')} |`,
    ...rows.map((row) => `| ${columns.map((column) => text(row[column])).join(' | ')} |`),
  ].join('\n');
}

async function main(): Promise<void> {
  requireShared();
  const rows: Row[] = [];
  for (const { files } of await listsAt([`${SHARED}lists`])) {
    const paths = files.map(({ source }) => source);
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--measure', ...paths], {
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(`${basename(paths[0] ?? '')}: ${child.stderr}`);
    rows.push(JSON.parse(child.stdout) as Row);
  }
  printTable('Reading the lists of ../shared/lists, each in a process of its own', rows);
  writeFigures('lists', { node: process.version, lists: rows });
  if (!process.argv.includes('--docs')) return;
  const docs = readFileSync(DOCS, 'utf8');
  const [before, after] = [docs.indexOf(BEGIN), docs.indexOf(END)];
  if (before < 0 || after < before) throw new Error('docs/lists.md has no place for the figures.');
  writeFileSync(DOCS, `${docs.slice(0, before + BEGIN.length)}\n\n${inDocs(rows)}\n\n${docs.slice(after)}`);
}

const measured = process.argv.indexOf('--measure');
await (measured < 0 ? main() : measure(process.argv.slice(measured + 1)));
