// `node bench/server.ts`: how many single /match requests a second the server answers with all official lists of
// ../shared/lists loaded, and how long each takes; the load comes from a process of its own on the same machine, over
// connections that stay open. Then the same beside a file of 100,000 rows, and how fast pages are answered meanwhile.
// Server and load share the cores with whatever else runs: on Linux each step says how much of one core each of the
// three took, and how late the load was sent (p99), which shows whether the load itself was held up.
// SECONDS sets the length of a step, BENCH_HOME keeps the lists between runs. Writes bench/out/server.json.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { Engine } from '../src/engine.ts';
import { printTable, type Row, seeded, writeFigures } from './support/report.ts';
import { requireShared, SHARED } from './support/shared-folder.ts';

const SECONDS = Number(process.env.SECONDS ?? 10);
const FILE_ROWS = Number(process.env.FILE_ROWS ?? 100_000);
const CLOSED_LOOPS = [1, 8, 32];
const WANTED_RATE = 1_000;
/** Of the clock of /proc, a second. */
const TICKS = 100;
const MAIN = new URL('../src/cli/main.ts', import.meta.url).href;

requireShared();
const home = process.env.BENCH_HOME ?? mkdtempSync(join(tmpdir(), 'interdict-bench-server-'));
const names = await prepareHome();
const { child, address } = await startServer();
const pool = new Pool(address, { connections: 64, pipelining: 1 });
const rows: Row[] = [];
let asked = 0;
try {
  await measure('warm-up', closedLoop(8, match), 5);
  for (const atOnce of CLOSED_LOOPS)
    rows.push(await measure(`/match, ${atOnce} at once`, closedLoop(atOnce, match), SECONDS));
  rows.push(await measure(`/match, ${WANTED_RATE} a second`, openLoop(WANTED_RATE, match), SECONDS));
  if (FILE_ROWS > 0) await besideFile();
} finally {
  await pool.close();
  child.kill('SIGTERM');
  if (!process.env.BENCH_HOME) await rm(home, { recursive: true, force: true });
}
printTable(`The server with all official lists of ../shared/lists, ${availableParallelism()} cores`, rows);
writeFigures('server', {
  node: process.version,
  cores: availableParallelism(),
  seconds: SECONDS,
  steps: rows,
});

/** Loads the lists if they are not there; gives names like those that customers have. */
async function prepareHome(): Promise<string[]> {
  const engine = await Engine.open({ home });
  if ((await engine.lists.all()).length === 0) await engine.lists.add([`${SHARED}lists`]);
  const { parties } = await engine.directory.snapshot();
  const random = seeded(7);
  const persons: string[][] = [];
  for (let number = 0; number < parties.count; number++) {
    const { schema, properties } = parties.partyOf(number);
    const [name] = properties.name ?? [];
    if (schema === 'Person' && name) persons.push(name.split(/[\s,]+/u).filter(Boolean));
  }
  await engine.close();
  const pick = (): string[] => persons[Math.floor(random() * persons.length)]!;
  // One in ten is a listed person; the others have the given name of one and the surname of another.
  return Array.from({ length: 20_000 }, () =>
    random() < 0.1 ? pick().join(' ') : `${pick()[0]} ${pick().at(-1)}`,
  );
}

async function startServer(): Promise<{ child: ChildProcess; address: string }> {
  const script = `import { run } from '${MAIN}'; process.exitCode = await run(process.argv.slice(1));`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, '--', '--home', home, 'serve', '--port', '0', '--log', 'error'],
    { stdio: ['ignore', 'inherit', 'pipe'] },
  );
  let said = '';
  for await (const piece of child.stderr!) {
    said += String(piece);
    const [, address] = /Listening at (\S+)/u.exec(said) ?? [];
    if (!address) continue;
    child.stderr!.resume();
    while ((await fetch(`${address}/readyz`)).status !== 200) await wait(200);
    return { child, address };
  }
  throw new Error(`The server did not start: ${said}`);
}

type Ask = (number: number) => Promise<void>;
/** @returns milliseconds by which each question was sent later than it was due, where there is such a moment */
type Load = (ask: (work: Ask) => Promise<void>, isOver: () => boolean) => Promise<number[]>;

async function match(number: number): Promise<void> {
  const name = names[number % names.length]!;
  const query = { schema: 'Person', properties: { name: [name], nationality: ['ru'] } };
  await post('/match/default', JSON.stringify({ queries: { q: query } }));
}

