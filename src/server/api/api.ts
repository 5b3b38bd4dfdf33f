// /api/v1: everything that the command line can do, for the web app and for other programs.
import type { Context } from '../server.ts';
import type { App } from '../typebox.ts';
import { registerFiles } from './files.ts';
import { registerLists } from './lists.ts';
import { registerOwnLists } from './own-lists.ts';
import { registerParties } from './parties.ts';
import { registerReadings } from './readings.ts';
import { registerRecord } from './record.ts';
import { registerScreening } from './screening.ts';
import { registerStatus } from './status.ts';

export async function registerApi(app: App, context: Context): Promise<void> {
  await app.register(
    async (api: App) => {
      registerStatus(api, context);
      registerScreening(api, context);
      registerParties(api, context);
      registerReadings(api, context);
      registerLists(api, context);
      registerOwnLists(api, context);
      registerFiles(api, context);
      registerRecord(api, context);
    },
    { prefix: '/api/v1' },
  );
}
