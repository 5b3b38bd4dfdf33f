// `interdict mcp`: Interdict as tools for an assistant, over standard input and output (Model Context Protocol).
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';

export function registerMcp(program: Command, context: CliContext): void {
  program
    .command('mcp')
    .summary('Serve tools for an assistant over standard input and output.')
    .description(
      'Serve tools for an assistant (Model Context Protocol) over standard input and output: screen, compare, open_party, read_report, list_status.',
    )
    .action(async () => {
      // Loaded here: the other commands need not wait for it.
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
      const { serveMcp } = await import('../../mcp/server.ts');
      const transport = new StdioServerTransport();
      // The client ends the conversation by closing our input; the transport itself does not notice that.
      context.stdin.on('end', () => void transport.close());
      await serveMcp(await context.openEngine(), transport);
    });
}
