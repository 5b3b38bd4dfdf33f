// How much of the organisation names on the official lists the knowledge of words covers, and what it misses most:
//   node bench/names-knowledge.ts [how many missed tokens to show, 60 by default]
// Reads OFAC SDN (entities and their aliases) and UK OFSI (entities) from ../shared/lists; without them it says so.
import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { matchLegalForm } from '../src/names/knowledge/legal-forms.ts';
import { numeralValue } from '../src/names/knowledge/numbers.ts';
import { matchOrgWord, orgStopword } from '../src/names/knowledge/org-words.ts';
import { romaniseForms } from '../src/names/script/index.ts';

type Kind = 'legal form' | 'word' | 'number' | 'small word' | 'unknown';

const lists = fileURLToPath(new URL('../../shared/lists/', import.meta.url));
const SDN = `${lists}ofac/sdn-2023-12-28/sdn.csv.gz`;
const ALT = `${lists}ofac/sdn-2023-12-28/alt.csv`;
const UK = `${lists}uk/ofsi-conlist-2025-04-10/ConList.csv.gz`;
const shown = Number(process.argv[2] ?? 60);

/** Names by party. */
async function readOrganisations(): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  const add = (party: string, name: string) => names.set(party, [...(names.get(party) ?? []), name]);
  for await (const row of rowsOf(SDN)) if (row[2]?.trim() === '-0-') add(`ofac-${row[0]}`, row[1]!);
  for await (const row of rowsOf(ALT)) if (names.has(`ofac-${row[0]}`)) add(`ofac-${row[0]}`, row[3]!);
  let header: readonly string[] | undefined;
  for await (const row of rowsOf(UK)) {
    if (row[0] === 'Name 6') header = row;
    else if (header && row[header.indexOf('Group Type')] === 'Entity')
      add(`uk-${row[header.indexOf('Group ID')]}`, row[0]!);
  }
  return names;
}

async function* rowsOf(path: string): AsyncGenerator<readonly string[]> {
  const file = createReadStream(path);
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  yield* text.pipe(parse({ relaxColumnCount: true, relaxQuotes: true }));
}

function tokensOf(name: string): string[] {
  const [form] = romaniseForms(name, { limit: 1 });
  return (form?.text ?? '')
    .replaceAll("'", '')
    .split(/[\s-]+/u)
    .filter(Boolean);
}

/** What each token is, in the order in which a name is read: legal form, word, small word, number. */
function kindsOf(tokens: readonly string[]): Kind[] {
  const kinds: Kind[] = [];
  while (kinds.length < tokens.length) {
    const at = kinds.length;
    const legal = matchLegalForm(tokens, at);
    const word = legal ? undefined : matchOrgWord(tokens, at);
    const length = legal?.length ?? word?.length ?? 1;
    for (let covered = 0; covered < length; covered += 1) {
      kinds.push(legal ? 'legal form' : word ? 'word' : single(tokens[at]!));
    }
  }
  return kinds;
}

function single(token: string): Kind {
  if (orgStopword(token)) return 'small word';
  return numeralValue(token) ? 'number' : 'unknown';
}

if (![SDN, ALT, UK].every((path) => existsSync(path))) {
  process.stdout.write('Left out: the lists of ../shared are not there.\n');
} else {
  const organisations = await readOrganisations();
  const counts: Record<Kind, number> = { 'legal form': 0, word: 0, number: 0, 'small word': 0, unknown: 0 };
  const missed = new Map<string, number>();
  let tokenCount = 0;
  let nameCount = 0;
  const start = performance.now();
  for (const names of organisations.values()) {
    const missedHere = new Set<string>();
    for (const name of names) {
      const tokens = tokensOf(name);
      nameCount += 1;
      tokenCount += tokens.length;
      for (const [at, kind] of kindsOf(tokens).entries()) {
        counts[kind] += 1;
        if (kind === 'unknown') missedHere.add(tokens[at]!);
      }
    }
    for (const token of missedHere) missed.set(token, (missed.get(token) ?? 0) + 1);
  }
  const took = performance.now() - start;
  process.stdout.write(`${organisations.size} organisations, ${nameCount} names, ${tokenCount} tokens\n`);
  for (const [kind, count] of Object.entries(counts)) {
    process.stdout.write(`${kind.padEnd(11)} ${((100 * count) / tokenCount).toFixed(1).padStart(5)} %\n`);
  }
  process.stdout.write(`${((took / tokenCount) * 1000).toFixed(2)} µs a token, romanising included\n`);
  const top = [...missed].sort((one, other) => other[1] - one[1]).slice(0, shown);
  process.stdout.write(
    `\nunknown tokens, by organisations:\n${top.map(([token, count]) => `${token} ${count}`).join(', ')}\n`,
  );
}
