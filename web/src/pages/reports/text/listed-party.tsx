// A party that a report names and that stands on a list: which one, how surely, and by whom it was listed.
import { Link } from 'wouter';
import type { Mention } from '../../../api/types.ts';
import { Score } from '../../../components/score.tsx';
import { partyAddress } from '../../../layout/addresses.ts';

interface ListedPartyProps {
  readonly mention: Mention;
  readonly party: NonNullable<Mention['party']>;
}

export function ListedParty({ mention, party }: ListedPartyProps) {
  const { id, caption, score, evidence, listings = [] } = party;
  return (
    <div className="text-sm">
      <p className="font-serif text-xl font-semibold break-words">
        <Link href={partyAddress(id)} dir="auto" className="hover:text-accent hover:underline">
          {caption}
        </Link>
      </p>
      <p>
        {mention.variants.length > 0 || mention.caption !== caption ? `Here “${mention.caption}”, ` : ''}
        <Score score={score} />
      </p>
      {evidence.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {evidence.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <ul className="mt-1 text-quiet">
        {listings.map(({ dataset, authority, listedOn }) => (
          <li key={`${dataset} ${authority} ${listedOn}`}>
            Listed by {authority}
            {listedOn && `, ${listedOn}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
