// Reads reports for a user: bytes, addresses, files and folders. What is read is kept and recorded before it is answered
// (keep-source.ts); the answer is made from what is kept, so that a report read before is read the same.
import type { Reading } from '../../model/reading.ts';
import type { ArticleFetchOptions } from '../../news/fetch.ts';
import type { LanguageModel } from '../../news/language-model/endpoint.ts';
import type { ScreeningService } from '../screening-service.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { ClaimService } from './claim-service.ts';
import { type KeepOptions, type KeepParts, type KeptSource, keepSource } from './keep-source.ts';
import { type FolderOptions, type FolderOutcome, readFolder } from './read-folder.ts';
import type { SourceHints, SourceReader } from './source-reader.ts';

export interface ReadingServiceParts extends KeepParts {
  readonly screening: Pick<ScreeningService, 'partyScreener'>;
  readonly claims: Pick<ClaimService, 'readings'>;
  /** The language model that may propose claims; wanted when something is read. @default none */
  readonly languageModel?: (() => LanguageModel) | undefined;
}

/** What is known of bytes that are to be read; `name` is how they are called where there is no address. */
export type ReadHints = Omit<SourceHints, 'retrieved'> & { readonly name: string };

export interface ReadAnswer {
  readonly reading: Reading;
  readonly kept: KeptSource;
}

export interface FolderAnswer {
  readonly reading: Reading;
  readonly outcome: FolderOutcome;
}

const NOTHING: Reading = { articles: [], mentions: [], claims: [], findings: [], clusters: [] };

export class ReadingService {
  readonly #parts: ReadingServiceParts;

  constructor(parts: ReadingServiceParts) {
    this.#parts = parts;
  }

  /**
   * Reads one source, which may hold several articles. `kept.problem` says why there is none.
   * @throws InterdictError for anything that is no fault of the bytes
   */
  async readBytes(bytes: Uint8Array, hints: ReadHints, options: KeepOptions = {}): Promise<ReadAnswer> {
    const kept = await keepSource(this.#parts, await this.#reader(), bytes, hints, options);
    return { kept, reading: await this.#together(kept.articles) };
  }

  /**
   * Fetches one report and reads it.
   * @throws InterdictError as fetchArticle and readBytes
   */
  async readAddress(
    address: string,
    fetching: Omit<ArticleFetchOptions, 'version' | 'clock'> = {},
    options: KeepOptions = {},
  ): Promise<ReadAnswer> {
    const { fetchArticle } = await import('../../news/fetch.ts');
    const { bytes, url, mediaType } = await fetchArticle(address, {
      ...fetching,
      version: ENGINE_VERSION,
      clock: this.#parts.clock,
    });
    return await this.readBytes(bytes, { name: url, url, mediaType }, options);
  }

  /**
   * Reads files and folders, each file committed by itself; goes on where an earlier run was cut off.
   * @throws InterdictError as readFolder
   */
  async readFiles(paths: readonly string[], options: FolderOptions = {}): Promise<FolderAnswer> {
    const outcome = await readFolder(this.#parts, await this.#reader(), paths, options);
    return { outcome, reading: await this.#together(outcome.articles) };
  }

  /** The rules and their tables are loaded when something is read, not with every command. */
  async #reader(): Promise<SourceReader> {
    const { articleReader } = await import('./article-reader.ts');
    const { screening, languageModel } = this.#parts;
    return articleReader(await screening.partyScreener(), languageModel?.());
  }

  async #together(articles: readonly string[]): Promise<Reading> {
    return articles.length === 0 ? NOTHING : await this.#parts.claims.readings(articles);
  }
}
