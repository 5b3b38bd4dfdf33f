// What a command gets: where to print, which home, what time it is, and an engine when it needs one.
import type { Readable } from 'node:stream';
import type { Clock } from '../engine/clock.ts';
import { Engine, type EngineOptions } from '../engine.ts';
import type { Output } from './print/output.ts';

/** What the command line is given by the process, or by a test. */
export interface Surface {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly clock: Clock;
  /** Milliseconds since any moment, for rates. */
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Who runs the command. @default what the environment says */
  readonly user?: string | undefined;
  /** Home if no option says another. */
  readonly home: string;
}

export class CliContext {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly clock: Clock;
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Who runs the command, for the record; unset where nothing says it. */
  readonly user: string | undefined;
  /** Folder of the data; `--home` has set it by the time a command runs. */
  home: string;
  /** What the process ends with; a command sets it if it is not 0. */
  exitCode = 0;
  #engine: Promise<Engine> | undefined;

  constructor({ stdin, stdout, stderr, clock, now, env, user, home }: Surface) {
    this.stdin = stdin;
    this.stdout = stdout;
    this.stderr = stderr;
    this.clock = clock;
    this.now = now;
    this.env = env;
    this.user = env.USER || env.LOGNAME || env.USERNAME || user;
    this.home = home;
  }

  /** The engine of the home, opened when first asked for and closed when the command has ended. */
  openEngine(more: Pick<EngineOptions, 'isServing' | 'onTrouble'> = {}): Promise<Engine> {
    this.#engine ??= Engine.open({
      home: this.home,
      clock: this.clock,
      databaseUrl: this.env.DATABASE_URL,
      who: this.user,
      environment: this.env,
      ...more,
    });
    return this.#engine;
  }

  async close(): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined); // whoever opened it has the error
    await engine?.close();
  }

  /** True if errors are to be printed with their stacks. */
  get isDebug(): boolean {
    return Boolean(this.env.INTERDICT_DEBUG);
  }

  /** Prints an answer as JSON, with nothing else on the output. */
  printJson(answer: unknown): void {
    this.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  }
}
