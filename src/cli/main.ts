// The command line: parses the arguments, runs a command, gives the exit code. Exit codes: 0 (and 10, 20, 30 for the
// decisions of a screening), 1 for a failure, 2 for a command that was used wrongly.
import { homedir, userInfo } from 'node:os';
import { Command, CommanderError } from 'commander';
import { resolveHome } from '../engine/home.ts';
import { ENGINE_VERSION } from '../engine/version.ts';
import { EXIT_FAILURE, EXIT_USAGE } from '../model/decision.ts';
import { registerClaims } from './commands/claims.ts';
import { registerCompare } from './commands/compare.ts';
import { registerKeys } from './commands/keys.ts';
import { registerLinks } from './commands/links.ts';
import { registerLists } from './commands/lists.ts';
import { registerMcp } from './commands/mcp.ts';
import { registerRead } from './commands/read.ts';
import { registerRecord } from './commands/record.ts';
import { registerReport } from './commands/report.ts';
import { registerScreen } from './commands/screen.ts';
import { registerServe } from './commands/serve.ts';
import { registerStart } from './commands/start.ts';
import { CliContext, type Surface } from './context.ts';
import { printError } from './print/error.ts';
import { outputTo } from './print/output.ts';

/** The commands, each file with its own; the order is that of the help. */
const COMMANDS: readonly ((program: Command, context: CliContext) => void)[] = [
  registerStart,
  registerScreen,
  registerCompare,
  registerLists,
  registerLinks,
  registerRead,
  registerClaims,
  registerRecord,
  registerReport,
  registerServe,
  registerKeys,
  registerMcp,
];

/**
 * Runs one command.
 * @param argv arguments without the program: `['lists', 'status']`
 * @returns the exit code
 */
export async function run(argv: readonly string[], surface: Surface = processSurface()): Promise<number> {
  const context = new CliContext(surface);
  try {
    await program(context).parseAsync([...argv], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    printError(context.stderr, error, context.isDebug);
    return EXIT_FAILURE;
  } finally {
    await context.close();
  }
}

function program(context: CliContext): Command {
  const command = new Command('interdict')
    .description(
      'May we deal with this party, and what shows it? Screening against the official sanctions lists.',
    )
    .version(ENGINE_VERSION)
    .option('--home <folder>', 'folder of the data [INTERDICT_HOME]')
    .helpCommand('help [command]', 'help on a command')
    .helpOption('-h, --help', 'help on the command')
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .showHelpAfterError('(--help shows how it is used)')
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      getOutHelpWidth: () => context.stdout.columns,
      getErrHelpWidth: () => context.stderr.columns,
      getOutHasColors: () => context.stdout.colours.isColorSupported,
      getErrHasColors: () => context.stderr.colours.isColorSupported,
    })
    .exitOverride()
    .hook('preAction', (root) => {
      const { home } = root.opts<{ home?: string }>();
      if (home !== undefined) context.home = home;
    });
  for (const register of COMMANDS) register(command, context);
  return command;
}

function processSurface(): Surface {
  const { env, stdin, stdout, stderr, platform } = process;
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    stdin,
    stdout: outputTo(stdout, env),
    stderr: outputTo(stderr, env),
    clock: () => new Date(),
    now: () => performance.now(),
    env,
    user: systemUser(),
    home: resolveHome({ env, platform, userFolder: homedir() }),
  };
}

/** The user as the system calls them; undefined for a number that has no name, as in many containers. */
function systemUser(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
