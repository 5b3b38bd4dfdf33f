// Plain forms as bodies: the sign-in page and the reconciliation interface send them.
import type { App } from './typebox.ts';

export function acceptForms(app: App): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body: string, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
  );
}
