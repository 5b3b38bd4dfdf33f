// The PartyDetails contract: everything that the lists say about one party, as JSON. Stable; it only grows.
// Each value has the record that it stands in; two lists that say the same are two values.
import type { SchemaName } from './schema/schema.ts';
import type { ListingResult, PartyLink } from './screening.ts';

/** A value with where it comes from. */
export interface FactValue {
  readonly text: string;
  /** What a person calls it, where `text` is a code: of a country, of a topic. */
  readonly words?: string;
  readonly dataset: string;
  /** The publisher's own id of the record. */
  readonly recordId: string;
  readonly sourceUrl?: string;
  /** Row or element of the publisher's file. */
  readonly at?: string;
  /** What the file said where `text` was made from it. */
  readonly original?: string;
}

export interface Fact {
  readonly property: string;
  /** What a person calls the property. */
  readonly label: string;
  readonly values: readonly FactValue[];
}

export interface Relation {
  readonly from: string;
  readonly to: string;
  /** Schema of the relation: `Ownership`, `Family`, `UnknownLink` … */
  readonly kind: SchemaName;
  /** What the list calls it, or what the schema is called. */
  readonly label: string;
  readonly dataset: string;
}

export interface RelatedNode {
  readonly id: string;
  readonly caption: string;
  readonly schema: SchemaName;
  /** True if the other party is listed itself and can be opened. */
  readonly isListed: boolean;
}

export interface PartyDetails {
  readonly id: string;
  readonly caption: string;
  readonly schema: SchemaName;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly facts: readonly Fact[];
  readonly listings: readonly ListingResult[];
  readonly links: readonly PartyLink[];
  readonly relations: readonly Relation[];
  readonly nodes: readonly RelatedNode[];
}
