// Many relations as a picture that can be moved and zoomed (sigma, on WebGL). The branches stand around the party, each
// in its own sector; what is listed itself can be opened by a click. Where WebGL is missing the list says it all.
import Graph from 'graphology';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { useLocation } from 'wouter';
import { Button } from '../../../components/button.tsx';
import { partyAddress } from '../../../layout/addresses.ts';
import type { Branch } from './branches.ts';
import { sectorPlaces } from './sector-places.ts';

interface BigGraphProps {
  readonly id: string;
  readonly caption: string;
  readonly branches: readonly Branch[];
}

export function BigGraph({ id, caption, branches }: BigGraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | undefined>(undefined);
  const [problem, setProblem] = useState<string>();
  const [, navigate] = useLocation();
  useEffect(() => {
    if (!frame.current) return;
    try {
      const drawn = draw(frame.current, graphOf(id, caption, branches));
      drawn.on('clickNode', ({ node }) => {
        if (node !== id && drawn.getGraph().getNodeAttribute(node, 'isListed')) navigate(partyAddress(node));
      });
      sigma.current = drawn;
      return () => drawn.kill();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return;
    }
  }, [id, caption, branches, navigate]);
  if (problem)
    return (
      <p className="text-sm text-quiet">
        The picture cannot be drawn in this browser ({problem}). The list has everything.
      </p>
    );
  return (
    <div className="no-print">
      <div ref={frame} aria-hidden className="h-[30rem] rounded border border-rule bg-sheet" />
      <div className="mt-2 flex gap-2">
        <Button onClick={() => void sigma.current?.getCamera().animatedZoom({ duration: 0 })}>Closer</Button>
        <Button onClick={() => void sigma.current?.getCamera().animatedUnzoom({ duration: 0 })}>
          Farther
        </Button>
        <Button onClick={() => void sigma.current?.getCamera().animatedReset({ duration: 0 })}>
          All of it
        </Button>
      </div>
    </div>
  );
}

function graphOf(id: string, caption: string, branches: readonly Branch[]): Graph {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const graph = new Graph({ multi: true });
  graph.addNode(id, { x: 0, y: 0, size: 10, label: caption, color: colour('--ink'), isListed: true });
  const places = sectorPlaces(branches.map(({ nodes }) => nodes.length));
  branches.forEach((branch, at) => {
    branch.nodes.forEach((node, index) => {
      const place = places[at]?.[index] ?? { x: 0, y: 0 };
      graph.mergeNode(node.id, {
        ...place,
        size: node.isListed ? 6 : 4,
        label: node.caption,
        color: colour(node.isListed ? '--accent' : '--quiet'),
        isListed: node.isListed,
      });
      graph.addEdge(id, node.id, { color: colour('--rule'), size: 1 });
    });
  });
  return graph;
}

function draw(frame: HTMLElement, graph: Graph): Sigma {
  const style = getComputedStyle(document.documentElement);
  const sigma = new Sigma(graph, frame, {
    labelColor: { color: style.getPropertyValue('--ink').trim() },
    labelFont: getComputedStyle(frame).fontFamily,
    labelRenderedSizeThreshold: 0,
    allowInvalidContainer: true,
  });
  // The wheel scrolls the page; the buttons zoom.
  sigma.getMouseCaptor().on('wheel', (event) => event.preventSigmaDefault());
  return sigma;
}
