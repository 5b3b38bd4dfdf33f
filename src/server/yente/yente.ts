// The compatible interface: the paths, parameters, defaults and answers of yente 5.5, so that its clients work
// unchanged. What we know besides stands in a field `interdict` of an answer, which those clients pass over.
// Errors are told as `{ detail }`, and what the schema of a request refuses has status 422, both as there.
import type { InterdictError } from '../../model/errors.ts';
import { errorHandler } from '../problem.ts';
import { shareWithLocalPages } from '../security/sharing.ts';
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { registerCatalog } from './catalog.ts';
import { registerEntities } from './entities.ts';
import { registerMatch } from './match.ts';
import { registerReconcile } from './reconcile.ts';
import { registerSearch } from './search.ts';

export async function registerYente(app: App, context: Context): Promise<void> {
  await app.register(async (compatible: App) => {
    compatible.setErrorHandler(errorHandler(detailOf, { REQUEST_INVALID: 422 }));
    shareWithLocalPages(compatible, context.settings);
    registerMatch(compatible, context);
    registerSearch(compatible, context);
    registerEntities(compatible, context);
    registerCatalog(compatible, context);
    registerReconcile(compatible, context);
  });
}

/** What the schema of a request refuses is told as a list of places, everything else as a sentence. */
function detailOf({ code, message, place }: InterdictError): object {
  if (code !== 'REQUEST_INVALID') return { detail: message, code };
  const { field = 'body' } = place;
  const msg = message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return { detail: [{ loc: field.split('.'), msg, type: 'value_error' }], code };
}
