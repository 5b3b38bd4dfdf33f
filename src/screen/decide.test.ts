import { describe, expect, it } from 'vitest';
import type { ListUse } from '../model/screening.ts';
import { decide } from './decide.ts';
import { POLICY_V1 } from './policy/v1.ts';

const fresh: ListUse = {
  dataset: 'us_ofac_sdn',
  version: 'sha256:1',
  published: '2026-11-20',
  age_days: 2,
  state: 'fresh',
  required: true,
};
const decideOn = (scores: readonly number[], lists: readonly ListUse[]) =>
  decide(
    scores.map((score, at) => ({ id: `us_ofac_sdn-${at}`, caption: 'A Party', score })),
    lists,
    POLICY_V1,
  );

describe('the decision', () => {
  it('is clear only with every required list fresh and no result', () => {
    expect(decideOn([], [fresh]).decision).toBe('clear');
    expect(decideOn([0.3], [fresh]).decision).toBe('clear');
  });

  it.each(['stale', 'missing', 'incomplete', 'starter'] as const)(
    'is never clear with a required list that is %s',
    (state) => {
      const { decision, reasons } = decideOn([], [fresh, { ...fresh, dataset: 'un_sc_sanctions', state }]);
      expect(decision).toBe('undetermined');
      expect(reasons.join(' ')).toContain('un_sc_sanctions');
    },
  );

  it('is not held up by a list that nobody requires', () => {
    expect(
      decideOn([], [fresh, { ...fresh, dataset: 'own', state: 'stale', required: false }]).decision,
    ).toBe('clear');
  });

  it('is never clear where no list is required at all', () => {
    expect(decideOn([], []).decision).toBe('undetermined');
  });

  it('stops and asks for review by the thresholds of the policy, and still names the gaps', () => {
    expect(decideOn([0.95], [fresh]).decision).toBe('stop');
    expect(decideOn([0.6], [fresh]).decision).toBe('review');
    const { decision, reasons } = decideOn([0.95], [{ ...fresh, state: 'missing' }]);
    expect(decision).toBe('stop');
    expect(reasons.at(-1)).toContain('is missing');
  });
});
