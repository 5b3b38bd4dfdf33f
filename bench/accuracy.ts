// `node bench/accuracy.ts`: how well names and parties are told apart, on the labelled development sets and on decks
// made from the lists themselves. Prints tables, writes bench/out/accuracy.json. Name sections to run them alone: pairs,
// checks, un, harder, alias, scripts, calibration. SHOW=1 prints what is missed.
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { parseCountry } from '../src/model/country.ts';
import { isSchemaName, propertiesOf, type SchemaName } from '../src/model/schema/schema.ts';
import { NAME_SCORE_V1 } from '../src/names/compare/parameters.ts';
import { compareParties } from '../src/screen/compare-parties.ts';
import { indexInMemory } from '../src/screen/index/index-file.ts';
import type { ListedParty } from '../src/screen/listed-party.ts';
import { makeListedParty } from '../src/screen/listed-party.ts';
import { factsOfProperties, type PartyFacts } from '../src/screen/party.ts';
import { Screener } from '../src/screen/screener.ts';
import { ALTERATIONS, alteredDeck } from './support/alterations.ts';
import { judge, reliability } from './support/calibration.ts';
import { allPairs, scoreOfPair } from './support/name-pairs.ts';
import { realParties, realRecords, requireShared, SHARED } from './support/real-lists.ts';
import { printTable, type Row, seeded, writeFigures } from './support/report.ts';
import { thresholdRows } from './support/thresholds.ts';

requireShared();
const EVAL = `${SHARED}eval/`;
/** Score from which two names are the same to the reader, in whatever script: parties that bear it are told by no name. */
const SAME_NAME = 0.95;

/** Weight below which a part of a name is a general word. */
const GENERAL = 0.35;

