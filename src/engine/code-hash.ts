// The fingerprint of the code and knowledge that make an index: an index built by other code is another index.
// Hashed once a process over the files themselves, so that nobody has to remember to raise a number.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The rooms whose code and tables an index, and so a screening, depends on. */
const SCREENING_ROOMS = ['names', 'screen'] as const;
const SOURCE_FILE = /(?<!\.test|\.d)\.(?:ts|js|json)$/u;

const known = new Map<string, string>();

/**
 * 16 hex digits over the code and tables of rooms.
 * @param rooms @default those that make an index
 */
export function codeHash(rooms: readonly string[] = SCREENING_ROOMS): string {
  const key = rooms.join(' ');
  const hash = known.get(key) ?? hashRooms(fileURLToPath(new URL('../', import.meta.url)), rooms);
  known.set(key, hash);
  return hash;
}

function hashRooms(source: string, rooms: readonly string[]): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    const files = readdirSync(join(source, room), { recursive: true, encoding: 'utf8' }).filter((file) =>
      SOURCE_FILE.test(file),
    );
    for (const file of files.sort())
      hash.update(`${room}/${file}\n`).update(readFileSync(join(source, room, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
