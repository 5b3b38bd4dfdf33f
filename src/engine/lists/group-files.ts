// Which files make up which list. Files are told by content; files of one list lie in one folder, or are named
// together. Nothing here reads more than the beginning of a file.
import { DATASET_NAME, datasetFacts, fetchSources } from '../../lists/datasets.ts';
import { type RecognisedFile, recogniseFile } from '../../lists/read-list.ts';
import type { ColumnMap, ListReader } from '../../lists/reader.ts';
import { InterdictError } from '../../model/errors.ts';
import type { FoundFile } from './find-files.ts';

/** Files that make up one version of a list. */
export interface FoundList {
  readonly dataset: string;
  readonly reader: ListReader;
  readonly files: readonly ListPart[];
}

interface ListPart extends FoundFile {
  readonly part: string;
}

/** Files that cannot be added, each with the reason. */
export interface Refused {
  readonly places: readonly string[];
  readonly dataset?: string;
  readonly error: InterdictError;
}

export interface Grouping {
  readonly lists: readonly FoundList[];
  readonly refused: readonly Refused[];
  /** Files of folders that are no lists at all: notes, checksums, schemas. */
  readonly notLists: readonly Refused[];
}

export interface GroupOptions {
  readonly dataset?: string | undefined;
  readonly columns?: ColumnMap | undefined;
}

interface Known extends ListPart {
  readonly reader: ListReader;
  /** Which list the file says that it is. */
  readonly said?: string | undefined;
}

interface Broken {
  readonly file: FoundFile;
  readonly error: InterdictError;
}

/** Recognises the files and puts together what belongs together. */
export async function groupFiles(
  found: readonly FoundFile[],
  readers: readonly ListReader[],
  options: GroupOptions,
): Promise<Grouping> {
  const known: Known[] = [];
  const notLists: Refused[] = [];
  const unknown: FoundFile[] = [];
  const broken: Broken[] = [];
  for (const file of found) {
    try {
      const { part, dataset, reader } = await recognise(file, readers, options);
      const isClear = file.isNamed || dataset !== undefined || isOwnName(options.dataset);
      if (reader.isOwnList && !isClear) throw maybeOwnList(file);
      known.push({ ...file, part, reader, said: reader.dataset ?? dataset });
    } catch (error) {
      if (!(error instanceof InterdictError)) throw error;
      // A folder may hold anything; what was named itself, or is a list that broke, must not pass as "no list".
      if (error.code === 'LIST_FORMAT_UNKNOWN' && !file.isNamed) {
        unknown.push(file);
        notLists.push({ places: [file.place], error });
      } else {
        broken.push({ file, error });
      }
    }
  }
  const lists: FoundList[] = [];
  const refused: Refused[] = broken.map(({ file, error }) => ({ places: [file.place], error }));
  for (const bucket of buckets(known)) {
    try {
      for (const list of listsOf(bucket, options.dataset)) {
        refuseBesideBroken(list, broken, unknown);
        lists.push(list);
      }
    } catch (error) {
      if (!(error instanceof InterdictError)) throw error;
      refused.push({ places: bucket.map(({ place }) => place), error });
    }
  }
  return { lists, refused, notLists };
}

async function recognise(
  { file, place }: FoundFile,
  readers: readonly ListReader[],
  { columns }: GroupOptions,
): Promise<RecognisedFile> {
  try {
    return await recogniseFile(file, readers, columns ? { columns } : {});
  } catch (cause) {
    if (cause instanceof InterdictError) throw cause;
    const message = `${place} cannot be read: ${cause instanceof Error ? cause.message : cause}.`;
    throw new InterdictError('FILE_UNREADABLE', message, { file: place }, { cause });
  }
}

function isOwnName(dataset: string | undefined): boolean {
  return dataset !== undefined && !datasetFacts(dataset);
}

/** Almost any table may be a list of the user's own; one that only lies in a folder is not taken for one. */
function maybeOwnList({ file }: FoundFile): InterdictError {
  const message = `${file.name} is no official list; if it is one of your own, add it by itself with --dataset NAME.`;
  return new InterdictError('LIST_FORMAT_UNKNOWN', message, { file: file.name });
}

/** Files of one format that lie together. Files named in one command lie together unless they are doubled so. */
function buckets(known: readonly Known[]): Known[][] {
  const named = Map.groupBy(
    known.filter((file) => file.isNamed),
    (file) => file.reader.format,
  );
  const together = (file: Known): boolean => {
    const all = named.get(file.reader.format) ?? [];
    const parts = new Set(all.map((other) => `${other.part} ${other.said}`));
    return file.isNamed && parts.size === all.length;
  };
  return [
    ...Map.groupBy(known, (file) => `${file.reader.format} ${together(file) ? '' : file.folder}`).values(),
  ];
}

