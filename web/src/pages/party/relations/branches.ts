// The relations of one party as branches: those of one kind and one direction together.
import type { PartyDetails, RelatedNode } from '../../../api/types.ts';

export interface Branch {
  /** What the lists call the relation. */
  readonly label: string;
  /** True if it goes from the party to the others. */
  readonly isOutgoing: boolean;
  readonly nodes: readonly RelatedNode[];
}

/** Branches with the most nodes first; each other party once in a branch, whatever number of lists tell of it. */
export function branchesOf({
  id,
  relations,
  nodes,
}: Pick<PartyDetails, 'id' | 'relations' | 'nodes'>): Branch[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const branches = new Map<string, { label: string; isOutgoing: boolean; nodes: Set<RelatedNode> }>();
  for (const { from, to, label } of relations) {
    const isOutgoing = from === id;
    const node = known.get(isOutgoing ? to : from);
    if (!node) continue;
    const key = `${isOutgoing}/${label}`;
    const branch = branches.get(key) ?? { label, isOutgoing, nodes: new Set() };
    branch.nodes.add(node);
    branches.set(key, branch);
  }
  return [...branches.values()]
    .map((branch) => ({ ...branch, nodes: [...branch.nodes] }))
    .sort((left, right) => right.nodes.length - left.nodes.length);
}

/** How a branch reads beside the party: "Linked to →" or "← Linked to". */
export function branchWords({ label, isOutgoing }: Branch): string {
  return isOutgoing ? `${label}, from this party` : `${label}, to this party`;
}
