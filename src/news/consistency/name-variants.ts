// Names that one article writes in two ways: a letter wrong, two letters swapped. A part of the name alone ("Mkrtychev"
// for "Ashot Mkrtychev") is no variant. The party stays one.
import type { Mention, MentionSpan } from '../../model/reading.ts';
import type { FindingDraft } from '../across/article-reading.ts';
import { stemOf, wordsOf } from '../across/words.ts';
import { slipsBetween } from '../edit-distance.ts';
import { type ArticleFacts, listed } from './context.ts';

/** Letters of a word below which a difference may as well be another name. */
const SHORTEST = 6;
const MOST_EDITS = 2;
/** Words of other names than a person's, if shorter, differ by a letter and mean something else (Politico, politics). */
const SHORTEST_OF_BODIES = 9;

export function nameVariants({ reading }: ArticleFacts): FindingDraft[] {
  return reading.mentions.flatMap((mention) => {
    const named = mention.spans.filter((span) => span.kind === 'name');
    const misspelt = named.filter((span) => isMisspelt(span, mention));
    if (misspelt.length === 0) return [];
    const others = named.filter((span) => !misspelt.includes(span));
    return [
      {
        kind: 'name-variant' as const,
        severity: mention.type === 'place' ? ('low' as const) : ('medium' as const),
        spans: misspelt.map(plain),
        against: others.slice(0, 5).map(plain),
        claims: [],
        text: `${listed(misspelt.map((span) => `"${span.surface}"`))} is ${mention.caption} in another spelling: one party, not two.`,
      },
    ];
  });
}

function plain({ article, start, end, surface }: MentionSpan): Omit<MentionSpan, 'kind'> {
  return { article, start, end, surface };
}

/** A word of it is nearly a word of the usual name, and no other form of one. */
function isMisspelt({ surface }: MentionSpan, { caption, type }: Mention): boolean {
  const usual = wordsOf(caption).map((word) => word.key);
  const isNear = type === 'person' ? isNearlyName : isNearlyWord;
  return wordsOf(surface).some(
    ({ key }) =>
      key.length >= SHORTEST &&
      !/\p{N}/u.test(key) &&
      !usual.some((word) => isSameWord(word, key)) &&
      usual.some((word) => word.length >= SHORTEST && word[0] === key[0] && isNear(word, key)),
  );
}

function isNearlyName(one: string, other: string): boolean {
  return slipsBetween(one, other, MOST_EDITS) <= MOST_EDITS;
}

/** One letter off in a long word, or two letters that changed places. */
function isNearlyWord(one: string, other: string): boolean {
  const isSwapped = [...one].sort().join('') === [...other].sort().join('');
  return (isSwapped || one.length >= SHORTEST_OF_BODIES) && slipsBetween(one, other, 1) === 1;
}

function isSameWord(one: string, other: string): boolean {
  return one === other || one === `${other}s` || other === `${one}s` || stemOf(one) === stemOf(other);
}
