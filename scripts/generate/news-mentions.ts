// What reading knows of parties' names, from data/news/: the gazetteer of countries, places, bodies and outlets, and
// the words around names (roles, heads of organisations, words that name no party). Countries' names and their
// peoples' come from data/countries.yml, data/demonyms.yml and the names that Node's Intl knows.
// One name for two things of one rank stops the generation: the text could not tell them apart either.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import countryNames from '../../src/model/generated/countries.json' with { type: 'json' };
import { isCapitalsOnly, phraseKey } from '../../src/news/mention/phrase-key.ts';
import type { Generated } from '../generate.ts';

interface Body {
  readonly caption: string;
  readonly names?: readonly string[];
  readonly country?: string;
  readonly parent?: string;
  readonly act?: readonly string[];
}

interface Places {
  readonly cities: Readonly<Record<string, readonly string[]>>;
  readonly regions: readonly (readonly string[])[];
  readonly adjectives: readonly string[];
  readonly last: readonly string[];
  readonly first: readonly string[];
}

interface Metonyms {
  readonly capitals: Readonly<Record<string, string | readonly string[]>>;
  readonly seats: Readonly<Record<string, string>>;
}

/** As src/news/mention/gazetteer.ts reads it. */
interface Entry {
  readonly id: string;
  readonly sort: string;
  readonly caption: string;
  readonly countries?: readonly string[];
  readonly parent?: string;
  readonly act?: readonly string[];
}

const FOLDER = 'src/news/mention/generated';
/** English adjectives and abbreviations of countries beside those of data/demonyms.yml. */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  us: ['US', 'USA', 'United States', 'America', 'United States of America'],
  gb: ['UK', 'GB', 'Britain'],
  ae: ['UAE'],
  kp: ['DPRK', 'N Korea', 'North Korea'],
  kr: ['ROK', 'S Korea', 'South Korea'],
  cn: ['PRC', 'China'],
  cd: ['DRC'],
  suhh: ['USSR', 'Soviet Union'],
};
const ADJECTIVES: Readonly<Record<string, readonly string[]>> = { us: ['American'], gb: ['British'] };
/** Aliases of countries that are other things in a report. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['Dubai', 'Abu Dhabi', 'Sharjah', 'British', 'Gibraltar']);

export async function generate(): Promise<Generated[]> {
  const read = async (name: string) =>
    parse(await readFile(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
  const authorities = (await read('news/authorities.yml')) as Readonly<Record<string, Body>>;
  const outlets = (await read('news/outlets.yml')) as Readonly<Record<string, Body>>;
  const places = (await read('news/places.yml')) as Places;
  const metonyms = (await read('news/metonyms.yml')) as Metonyms;
  const demonyms = (await read('demonyms.yml')) as Readonly<Record<string, readonly string[]>>;
  const { aliases } = (await read('countries.yml')) as {
    aliases: Readonly<Record<string, readonly string[]>>;
  };

  const peoples = new Set([...Object.values(demonyms).flat(), ...Object.values(ADJECTIVES).flat()]);
  const gazetteer = new Gazetteer();
  for (const [id, body] of Object.entries(outlets)) gazetteer.add(outletEntry(id, body), namesOf(body));
  for (const [id, body] of Object.entries(authorities)) {
    if (body.parent && !authorities[body.parent])
      throw new Error(`${id} is part of ${body.parent}: unknown.`);
    gazetteer.add(authorityEntry(id, body), [...namesOf(body), ...withCountry(body, demonyms)]);
  }
  gazetteer.nextRank();
  for (const [code, names] of Object.entries(metonyms.capitals))
    for (const name of [names].flat()) gazetteer.add(placeEntry('capital', name, code), [name]);
  for (const [name, code] of Object.entries(metonyms.seats))
    gazetteer.add({ ...placeEntry('seat', name, code), id: `seat:${phraseKey(name)}` }, [name]);
  gazetteer.nextRank();
  for (const code of Object.keys(countryNames.names))
    gazetteer.add(
      { ...placeEntry('country', captionOf(code), code), id: `country:${code}` },
      namesOfCountry(code, aliases[code] ?? [], peoples),
    );
  gazetteer.nextRank();
  for (const [code, names] of Object.entries(places.cities))
    for (const name of names) gazetteer.add(placeEntry('city', name, code), [name]);
  for (const name of places.regions.flat())
    gazetteer.add({ id: `region:${phraseKey(name)}`, sort: 'region', caption: name }, [name]);
  gazetteer.nextRank();
  const codesOf = new Map<string, string[]>();
  for (const [code, words] of [...Object.entries(demonyms), ...Object.entries(ADJECTIVES)])
    for (const word of words) codesOf.set(word, [...new Set([...(codesOf.get(word) ?? []), code])]);
  for (const [word, codes] of codesOf) {
    const plural = /(?:ese|sh|ch|s)$/u.test(word) ? [] : [`${word}s`];
    gazetteer.add({ id: `demonym:${phraseKey(word)}`, sort: 'demonym', caption: word, countries: codes }, [
      word,
      ...plural,
    ]);
  }
  gazetteer.nextRank();
  for (const word of places.adjectives)
    gazetteer.add({ id: `adjective:${phraseKey(word)}`, sort: 'adjective', caption: word }, [
      word,
      `${word}s`,
    ]);

  return [
    { path: `${FOLDER}/gazetteer.json`, text: gazetteer.text() },
    { path: `${FOLDER}/words.json`, text: await wordsText(read, places) },
  ];
}

/** Names of rising rank: of a name that is taken in a higher rank, the lower is left out. */
class Gazetteer {
  readonly #entries: Entry[] = [];
  readonly #phrases = new Map<string, number>();
  #taken = new Map<string, number>();

