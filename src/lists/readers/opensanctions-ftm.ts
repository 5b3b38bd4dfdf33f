// OpenSanctions' `entities.ftm.json`, and any file of FollowTheMoney entities, one JSON object a line. What belongs
// together is found by ftm-graph.ts in a first pass, which keeps ids only; then the file is read again, in as many
// passes as it takes to hold the lines of one share of its records at a time.
// Values are taken as they stand: the file is already in FollowTheMoney. Ids become ours: `<dataset>-<id>` for listed
// parties, and below the party's for what hangs on it.
import { type Entity, EntityBuilder } from '../../model/entity.ts';
import { InterdictError } from '../../model/errors.ts';
import { type ListRecord, partyId } from '../../model/record.ts';
import { edgeOf, isA, propertiesOf, type SchemaName } from '../../model/schema/schema.ts';
import type { ListFile } from '../list-file.ts';
import { textLines } from '../read/lines.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { FtmGraph } from './opensanctions/ftm-graph.ts';
import { type FtmLine, parseFtmLine } from './opensanctions/ftm-line.ts';

/** Characters of JSON of the records that are held at a time. */
const SHARE_CHARACTERS = 32_000_000;

export const openSanctionsFtm: ListReader = {
  format: 'opensanctions-ftm',
  title: 'FollowTheMoney entities (JSON lines)',
  version: 1,
  recognise(head) {
    const lines = head.text.split('\n');
    const [first = ''] = lines;
    if (
      !/^\s*\{/u.test(first) ||
      !/"schema"\s*:\s*"\w+"/u.test(first) ||
      !/"properties"\s*:\s*\{/u.test(first)
    )
      return undefined;
    const found = [...head.text.matchAll(/"datasets"\s*:\s*(\[[^\]]*\])/gu)].map((match) => match[1] ?? '');
    const name = /^\[\s*"([a-z0-9_]+)"\s*\]$/u.exec(found[0] ?? '')?.[1];
    const isOne = name !== undefined && found.every((datasets) => datasets === found[0]);
    return { part: 'main', ...(isOne ? { dataset: name } : {}) };
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input.dataset, file, SHARE_CHARACTERS);
  },
};

/** @param shareCharacters see SHARE_CHARACTERS; a test sets it low */
export async function* readFile(
  dataset: string,
  file: ListFile,
  shareCharacters: number,
): AsyncGenerator<ReadEvent> {
  const graph = new FtmGraph();
  for await (const text of textLines(file)) {
    const line = parseFtmLine(text, file.name);
    if (graph.add(line, text.text.length)) continue;
    const message = `${file.name}, line ${text.line}: the entity ${line.id} occurs twice.`;
    throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line: text.line });
  }
  graph.link();
  const shares = graph.shares(shareCharacters);
  // Shares are given out in order, so the last party has the last one; without a party one pass tells why.
  const last = [...shares.values()].at(-1) ?? 0;
  for (let share = 0; share <= last; share += 1)
    yield* readShare(
      new FtmRecords(dataset, file.name, graph),
      file,
      (owner) => shares.get(owner) === share,
      share === 0,
    );
  yield { kind: 'total', part: 'main', rows: graph.size };
}

/** One pass: the records of the listed parties that are wanted; in the first one also what is in no record. */
async function* readShare(
  records: FtmRecords,
  file: ListFile,
  isWanted: (owner: number) => boolean,
  isFirst: boolean,
): AsyncGenerator<ReadEvent> {
  const { graph } = records;
  let number = -1;
  for await (const text of textLines(file)) {
    number += 1;
    const owners = graph.ownersOf(number);
    if (owners.length === 0 && isFirst)
      yield setAside(parseFtmLine(text, file.name), graph.schemaOf(number), file, text.line);
    const wanted = owners.filter(isWanted);
    if (wanted.length > 0) records.add({ number, line: text.line, bytes: Buffer.from(text.text) }, wanted);
  }
  yield* records.events();
}

function setAside(line: FtmLine, schema: SchemaName | undefined, file: ListFile, number: number): ReadEvent {
  const reason = schema
    ? 'not itself listed, and it hangs on no listed party'
    : `the schema "${line.schema}" is not one of FollowTheMoney`;
  return {
    kind: 'set-aside',
    part: 'main',
    scope: 'row',
    file: file.name,
    line: number,
    at: `${file.name}:${number}`,
    reason,
    text: `${line.schema} ${line.id}: ${line.caption ?? ''}`.slice(0, 200),
    isHarmless: schema !== undefined,
  };
}

/** A line of a record, held as bytes until the record is made: parsed it would take ten times as much memory. */
interface Member {
  readonly number: number;
  readonly line: number;
  readonly bytes: Buffer;
}

/** Collects the lines of records and makes the records of them. */
class FtmRecords {
  readonly graph: FtmGraph;
  readonly #dataset: string;
  readonly #file: string;
  readonly #members = new Map<number, Member[]>();

