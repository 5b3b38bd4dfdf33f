// How far a batch has come, as it happens. Rates and times are for whoever prints them: the engine has no clock.

export type BatchPhase =
  /** Reading the bytes: kind, encoding, hash. `done` is in bytes. */
  | 'examining'
  /** Reading the rows: how many there are. */
  | 'counting'
  | 'screening'
  /** Writing a workbook out of finished results. */
  | 'converting';

export interface BatchProgress {
  readonly phase: BatchPhase;
  /** Rows, or bytes while examining. */
  readonly done: number;
  readonly total?: number;
  /** Rows that an earlier, cut off run had done; they say nothing about this run's speed. */
  readonly resumed?: number;
}

export type ProgressListener = (progress: BatchProgress) => void;
