// `interdict screen`: one party from the command line, or a file of parties.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseCountry } from '../../model/country.ts';
import { parseDates, parseDay } from '../../model/dates.ts';
import { EXIT_CODES } from '../../model/decision.ts';
import { InterdictError } from '../../model/errors.ts';
import { parseSchemaName, propertyOf } from '../../model/schema/schema.ts';
import type { PartyQuery, Screening } from '../../model/screening.ts';
import type { CliContext } from '../context.ts';
import { printClaimsBeside } from '../print/claims.ts';
import { printScreening } from '../print/screening.ts';
import { addScreenFileOptions, runScreenFile, type ScreenFileOptions } from './screen-file.ts';

interface ScreenCommandOptions {
  readonly schema?: string;
  readonly birthDate?: string[];
  readonly birthPlace?: string[];
  readonly country?: string[];
  readonly nationality?: string[];
  readonly gender?: string;
  readonly id?: string[];
  readonly alias?: string[];
  readonly property?: string[];
  readonly asOf?: string;
  readonly profile?: string;
  readonly limit?: number;
  readonly cutoff?: number;
  readonly json?: boolean;
  readonly file?: string;
}

const collect = (value: string, known: string[] = []): string[] => [...known, value];

export function registerScreen(program: Command, context: CliContext): void {
  const command = program
    .command('screen')
    .description('Screen a party, or a file of parties, against the lists.')
    .argument('[name]', 'name of the party, in any script')
    .option(
      '--schema <schema>',
      'Person, Company, Organization, Vessel, Airplane … [LegalEntity; Person with a birth date]',
    )
    .option('--birth-date <date>', 'date of birth, as far as known (repeatable)', collect)
    .option('--birth-place <place>', 'place of birth (repeatable)', collect)
    .option('--country <country>', 'country, by name or code (repeatable)', collect)
    .option('--nationality <country>', 'nationality, by name or code (repeatable)', collect)
    .option('--gender <gender>', 'male or female')
    .option(
      '--id <number>',
      'number of a document or register; kind=number says which kind (repeatable)',
      collect,
    )
    .option('--alias <name>', 'another name of the party (repeatable)', collect)
    .option('--property <name=value>', 'any other property of FollowTheMoney (repeatable)', collect)
    .addOption(
      new Option('--as-of <date>', 'screen against the lists in force on that day').argParser(parseAsOf),
    )
    .option('--profile <name>', 'which lists must be there for a clear [default]')
    .addOption(new Option('--limit <number>', 'results at most [5]').argParser(parseLimit))
    .addOption(new Option('--cutoff <probability>', 'leave out results below [0.5]').argParser(parseCutoff))
    .option('--json', 'print the answer as JSON and nothing else')
    .option('--file <path>', 'screen each row of a CSV, JSON lines or XLSX file; - is standard input')
    .addHelpText('after', EXAMPLES);
  addScreenFileOptions(command).action(async (name: string | undefined, options: ScreenCommandOptions) => {
    if (options.file !== undefined) {
      const openScreener = async () => (await context.openEngine()).screening.batchScreener(options);
      const { stdin, stdout, stderr, now } = context;
      const fileOptions = options as ScreenCommandOptions & ScreenFileOptions;
      context.exitCode = await runScreenFile(fileOptions, { openScreener, stdin, stdout, stderr, now });
      return;
    }
    const query = parseQuery(name, options);
    const screening = await (await context.openEngine()).screening.screen(query, options);
    context.exitCode = EXIT_CODES[screening.decision];
    if (options.json) context.printJson(screening);
    else {
      printScreening(context.stdout, screening);
      await printReports(context, screening);
    }
  });
}

/** What reports say about the parties found. */
async function printReports(context: CliContext, { results }: Screening): Promise<void> {
  const { claims } = await context.openEngine();
  for (const { id, caption } of results.filter((result) => result.claims.length > 0))
    printClaimsBeside(context.stdout, caption, await claims.readingOf({ about: id }));
}

const EXAMPLES = `
Examples:
  interdict screen "Ashot Mkrtyčev" --country sk
  interdict screen "Мкртычев Ашот" --birth-date 1966-05-07 --json
  interdict screen "LADY R" --schema Vessel --id imoNumber=9161003
  interdict screen "Ashot Mkrtychev" --as-of 2023-03-28
  interdict screen --file customers.csv -o results.csv

Exit codes: 0 clear, 10 review, 20 stop, 30 undetermined, 2 wrong use, 1 failure.`;

/** Builds the query from the arguments. */
export function parseQuery(name: string | undefined, options: ScreenCommandOptions): PartyQuery {
  const schema = parseSchemaName(
    options.schema ?? (options.birthDate || options.gender ? 'Person' : 'LegalEntity'),
  );
  const properties: Record<string, string[]> = {};
  const add = (property: string, values: readonly string[]): void => {
    propertyOf(schema, property);
    if (values.length > 0) properties[property] = [...(properties[property] ?? []), ...values];
  };
  if (name !== undefined) add('name', [name]);
  add('alias', options.alias ?? []);
  for (const text of options.birthDate ?? []) add('birthDate', parseBirthDate(text));
  if (options.birthPlace) add('birthPlace', options.birthPlace);
  for (const text of options.country ?? []) add('country', [parseCountryOption(text, '--country')]);
  const nationality = schema === 'Person' ? 'nationality' : 'country';
  for (const text of options.nationality ?? []) add(nationality, [parseCountryOption(text, '--nationality')]);
  if (options.gender) add('gender', [options.gender.toLowerCase()]);
  for (const text of options.id ?? [])
    addPair(
      text,
      schema === 'Vessel' ? 'imoNumber' : schema === 'Airplane' ? 'serialNumber' : 'idNumber',
      add,
    );
  for (const text of options.property ?? []) {
    if (!text.includes('=')) throw invalid('--property', `"${text}" is not of the form name=value.`);
    addPair(text, '', add);
  }
  return { schema, properties };
}

function addPair(
  text: string,
  kind: string,
  add: (property: string, values: readonly string[]) => void,
): void {
  const at = text.indexOf('=');
  if (at > 0) add(text.slice(0, at).trim(), [text.slice(at + 1).trim()]);
  else add(kind, [text]);
}

function parseBirthDate(text: string): string[] {
  const dates = parseDates(text);
  if (dates.length === 0)
    throw invalid('--birth-date', `"${text}" is no date; write 1966-05-07, 1966-05 or 1966.`);
  return dates;
}

function parseCountryOption(text: string, option: string): string {
  const code = parseCountry(text);
  if (!code) throw invalid(option, `"${text}" is not the name or code of a country that is known.`);
  return code;
}

function invalid(field: string, message: string): InterdictError {
  return new InterdictError('QUERY_INVALID', message, { field });
}

function parseAsOf(text: string): string {
  const day = parseDay(text);
  if (!day) throw new InvalidArgumentError('Write the day as YYYY-MM-DD.');
  return day;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return limit;
}

function parseCutoff(text: string): number {
  const cutoff = Number(text);
  if (text.trim() === '' || !(cutoff >= 0 && cutoff < 1))
    throw new InvalidArgumentError('Give a probability from 0 to below 1.');
  return cutoff;
}
