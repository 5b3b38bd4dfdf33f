// The deals in arms that an article has told of so far, so that "the deal", "the negotiations" or "food in return" can
// take its parties from them. Only arms: no other kind of event is told in words so bare.
import type { EventRole } from '../../model/reading.ts';
import { type Draft, isArmsEvent } from './draft.ts';
import type { FoundRole } from './found-event.ts';
import type { PartyLookup } from './party-lookup.ts';

export class Story {
  readonly #parties: PartyLookup;
  readonly #events: Draft[];

  constructor(parties: PartyLookup, events: readonly Draft[] = []) {
    this.#parties = parties;
    this.#events = [...events];
  }

  /** The story with further events, itself unchanged. */
  with(events: readonly Draft[]): Story {
    return new Story(this.#parties, [...this.#events, ...events]);
  }

  add(draft: Draft): void {
    if (isArmsEvent(draft.type)) this.#events.push(draft);
  }

  /** The last event that shares a party with these; the last of all if they name none. */
  lastWith(roles: readonly FoundRole[]): Draft | undefined {
    const sides = this.#sidesOf(roles);
    if (sides.size === 0) return this.#events.at(-1);
    return this.#events.findLast((event) => this.#sharesSide(event, sides));
  }

  /** The last event between these parties whose direction was told. */
  directionOf(ends: readonly FoundRole[]): Draft | undefined {
    const wanted = [...this.#sidesOf(ends)];
    if (wanted.length < 2) return undefined;
    return this.#events.findLast(({ roles }) => {
      const [supplier, recipient] = [roles.get('supplier') ?? [], roles.get('recipient') ?? []];
      const sides = this.#sidesOf([...supplier, ...recipient]);
      return supplier.length > 0 && recipient.length > 0 && wanted.every((side) => sides.has(side));
    });
  }

  /** True if a party had one of these roles in an event, or is of the same side as who had it. */
  isIn(told: Draft, as: readonly EventRole[], role: FoundRole): boolean {
    const [side] = this.#sidesOf([role]);
    return side !== undefined && as.some((one) => this.#sidesOf(told.roles.get(one) ?? []).has(side));
  }

  /** True if two events share a party. */
  areKin(one: Draft, other: Draft): boolean {
    return this.#sharesSide(one, this.#sidesOf([...[...other.roles.values()].flat(), ...other.ends]));
  }

  #sharesSide({ roles, ends }: Draft, sides: ReadonlySet<string>): boolean {
    return [...this.#sidesOf([...[...roles.values()].flat(), ...ends])].some((side) => sides.has(side));
  }

  #sidesOf(roles: readonly FoundRole[]): Set<string> {
    return new Set(roles.flatMap(({ party }) => (party === undefined ? [] : [this.#parties.sideOf(party)])));
  }
}
