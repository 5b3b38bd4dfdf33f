// Attributions inside what somebody says: "The agency reported that officials denied it", “Experts say there is no
// famine.” Each content is read once more by itself, marks of quotation as plain punctuation. One level deep, and
// only for speech and acts of speech with a named source: what a speaker thinks or wants inside his own words is no
// link in the chain from the first speaker to the reader.
import type { CueClass } from '../../model/reading.ts';
import { type Draft, Drafts } from './draft.ts';
import type { TokenRange, Words } from './grammar/words.ts';
import { findAccordingTo } from './patterns/according-to.ts';
import { findSpoken } from './patterns/spoken.ts';
import { findVerbs } from './patterns/verbs.ts';

const SPEECH: ReadonlySet<CueClass> = new Set<CueClass>([
  'say',
  'accuse',
  'allege',
  'report',
  'deny',
  'admit',
  'maintain',
]);
const SELF = /^(?:i|we|you)$/;

export interface NestedDraft extends Draft {
  /** The draft in whose content it stands. */
  readonly outer: Draft;
}

/** The attributions inside the content of the drafts found. */
export function nestedDrafts(words: Words, outer: readonly Draft[]): readonly NestedDraft[] {
  const owner = new Int32Array(words.tokens.length).fill(-1);
  for (const [number, { content, rule }] of outer.entries()) {
    if (rule === 'verb-thing' || rule === 'verb-to') continue;
    for (const { start, end } of content) owner.fill(number, start, end);
  }
  const plain: Words = {
    ...words,
    quotation: new Int32Array(words.tokens.length).fill(-1),
    quotationRanges: [],
  };
  const inner = new Drafts(plain, (token) => owner[token]! < 0);
  for (const number of sentencesWith(words, owner)) {
    for (const find of [findSpoken, findAccordingTo, findVerbs]) find(inner, number);
  }
  return inner.found.flatMap((draft) => {
    const number = draft.cue[0] ? owner[draft.cue[0].start]! : -1;
    const isInside =
      number >= 0 && [...draft.source, ...draft.cue].every((range) => isWithin(owner, number, range));
    const source = draft.source[0];
    if (!isInside || !source || !SPEECH.has(draft.cueClass) || SELF.test(words.lower[source.start]!))
      return [];
    const content = draft.content
      .map((range) => clipped(words, owner, range))
      .filter((range) => range.end > range.start);
    return content.length > 0 ? [{ ...draft, content, outer: outer[number]! }] : [];
  });
}

/** Numbers of the sentences in which some token has an owner. */
function sentencesWith({ document }: Words, owner: Int32Array): readonly number[] {
  return [...document.sentences.keys()].filter((number) => {
    const { firstToken, endToken } = document.sentences[number]!;
    return owner.subarray(firstToken, endToken).some((at) => at >= 0);
  });
}

function isWithin(owner: Int32Array, number: number, { start, end }: TokenRange): boolean {
  return owner[start] === number && owner[end - 1] === number;
}

/** What of a range belongs to the content in which it begins, without the marks that close that content. */
function clipped({ lower }: Words, owner: Int32Array, { start, end }: TokenRange): TokenRange {
  let to = start;
  while (to < end && owner[to] === owner[start]) to += 1;
  while (to > start && /^[.,;:?!…"”'’»]+$/.test(lower[to - 1]!)) to -= 1;
  return { start, end: to };
}
