import { describe, expect, it } from 'vitest';
import { versionOfText } from '../../../test/fixtures/stored-versions.ts';
import type { ListVersion } from '../../cases/ports.ts';
import { ageInDays, listUses } from './list-use.ts';

const make = (text: string, published: string, more: Partial<ListVersion> = {}) =>
  versionOfText(text, { dataset: 'eu_fsf', published, ...more });
const profile = { requires: ['eu_fsf'] };

function stateOn(asOf: string, ...versions: ListVersion[]) {
  return listUses(versions, profile, asOf)[0]?.state;
}

describe('the age of a version', () => {
  const old = make('a', '2023-01-01');

  it('counts from its publication', () => {
    expect(ageInDays(old, [old], '2023-01-11')).toBe(10);
    expect(ageInDays(old, [old], '2023-01-01')).toBe(0);
  });

  it('counts from the last day on which its publisher still served it', () => {
    const served = { ...old, confirmedAt: '2023-01-09T23:00:00.000Z' };
    expect(ageInDays(served, [served], '2023-01-11')).toBe(2);
    expect(ageInDays(served, [served], '2023-01-05')).toBe(0);
  });

  it('is nothing before the next stored version was published, and counts from the day before it', () => {
    const next = make('b', '2023-07-01', { status: 'held' });
    expect(ageInDays(old, [old, next], '2023-06-30')).toBe(0);
    expect(ageInDays(old, [next, old], '2023-07-10')).toBe(10);
  });

  it('is not changed by starter data that came later', () => {
    const starter = make('s', '2023-07-01', { isStarter: true });
    expect(ageInDays(old, [old, starter], '2023-01-11')).toBe(10);
  });
});

describe('the state of a list', () => {
  it('is fresh up to four days, and stale after', () => {
    const friday = make('a', '2024-05-03');
    expect(stateOn('2024-05-07', friday)).toBe('fresh');
    expect(stateOn('2024-05-08', friday)).toBe('stale');
  });

  it('follows the ages that the profile sets', () => {
    const version = make('a', '2024-05-03');
    const state = (maxAgeDays: number | Record<string, number>, asOf: string) =>
      listUses([version], { ...profile, maxAgeDays }, asOf)[0]?.state;
    expect(state(0, '2024-05-03')).toBe('fresh');
    expect(state(0, '2024-05-04')).toBe('stale');
    expect(state({ eu_fsf: 30 }, '2024-06-01')).toBe('fresh');
    expect(state({ other: 30 }, '2024-06-01')).toBe('stale');
  });

  it('is missing, starter or incomplete, whatever the age', () => {
    expect(stateOn('2024-05-03')).toBe('missing');
    expect(stateOn('2024-05-02', make('a', '2024-05-03'))).toBe('missing');
    expect(stateOn('2024-05-03', make('a', '2024-05-03', { isStarter: true }))).toBe('starter');
    expect(stateOn('2024-05-03', make('a', '2024-05-03', { rowsSetAside: 2, rowsLost: 1 }))).toBe(
      'incomplete',
    );
    expect(stateOn('2024-05-03', make('a', '2024-05-03', { rowsSetAside: 2, rowsLost: 0 }))).toBe('fresh');
  });

  it('is told with what was asked, required lists first', () => {
    const un = versionOfText('u', { dataset: 'un_sc_sanctions', published: '2024-05-01' });
    const eu = make('a', '2024-05-03');
    expect(listUses([un, eu], profile, '2024-05-04')).toEqual([
      {
        dataset: 'eu_fsf',
        version: eu.version,
        published: '2024-05-03',
        entities: 2,
        age_days: 1,
        state: 'fresh',
        required: true,
      },
      expect.objectContaining({ dataset: 'un_sc_sanctions', state: 'fresh', required: false }),
    ]);
  });
});

describe('the UK list that was closed on 28 January 2026', () => {
  const uk = { requires: ['gb_fcdo_sanctions'] };
  const closed = versionOfText('h', {
    dataset: 'gb_hmt_sanctions',
    published: '2025-04-10',
    confirmedAt: '2026-01-30T00:00:00.000Z',
  });
  const current = versionOfText('f', { dataset: 'gb_fcdo_sanctions', published: '2026-01-20' });
  const used = (asOf: string, ...versions: ListVersion[]) =>
    listUses(versions, uk, asOf).map(
      (use) => `${use.dataset} ${use.state}${use.required ? ' required' : ''}`,
    );

  it('serves in place of its successor before that day, and not from then on', () => {
    expect(used('2026-01-27', closed)).toEqual(['gb_hmt_sanctions fresh required']);
    expect(used('2026-01-28', closed)).toEqual([
      'gb_fcdo_sanctions missing required',
      'gb_hmt_sanctions fresh',
    ]);
  });

  it('serves only where its successor is not the better one', () => {
    expect(used('2026-01-21', closed, current)).toEqual([
      'gb_fcdo_sanctions fresh required',
      'gb_hmt_sanctions fresh',
    ]);
    expect(used('2026-01-27', closed, current)).toEqual([
      'gb_hmt_sanctions fresh required',
      'gb_fcdo_sanctions stale',
    ]);
  });
});
