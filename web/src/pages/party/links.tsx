// Why listings of several lists are held to be one party: each pair with its reason.
import type { PartyDetails } from '../../api/types.ts';
import { useListTitle } from '../../components/use-lists.ts';

export function Links({ party }: { readonly party: PartyDetails }) {
  const title = useListTitle();
  const listing = (id: string): string => {
    const dataset = party.datasets.find((one) => id.startsWith(`${one}-`));
    return dataset ? `${title(dataset)}, record ${id.slice(dataset.length + 1)}` : id;
  };
  return (
    <ul className="mt-2 space-y-3">
      {party.links.map(({ left, right, reason }) => (
        <li key={`${left}/${right}`} className="border-b border-rule pb-2">
          <span className="block">{reason}</span>
          <span className="block text-quiet">{listing(left)}</span>
          <span className="block text-quiet">{listing(right)}</span>
        </li>
      ))}
    </ul>
  );
}
