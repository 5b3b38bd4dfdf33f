// Puts things in order of the group that each belongs to, in time linear in their number.

/** The things of group g are order[at[g]] to order[at[g + 1]]. */
export interface GroupOrder {
  readonly at: Uint32Array;
  readonly order: Uint32Array;
}

/**
 * @param groupOf the group of each thing, from 0; one that is negative is in none
 * @param groups  how many groups there are
 * @returns the things by group, those of one group in their own order
 */
export function groupOrder(groupOf: ArrayLike<number>, groups: number): GroupOrder {
  const at = new Uint32Array(groups + 1);
  for (let thing = 0; thing < groupOf.length; thing++)
    if (groupOf[thing]! >= 0) at[groupOf[thing]! + 1]! += 1;
  for (let group = 0; group < groups; group++) at[group + 1]! += at[group]!;
  const next = at.slice();
  const order = new Uint32Array(at[groups]!);
  for (let thing = 0; thing < groupOf.length; thing++)
    if (groupOf[thing]! >= 0) order[next[groupOf[thing]!]!++] = thing;
  return { at, order };
}
