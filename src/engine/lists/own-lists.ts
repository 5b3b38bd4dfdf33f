// Lists of a user's own that come through the server: a file is stored as a version that is held, so that a person sees
// what was read of it and what was not before it is taken into use, replaced, or removed.
import { open } from 'node:fs/promises';
import type { KeptSetAside, ListVersion } from '../../cases/ports.ts';
import { datasetFacts } from '../../lists/datasets.ts';
import { digestOf, fileFromDisk, versionOf } from '../../lists/list-file.ts';
import type { ColumnMap } from '../../lists/reader.ts';
import { captionOf, toFollowTheMoney } from '../../model/entity.ts';
import { InterdictError } from '../../model/errors.ts';
import { type ListRecord, partyOf } from '../../model/record.ts';
import type { SchemaName } from '../../model/schema/schema.ts';
import { type Clock, dayOf } from '../clock.ts';
import type { ListService } from '../list-service.ts';

export interface OfferedList {
  readonly path: string;
  /** What its owner calls the file. */
  readonly name: string;
  readonly dataset: string;
  /** @default today */
  readonly published?: string | undefined;
  /** @default as guessed */
  readonly columns?: ColumnMap | undefined;
}

/** A party as it was read. */
export interface ReviewedParty {
  readonly recordId: string;
  readonly caption: string;
  readonly schema: SchemaName;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Row or element of the file. */
  readonly at?: string;
}

export interface ReviewedSetAside extends KeptSetAside {
  readonly remedy: string;
}

/** What a person looks at before a version is taken into use. */
export interface ListReview {
  readonly version: ListVersion;
  /** The version in use, if it is another. */
  readonly before?: ListVersion;
  /** The first parties. */
  readonly sample: readonly ReviewedParty[];
  /** Rows that may hide a party first; not all, if they are many. */
  readonly setAside: readonly ReviewedSetAside[];
}

const SAMPLE = 20;
/** Things set aside that are shown of each kind. */
const SHOWN = 200;

/** How packed files begin: gzip, and zip. */
const PACKED = ['1f8b', '504b'];

export class OwnLists {
  readonly #lists: ListService;
  readonly #clock: Clock;

  constructor(lists: ListService, clock: Clock) {
    this.#lists = lists;
    this.#clock = clock;
  }

  /**
   * Reads a file and stores it as a version that is held. The very file that is in use already stays as it is; one that
   * is held already is read anew.
   * @throws InterdictError LIST_* as `lists add` refuses it, REQUEST_INVALID if it is in use with other columns
   */
  async offer({ path, name, dataset, published, columns }: OfferedList): Promise<ListReview> {
    refuseOfficial(dataset);
    await refusePacked(path, name);
    const version = versionOf([{ part: 'main', ...(await digestOf(fileFromDisk(path))) }]);
    const known = (await this.#lists.all()).find((one) => one.dataset === dataset && one.version === version);
    if (known?.status === 'in-use') {
      refuseOtherColumns(known, columns);
      return await this.review(dataset, version);
    }
    if (known) await this.#lists.remove(dataset, version);
    const [outcome] = await this.#lists.add([path], {
      dataset,
      published: published ?? dayOf(this.#clock()),
      columns,
      hold: true,
      source: name,
    });
    if (outcome && 'version' in outcome) return await this.review(dataset, outcome.version.version);
    throw outcome?.error ?? new InterdictError('INTERNAL', `Nothing became of ${name}.`);
  }

  /**
   * What was read of a version and what was not.
   * @param name a day, or the beginning of a hash
   * @throws InterdictError LIST_NOT_STORED, LIST_VERSION_UNKNOWN
   */
  async review(dataset: string, name: string): Promise<ListReview> {
    const version = await this.#lists.version(dataset, name);
    const before = (await this.#lists.inForce()).find((one) => one.dataset === dataset);
    const sample: ReviewedParty[] = [];
    for await (const record of this.#lists.recordsOf(version)) {
      sample.push(reviewed(record));
      if (sample.length === SAMPLE) break;
    }
    return {
      version,
      ...(before && before.version !== version.version ? { before } : {}),
      sample,
      setAside: await this.#setAsideOf(version),
    };
  }

  /**
   * Removes a version of a list of the user's own, or all of them.
   * @throws InterdictError REQUEST_REFUSED for an official list, LIST_NOT_STORED, LIST_VERSION_UNKNOWN
   */
  async remove(dataset: string, name?: string): Promise<void> {
    if (datasetFacts(dataset)) {
      const message = `${dataset} is an official list; only lists of your own can be removed here.`;
      throw new InterdictError('REQUEST_REFUSED', message, { field: 'dataset' });
    }
    const versions =
      name === undefined ? await this.#lists.history(dataset) : [await this.#lists.version(dataset, name)];
    // The oldest goes first, so that none of them comes into force again in between.
    for (const { version } of versions) await this.#lists.remove(dataset, version);
  }

  async #setAsideOf(version: ListVersion): Promise<ReviewedSetAside[]> {
    const lost: KeptSetAside[] = [];
    const values: KeptSetAside[] = [];
    const harmless: KeptSetAside[] = [];
    for await (const item of this.#lists.setAsideOf(version)) {
      const kind = item.scope === 'value' ? values : item.isHarmless ? harmless : lost;
      if (kind.length < SHOWN) kind.push(item);
    }
    return [...lost, ...values, ...harmless]
      .slice(0, SHOWN)
      .map((item) => ({ ...item, remedy: remedyOf(item) }));
  }
}

function remedyOf({ scope, isHarmless }: KeptSetAside): string {
  if (scope === 'value')
    return 'Correct it if it matters: it stands in the party’s notes, and is not compared.';
  if (isHarmless) return 'Nothing needs to be done.';
  return 'Correct the row and send the file again: until then the list counts as incomplete, and clears nobody.';
}

function reviewed(record: ListRecord): ReviewedParty {
  const party = partyOf(record);
  const at = Object.values(party.properties).flat()[0]?.at;
  return {
    recordId: record.recordId,
    caption: captionOf(party),
    schema: party.schema,
    properties: toFollowTheMoney(party).properties,
    ...(at === undefined ? {} : { at }),
  };
}

function refuseOfficial(dataset: string): void {
  if (!datasetFacts(dataset)) return;
  const message = `${dataset} is an official list; a list of your own needs another name.`;
  throw new InterdictError('LIST_DATASET_UNKNOWN', message, { field: 'dataset' });
}

/** A packed file may be small and hold more than the disk. On the command line its owner answers for that. */
async function refusePacked(path: string, name: string): Promise<void> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close());
  if (!PACKED.includes(buffer.toString('hex'))) return;
  const message = `${name} is packed, or a workbook; send it unpacked, as CSV, JSON lines or YAML.`;
  throw new InterdictError('LIST_FORMAT_UNKNOWN', message, { field: 'file' });
}

function refuseOtherColumns(known: ListVersion, columns: ColumnMap | undefined): void {
  if (JSON.stringify(known.columns ?? null) === JSON.stringify(columns ?? null)) return;
  const message = `This very file is in use as ${known.dataset}, with other columns; remove that version first.`;
  throw new InterdictError('REQUEST_INVALID', message, { field: 'columns' });
}
