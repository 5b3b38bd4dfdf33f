// Which lists a file is held against, by the state of which day, and how its dates are read.
import { Field, SelectField } from '../../components/field.tsx';
import { Failure, Loading } from '../../components/states.tsx';
import { useLists } from '../../components/use-lists.ts';

export interface ListQuestion {
  /** Empty for the default. */
  readonly profile: string;
  /** `YYYY-MM-DD`; empty for today. */
  readonly asOf: string;
  readonly dateOrder: 'day-first' | 'month-first';
}

interface ListChoiceProps {
  readonly question: ListQuestion;
  /** The file's dates may need to be read. */
  readonly hasDates: boolean;
  readonly onChange: (question: ListQuestion) => void;
}

export function ListChoice({ question, hasDates, onChange }: ListChoiceProps) {
  const { data, error, refetch } = useLists();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="the lists" />;
  const profiles = data.profiles.map(({ name, title }, at) => [at === 0 ? '' : name, title ?? name] as const);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        label="A clear needs the lists of"
        value={question.profile}
        onChange={(profile) => onChange({ ...question, profile })}
        options={profiles}
        className="sm:col-span-2"
      />
      <Field
        label="As the lists were on"
        type="date"
        value={question.asOf}
        onChange={(event) => onChange({ ...question, asOf: event.target.value })}
        hint="Leave empty for today."
      />
      {hasDates && (
        <SelectField
          label="Dates such as 05/07/1966 mean"
          value={question.dateOrder}
          onChange={(dateOrder) =>
            onChange({ ...question, dateOrder: dateOrder as ListQuestion['dateOrder'] })
          }
          options={[
            ['day-first', '5 July, day first'],
            ['month-first', '7 May, month first'],
          ]}
        />
      )}
    </div>
  );
}
