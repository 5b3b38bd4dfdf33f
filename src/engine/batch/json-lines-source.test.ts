import { describe, expect, it } from 'vitest';
import { jsonRows } from './json-lines-source.ts';
import type { SourceRow } from './source-row.ts';

async function read(pieces: readonly string[], maxCharacters?: number): Promise<SourceRow[]> {
  async function* all(): AsyncGenerator<string> {
    yield* pieces;
  }
  const rows: SourceRow[] = [];
  for await (const row of jsonRows(all(), maxCharacters)) rows.push(row);
  return rows;
}

describe('reading JSON lines', () => {
  it('gives one object a line and passes over blank lines', async () => {
    const rows = await read(['{"name":"A"}\r\n', '\n  \n{"name":', '"B"}']);
    expect(
      rows.map(({ line, content }) => [line, content.kind === 'object' ? content.object : content.kind]),
    ).toEqual([
      [1, { name: 'A' }],
      [2, 'blank'],
      [3, 'blank'],
      [4, { name: 'B' }],
    ]);
  });

  it('sets a line aside that is no JSON or no object, and reads on', async () => {
    const rows = await read(['{"name":"A"\n[1]\n"x"\n{"name":"B"}\n']);
    const reasons = rows.map(({ content }) => (content.kind === 'fault' ? content.reason : content.kind));
    expect(reasons).toEqual([
      expect.stringMatching(/^it is not JSON \(/u),
      'it is JSON, but not an object',
      'it is JSON, but not an object',
      'object',
    ]);
    expect(rows[0]?.text).toBe('{"name":"A"');
  });

  it('keeps long numbers as they are written', async () => {
    const [row] = await read([
      '{"id":12345678901234567890,"small":7,"price":1.50,"list":[9007199254740993]}',
    ]);
    expect(row?.content).toEqual({
      kind: 'object',
      object: { id: '12345678901234567890', small: 7, price: '1.50', list: ['9007199254740993'] },
    });
  });

  it('passes over a line that is too long without keeping it', async () => {
    const long = `{"name":"${'x'.repeat(5_000)}"}\n`;
    const rows = await read([...(long.match(/[\s\S]{1,64}/gu) ?? []), '{"name":"B"}\n'], 1_000);
    expect(rows.map(({ line, content }) => [line, content])).toEqual([
      [1, { kind: 'fault', reason: 'it is too long (5,011 characters)' }],
      [2, { kind: 'object', object: { name: 'B' } }],
    ]);
    expect(rows[0]?.text).toMatch(/^\{"name":"x+$/u);
    expect(rows[0]?.text.length).toBeLessThan(3_000);
  });

  it('does not cut a line at the separators that only JavaScript takes for line ends', async () => {
    const [row, ...others] = await read(['{"name":"A\u2028B\u2029C"}\n']);
    expect(row?.content).toEqual({ kind: 'object', object: { name: 'A\u2028B\u2029C' } });
    expect(others).toEqual([]);
  });
});
