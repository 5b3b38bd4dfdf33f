// The look-up tables of legal forms, organisation words and number words, from data/names/legal-forms.yml,
// org-words*.yml and numerals.yml.
// A phrase that stands for two things stops the generation: the look-up would have to guess.
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { slavicKey } from '../../src/names/knowledge/slavic-key.ts';
import type { Generated } from '../generate.ts';

const folder = new URL('../../data/names/', import.meta.url);
const PLACES = ['any', 'start', 'end', 'edge'] as const;
type Place = (typeof PLACES)[number];

interface LegalForm {
  readonly class: string;
  readonly abbr?: string;
  readonly full?: string;
  readonly slavic?: string;
  readonly at?: Place;
}

interface LegalForms {
  readonly classes: Readonly<Record<string, unknown>>;
  readonly forms: Readonly<Record<string, LegalForm>>;
}

interface OrgWord {
  readonly weight: number;
  readonly words?: string;
  readonly slavic?: string;
}

interface OrgWords {
  readonly stopwords?: string;
  /** Stopwords that open names. */
  readonly openers?: string;
  /** Names that a Slavic key would take for a word. */
  readonly proper?: string;
  readonly concepts: Readonly<Record<string, OrgWord>>;
}

interface Numerals {
  readonly certain: Readonly<Record<string, string>>;
  readonly doubtful: Readonly<Record<string, string>>;
}

export async function generate(): Promise<Generated[]> {
  return [await legalForms(), await orgWords(), await numerals()];
}

async function legalForms(): Promise<Generated> {
  const source = parse(await readFile(new URL('legal-forms.yml', folder), 'utf8')) as LegalForms;
  const phrases = new Phrases('legal-forms.yml');
  const slavic = new Phrases('legal-forms.yml, by Slavic key');
  const apart: (readonly [phrase: string, value: number, meaning: string])[] = [];
  const forms: string[] = [];
  const classes: string[] = [];
  for (const [canonical, form] of Object.entries(source.forms)) {
    if (!(form.class in source.classes)) throw new Error(`legal-forms.yml: ${canonical} has no known class.`);
    if (form.at && !PLACES.includes(form.at))
      throw new Error(`legal-forms.yml: ${canonical} stands nowhere.`);
    const row = forms.push(canonical) - 1;
    classes.push(form.class);
    const value = (place: Place) => row * PLACES.length + PLACES.indexOf(place);
    for (const phrase of rows(form.abbr)) {
      phrases.add(phrase, value(form.at ?? 'any'), form.class);
      for (const spelling of speltApart(phrase)) {
        // "A S Trading" has initials, "Trading A S" a legal form.
        const place = /^[a-z0-9] [a-z0-9]$/u.test(spelling) ? 'end' : (form.at ?? 'any');
        apart.push([spelling, value(place), form.class]);
      }
    }
    for (const phrase of rows(form.full)) phrases.add(phrase, value('any'), form.class);
    for (const phrase of rows(form.slavic)) slavic.add(keyOf(phrase), value('any'), form.class);
  }
  for (const [spelling, row, meaning] of apart) phrases.addUnlessKnown(spelling, row, meaning);
  return json('legal-forms', {
    places: PLACES,
    forms,
    classes,
    phrases: phrases.byValue(),
    slavic: slavic.byValue(),
  });
}

async function orgWords(): Promise<Generated> {
  const phrases = new Phrases('org-words');
  const slavic = new Phrases('org-words, by Slavic key');
  const stopwords: string[] = [];
  const openers: string[] = [];
  const proper: string[] = [];
  const concepts: string[] = [];
  const weights: number[] = [];
  for (const name of (await readdir(folder)).filter((file) => /^org-words.*\.yml$/u.test(file)).sort()) {
    const source = parse(await readFile(new URL(name, folder), 'utf8')) as OrgWords;
    stopwords.push(...rows(source.stopwords));
    openers.push(...rows(source.openers));
    proper.push(...rows(source.proper));
    for (const [concept, word] of Object.entries(source.concepts)) {
      if (!(word.weight > 0 && word.weight <= 1))
        throw new Error(`${name}: ${concept} has no weight in 0 to 1.`);
      if (concepts.includes(concept)) throw new Error(`${name}: ${concept} stands twice.`);
      const row = concepts.push(concept) - 1;
      weights.push(word.weight);
      for (const phrase of rows(word.words)) phrases.add(phrase, row, concept);
      for (const phrase of rows(word.slavic)) slavic.add(keyOf(phrase), row, concept);
    }
  }
  for (const word of stopwords) {
    if (phrases.has(word)) throw new Error(`org-words: "${word}" is a stopword and a concept.`);
  }
  return json('org-words', {
    concepts,
    weights,
    phrases: phrases.byValue(),
    slavic: slavic.byValue(),
    stopwords: [...new Set(stopwords)].sort(),
    openers: [...new Set(openers)].sort(),
    proper: proper.sort(),
  });
}

