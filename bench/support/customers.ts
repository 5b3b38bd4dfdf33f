// A file of customers who are nobody in particular: the labelled negatives, and beyond their number first and last
// names of different ones of the same script, with their birth dates and nationalities.
import { parse } from 'csv-parse/sync';
import { csvLine } from '../../src/engine/batch/csv-cell.ts';
import { seeded } from './report.ts';

interface Negative {
  readonly full_name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly date_of_birth: string;
  readonly nationality: string;
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Arabic', 'Han', 'Hangul', 'Hebrew', 'Devanagari', 'Greek'] as const;
const OF_SCRIPT = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

function scriptOf(name: string): string {
  return OF_SCRIPT.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/**
 * A customer file with a header line.
 * @param sources texts of the CSV files of labelled negatives
 * @param count   customers
 */
export function customersCsv(sources: readonly string[], count: number): string {
  const random = seeded(100_000);
  const people = sources.flatMap((text) => parse(text, { columns: true }) as Negative[]);
  const byScript = Map.groupBy(people, ({ full_name }) => scriptOf(full_name));
  const pick = (from: readonly Negative[]): Negative => from[Math.floor(random() * from.length)]!;
  let text = csvLine(['customer_no', 'full_name', 'date_of_birth', 'nationality']);
  for (let number = 0; number < count; number++) {
    const person = people[number] ?? pick(people);
    const other = pick(byScript.get(scriptOf(person.full_name))!);
    const made = `${person.first_name} ${other.last_name}`.trim();
    const name = number < people.length || made === '' ? person.full_name : made;
    text += csvLine([`C-${number}`, name, person.date_of_birth, person.nationality]);
  }
  return text;
}
