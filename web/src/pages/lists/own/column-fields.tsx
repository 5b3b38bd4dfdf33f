// What the columns of one's own list are, for headings that Interdict does not know. What is left is guessed.
import { SelectField } from '../../../components/field.tsx';

/** Property (or id, schema) -> heading. */
export type ColumnsSaid = Readonly<Record<string, string>>;

const TARGETS = [
  ['name', 'Name'],
  ['alias', 'Other names'],
  ['id', 'Your own number'],
  ['schema', 'Kind of party'],
  ['birthDate', 'Birth date'],
  ['country', 'Country'],
  ['nationality', 'Nationality'],
  ['passportNumber', 'Passport number'],
  ['registrationNumber', 'Register number'],
  ['reason', 'Reason for the listing'],
] as const;

interface ColumnFieldsProps {
  readonly headings: readonly string[];
  readonly said: ColumnsSaid;
  /** They are needed: without them the list could not be read. */
  readonly isOpen: boolean;
  readonly onChange: (said: ColumnsSaid) => void;
}

export function ColumnFields({ headings, said, isOpen, onChange }: ColumnFieldsProps) {
  const choose = (target: string, heading: string): void => {
    const { [target]: _, ...others } = said;
    onChange(heading === '' ? others : { ...others, [target]: heading });
  };
  const options = [
    ['', 'as its heading says'] as const,
    ...headings.map((heading) => [heading, heading] as const),
  ];
  return (
    <details className="mt-4" open={isOpen}>
      <summary className="text-accent">Say what its columns are</summary>
      <p className="mt-2 text-sm text-quiet">
        Usual headings are known. Where yours are others, choose the column; what is in no column here goes to
        the notes of the party.
      </p>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {TARGETS.map(([target, label]) => (
          <SelectField
            key={target}
            label={label}
            value={said[target] ?? ''}
            onChange={(heading) => choose(target, heading)}
            options={options}
          />
        ))}
      </div>
    </details>
  );
}
