// `interdict keys …`: keys for those who ask the server.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { KnownKey } from '../../engine/keys/key-service.ts';
import { parseDay } from '../../model/dates.ts';
import { isScope, SCOPE_NAMES, SCOPES, type Scope } from '../../model/scopes.ts';
import type { CliContext } from '../context.ts';
import { renderTable } from '../print/table.ts';
import { hang, printable } from '../print/text-width.ts';

interface Json {
  readonly json?: boolean;
}

interface CreateOptions extends Json {
  readonly scope?: Scope[];
  readonly rate?: number;
  readonly expires?: string;
}

const JSON_OPTION = ['--json', 'print the answer as JSON and nothing else'] as const;

export function registerKeys(program: Command, context: CliContext): void {
  const keys = program.command('keys').description("Keys for the server's interface: make, list, revoke.");
  registerCreate(keys, context);
  registerList(keys, context);
  registerRevoke(keys, context);
}

function registerCreate(keys: Command, context: CliContext): void {
  keys
    .command('create')
    .summary('Make a key; it is shown once.')
    .description('Make a key. It is shown once and only its hash is kept.')
    .argument('<name>', 'who will use it; the record names it')
    .addOption(
      new Option('--scope <scope>', 'what it may do (repeatable); all for everything [screen]').argParser(
        collectScope,
      ),
    )
    .addOption(new Option('--rate <number>', "requests a minute [the server's limit]").argParser(parseRate))
    .addOption(
      new Option('--expires <day>', 'first day on which it is no longer good').argParser(parseExpiry),
    )
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      `\nScopes:\n${SCOPE_NAMES.map((scope) => `  ${scope.padEnd(8)}${SCOPES[scope]}`).join('\n')}`,
    )
    .action(async (name: string, { scope = ['screen'], rate, expires, json }: CreateOptions) => {
      const { keys: service } = await context.openEngine();
      const { key, known } = await service.create({
        name: name.trim(),
        scopes: scope,
        requestsPerMinute: rate,
        expiresAt: expires,
      });
      if (json) return context.printJson({ key, ...known });
      const { stdout } = context;
      const text =
        'Keep it now: it is not shown again. Programs send it as "Authorization: ApiKey …"; in a browser it is entered at /login.';
      stdout.write(`${stdout.colours.bold(key)}\n\n${hang(text, stdout.columns, '', '')}\n`);
    });
}

function registerList(keys: Command, context: CliContext): void {
  keys
    .command('list')
    .summary('The keys there are.')
    .description('The keys there are, revoked ones among them.')
    .option(...JSON_OPTION)
    .action(async ({ json }: Json) => {
      const { keys: service } = await context.openEngine();
      const known = await service.list();
      if (json) return context.printJson(known);
      const { stdout } = context;
      if (known.length === 0) {
        stdout.write('There is no key yet. → interdict keys create NAME\n');
        return;
      }
      const columns = [
        { heading: 'id' },
        { heading: 'name', isFlexible: true },
        { heading: 'scopes' },
        { heading: 'made' },
        { heading: 'state' },
      ] as const;
      const now = context.clock().getTime();
      const rows = known.map((key) => [
        key.id,
        printable(key.name),
        key.scopes.join(' '),
        key.createdAt.slice(0, 10),
        stateOf(key, now),
      ]);
      stdout.write(renderTable(columns, rows, stdout.columns, stdout.colours.dim));
    });
}

function stateOf({ revokedAt, expiresAt }: KnownKey, now: number): string {
  if (revokedAt) return `revoked ${revokedAt.slice(0, 10)}`;
  if (!expiresAt) return 'good';
  return Date.parse(expiresAt) <= now ? `ended ${expiresAt.slice(0, 10)}` : `until ${expiresAt.slice(0, 10)}`;
}

function registerRevoke(keys: Command, context: CliContext): void {
  keys
    .command('revoke')
    .summary('Take a key out of use for good.')
    .description('Take a key out of use for good. A running server refuses it within seconds.')
    .argument('<id>', 'as `keys list` shows it')
    .option(...JSON_OPTION)
    .action(async (id: string, { json }: Json) => {
      const { keys: service } = await context.openEngine();
      await service.revoke(id);
      if (json) context.printJson({ revoked: id });
      else context.stdout.write(`The key ${printable(id)} is revoked.\n`);
    });
}

function collectScope(text: string, known: Scope[] = []): Scope[] {
  if (text === 'all') return [...SCOPE_NAMES];
  if (!isScope(text)) throw new InvalidArgumentError(`Give one of ${SCOPE_NAMES.join(', ')}, or all.`);
  return known.includes(text) ? known : [...known, text];
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate > 0) return rate;
  throw new InvalidArgumentError('Give a whole number from 1.');
}

function parseExpiry(text: string): string {
  const day = parseDay(text);
  if (day) return `${day}T00:00:00.000Z`;
  throw new InvalidArgumentError('Write the day as YYYY-MM-DD.');
}
