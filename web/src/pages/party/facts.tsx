// What the lists say of the party besides its names. What they say alike stands once; what they say differently stands
// side by side, so that a difference is seen.
import type { Fact } from '../../api/types.ts';
import { NAME_KINDS, saidValues, withoutEchoes } from './fact-values.ts';
import { Sources } from './sources.tsx';

/** Said with the names already, or of little weight. */
const LAST: readonly string[] = [
  'title',
  'firstName',
  'secondName',
  'middleName',
  'fatherName',
  'motherName',
  'lastName',
  'nameSuffix',
  'topics',
  'notes',
  'createdAt',
  'modifiedAt',
];

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const shown = withoutEchoes(facts)
    .filter(({ property }) => !(property in NAME_KINDS))
    .sort((left, right) => LAST.indexOf(left.property) - LAST.indexOf(right.property));
  if (shown.length === 0) return <p className="text-quiet">The lists give the name and nothing else.</p>;
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {shown.map(({ property, label, values }) => (
        <div key={property} className="contents">
          <dt className="text-sm font-medium sm:pt-0.5">{label}</dt>
          <dd className="-mt-2 space-y-1 sm:mt-0">
            {saidValues(values).map(({ text, sources }) => (
              <div key={text}>
                <span dir="auto" className="break-words whitespace-pre-line">
                  {text}
                </span>{' '}
                <Sources of={`${label}, ${text}`} sources={sources} />
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
