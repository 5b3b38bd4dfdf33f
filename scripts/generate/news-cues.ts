// The cues of attribution, from data/news/cues.yml: entries by dictionary form, and every inflected form with its
// dictionary form, so that a cue is known by its spelling where the tagger errs.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

interface VerbGroup {
  readonly class: string;
  readonly takes: readonly string[];
  readonly kind?: string;
  readonly words: readonly string[];
}

interface WordGroup {
  readonly class: string;
  readonly with: readonly string[];
  readonly words: readonly string[];
}

interface Source {
  readonly verbs: readonly VerbGroup[];
  readonly 'light-verbs': readonly string[];
  readonly nouns: readonly WordGroup[];
  readonly adjectives: readonly WordGroup[];
  readonly passives: readonly string[];
  readonly aspect: readonly string[];
  readonly 'statement-nouns': readonly string[];
  readonly irregular: readonly (readonly [string, string, string])[];
}

interface VerbEntry {
  readonly with: string;
  readonly class: string;
  readonly takes: readonly string[];
  readonly kind?: string;
}

export async function generate(): Promise<Generated[]> {
  const text = await readFile(new URL('../../data/news/cues.yml', import.meta.url), 'utf8');
  const source = parse(text) as Source;
  const irregular = new Map(source.irregular.map(([base, past, participle]) => [base, { past, participle }]));
  const verbs = new Map<string, VerbEntry[]>();
  for (const { words, takes, kind, class: cueClass } of source.verbs) {
    for (const phrase of new Set(words)) {
      const [verb = '', ...rest] = phrase.split(' ');
      const entry = { with: rest.join(' '), class: cueClass, takes, ...(kind ? { kind } : {}) };
      verbs.set(verb, [...(verbs.get(verb) ?? []), entry]);
    }
  }
  const forms = new Map<string, readonly [string, string]>();
  const all = [...verbs.keys(), ...source['light-verbs'], ...source.passives, ...source.aspect];
  for (const phrase of all) {
    const base = phrase.split(' ')[0]!;
    for (const [form, name] of inflect(base, irregular.get(base))) {
      // "found" is rather the past of "find" than a verb of its own; the first to come keeps a form.
      if (!forms.has(form)) forms.set(form, [base, name]);
    }
  }
  const words = (groups: readonly WordGroup[], withPlural: boolean): Record<string, unknown> =>
    Object.fromEntries(
      groups.flatMap((group) =>
        group.words.flatMap((word) =>
          (withPlural ? [word, plural(word)] : [word]).map((form) => [
            form,
            { lemma: word, class: group.class, with: group.with },
          ]),
        ),
      ),
    );
  const data = {
    verbs: sorted(verbs),
    forms: sorted(forms),
    lightVerbs: source['light-verbs'],
    nouns: words(source.nouns, true),
    adjectives: words(source.adjectives, false),
    passives: source.passives,
    aspect: source.aspect,
    statementNouns: source['statement-nouns'].flatMap((word) => [word, plural(word)]),
  };
  return [{ path: 'src/news/attribution/generated/cues.json', text: inLines(data) }];
}

/** JSON with one entry a line, so that a change of one word is a change of few lines. */
function inLines(data: Readonly<Record<string, object>>): string {
  const parts = Object.entries(data).map(([name, value]) => {
    const isList = Array.isArray(value);
    const lines = isList
      ? value.map((entry) => JSON.stringify(entry))
      : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}:${JSON.stringify(entry)}`);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    return `${JSON.stringify(name)}:${open}\n${lines.join(',\n')}\n${close}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The forms of a verb with their names; a past that is also a participle is named `past`. */
function inflect(
  base: string,
  irregular: { readonly past: string; readonly participle: string } | undefined,
): readonly (readonly [string, string])[] {
  const past = irregular?.past ?? regularPast(base);
  return [
    [base, 'base'],
    [thirdPerson(base), 'present'],
    [past, 'past'],
    [irregular?.participle ?? past, irregular && irregular.participle !== past ? 'participle' : 'past'],
    [presentParticiple(base, past), 'gerund'],
  ];
}

function thirdPerson(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

/** The last letter is doubled where the past doubles it, and in short or irregular verbs that end consonant, vowel, consonant. */
function presentParticiple(base: string, past: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  const last = base.at(-1)!;
  const isIrregular = past !== regularPast(base);
  const doubles =
    past === `${base}${last}ed` ||
    (isIrregular && /(?:^|[^aeiou])[aeiou][bdgmnpt]$/.test(base) && !/(?:en|ear)$/.test(base));
  return doubles ? `${base}${last}ing` : `${base}ing`;
}

function plural(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
