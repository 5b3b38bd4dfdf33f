// The folder beside the checkout with the real list files and labelled sets; benches that need it say so and stop.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Stops the bench with a sentence if the folder is not there. */
export function requireShared(): void {
  if (existsSync(`${SHARED}lists`)) return;
  process.stdout.write(
    'This bench needs the list files and labelled sets in ../shared; they are not there.\n',
  );
  process.exit(0);
}
