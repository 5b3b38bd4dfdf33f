// What a romanisation gives, and how the choices for single words become renderings of a whole name.

/**
 * One way to write a whole name in a-z.
 *
 * `full`: vowels are written as the source or a table of names has them. `skeleton`: the source does not write its
 * short vowels (Arabic, Hebrew) and at least one word is in no table; vowels in `text` are those written, or guessed,
 * so only consonants may be held against it.
 */
export interface Rendering {
  readonly text: string;
  readonly kind: 'full' | 'skeleton';
  /** The language whose usage this is (ISO 639-1), where one was assumed or told. */
  readonly language?: string;
}

/** One way to write one word. */
export interface WordForm {
  readonly text: string;
  readonly kind: Rendering['kind'];
}

/** Consecutive words of one writing system. `joins[i]` stands before `words[i]`: a space, a hyphen or nothing. */
export interface Segment {
  readonly words: readonly string[];
  readonly joins: readonly string[];
}

/** With more words than this only whole systems are given, not their mixtures; names have up to six or seven words. */
const MAX_MIXED_WORDS = 8;

export function fullForms(texts: readonly string[]): WordForm[] {
  return texts.map((text) => ({ text, kind: 'full' }));
}

/** Words with what stands between them. */
export function joinWords(words: readonly string[], joins: readonly string[]): string {
  let text = '';
  for (let index = 0; index < words.length; index += 1)
    text += index === 0 ? words[0] : joins[index]! + words[index];
  return text;
}

function joinChosen(
  choices: readonly (readonly WordForm[])[],
  joins: readonly string[],
  chosen: (word: number) => number,
): WordForm {
  let text = '';
  let kind: Rendering['kind'] = 'full';
  for (let word = 0; word < choices.length; word += 1) {
    const forms = choices[word]!;
    const form = forms[chosen(word)];
    if (!form) continue;
    text += word === 0 ? form.text : joins[word]! + form.text;
    if (form.kind === 'skeleton') kind = 'skeleton';
  }
  return { text, kind };
}

/** Index tuples after the all-zero one, fewest steps away from it first. */
function* mixtures(sizes: readonly number[]): Generator<readonly number[]> {
  let layer: number[][] = [sizes.map(() => 0)];
  const seen = new Set<string>();
  while (layer.length > 0) {
    const next: number[][] = [];
    for (const tuple of layer) {
      for (let word = 0; word < sizes.length; word += 1) {
        const stepped = tuple.with(word, tuple[word]! + 1);
        if (stepped[word]! >= sizes[word]! || seen.has(stepped.join())) continue;
        seen.add(stepped.join());
        yield stepped;
        next.push(stepped);
      }
    }
    layer = next;
  }
}

/**
 * Whole names out of the choices for each word. First all words step through their forms together, so that each form
 * of each word appears early; then mixtures, nearest to the first forms first.
 */
export function combineWords(
  choices: readonly (readonly WordForm[])[],
  joins: readonly string[],
  limit: number,
): readonly WordForm[] {
  const found = new Map<string, WordForm>();
  const sizes = choices.map((forms) => forms.length);
  let depth = 0;
  for (const size of sizes) depth = Math.max(depth, size);
  for (let rank = 0; rank < depth && found.size < limit; rank += 1) {
    // A word with fewer forms stays longer in each, so that rare forms meet rare forms.
    const form = joinChosen(choices, joins, (word) => Math.floor((rank * sizes[word]!) / depth));
    if (!found.has(form.text)) found.set(form.text, form);
  }
  if (found.size < limit && choices.length > 1 && choices.length <= MAX_MIXED_WORDS) {
    for (const tuple of mixtures(sizes)) {
      const form = joinChosen(choices, joins, (word) => tuple[word]!);
      if (!found.has(form.text)) found.set(form.text, form);
      if (found.size >= limit) break;
    }
  }
  return [...found.values()];
}
