// Runs the command line as a user does: in a process of its own, with a home of its own.
import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href;
const SCRIPT = `import { run } from '${MAIN}'; process.exitCode = await run(process.argv.slice(1));`;

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `interdict` in the folder that holds the home; output is no terminal, 80 columns wide. */
export async function interdict(home: string, ...args: readonly string[]): Promise<CliResult> {
  const env = {
    ...process.env,
    INTERDICT_HOME: basename(home),
    COLUMNS: '80',
    NO_COLOR: '1',
    INTERDICT_DEBUG: '',
  };
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, '--', ...args], {
    env,
    cwd: dirname(home),
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...output };
}
