// The Model Context Protocol over the tools: lists them, calls them, tells errors as the protocol wants them (as the
// answer of the tool, so that a model can read what to do).
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { ENGINE_VERSION } from '../engine/version.ts';
import type { Engine } from '../engine.ts';
import { InterdictError } from '../model/errors.ts';
import { toolsOf } from './tools.ts';

const INSTRUCTIONS =
  'Interdict screens parties against official sanctions lists and reads reports about them. "stop" and "review" need a person; only "clear" clears; "undetermined" means that it cannot be said. Name the sources that the answers give.';

/**
 * Answers on a transport until it is closed.
 * @returns when it is closed
 */
export async function serveMcp(engine: Engine, transport: Transport): Promise<void> {
  const tools = toolsOf(engine);
  const server = new Server(
    { name: 'interdict', version: ENGINE_VERSION },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema: inputSchema as { type: 'object' },
      annotations: { title, destructiveHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    try {
      if (!tool) throw new InterdictError('NOT_FOUND', `There is no tool "${params.name}".`);
      const answer = await tool.call(params.arguments ?? {});
      return {
        content: [{ type: 'text', text: JSON.stringify(answer) }],
        structuredContent: JSON.parse(JSON.stringify(answer)) as Record<string, unknown>,
      };
    } catch (error) {
      return { content: [{ type: 'text', text: told(error) }], isError: true };
    }
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(transport);
  await closed;
}

function told(error: unknown): string {
  if (error instanceof InterdictError) return `${error.code}: ${error.message} ${error.remedy}`;
  return `INTERNAL: ${error instanceof Error ? error.message : String(error)}`;
}
