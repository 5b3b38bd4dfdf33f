// How things stand: which version runs, and whether its lists are fit to clear anyone.

import type { ListStatus } from '../../engine/list-service.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { json } from '../answers/answer.ts';
import { Status } from '../answers/lists.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';

export function registerStatus(app: App, { services }: Context): void {
  app.get(
    '/status',
    {
      schema: {
        tags: ['lists'],
        summary: 'Version, and how usable the lists are.',
        response: { 200: json(Status) },
      },
    },
    async () => {
      const lists = await services.lists.status();
      return { version: ENGINE_VERSION, lists: summaryOf(lists), decisionNote: noteOn(lists) };
    },
  );
}

function summaryOf(lists: readonly ListStatus[]): object {
  const present = lists.filter(({ inForce }) => inForce !== undefined);
  return {
    count: present.length,
    entities: present.reduce((sum, { entities = 0 }) => sum + entities, 0),
    isStarter: present.length > 0 && present.every(({ state }) => state === 'starter'),
    stale: lists.filter(({ state }) => state === 'stale').map(({ dataset }) => dataset),
    missing: lists
      .filter(({ state, required }) => state === 'missing' && required)
      .map(({ dataset }) => dataset),
  };
}

/** Why nobody can be cleared at the moment, in one sentence; empty if somebody can. */
function noteOn(lists: readonly ListStatus[]): string {
  const unfit = lists.filter(({ required, state }) => required && state !== 'fresh');
  if (lists.every(({ inForce }) => inForce === undefined))
    return 'No list is loaded, so nothing can be said.';
  if (lists.some(({ state }) => state === 'starter'))
    return 'These are starter lists, old and partial: they show how it works and clear nobody.';
  if (unfit.length === 0) return '';
  const named = unfit.map(({ title, state }) => `${title} (${state})`).join(', ');
  return `Nobody can be cleared while these lists are not fresh: ${named}.`;
}
