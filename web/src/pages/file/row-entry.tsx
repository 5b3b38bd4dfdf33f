// One row of a customer file: who it is, what was decided, and the nearest listed party with why.
import { Link } from 'wouter';
import { AlignedNames } from '../../components/aligned-names.tsx';
import { DecisionWord } from '../../components/decision.tsx';
import { Score } from '../../components/score.tsx';
import { partyAddress } from '../../layout/addresses.ts';
import type { ScreenedRow } from './job.ts';

export function RowEntry({ row }: { readonly row: ScreenedRow }) {
  const { query, decision, reasons, results, line } = row;
  const [nearest, ...others] = results;
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 dir="auto" className="min-w-0 font-serif text-xl font-semibold break-words">
          {nameOf(query)}
        </h3>
        <DecisionWord decision={decision} />
      </div>
      <p className="text-sm text-quiet">
        Line {line.toLocaleString('en')}
        {query.id && `, number ${query.id}`}
        {detailsOf(query).map((detail) => `, ${detail}`)}
      </p>
      {nearest && (
        <p className="mt-1">
          <Link href={partyAddress(nearest.id)} dir="auto" className="text-accent underline">
            {nearest.caption}
          </Link>
          , <Score score={nearest.score} />
          {others.length > 0 && (
            <span className="text-quiet">
              , and {others.length === 1 ? 'one more' : `${others.length} more`}
            </span>
          )}
        </p>
      )}
      <details className="mt-1">
        <summary className="text-sm text-accent">Why</summary>
        {nearest?.explanation.names && (
          <div className="mt-3">
            <AlignedNames parts={nearest.explanation.names.parts} />
          </div>
        )}
        {nearest && <p className="mt-2">{nearest.explanation.sentence}</p>}
        <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-quiet">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <p className="mt-2 text-sm">
          <Link href={`/?${searchOf(query)}`} className="text-accent underline">
            Screen this name alone
          </Link>
        </p>
      </details>
    </li>
  );
}

type Query = ScreenedRow['query'];

function nameOf({ properties, schema }: Query): string {
  const { name = [], firstName = [], lastName = [] } = properties;
  return name[0] ?? ([...firstName, ...lastName].join(' ') || schema);
}

function detailsOf({ properties }: Query): string[] {
  return ['birthDate', 'incorporationDate', 'nationality', 'country', 'jurisdiction'].flatMap(
    (property) => properties[property] ?? [],
  );
}

function searchOf(query: Query): string {
  const { schema, properties } = query;
  const first = (property: string): string => properties[property]?.[0] ?? '';
  const known = {
    name: nameOf(query),
    schema,
    date: first('birthDate') || first('incorporationDate'),
    country: first('nationality') || first('country') || first('jurisdiction'),
  };
  return new URLSearchParams(Object.entries(known).filter(([, value]) => value !== '')).toString();
}