  add(entry: Entry, names: readonly string[]): void {
    const number = this.#entries.length;
    let isUsed = false;
    for (const name of new Set(names)) {
      const key = isCapitalsOnly(name) ? name.replaceAll('.', '') : phraseKey(name);
      const other = this.#taken.get(key);
      if (other !== undefined && other !== number)
        throw new Error(`"${name}" names ${this.#entries[other]?.id} and ${entry.id}.`);
      if (this.#phrases.has(key)) continue;
      this.#taken.set(key, number);
      this.#phrases.set(key, number);
      isUsed = true;
    }
    if (isUsed) this.#entries.push(entry);
    else for (const [key, value] of this.#taken) if (value === number) this.#taken.delete(key);
  }

  nextRank(): void {
    this.#taken = new Map();
  }

  text(): string {
    const phrases = [...this.#phrases].sort(([left], [right]) => (left < right ? -1 : 1));
    return `${JSON.stringify({ entries: this.#entries, phrases: Object.fromEntries(phrases) }, null, 1)}\n`;
  }
}

function outletEntry(id: string, { caption, country }: Body): Entry {
  return { id: `outlet:${id}`, sort: 'outlet', caption, ...(country && { countries: [country] }) };
}

function authorityEntry(id: string, { caption, country, parent, act }: Body): Entry {
  return {
    id: `body:${id}`,
    sort: 'body',
    caption,
    ...(country && { countries: [country] }),
    ...(parent && { parent: `body:${parent}` }),
    ...(act?.length && { act }),
  };
}

function placeEntry(sort: string, caption: string, code: string): Entry {
  return { id: `${sort}:${phraseKey(caption)}`, sort, caption, countries: [code] };
}

function namesOf({ caption, names = [] }: Body): string[] {
  return [caption, ...names];
}

/** "US Treasury", "American Treasury", "U.S. Department of the Treasury" beside the names without the country. */
function withCountry(body: Body, demonyms: Readonly<Record<string, readonly string[]>>): string[] {
  const { country } = body;
  if (!country || country === 'eu') return [];
  const before = [
    captionOf(country),
    ...(SHORT_NAMES[country] ?? []),
    ...(demonyms[country] ?? []),
    ...(ADJECTIVES[country] ?? []),
  ];
  const bare = namesOf(body).filter((name) => !before.some((word) => name.startsWith(`${word} `)));
  return before.flatMap((word) => bare.map((name) => `${word} ${name}`));
}

function captionOf(code: string): string {
  const names = countryNames.names as Readonly<Record<string, string>>;
  const short =
    code.length === 2 ? new Intl.DisplayNames('en', { type: 'region' }).of(code.toUpperCase()) : undefined;
  return short && short !== code.toUpperCase()
    ? short.replace(/ \(.*\)$| SAR China$/u, '')
    : (names[code] ?? code);
}

function namesOfCountry(code: string, aliases: readonly string[], peoples: ReadonlySet<string>): string[] {
  const names = countryNames.names as Readonly<Record<string, string>>;
  const long = [captionOf(code), names[code] ?? '', ...aliases].filter(
    (name) =>
      name.length > 3 &&
      !/[,()&]/u.test(name) &&
      !NO_COUNTRY.has(name) &&
      !peoples.has(name) &&
      !isCapitalsOnly(name),
  );
  return [...new Set([...long.map((name) => name.replace(/^The /u, '')), ...(SHORT_NAMES[code] ?? [])])];
}

interface Roles {
  readonly honorifics: readonly string[];
  readonly titles: readonly string[];
  readonly heads: Readonly<Record<string, readonly string[]>>;
  readonly modifiers: readonly string[];
  readonly female: readonly string[];
  readonly male: readonly string[];
}

interface OrganisationHeads {
  readonly last: readonly string[];
  readonly vague: readonly string[];
  readonly first: readonly string[];
  readonly lower: readonly string[];
  readonly nouns: readonly string[];
  readonly ministries: readonly string[];
  readonly vesselBefore: readonly string[];
  readonly vesselPrefix: readonly string[];
}

interface NotNames {
  readonly words: readonly string[];
  readonly abbreviations: readonly string[];
  readonly lastWords: readonly string[];
  readonly openers: readonly string[];
  readonly openerEndings: readonly string[];
}

async function wordsText(read: (name: string) => Promise<unknown>, places: Places): Promise<string> {
  const roles = (await read('news/roles.yml')) as Roles;
  const heads = (await read('news/org-heads.yml')) as OrganisationHeads;
  const others = (await read('news/not-names.yml')) as NotNames;
  const publicPeople = (await read('news/public-people.yml')) as Readonly<Record<string, readonly string[]>>;
  const genders = (await read('news/given-name-gender.yml')) as Readonly<Record<'female' | 'male', string>>;
  const both = nameList(genders.female).filter((name) => nameList(genders.male).includes(name));
  if (both.length > 0) throw new Error(`Names of women and of men: ${both.join(', ')}.`);
  const classOf = new Map<string, string>();
  for (const [name, words] of Object.entries(roles.heads)) {
    for (const word of words) {
      const other = classOf.get(word);
      if (other) throw new Error(`The role "${word}" is of ${other} and of ${name}.`);
      classOf.set(word, name);
    }
  }
  const tables = {
    honorifics: keys(roles.honorifics),
    titles: keys(roles.titles),
    roleClass: Object.fromEntries([...classOf].sort(([left], [right]) => (left < right ? -1 : 1))),
    roleModifiers: keys(roles.modifiers),
    female: keys(roles.female),
    male: keys(roles.male),
    orgLast: keys(heads.last),
    orgVague: keys(heads.vague),
    orgFirst: keys(heads.first),
    orgLower: keys(heads.lower),
    bodyNouns: keys(heads.nouns),
    ministries: keys(heads.ministries),
    vesselBefore: keys(heads.vesselBefore),
    vesselPrefix: heads.vesselPrefix,
    placeLast: keys(places.last),
    placeFirst: keys(places.first),
    never: keys(others.words),
    abbreviations: [...new Set(others.abbreviations)].sort(),
    thingLast: keys(others.lastWords),
    openers: keys(others.openers),
    publicSurnames: Object.fromEntries(
      Object.entries(publicPeople).flatMap(([code, names]) => names.map((name) => [phraseKey(name), code])),
    ),
    femaleNames: nameList(genders.female),
    maleNames: nameList(genders.male),
    openerEndings: others.openerEndings,
  };
  return `${JSON.stringify(tables, null, 1)}\n`;
}

function nameList(text: string): string[] {
  return keys(text.trim().split(/\s+/u));
}

function keys(words: readonly string[]): string[] {
  return [...new Set(words.map(phraseKey))].sort();
}
