import { readdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainList, plainText } from '../../../test/fixtures/plain-list.ts';
import { inShort, ListHome } from '../../../test/support/list-home.ts';

let home: ListHome;
beforeEach(async () => {
  home = await ListHome.open();
});
afterEach(async () => {
  await home.close();
});

describe('updating from a publisher', () => {
  let server: Server;
  let asked: string[];
  let answer: { status?: number; headers?: Record<string, string>; body?: string };

  beforeEach(async () => {
    asked = [];
    answer = { headers: { etag: '"1"', 'last-modified': 'Mon, 10 Jun 2024 10:00:00 GMT' } };
    server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`);
      const isKnown = request.headers['if-none-match'] === answer.headers?.etag;
      response.writeHead(isKnown ? 304 : (answer.status ?? 200), answer.headers);
      response.end(isKnown ? undefined : answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const config = `fetch:\n  eu_fsf: { addresses: { main: "${base}/list.txt" } }\nlimits: { retries: 0 }\n`;
    home.lists = home.service([plainList], config);
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  it('adds what is new, dated by the server where the file is not, and notes that it is the current version', async () => {
    answer.body = plainText('-', '-', 3);
    const [outcome] = await home.lists.update(['eu_fsf']);
    expect(outcome).toMatchObject({ kind: 'added', day: { day: '2024-06-10', source: 'server' } });
    expect(await home.lists.version('eu_fsf')).toMatchObject({
      source: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/list\.txt$/u),
      confirmedAt: '2024-06-15T12:00:00.000Z',
    });
    expect(await readdir(join(home.folder, 'home', 'lists', '.incoming'))).toEqual([]);
  });

  it('asks only for what has changed, and is confirmed in what has not', async () => {
    answer.body = plainText('-', '-', 3);
    await home.lists.update(['eu_fsf']);
    home.now = new Date('2024-06-20T12:00:00Z');
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['unchanged eu_fsf 2024-06-10 3']);
    expect((await home.lists.version('eu_fsf')).confirmedAt).toBe('2024-06-20T12:00:00.000Z');
    expect((await home.lists.listUse('eu')).find((use) => use.dataset === 'eu_fsf')).toMatchObject({
      state: 'fresh',
      age_days: 0,
    });
    answer = { headers: { etag: '"2"' }, body: plainText('-', '-', 4) };
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['added eu_fsf 2024-06-20 4']);
    expect(asked).toEqual(['/list.txt -', '/list.txt "1"', '/list.txt "1"']);
  });

  it('goes on saying that a version is held while it is, though nothing has changed', async () => {
    answer.body = plainText('-', '-', 30);
    await home.lists.update(['eu_fsf']);
    answer = { headers: { etag: '"2"' }, body: plainText('-', '-', 15) };
    for (let day = 0; day < 2; day += 1)
      expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['held eu_fsf 2024-06-15 15']);
    expect(inShort(await home.lists.update(['eu_fsf'], { acceptShrink: true }))).toEqual([
      'already-stored eu_fsf 2024-06-15 15',
    ]);
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['unchanged eu_fsf 2024-06-15 15']);
    expect(asked).toEqual(['/list.txt -', '/list.txt "1"', ...Array(3).fill('/list.txt "2"')]);
  });

  it('asks for everything again when what was kept is damaged', async () => {
    answer.body = plainText('-', '-', 3);
    await home.lists.update(['eu_fsf']);
    const kept = join(home.folder, 'home', 'lists', 'eu_fsf');
    const [version = ''] = await readdir(kept);
    for (const name of await readdir(join(kept, version)))
      await writeFile(join(kept, version, name), 'damage');
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['repaired eu_fsf 2024-06-10 3']);
    expect(asked).toEqual(['/list.txt -', '/list.txt -']);
  });

  it('puts a list of several files together from those that changed and those that did not', async () => {
    const { port } = server.address() as AddressInfo;
    const addresses = `{ main: "http://127.0.0.1:${port}/main.txt", also: "http://127.0.0.1:${port}/also.txt" }`;
    home.lists = home.service([plainList], `fetch:\n  eu_fsf: { addresses: ${addresses} }\n`);
    const bodies: Record<string, string> = {
      '/main.txt': plainText('-', '2024-06-01', ['Ann']),
      '/also.txt': 'ALSO -\nAnn|Anna\n',
    };
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const body = bodies[request.url ?? ''] ?? '';
      const etag = `"${body.length}"`;
      const isKnown = request.headers['if-none-match'] === etag;
      asked.push(`${request.url} ${isKnown ? 304 : 200}`);
      response.writeHead(isKnown ? 304 : 200, { etag }).end(isKnown ? undefined : body);
    });
    await home.lists.update(['eu_fsf']);
    bodies['/main.txt'] = plainText('-', '2024-06-08', ['Ann', 'Bob']);
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['added eu_fsf 2024-06-08 2']);
    expect(await home.namesOf('eu_fsf')).toEqual(['Ann', 'Anna', 'Bob']);
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['unchanged eu_fsf 2024-06-08 2']);
    expect(asked).toEqual([
      '/main.txt 200',
      '/also.txt 200',
      '/main.txt 200',
      '/also.txt 304',
      '/main.txt 304',
      '/also.txt 304',
    ]);
  });

  it('asks for everything again when the version was removed', async () => {
    answer.body = plainText('-', '-', 3);
    await home.lists.update(['eu_fsf']);
    await home.lists.remove('eu_fsf', '2024-06-15');
    expect(inShort(await home.lists.update(['eu_fsf']))).toEqual(['added eu_fsf 2024-06-10 3']);
    expect(asked).toEqual(['/list.txt -', '/list.txt -']);
  });

  it('leaves the version in use when the publisher fails, sends a web page, or loses half of its list', async () => {
    answer.body = plainText('-', '-', 30);
    await home.lists.update(['eu_fsf']);
    for (const [body, status, short] of [
      ['no', 404, 'refused FETCH_FAILED'],
      ['<html><body>moved</body></html>', 200, 'refused LIST_WRONG_FORMAT'],
      ['something else', 200, 'refused LIST_FORMAT_UNKNOWN'],
      [plainText('-', '-', 15), 200, 'held eu_fsf 2024-06-15 15'],
    ] as const) {
      answer = { status, headers: { etag: '"x"' }, body };
      expect(inShort(await home.lists.update(['eu_fsf']))).toEqual([short]);
      expect((await home.lists.inForce()).map((version) => version.entities)).toEqual([30]);
    }
  });

  it('says of a list without an address that it has none', async () => {
    expect(inShort(await home.lists.update(['gb_hmt_sanctions', 'our_own']))).toEqual([
      'refused LIST_NO_ADDRESS',
      'refused LIST_NO_ADDRESS',
    ]);
  });

  it('adds from an address that is given', async () => {
    answer.body = plainText('xx_a', '2024-01-01', 2);
    const { port } = server.address() as AddressInfo;
    expect(inShort(await home.lists.add([`http://127.0.0.1:${port}/lists/a.txt?token=secret`]))).toEqual([
      'added xx_a 2024-01-01 2',
    ]);
    expect((await home.lists.version('xx_a')).source).toBe(`http://127.0.0.1:${port}/lists/a.txt?…`);
    expect(inShort(await home.lists.add(['ftp://example.org/a.txt']))).toEqual([
      'refused FETCH_REFUSED_ADDRESS',
    ]);
  });
});
