// Person-name knowledge from data/names/*.yml as one compact table. A family of given names stays one line of text,
// as in its source; what the line means is told in data/names/given-names-english.yml.
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

const FOLDER = new URL('../../data/names/', import.meta.url);

/** The look-up numbers the groups of a family below this. */
const MAX_GROUPS = 63;

type Blocks = Record<string, string>;
type Words = Record<
  string,
  { weight: number; nameAt?: string[]; words?: string; values?: Record<string, string> }[]
>;

interface Compounds {
  readonly abd: { readonly tails: Readonly<Record<string, string>> };
}

/** A family as read: groups of spellings, one for each language, and the short and pet forms. */
interface Family {
  readonly groups: string[][];
  readonly nicknames: string[];
}

export async function generate(): Promise<Generated[]> {
  const families = await readFamilies();
  const common = await read<{ given: Blocks; surnames: Blocks }>('common-names.yml');
  const words = await read<Words>('person-words.yml');
  const compounds = await read<Compounds>('compounds.yml');
  const data = {
    families: [...families, ...servants(compounds)].map(toLine),
    commonGivenNames: withSpellings(tokensOfBlocks(common.given, 'common-names.yml'), families),
    commonSurnames: withSpellings(tokensOfBlocks(common.surnames, 'common-names.yml'), families),
    words: toWordRows(words),
    compounds,
  };
  return [{ path: 'src/names/knowledge/generated/person.json', text: `${JSON.stringify(data)}\n` }];
}

/** Abdul alone is short for every name that begins with it. */
function servants({ abd }: Compounds): Family[] {
  return Object.keys(abd.tails)
    .filter((tail) => tail !== 'allah')
    .map((tail) => ({ groups: [[`abdul${tail}`]], nicknames: ['abdul'] }));
}

function toWordRows(words: Words): object[] {
  const seen = new Set<string>();
  return Object.entries(words).flatMap(([kind, rows]) =>
    rows.flatMap(({ weight, nameAt = [], words: plain, values = {} }) => {
      const byValue: [value: number, text: string][] = Object.entries(values).map(([value, text]) => [
        Number(value),
        text,
      ]);
      return [...(plain ? [[0, plain] as const] : []), ...byValue].map(([value, text]) => {
        const tokens = tokensOf(text, 'person-words.yml');
        for (const token of tokens) {
          if (seen.has(token)) throw new Error(`person-words.yml: "${token}" stands twice`);
          seen.add(token);
        }
        return { kind, weight, nameAt, value, words: tokens.join(' ') };
      });
    }),
  );
}

async function read<Content>(name: string): Promise<Content> {
  return parse(await readFile(new URL(name, FOLDER), 'utf8')) as Content;
}

async function readFamilies(): Promise<Family[]> {
  const names = (await readdir(FOLDER))
    .filter((name) => /^(?:given-names-.*|surname-spellings)\.yml$/u.test(name))
    .sort();
  const families = new Map<string, Family>();
  for (const name of names) {
    const { families: lines } = await read<{ families: string[] }>(name);
    for (const line of lines) {
      const family = parseFamily(line, name);
      const text = toLine(family);
      if (families.has(text)) throw new Error(`${name}: the family "${line}" is given twice`);
      families.set(text, family);
    }
  }
  return [...families.values()];
}

function parseFamily(line: string, file: string): Family {
  const [names = '', nicknames = '', ...rest] = String(line).split('|');
  const family = {
    groups: names.split(',').map((group) => tokensOf(group, file)),
    nicknames: tokensOf(nicknames, file),
  };
  const all = [...family.groups.flat(), ...family.nicknames];
  if (rest.length > 0 || family.groups.some((group) => group.length === 0))
    throw new Error(`${file}: cannot read "${line}"`);
  if (family.groups.length >= MAX_GROUPS) throw new Error(`${file}: "${line}" has too many languages`);
  if (all.length < 2) throw new Error(`${file}: "${line}" relates nothing`);
  const doubled = all.find((token, at) => all.indexOf(token) !== at);
  if (doubled) throw new Error(`${file}: "${line}" has "${doubled}" twice`);
  return family;
}

function toLine({ groups, nicknames }: Family): string {
  const names = groups.map((group) => group.join(' ')).join(',');
  return nicknames.length > 0 ? `${names}|${nicknames.join(' ')}` : names;
}

function tokensOf(text: string, file: string): string[] {
  const tokens = text.split(/\s+/u).filter(Boolean);
  const strange = tokens.find((token) => !/^[a-z0-9]+$/u.test(token));
  if (strange) throw new Error(`${file}: "${strange}" is not a folded token`);
  return tokens;
}

function tokensOfBlocks(blocks: Blocks, file: string): string[] {
  return Object.values(blocks).flatMap((text) => tokensOf(text, file));
}

/** A spelling of a common name is as common: whoever is called Mohamad is one of the many Muhammads. */
function withSpellings(tokens: readonly string[], families: readonly Family[]): string {
  const common = new Set(tokens);
  for (const { groups } of families) {
    for (const group of groups)
      if (group.some((token) => tokens.includes(token))) for (const token of group) common.add(token);
  }
  return [...common].sort().join(' ');
}
