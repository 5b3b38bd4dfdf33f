// Where the parts of a diagram of relations stand: the party in the middle, its branches in a column on either side of
// it; in a narrow window the party on top and one column under it. All numbers are CSS pixels.
import type { RelatedNode } from '../../../api/types.ts';
import type { Branch } from './branches.ts';

/** Narrower than this, there is one column. */
const WIDE = 560;
const ROW = 44;
const HEADING = 26;
const GAP = 14;
const ROOT_WIDTH = 168;
const ROOT_HEIGHT = 56;
/** Between the box of the party and the columns. */
const REACH = 56;
const INDENT = 28;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: RelatedNode;
  readonly side: Side;
  /** The line from the party to it, as an SVG path. */
  readonly path: string;
}

export interface PlacedBranch extends Box {
  readonly branch: Branch;
  readonly side: Side;
  readonly nodes: readonly PlacedNode[];
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly root: Box;
  readonly branches: readonly PlacedBranch[];
}

export type Side = 'left' | 'right';

/** @param width of what the diagram may take */
export function layOut(branches: readonly Branch[], width: number): DiagramLayout {
  return width >= WIDE ? inTwoColumns(branches, width) : inOneColumn(branches, width);
}

function inTwoColumns(branches: readonly Branch[], width: number): DiagramLayout {
  const sides: Record<Side, Branch[]> = { right: [], left: [] };
  // One branch alone is shared out, so that a party with twenty ships has ten on each side.
  for (const branch of branches.length === 1 ? halves(branches) : branches) {
    const side = heightOf(sides.left) < heightOf(sides.right) ? 'left' : 'right';
    sides[side].push(branch);
  }
  const height = Math.max(heightOf(sides.left), heightOf(sides.right), ROOT_HEIGHT);
  const middle = width / 2;
  const root = {
    x: middle - ROOT_WIDTH / 2,
    y: (height - ROOT_HEIGHT) / 2,
    width: ROOT_WIDTH,
    height: ROOT_HEIGHT,
  };
  const columnWidth = middle - ROOT_WIDTH / 2 - REACH;
  const column = (side: Side): PlacedBranch[] => {
    const x = side === 'left' ? 0 : width - columnWidth;
    const from = { x: side === 'left' ? root.x : root.x + root.width, y: height / 2 };
    const top = (height - heightOf(sides[side])) / 2;
    return place(sides[side], side, { x, y: top, width: columnWidth }, from);
  };
  return { width, height, root, branches: [...column('left'), ...column('right')] };
}

function inOneColumn(branches: readonly Branch[], width: number): DiagramLayout {
  const root = { x: 0, y: 0, width, height: ROOT_HEIGHT };
  const top = ROOT_HEIGHT + GAP;
  const placed = place(
    branches,
    'right',
    { x: INDENT, y: top, width: width - INDENT },
    { x: INDENT / 2, y: ROOT_HEIGHT },
  );
  return { width, height: top + heightOf(branches), root, branches: placed };
}

function halves([branch]: readonly Branch[]): Branch[] {
  if (!branch || branch.nodes.length < 2) return branch ? [branch] : [];
  const half = Math.ceil(branch.nodes.length / 2);
  return [
    { ...branch, nodes: branch.nodes.slice(0, half) },
    { ...branch, nodes: branch.nodes.slice(half) },
  ];
}

function place(
  branches: readonly Branch[],
  side: Side,
  column: { readonly x: number; readonly y: number; readonly width: number },
  from: { readonly x: number; readonly y: number },
): PlacedBranch[] {
  let { y } = column;
  return branches.map((branch) => {
    const top = y;
    y += HEADING;
    const nodes = branch.nodes.map((node): PlacedNode => {
      const box = { x: column.x, y, width: column.width, height: ROW };
      y += ROW;
      const end = { x: side === 'left' ? column.x + column.width : column.x, y: box.y + ROW / 2 };
      return { node, side, ...box, path: line(from, end) };
    });
    y += GAP;
    return { branch, side, nodes, x: column.x, y: top, width: column.width, height: HEADING };
  });
}

/** A line that leaves and arrives level. */
function line(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const middle = (from.x + to.x) / 2;
  return `M ${from.x} ${from.y} C ${middle} ${from.y}, ${middle} ${to.y}, ${to.x} ${to.y}`;
}

function heightOf(branches: readonly Branch[]): number {
  return branches.reduce((sum, { nodes }) => sum + HEADING + nodes.length * ROW + GAP, 0);
}
