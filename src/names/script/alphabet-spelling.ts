// Names in an alphabet that writes its vowels, by a table of known names and a few systems of letter rules. A list that
// follows a system follows it for the whole name, while a person's own spelling of a known name goes with the usual
// spelling of the rest; both kinds of rendering come in turn. Systems are never mixed within a name.
import { Memo } from '../memo.ts';
import type { LetterRules } from './letter-rules.ts';
import { combineWords, fullForms, joinWords, type Segment, type WordForm } from './rendering.ts';

/** Words kept at most by each alphabet or language; those of the official lists have some 10,000 in Cyrillic. */
const KEPT_WORDS = 16_384;

/** A word in each of its spellings, those of the systems found when they are asked for. */
class SpeltWord {
  /** Usual spellings, or that of the first system. */
  readonly usual: readonly WordForm[];
  readonly #word: string;
  readonly #systems: readonly LetterRules[];
  readonly #bySystem: string[] = [];

  constructor(word: string, systems: readonly LetterRules[], known: readonly string[] | undefined) {
    this.#word = word;
    this.#systems = systems;
    this.usual = fullForms(known ?? [this.inSystem(0)]);
  }

  inSystem(rank: number): string {
    this.#bySystem[rank] ??= this.#systems[rank]!.apply(this.#word);
    return this.#bySystem[rank];
  }
}

export class AlphabetSpelling {
  readonly #systemCount: number;
  readonly #words: Memo<SpeltWord>;

  /**
   * @param names   usual spellings of known names, most usual first; keys as `systems` read them
   * @param systems systems of romanisation, most usual first; at least one
   */
  constructor(names: ReadonlyMap<string, readonly string[]>, systems: readonly LetterRules[]) {
    this.#systemCount = systems.length;
    this.#words = new Memo((word) => new SpeltWord(word, systems, names.get(word)), KEPT_WORDS);
  }

  /** The most usual spelling of a whole segment. */
  first({ words, joins }: Segment): WordForm {
    const texts = words.map((word) => this.#words.get(word).usual[0]!.text);
    return { text: joinWords(texts, joins), kind: 'full' };
  }

  /** Spellings of a whole segment, most usual first, at most `limit`, all different. */
  spell({ words, joins }: Segment, limit: number): readonly WordForm[] {
    const spelt = words.map((word) => this.#words.get(word));
    const found = new Map<string, WordForm>();
    const add = (form: WordForm | undefined) => {
      if (form && found.size < limit && !found.has(form.text)) found.set(form.text, form);
    };
    const choices = spelt.map((word) => word.usual);
    const usual = combineWords(choices, joins, limit);
    // `usual` has at most one form for each spelling of the word with most spellings, then mixtures of those.
    const spellings = choices.reduce((most, each) => Math.max(most, each.length), 1);
    const ranks = Math.max(spellings, this.#systemCount);
    for (let rank = 0; rank < ranks && found.size < limit; rank += 1) {
      if (rank < spellings) add(usual[rank]);
      if (rank >= this.#systemCount || found.size >= limit) continue;
      const bySystem = spelt.map((word) => word.inSystem(rank));
      add({ text: joinWords(bySystem, joins), kind: 'full' });
    }
    for (const mixture of usual.slice(spellings)) add(mixture);
    return [...found.values()];
  }
}
