// Which lines of a FollowTheMoney file make up which record. The lines are a graph: listed parties, their listings,
// addresses and documents, and relations to others, all referring to one another by id and in any order.
// A record is a listed party and what hangs on it: what refers to it or it refers to; a relation of which it is an
// end (the first listed end has it), with the unlisted party at the other end; and what hangs on that one in turn.
// A line may hang on several listed parties, and then is in each of their records.
import { edgeOf, isA, isMatchable, type SchemaName } from '../../../model/schema/schema.ts';
import { type FtmLine, knownSchema, references } from './ftm-line.ts';

/** What is kept of a line before its text is read again. Lines are known by their number in the file, from 0. */
interface Node {
  readonly id: string;
  /** Undefined for a schema that is not known. */
  readonly schema: SchemaName | undefined;
  readonly target: boolean | undefined;
  readonly hasTopics: boolean;
  /** Ids with the property at which they stand; empty for most. */
  readonly references: readonly (readonly [property: string, id: string])[];
  /** Length of the text. */
  readonly size: number;
}

/** One for all lines without references. */
const NONE: Node['references'] = [];

export class FtmGraph {
  readonly #nodes: Node[] = [];
  readonly #numbers = new Map<string, number>();
  /** Listed parties on which a line hangs, by the line's number; a listed party is not in here. */
  readonly #owners = new Map<number, number[]>();
  #listed: ReadonlySet<number> = new Set();

  /**
   * Adds the next line.
   * @returns false if there is a line with that id already
   */
  add(line: FtmLine, size: number): boolean {
    if (this.#numbers.has(line.id)) return false;
    const schema = knownSchema(line);
    const found = schema ? [...references(schema, line.properties)] : NONE;
    this.#numbers.set(line.id, this.#nodes.length);
    this.#nodes.push({
      id: line.id,
      schema,
      target: line.target,
      hasTopics: (line.properties['topics']?.length ?? 0) > 0,
      references: found.length > 0 ? found : NONE,
      size,
    });
    return true;
  }

  /** To be called when all lines have been added. */
  link(): void {
    this.#listed = this.#findListed();
    for (const [one, other] of this.#pairs()) {
      if (this.#isEdge(one) || this.#isEdge(other)) continue;
      if (this.isListed(one)) this.#own(other, one);
      if (this.isListed(other)) this.#own(one, other);
    }
    for (const [number, node] of this.#nodes.entries()) if (this.#isEdge(number)) this.#ownEdge(number, node);
    // What hangs on an unlisted party of a record, one step only: an address that it shares with others leads no
    // further. Decided on what is owned so far.
    const owned = new Map(this.#owners);
    const hang = (number: number, on: number): void => {
      if (!this.#isParty(on) || this.#isParty(number) || this.#isEdge(number)) return;
      for (const owner of owned.get(on) ?? []) this.#own(number, owner);
    };
    for (const [one, other] of this.#pairs()) {
      hang(one, other);
      hang(other, one);
    }
  }

  /** True for a party of which a record is made. */
  isListed(number: number): boolean {
    return this.#listed.has(number);
  }

  /** The listed parties in whose records a line is, itself among them. */
  ownersOf(number: number): readonly number[] {
    return this.isListed(number) ? [number] : (this.#owners.get(number) ?? []);
  }

  /** The number of the line with an id. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  idOf(number: number): string {
    return this.#nodes[number]?.id ?? '';
  }

  schemaOf(number: number): SchemaName | undefined {
    return this.#nodes[number]?.schema;
  }

  get size(): number {
    return this.#nodes.length;
  }

  /**
   * Shares the listed parties out, in the order of the file, so that the records of one share have at most about
   * `limit` characters and can be held in memory together.
   * @returns for each listed party its share, from 0
   */
  shares(limit: number): ReadonlyMap<number, number> {
    const sizes = new Map<number, number>();
    for (const [number, { size }] of this.#nodes.entries())
      for (const owner of this.ownersOf(number)) sizes.set(owner, (sizes.get(owner) ?? 0) + size);
    const shares = new Map<number, number>();
    let [share, filled] = [0, 0];
    for (const number of this.#listed) {
      const size = sizes.get(number) ?? 0;
      if (filled > 0 && filled + size > limit) [share, filled] = [share + 1, 0];
      shares.set(number, share);
      filled += size;
    }
    return shares;
  }

  /**
   * OpenSanctions marks what a list is about. A file without such marks is about the parties that have a topic or a
   * listing; one without these either, about all its parties.
   */
  #findListed(): Set<number> {
    const parties = [...this.#nodes.keys()].filter((number) => this.#isParty(number));
    const marked = parties.filter((number) => this.#nodes[number]?.target === true);
    if (marked.length > 0) return new Set(marked);
    const sanctioned = new Set(
      this.#nodes
        .filter(({ schema }) => schema !== undefined && isA(schema, 'Sanction'))
        .flatMap((node) => node.references.map(([, id]) => id)),
    );
    const risky = parties.filter((number) => {
      const { id, hasTopics } = this.#nodes[number] as Node;
      return hasTopics || sanctioned.has(id);
    });
    return new Set(risky.length > 0 ? risky : parties);
  }

  #isParty(number: number): boolean {
    const schema = this.schemaOf(number);
    return (
      schema !== undefined && isMatchable(schema) && edgeOf(schema) === undefined && schema !== 'Address'
    );
  }

  #isEdge(number: number): boolean {
    const schema = this.schemaOf(number);
    return schema !== undefined && edgeOf(schema) !== undefined;
  }

  *#pairs(): Generator<readonly [number, number]> {
    for (const [number, node] of this.#nodes.entries()) {
      for (const [, id] of node.references) {
        const other = this.#numbers.get(id);
        if (other !== undefined) yield [number, other];
      }
    }
  }

  #ownEdge(number: number, { schema, references: ends }: Node): void {
    const edge = schema && edgeOf(schema);
    if (!edge) return;
    const at = (property: string): number[] =>
      ends.filter(([name]) => name === property).flatMap(([, id]) => this.#numbers.get(id) ?? []);
    const owner = [...at(edge.source), ...at(edge.target)].find((end) => this.isListed(end));
    if (owner === undefined) return;
    this.#own(number, owner);
    for (const [, id] of ends) {
      const other = this.#numbers.get(id);
      if (other !== undefined) this.#own(other, owner);
    }
  }

  #own(number: number, owner: number): void {
    if (this.isListed(number)) return;
    const owners = this.#owners.get(number);
    if (!owners) this.#owners.set(number, [owner]);
    else if (!owners.includes(owner)) owners.push(owner);
  }
}
