// The verb group that begins at a word: auxiliaries, negation, asides and the main verb, with its form and voice.
import type { SentenceChunk, VerbChunk } from './chunk.ts';
import { BE, type TaggedWords, TRANSPARENT } from './tagged-words.ts';
import { type VerbForm, verbFormOf } from './verb-forms.ts';

const HAVE = new Set(['have', 'has', 'had', 'having', "'ve", '’ve', "'d", '’d']);
const MODALS = new Set("will would can could may might shall should must ca wo ll 'll ’ll".split(' '));
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'cannot', 'neither', 'nor']);
/** Verbs that take another without "to". */
const HELPERS = new Set(['help', 'let', 'make', 'see', 'have']);

/**
 * The verb group at a word; undefined if none begins there.
 * @param chunks what stands before it
 */
export function verbAt(
  words: TaggedWords,
  at: number,
  chunks: readonly SentenceChunk[],
): VerbChunk | undefined {
  let next = at;
  let isTo = false;
  if (words.word(at) === 'to') {
    isTo = true;
    next += 1;
  }
  const auxiliaries: string[] = [];
  let isNegated = false;
  let main = -1;
  let lastAuxiliary = -1;
  for (; next < words.end; next++) {
    const [word, tag] = [words.word(next), words.tag(next)];
    if (NEGATIONS.has(word) && (tag === 'PART' || tag === 'ADV')) {
      if (next === at) return undefined;
      isNegated = true;
    } else if (tag === 'AUX' || (auxiliaries.length > 0 && BE.has(word))) {
      auxiliaries.push(word);
      lastAuxiliary = next;
    } else if (tag === 'ADV' && next > at) {
      // "has also constantly accused": part of the group
    } else if (word === ',' && auxiliaries.length > 0 && asideEnd(words, next) !== undefined) {
      next = asideEnd(words, next)!; // "would, in turn, receive"
    } else if (TRANSPARENT.has(word) && next > at && words.tag(next + 1) === 'VERB') {
    } else if (tag === 'VERB' || (auxiliaries.length > 0 && isParticipleAdjective(words, next))) {
      main = next;
      break;
    } else {
      break;
    }
  }
  if (main < 0 && lastAuxiliary < 0) return undefined;
  if (isTo && main < 0 && lastAuxiliary !== at + 1) return undefined;
  if (main >= 0 && auxiliaries.length === 0 && !isTo && main !== at) return undefined;
  if (main >= 0 && auxiliaries.length === 0 && !isTo && words.isModifier(main)) return undefined;
  return verbChunk(words, chunks, at, main, lastAuxiliary, isTo, auxiliaries, isNegated);
}

/** The comma that ends an aside of a few words between an auxiliary and its verb. */
function asideEnd(words: TaggedWords, comma: number): number | undefined {
  for (let at = comma + 2; at <= comma + 5; at++) {
    if (words.word(at) !== ',') continue;
    return words.tag(at + 1) === 'VERB' ? at : undefined;
  }
  return undefined;
}

/** "are sanctioned" may be tagged as an adjective. */
function isParticipleAdjective(words: TaggedWords, at: number): boolean {
  const form = words.formAt(at);
  return words.tag(at) === 'ADJ' && (form?.inflection === 'participle' || form?.inflection === 'past');
}

