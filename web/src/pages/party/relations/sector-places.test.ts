import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorPlaces } from './sector-places.ts';

describe('places around a party with many relations', () => {
  it('gives each its own, none too near to another', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (given) => {
        const places = sectorPlaces(given);
        expect(places.map(({ length }) => length)).toEqual(given);
        const all = places.flat();
        for (const [at, { x, y }] of all.entries()) {
          expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(1 - 1e-9);
          const distances = all.slice(at + 1).map((other) => Math.hypot(x - other.x, y - other.y));
          expect(Math.min(1, ...distances)).toBeGreaterThan(0.02);
        }
      }),
      { numRuns: 50 },
    );
  });
});