async function numerals(): Promise<Generated> {
  const source = parse(await readFile(new URL('numerals.yml', folder), 'utf8')) as Numerals;
  const certain = new Phrases('numerals.yml');
  const doubtful = new Phrases('numerals.yml, doubtful');
  for (const [value, words] of Object.entries(source.certain)) {
    for (const word of rows(words)) certain.add(word, Number(value), value);
  }
  for (const [value, words] of Object.entries(source.doubtful)) {
    for (const word of rows(words)) {
      if (certain.has(word)) throw new Error(`numerals.yml: "${word}" is certain and doubtful.`);
      doubtful.add(word, Number(value), value);
    }
  }
  return json('numerals', { certain: certain.byPhrase(), doubtful: doubtful.byPhrase() });
}

/** Phrases and what each stands for; refuses what is not folded and what would stand for two things. */
class Phrases {
  readonly #where: string;
  readonly #rows = new Map<string, { readonly value: number; readonly meaning: string }>();

  constructor(where: string) {
    this.#where = where;
  }

  add(phrase: string, value: number, meaning: string): void {
    if (!/^[a-z0-9]+(?: [a-z0-9]+)*$/u.test(phrase))
      throw new Error(`${this.#where}: "${phrase}" is not folded.`);
    const other = this.#rows.get(phrase);
    if (other && other.meaning !== meaning) {
      throw new Error(`${this.#where}: "${phrase}" stands for ${other.meaning} and for ${meaning}.`);
    }
    if (!other) this.#rows.set(phrase, { value, meaning });
  }

  /** For spellings made by rule: what is listed goes before them, and so does the form that comes first. */
  addUnlessKnown(phrase: string, value: number, meaning: string): void {
    if (!this.#rows.has(phrase)) this.add(phrase, value, meaning);
  }

  has(phrase: string): boolean {
    return this.#rows.has(phrase);
  }

  /** Words to numbers, sorted. */
  byPhrase(): Record<string, number> {
    return Object.fromEntries(
      [...this.#rows]
        .map(([phrase, { value }]) => [phrase, value] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** Row n holds the phrases of value n, as phrase-table.ts reads them. */
  byValue(): string[] {
    const lists: string[][] = [];
    for (const [phrase, { value }] of this.#rows) {
      lists[value] ??= [];
      lists[value].push(phrase);
    }
    return Array.from(lists, (list) => (list ?? []).join(','));
  }
}

/** Words within abbreviations that are no abbreviation themselves: "S.A. de C.V.", "GmbH and Co". */
const JOINTS: ReadonlySet<string> = new Set(['de', 'en', 'and', 'und', 'et', 've']);
const LONGEST_APART = 6;

/** Abbreviations with the letters of one word, or of all, standing apart: "l l c", "pvt l t d", "s a de c v". */
function speltApart(phrase: string): string[] {
  const words = phrase.split(' ');
  const apart = words.map((word) =>
    word.length <= LONGEST_APART && !JOINTS.has(word) ? [...word].join(' ') : word,
  );
  const each = words.map((_, index) => words.with(index, apart[index]!).join(' '));
  return [...each, apart.join(' ')];
}

function keyOf(phrase: string): string {
  return phrase.split(' ').map(slavicKey).join(' ');
}

function rows(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((row) => row.trim())
    .filter(Boolean);
}

function json(name: string, value: unknown): Generated {
  return { path: `src/names/knowledge/generated/${name}.json`, text: `${JSON.stringify(value)}\n` };
}
