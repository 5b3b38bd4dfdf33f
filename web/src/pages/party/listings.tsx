// Who listed the party when: one line of time through all authorities, with what each listing forbids.
import type { ListingResult } from '../../api/types.ts';
import { OutsideLink } from '../../components/outside-link.tsx';
import { useListTitle } from '../../components/use-lists.ts';
import { actsOf, type ListingAct } from './listing-acts.ts';

export function Listings({ listings }: { readonly listings: readonly ListingResult[] }) {
  const acts = actsOf(listings);
  const first = acts[0]?.listing.listedOn;
  return (
    <ol className="border-l-2 border-rule">
      {acts.map((act, index) => (
        <ActEntry key={act.key} act={act} first={index === 0 ? undefined : first} />
      ))}
    </ol>
  );
}

interface ActEntryProps {
  readonly act: ListingAct;
  /** Day of the first listing, if this is another. */
  readonly first: string | undefined;
}

function ActEntry({ act, first }: ActEntryProps) {
  const title = useListTitle();
  const { listing, programmes, measures } = act;
  const { authority, dataset, listedOn, endsOn, status, reason, legalBasis } = listing;
  const days = first && listedOn ? daysBetween(first, listedOn) : 0;
  return (
    <li className="relative pb-6 pl-5 last:pb-0">
      <span aria-hidden className="absolute top-2 -left-[5px] size-2 rounded-full bg-accent" />
      <p className="text-sm text-quiet">
        {listedOn ? <time dateTime={listedOn}>{listedOn}</time> : 'day not given'}
        {days > 0 && `, ${days.toLocaleString('en')} days after the first`}
        {endsOn && `, ended ${endsOn}`}
      </p>
      <h3 className="font-semibold">{authority}</h3>
      <p>
        {programmes.length > 0 &&
          `${programmes.length === 1 ? 'Programme' : 'Programmes'} ${programmes.join(', ')}. `}
        {status && `Status: ${status}. `}
        <span className="text-sm text-quiet">
          {title(dataset)}, record <OutsideLink href={listing.sourceUrl}>{listing.sourceRecord}</OutsideLink>
        </span>
      </p>
      {reason && <p className="mt-1 text-sm whitespace-pre-line">{reason}</p>}
      {legalBasis && <p className="mt-1 text-sm text-quiet">{legalBasis}</p>}
      {measures.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-sm">
          {measures.map(({ id, text, source }) => (
            <li key={id}>
              {text} <span className="text-quiet">({source})</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function daysBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isFinite(days) ? Math.round(days) : 0;
}