function verbChunk(
  words: TaggedWords,
  chunks: readonly SentenceChunk[],
  first: number,
  main: number,
  lastAuxiliary: number,
  isTo: boolean,
  auxiliaries: readonly string[],
  isNegated: boolean,
): VerbChunk {
  const word = main < 0 ? words.word(lastAuxiliary) : words.word(main);
  const known = verbFormOf(word);
  const inflection = known?.inflection ?? guessInflection(word);
  const isBe = auxiliaries.some((auxiliary) => BE.has(auxiliary));
  const isHave = auxiliaries.some((auxiliary) => HAVE.has(auxiliary));
  const modal = auxiliaries.find((auxiliary) => MODALS.has(auxiliary));
  const isParticiple = inflection === 'past' || inflection === 'participle';
  const hasFiniteAuxiliary = auxiliaries.some(
    (auxiliary) => !['be', 'been', 'being', 'having'].includes(auxiliary),
  );
  const isGerund =
    !hasFiniteAuxiliary &&
    !isTo &&
    (inflection === 'ing' || auxiliaries[0] === 'being' || auxiliaries[0] === 'having');
  const end = (main < 0 ? lastAuxiliary : main) + 1;
  const shared = {
    kind: 'verb' as const,
    first,
    end,
    main: end - 1,
    isNegated,
    ...(modal === undefined ? {} : { modal }),
  };
  if (main < 0) {
    return {
      ...shared,
      lemma: HAVE.has(word) ? 'have' : MODALS.has(word) ? word : 'be',
      form: isTo ? 'infinitive' : 'copula',
      isPassive: false,
      isPerfect: isHave && isBe,
      isProgressive: false,
      isPast: auxiliaries.some((auxiliary) => ['was', 'were', 'had'].includes(auxiliary)),
    };
  }
  return {
    ...shared,
    lemma: known?.lemma ?? words.tokens[main]!.lemma.toLowerCase(),
    form:
      isTo || isBareInfinitive(words, chunks, first, inflection, auxiliaries)
        ? 'infinitive'
        : isGerund
          ? 'gerund'
          : auxiliaries.length === 0 && isParticiple && isReduced(words, chunks, first, main)
            ? 'participle'
            : 'finite',
    isPassive:
      (isBe && isParticiple) ||
      (auxiliaries.length === 0 && isParticiple && !isTo && isReduced(words, chunks, first, main)),
    isPerfect: isHave,
    isProgressive: isBe && inflection === 'ing',
    isPast:
      (auxiliaries.length === 0 && inflection === 'past') ||
      auxiliaries.some((auxiliary) => ['was', 'were', 'had', 'did'].includes(auxiliary)),
  };
}

/** "helped clients evade sanctions". */
function isBareInfinitive(
  words: TaggedWords,
  chunks: readonly SentenceChunk[],
  first: number,
  inflection: VerbForm['inflection'],
  auxiliaries: readonly string[],
): boolean {
  if (inflection !== 'base' || auxiliaries.length > 0 || words.word(first) === 'to') return false;
  const noun = chunks.at(-1);
  const [verb, object] = noun?.kind === 'noun' ? [chunks.at(-2), noun] : [noun, undefined];
  if (verb?.kind !== 'verb' || !HELPERS.has(verb.lemma)) return false;
  return object !== undefined || verb.lemma === 'help';
}

/** A bare participle that is no past tense: "the deal pursued by", "a man arrested in Prague", "Sanctioned tanker". */
function isReduced(
  words: TaggedWords,
  chunks: readonly SentenceChunk[],
  first: number,
  main: number,
): boolean {
  const form = words.formAt(main);
  if (form?.isIntransitive) return false;
  if (form?.inflection === 'participle') return true;
  let next = main + 1;
  while (words.tag(next) === 'ADV') next += 1;
  if (words.word(next) === 'by') return true;
  if (/^(?:off|out|up|down)$/u.test(words.word(next))) next += 1;
  const hasObject =
    ['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'SYM', 'VERB'].includes(words.tag(next)) ||
    words.isQuantityPrefix(next) ||
    TRANSPARENT.has(words.word(next)) ||
    words.word(next) === 'that';
  if (hasObject) return false;
  const last = chunks.at(-1);
  const opener = chunks.at(-2);
  // "which the Treasury blacklisted"
  if (opener?.kind === 'mark' && (opener.mark === 'relative' || opener.mark === 'clause')) return false;
  // "…, and Sudan paid"
  const before = chunks.at(-3);
  if (opener?.kind === 'mark' && opener.mark === 'and' && before?.kind === 'mark' && before.mark === 'comma')
    return false;
  if (words.isHeading) return form !== undefined && last?.kind === 'noun';
  // A sentence's only verb is its predicate.
  let hasOther = false;
  for (let at = words.first; at < words.end; at++) {
    if (at >= first && at <= main) continue;
    hasOther ||=
      words.tag(at) === 'AUX' || (words.tag(at) === 'VERB' && words.formAt(at)?.inflection !== 'ing');
  }
  return (
    form !== undefined &&
    hasOther &&
    (last?.kind === 'noun' || (last?.kind === 'mark' && last.mark === 'comma'))
  );
}

/** The inflection of a verb that the table does not hold, from its ending. */
function guessInflection(word: string): VerbForm['inflection'] {
  if (word.endsWith('ing')) return 'ing';
  if (word.endsWith('ed') || word.endsWith('wn') || word.endsWith('en')) return 'past';
  return word.endsWith('s') ? 's' : 'base';
}
