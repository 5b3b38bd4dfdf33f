// The question of the screen page: kept in the address, so that it can be linked, reloaded and gone back to.
import type { PartyQuery } from '../../api/types.ts';

export const SCHEMAS = [
  ['Person', 'a person'],
  ['Organization', 'an organisation or company'],
  ['Vessel', 'a ship'],
  ['Airplane', 'an aircraft'],
  ['Thing', 'not known'],
] as const;

type AskedSchema = (typeof SCHEMAS)[number][0];

export interface Question {
  readonly name: string;
  readonly schema: AskedSchema;
  /** Birth, incorporation or building, as the form has it. */
  readonly date: string;
  readonly country: string;
  readonly number: string;
  readonly asOf: string;
  /** Results at most, as a number; empty for the usual few. */
  readonly limit: string;
}

export const NO_QUESTION: Question = {
  name: '',
  schema: 'Person',
  date: '',
  country: '',
  number: '',
  asOf: '',
  limit: '',
};

/** The broker of the reports of 30 March 2023, as one of them misspelt him. */
export const EXAMPLE: Question = { ...NO_QUESTION, name: 'Ashot Mkrtchyev', country: 'sk' };

export function questionOf(search: string): Question {
  const params = new URLSearchParams(search);
  const schema = SCHEMAS.find(([name]) => name === params.get('schema'))?.[0] ?? 'Person';
  const text = (name: string): string => params.get(name) ?? '';
  return {
    name: text('name'),
    schema,
    date: text('date'),
    country: text('country'),
    number: text('number'),
    asOf: text('asOf'),
    limit: /^\d{1,3}$/.test(text('limit')) ? text('limit') : '',
  };
}

export function searchOf(question: Question): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    if (value !== '' && !(name === 'schema' && value === 'Person')) params.set(name, value);
  }
  return params.toString();
}

/** Properties of each kind of thing that the fields stand for. */
const PROPERTIES: Readonly<Record<AskedSchema, { date: string; country: string; number: string }>> = {
  Person: { date: 'birthDate', country: 'nationality', number: 'idNumber' },
  Organization: { date: 'incorporationDate', country: 'jurisdiction', number: 'registrationNumber' },
  Vessel: { date: 'buildDate', country: 'flag', number: 'imoNumber' },
  Airplane: { date: 'buildDate', country: 'country', number: 'serialNumber' },
  Thing: { date: 'birthDate', country: 'country', number: 'idNumber' },
};

export const FIELD_NAMES: Readonly<Record<AskedSchema, { date: string; country: string; number: string }>> = {
  Person: { date: 'Date of birth', country: 'Nationality', number: 'Passport or identity number' },
  Organization: { date: 'Date of incorporation', country: 'Country', number: 'Registration number' },
  Vessel: { date: 'Year of building', country: 'Flag', number: 'IMO number' },
  Airplane: { date: 'Year of building', country: 'Country', number: 'Serial number' },
  Thing: { date: 'Date of birth or founding', country: 'Country', number: 'Number' },
};

function queryOf(question: Question): PartyQuery {
  const names = PROPERTIES[question.schema];
  const properties: Record<string, string[]> = {};
  const add = (name: string, value: string): void => {
    if (value.trim() !== '') properties[name] = [value.trim()];
  };
  add('name', question.name);
  add(names.date, question.date);
  add(names.country, question.country);
  add(names.number, question.number);
  return { schema: question.schema, properties };
}

/** The field of the form that stands for a property that the server complains of; the name if none does. */
export function formField(schema: AskedSchema, property: string | undefined): keyof Question {
  const names = Object.entries(PROPERTIES[schema]) as ['date' | 'country' | 'number', string][];
  return names.find(([, name]) => name === property)?.[0] ?? (property === 'asOf' ? 'asOf' : 'name');
}

/** What the server is sent. */
export function requestOf(question: Question): object {
  const { asOf, limit } = question;
  return {
    query: queryOf(question),
    ...(asOf ? { asOf } : {}),
    ...(limit ? { limit: Math.min(500, Math.max(1, Number(limit))) } : {}),
  };
}
