// Names in an alphabet that writes its vowels, by a table of known names and a few systems of letter rules. A list that
// follows a system follows it for the whole name, while a person's own spelling of a known name goes with the usual
// spelling of the rest; both kinds of rendering come in turn. Systems are never mixed within a name.
import type { LetterRules } from './letter-rules.ts';
import { combineWords, fullForms, joinWords, type Segment, type WordForm } from './rendering.ts';

export interface AlphabetTable {
  /** Usual spellings of known names, most usual first; keys as `systems` read them. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Systems of romanisation, most usual first; at least one. */
  readonly systems: readonly LetterRules[];
}

/** Spellings of a whole segment, most usual first, at most `limit`, all different. */
export function spellAlphabet(
  segment: Segment,
  { names, systems }: AlphabetTable,
  limit: number,
): readonly WordForm[] {
  const { words, joins } = segment;
  const spelt = words.map((word) => systems.map((system) => system.apply(word)));
  const known = words.map((word, index) => names.get(word) ?? spelt[index]!.slice(0, 1));
  const found = new Map<string, WordForm>();
  const add = (form: WordForm | undefined) => {
    if (form && found.size < limit && !found.has(form.text)) found.set(form.text, form);
  };
  const usual = combineWords(known.map(fullForms), joins, limit);
  // `usual` has at most one form for each spelling of the word with most spellings, then mixtures of those.
  const spellings = known.reduce((most, each) => Math.max(most, each.length), 1);
  for (let rank = 0; rank < Math.max(spellings, systems.length) && found.size < limit; rank += 1) {
    if (rank < spellings) add(usual[rank]);
    if (rank >= systems.length) continue;
    const bySystem = spelt.map((each) => each[rank]!);
    add({ text: joinWords(bySystem, joins), kind: 'full' });
  }
  for (const mixture of usual.slice(spellings)) add(mixture);
  return [...found.values()];
}
