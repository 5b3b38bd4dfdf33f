// What was read of a version of a list: how much, the first parties, and what was set aside with why and what to do.
import { useQuery } from '@tanstack/react-query';
import { getJson } from '../../api/client.ts';
import type { ListReview, ListVersion, SetAside } from '../../api/types.ts';
import { Failure, Loading } from '../../components/states.tsx';
import { versionPath } from './version-path.ts';

interface VersionReviewProps {
  readonly dataset: string;
  /** Its hash. */
  readonly version: string;
}

export function VersionReview({ dataset, version }: VersionReviewProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['lists', dataset, 'review', version],
    queryFn: ({ signal }) => getJson<ListReview>(versionPath(dataset, version), signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="what was read" />;
  return (
    <>
      <p className="mt-1">{amountOf(data.version)}</p>
      {data.before && (
        <p className="text-sm text-quiet">
          In use is the version of {data.before.published} with {parties(data.before.entities)}.
          {hasShrunk(data) && ' This one is smaller by more than a tenth.'}
        </p>
      )}
      <FirstParties review={data} />
      <AsideList review={data} />
    </>
  );
}

function hasShrunk({ version, before }: ListReview): boolean {
  return before !== undefined && version.entities < before.entities * 0.9;
}

function amountOf({ source, published, entities, aliases }: ListVersion): string {
  const more = aliases > 0 ? ` with ${aliases.toLocaleString('en')} other names` : '';
  return `${source}, of ${published}: ${parties(entities)}${more}.`;
}

function parties(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'party' : 'parties'}`;
}

/** Properties that are shown of a party, in this order. */
const SHOWN = ['birthDate', 'nationality', 'country', 'jurisdiction', 'passportNumber', 'registrationNumber'];

function FirstParties({ review: { sample, version } }: { readonly review: ListReview }) {
  const rest = version.entities - sample.length;
  return (
    <div className="mt-3">
      <h5 className="text-sm font-semibold">What was read</h5>
      <ul className="mt-1 space-y-1">
        {sample.map(({ recordId, caption, schema, properties }) => (
          <li key={recordId} className="break-words">
            <bdi className="font-serif">{caption}</bdi>{' '}
            <span className="text-sm text-quiet">
              {[schema, ...SHOWN.flatMap((property) => properties[property] ?? [])].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-sm text-quiet">and {parties(rest)} more</p>}
    </div>
  );
}

function AsideList({ review: { setAside, version } }: { readonly review: ListReview }) {
  const all = version.rowsSetAside + version.valuesSetAside;
  const rest = all - setAside.length;
  return (
    <div className="mt-3">
      <h5 className="text-sm font-semibold">What was set aside</h5>
      {all === 0 && <p>Nothing: every row and value was read.</p>}
      <ul className="mt-1 divide-y divide-rule">
        {setAside.map((item, at) => (
          <AsideEntry key={at} item={item} />
        ))}
      </ul>
      {rest > 0 && <p className="text-sm text-quiet">and {rest.toLocaleString('en')} more</p>}
    </div>
  );
}

function AsideEntry({ item }: { readonly item: SetAside }) {
  const { scope, line, at, reason, text, remedy, isHarmless } = item;
  const isGrave = scope === 'row' && !isHarmless;
  return (
    <li className="py-2 text-sm break-words">
      <p>
        <span className={`font-medium ${isGrave ? 'text-review' : ''}`}>
          {line === undefined ? (at ?? 'Somewhere') : `Line ${line.toLocaleString('en')}`}
          {scope === 'row' ? ', the row' : ', a value'}
        </span>
        : {reason}
      </p>
      {text && (
        <p dir="auto" className="font-serif">
          {text}
        </p>
      )}
      <p className="text-quiet">{remedy}</p>
    </li>
  );
}
