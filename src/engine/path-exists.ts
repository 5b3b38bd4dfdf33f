// Whether something is there, for those who only then decide what to do.
import { access } from 'node:fs/promises';

/** True if there is a file or a folder at a path and it can be reached. */
export async function pathExists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