async function post(path: string, body: string): Promise<void> {
  const answer = await pool.request({
    path,
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  await answer.body.dump();
  if (answer.statusCode >= 400) throw new Error(`${path} answered ${answer.statusCode}.`);
}

async function get(path: string): Promise<void> {
  const answer = await pool.request({ path, method: 'GET' });
  await answer.body.dump();
  if (answer.statusCode >= 400) throw new Error(`${path} answered ${answer.statusCode}.`);
}

function closedLoop(atOnce: number, work: Ask): Load {
  return async (ask, isOver) => {
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (!isOver()) await ask(work);
      }),
    );
    return [];
  };
}

/** Sends at a fixed rate, whether or not the answers come: the time of an answer then includes its wait in the queue. */
function openLoop(rate: number, work: Ask): Load {
  return async (ask, isOver) => {
    const began = performance.now();
    const late: number[] = [];
    const underway = new Set<Promise<void>>();
    for (let sent = 0; !isOver(); ) {
      const due = Math.floor(((performance.now() - began) / 1000) * rate);
      for (; sent < due; sent++) {
        late.push(performance.now() - began - ((sent + 1) / rate) * 1000);
        const one = ask(work).finally(() => underway.delete(one));
        underway.add(one);
      }
      await wait(1);
    }
    await Promise.all(underway);
    return late;
  };
}

async function measure(step: string, load: Load, seconds: number): Promise<Row> {
  const times: number[] = [];
  const began = performance.now();
  const before = processorTimes();
  const late = await load(
    async (work) => {
      const from = performance.now();
      await work(asked++);
      times.push(performance.now() - from);
    },
    () => performance.now() - began > seconds * 1000,
  );
  const taken = (performance.now() - began) / 1000;
  const after = processorTimes();
  const share = (name: keyof ProcessorTimes): number =>
    Math.round(((after[name] - before[name]) / taken) * 100);
  return {
    step,
    requests: times.length,
    'per second': Math.round(times.length / taken),
    'p50 ms': quantile(times, 0.5),
    'p95 ms': quantile(times, 0.95),
    'p99 ms': quantile(times, 0.99),
    'max ms': quantile(times, 1),
    'late ms': quantile(late, 0.99),
    'server %': share('server'),
    'load %': share('load'),
    'others %': share('others'),
  };
}

function quantile(values: number[], share: number): number {
  values.sort((left, right) => left - right);
  return Math.round((values[Math.floor((values.length - 1) * share)] ?? 0) * 10) / 10;
}

/** Seconds of processor time since some moment. */
interface ProcessorTimes {
  readonly server: number;
  readonly load: number;
  readonly others: number;
}

/** Zeros where there is no /proc. */
function processorTimes(): ProcessorTimes {
  if (!existsSync('/proc/stat')) return { server: 0, load: 0, others: 0 };
  const ofProcess = (id: number): number => {
    // utime and stime are the 12th and 13th field behind the name, which stands in parentheses.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  };
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/\s+/u).map(Number);
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = fields;
  const all = (user + nice + system + interrupts + softInterrupts) / TICKS;
  const [server, load] = [ofProcess(child.pid!), ofProcess(process.pid)];
  return { server, load, others: all - server - load };
}

/** The same, and the pages of the web app, while a file of customers is screened. */
async function besideFile(): Promise<void> {
  const csv = [
    'id,name,nationality',
    ...Array.from(
      { length: FILE_ROWS },
      (_, at) => `${at},${names[at % names.length]!.replaceAll(',', ' ')},ru`,
    ),
  ].join('\n');
  const form = new FormData();
  form.append('file', new Blob([csv]), 'customers.csv');
  const { job } = (await (await fetch(`${address}/api/v1/files`, { method: 'POST', body: form })).json()) as {
    job: string;
  };
  await post(`/api/v1/files/${job}/start`, '{}');
  const began = performance.now();
  const state = async () =>
    (await (await fetch(`${address}/api/v1/files/${job}`)).json()) as { state: string; done: number };
  while ((await state()).done === 0) await wait(50);
  const pages: Ask = (number) =>
    get(
      ['/api/v1/status', '/api/v1/lists', '/search/default?q=bank', '/api/v1/record?limit=20'][number % 4]!,
    );
  rows.push(await measure('pages beside a file, 4 at once', closedLoop(4, pages), SECONDS));
  rows.push(await measure('/match beside a file, 4 at once', closedLoop(4, match), SECONDS));
  for (;;) {
    const { state: now, done } = await state();
    const seconds = (performance.now() - began) / 1000;
    if (now === 'running' && seconds < SECONDS * 20) await wait(500);
    else {
      rows.push({
        step: `rows of the file (${now})`,
        requests: done,
        'per second': Math.round(done / seconds),
      });
      break;
    }
  }
  await fetch(`${address}/api/v1/files/${job}`, { method: 'DELETE' });
}
