// The dictionary form and the inflection of the verbs that the rules name, from a generated table: a tagger's lemma is
// too often another word ("fined" as "fin") and knows nothing of capitals.
import table from './generated/verb-forms.json' with { type: 'json' };

/** `past` stands for forms that are past tense and participle in one ("sanctioned"). */
export type Inflection = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbForm {
  readonly lemma: string;
  readonly inflection: Inflection;
  /** No frame gives it an object, so that a bare "pleaded" is no passive. */
  readonly isIntransitive?: boolean;
}

const FORMS = new Map<string, VerbForm>();
for (const [lemma, { forms, isIntransitive }] of Object.entries(
  table as Readonly<Record<string, { forms: Record<string, Inflection>; isIntransitive?: boolean }>>,
)) {
  for (const [form, inflection] of Object.entries(forms)) {
    if (!FORMS.has(form))
      FORMS.set(form, { lemma, inflection, ...(isIntransitive ? { isIntransitive } : {}) });
  }
}

/** The verb that a lower-case word may be a form of; undefined if no rule names it. */
export function verbFormOf(word: string): VerbForm | undefined {
  return FORMS.get(word);
}
