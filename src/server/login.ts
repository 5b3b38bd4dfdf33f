// Signing in with a key in a browser, where the server asks for one. One plain page without scripts.
import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { json } from './answers/answer.ts';
import { Session } from './answers/operation.ts';
import { asInterdictError, statusOf } from './problem.ts';
import { type Access, SESSION_COOKIE } from './security/access.ts';
import { SESSION_TIME } from './security/sessions.ts';
import type { Context } from './server.ts';
import type { App } from './typebox.ts';

export function registerLogin(app: App, { settings, services }: Context, access: Access): void {
  const cookie = (request: FastifyRequest) =>
    ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' }) as const;

  app.get('/login', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('Cache-Control', 'no-store').send(page('')),
  );
  app.post(
    '/login',
    { schema: { hide: true, body: Type.Object({ key: Type.String({ maxLength: 200 }) }) } },
    async (request, reply) => {
      try {
        const session = await access.signIn(request.body.key.trim(), request, reply);
        reply.setCookie(SESSION_COOKIE, session, { ...cookie(request), maxAge: SESSION_TIME / 1000 });
        return reply.redirect('/', 303);
      } catch (thrown) {
        const error = asInterdictError(thrown);
        if (error.code === 'INTERNAL') throw thrown;
        return reply.code(statusOf(error)).type('text/html; charset=utf-8').send(page(error.message));
      }
    },
  );
  app.post('/logout', { schema: { hide: true } }, async (request, reply) => {
    const session = request.cookies[SESSION_COOKIE];
    if (session !== undefined) access.sessions.close(session);
    return reply.clearCookie(SESSION_COOKIE, cookie(request)).redirect('/login', 303);
  });
  app.get(
    '/api/v1/session',
    {
      schema: {
        tags: ['operation'],
        summary: 'Whether a key is needed, and whose is in use.',
        response: { 200: json(Session) },
      },
    },
    async (request) => {
      const session = request.cookies[SESSION_COOKIE];
      const shown = session === undefined ? undefined : access.sessions.keyOf(session);
      const key = shown === undefined ? undefined : await services.keys.check(shown);
      return { needsKey: settings.requireKey, ...(key ? { name: key.name, scopes: key.scopes } : {}) };
    },
  );
}

/** @param message one of our own sentences */
function page(message: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Sign in – Interdict</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:4rem auto;padding:0 1rem}
input,button{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;margin-top:.5rem}</style>
<h1>Interdict</h1>
<form method="post" action="/login">
<label for="key">Your key</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus aria-describedby="problem">
<button>Sign in</button>
<p id="problem" role="alert">${message}</p>
</form>
</html>
`;
}
