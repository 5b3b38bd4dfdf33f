// The web app: the files of its build, and for every address that the app itself knows its first page.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { InterdictError } from '../model/errors.ts';
import type { ServerSettings } from './settings.ts';
import type { App } from './typebox.ts';

/** Addresses that belong to the interfaces; the app never answers for them. */
const INTERFACES =
  /^\/(?:api|match|search|entities|catalog|manifest|algorithms|reconcile|docs|openapi\.json)(?:\/|$)/u;

/** Files of the build: those in assets/ and those beside the first page. Ids of parties may have dots, too. */
const FILES = /^\/(?:assets\/.*|[^/]+\.[a-z0-9]+)$/iu;

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Interdict</title>
<h1>Interdict is running</h1>
<p>The pages of the web app are not built in this copy. Run <code>npm run build</code> and start again.</p>
<p>The interface works: <a href="/docs">look at it and try it</a>.</p>
</html>
`;

export async function registerWeb(app: App, { webFolder }: ServerSettings): Promise<void> {
  const isBuilt = webFolder !== undefined && existsSync(join(webFolder, 'index.html'));
  const page = isBuilt ? readFileSync(join(webFolder, 'index.html'), 'utf8') : NOT_BUILT;
  if (isBuilt) {
    await app.register(staticFiles, {
      root: webFolder,
      index: false,
      dotfiles: 'deny',
      // File names in assets/ carry a hash of their content.
      setHeaders: (reply, path) => {
        const isHashed = /[/\\]assets[/\\]/u.test(path);
        reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  const sendPage = (reply: Pick<FastifyReply, 'header'>): unknown =>
    reply.header('Cache-Control', 'no-cache').header('Content-Type', 'text/html; charset=utf-8').send(page);
  app.get('/', { schema: { hide: true } }, async (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage || INTERFACES.test(path) || FILES.test(path))
      throw new InterdictError('NOT_FOUND', 'There is nothing at that address.');
    return sendPage(reply);
  });
}
