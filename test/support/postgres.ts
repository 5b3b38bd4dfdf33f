// A PostgreSQL of its own for a test: from the binaries that Debian installs, in a folder that is thrown away, on a
// socket in that folder. It refuses to run as root, so there it runs as the user postgres, or as nobody.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const INSTALLED = '/usr/lib/postgresql';
const NOBODY = 65_534;
/** Attempts to connect, a tenth of a second apart. */
const ATTEMPTS = 300;

/** Folder of the newest installed server; undefined if there is none. */
export function postgresFolder(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const folders = readdirSync(INSTALLED)
    .toSorted((one, other) => Number(other) - Number(one))
    .map((version) => join(INSTALLED, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

export class TestPostgres {
  readonly #folder: string;
  readonly #server: ChildProcess;

  private constructor(folder: string, server: ChildProcess) {
    this.#folder = folder;
    this.#server = server;
  }

  /** Starts a server; `stop` it in the end. */
  static async start(binaries: string): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'interdict-pg-'));
    const as = process.getuid?.() === 0 ? userForPostgres() : undefined;
    if (as) chownSync(folder, as.uid, as.gid);
    const data = join(folder, 'data');
    const setUp = ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'];
    execFileSync(join(binaries, 'initdb'), setUp, { ...as, cwd: folder, stdio: 'ignore' });
    const server = spawn(join(binaries, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    });
    const postgres = new TestPostgres(folder, server);
    await postgres.#wait();
    return postgres;
  }

  /** Makes an empty database; gives its address. */
  async database(): Promise<string> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await this.#run(`create database ${name}`);
    return this.#url(name);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill('SIGINT');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #url(database: string): string {
    return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(this.#folder)}`;
  }

  async #run(statement: string): Promise<void> {
    const client = new pg.Client(this.#url('postgres'));
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  async #wait(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#run('select 1');
      } catch (error) {
        if (attempt === ATTEMPTS || this.#server.exitCode !== null) throw error;
        await setTimeout(100);
      }
    }
  }
}

function userForPostgres(): { readonly uid: number; readonly gid: number } {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return { uid: NOBODY, gid: NOBODY };
  }
}
