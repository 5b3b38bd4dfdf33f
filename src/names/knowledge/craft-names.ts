// How ships and aircraft are named: what stands before a ship's name and is none of it, and what is the registration of
// an aircraft, which lists give as its name (EP-GOM). Knows no fleets and no registers.

/** Motor vessel, motor tanker, motor ship, steamship, fishing vessel, research vessel, motor sailing vessel. */
const SHIP_PREFIXES: ReadonlySet<string> = new Set(['mv', 'mt', 'ms', 'ss', 'fv', 'rv', 'msv']);

/** True for a folded token that stands before the names of ships and says what kind they are. */
export function isShipPrefix(token: string): boolean {
  return SHIP_PREFIXES.has(token);
}

/** ICAO Annex 7: the mark of the state, a hyphen and up to five letters or digits; in the United States N and digits. */
const TAIL_NUMBER = /^(?:[A-Z]{1,2}|[A-Z]\d|\d[A-Z])-[A-Z0-9]{3,5}$|^N[1-9]\d{0,4}[A-Z]{0,2}$/u;

/** True for the registration of an aircraft, as it is written on its tail, in capital letters. */
export function isTailNumber(text: string): boolean {
  return TAIL_NUMBER.test(text.trim());
}
