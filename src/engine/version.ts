// The version of Interdict, as its package says.
import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

export const ENGINE_VERSION: string = version;
