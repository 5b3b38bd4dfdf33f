// GET /entities/{id}: one listed party with what hangs on it (listings, documents, addresses, relations) nested into
// its properties, and the same by pieces under /adjacent.
import { Type } from '@sinclair/typebox';
import type { ListedParty } from '../../engine/directory/party-directory.ts';
import { captionOf, type Entity, textsOf, toFollowTheMoney } from '../../model/entity.ts';
import { InterdictError } from '../../model/errors.ts';
import { propertiesOf, type SchemaName } from '../../model/schema/schema.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { entityAnswer, type SeenAt } from './entity.ts';
import { listsInUse } from './lists-in-use.ts';

const IdParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
const Page = {
  limit: Type.Integer({ default: 10, minimum: 0, maximum: 500 }),
  offset: Type.Integer({ default: 0, minimum: 0, maximum: 9_499 }),
};

export function registerEntities(app: App, { services }: Context): void {
  app.get(
    '/entities/:id',
    {
      schema: {
        tags: ['compatible'],
        summary: 'One listed party; its other ids lead to it.',
        params: IdParams,
        querystring: Type.Object({ nested: Type.Boolean({ default: true }) }),
      },
    },
    async ({ params, query }, reply) => {
      const party = await open(params.id);
      if (party.id !== params.id)
        return reply.redirect(
          `/entities/${encodeURIComponent(party.id)}${query.nested ? '' : '?nested=false'}`,
          308,
        );
      const { seenAt } = await listsInUse(services);
      const plain = entityAnswer(party, seenAt);
      if (!query.nested) return plain;
      const adjacent = await adjacentOf(party, seenAt);
      const nested = Object.fromEntries([...adjacent].map(([property, entities]) => [property, entities]));
      return { ...plain, properties: { ...plain.properties, ...nested } };
    },
  );
  app.get(
    '/entities/:id/adjacent',
    {
      schema: {
        tags: ['compatible'],
        summary: 'What hangs on a party, by property.',
        params: IdParams,
        querystring: Type.Object({ ...Page, sort: Type.Optional(Type.Array(Type.String())) }),
      },
    },
    async ({ params, query }) => {
      const party = await open(params.id);
      const { seenAt } = await listsInUse(services);
      const adjacent = [...(await adjacentOf(party, seenAt))].map(([property, entities]) => [
        property,
        page(entities, query),
      ]);
      return { entity: entityAnswer(party, seenAt), adjacent: Object.fromEntries(adjacent) };
    },
  );
  app.get(
    '/entities/:id/adjacent/:property',
    {
      schema: {
        tags: ['compatible'],
        summary: 'What hangs on a party by one property.',
        params: Type.Object({ ...IdParams.properties, property: Type.String({ maxLength: 60 }) }),
        querystring: Type.Object({ ...Page, sort: Type.Optional(Type.Array(Type.String())) }),
      },
    },
    async ({ params, query }) => {
      const party = await open(params.id);
      const { seenAt } = await listsInUse(services);
      return page((await adjacentOf(party, seenAt)).get(params.property) ?? [], query);
    },
  );

  async function open(id: string): Promise<ListedParty> {
    const { parties } = await services.directory.snapshot();
    const number = parties.numberOf(id);
    if (number === undefined) throw new InterdictError('PARTY_UNKNOWN', 'No such entity!', { field: 'id' });
    return parties.partyOf(number);
  }

  /** Entities that point to the party, by the name that FollowTheMoney gives the other direction. */
  async function adjacentOf(party: ListedParty, seenAt: SeenAt): Promise<Map<string, object[]>> {
    const { parties, book } = await services.directory.snapshot();
    const ids = new Set([party.id, ...party.referents]);
    const from = new Set([...ids].flatMap((id) => book.linkedFrom(id)));
    const records = await book.recordsOf([...ids, ...from]);
    const entities = new Map(
      records.flatMap((record) => record.entities).map((entity) => [entity.id, entity]),
    );
    const datasetOf = new Map(
      records.flatMap((record) => record.entities.map((entity) => [entity.id, record.dataset] as const)),
    );
    const shown = (entity: Entity, properties?: Readonly<Record<string, readonly unknown[]>>): object => ({
      ...toFollowTheMoney(entity),
      ...(properties ? { properties } : {}),
      caption: captionOf(entity),
      datasets: [datasetOf.get(entity.id) ?? ''].filter(Boolean),
      referents: [],
      target: false,
      first_seen: null,
      last_seen: null,
      last_change: null,
    });
    /** The party or entity at the other end of a relation, without what hangs on it in turn. */
    const other = (id: string): unknown => {
      const number = parties.numberOf(id);
      if (number !== undefined) return entityAnswer(parties.partyOf(number), seenAt);
      const entity = entities.get(id);
      return entity ? shown(entity) : id;
    };
    const adjacent = new Map<string, object[]>();
    const add = (property: string, entity: object): void =>
      void adjacent.set(property, [...(adjacent.get(property) ?? []), entity]);
    for (const entity of entities.values()) {
      if (ids.has(entity.id)) continue;
      const pointers = pointersOf(entity.schema);
      const [own] = pointers.filter(({ name }) => textsOf(entity, name).some((id) => ids.has(id)));
      if (!own) continue;
      const properties: Record<string, readonly unknown[]> = { ...toFollowTheMoney(entity).properties };
      for (const { name } of pointers) {
        const texts = textsOf(entity, name);
        if (texts.length > 0) properties[name] = name === own.name ? [party.id] : texts.map(other);
      }
      add(own.reverse, shown(entity, properties));
    }
    for (const id of ids) {
      for (const address of entities.get(id)?.properties.addressEntity ?? []) {
        const entity = entities.get(address.value);
        if (entity) add('addressEntity', shown(entity));
      }
    }
    return adjacent;
  }
}

/** The properties of a schema that point to entities, with the name of the other direction. */
function pointersOf(schema: SchemaName): { readonly name: string; readonly reverse: string }[] {
  return [...propertiesOf(schema)].flatMap(([name, { type, reverse }]) =>
    type === 'entity' && reverse ? [{ name, reverse }] : [],
  );
}

function page(
  entities: readonly object[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): object {
  return {
    results: entities.slice(offset, offset + limit),
    total: { value: entities.length, relation: 'eq' },
    limit,
    offset,
  };
}
