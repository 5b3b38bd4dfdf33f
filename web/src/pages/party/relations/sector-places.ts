// Places around a middle: each branch has a sector as wide as its share of the nodes, filled ring after ring.
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Nodes on the innermost ring of a whole turn; ring n has n times as many, so that all stand equally close. */
const FIRST_RING = 16;

/**
 * @param counts nodes of each branch
 * @returns places of the nodes of each branch; the innermost ring has the radius 1
 */
export function sectorPlaces(counts: readonly number[]): Place[][] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let start = 0;
  return counts.map((count) => {
    const share = count / total;
    const from = start;
    start += share;
    return ringsOf(count, share).flatMap((size, ring) =>
      Array.from({ length: size }, (_, at) => {
        const angle = 2 * Math.PI * (from + (share * (at + 0.5)) / size);
        return { x: (ring + 1) * Math.cos(angle), y: (ring + 1) * Math.sin(angle) };
      }),
    );
  });
}

/** How many nodes stand on each ring of a sector. */
function ringsOf(count: number, share: number): number[] {
  const rings: number[] = [];
  for (let left = count, ring = 1; left > 0; ring += 1) {
    const size = Math.min(left, Math.max(1, Math.floor(FIRST_RING * ring * share)));
    rings.push(size);
    left -= size;
  }
  return rings;
}