  constructor(dataset: string, file: string, graph: FtmGraph) {
    this.#dataset = dataset;
    this.#file = file;
    this.graph = graph;
  }

  add(member: Member, owners: readonly number[]): void {
    for (const owner of owners) {
      const members = this.#members.get(owner) ?? [];
      members.push(member);
      this.#members.set(owner, members);
    }
  }

  /** One record for each listed party, in the order of the file. */
  *events(): Generator<ReadEvent> {
    for (const owner of [...this.#members.keys()].sort((one, other) => one - other)) {
      const members = this.#members.get(owner) ?? [];
      // A line that is in several records counts with the first of them.
      const rows = members.filter(({ number }) => this.graph.ownersOf(number)[0] === owner).length;
      yield { kind: 'record', record: this.#record(owner, members), rows: { main: rows } };
      this.#members.delete(owner);
    }
  }

  #record(owner: number, members: readonly Member[]): ListRecord {
    const own = members.find(({ number }) => number === owner) as Member;
    const [line, at] = [this.#parse(own), `${this.#file}:${own.line}`];
    const party = new EntityBuilder(partyId(this.#dataset, line.id), line.schema as SchemaName);
    this.#fill(party, line, at, owner, party);
    const others: Entity[] = [];
    for (const member of members) {
      if (member === own) continue;
      const said = this.#parse(member);
      const other = new EntityBuilder(this.#idOf(member.number, owner), said.schema as SchemaName);
      this.#fill(other, said, `${this.#file}:${member.line}`, owner, party);
      others.push(other.build());
    }
    if (!party.has('topics') && others.some(({ schema }) => isA(schema, 'Sanction')))
      party.add('topics', 'sanction', at);
    this.#note(party, line, at);
    return { dataset: this.#dataset, recordId: line.id, entities: [party.build(), ...others] };
  }

  #parse({ bytes, line }: Member): FtmLine {
    return parseFtmLine({ line, text: bytes.toString(), isEnded: true }, this.#file);
  }

  /** Properties that this version of FollowTheMoney does not have go to the party's notes. */
  #fill(
    entity: EntityBuilder,
    { properties, id }: FtmLine,
    at: string,
    owner: number,
    party: EntityBuilder,
  ): void {
    const known = propertiesOf(entity.schema);
    for (const [property, values] of Object.entries(properties)) {
      const type = known.get(property)?.type;
      for (const value of values) {
        const day = type === 'date' ? /^(\d{4}-\d\d-\d\d)T/u.exec(value)?.[1] : undefined;
        if (type === 'entity') entity.add(property, this.#referred(value, owner), at);
        else if (day) entity.add(property, day, at, { original: value });
        else if (type) entity.add(property, value, at);
        else
          party.add('notes', `${entity === party ? '' : `${entity.schema} ${id} `}${property}: ${value}`, at);
      }
    }
  }

  #note(party: EntityBuilder, line: FtmLine, at: string): void {
    const { datasets, referents, seen, caption } = line;
    const isOurs = datasets.length === 1 && datasets[0] === this.#dataset;
    const names = ['name', 'alias', 'weakAlias', 'previousName'].flatMap(
      (name) => line.properties[name] ?? [],
    );
    if (caption && !names.includes(caption)) party.add('notes', `Caption: ${caption}`, at);
    if (datasets.length > 0 && !isOurs) party.add('notes', `Datasets: ${datasets.join(', ')}`, at);
    if (referents.length > 0) party.add('notes', `Referents: ${referents.join(', ')}`, at);
    for (const [key, value] of Object.entries(seen))
      party.add('notes', `${key.replace('_', ' ')}: ${value}`, at);
  }

  /** Our id of the entity that a value of the file refers to, as seen from a record. */
  #referred(id: string, owner: number): string {
    const number = this.graph.numberOf(id);
    if (number === undefined) return partyId(this.#dataset, id);
    const owners = this.graph.ownersOf(number);
    return this.#idOf(number, owners.includes(owner) ? owner : (owners[0] ?? owner));
  }

  #idOf(number: number, owner: number): string {
    const id = this.graph.idOf(number);
    const own = partyId(this.#dataset, this.graph.idOf(owner));
    return number === owner ? own : `${own}-${kindOf(this.graph.schemaOf(number))}-${id}`;
  }
}

/** The word in the ids of what hangs on a party, as the other readers have it. */
function kindOf(schema: SchemaName | undefined): string {
  if (schema === undefined) return 'other';
  if (edgeOf(schema)) return 'link';
  if (isA(schema, 'Sanction')) return 'sanction';
  if (isA(schema, 'Address')) return 'address';
  if (isA(schema, 'Identification')) return 'id';
  return isA(schema, 'CryptoWallet') ? 'wallet' : 'related';
}
