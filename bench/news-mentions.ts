// How well reading finds who, when and how many, on the two reports of ../shared/eval/articles with their gold: mentions
// of people and organisations by overlap (kinds name and metonym), coreference by party, times and quantities by
// overlap, and the time that one article takes. Prints a table and what was missed or invented; SHOW=1 prints all.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { partiesOf } from '../src/news/mention/parties-of.ts';
import { quantitiesOf } from '../src/news/quantity/quantities-of.ts';
import { documentOf } from '../src/news/text/tokenise.ts';
import { timesOf } from '../src/news/time/times-of.ts';
import { zonesOf } from '../src/news/zones/zones-of.ts';

interface GoldMention {
  readonly entity: string;
  readonly kind: 'name' | 'metonym' | 'demonym' | 'nominal' | 'pronoun';
  readonly start: number;
  readonly end: number;
  readonly surface: string;
}

interface GoldArticle {
  readonly id: string;
  readonly file: string;
  readonly mentions: readonly GoldMention[];
  readonly datesAndQuantities: readonly {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly surface: string;
  }[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const folder = new URL('../../shared/eval/articles/', import.meta.url);
const isShown = process.env.SHOW === '1';
/** The day on which both reports were published, within a day. */
const PUBLISHED = '2023-03-31';
const ROUNDS = 100;

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

function share(hits: number, all: number): number {
  return all === 0 ? 1 : hits / all;
}

function score(
  name: string,
  gold: readonly (Range & { surface: string })[],
  found: readonly (Range & { surface: string })[],
) {
  const missed = gold.filter((one) => !found.some((other) => overlaps(one, other)));
  const invented = found.filter((one) => !gold.some((other) => overlaps(one, other)));
  const recall = share(gold.length - missed.length, gold.length);
  const precision = share(found.length - invented.length, found.length);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  process.stdout.write(
    `${name.padEnd(26)} gold ${String(gold.length).padStart(4)}  P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}\n`,
  );
  for (const { surface } of missed) process.stdout.write(`    missed    ${surface}\n`);
  for (const { surface } of invented) process.stdout.write(`    invented  ${surface}\n`);
  return { name, gold: gold.length, found: found.length, precision, recall, f1 };
}

if (!existsSync(folder)) {
  process.stdout.write('Left out: ../shared/eval/articles is absent.\n');
} else {
  const { articles } = JSON.parse(readFileSync(new URL('seed-gold.json', folder), 'utf8')) as {
    articles: readonly GoldArticle[];
  };
  const results: object[] = [];
  for (const article of articles) {
    const text = readFileSync(new URL(article.file, folder), 'utf8');
    const document = documentOf(text, zonesOf(text));
    const at = <T extends Range>(range: T) => ({ ...range, surface: text.slice(range.start, range.end) });
    const parties = partiesOf(document);
    process.stdout.write(`\n${article.file}\n`);
    if (isShown)
      for (const party of parties)
        process.stdout.write(
          `  ${party.type.padEnd(13)}${party.caption}  [${party.countries}] roles=${party.roles.join('; ')} age=${party.age ?? ''} variants=${party.variants.join('; ')}${party.isBoilerplate ? ' BOILERPLATE' : ''}\n      ${party.mentions.map((one) => `${at(one).surface}<${one.kind}>`).join(' | ')}\n`,
        );
    const isNaming = (kind: string) => kind === 'name' || kind === 'metonym' || kind === 'acronym';
    const named = parties.flatMap((party) =>
      party.mentions.filter(({ kind }) => isNaming(kind)).map((one) => ({ ...at(one), type: party.type })),
    );
    const gold = article.mentions.filter(({ kind }) => isNaming(kind));
    const people = gold.filter(({ entity }) => entity.startsWith('per:'));
    const bodies = gold.filter(({ entity }) => entity.startsWith('org:'));
    const places = gold.filter(({ entity }) => /^(?:gpe|loc):/u.test(entity));
    const isBody = (type: string) => type === 'organisation' || type === 'outlet' || type === 'vessel';
    results.push(
      score(
        'people',
        people,
        named.filter(({ type }) => type === 'person'),
      ),
      score(
        'organisations',
        bodies,
        named.filter(({ type }) => isBody(type)),
      ),
      score(
        'places',
        places,
        named.filter(({ type }) => type === 'place'),
      ),
    );
    const all = parties.flatMap((party, number) =>
      party.mentions.map((one) => ({ ...at(one), kind: one.kind, number })),
    );
    for (const kind of ['demonym', 'nominal', 'pronoun'] as const) {
      const isGold = article.mentions.filter(
        (one) => one.kind === kind && !/^org:(?:us-|experts|unconfirmed)/u.test(one.entity),
      );
      results.push(
        score(
          kind,
          isGold,
          all.filter((one) => one.kind === kind),
        ),
      );
    }
    const times = timesOf(document, { published: PUBLISHED });
    const quantities = quantitiesOf(document);
    if (isShown) {
      for (const time of times)
        process.stdout.write(
          `  time      ${at(time).surface}  ${time.from ?? '…'}..${time.to ?? '…'} ${time.certainty} ${time.anchor ?? ''}\n`,
        );
      for (const one of quantities)
        process.stdout.write(
          `  quantity  ${at(one).surface}  ${one.op}${one.value}${one.to ? `..${one.to}` : ''} ${one.unit ?? '-'} of ${one.of ?? '-'}\n`,
        );
    }
    const goldOf = (type: string) => article.datesAndQuantities.filter((one) => one.type === type);
    results.push(
      score('times', goldOf('DATE'), times.map(at)),
      score('quantities', goldOf('QUANTITY'), quantities.map(at)),
    );

    const read = () => {
      partiesOf(document);
      timesOf(document, { published: PUBLISHED });
      quantitiesOf(document);
    };
    for (let round = 0; round < ROUNDS; round += 1) read();
    const begin = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) read();
    const { user, system } = process.cpuUsage(begin);
    const milliseconds = (user + system) / 1000 / ROUNDS;
    process.stdout.write(`${milliseconds.toFixed(2)} ms of processor time an article\n`);
    results.push({ article: article.file, milliseconds });
  }
  const out = fileURLToPath(new URL('./out/', import.meta.url));
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}news-mentions.json`, `${JSON.stringify(results, null, 1)}\n`);
}
