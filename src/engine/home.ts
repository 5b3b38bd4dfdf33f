// Where Interdict keeps its data. Everything of one home is in one folder: the store, the lists, the configuration.
import { posix, win32 } from 'node:path';

/** What the answer depends on; a process has them in `process.env`, `process.platform` and `os.homedir()`. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's own folder. */
  readonly userFolder: string;
}

/**
 * The home: `INTERDICT_HOME`, else the folder `interdict` where the platform keeps the data of programs.
 * That is `XDG_DATA_HOME` or `~/.local/share` (XDG Base Directory Specification 0.8), `~/Library/Application Support`
 * on macOS, `%LOCALAPPDATA%` on Windows. Empty variables count as unset, and so does a relative XDG_DATA_HOME.
 */
export function resolveHome({ env, platform, userFolder }: Surroundings): string {
  if (env.INTERDICT_HOME) return env.INTERDICT_HOME;
  if (platform === 'win32') {
    const folder = env.LOCALAPPDATA || win32.join(userFolder, 'AppData', 'Local');
    return win32.join(folder, 'interdict');
  }
  if (platform === 'darwin') return posix.join(userFolder, 'Library', 'Application Support', 'interdict');
  const xdg = env.XDG_DATA_HOME;
  const folder = xdg && posix.isAbsolute(xdg) ? xdg : posix.join(userFolder, '.local', 'share');
  return posix.join(folder, 'interdict');
}
