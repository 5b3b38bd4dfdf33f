// How a batch's progress is printed: on a terminal one line that is redrawn, elsewhere (a log, a pipe) a line at each
// tenth of the rows, or after half a minute.
import type { BatchPhase, BatchProgress } from '../../engine/batch/progress.ts';
import type { Output } from '../print/output.ts';

const REDRAW_MILLISECONDS = 100;
const LOG_MILLISECONDS = 30_000;
const BAR_CHARACTERS = 24;

const PHASES: Readonly<Record<BatchPhase, string>> = {
  examining: 'examining',
  counting: 'counting rows',
  screening: 'screening',
  converting: 'writing the workbook',
};

export class BatchProgressPrinter {
  readonly #to: Output;
  readonly #now: () => number;
  #phase: BatchPhase | undefined;
  #phaseStarted = 0;
  #printed = 0;
  #tenth = 0;
  #isDrawn = false;

  /** @param now milliseconds since any moment */
  constructor(to: Output, now: () => number) {
    this.#to = to;
    this.#now = now;
  }

  update(progress: BatchProgress): void {
    const now = this.#now();
    if (progress.phase !== this.#phase) {
      this.#phase = progress.phase;
      this.#phaseStarted = now;
      this.#printed = now;
      this.#tenth = 0;
    }
    if (this.#to.isTTY) this.#draw(progress, now);
    else this.#log(progress, now);
  }

  /** Takes the drawn line away. */
  end(): void {
    if (this.#isDrawn) this.#to.write('\r\u001B[K');
    this.#isDrawn = false;
  }

  #draw(progress: BatchProgress, now: number): void {
    if (this.#isDrawn && now - this.#printed < REDRAW_MILLISECONDS) return;
    const { done, total } = progress;
    const filled = total ? Math.floor((done / total) * BAR_CHARACTERS) : 0;
    const bar = total ? ` [${'#'.repeat(filled)}${' '.repeat(BAR_CHARACTERS - filled)}]` : '';
    const line = `${PHASES[progress.phase]}${bar} ${this.#figures(progress, now)}`;
    // A line that wraps could not be redrawn.
    this.#to.write(`\r${line.slice(0, this.#to.columns - 1)}\u001B[K`);
    this.#isDrawn = true;
    this.#printed = now;
  }

  #log(progress: BatchProgress, now: number): void {
    const { done, total } = progress;
    const tenth = total ? Math.floor((done / total) * 10) : 0;
    const isDue = tenth > this.#tenth || now - this.#printed >= LOG_MILLISECONDS;
    if (!isDue) return;
    this.#tenth = tenth;
    this.#printed = now;
    this.#to.write(`${PHASES[progress.phase]}: ${this.#figures(progress, now)}\n`);
  }

  #figures({ phase, done, total, resumed = 0 }: BatchProgress, now: number): string {
    if (phase === 'examining') return `${Math.floor(done / 1_000_000).toLocaleString('en')} MB`;
    const rows = done.toLocaleString('en');
    if (total === undefined) return `${rows} rows`;
    const seconds = (now - this.#phaseStarted) / 1000;
    const rate = seconds > 0 ? (done - resumed) / seconds : 0;
    const percent = Math.floor((done / total) * 100);
    const shown = `${percent}% ${rows} of ${total.toLocaleString('en')} rows`;
    if (rate === 0) return shown;
    const pace = rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en');
    return `${shown}, ${pace} rows/s, ${timeLeft((total - done) / rate)} left`;
  }
}

/** Whole seconds, or minutes and hours where they say more. */
function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
