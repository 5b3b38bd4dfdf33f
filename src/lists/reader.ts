// What a list reader is. A reader knows one format; it turns the publisher's files into records, streaming, and
// accounts for every row: each is in a record, set aside with a reason, or the whole file is refused.
import type { ListRecord } from '../model/record.ts';
import type { FileHead, ListFile } from './list-file.ts';

/** What a reader says of a file that it knows. */
export interface Recognition {
  /** Which of the files of a list this is, for lists that come as several; `main` otherwise. */
  readonly part: string;
  /** The list, where the content (or failing that the name) tells it. */
  readonly dataset?: string;
}

/** One of the files of a list, with the part that it was recognised as. */
export interface PartFile {
  readonly part: string;
  readonly file: ListFile;
}

/** How the columns of a user's own list map onto FollowTheMoney; property name -> column headings. */
export type ColumnMap = Readonly<Record<string, string | readonly string[]>>;

export interface ReadInput {
  readonly dataset: string;
  readonly files: readonly PartFile[];
  /** Only for a user's own list: which column is what. */
  readonly columns?: ColumnMap;
}

/** What the caller says of a file before it is recognised; only readers of a user's own list look at it. */
export interface RecogniseHints {
  readonly columns?: ColumnMap;
}

/** Rows of the publisher's files, by part. */
export type RowCounts = Readonly<Record<string, number>>;

/** Something that could not be taken over: a whole row, or one value of a row whose text is kept in `notes`. */
export interface SetAside {
  readonly scope: 'row' | 'value';
  readonly file: string;
  /** Line of the file, from 1; undefined for formats without lines. */
  readonly line?: number;
  /** Row or element. */
  readonly at?: string;
  readonly reason: string;
  /**
   * Of a row: true if no listed party can be hidden behind it (a blank row, an address of no entry). Any other row
   * that is set aside makes the list incomplete, and an incomplete list clears nobody.
   * @default false
   */
  readonly isHarmless?: boolean;
  /** The text in question, cut to a readable length. */
  readonly text?: string;
}

export type ReadEvent =
  /** A party, made from these rows. */
  | { readonly kind: 'record'; readonly record: ListRecord; readonly rows: RowCounts }
  /** A row (or value) that is no party. `part` is given for rows, which are then accounted for. */
  | ({ readonly kind: 'set-aside'; readonly part?: string } & SetAside)
  /** The day of publication, where the file says it: `YYYY-MM-DD`. */
  | { readonly kind: 'published'; readonly day: string }
  /** How many rows (records, elements) the reader met in a file, counted apart from the events above. */
  | { readonly kind: 'total'; readonly part: string; readonly rows: number };

export interface ListReader {
  /** Stable name of the format, such as `ofac-csv`. */
  readonly format: string;
  /** What a person calls it. */
  readonly title: string;
  /** Goes up whenever the same file would give other records, so that what is stored is read again. */
  readonly version: number;
  /** Parts without which the list cannot be read. @default ['main'] */
  readonly required?: readonly string[];
  /** The dataset where every file of this format belongs to one. */
  readonly dataset?: string;
  /**
   * True for formats in which users write lists of their own. Almost any table looks like one, so the caller must
   * name the dataset (else LIST_DATASET_UNKNOWN), and not by the name of an official list.
   * @default false
   */
  readonly isOwnList?: boolean;
  /**
   * True for sample data that stands in for an official list until that is added.
   * @default false
   */
  readonly isStarter?: boolean;
  /** Says whether the file is of this format, from its beginning. Must be cheap and must not throw. */
  recognise(head: FileHead, hints?: RecogniseHints): Recognition | undefined;
  /**
   * Only for formats that the beginning cannot tell (archives such as .xlsx): asked after `recognise`, it may look at
   * the whole file. Must not throw: a file that cannot be read is not of the format.
   */
  confirm?(file: ListFile): Promise<boolean>;
  /**
   * Reads the files.
   * @throws InterdictError LIST_* with file, line and what was expected
   */
  read(input: ReadInput): AsyncGenerator<ReadEvent>;
}
