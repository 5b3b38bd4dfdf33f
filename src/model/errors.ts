// Every error that Interdict raises on purpose, in one table of stable codes. A code, once released, is never
// reused for another meaning. docs/reference/errors.md is generated from this table.

/** What a code means and what the reader of the message should do. */
export interface ErrorEntry {
  readonly meaning: string;
  readonly remedy: string;
}

export const ERRORS = {
  LIST_FORMAT_UNKNOWN: {
    meaning: 'The content of the file matches no list format that Interdict reads.',
    remedy:
      'Check that the file is an official list and not a web page or an archive of several; for a list of your own, describe its columns with --map.',
  },
  LIST_DATASET_UNKNOWN: {
    meaning: 'The file does not say which list it is, or the name given is not one that is known.',
    remedy: 'Name the list with --dataset, as docs/lists.md spells it.',
  },
  LIST_DATE_MISSING: {
    meaning: 'The file does not say when it was published.',
    remedy: 'Give the date with --published YYYY-MM-DD.',
  },
  LIST_DATE_INVALID: {
    meaning: 'A publication date cannot be true: it is malformed or lies in the future.',
    remedy: 'Give the date as YYYY-MM-DD.',
  },
  LIST_EMPTY: {
    meaning: 'The file holds no bytes, or no record.',
    remedy: 'Fetch the file again. The version in use stays in use.',
  },
  LIST_TRUNCATED: {
    meaning: 'The file ends before its end.',
    remedy: 'Fetch the file again. The version in use stays in use.',
  },
  LIST_MALFORMED: {
    meaning: 'The file breaks the rules of its own format.',
    remedy:
      'Fetch the file again; if it stays so, report it to its publisher. The version in use stays in use.',
  },
  LIST_WRONG_FORMAT: {
    meaning: 'The file is of another format than its place or its beginning promised.',
    remedy:
      'Check the address: publishers answer with a web page when a file has moved. The version in use stays in use.',
  },
  LIST_COUNT_WRONG: {
    meaning: 'The file holds another number of records than it says itself.',
    remedy: 'Fetch the file again. The version in use stays in use.',
  },
  LIST_PART_MISSING: {
    meaning: 'A list that comes as several files was given without one that cannot be left out.',
    remedy: 'Give all files of the list in one command, or the folder that holds them.',
  },
  LIST_PART_DOUBLED: {
    meaning: 'Two files are the same part of one list.',
    remedy: 'Give only the files of one version, or lay each version in a folder of its own.',
  },
  LIST_SHRUNK: {
    meaning: 'The new version holds over a tenth fewer records than the version in use, so it is held back.',
    remedy:
      'Look at `interdict lists diff`; if the publisher did remove them, run `interdict lists confirm`.',
  },
  LIST_HELD: {
    meaning: 'The version was stored to be looked at first; it is not in use until a person confirms it.',
    remedy:
      'Look at `interdict lists set-aside` and `interdict lists diff`; if it is right, run `interdict lists confirm`.',
  },
  LIST_VERSION_UNKNOWN: {
    meaning: 'No stored version of the list answers to that date or hash.',
    remedy: 'See `interdict lists history DATASET` for the versions that are stored.',
  },
  LIST_NOT_STORED: {
    meaning: 'No version of that list has been added yet.',
    remedy: 'Add one with `interdict lists add` or `interdict lists update`.',
  },
  LIST_NO_ADDRESS: {
    meaning: 'No address is known from which the list could be fetched.',
    remedy:
      "Fetch the file from the publisher's page and add it with `interdict lists add`, or set its address in config.yml.",
  },
  FETCH_FAILED: {
    meaning: 'A list or report could not be fetched: no connection, or the publisher answered with an error.',
    remedy:
      'Try again later, or add a file by hand with `interdict lists add`. The version in use stays in use.',
  },
  FETCH_TIMEOUT: {
    meaning: 'The publisher did not send the list or report in time.',
    remedy: 'Try again later, or raise the time limit. The version in use stays in use.',
  },
  FETCH_TOO_LARGE: {
    meaning: 'The publisher sent more bytes than the limit for that list, or for a report.',
    remedy: 'Check the address; raise `maxBytes` for the list in the configuration if the size is right.',
  },
  FETCH_LENGTH_WRONG: {
    meaning: 'The publisher sent fewer or more bytes than it announced.',
    remedy: 'Try again later. The version in use stays in use.',
  },
  FETCH_REFUSED_ADDRESS: {
    meaning: 'The address is not one that lists or reports are fetched from (only http and https).',
    remedy: 'Correct the address.',
  },
  ARTICLE_EMPTY: {
    meaning: 'A report holds no text.',
    remedy:
      'Check that the file or address is the report itself; scanned pages must be made into text first.',
  },
  ARTICLE_TOO_LARGE: {
    meaning: 'A report has more bytes, characters, pages or items than the limit for its kind.',
    remedy: 'Split it, or save the article alone as text.',
  },
  ARTICLE_KIND_UNKNOWN: {
    meaning: 'A report is of no kind that can be read (text, HTML, RSS, Atom, RDF, JSON Feed, PDF).',
    remedy: 'Save it as text, HTML or PDF.',
  },
  ARTICLE_MALFORMED: {
    meaning: 'A feed or PDF file breaks the rules of its own format.',
    remedy: 'Fetch it again, or save the article as text.',
  },
  ARTICLE_UNSAFE: {
    meaning: 'A page or feed is built as only those are that are made to break their readers.',
    remedy: 'Do not trust its source. If it is a real report, save its text.',
  },
  FETCH_PRIVATE_ADDRESS: {
    meaning: 'The address of a report leads into a private network or to this machine, so it is not asked.',
    remedy: 'Give the address of a public page, or save the page and read the file.',
  },
  MODEL_UNAVAILABLE: {
    meaning: 'The language model that is configured cannot be reached, refuses, or does not answer in time.',
    remedy: 'Check its address, model and key in config.yml; reading works without it.',
  },
  MODEL_ANSWER_INVALID: {
    meaning: 'The language model answered with something other than what it was asked for.',
    remedy: 'Try another model, or read without one.',
  },
  QUERY_INVALID: {
    meaning: 'A query cannot be screened as it stands.',
    remedy: 'Correct the field that the message names.',
  },
  SCHEMA_UNKNOWN: {
    meaning: 'A schema or property is not one of FollowTheMoney.',
    remedy: 'Use the names that docs/reference/model.md lists.',
  },
  FILE_UNREADABLE: {
    meaning: 'A file cannot be opened, read or written.',
    remedy: 'Check the path and the rights on it.',
  },
  BATCH_COLUMNS: {
    meaning: 'No column of the file could be taken for the name of the party.',
    remedy: 'Say which column it is: --map name="Column heading".',
  },
  BATCH_RESUME_MISMATCH: {
    meaning: 'The unfinished run beside the result file belongs to another input, map or list set.',
    remedy: 'Finish it with the same command, choose another output, or start over with --restart.',
  },
  BATCH_INPUT: {
    meaning:
      'The file of parties holds no rows, or is no table that can be read, or changed while it was read.',
    remedy: 'Give it as CSV, JSON lines or XLSX, with a header and at least one row.',
  },
  BATCH_DATE_ORDER: {
    meaning: 'Dates of the file can only be read month first, and nothing was said about their order.',
    remedy: 'Say --date-order month-first, or --date-order day-first if it is day first all the same.',
  },
  BATCH_OUTPUT_EXISTS: {
    meaning: 'The result file is there already and would be overwritten.',
    remedy: 'Choose another output, or replace it with --force.',
  },
  BATCH_BUSY: {
    meaning: 'Another process is writing the same results.',
    remedy: 'Wait for it, or choose another output; if there is no such process, remove the lock file named.',
  },
  CONFIG_INVALID: {
    meaning: 'The configuration file holds a setting that is unknown or of the wrong kind.',
    remedy: 'Correct the setting at the place named.',
  },
  STORE_NEWER: {
    meaning: 'The store was written by a newer Interdict.',
    remedy: 'Run that newer version, or another home (INTERDICT_HOME).',
  },
  STORE_DAMAGED: {
    meaning: 'Something in the store does not agree with its hash, or is missing.',
    remedy: 'Restore the home from a backup, or add the list again from the publisher.',
  },
  LINK_UNKNOWN: {
    meaning: 'There is no such link between two listed parties.',
    remedy: 'See `interdict links` for those there are.',
  },
  PARTY_UNKNOWN: {
    meaning: 'No listed party has that id.',
    remedy: 'Screen or search for the party by its name; ids change only if its publisher changes them.',
  },
  REQUEST_INVALID: {
    meaning: 'A request to the server is not as the API describes it.',
    remedy: 'Correct the field that the message names; /docs describes every request.',
  },
  REQUEST_TOO_LARGE: {
    meaning: 'A request or a file in it has more bytes than the server takes.',
    remedy: 'Send less at once, or raise the limit where the server is started.',
  },
  REQUEST_REFUSED: {
    meaning: 'A request came in a way that a web page of somebody else could have caused.',
    remedy:
      'Use the address that the server was started with; if it has another name, allow it with --allow-host.',
  },
  TOO_MANY_REQUESTS: {
    meaning: 'More requests came from one place or with one key than are allowed.',
    remedy: 'Wait as long as the Retry-After header says.',
  },
  NOT_FOUND: {
    meaning: 'There is nothing at that address, or no longer.',
    remedy: 'Check the address; /docs lists all of them.',
  },
  KEY_REQUIRED: {
    meaning: 'The server answers only to those who show a key.',
    remedy: 'Send `Authorization: ApiKey KEY`, or sign in at /login. `interdict keys create` makes a key.',
  },
  KEY_INVALID: {
    meaning: 'The key shown is unknown, revoked or expired.',
    remedy: 'Check it, or make another with `interdict keys create`.',
  },
  KEY_SCOPE: {
    meaning: 'The key may not do that.',
    remedy: 'Make a key with the scope that the message names.',
  },
  KEY_UNKNOWN: {
    meaning: 'There is no key of that id.',
    remedy: 'See `interdict keys list`.',
  },
  SERVER_NEEDS_KEY: {
    meaning: 'The server would listen beyond this machine without anyone having to show a key.',
    remedy: 'Make a key first with `interdict keys create NAME`, or listen on 127.0.0.1.',
  },
  SERVER_ADDRESS: {
    meaning: 'The server cannot listen at that address.',
    remedy: 'Choose another port with --port, or end the program that has it.',
  },
  STORE_UNREACHABLE: {
    meaning: 'The database of the store does not answer, or refuses the name or the password.',
    remedy: 'Check DATABASE_URL and that the database is running.',
  },
  RECORD_UNKNOWN: {
    meaning: 'The record has no such entry.',
    remedy: 'See `interdict record list` for the entries there are.',
  },
  RECORD_FORGOTTEN: {
    meaning: 'What was asked and answered was deleted from the record by policy.',
    remedy:
      'The entry still says when it was, by whom, and with which lists; `interdict record show` prints it.',
  },
  RECORD_NOT_REPEATABLE: {
    meaning:
      'An entry of the record cannot be repeated: its kind cannot, or a list version that it asked is gone.',
    remedy: 'Add the list versions that the message names again, from a backup or from the publisher.',
  },
  ARTICLE_UNKNOWN: {
    meaning: 'No article with that id was read.',
    remedy:
      'Read the report with `interdict read`, or see `interdict claims --articles` for those there are.',
  },
  CLAIM_UNKNOWN: {
    meaning: 'There is no claim with that id.',
    remedy: 'See `interdict claims --article ID` for the claims of an article.',
  },
  INTERNAL: {
    meaning: 'Something happened that Interdict holds to be impossible.',
    remedy: 'Report it with the command and the message.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** Where in an input something is wrong. `line` and `column` count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

/**
 * The one error class. `message` says what is wrong in a sentence; `place` says where; the table above says what
 * to do about it. Catch it by `code`.
 */
export class InterdictError extends Error {
  override readonly name = 'InterdictError';
  readonly code: ErrorCode;
  readonly place: Place;

  constructor(code: ErrorCode, message: string, place: Place = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.place = place;
  }

  /** What the reader should do, from the table. */
  get remedy(): string {
    return ERRORS[this.code].remedy;
  }
}

/** A place as text: `file:line:column (field)`, leaving out what is unknown. */
export function formatPlace(place: Place): string {
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return [position, place.field ? `(${place.field})` : ''].filter(Boolean).join(' ');
}
