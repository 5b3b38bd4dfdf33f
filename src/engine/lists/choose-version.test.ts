import { describe, expect, it } from 'vitest';
import { versionOfText } from '../../../test/fixtures/stored-versions.ts';
import type { ListVersion } from '../../cases/ports.ts';
import { namedVersion, versionsInForce } from './choose-version.ts';

const make = (text: string, published: string, more: Partial<ListVersion> = {}) =>
  versionOfText(text, { published, ...more });

describe('the version in force on a day', () => {
  const march28 = make('a', '2023-03-28');
  const march30 = make('b', '2023-03-30');

  it('is the last one published by then, of each list', () => {
    const un = make('c', '2023-01-01', { dataset: 'un' });
    const days = (asOf: string) =>
      versionsInForce([march30, un, march28], asOf).map(
        (version) => `${version.dataset} ${version.published}`,
      );
    expect(days('2023-03-27')).toEqual(['un 2023-01-01']);
    expect(days('2023-03-28')).toEqual(['un 2023-01-01', 'xx_test 2023-03-28']);
    expect(days('2023-03-29').at(-1)).toBe('xx_test 2023-03-28');
    expect(days('2023-03-30').at(-1)).toBe('xx_test 2023-03-30');
    expect(days('2022-12-31')).toEqual([]);
  });

  it('is not one that is held', () => {
    expect(versionsInForce([march28, { ...march30, status: 'held' }], '2023-04-01')).toEqual([march28]);
  });

  it('is an official one before starter data, whatever their days', () => {
    const starter = make('s', '2023-12-28', { isStarter: true });
    expect(versionsInForce([march28, starter], '2024-01-01')).toEqual([march28]);
    expect(versionsInForce([starter], '2024-01-01')).toEqual([starter]);
    expect(versionsInForce([make('t', '2024-02-01'), starter], '2024-01-01')).toEqual([starter]);
  });

  it('is the one that came later, of two of one day', () => {
    const again = make('d', '2023-03-30', { retrievedAt: '2024-02-01T00:00:00.000Z' });
    expect(versionsInForce([again, march30], '2023-04-01')).toEqual([again]);
  });
});

describe('a version by name', () => {
  const versions = [make('a', '2023-03-28'), make('b', '2023-03-30', { status: 'held' })];
  const [first, second] = versions as [ListVersion, ListVersion];

  it('is found by a day, held or not, and by the beginning of its hash', () => {
    expect(namedVersion(versions, 'x', '2023-03-29')).toBe(first);
    expect(namedVersion(versions, 'x', '2023-03-30')).toBe(second);
    expect(namedVersion(versions, 'x', first.version)).toBe(first);
    expect(namedVersion(versions, 'x', first.version.slice(7, 13).toUpperCase())).toBe(first);
  });

  it.each([
    ['2023-03-27', 'No stored version of x was published by 2023-03-27.'],
    ['abc', '"abc" is neither a day nor the beginning of the hash (four digits or more) of a version of x.'],
    [
      'ffffffff',
      '"ffffffff" is neither a day nor the beginning of the hash (four digits or more) of a version of x.',
    ],
  ])('is not found by %s', (name, message) => {
    expect(() => namedVersion(versions, 'x', name)).toThrow(
      expect.objectContaining({ code: 'LIST_VERSION_UNKNOWN', message }),
    );
  });

  it('is not guessed where several answer to it', () => {
    const twins = [first, { ...second, version: first.version.replace(/.$/u, 'f') }];
    expect(() => namedVersion(twins, 'x', first.version.slice(0, 20))).toThrow(/beginning of 2 versions/u);
  });
});
