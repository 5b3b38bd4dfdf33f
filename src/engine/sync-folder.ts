// Names that last: a rename is on the disk only when the folder is.
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes new names beside a path last over a crash of the machine. Windows cannot do it and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}
