// Mends parts of speech where the tagger is known to go wrong: capitals and missing articles of headlines, gerunds taken
// for nouns, adjectives that are people. Each rule looks at one word and its neighbours and shows what it is for.
import { BE, type TaggedWords, TRANSPARENT } from './tagged-words.ts';

type Mend = (words: TaggedWords, at: number) => void;

const PREPOSITIONS = new Set(['for', 'of', 'by', 'from', 'with', 'in', 'after', 'before', 'without']);
const GERUND_OPENERS = new Set(['of', 'for', 'with', 'by', 'in', 'from', 'to']);
const NAMES = new Set(['NOUN', 'PROPN']);
const OBJECTS = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'SYM']);
/** Adjectives that are people when no noun follows. */
const PEOPLE_ADJECTIVES = new Set([
  'national',
  'individual',
  'official',
  'suspect',
  'criminal',
  'executive',
  'native',
]);

const MENDS: readonly Mend[] = [
  function infinitiveInCapitals(words, at) {
    // "Russia to Exchange Food": a capital made the verb a name.
    if (words.word(at) !== 'to' || words.tag(at) !== 'ADP') return;
    if (words.formAt(at + 1)?.inflection !== 'base') return;
    if (words.tag(at + 1) !== 'NOUN' || words.isHeading) words.setTag(at + 1, 'VERB');
  },
  function preposition(words, at) {
    // "for facilitating" has a conjunction, "Weapons For Food" a name.
    if (PREPOSITIONS.has(words.word(at))) words.setTag(at, 'ADP');
  },
  function gerund(words, at) {
    if (words.tag(at) !== 'NOUN' || words.formAt(at)?.inflection !== 'ing') return;
    // "has been smuggling"; "with smuggling aircraft parts", but not "of smuggling" alone.
    const isQuoted = TRANSPARENT.has(words.word(at - 1));
    const isContinuous = BE.has(words.word(isQuoted ? at - 2 : at - 1));
    const hasObject = GERUND_OPENERS.has(words.word(at - 1)) && OBJECTS.has(words.tag(at + 1));
    if (isContinuous || hasObject) words.setTag(at, 'VERB');
  },
  function perfectAuxiliary(words, at) {
    // "accused of having sold", "believed to have stolen": the auxiliary was taken for the verb.
    if (!['having', 'have'].includes(words.word(at)) || words.tag(at) !== 'VERB') return;
    const form = words.formAt(at + 1)?.inflection;
    if (form !== 'past' && form !== 'participle') return;
    words.setTag(at, 'AUX');
    words.setTag(at + 1, 'VERB');
  },
  function verbBeforeThat(words, at) {
    // "Schemes … by this individual show that"
    const form = words.formAt(at)?.inflection;
    if (words.tag(at) !== 'NOUN' || (form !== 'base' && form !== 's')) return;
    if (words.word(at + 1) !== 'that' || words.tag(at + 1) === 'DET') return;
    if (words.continuesName(at - 1)) words.setTag(at, 'VERB');
  },
  function verbBeforeInfinitive(words, at) {
    // "Russia plans to exchange"
    if (words.tag(at) !== 'NOUN' || words.formAt(at)?.inflection !== 's') return;
    const isBeforeInfinitive = words.word(at + 1) === 'to' && words.tag(at + 2) === 'VERB';
    if (words.tag(at - 1) === 'PROPN' && isBeforeInfinitive) words.setTag(at, 'VERB');
  },
  function nounBehindParticiple(words, at) {
    // "over suspected breaches"
    if (words.tag(at) !== 'VERB' || words.formAt(at)?.inflection !== 's') return;
    if (!/(?:ed|ing)$/u.test(words.word(at - 1)) || !['ADP', 'DET'].includes(words.tag(at - 2))) return;
    words.setTag(at - 1, 'ADJ');
    words.setTag(at, 'NOUN');
  },
  function nounInPhrase(words, at) {
    // "in turn", "according to evidence"
    const isTurn = words.word(at) === 'turn' && words.word(at - 1) === 'in';
    const isBehindAccording = words.word(at - 1) === 'to' && words.word(at - 2) === 'according';
    if (isTurn || (isBehindAccording && words.tag(at) === 'VERB')) words.setTag(at, 'NOUN');
  },
  function participleBehindNoun(words, at) {
    // "a national involved in"
    if (words.tag(at) !== 'ADJ' || words.formAt(at)?.inflection !== 'past') return;
    if (NAMES.has(words.tag(at - 1)) && words.tag(at + 1) === 'ADP') words.setTag(at, 'VERB');
  },
  function person(words, at) {
    // "a Slovak national"
    if (!PEOPLE_ADJECTIVES.has(words.word(at)) || words.tag(at) !== 'ADJ') return;
    if (!NAMES.has(words.tag(at + 1))) words.setTag(at, 'NOUN');
  },
];

/** Mends the tagger's usual mistakes, word after word. */
export function mendTags(words: TaggedWords): void {
  for (let at = words.first; at < words.end; at++) for (const mend of MENDS) mend(words, at);
  if (words.isHeading || !hasFiniteVerb(words)) mendHeadline(words);
}

function hasFiniteVerb(words: TaggedWords): boolean {
  for (let at = words.first; at < words.end; at++) {
    if (words.tag(at) === 'AUX') return true;
    const isVerb = words.tag(at) === 'VERB' && words.word(at - 1) !== 'to';
    if (isVerb && words.formAt(at)?.inflection !== 'ing') return true;
  }
  return false;
}

/** "US sanctions man", "US Arrests Man": the verb of a headline that was taken for a noun. */
function mendHeadline(words: TaggedWords): void {
  let hasVerb = false;
  for (let at = words.first; at < words.end; at++) {
    if (words.tag(at) === 'PUNCT' && /^[—–:;|]$/u.test(words.word(at))) hasVerb = false;
    const form = words.formAt(at);
    if (words.tag(at) === 'AUX' || words.tag(at) === 'VERB') {
      hasVerb ||= form?.inflection !== 'ing';
      continue;
    }
    if (hasVerb || !words.continuesName(at)) continue;
    if (form?.inflection !== 's' && form?.inflection !== 'past') continue;
    const isAfterName = NAMES.has(words.tag(at - 1)) || words.tag(at - 1) === 'PRON';
    const isBeforePlace = form.inflection === 'past' && ['ADP', 'PART'].includes(words.tag(at + 1));
    if (isAfterName && (OBJECTS.has(words.tag(at + 1)) || isBeforePlace)) {
      words.setTag(at, 'VERB');
      hasVerb = true;
    }
  }
}
