// The words that tie content to whoever it belongs to, as data/news/cues.yml lists them: look-ups only.
import type { CueClass } from '../../model/reading.ts';
import cues from './generated/cues.json' with { type: 'json' };

export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'gerund';
export type Complement =
  | 'quotation'
  | 'clause'
  | 'as'
  | 'that'
  | 'statement'
  | 'state'
  | 'to'
  | 'thing'
  | 'addressee';

/** One sense of a verb: what may follow it, and with which words between. */
export interface VerbSense {
  /** Words that belong to the verb: "for" in "call for"; none for the bare verb. */
  readonly with: readonly string[];
  readonly class: CueClass;
  readonly takes: ReadonlySet<Complement>;
  /** It tells how somebody seems to the writer: nobody speaks. */
  readonly isSeeming: boolean;
}

/** A noun or an adjective that holds a statement or a state of mind, and the words that may follow it. */
export interface WordSense {
  readonly lemma: string;
  readonly class: CueClass;
  readonly with: ReadonlySet<string>;
}

const VERBS = new Map(
  Object.entries(cues.verbs).map(([lemma, senses]) => [
    lemma,
    (senses as readonly { with: string; class: string; takes: string[]; kind?: string }[]).map(
      (sense): VerbSense => ({
        with: sense.with ? sense.with.split(' ') : [],
        class: sense.class as CueClass,
        takes: new Set(sense.takes as Complement[]),
        isSeeming: sense.kind === 'seeming',
      }),
    ),
  ]),
);
const FORMS = new Map(Object.entries(cues.forms as unknown as Record<string, [string, VerbForm]>));
const NOUNS = wordSenses(cues.nouns);
const ADJECTIVES = wordSenses(cues.adjectives);
const LIGHT_VERBS = new Set(cues.lightVerbs);
const PASSIVES = new Set(cues.passives);
const ASPECT = new Set(cues.aspect);
const STATEMENT_NOUNS = new Set(cues.statementNouns);

function wordSenses(
  words: Record<string, { lemma: string; class: string; with: string[] }>,
): Map<string, WordSense> {
  return new Map(
    Object.entries(words).map(([form, sense]) => [
      form,
      { lemma: sense.lemma, class: sense.class as CueClass, with: new Set(sense.with) },
    ]),
  );
}

/** The verb of which a lower-case word is a form, and which form. */
export function verbForm(word: string): { readonly lemma: string; readonly form: VerbForm } | undefined {
  const found = FORMS.get(word);
  return found && { lemma: found[0], form: found[1] };
}

/** The senses of a verb; none if it is no cue. */
export function sensesOf(lemma: string): readonly VerbSense[] {
  return VERBS.get(lemma) ?? [];
}

export function nounSense(word: string): WordSense | undefined {
  return NOUNS.get(word);
}

export function adjectiveSense(word: string): WordSense | undefined {
  return ADJECTIVES.get(word);
}

/** "make", "express": a verb that needs a noun to say what is done. */
export function isLightVerb(lemma: string): boolean {
  return LIGHT_VERBS.has(lemma);
}

/** A verb whose passive tells what is said or thought, with nobody named: "is expected to". */
export function isTellingPassive(lemma: string): boolean {
  return PASSIVES.has(lemma);
}

/** "begin", "continue": the act is in the verb behind it. */
export function isAspect(lemma: string): boolean {
  return ASPECT.has(lemma);
}

export function isStatementNoun(word: string): boolean {
  return STATEMENT_NOUNS.has(word);
}
