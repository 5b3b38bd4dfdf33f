// The one direction of the house (docs/architecture.md): which room may import which. Reads every import in src/.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** Room -> the rooms that it may import. What is not named here may not be imported. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  names: [],
  lists: ['model'],
  news: ['model', 'names'],
  screen: ['model', 'names'],
  cases: ['model'],
  store: ['model', 'cases'],
  engine: ['model', 'names', 'lists', 'news', 'screen', 'cases', 'store'],
  server: ['model', 'engine'],
  mcp: ['model', 'engine'],
  // The command line is the door through which the other doors are opened.
  cli: ['model', 'engine', 'server', 'mcp'],
  public: ['model', 'names', 'lists', 'screen', 'engine'],
};

/** Node's modules that reach outside the process; rooms that are pure never import them. */
const OUTSIDE = [
  'node:fs',
  'node:fs/promises',
  'node:http',
  'node:https',
  'node:net',
  'node:child_process',
  'node:worker_threads',
];
const PURE_ROOMS = ['model', 'names', 'screen'];

/** The clock and the dice are passed in. */
const CLOCK = /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|crypto\.randomUUID\(/u;

/** The only files that ask another machine for something. The store speaks to its database through its driver. */
const MAY_ASK = ['lists/fetch.ts', 'news/fetch.ts', 'news/language-model/endpoint.ts'];
/** What speaks to other machines, besides the `fetch` that Node has of itself. */
const NETWORK_MODULE = /^(?:undici|node:(?:http|https|http2|net|tls|dgram|dns)(?:\/.*)?)$/u;
const NETWORK_CALL = /(?<![.\w])(?:globalThis\.)?fetch\(|\bnew (?:WebSocket|EventSource)\(/u;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  /** Only types, so that nothing is loaded. */
  readonly isType: boolean;
}

function roomOf(path: string): string {
  const [first = ''] = path.split('/');
  return first === 'engine.ts' ? 'engine' : first;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  const targets = [
    ...text.matchAll(
      /^(?:import|export)\b[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gmu,
    ),
  ];
  return targets.map((match) => ({
    file,
    room: roomOf(file),
    target: match[1] ?? match[2] ?? match[3] ?? '',
    isType: /^(?:import|export) type\b/u.test(match[0]),
  }));
});

/** The room that an import leads to; undefined if it leads out of src/. */
function targetRoom({ file, target }: Import): string | undefined {
  return target.startsWith('.') ? roomOf(relative(source, join(source, dirname(file), target))) : undefined;
}

describe('the rooms', () => {
  it('are all read: an empty check would pass as well', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  it('import only what lies below them', () => {
    const wrong = imports.filter((one) => {
      const room = targetRoom(one);
      return room !== undefined && room !== one.room && !MAY_IMPORT[one.room]?.includes(room);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('that are pure reach nothing outside, and know no time and no chance', () => {
    const reaching = imports.filter((one) => PURE_ROOMS.includes(one.room) && OUTSIDE.includes(one.target));
    expect(reaching.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
    const knowing = files.filter(
      (file) => PURE_ROOMS.includes(roomOf(file)) && CLOCK.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(knowing).toEqual([]);
  });

  it('leave the network to the files named for it', () => {
    const calling = files.filter((file) => NETWORK_CALL.test(readFileSync(join(source, file), 'utf8')));
    const loading = imports.filter(({ target, isType }) => !isType && NETWORK_MODULE.test(target));
    const asking = new Set([...calling, ...loading.map(({ file }) => file)]);
    expect([...asking].sort()).toEqual(MAY_ASK);
  });
});
