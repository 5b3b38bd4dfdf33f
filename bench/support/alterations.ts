// Alterations of listed names, seeded: what typing, transcription and forms do to them.
import { seeded } from './report.ts';

export type Alteration = (name: string, random: () => number) => string | undefined;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Romanisations that passports and lists really exchange. */
const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/ou/u, 'u'],
  [/oo/u, 'u'],
  [/u/u, 'ou'],
  [/y/u, 'i'],
  [/i/u, 'y'],
  [/kh/u, 'h'],
  [/(?<![bcdgkpqstz])h(?=[aeiou])/u, 'kh'],
  [/q/u, 'k'],
  [/k(?!h)/u, 'q'],
  [/sh/u, 'sch'],
  [/(?<!s)ch/u, 'tch'],
  [/zh/u, 'j'],
  [/j/u, 'dj'],
  [/ph/u, 'f'],
  [/v/u, 'w'],
  [/w/u, 'v'],
  [/ts/u, 'tz'],
  [/e/u, 'a'],
  [/a/u, 'e'],
  [/o/u, 'u'],
  [/ee/u, 'i'],
  [/dd/u, 'd'],
  [/mm/u, 'm'],
  [/ss/u, 's'],
  [/x/u, 'ks'],
];

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)]!;
}

/** One letter of a word changed, left out, added or swapped; words of one or two letters are left alone. */
function editWord(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const letter = pick([...LETTERS], random);
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default:
      return at + 1 < word.length
        ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
        : word.slice(0, -1) + letter;
  }
}

function editWords(name: string, count: number, random: () => number): string | undefined {
  const words = name.split(' ');
  const places = words.flatMap((word, at) => (word.length >= 3 ? [at] : []));
  if (places.length < count) return undefined;
  for (let edit = 0; edit < count; edit++) {
    const [place] = places.splice(Math.floor(random() * places.length), 1);
    words[place!] = editWord(words[place!]!, random);
  }
  return words.join(' ');
}

function joinWords(name: string, random: () => number): string | undefined {
  const words = name.split(' ');
  if (words.length < 3) return undefined;
  const at = Math.floor(random() * (words.length - 1));
  return [...words.slice(0, at), words[at]! + words[at + 1]!, ...words.slice(at + 2)].join(' ');
}

const PARTICLES: ReadonlySet<string> = new Set([
  'abu',
  'abou',
  'al',
  'el',
  'bin',
  'ben',
  'ibn',
  'abd',
  'umm',
  'ould',
]);

/** True for particles, also where they are written with what follows: al-Din. */
function isParticle(word: string): boolean {
  return PARTICLES.has(word.replace(/^['’]/u, '').split('-')[0]!);
}

export const ALTERATIONS: Readonly<Record<string, Alteration>> = {
  'one edit': (name, random) => editWords(name, 1, random),
  'one edit, shuffled': (name, random) =>
    editWords(name, 1, random)
      ?.split(' ')
      .map((word) => [random(), word] as const)
      .sort(([one], [other]) => one - other)
      .map(([, word]) => word)
      .join(' '),
  'two edits in two words': (name, random) => editWords(name, 2, random),
  'two romanisation swaps': (name, random) => {
    let changed = name;
    for (let done = 0, tries = 0; done < 2 && tries < 30; tries++) {
      const [from, to] = pick(SWAPS, random);
      if (from.test(changed)) {
        changed = changed.replace(from, to);
        done += 1;
      }
    }
    return changed === name ? undefined : changed;
  },
  'two words joined': joinWords,
  'one edit and a join': (name, random) => {
    const joined = joinWords(name, random);
    return joined && editWords(joined, 1, random);
  },
  // As people write names: the surname, which stands last on these lists, is not cut, nor are particles.
  'one given name an initial': (name, random) => {
    const words = name.split(' ');
    const places = words.flatMap((word, at) => (at < words.length - 1 && !isParticle(word) ? [at] : []));
    if (places.length === 0) return undefined;
    const at = pick(places, random);
    words[at] = words[at]![0]!;
    return words.join(' ');
  },
  'surname an initial': (name) => {
    const words = name.split(' ');
    return words.length < 2 ? undefined : [...words.slice(0, -1), words.at(-1)![0]!].join(' ');
  },
  'one word left out': (name, random) => {
    const words = name.split(' ');
    if (words.length < 3) return undefined;
    words.splice(Math.floor(random() * words.length), 1);
    return words.join(' ');
  },
};

/** A deck: altered names with the name that each came from. */
export function alteredDeck(
  names: readonly string[],
  alteration: Alteration,
  seed: number,
): { query: string; of: number }[] {
  const random = seeded(seed);
  return names.flatMap((name, of) => {
    const query = alteration(name.toLowerCase(), random);
    return query && query !== name.toLowerCase() ? [{ query, of }] : [];
  });
}
