// The way of a statement from whoever made it first: "unconfirmed reports", told by a reporter, printed by an outlet.
import type { Attribution, Range } from '../document.ts';
import { type ClaimDraft, lengthOf } from './draft.ts';
import type { Speaker } from './source-of.ts';

/** An attribution with its speaker and the attribution that it stands in. */
export interface NestedAttribution extends Attribution {
  readonly number: number;
  readonly speaker?: Speaker;
  readonly outer?: number;
}

/** An attribution inside another tells the other's origin if it makes up at least this part of its content. */
const TELLING_SHARE = 0.6;

type Step = ClaimDraft['chain'][number];

/** The steps of an attribution, origin first; the publisher is added by whoever knows the article. */
export function chainOf(
  text: string,
  attribution: NestedAttribution,
  all: readonly NestedAttribution[],
): readonly Step[] {
  const speakers: Speaker[] = [];
  const inner = all.find(
    (other) =>
      other.outer === attribution.number &&
      other.speaker &&
      other.cueClass !== 'plan' &&
      other.cueClass !== 'believe' &&
      lengthOf([...other.content, ...other.cue, ...other.source]) >=
        TELLING_SHARE * lengthOf(attribution.content),
  );
  if (inner?.speaker) speakers.push(inner.speaker);
  for (
    let at: NestedAttribution | undefined = attribution;
    at;
    at = at.outer === undefined ? undefined : all[at.outer]
  ) {
    if (at.speaker) speakers.push(at.speaker);
  }
  const steps = speakers.flatMap((speaker) => stepsOf(text, speaker));
  return steps.map((step, index) => ({ ...step, role: index === 0 ? 'origin' : 'relay' }));
}

/** "evidence provided to A by B": B first, then A. */
function stepsOf(text: string, speaker: Speaker): Omit<Step, 'role'>[] {
  const [range] = speaker.ranges;
  if (!range) return [];
  const words = text.slice(range.start, range.end);
  const handed =
    /\b(?:provided|given|passed|handed|shown|supplied|leaked)\s+(?<to>to\s(?<receiver>[^,;]{2,80}?))\s+(?<by>by\s(?<giver>[^,;]{2,80}))$/u.exec(
      words,
    );
  if (handed?.groups) {
    const { receiver = '', giver = '' } = handed.groups;
    const at = (part: string): Range => {
      const start = range.start + words.lastIndexOf(part);
      return { start, end: start + part.length };
    };
    return [{ range: at(giver) }, { range: at(receiver) }];
  }
  return [{ range, kind: speaker.kind, ...(speaker.party === undefined ? {} : { party: speaker.party }) }];
}
