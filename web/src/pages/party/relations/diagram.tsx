// The relations as a picture: lines drawn under names that are links. It shows nothing that the list beside it does not
// say, so those who hear the page are spared it.
import { useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { partyAddress } from '../../../layout/addresses.ts';
import type { Branch } from './branches.ts';
import { type Box, layOut, type PlacedNode } from './diagram-layout.ts';

interface DiagramProps {
  readonly caption: string;
  readonly branches: readonly Branch[];
}

export function Diagram({ caption, branches }: DiagramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { height, root, branches: placed } = layOut(branches, width);
  return (
    <div ref={frame} aria-hidden className="relative break-inside-avoid text-sm" style={{ height }}>
      {width > 0 && (
        <>
          <svg width={width} height={height} className="absolute inset-0">
            <title>Relations</title>
            {placed.flatMap(({ nodes }) =>
              nodes.map(({ node, path }) => (
                <path key={`${node.id}${path}`} d={path} fill="none" stroke="var(--rule)" strokeWidth={1.5} />
              )),
            )}
          </svg>
          <div
            style={placed.length > 0 ? at(root) : undefined}
            className="flex items-center justify-center overflow-hidden rounded border border-accent bg-sheet px-2 text-center font-semibold leading-tight"
          >
            <span dir="auto" className="line-clamp-2">
              {caption}
            </span>
          </div>
          {placed.map(({ branch, side, nodes, ...box }) => (
            <div key={`${side}${branch.isOutgoing}${branch.label}`}>
              <p
                style={at(box)}
                className={`flex items-end text-xs text-quiet ${side === 'left' ? 'justify-end' : 'pl-3'}`}
              >
                {branch.isOutgoing ? `${branch.label} →` : `← ${branch.label}`}
              </p>
              {nodes.map((node) => (
                <NodeLabel key={node.node.id} placed={node} />
              ))}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

function NodeLabel({ placed }: { readonly placed: PlacedNode }) {
  const { node, side, ...box } = placed;
  const name = (
    <span dir="auto" className="line-clamp-2">
      {node.caption}
    </span>
  );
  return (
    <div
      style={at(box)}
      className={`flex items-center leading-tight ${side === 'left' ? 'justify-end border-r-4 pr-2 text-right' : 'border-l-4 pl-2'} ${node.isListed ? 'border-accent' : 'border-rule'}`}
    >
      {node.isListed ? (
        <Link href={partyAddress(node.id)} tabIndex={-1} className="hover:underline">
          {name}
        </Link>
      ) : (
        <span className="text-quiet">{name}</span>
      )}
    </div>
  );
}

function at({ x, y, width, height }: Box) {
  return { position: 'absolute', left: x, top: y, width, height } as const;
}