function listsOf(bucket: readonly Known[], asked: string | undefined): FoundList[] {
  const [{ reader }] = bucket as [Known];
  // What the main files say holds for those beside them that do not say it.
  const said = new Set(bucket.flatMap((file) => file.said ?? []));
  const fallback = said.size === 1 ? [...said][0] : undefined;
  const byDataset = Map.groupBy(bucket, (file) =>
    datasetOf(file, reader, asked, file.said ?? fallback ?? datasetByName(file, said), said),
  );
  return [...byDataset].flatMap(([dataset, files]): FoundList[] => {
    const parts = new Set(files.map((file) => file.part));
    if (parts.size === 1) return files.map((file) => ({ dataset, reader, files: [file] }));
    refuseDoubledParts(files);
    return [{ dataset, reader, files }];
  });
}

/** The one of several lists whose publisher calls a part so: `alt.csv` beside `sdn.csv` and `cons_prim.csv`. */
function datasetByName({ file }: FoundFile, choices: ReadonlySet<string>): string | undefined {
  return [...choices].find((dataset) => publishersNames(dataset).includes(nameOf(file.name)));
}

/** What the publisher calls the files of a list. */
function publishersNames(dataset: string): string[] {
  return fetchSources(dataset).map(({ address }) => nameOf(address.split('/').at(-1) ?? ''));
}

function datasetOf(
  file: Known,
  reader: ListReader,
  asked: string | undefined,
  said: string | undefined,
  choices: ReadonlySet<string>,
): string {
  const place = { file: file.place };
  if (asked !== undefined) {
    if (!DATASET_NAME.test(asked)) {
      const message = `"${asked}" cannot be the name of a list: small letters, digits and _ make one.`;
      throw new InterdictError('LIST_DATASET_UNKNOWN', message, place);
    }
    // What a file beside the main one says may only be guessed from its name; there the user knows better.
    const isMain = (reader.required ?? [file.part]).includes(file.part);
    const isOther = isMain && file.said !== undefined && file.said !== asked;
    if (isOther && (reader.dataset !== undefined || datasetFacts(asked))) {
      const message = `${file.file.name} is ${file.said} (${reader.title}), not ${asked}.`;
      throw new InterdictError('LIST_DATASET_UNKNOWN', message, place);
    }
  }
  const dataset = asked ?? said;
  if (dataset !== undefined && reader.isOwnList === true && datasetFacts(dataset)) {
    const message = `${dataset} is an official list, and ${file.file.name} is a list of your own; it needs another name.`;
    throw new InterdictError('LIST_DATASET_UNKNOWN', message, place);
  }
  if (dataset !== undefined) return dataset;
  const message =
    choices.size > 1
      ? `${file.file.name} does not say whether it belongs to ${[...choices].join(' or ')}.`
      : `${file.file.name} (${reader.title}) does not say which list it is.`;
  throw new InterdictError('LIST_DATASET_UNKNOWN', message, place);
}

function refuseDoubledParts(files: readonly Known[]): void {
  for (const [part, same] of Map.groupBy(files, (file) => file.part)) {
    const [one, other] = same;
    if (!one || !other) continue;
    const message = `${one.place} and ${other.place} are both the part "${part}" of one list.`;
    throw new InterdictError('LIST_PART_DOUBLED', message, { file: other.place });
  }
}

/**
 * A list of several files would silently lose what a broken file beside it holds, since most parts may be absent. A
 * broken file cannot say what it is: where it lies and its ending must do. One that is merely not recognised only
 * counts if it is called what the publisher calls a part of the list.
 */
function refuseBesideBroken(list: FoundList, broken: readonly Broken[], unknown: readonly FoundFile[]): void {
  if (list.reader.required === undefined) return;
  const names = publishersNames(list.dataset);
  const suspects = [
    ...broken.map(({ file }) => file),
    ...unknown.filter((file) => names.includes(nameOf(file.file.name))),
  ];
  for (const file of suspects) {
    const sibling = list.files.find((own) => own.folder === file.folder && endingOf(own) === endingOf(file));
    if (!sibling) continue;
    const message = `${file.file.name} beside ${sibling.file.name} cannot be read, and may be a part of the list.`;
    throw new InterdictError('LIST_PART_MISSING', message, { file: file.place });
  }
}

function nameOf(name: string): string {
  return name.replace(/\.gz$/iu, '').toLowerCase();
}

function endingOf({ file }: FoundFile): string {
  return /\.[^.]*$/u.exec(file.name)?.[0].toLowerCase() ?? '';
}
