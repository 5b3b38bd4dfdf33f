// A lean FollowTheMoney entity: a schema, an id, and values that each know where in their source they stand.
// Entities are plain data (they go through JSON unchanged). Checking against the schema happens while building;
// reading does not check again.
import { captionProperties, propertyOf, type SchemaName } from './schema/schema.ts';

/**
 * One value of a property.
 * `at` is the row or element of the publisher's file that it was read from, such as `alt.csv:812` or
 * `sdnEntry[411]/akaList/aka[2]`. `original` is what the file said where `value` was made from it (a date put in
 * order, a country turned into its code). `lang` is an ISO 639 code where the publisher gives one.
 */
export interface Value {
  readonly value: string;
  readonly at?: string;
  readonly original?: string;
  readonly lang?: string;
}

export type Properties = Readonly<Record<string, readonly Value[]>>;

export interface Entity {
  readonly id: string;
  readonly schema: SchemaName;
  readonly properties: Properties;
}

/** Collects values into an entity, refusing properties that the schema does not have and doubled values. */
export class EntityBuilder {
  readonly id: string;
  readonly schema: SchemaName;
  readonly #properties = new Map<string, Value[]>();

  constructor(id: string, schema: SchemaName) {
    this.id = id;
    this.schema = schema;
  }

  /**
   * Adds a value; blank text is left out, and a text that the property already has is not added again.
   * @param at where in the publisher's file the value stands
   * @throws InterdictError SCHEMA_UNKNOWN if the schema has no such property
   */
  add(
    property: string,
    text: string | undefined,
    at?: string,
    more?: Pick<Value, 'original' | 'lang'>,
  ): this {
    propertyOf(this.schema, property);
    const value = text?.replace(/\s+/gu, ' ').trim();
    if (!value) return this;
    const values = this.#properties.get(property) ?? [];
    if (values.some((other) => other.value === value)) return this;
    values.push({ value, ...(at === undefined ? {} : { at }), ...more });
    this.#properties.set(property, values);
    return this;
  }

  has(property: string): boolean {
    return this.#properties.has(property);
  }

  /** True if anything was added at all. */
  get isEmpty(): boolean {
    return this.#properties.size === 0;
  }

  build(): Entity {
    return { id: this.id, schema: this.schema, properties: Object.fromEntries(this.#properties) };
  }
}

/** The texts of a property, in order; empty if the entity has none. */
export function textsOf(entity: Entity, property: string): string[] {
  return entity.properties[property]?.map((value) => value.value) ?? [];
}

/** The first text of a property. */
export function firstText(entity: Entity, property: string): string | undefined {
  return entity.properties[property]?.[0]?.value;
}

/** What a person calls the entity: its first name, or the next best property; its id if it has nothing. */
export function captionOf(entity: Entity): string {
  for (const property of captionProperties(entity.schema)) {
    const text = firstText(entity, property);
    if (text) return text;
  }
  return entity.id;
}

/** The entity in FollowTheMoney's own JSON shape, `properties` as arrays of strings. */
export function toFollowTheMoney(entity: Entity): {
  id: string;
  schema: SchemaName;
  properties: Record<string, string[]>;
} {
  return {
    id: entity.id,
    schema: entity.schema,
    properties: Object.fromEntries(
      Object.entries(entity.properties).map(([name, values]) => [name, values.map((value) => value.value)]),
    ),
  };
}
