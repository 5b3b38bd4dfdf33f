import { beforeEach, describe, expect, it } from 'vitest';
import { outputTo } from './output.ts';
import { ProgressLine, type ProgressUnit } from './progress.ts';

let text: string;
let now: number;
beforeEach(() => {
  text = '';
  now = 0;
});

function progress(isTTY: boolean, columns = 80, unit: ProgressUnit = 'bytes'): ProgressLine {
  const stream = { write: (more: string) => (text += more), isTTY, columns };
  return new ProgressLine(outputTo(stream, {}), () => now, unit);
}

/** The line as the terminal shows it. */
function shown(): string {
  return (text.split('\r').at(-1) ?? '').replace('\u001B[K', '');
}

describe('progress on a terminal', () => {
  it('is one line with the rate and the time left, and goes away', () => {
    const line = progress(true);
    line.update('us_ofac_sdn', 0, 10_000_000);
    now = 2000;
    line.update('us_ofac_sdn', 5_000_000, 10_000_000);
    expect(shown()).toBe('us_ofac_sdn  ██████████░░░░░░░░░░  50 %  2.5 MB/s  0:02 left');
    line.clear();
    expect(shown()).toBe('');
    expect(text).not.toContain('\n');
  });

  it('of thousands of reports has room for its bar in 80 columns', () => {
    const line = progress(true, 80, 'reports');
    line.update('reading', 0, 10_000);
    now = 50_000;
    line.update('reading', 4_500, 10_000, 500);
    expect(shown()).toBe('reading  █████████░░░░░░░░░░░  45 %  4,500 of 10,000 reports  80/s  1:09 left');
    expect(shown().length).toBeLessThan(80);
  });

  it('is drawn ten times a second at most', () => {
    const line = progress(true);
    for (now = 0; now < 1000; now += 10) line.update('a', now, 1000);
    expect(text.split('\r').length - 1).toBe(10);
  });

  it('spares the bar where there is no room for it, and stays on the line', () => {
    const line = progress(true, 40);
    now = 1000;
    line.update('us_ofac_sdn', 1, 2);
    now = 3000;
    line.update('us_ofac_sdn', 1, 2);
    expect(shown().length).toBeLessThan(40);
    expect(shown()).not.toContain('█');
  });

  it('begins anew with the next thing, also with one of the same name', () => {
    const line = progress(true);
    line.update('a', 0, 10);
    now = 1000;
    line.update('a', 10, 10);
    now = 2000;
    line.update('a', 1, 10);
    now = 3000;
    line.update('a', 2, 10);
    expect(shown()).toContain('20 %');
    expect(shown()).toContain('0:04 left');
  });
});

describe('progress in a log', () => {
  it('says nothing of what takes a moment', () => {
    const line = progress(false);
    for (now = 0; now < 4000; now += 100) line.update('a', now, 4000);
    line.clear();
    expect(text).toBe('');
  });

  it('is a line at each tenth of what takes long', () => {
    const line = progress(false);
    for (now = 0; now <= 20_000; now += 100) line.update('a', now * 1e6, 20_000 * 1e6);
    expect(text.trimEnd().split('\n')).toHaveLength(9);
    expect(text).toMatch(/^a {2}25 % /u);
    expect(text).not.toContain('\r');
  });
});
