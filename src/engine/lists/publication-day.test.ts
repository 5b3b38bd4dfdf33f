import { describe, expect, it } from 'vitest';
import { checkDay, publicationDay } from './publication-day.ts';

const NOW = new Date('2024-06-15T12:00:00Z');

describe('the day of publication', () => {
  it('is what the file says before all else', () => {
    const said = { file: '2024-01-01', option: '2024-01-02', names: ['2024-01-03'], server: '2024-01-04' };
    expect(publicationDay(said, NOW, 'x')).toEqual({ day: '2024-01-01', source: 'file' });
  });

  it('is then what the user says, then the nearest name with a day, then the day of the server', () => {
    const names = ['sdn.csv', 'sdn-2023-12-28', 'backup-2024-05-05'];
    expect(publicationDay({ option: '2024-01-02', names, server: '2024-01-04' }, NOW, 'x').day).toBe(
      '2024-01-02',
    );
    expect(publicationDay({ names, server: '2024-01-04' }, NOW, 'x')).toEqual({
      day: '2023-12-28',
      source: 'name',
      name: 'sdn-2023-12-28',
    });
    expect(publicationDay({ names: [], server: '2024-01-04' }, NOW, 'x')).toEqual({
      day: '2024-01-04',
      source: 'server',
    });
  });

  it.each([
    [
      'a month',
      ['dfat-2024-12'],
      'x does not say when it was published. The folder tells only the month (2024-12).',
    ],
    ['a day that is none', ['list-2024-02-30'], 'x does not say when it was published.'],
    ['part of a number', ['id-12024-02-301'], 'x does not say when it was published.'],
    ['nothing', ['lists'], 'x does not say when it was published.'],
  ])('is missing where the name tells only %s', (_, names, message) => {
    expect(() => publicationDay({ names }, NOW, 'x')).toThrow(
      expect.objectContaining({ code: 'LIST_DATE_MISSING', message }),
    );
  });

  it('may be tomorrow, since it may be tomorrow already where the publisher is, but not later', () => {
    expect(publicationDay({ file: '2024-06-16', names: [] }, NOW, 'x').day).toBe('2024-06-16');
    expect(() => publicationDay({ file: '2024-06-17', names: [] }, NOW, 'x')).toThrow(
      expect.objectContaining({ code: 'LIST_DATE_INVALID' }),
    );
  });

  it.each(['2023-3-30', '30.03.2023', '2023-02-29', 'today', ''])('is not "%s"', (text) => {
    expect(() => checkDay(text)).toThrow(expect.objectContaining({ code: 'LIST_DATE_INVALID' }));
  });
});
