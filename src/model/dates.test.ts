import { describe, expect, it } from 'vitest';
import { dayOfExcelSerial, daysBetween, parseDates, parseDay } from './dates.ts';

describe('dates as lists write them', () => {
  it.each([
    ['07 May 1966', ['1966-05-07']],
    ['7 May 1966', ['1966-05-07']],
    ['May 1966', ['1966-05']],
    ['1966', ['1966']],
    ['circa 1966', ['1966']],
    ['Approximately 1966', ['1966']],
    ['c. 1966', ['1966']],
    ['circa May 1966', ['1966-05']],
    ['07/05/1966', ['1966-05-07']],
    ['00/05/1966', ['1966-05']],
    ['00/00/1966', ['1966']],
    ['1966-05-07', ['1966-05-07']],
    ['1969-7-16', ['1969-07-16']],
    ['1966-05-07T00:00:00', ['1966-05-07']],
    ['1966-00-00', ['1966']],
    ['1966 to 1968', ['1966', '1967', '1968']],
    ['1966-1968', ['1966', '1967', '1968']],
    ['Between 1966 and 1968', ['1966', '1967', '1968']],
    ['circa 1966 to 1968', ['1966', '1967', '1968']],
    ['01 Jan 1966 to 31 Dec 1967', ['1966', '1967']],
    ['1966 or 1968', ['1966', '1968']],
    ['07.05.1966', ['1966-05-07']],
    ['29 Feb 1967', []],
    ['unknown', []],
    ['', []],
    ['1900 to 1990', []],
  ])('%s', (text, dates) => {
    expect(parseDates(text)).toEqual(dates);
  });

  it('reads all-figures dates in the order that the list uses', () => {
    expect(parseDates('06/07/2022', 'month-first')).toEqual(['2022-06-07']);
    expect(parseDates('06/07/2022', 'day-first')).toEqual(['2022-07-06']);
    expect(parseDates('06/19/2003', 'month-first')).toEqual(['2003-06-19']);
    expect(parseDates('06/19/2003', 'day-first')).toEqual([]);
  });

  it('takes only a whole day for a publication day', () => {
    expect(parseDay('10/04/2025')).toBe('2025-04-10');
    expect(parseDay('April 2025')).toBeUndefined();
  });

  it('knows serials of Excel', () => {
    expect(dayOfExcelSerial(24234)).toBe('1966-05-07');
  });

  it('counts days across a leap day and a change of clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-03-24', '2023-03-28')).toBe(4);
    expect(daysBetween('2023-03-28', '2023-03-24')).toBe(-4);
  });
});
