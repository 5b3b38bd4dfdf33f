// A user's own list as a table in delimited text: a header, then one row a party. Which column is what is guessed
// from the headings (column-guess.ts) and corrected by the user's map; columns that are not known go to the notes.
// Almost any table looks like one, so this reader comes last, and the caller must name the list.
// All-figures dates are read day first.
import { InterdictError } from '../../model/errors.ts';
import { guessTargets } from '../column-guess.ts';
import { type ListFile, readHead } from '../list-file.ts';
import { cellTexts, isOwnTarget, type OwnIds, ownRecord } from '../own-party.ts';
import { csvRows } from '../read/csv.ts';
import type { ColumnMap, ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';

/** In order of preference where a header has as many of one as of another. */
const DELIMITERS = ['\t', ';', ',', '|'];
const NAME_TARGETS = ['name', 'firstName', 'lastName'];

export const customCsv: ListReader = {
  format: 'custom-csv',
  title: 'List of your own (CSV)',
  version: 1,
  isOwnList: true,
  recognise(head, hints) {
    const { headings } = layoutOf(head.text);
    if (headings.length === 0 || /^\s*[<{[]/u.test(head.text)) return undefined;
    try {
      const targets = targetsOf(headings, hints?.columns, head.name);
      return targets.some((target) => target && NAME_TARGETS.includes(target)) ? { part: 'main' } : undefined;
    } catch (error) {
      // A map that does not fit is said when the list is read; that the user gave one says whose list it is.
      if (error instanceof InterdictError) return { part: 'main' };
      throw error;
    }
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input, file);
  },
};

interface Layout {
  readonly delimiter: string;
  readonly headings: readonly string[];
  /** True if the first line only says which delimiter follows, as Excel writes it: `sep=;`. */
  readonly isSaid: boolean;
}

/** The delimiter and the headings, told from the first line outside of quotes. */
function layoutOf(text: string): Layout {
  const said = /^\uFEFF?sep=(.)\r?\n/iu.exec(text);
  const line =
    /^(?:[^"\r\n]|"[^"]*")*/u.exec(text.slice(said?.[0].length ?? 0).replace(/^\uFEFF/u, ''))?.[0] ?? '';
  const bare = line.replace(/"[^"]*"/gu, '');
  const count = (mark: string): number => bare.split(mark).length;
  const delimiter = said?.[1] ?? [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] ?? ',';
  const headings = (line.match(/"(?:[^"]|"")*"|[^"]+/gu) ?? [])
    .map((piece) => (piece.startsWith('"') ? piece : piece.replaceAll(delimiter, '\0')))
    .join('')
    .split('\0')
    .map((heading) =>
      heading
        .trim()
        .replace(/^"([\s\S]*)"$/u, '$1')
        .replaceAll('""', '"')
        .trim(),
    );
  return { delimiter, headings: headings.some(Boolean) ? headings : [], isSaid: said !== null };
}

/**
 * What each column is. What the map says of a target takes the place of all that was guessed for it.
 * @throws InterdictError LIST_MALFORMED if the map names a column that is not there or a target that is none
 */
function targetsOf(
  headings: readonly string[],
  map: ColumnMap | undefined,
  name: string,
): (string | undefined)[] {
  const targets = guessTargets(headings, { withListing: true }).map((target) =>
    target !== undefined && map && target in map ? undefined : target,
  );
  for (const [target, wanted] of Object.entries(map ?? {})) {
    if (!isOwnTarget(target)) {
      const message = `${name}: the map speaks of "${target}", which is no property of a party or of a listing.`;
      throw new InterdictError('LIST_MALFORMED', message, { file: name, field: target });
    }
    for (const heading of [wanted].flat()) {
      const index = headings.indexOf(heading);
      if (index < 0) {
        const found = headings.join(', ');
        const message = `${name}, line 1: there is no column "${heading}" for ${target}; the file has: ${found}.`;
        throw new InterdictError('LIST_MALFORMED', message, { file: name, line: 1, field: target });
      }
      targets[index] = target;
    }
  }
  return targets;
}

async function* readFile({ dataset, columns }: ReadInput, file: ListFile): AsyncGenerator<ReadEvent> {
  const { delimiter, headings, isSaid } = layoutOf((await readHead(file)).text);
  const targets = targetsOf(headings, columns, file.name);
  if (!targets.some((target) => target && NAME_TARGETS.includes(target))) {
    const message = `${file.name}, line 1: no column gives the name of the party; the file has: ${headings.join(', ')}.`;
    throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line: 1, field: 'name' });
  }
  const ids: OwnIds = new Map();
  let toSkip = isSaid ? 2 : 1;
  let rows = 0;
  for await (const { line, cells } of csvRows(file, { delimiter, columns: headings.length })) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    rows += 1;
    const at = `${file.name}:${line}`;
    const aside = { kind: 'set-aside', part: 'main', scope: 'row', file: file.name, line, at } as const;
    const text = cells.join(' | ').slice(0, 200);
    if (cells.every((cell) => !cell.trim())) {
      yield { ...aside, reason: 'an empty row', isHarmless: true };
      continue;
    }
    if (cells.length !== headings.length) {
      yield { ...aside, reason: `${cells.length} cells in place of ${headings.length}`, text };
      continue;
    }
    const values = cells.flatMap((cell, index) =>
      cellTexts(targets[index], cell).map((one) => ({
        target: targets[index],
        label: headings[index] ?? '',
        text: one,
        at,
      })),
    );
    const record = ownRecord({ dataset }, values, at, ids);
    if (typeof record === 'string') {
      yield { ...aside, reason: record, text };
      continue;
    }
    yield* valueIssueEvents(record, file.name, line);
    yield { kind: 'record', record: record.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}
