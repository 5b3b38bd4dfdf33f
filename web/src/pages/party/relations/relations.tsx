// With whom the lists connect the party: a picture, and the same as a list. Whoever has more than fifty relations gets
// a picture that can be moved and zoomed, which is loaded only then.
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import type { PartyDetails } from '../../../api/types.ts';
import { Empty, Loading } from '../../../components/states.tsx';
import { useListTitle } from '../../../components/use-lists.ts';
import { partyAddress } from '../../../layout/addresses.ts';
import { type Branch, branchesOf, branchWords } from './branches.ts';
import { Diagram } from './diagram.tsx';

/** Other parties at most in the simple picture. */
const MOST_IN_DIAGRAM = 50;

const BigGraph = lazy(async () => ({ default: (await import('./big-graph.tsx')).BigGraph }));

export function Relations({ party }: { readonly party: PartyDetails }) {
  const branches = useMemo(() => branchesOf(party), [party]);
  const count = branches.reduce((sum, { nodes }) => sum + nodes.length, 0);
  if (count === 0) return <Empty>The lists name no relation of this party to another.</Empty>;
  const isBig = count > MOST_IN_DIAGRAM;
  return (
    <>
      <p className="mb-4 text-sm text-quiet">
        {count === 1 ? 'One relation' : `${count} relations`}, as the lists state them. Who is listed too is
        marked in blue and can be opened.
      </p>
      {isBig ? (
        <Suspense fallback={<Loading what="the picture" />}>
          <BigGraph id={party.id} caption={party.caption} branches={branches} />
        </Suspense>
      ) : (
        <Diagram caption={party.caption} branches={branches} />
      )}
      <details open={isBig || undefined} className="mt-4">
        <summary className="text-sm font-medium text-accent">The same as a list</summary>
        {branches.map((branch) => (
          <BranchList key={`${branch.isOutgoing}${branch.label}`} branch={branch} party={party} />
        ))}
      </details>
    </>
  );
}

interface BranchListProps {
  readonly branch: Branch;
  readonly party: PartyDetails;
}

function BranchList({ branch, party }: BranchListProps) {
  const title = useListTitle();
  const sources = branch.nodes.map(({ id }) => sourcesOf(party, branch, id).map(title).join(', '));
  const common = new Set(sources).size === 1 ? sources[0] : undefined;
  return (
    <>
      <h3 className="mt-3 text-sm font-semibold">
        {branchWords(branch)}
        {common && <span className="font-normal text-quiet">, by {common}</span>}
      </h3>
      <ul className="mt-1 gap-6 sm:columns-2">
        {branch.nodes.map(({ id, caption, isListed }, at) => (
          <li key={id} className="break-inside-avoid pb-1">
            {isListed ? (
              <Link href={partyAddress(id)} dir="auto" className="text-accent underline">
                {caption}
              </Link>
            ) : (
              <bdi>{caption}</bdi>
            )}{' '}
            <span className="text-sm text-quiet">
              {[isListed ? '' : 'not listed', common ? '' : sources[at]].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The lists that tell of this relation. */
function sourcesOf({ relations }: PartyDetails, { label, isOutgoing }: Branch, other: string): string[] {
  const telling = relations.filter(
    (relation) => relation.label === label && (isOutgoing ? relation.to : relation.from) === other,
  );
  return [...new Set(telling.map(({ dataset }) => dataset))];
}
