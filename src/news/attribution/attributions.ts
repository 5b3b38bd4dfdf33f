// Who says what in an article, and with which words: families of patterns over words, parts of speech and the cue
// lexicon, in order of trust. Spans follow the conventions of PolNeAR: content includes its quotation marks and a
// leading "that", a source its titles and appositions, a cue its auxiliaries and adverbs.
// It judges nothing: whether a claim is denied, planned or an official act is for later steps.
import type { Attribution, Document, Range } from '../document.ts';
import { type Draft, Drafts } from './draft.ts';
import type { TokenRange } from './grammar/words.ts';
import { type Words, wordsOf } from './grammar/words.ts';
import { nestedDrafts } from './nested.ts';
import { findAccordingTo } from './patterns/according-to.ts';
import { findColon } from './patterns/colons.ts';
import { findContinuation } from './patterns/continuation.ts';
import { findHeading } from './patterns/headings.ts';
import { findNouns } from './patterns/nouns.ts';
import { findOrphan, findSpoken } from './patterns/spoken.ts';
import { findVerbs } from './patterns/verbs.ts';

/** In order of trust: each leaves alone what the ones before have taken. */
const FAMILIES = [
  findHeading,
  findSpoken,
  findOrphan,
  findAccordingTo,
  findVerbs,
  findColon,
  findNouns,
  findContinuation,
];

/**
 * The attributions of an article, in the order of the text. One that stands inside another's content has that one's
 * number in `within`. Boilerplate is not read.
 */
export function attributionsOf(document: Document): readonly Attribution[] {
  const words = wordsOf(document);
  const drafts = new Drafts(words);
  const numbers = document.sentences
    .keys()
    .filter((at) => document.sentences[at]!.zone.kind !== 'boilerplate');
  const read = [...numbers];
  for (const find of FAMILIES) {
    for (const number of read) find(drafts, number);
  }
  const nested = nestedDrafts(words, drafts.found);
  const all: readonly Draft[] = [...drafts.found, ...nested].sort(
    (left, right) => firstOf(left) - firstOf(right),
  );
  const numberOf = new Map(all.map((draft, number) => [draft, number]));
  const outerOf = new Map<Draft, number>(nested.map((draft) => [draft, numberOf.get(draft.outer)!]));
  return all.map((draft) => attributionOf(words, draft, outerOf.get(draft)));
}

function attributionOf(words: Words, draft: Draft, within: number | undefined): Attribution {
  const ranges = (parts: readonly TokenRange[]): Range[] => parts.map((part) => rangeOf(words, part));
  return {
    source: ranges(draft.source),
    cue: ranges(draft.cue),
    content: ranges(draft.content),
    cueClass: draft.cueClass,
    cueLemma: draft.cueLemma,
    form: formOf(words, draft.content),
    ...(draft.isImplicit ? { isImplicit: true } : {}),
    ...(within === undefined ? {} : { within }),
    rule: draft.rule,
  };
}

function rangeOf({ tokens }: Words, { start, end }: TokenRange): Range {
  return { start: tokens[start]!.start, end: tokens[end - 1]!.end };
}

function formOf({ quotation }: Words, content: readonly TokenRange[]): Attribution['form'] {
  let [inside, all] = [0, 0];
  for (const { start, end } of content) {
    for (let at = start; at < end; at += 1) {
      all += 1;
      if (quotation[at]! >= 0) inside += 1;
    }
  }
  if (inside === 0) return 'indirect';
  return inside === all ? 'direct' : 'mixed';
}

/** The first token of a draft, in whichever of its parts. */
function firstOf({ source, cue, content }: Draft): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}
