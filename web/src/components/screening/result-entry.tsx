// One listed party that may be the one asked about: its name large, the two names part under part, what speaks for
// and against, and who listed it.
import { Link } from 'wouter';
import type { FeatureEffect, ListingResult, ScreeningResult } from '../../api/types.ts';
import { partyAddress } from '../../layout/addresses.ts';
import { AlignedNames } from '../aligned-names.tsx';
import { OutsideLink } from '../outside-link.tsx';
import { Score } from '../score.tsx';
import { InTheReports } from './in-the-reports.tsx';

export function ResultEntry({ result }: { readonly result: ScreeningResult }) {
  const { id, caption, score, explanation, listings, claims } = result;
  return (
    <li className="py-6">
      <h3 className="font-serif text-2xl font-semibold break-words">
        <Link href={partyAddress(id)} dir="auto" className="hover:text-accent hover:underline">
          {caption}
        </Link>
      </h3>
      <p className="mt-1">
        <Score score={score} />
      </p>
      {explanation.names && (
        <div className="mt-4">
          <AlignedNames parts={explanation.names.parts} />
        </div>
      )}
      <p className="mt-4">{explanation.sentence}</p>
      <Evidence features={explanation.features} against={explanation.against} />
      <h4 className="mt-4 text-sm font-semibold">Listed by</h4>
      <ul className="mt-1 space-y-1">
        {listings.map((listing) => (
          <ListingLine key={`${listing.dataset}-${listing.sourceRecord}`} listing={listing} />
        ))}
      </ul>
      {claims.length > 0 && (
        <>
          <h4 className="mt-4 text-sm font-semibold">In the reports</h4>
          <InTheReports party={id} />
        </>
      )}
    </li>
  );
}

function Evidence({
  features,
  against,
}: {
  readonly features: readonly FeatureEffect[];
  readonly against: readonly string[];
}) {
  const facts = features.filter(({ feature }) => feature !== 'name');
  if (facts.length === 0 && against.length === 0) return null;
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      {facts.length > 0 && (
        <div>
          <dt className="font-semibold">Besides the name</dt>
          {facts.map(({ feature, detail, effect }) => (
            <dd key={`${feature}${detail}`} className="mt-1">
              <span aria-hidden className={effect >= 0 ? 'text-clear' : 'text-stop'}>
                {effect >= 0 ? '＋' : '－'}
              </span>
              <span className="sr-only">{effect >= 0 ? 'for:' : 'against:'}</span>{' '}
              {feature.replaceAll('_', ' ')}: {detail}
            </dd>
          ))}
        </div>
      )}
      {against.length > 0 && (
        <div>
          <dt className="font-semibold">What speaks against</dt>
          {against.map((words) => (
            <dd key={words} className="mt-1">
              {words}
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function ListingLine({ listing }: { readonly listing: ListingResult }) {
  const { authority, program, listedOn, sourceRecord, sourceUrl } = listing;
  return (
    <li className="text-sm">
      {authority}
      {program ? `, ${program}` : ''}
      {listedOn ? `, since ${listedOn}` : ''}{' '}
      <span className="text-quiet">
        (record <OutsideLink href={sourceUrl}>{sourceRecord}</OutsideLink>)
      </span>
    </li>
  );
}
