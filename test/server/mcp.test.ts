// The MCP server as an assistant uses it: a process of its own, asked by the official SDK's client.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interdict } from '../support/run-cli.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href;
const STARTER = fileURLToPath(new URL('../../data/starter/', import.meta.url));

let folder: string;
let client: Client;
let transport: StdioClientTransport;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interdict-mcp-'));
  const home = join(folder, 'home');
  await interdict(home, 'lists', 'add', STARTER);
  transport = new StdioClientTransport({
    command: process.execPath,
    args: [
      '--input-type=module',
      '-e',
      `import { run } from '${MAIN}'; process.exitCode = await run(process.argv.slice(1));`,
      '--',
      'mcp',
    ],
    env: { ...(process.env as Record<string, string>), INTERDICT_HOME: home },
    stderr: 'ignore',
  });
  client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
});
afterAll(async () => {
  await client.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function call(name: string, input: Record<string, unknown> = {}) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: input });
  const [{ text }] = content as [{ text: string }];
  return { text, isError: isError === true, answer: structuredContent as Record<string, never> };
}

describe('the MCP server', () => {
  it('says what it can do, and how each tool is called', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'screen',
      'compare',
      'open_party',
      'read_report',
      'list_status',
    ]);
    for (const { description, inputSchema } of tools) {
      expect(description?.length).toBeGreaterThan(20);
      expect(inputSchema.type).toBe('object');
    }
    expect(client.getInstructions()).toContain('sanctions');
  });

  it('screens a party from a misspelt name, with country and date as people write them', async () => {
    const { answer, text } = await call('screen', {
      name: 'Ashot Mkrtchyev',
      birth_date: '7 May 1966',
      countries: ['Slovakia'],
    });
    expect(answer).toMatchObject({
      decision: 'stop',
      results: [{ id: 'us_ofac_sdn-41736', match: true, why: expect.stringContaining('Mkrtchyev') }],
      screening: expect.any(String),
    });
    expect(JSON.parse(text)).toEqual(answer);
  });

  it('never says clear on starter lists', async () => {
    const { answer } = await call('screen', { name: 'Nobody Here Atall', schema: 'Person' });
    expect(answer).toMatchObject({ decision: 'undetermined', results: [] });
  });

  it('asks the lists of a day', async () => {
    const { answer } = await call('screen', {
      name: 'Ashot Mkrtychev',
      schema: 'Person',
      as_of: '2000-01-01',
    });
    expect(answer).toMatchObject({ results: [], asOf: '2000-01-01' });
  });

  it('compares names, opens a party and tells how old the lists are', async () => {
    const compared = await call('compare', { left: 'Мкртычев Ашот', right: 'Ashot Mkrtychev' });
    expect((compared.answer as unknown as { score: number }).score).toBeGreaterThan(0.8);
    const opened = await call('open_party', { id: 'gb_hmt_sanctions-16067' });
    expect(opened.answer).toMatchObject({ id: 'us_ofac_sdn-41736', claims: [] });
    const { answer } = await call('list_status');
    expect(answer).toMatchObject({
      lists: expect.arrayContaining([expect.objectContaining({ state: 'starter' })]),
    });
  });

  it('tells an error as an answer that says what to do', async () => {
    const unknown = await call('open_party', { id: 'nobody' });
    expect(unknown.isError).toBe(true);
    expect(unknown.text).toMatch(/^PARTY_UNKNOWN: /u);
    for (const [name, input] of [
      ['screen', {}],
      ['screen', { name: 'x', wings: 2 }],
      ['screen', { name: 'Ann', schema: 'Wizard' }],
      ['screen', { name: 'Ann', countries: ['Atlantis'] }],
      ['read_report', {}],
      ['fly', {}],
    ] as const)
      expect((await call(name, input)).isError, name).toBe(true);
  });

  it('writes every screening into the record, and says that it was asked this way', async () => {
    const { stdout } = await interdict(join(folder, 'home'), 'record', 'list', '--json');
    const entries = JSON.parse(stdout) as { who: string }[];
    expect(entries[0]).toMatchObject({ who: 'mcp', kind: 'screening' });
  });
});
