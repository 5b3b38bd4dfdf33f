// A labelled input. The label is always to be seen; what is wrong stands under the field and is read out with it.
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

export function Field({ label, hint, problem, className = '', ...rest }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem} className={className}>
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={hint || problem ? `${id}-note` : undefined}
        className="min-h-10 w-full rounded border border-rule bg-sheet px-3 py-2"
        {...rest}
      />
    </FieldFrame>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly className?: string;
}

export function SelectField({ label, value, onChange, options, className = '' }: SelectProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} className={className}>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-10 w-full rounded border border-rule bg-sheet px-3 py-2"
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

function FieldFrame({ id, label, hint, problem, className = '', children }: FrameProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children}
      {(problem || hint) && (
        <p id={`${id}-note`} className={`mt-1 text-sm ${problem ? 'text-stop' : 'text-quiet'}`}>
          {problem || hint}
        </p>
      )}
    </div>
  );
}
