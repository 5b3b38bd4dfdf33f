// Values of a YAML file, taken one by one with what they must be; whatever is not as it must be is an error with
// file, line and the way to it. Settings that nobody asks for are errors too: a misspelt one must not pass unseen.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { InterdictError } from '../model/errors.ts';

export class YamlChecker {
  readonly #node: unknown;
  readonly #path: string;
  readonly #file: YamlFile;

  private constructor(node: unknown, path: string, file: YamlFile) {
    this.#node = isAlias(node) ? node.resolve(file.document) : node;
    this.#path = path;
    this.#file = file;
  }

  /** @throws InterdictError CONFIG_INVALID if the text is no YAML */
  static parse(text: string, name: string): YamlChecker {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const file = { name, lines, document };
    const [error] = document.errors;
    if (error) throw invalid(file, error.pos[0], '', error.message.replace(/\.?$/u, '.'));
    return new YamlChecker(document.contents, '', file);
  }

  /** True if there is no value: an empty file, or a key with nothing behind it. */
  get isEmpty(): boolean {
    return (
      this.#node === null || this.#node === undefined || (isScalar(this.#node) && this.#node.value === null)
    );
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** The settings under fixed names; each is absent if it is not set. */
  settings<Name extends string>(names: readonly Name[]): Partial<Record<Name, YamlChecker>> {
    const found: Partial<Record<Name, YamlChecker>> = {};
    for (const [name, value, key] of this.#entries()) {
      const known = names.find((known) => known === name);
      if (known === undefined) {
        throw this.#invalidAt(key, `There is no setting "${name}" here; there are ${names.join(', ')}.`);
      }
      found[known] = value;
    }
    return found;
  }

  /** The values under names that the file chooses. */
  map<Value>(nameRule: RegExp, what: string, take: (value: YamlChecker) => Value): Record<string, Value> {
    const taken: Record<string, Value> = {};
    for (const [name, value, key] of this.#entries()) {
      if (!nameRule.test(name)) throw this.#invalidAt(key, `"${name}" is no ${what}.`);
      taken[name] = take(value);
    }
    return taken;
  }

  list<Value>(take: (value: YamlChecker) => Value): Value[] {
    if (!isSeq(this.#node)) throw this.fault('must be a list');
    return this.#node.items.map((item, index) =>
      take(new YamlChecker(item, `${this.#path}[${index + 1}]`, this.#file)),
    );
  }

  text(rule?: RegExp, what?: string): string {
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    if (typeof value !== 'string' || value === '') throw this.fault('must be text');
    if (rule && !rule.test(value)) throw this.fault(`must be ${what ?? String(rule)}, not "${value}"`);
    return value;
  }

  /** A whole number from `least` upwards. */
  count(least = 0): number {
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
      throw this.fault(`must be a whole number from ${least} upwards`);
    }
    return value;
  }

  /** What is wrong with this value, as an error at its place. */
  fault(reason: string): InterdictError {
    return this.#invalidAt(this.#node, `${this.#path || 'The file'} ${reason}.`);
  }

  #entries(): [name: string, value: YamlChecker, key: unknown][] {
    if (!isMap(this.#node)) throw this.fault('must hold settings, each as "name: value"');
    return (this.#node as YAMLMap).items.map(({ key, value }) => {
      const name = String(isScalar(key) ? key.value : key);
      const path = this.#path ? `${this.#path}.${name}` : name;
      return [name, new YamlChecker(value, path, this.#file), key];
    });
  }

  #invalidAt(node: unknown, message: string): InterdictError {
    return invalid(this.#file, (node as Node | null)?.range?.[0] ?? 0, this.#path, message);
  }
}

interface YamlFile {
  readonly name: string;
  readonly lines: LineCounter;
  readonly document: ReturnType<typeof parseDocument>;
}

function invalid(file: YamlFile, offset: number, field: string, message: string): InterdictError {
  const { line, col } = file.lines.linePos(offset);
  const place = { file: file.name, line, column: col, ...(field ? { field } : {}) };
  return new InterdictError('CONFIG_INVALID', message, place);
}
