import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Branch } from './branches.ts';
import { type Box, layOut } from './diagram-layout.ts';

const branches = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 })
  .map((counts) => counts.map((count, at): Branch => branchOf(`kind ${at}`, count)));

function branchOf(label: string, count: number): Branch {
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `${label}/${at}`,
    caption: `Party ${at}`,
    schema: 'Person' as const,
    isListed: true,
  }));
  return { label, isOutgoing: true, nodes };
}

function overlap(one: Box, other: Box): boolean {
  const isApart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !isApart;
}

describe('the diagram of relations', () => {
  it('places every party once, inside the picture, and nothing over anything else', () => {
    fc.assert(
      fc.property(branches, fc.integer({ min: 280, max: 1200 }), (given, width) => {
        const { height, root, branches: placed } = layOut(given, width);
        const ids = placed.flatMap(({ nodes }) => nodes.map(({ node }) => node.id));
        expect(ids.toSorted()).toEqual(given.flatMap(({ nodes }) => nodes.map(({ id }) => id)).toSorted());
        const boxes: Box[] = [root, ...placed, ...placed.flatMap(({ nodes }) => nodes)];
        for (const [at, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-9);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-9);
          expect(box.width).toBeGreaterThan(80);
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
    );
  });

  it('shares a single branch out to both sides where there is room, and stands in one column where not', () => {
    const one = [branchOf('owner of', 7)];
    const sides = (width: number) =>
      layOut(one, width).branches.map(({ side, nodes }) => [side, nodes.length]);
    expect(sides(700)).toEqual([
      ['left', 3],
      ['right', 4],
    ]);
    expect(sides(343)).toEqual([['right', 7]]);
  });
});
