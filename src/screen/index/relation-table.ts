// The relations of one query, by vocabulary token: a row for each related token, a column for each part of the query.
// A token's row is found by one look-up in a table that stays in the cache; most tokens have none.
import type { TokenRelations } from './relation-finder.ts';

/** Rows that there is room for at first. */
const FIRST_ROWS = 1024;

export class RelationTable {
  /** Row of each token, where it is related; 0 if it is not. */
  readonly rowOf: Uint32Array;
  likeness = new Float64Array(0);
  credit = new Float64Array(0);
  how = new Uint8Array(0);
  /** The most weight of the query that agrees by the token of a row, all parts together. */
  ofQuery = new Float64Array(0);
  /** The most weight of a name that agrees by the token of a row: with one part, since a token agrees once. */
  ofName = new Float64Array(0);
  /** Columns of a row; the cell of a token is at `rowOf[token] * width + column`. */
  width = 1;
  #rows = 1;

  constructor(tokens: number) {
    this.rowOf = new Uint32Array(tokens);
  }

  /** Begins a query with that many parts; what was in the table must have been cleared. */
  open(width: number): void {
    this.width = Math.max(1, width);
    this.#rows = 1;
    this.#makeRoom(FIRST_ROWS);
  }

  /**
   * Writes the relations of one part into its column.
   * @param weight of the part
   */
  put(relations: TokenRelations, column: number, weight: number): void {
    const { ids, likeness, credit, how, ofName } = relations;
    this.#makeRoom(this.#rows + ids.length);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      let row = this.rowOf[id]!;
      if (row === 0) {
        row = this.#rows++;
        this.rowOf[id] = row;
        const from = row * this.width;
        this.likeness.fill(0, from, from + this.width);
        this.credit.fill(0, from, from + this.width);
        this.how.fill(0, from, from + this.width);
        this.ofQuery[row] = 0;
        this.ofName[row] = 0;
      }
      const cell = row * this.width + column;
      this.likeness[cell] = likeness[at]!;
      this.credit[cell] = credit[at]!;
      this.how[cell] = how[at]!;
      this.ofQuery[row]! += credit[at]! * weight;
      if (ofName[at]! > this.ofName[row]!) this.ofName[row] = ofName[at]!;
    }
  }

  /** Takes the relations of a part out again. */
  clear({ ids }: TokenRelations): void {
    for (const id of ids) this.rowOf[id] = 0;
  }

  #makeRoom(rows: number): void {
    if (this.ofName.length < rows) {
      const room = Math.max(rows, 2 * this.ofName.length);
      this.ofQuery = grown(this.ofQuery, new Float64Array(room));
      this.ofName = grown(this.ofName, new Float64Array(room));
    }
    const cells = rows * this.width;
    if (this.likeness.length >= cells) return;
    const room = Math.max(cells, 2 * this.likeness.length);
    this.likeness = grown(this.likeness, new Float64Array(room));
    this.credit = grown(this.credit, new Float64Array(room));
    this.how = grown(this.how, new Uint8Array(room));
  }
}

function grown<Numbers extends Float64Array | Uint8Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}
