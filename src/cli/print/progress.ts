// How far something has come: on a terminal one line that is drawn again and again, elsewhere (a log, a pipe) a line
// at each tenth of what takes long.
import type { Output } from './output.ts';
import { printable, textWidth } from './text-width.ts';

/** Milliseconds between two drawings. */
const REDRAW_AFTER = 100;
/** What is done before this many milliseconds have passed needs no line in a log. */
const LOG_AFTER = 5_000;
/** A log gets a line after this many milliseconds even if no tenth is full. */
const LOG_EVERY = 30_000;
const BAR = 20;

export type ProgressUnit = 'bytes' | 'rows' | 'reports';

/** The progress of one thing after the other; the next begins with another label, or where less is done again. */
export class ProgressLine {
  readonly #output: Output;
  readonly #now: () => number;
  readonly #unit: ProgressUnit;
  #label: string | undefined;
  #done = 0;
  #started = 0;
  #before = 0;
  #drawn = Number.NEGATIVE_INFINITY;
  #logged = 0;
  #tenth = 0;
  #isShown = false;

  /** @param now milliseconds since any moment */
  constructor(output: Output, now: () => number, unit: ProgressUnit) {
    this.#output = output;
    this.#now = now;
    this.#unit = unit;
  }

  /**
   * @param total absent where it is not known
   * @param before what was done before it began (by a run that was cut off) and says nothing of its speed. @default 0
   */
  update(label: string, done: number, total?: number, before = 0): void {
    const now = this.#now();
    if (label !== this.#label || done < this.#done) {
      this.#label = label;
      this.#started = now;
      this.#logged = now;
      this.#tenth = total ? Math.floor((before / total) * 10) : 0;
    }
    this.#done = done;
    this.#before = before;
    if (this.#output.isTTY) this.#draw(label, done, total, now);
    else this.#log(label, done, total, now);
  }

  /** Takes the line away, so that other text can follow. */
  clear(): void {
    if (this.#isShown) this.#output.write('\r\u001B[K');
    this.#isShown = false;
  }

  #draw(label: string, done: number, total: number | undefined, now: number): void {
    if (now - this.#drawn < REDRAW_AFTER) return;
    this.#drawn = now;
    const figures = this.#figures(done, total, now);
    const start = `${printable(label)}  `;
    const filled = total ? Math.round((Math.min(done, total) / total) * BAR) : 0;
    const bar = total ? `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}  ` : '';
    // A line that wraps could not be drawn over; the bar is what can be spared.
    const room = this.#output.columns - 1;
    const full = start + bar + figures;
    const line = textWidth(full) <= room ? full : (start + figures).slice(0, room);
    this.#output.write(`\r${line}\u001B[K`);
    this.#isShown = true;
  }

  #log(label: string, done: number, total: number | undefined, now: number): void {
    const tenth = total ? Math.floor((done / total) * 10) : 0;
    const isDue = tenth > this.#tenth || now - this.#logged >= LOG_EVERY;
    if (!isDue || now - this.#started < LOG_AFTER) return;
    this.#tenth = tenth;
    this.#logged = now;
    this.#output.write(`${printable(label)}  ${this.#figures(done, total, now)}\n`);
  }

  #figures(done: number, total: number | undefined, now: number): string {
    const seconds = (now - this.#started) / 1000;
    const rate = seconds > 0 ? (done - this.#before) / seconds : 0;
    const parts = [total ? `${Math.floor((done / total) * 100)} %` : amount(done, this.#unit)];
    if (total && this.#unit !== 'bytes')
      parts.push(`${done.toLocaleString('en')} of ${amount(total, this.#unit)}`);
    if (rate > 0) parts.push(`${rateText(rate, this.#unit)}/s`);
    if (rate > 0 && total !== undefined) parts.push(`${timeText((total - done) / rate)} left`);
    return parts.join('  ');
  }
}

function amount(number: number, unit: ProgressUnit): string {
  if (unit !== 'bytes') return `${Math.round(number).toLocaleString('en')} ${unit}`;
  return `${(number / 1e6).toFixed(number < 1e7 ? 1 : 0)} MB`;
}

/** The figure alone where the unit stands before it already, so that there is room for the bar in 80 columns. */
function rateText(rate: number, unit: ProgressUnit): string {
  return unit === 'reports' ? rate.toFixed(rate < 10 ? 1 : 0) : amount(rate, unit);
}

/** `0:07`, `12:30`, `1:02:03`. */
function timeText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const clock = [minutes, whole % 60].map((part) => String(part).padStart(2, '0'));
  return hours > 0 ? [hours, ...clock].join(':') : clock.join(':').replace(/^0/u, '');
}
