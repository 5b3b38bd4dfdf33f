// The letter tables of src/names/script: latin.yml as it stands, and the rules of the alphabets (cyrillic.yml,
// alphabets.yml and the like) brought from their notation to `[before, letters, after, latin]`, inheritance resolved.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

type Table = Readonly<Record<string, string>>;
type Rule = readonly [string, string, string, string];
interface Alphabet {
  readonly vowels: string;
  readonly common: Table;
  readonly systems: Readonly<Record<string, Table>>;
  readonly names: Readonly<Record<string, readonly string[]>>;
}
interface Cyrillic {
  readonly vowels: string;
  readonly consonants: string;
  readonly common: Table;
  readonly languages: Record<
    string,
    { letters: string; own: string; telltale?: string; systems: Record<string, Table> }
  >;
  readonly order: readonly string[];
  readonly 'beside-russian': readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
}

async function read<T>(name: string): Promise<T> {
  return parse(await readFile(new URL(`../../data/script/${name}.yml`, import.meta.url), 'utf8')) as T;
}

/** The sets that a notation may name: $V and $C. */
interface Sets {
  readonly vowels: string;
  readonly consonants?: string;
}

/** `[ab]` or `a` to the characters meant. */
function characterSet(text: string, { vowels, consonants = '' }: Sets): string {
  return text
    .trim()
    .replace(/^\[(.*)\]$/u, '$1')
    .replaceAll('$V', vowels)
    .replaceAll('$C', consonants);
}

function parseRule(notation: string, latin: string, sets: Sets): Rule {
  const match = /^(?:(.*?)\{)?([^{}]*)(?:\}(.*))?$/u.exec(notation);
  const letters = match?.[2]?.trim();
  if (!match || !letters) throw new Error(`not a rule: ${notation}`);
  if (!/^[a-z' ]*$/u.test(latin)) throw new Error(`not plain Latin: ${notation} gives ${latin}`);
  return [characterSet(match[1] ?? '', sets), letters, characterSet(match[3] ?? '', sets), latin];
}

/** Each system with what it takes over: the common rules, the first system's, its own. */
function resolveSystems(common: Table, systems: Readonly<Record<string, Table>>, sets: Sets): Rule[][] {
  const [first = {}] = Object.values(systems);
  return Object.values(systems).map((own) =>
    Object.entries({ ...common, ...first, ...own }).map(([notation, latin]) =>
      parseRule(notation, latin, sets),
    ),
  );
}

/** Name tables are spelt by hand; a slip there would never be seen at run time. */
function checkNames(
  names: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  for (const [name, spellings] of Object.entries(names)) {
    if (!Array.isArray(spellings) || spellings.some((spelling) => !/^[a-z]+$/u.test(spelling))) {
      throw new Error(`names: ${name} must have a list of spellings in a-z`);
    }
  }
  return names;
}

type Spellings = readonly string[] | Readonly<Record<string, readonly string[]>>;

function checkTables<T extends Readonly<Record<string, Readonly<Record<string, Spellings>>>>>(tables: T): T {
  for (const [section, entries] of Object.entries(tables)) {
    for (const [name, value] of Object.entries(entries)) {
      const spellings = Array.isArray(value) ? value : Object.values(value).flat();
      if (spellings.length === 0 || spellings.some((spelling) => !/^[a-z' -]+$/u.test(spelling))) {
        throw new Error(`${section}: ${name} must have a list of spellings in a-z`);
      }
    }
  }
  return tables;
}

function file(name: string, value: unknown): Generated {
  return { path: `src/names/script/generated/${name}.json`, text: `${JSON.stringify(value)}\n` };
}

export async function generate(): Promise<Generated[]> {
  const cyrillic = await read<Cyrillic>('cyrillic');
  const alphabets = await read<Record<string, Alphabet>>('alphabets');
  return [
    file('latin', await read('latin')),
    file('syllabic', await read('syllabic')),
    file('abjads', await read('abjads')),
    file('arabic-names', checkTables(await read('arabic-names'))),
    file('hebrew-names', checkTables(await read('hebrew-names'))),
    file('cyrillic', {
      order: cyrillic.order,
      besideRussian: cyrillic['beside-russian'],
      languages: Object.fromEntries(
        Object.entries(cyrillic.languages).map(([language, { letters, own, telltale, systems }]) => [
          language,
          {
            letters,
            own,
            ...(telltale ? { telltale } : {}),
            systems: resolveSystems(cyrillic.common, systems, cyrillic),
          },
        ]),
      ),
      names: checkNames(cyrillic.names),
    }),
    file(
      'alphabets',
      Object.fromEntries(
        Object.entries(alphabets).map(([name, { vowels, common, systems, names }]) => [
          name,
          { systems: resolveSystems(common, systems, { vowels }), names: checkNames(names) },
        ]),
      ),
    ),
  ];
}
