// A user's own list written by hand as YAML: `dataset` says what the list is, `parties` holds the parties, each with
// its properties by FollowTheMoney's names or by any heading that column-guess.ts knows, as one value or a list:
//
//   dataset: { name: house_list, title: House list, authority: Compliance, published: 2026-11-22 }
//   parties:
//     - { id: 1, schema: Person, name: Jane Example, aliases: [J. Example], date of birth: 1970-05-07 }
//
// Values are taken as they are written (a passport 00123 keeps its noughts). The file is held in memory.
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { parseDay } from '../../model/dates.ts';
import { InterdictError } from '../../model/errors.ts';
import { TOPICS } from '../../model/schema/schema.ts';
import { guessTargets } from '../column-guess.ts';
import { type ListFile, textOf } from '../list-file.ts';
import {
  isKnownSchema,
  isOwnTarget,
  type OwnIds,
  type OwnList,
  type OwnValue,
  ownRecord,
} from '../own-party.ts';
import type { ListReader, ReadEvent, ReadInput } from '../reader.ts';
import { valueIssueEvents } from '../value-issues.ts';

/** Characters of a list at most; one that is written by hand is far below. */
const MAX_CHARACTERS = 20_000_000;

const DATASET_KEYS = ['name', 'title', 'authority', 'country', 'published', 'topics'] as const;

