// `interdict links`: which listings are held to be one party and why; cutting a link that is wrong, and undoing that.
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { renderTable } from '../print/table.ts';
import { printable } from '../print/text-width.ts';

export function registerLinks(program: Command, context: CliContext): void {
  const links = program
    .command('links')
    .description('Which listings are one party, and why; cut a link that is wrong.');
  links
    .command('show <party>')
    .description('The listings that a party consists of, and the links between them.')
    .option('--json', 'print JSON and nothing else')
    .action(async (party: string, options: { json?: boolean }) => {
      const found = await (await context.openEngine()).screening.party(party);
      if (options.json)
        return context.printJson({ id: found.id, referents: found.referents, links: found.links });
      const { stdout } = context;
      stdout.write(
        `${stdout.colours.bold(printable(found.caption))}  ${[found.id, ...found.referents].join(', ')}\n`,
      );
      const rows = found.links.map((link) => [link.left, link.right, printable(link.reason)]);
      const columns = [
        { heading: 'listing' },
        { heading: 'and listing' },
        { heading: 'are one because', isFlexible: true },
      ];
      stdout.write(
        rows.length > 0 ? renderTable(columns, rows, stdout.columns, stdout.colours.dim) : '  no links\n',
      );
    });
  links
    .command('cut <listing> <other>')
    .description('Hold two listings apart from now on.')
    .requiredOption('--reason <text>', 'why they are not one party')
    .option('--by <name>', 'who decided it [the user of this machine]')
    .action(async (left: string, right: string, { reason, by }: { reason: string; by?: string }) => {
      const who = by ?? context.env['USER'] ?? 'unknown';
      await (await context.openEngine()).screening.cutLink(left, right, reason, who);
      context.stdout.write(`${left} and ${right} are held apart from now on.\n`);
    });
  links
    .command('restore <listing> <other>')
    .description('Undo a cut.')
    .action(async (left: string, right: string) => {
      await (await context.openEngine()).screening.restoreLink(left, right);
      context.stdout.write(`${left} and ${right} are linked again where their lists give reason to.\n`);
    });
  links
    .command('cuts')
    .description('All links that were cut.')
    .option('--json', 'print JSON and nothing else')
    .action(async (options: { json?: boolean }) => {
      const cuts = await (await context.openEngine()).screening.linkCuts();
      if (options.json) return context.printJson(cuts);
      const rows = cuts.map((cut) => [
        cut.left,
        cut.right,
        cut.by,
        cut.at.slice(0, 10),
        printable(cut.reason),
      ]);
      const columns = ['listing', 'and listing', 'cut by', 'on'].map((heading) => ({ heading }));
      const { stdout } = context;
      stdout.write(
        rows.length > 0
          ? renderTable([...columns, { heading: 'because', isFlexible: true }], rows, stdout.columns)
          : 'No link was cut.\n',
      );
    });
}
