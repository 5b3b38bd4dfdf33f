// One listed party: its names, who listed it when, what the lists say of it, with whom they connect it, and what the
// reports claim. Every value says where it is from.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { getJson } from '../../api/client.ts';
import type { Party } from '../../api/types.ts';
import { Section } from '../../components/section.tsx';
import { Failure, Loading } from '../../components/states.tsx';
import { useHashTarget } from '../../components/use-hash-target.ts';
import { decodedPart } from '../../layout/addresses.ts';
import { Page } from '../../layout/page.tsx';
import { Claims } from './claims.tsx';
import { Facts } from './facts.tsx';
import { Links } from './links.tsx';
import { Listings } from './listings.tsx';
import { Names } from './names.tsx';
import { Relations } from './relations/relations.tsx';

export function PartyPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { data, error, refetch } = useQuery({
    queryKey: ['party', id],
    queryFn: ({ signal }) => getJson<Party>(`/parties/${encodeURIComponent(decodedPart(id))}`, signal),
  });
  if (error)
    return (
      <Page title="Party">
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Party">
        <Loading what="the party" />
      </Page>
    );
  return <PartyView key={data.id} party={data} />;
}

function PartyView({ party }: { readonly party: Party }) {
  useHashTarget();
  const { id, caption, schema, listings, links, facts } = party;
  const authorities = new Set(listings.map(({ authority }) => authority)).size;
  return (
    <Page
      title={caption}
      intro={`${schema}, listed by ${authorities === 1 ? 'one authority' : `${authorities} authorities`}.`}
      beside={
        <div className="text-sm">
          <Contents />
          {links.length > 0 && (
            <>
              <h2 className="mt-8 font-semibold">Why these listings are one party</h2>
              <Links party={party} />
            </>
          )}
          <h2 className="mt-8 font-semibold">Id</h2>
          <p className="mt-1 text-quiet break-all">{[id, ...party.referents].join(', ')}</p>
        </div>
      }
    >
      <Names facts={facts} />
      <Section id="listings" title="Listed">
        <Listings listings={listings} />
      </Section>
      <Section id="facts" title="What the lists say">
        <Facts facts={facts} />
      </Section>
      <Section id="relations" title="Connected with">
        <Relations party={party} />
      </Section>
      <Section id="claims" title="What reports say">
        <Claims party={id} />
      </Section>
      <p className="no-print mt-10 text-sm">
        <Link href={`/?${new URLSearchParams({ name: caption, schema })}`} className="text-accent underline">
          Screen this name
        </Link>
      </p>
    </Page>
  );
}

const PARTS = [
  ['listings', 'Listed'],
  ['facts', 'What the lists say'],
  ['relations', 'Connected with'],
  ['claims', 'What reports say'],
] as const;

function Contents() {
  return (
    <nav aria-label="Parts of this page" className="no-print hidden lg:block">
      <ul className="space-y-1">
        {PARTS.map(([part, title]) => (
          <li key={part}>
            <a href={`#${part}`} className="text-accent underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
