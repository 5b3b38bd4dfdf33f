import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig, readConfig } from './config.ts';
import { BUILT_IN_PROFILES } from './profiles.ts';

describe('the configuration', () => {
  it('may be absent, empty or only remarks', async () => {
    const asItComes = { profiles: BUILT_IN_PROFILES, fetch: {}, limits: {}, sources: {} };
    const home = await mkdtemp(join(tmpdir(), 'interdict-config-'));
    expect(await readConfig(home)).toEqual(asItComes);
    await rm(home, { recursive: true });
    expect(parseConfig('')).toEqual(asItComes);
    expect(parseConfig('# nothing yet\n')).toEqual(asItComes);
  });

  it('adds profiles, and replaces those of the same name', () => {
    const { profiles } = parseConfig(`
profiles:
  export-desk:
    title: Export desk
    requires: [us_ofac_sdn, our_own_list]
    maxAgeDays: { us_ofac_sdn: 2, our_own_list: 400 }
    policy: v1
  default: { requires: [eu_fsf], maxAgeDays: 5 }
`);
    expect(profiles['export-desk']).toEqual({
      title: 'Export desk',
      requires: ['us_ofac_sdn', 'our_own_list'],
      maxAgeDays: { us_ofac_sdn: 2, our_own_list: 400 },
      policy: 'v1',
    });
    expect(profiles.default).toEqual({ requires: ['eu_fsf'], maxAgeDays: 5 });
    expect(profiles.uk).toEqual(BUILT_IN_PROFILES.uk);
  });

  it('replaces addresses and bounds of downloads', () => {
    const config = parseConfig(`
fetch:
  un_sc_sanctions:
    addresses: { main: "https://mirror.example.org/un.xml" }
    maxBytes: 1000000
limits: { timeoutSeconds: 20, retries: 0 }
`);
    expect(config.fetch).toEqual({
      un_sc_sanctions: { addresses: { main: 'https://mirror.example.org/un.xml' }, maxBytes: 1_000_000 },
    });
    expect(config.limits).toEqual({ timeoutSeconds: 20, retries: 0 });
  });

  it('takes a value that stands elsewhere in the file', () => {
    const { profiles } = parseConfig(
      'profiles:\n  a: { requires: &lists [eu_fsf] }\n  b: { requires: *lists }\n',
    );
    expect(profiles.b).toEqual({ requires: ['eu_fsf'] });
  });

  it('names the database', () => {
    expect(parseConfig('database: postgres://ann@db.example/interdict\n').database).toBe(
      'postgres://ann@db.example/interdict',
    );
  });

  it('sets letters of sources of news', () => {
    const { sources } = parseConfig('sources:\n  The Example Post: B\n  Somebody: E\n');
    expect(sources).toEqual({ 'The Example Post': 'B', Somebody: 'E' });
    expect(() => parseConfig('sources:\n  Somebody: G\n')).toThrow('a letter from A to F');
  });

  it('names a language model and the variable that holds its key', () => {
    const text =
      'language_model: { url: "https://models.example/v1", model: big, key_env: MODEL_KEY, timeout: 30 }\n';
    expect(parseConfig(text).languageModel).toEqual({
      url: 'https://models.example/v1',
      model: 'big',
      keyVariable: 'MODEL_KEY',
      timeoutSeconds: 30,
    });
    const least = parseConfig('language_model: { url: "http://127.0.0.1:11434/v1", model: small }\n');
    expect(least.languageModel).toEqual({ url: 'http://127.0.0.1:11434/v1', model: 'small' });
  });

  it.each([
    ['key_env: sk-secret-1', 'language_model.key_env must be the name of an environment variable'],
    ['key_env: sk_secret_1', 'language_model.key_env must be the name of an environment variable'],
    ['url: "https://user:secret@models.example/v1"', 'language_model.url must be an address'],
    ['url: "https://models.example/v1?key=secret"', 'language_model.url must be an address'],
    ['url: "file:///secret"', 'language_model.url must be an address'],
    ['model: " "', 'language_model.model must be text'],
    ['timeout: 0', 'language_model.timeout must be a whole number from 1 upwards'],
    ['key: secret', 'There is no setting "key" here; there are url, model, key_env, timeout'],
  ])('refuses a language model with %s, and repeats no secret', (line, message) => {
    const settings = new Map([
      ['url', 'url: "https://models.example/v1"'],
      ['model', 'model: big'],
    ]).set(line.split(':')[0]!, line);
    const parse = () => parseConfig(`language_model:\n  ${[...settings.values()].join('\n  ')}\n`);
    expect(parse).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/secret/u);
  });

  it('refuses a language model without address or name', () => {
    expect(() => parseConfig('language_model: { model: big }\n')).toThrow('must have an address');
    expect(() => parseConfig('language_model: { url: "https://models.example" }\n')).toThrow(
      'must name a model',
    );
  });

  it.each([
    [
      'a misspelt setting',
      'limits:\n  retires: 3\n',
      2,
      'There is no setting "retires" here; there are timeoutSeconds, retries.',
    ],
    [
      'a misspelt section',
      'profile: {}\n',
      1,
      'There is no setting "profile" here; there are profiles, fetch, limits, sources, database, language_model.',
    ],
    [
      'a number where text belongs',
      'profiles:\n  a:\n    requires:\n      - 7\n',
      4,
      'profiles.a.requires[1] must be text.',
    ],
    [
      'text where a number belongs',
      'limits:\n\n  retries: many\n',
      3,
      'limits.retries must be a whole number from 0 upwards.',
    ],
    [
      'a fraction',
      'limits: { timeoutSeconds: 1.5 }\n',
      1,
      'limits.timeoutSeconds must be a whole number from 1 upwards.',
    ],
    [
      'no lists',
      'profiles:\n  a:\n    requires: []\n',
      3,
      'profiles.a.requires must name one list at least: what requires none clears all.',
    ],
    [
      'lists left out',
      'profiles:\n  a:\n    title: A\n',
      3,
      'profiles.a must name the lists that it requires, such as "requires: [us_ofac_sdn]".',
    ],
    [
      'a name that is no list',
      'profiles:\n  a: { requires: ["OFAC SDN"] }\n',
      2,
      'profiles.a.requires[1] must be the name of a list, such as us_ofac_sdn, not "OFAC SDN".',
    ],
    [
      'an address of another kind',
      'fetch:\n  eu_fsf:\n    addresses:\n      main: ftp://example.org\n',
      4,
      'fetch.eu_fsf.addresses.main must be an address that begins with http:// or https://, not "ftp://example.org".',
    ],
    [
      'a list where settings belong',
      '- profiles\n',
      1,
      'The file must hold settings, each as "name: value".',
    ],
    ['the same setting twice', 'limits: {}\nlimits: {}\n', 2, 'Map keys must be unique.'],
    ['text that is no YAML', 'profiles:\n  a: [\n', 3, undefined],
  ])('refuses %s, naming line and setting', (_, text, line, message) => {
    expect(() => parseConfig(text, 'config.yml')).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        place: expect.objectContaining({ file: 'config.yml', line }),
        ...(message ? { message } : {}),
      }),
    );
  });

  it('refuses a file that is there but cannot be read', async () => {
    const home = await mkdtemp(join(tmpdir(), 'interdict-config-'));
    await writeFile(join(home, 'file'), '');
    await expect(readConfig(join(home, 'file'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await rm(home, { recursive: true });
  });
});

describe('the profiles that come with Interdict', () => {
  it('would pass the check of a user’s own', async () => {
    const { stringify } = await import('yaml');
    expect(parseConfig(stringify({ profiles: BUILT_IN_PROFILES })).profiles).toEqual(BUILT_IN_PROFILES);
  });
});
