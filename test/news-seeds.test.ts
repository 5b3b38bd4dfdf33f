// The two reports that the reading of news began from, held against a careful reader's annotation. They are not part of
// the repository; where the folder beside it is absent, these tests are left out and say so.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findingRow,
  forbiddenRows,
  goldMode,
  isGraveInside,
  type Mode,
  matchRows,
  pipelineMode,
} from '../bench/support/judge-findings.ts';
import { type Gold, readGold, SEED_FOLDER } from '../bench/support/seed-readings.ts';

const isHere = existsSync(SEED_FOLDER);
const name = isHere ? 'the two reports' : 'the two reports (left out: ../shared is not there)';

describe.skipIf(!isHere)(name, () => {
  const modes: readonly (readonly [string, (gold: Gold) => Mode | Promise<Mode>])[] = [
    ['as annotated', goldMode],
    ['as read', pipelineMode],
  ];
  for (const [how, make] of modes) {
    describe(how, () => {
      it('have at least nine of the ten graver contradictions inside them found', async () => {
        const gold = readGold();
        const mode = await make(gold);
        const rows = gold.inconsistencies.filter(isGraveInside).map((one) => findingRow(one, mode));
        expect(rows).toHaveLength(10);
        expect(rows.filter((row) => row.found === 'yes').length).toBeGreaterThanOrEqual(9);
      });

      it('contradict one another where the reader saw it', async () => {
        const gold = readGold();
        const mode = await make(gold);
        const across = gold.inconsistencies.filter((one) => ['X01', 'X02', 'X03', 'X04'].includes(one.id));
        expect(across.map((one) => findingRow(one, mode).found)).toEqual(['yes', 'yes', 'yes', 'yes']);
      });

      it('share the quotations and events that they share, from one origin each', async () => {
        const gold = readGold();
        const rows = matchRows(gold, await make(gold));
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row['origins of clusters'], String(row.id)).toBe('1');
          if (row.relation === 'same-quote') expect(row.joined, String(row.id)).toBe(row.pairs);
          if (row.relation === 'same-event')
            expect(Number(row.joined), String(row.id)).toBeGreaterThanOrEqual(0.6 * Number(row.pairs));
        }
        expect(rows.find((row) => row.id === 'M08')?.joined).toBe(0);
      });

      it('are never made to say what they must not', async () => {
        const gold = readGold();
        const rows = forbiddenRows(gold, await make(gold));
        expect(rows.map((row) => row.said)).toEqual(Array(6).fill('never'));
      });
    });
  }
});
