// The configuration: `config.yml` in the home. Nothing in it is required; without it everything is as it comes.
// It is checked in full when it is read, so that a misspelt setting is an error with its line and not a surprise.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATASET_NAME } from '../lists/datasets.ts';
import { InterdictError } from '../model/errors.ts';
import type { SourceLetter } from '../news/across/source-grades.ts';
import { BUILT_IN_PROFILES, type Profile } from './profiles.ts';
import { YamlChecker } from './yaml-checker.ts';

/** What replaces the publisher's own addresses of a list, and the bounds of its download. */
interface FetchSettings {
  /** Part of the list -> address. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** Bytes at most, of one file. */
  readonly maxBytes?: number;
}

interface FetchLimits {
  /** Seconds without any byte after which a fetch is given up. */
  readonly timeoutSeconds?: number;
  /** Attempts after the first. */
  readonly retries?: number;
}

/** A language model that may propose claims, behind an OpenAI-compatible endpoint. */
export interface LanguageModelConfig {
  /** For instance `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Name of the environment variable that holds the key. @default no key is sent */
  readonly keyVariable?: string;
  /** Seconds for one answer. @default 120 */
  readonly timeoutSeconds?: number;
}

export interface Config {
  /** All profiles by name: those that come with Interdict, and the user's, which replace them by name. */
  readonly profiles: Readonly<Record<string, Profile>>;
  /** By dataset. */
  readonly fetch: Readonly<Record<string, FetchSettings>>;
  readonly limits: FetchLimits;
  /** Letters of sources of news, by name; they replace those of data/news. */
  readonly sources: Readonly<Record<string, SourceLetter>>;
  /** Address of the PostgreSQL database that holds what is not a file. @default a file in the home */
  readonly database?: string;
  /** Asked about reports where it is set. @default no language model is ever asked */
  readonly languageModel?: LanguageModelConfig;
}

const CONFIG_FILE = 'config.yml';

const SECTIONS = ['profiles', 'fetch', 'limits', 'sources', 'database', 'language_model'] as const;
const DATASET_RULE = 'name of a list, such as us_ofac_sdn';
const PROFILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const PART_NAME = /^[a-z][a-z0-9_-]*$/u;
/** In capitals, so that a key that was put in the place of its variable is seen to be none. */
const VARIABLE_NAME = /^[A-Z_][A-Z0-9_]*$/u;

/**
 * Reads the configuration of a home.
 * @throws InterdictError CONFIG_INVALID with file and line, FILE_UNREADABLE if the file is there but cannot be read
 */
export async function readConfig(home: string): Promise<Config> {
  const path = join(home, CONFIG_FILE);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    const message = `The configuration ${path} cannot be read: ${cause.message}.`;
    throw new InterdictError('FILE_UNREADABLE', message, { file: path }, { cause });
  });
  return parseConfig(text, path);
}

/**
 * The configuration from its text.
 * @param name what messages call the file
 * @throws InterdictError CONFIG_INVALID with file and line
 */
export function parseConfig(text: string, name: string = CONFIG_FILE): Config {
  const file = YamlChecker.parse(text, name);
  const found = file.isEmpty ? {} : file.settings(SECTIONS);
  return {
    profiles: {
      ...BUILT_IN_PROFILES,
      ...found.profiles?.map(PROFILE_NAME, 'name for a profile (letters, digits, - and _)', takeProfile),
    },
    fetch: found.fetch?.map(DATASET_NAME, DATASET_RULE, takeFetchSettings) ?? {},
    limits: found.limits ? takeLimits(found.limits) : {},
    sources:
      found.sources?.map(
        /\S/u,
        'name of a source',
        (letter) => letter.text(/^[A-F]$/u, 'a letter from A to F') as SourceLetter,
      ) ?? {},
    // Checked when it is opened, by a message that does not repeat it: it holds a password.
    ...(found.database ? { database: found.database.text() } : {}),
    ...(found.language_model ? { languageModel: takeLanguageModel(found.language_model) } : {}),
  };
}

function takeProfile(value: YamlChecker): Profile {
  const found = value.settings(['title', 'requires', 'maxAgeDays', 'policy']);
  if (!found.requires)
    throw value.fault('must name the lists that it requires, such as "requires: [us_ofac_sdn]"');
  const requires = found.requires.list((item) => item.text(DATASET_NAME, `the ${DATASET_RULE}`));
  if (requires.length === 0)
    throw found.requires.fault('must name one list at least: what requires none clears all');
  return {
    ...(found.title ? { title: found.title.text() } : {}),
    requires,
    ...(found.maxAgeDays ? { maxAgeDays: takeAges(found.maxAgeDays) } : {}),
    ...(found.policy ? { policy: found.policy.text() } : {}),
  };
}

function takeAges(value: YamlChecker): number | Record<string, number> {
  if (!value.isMap) return value.count();
  return value.map(DATASET_NAME, DATASET_RULE, (days) => days.count());
}

function takeFetchSettings(value: YamlChecker): FetchSettings {
  const found = value.settings(['addresses', 'maxBytes']);
  return {
    ...(found.addresses
      ? {
          addresses: found.addresses.map(PART_NAME, 'part of a list', (address) =>
            address.text(/^https?:\/\/\S+$/iu, 'an address that begins with http:// or https://'),
          ),
        }
      : {}),
    ...(found.maxBytes ? { maxBytes: found.maxBytes.count(1) } : {}),
  };
}

function takeLimits(value: YamlChecker): FetchLimits {
  const found = value.settings(['timeoutSeconds', 'retries']);
  return {
    ...(found.timeoutSeconds ? { timeoutSeconds: found.timeoutSeconds.count(1) } : {}),
    ...(found.retries ? { retries: found.retries.count() } : {}),
  };
}

/** No message repeats a value: a key may stand where it does not belong. */
function takeLanguageModel(value: YamlChecker): LanguageModelConfig {
  const found = value.settings(['url', 'model', 'key_env', 'timeout']);
  if (!found.url) throw value.fault('must have an address, such as "url: http://127.0.0.1:11434/v1"');
  if (!found.model) throw value.fault('must name a model, such as "model: llama3.3"');
  if (!isPlainAddress(found.url.text())) {
    throw found.url.fault('must be an address of http:// or https:// with host and path only');
  }
  if (!found.model.text().trim()) throw found.model.fault('must be text');
  if (found.key_env && !VARIABLE_NAME.test(found.key_env.text())) {
    throw found.key_env.fault(
      'must be the name of an environment variable in capitals, such as MODEL_KEY; the key itself never stands in this file',
    );
  }
  return {
    url: found.url.text(),
    model: found.model.text(),
    ...(found.key_env ? { keyVariable: found.key_env.text() } : {}),
    ...(found.timeout ? { timeoutSeconds: found.timeout.count(1) } : {}),
  };
}

function isPlainAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/u.test(url.protocol) &&
    !(url.username || url.password || url.search || url.hash)
  );
}