export const customYaml: ListReader = {
  format: 'custom-yaml',
  title: 'List of your own (YAML)',
  version: 1,
  isOwnList: true,
  recognise(head) {
    // A list that begins with its parties and says what it is behind them is not looked for: `dataset` comes first.
    if (!/^dataset:/mu.test(head.text) || !/^parties:/mu.test(head.text)) return undefined;
    const block =
      /^dataset:([^\n]*\n(?:[ \t]+[^\n]*\n|\s*\n|#[^\n]*\n)*)/mu.exec(`${head.text}\n`)?.[1] ?? '';
    const name = /(?:^|[\s{,])name:\s*["']?([\w-]+)/u.exec(block)?.[1];
    return { part: 'main', ...(name ? { dataset: name } : {}) };
  },
  async *read(input: ReadInput): AsyncGenerator<ReadEvent> {
    for (const { file } of input.files) yield* readFile(input.dataset, file);
  },
};

async function* readFile(dataset: string, file: ListFile): AsyncGenerator<ReadEvent> {
  const document = await YamlList.parse(file);
  const { list, published } = document.dataset(dataset);
  if (published) yield { kind: 'published', day: published };
  const ids: OwnIds = new Map();
  let rows = 0;
  for (const party of document.parties()) {
    rows += 1;
    const line = document.lineOf(party);
    const at = `${file.name}:${line}`;
    const values = document.valuesOf(party);
    const record = ownRecord(list, values, at, ids);
    if (typeof record === 'string') {
      const text = values
        .map(({ label, text: value }) => `${label}: ${value}`)
        .join(', ')
        .slice(0, 200);
      yield {
        kind: 'set-aside',
        part: 'main',
        scope: 'row',
        file: file.name,
        line,
        at,
        reason: record,
        text,
      };
      continue;
    }
    yield* valueIssueEvents(record, file.name, line);
    yield { kind: 'record', record: record.build(), rows: { main: 1 } };
  }
  yield { kind: 'total', part: 'main', rows };
}

/** The parsed file, with the line of everything in it. */
class YamlList {
  readonly #name: string;
  readonly #lines: LineCounter;
  readonly #root: YAMLMap;

  private constructor(name: string, lines: LineCounter, root: YAMLMap) {
    this.#name = name;
    this.#lines = lines;
    this.#root = root;
    for (const { key } of root.items as Pair<Node, Node>[])
      if (this.#text(key) !== 'dataset' && this.#text(key) !== 'parties')
        throw this.#fault(key, `"${this.#text(key)}" is not known here; a list has "dataset" and "parties"`);
  }

  /** @throws InterdictError LIST_EMPTY, LIST_MALFORMED */
  static async parse(file: ListFile): Promise<YamlList> {
    let text = '';
    for await (const piece of textOf(file)) {
      text += piece;
      if (text.length > MAX_CHARACTERS) {
        const message = `${file.name} has over ${MAX_CHARACTERS} characters, more than a list written by hand.`;
        throw new InterdictError('LIST_MALFORMED', message, { file: file.name });
      }
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
      const { line } = lines.linePos(error.pos[0]);
      const message = `${file.name}, line ${line}: not well-formed YAML (${error.message}).`;
      throw new InterdictError('LIST_MALFORMED', message, { file: file.name, line }, { cause: error });
    }
    if (!isMap(document.contents)) {
      const message = `${file.name}: expected "dataset" and "parties".`;
      throw new InterdictError('LIST_MALFORMED', message, { file: file.name });
    }
    return new YamlList(file.name, lines, document.contents);
  }

  /** What the list says of itself; its name is the caller's to check. */
  dataset(name: string): { readonly list: OwnList; readonly published?: string } {
    const node = this.#root.get('dataset', true) as unknown;
    if (!isMap(node))
      throw this.#fault(this.#root, '"dataset" must say what the list is: name, title, authority');
    const said = new Map<string, string[]>();
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const label = this.#text(key);
      if (!(DATASET_KEYS as readonly string[]).includes(label))
        throw this.#fault(key, `"${label}" is not known of a dataset; it has ${DATASET_KEYS.join(', ')}`);
      said.set(label, this.#texts(value, label));
    }
    const one = (key: (typeof DATASET_KEYS)[number]): string | undefined => said.get(key)?.[0];
    const topics = said.get('topics');
    const odd = topics?.find((topic) => !Object.hasOwn(TOPICS, topic));
    if (odd !== undefined) throw this.#fault(node, `"${odd}" is no topic of FollowTheMoney`);
    const day = one('published');
    const published = day === undefined ? undefined : parseDay(day);
    if (day !== undefined && !published)
      throw this.#fault(node, `"published" must be a day as YYYY-MM-DD, not "${day}"`);
    const [title, authority, country] = [one('title'), one('authority'), one('country')];
    return {
      list: { dataset: name, title, authority, country, topics },
      ...(published ? { published } : {}),
    };
  }

  /** @throws InterdictError LIST_MALFORMED unless all of them are maps */
  *parties(): Generator<YAMLMap> {
    const node = this.#root.get('parties', true) as unknown;
    if (!isSeq(node)) throw this.#fault(this.#root, '"parties" must be a list of parties');
    for (const item of node.items as Node[]) {
      if (!isMap(item))
        throw this.#fault(item, 'a party must have keys and values, such as "name: Jane Example"');
      yield item;
    }
  }

  /** What a party says. @throws InterdictError LIST_MALFORMED for a key that is not known or a value that is a map */
  valuesOf(party: YAMLMap): OwnValue[] {
    return (party.items as Pair<Node, Node | null>[]).flatMap(({ key, value }) => {
      const label = this.#text(key);
      const target = isOwnTarget(label) ? label : guessTargets([label], { withListing: true })[0];
      if (target === undefined) throw this.#fault(key, `"${label}" is no property of a party that is known`);
      const texts = this.#texts(value, label);
      if (target === 'schema' && texts[0] !== undefined && !isKnownSchema(texts[0]))
        throw this.#fault(key, `there is no kind of party "${texts[0]}"`);
      return texts.map((text) => ({ target, label, text, at: `${this.#name}:${this.lineOf(key)}` }));
    });
  }

  /** Line on which a node begins, from 1. */
  lineOf(node: Node): number {
    return this.#lines.linePos(node.range?.[0] ?? 0).line;
  }

  #texts(node: Node | null, label: string): string[] {
    if (node === null || (isScalar(node) && node.value === null)) return [];
    if (isSeq(node)) return (node.items as Node[]).flatMap((item) => this.#texts(item, label));
    if (!isScalar(node)) throw this.#fault(node, `"${label}" must be a value or a list of values`);
    return [this.#text(node)];
  }

  /** The text as it is written, so that neither noughts nor dates change. */
  #text(node: Node): string {
    return isScalar(node) ? (node.source ?? String(node.value)) : '';
  }

  #fault(node: Node, what: string): InterdictError {
    const line = this.lineOf(node);
    return new InterdictError('LIST_MALFORMED', `${this.#name}, line ${line}: ${what}.`, {
      file: this.#name,
      line,
    });
  }
}