const figures: Record<string, unknown> = {};
const wanted = process.argv.slice(2);
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  pairs,
  checks,
  un,
  harder,
  alias,
  scripts,
  calibration,
};
for (const [name, run] of Object.entries(SECTIONS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  await run();
  process.stdout.write(`  (${name}: ${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
}
writeFigures('accuracy', figures);

function keep(section: string, title: string, rows: readonly Row[]): void {
  printTable(title, rows);
  figures[section] = rows;
}

/** Labelled pairs of names. */
async function pairs(): Promise<void> {
  const rows = parseCsv(readFileSync(`${EVAL}name-pairs.csv`), { columns: true }) as Record<string, string>[];
  const scored = rows.map((row) => {
    const schema = (isSchemaName(row['schema']!) ? row['schema'] : 'LegalEntity') as SchemaName;
    const facts = (name: string) => factsOfProperties(schema, { name: [name] });
    const { score } = compareParties(facts(row['name1']!), facts(row['name2']!));
    const peer = row['logicv2_score'] ? Number(row['logicv2_score']) : undefined;
    return { row, score, isMatch: row['is_match'] === 'true', peer };
  });
  const people = scored.filter(({ row }) => row['schema'] === 'Person');
  const strong = scored.filter(({ row }) => row['quality'] === 'STRONG');
  keep(
    'pairs',
    'Name pairs (development half)',
    thresholdRows({
      all: scored,
      people,
      others: scored.filter(({ row }) => row['schema'] !== 'Person'),
      STRONG: strong,
      'logic-v2, same rows': scored.flatMap(({ peer, isMatch }) =>
        peer === undefined ? [] : [{ score: peer, isMatch }],
      ),
      'ours, rows that logic-v2 scored': scored.filter(({ peer }) => peer !== undefined),
    }),
  );
  const wrong = strong.filter(({ score, isMatch }) => score >= 0.5 !== isMatch);
  for (const { row, score } of wrong)
    process.stdout.write(
      `  STRONG pair wrong: ${row['name1']} | ${row['name2']} | ${row['is_match']} | ${score.toFixed(3)}\n`,
    );
  if (process.env['SHOW']) {
    for (const { row, score, isMatch } of scored)
      if (score >= 0.5 !== isMatch)
        process.stdout.write(
          `  ${isMatch ? 'FN' : 'FP'} ${score.toFixed(3)} ${row['name1']} | ${row['name2']}\n`,
        );
  }
}

/** How well the score is a probability, on the half of the pairs that no number was fitted to; see fit-names.ts. */
async function calibration(): Promise<void> {
  const scored = (await allPairs())
    .filter(({ pair }) => !pair.isForFit)
    .map((one) => ({
      pair: one.pair,
      score: scoreOfPair(one, NAME_SCORE_V1),
      isMatch: one.pair.isMatch,
      weight: one.weight,
    }));
  const of = (isWanted: (from: string) => boolean) => judge(scored.filter(({ pair }) => isWanted(pair.from)));
  keep('calibration', 'Names alone, pairs held out of the fit: a name with its nearest alias or namesake', [
    { slice: 'all', ...of(() => true) },
    { slice: 'labelled pairs', ...of((from) => from === 'labelled') },
    { slice: 'pairs of the lists', ...of((from) => from !== 'labelled') },
  ]);
  const diagram = reliability(scored);
  printTable('Reliability diagram: # is the share that matches, | the score', diagram);
  figures['reliability'] = diagram;
}

/** Labelled pairs of entities. */
async function checks(): Promise<void> {
  interface Check {
    readonly match: boolean;
    readonly schema: string;
    readonly query: Record<string, unknown>;
    readonly candidate: Record<string, unknown>;
  }
  const { checks: blocks } = parseYaml(readFileSync(`${EVAL}entity-checks.yml`, 'utf8')) as {
    checks: Check[];
  };
  const factsOf = (schema: SchemaName, entity: Record<string, unknown>) => {
    const known = propertiesOf(schema);
    const properties = Object.fromEntries(
      Object.entries(entity)
        .filter(([name]) => known.has(name))
        .map(([name, value]) => [name, ([value].flat() as unknown[]).map(String)]),
    );
    return factsOfProperties(schema, properties);
  };
  const scored = blocks.map((check) => {
    const schema = isSchemaName(check.schema) ? check.schema : 'LegalEntity';
    const { score } = compareParties(factsOf(schema, check.query), factsOf(schema, check.candidate));
    return { check, score, isMatch: check.match };
  });
  keep('checks', 'Entity checks (development half)', thresholdRows({ all: scored }));
  if (process.env['SHOW'])
    for (const { check, score, isMatch } of scored)
      if (score >= 0.5 !== isMatch)
        process.stdout.write(
          `  ${isMatch ? 'FN' : 'FP'} ${score.toFixed(3)} ${JSON.stringify(check.query)} | ${JSON.stringify(check.candidate)}\n`,
        );
}

type Person = Record<string, string>;

function readPeople(file: string): Person[] {
  return parseCsv(readFileSync(`${EVAL}screening/${file}`), { columns: true }) as Person[];
}

function personQuery(person: Person, isFull: boolean) {
  const text = (column: string): string[] => (person[column] ? [person[column]] : []);
  if (!isFull) return factsOfProperties('Person', { name: text('full_name') });
  const nationality = text('nationality').flatMap((name) => parseCountry(name) ?? []);
  return factsOfProperties('Person', {
    name: text('full_name'),
    birthDate: text('date_of_birth'),
    birthPlace: text('place_of_birth'),
    gender: text('gender').filter((gender) => gender !== 'other'),
    nationality,
  });
}

/** Key under which a listed person of the treated deck is known again: the untreated name. */
function wordKey(name: string): string {
  return (
    name
      .toLowerCase()
      // The deck keeps "na" (not available), which the UN writes in empty fields.
      .replace(/ na$/u, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .sort()
      .join(' ')
  );
}

/** The people of the UN list, altered, among people who are not listed. */
async function un(): Promise<void> {
  const parties = await realParties('un2025', 'un');
  const screener = new Screener(indexInMemory(parties));
  const byName = new Map<string, Set<string>>();
  for (const party of parties) {
    for (const { text } of party.facts.names)
      byName.set(wordKey(text), (byName.get(wordKey(text)) ?? new Set()).add(party.id));
  }
  const treated = readPeople('positives_un_treated.csv');
  const untreated = readPeople('positives_un_untreated.csv');
  const negatives = [...readPeople('negatives_us_5000.csv'), ...readPeople('negatives_global_5000.csv')];
  const rows: Row[] = [];
  for (const isFull of [false, true]) {
    const top = (person: Person): number =>
      screener.search(personQuery(person, isFull), { limit: 1, cutoff: 0.0001 })[0]?.score ?? 0;
    const falseScores = negatives.map(top).sort((one, other) => other - one);
    // The score that one in a thousand of the negatives exceeds.
    const atOnePerMille = falseScores[Math.floor(negatives.length / 1000)]!;
    const positives = treated.map((person, at) => {
      const truth = byName.get(wordKey(untreated[at]!['full_name']!)) ?? new Set();
      const found = screener.search(personQuery(person, isFull), { limit: 50, cutoff: 0 });
      const rank = found.findIndex(({ party }) => truth.has(party.id));
      return {
        rank,
        score: rank < 0 ? 0 : found[rank]!.score,
        isAltered: person['full_name'] !== untreated[at]!['full_name'],
        person,
      };
    });
    const recall = (of: typeof positives, isFound: (one: (typeof positives)[number]) => boolean): number =>
      of.filter(isFound).length / of.length;
    const altered = positives.filter(({ isAltered }) => isAltered);
    rows.push({
      query: isFull ? 'all attributes' : 'names only',
      '@1': recall(positives, ({ rank }) => rank === 0),
      '@5': recall(positives, ({ rank }) => rank >= 0 && rank < 5),
      '@50': recall(positives, ({ rank }) => rank >= 0),
      'score at .1% FP': atOnePerMille,
      'recall there': recall(positives, ({ score }) => score > atOnePerMille),
      'altered there': recall(altered, ({ score }) => score > atOnePerMille),
      'recall at .5': recall(positives, ({ score }) => score >= 0.5),
      'FP per 10,000 at .5': (falseScores.filter((score) => score >= 0.5).length / negatives.length) * 10_000,
      'at .9': (falseScores.filter((score) => score >= 0.9).length / negatives.length) * 10_000,
    });
    if (process.env['SHOW']) {
      for (const { person, score, rank } of positives)
        if (score <= atOnePerMille)
          process.stdout.write(`  missed ${person['full_name']} (rank ${rank}, ${score.toFixed(3)})\n`);
      for (const person of negatives)
        if (top(person) >= atOnePerMille) {
          const found = screener.search(personQuery(person, isFull), { limit: 1, cutoff: 0 })[0];
          process.stdout.write(
            `  false ${person['full_name']} ~ ${found?.names?.candidate.surface} ${found?.score}\n`,
          );
        }
    }
  }
  keep('un', 'People of the UN list, altered; 10,000 people who are not listed', rows);
}

/** Own alterations of people of three lists. */
async function harder(): Promise<void> {
  const parties = await realParties('ofac', 'un', 'uk');
  const screener = new Screener(indexInMemory(parties));
  const random = seeded(41736);
  const people = parties
    .filter((party) => party.schema === 'Person' && random() < 0.08)
    .map((party) => {
      const own = party.facts.names.filter(
        ({ text, isWeak }) =>
          !isWeak && /^[\p{Script=Latin}\s'’-]+$/u.test(text) && text.split(' ').length >= 2,
      );
      return { party, name: own[Math.floor(random() * own.length)]?.text };
    })
    .filter((one): one is { party: ListedParty; name: string } => one.name !== undefined);
  const right = people.map(({ party, name }) => bearersOf(screener, name).add(party.id));
  const rows: Row[] = [];
  for (const [title, alteration] of Object.entries(ALTERATIONS)) {
    const deck = alteredDeck(
      people.map(({ name }) => name),
      alteration,
      7,
    );
    const ranks = deck.map(({ query, of }) => {
      const found = screener.search(factsOfProperties('Person', { name: [query] }), {
        limit: 50,
        cutoff: 0.0001,
      });
      const place = found.findIndex(({ party }) => right[of]!.has(party.id));
      // Parties with the very same score cannot be told apart by a name: such a tie counts as found.
      return place < 0 ? -1 : found.findIndex(({ score }) => score === found[place]!.score);
    });
    const share = (limit: number): number =>
      ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
    rows.push({ alteration: title, n: deck.length, '@1': share(1), '@5': share(5), '@50': share(50) });
    if (process.env['SHOW'])
      deck.forEach(({ query, of }, at) => {
        if (ranks[at]! < 0 || ranks[at]! >= 5)
          process.stdout.write(`  ${title}: ${query} (of ${people[of]!.name}, rank ${ranks[at]})\n`);
      });
  }
  keep('harder', `Own alterations of ${people.length} people of OFAC, UN and UK`, rows);
}

/** Everybody who bears a name as it stands on the lists: namesakes, and one person listed twice under two ids. */
function bearersOf(screener: Screener, name: string): Set<string> {
  const query = factsOfProperties('Person', { name: [name] });
  return new Set(screener.search(query, { limit: 50, cutoff: SAME_NAME }).map(({ party }) => party.id));
}

/** One strong alias of each OFAC party left out of the index, and asked for. */
async function alias(): Promise<void> {
  const parties = (await realRecords('ofac')).map((record) => makeListedParty([record], []));
  const random = seeded(64887);
  const held: { query: string; of: number; schema: SchemaName }[] = [];
  const rest = parties.map((party, of) => {
    const strong = party.facts.names.filter(({ isWeak }) => !isWeak);
    if (strong.length < 2 || party.schema === 'Vessel' || party.schema === 'Airplane') return party;
    const [gone] = strong.splice(1 + Math.floor(random() * (strong.length - 1)), 1);
    if (random() < 0.5) held.push({ query: gone!.text, of, schema: party.schema });
    else return party;
    return { ...party, facts: { ...party.facts, names: party.facts.names.filter((name) => name !== gone) } };
  });
  const screener = new Screener(indexInMemory(rest));
  const rows: Row[] = [];
  for (const [slice, isWanted] of [
    ['people', (schema: SchemaName) => schema === 'Person'],
    ['organisations', (schema: SchemaName) => schema !== 'Person'],
  ] as const) {
    const deck = held.filter(({ schema }) => isWanted(schema));
    const ranks = deck.map(({ query, of, schema }) => {
      const found = screener.search(factsOfProperties(schema, { name: [query] }), {
        limit: 50,
        cutoff: 0.0001,
      });
      const place = found.findIndex(({ party }) => party.id === parties[of]!.id);
      return place < 0 ? -1 : found.findIndex(({ score }) => score === found[place]!.score);
    });
    const share = (limit: number): number =>
      ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
    const misses = deck.filter((_, at) => ranks[at]! < 0 || ranks[at]! >= 5);
    const missed = { 'nothing alike': 0, 'a general word alike': 0, 'one part alike': 0, 'more alike': 0 };
    for (const { query, of, schema } of misses) {
      const likeness = likenessOfMiss(factsOfProperties(schema, { name: [query] }), rest[of]!);
      missed[likeness] += 1;
      if (process.env['SHOW']) process.stdout.write(`  ${likeness}: ${query} (of ${parties[of]!.caption})\n`);
    }
    rows.push({
      slice,
      n: deck.length,
      '@1': share(1),
      '@5': share(5),
      '@50': share(50),
      missed: misses.length,
      ...missed,
    });
  }
  keep(
    'alias',
    'One strong alias left out, OFAC alone; misses at 5 by what the nearest other name shares',
    rows,
  );
}

/** What a name that was left out shares with the nearest name that its party has besides. */
function likenessOfMiss(
  query: PartyFacts,
  party: ListedParty,
): 'nothing alike' | 'a general word alike' | 'one part alike' | 'more alike' {
  const parts = compareParties(query, party.facts).names?.parts ?? [];
  const alike = parts.filter(({ relation }) => relation === 'agree');
  if (alike.length === 0) return 'nothing alike';
  const telling = alike.filter(({ weight }) => weight > GENERAL).length;
  if (telling === 0) return 'a general word alike';
  return telling === 1 ? 'one part alike' : 'more alike';
}

/** Names across scripts, and one person in many scripts. */
async function scripts(): Promise<void> {
  const lines = readFileSync(`${EVAL}name-variants/cross-script-pairs.csv`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const scored = lines.map((line) => {
    const [query = '', candidate = ''] = line.split(',');
    const facts = (name: string) => factsOfProperties('LegalEntity', { name: [name] });
    return { query, candidate, score: compareParties(facts(query), facts(candidate)).score };
  });
  const parties = await realParties('ofac', 'un', 'uk');
  const screener = new Screener(indexInMemory(parties));
  const variants = readFileSync(`${EVAL}name-variants/putin-name-variants.txt`, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const ranks = variants.map((name) =>
    screener
      .search(factsOfProperties('Person', { name: [name] }), { limit: 50, cutoff: 0 })
      .findIndex(({ party }) => party.id === 'us_ofac_sdn-35096'),
  );
  const share = (limit: number): number =>
    ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
  keep('scripts', 'Across scripts', [
    {
      deck: 'cross-script pairs, score at least .5',
      n: scored.length,
      share: scored.filter(({ score }) => score >= 0.5).length / scored.length,
    },
    { deck: 'Putin variants @1', n: variants.length, share: share(1) },
    { deck: 'Putin variants @5', n: variants.length, share: share(5) },
  ]);
  for (const { query, candidate, score } of scored)
    if (score < 0.5) process.stdout.write(`  below: ${query} | ${candidate} | ${score.toFixed(3)}\n`);
  variants.forEach((name, at) => {
    if (ranks[at]! < 0 || ranks[at]! >= 5)
      process.stdout.write(`  not in the first five: ${name} (rank ${ranks[at]})\n`);
  });
}
