// Sources given by a phrase and not by a verb: "According to X, …", "…, according to X, …", "as reported by X, …",
// "…, per X", "In the poll, …".
import { sensesOf } from '../cue-lexicon.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom, trimEnd } from '../grammar/clause-ends.ts';
import { beginsClause } from '../grammar/complements.ts';
import { phraseAfter } from '../grammar/phrase-after.ts';
import type { TokenRange, Words } from '../grammar/words.ts';
import { goOns } from './spoken.ts';

/** "In a new poll, half said …": a poll is named within so many tokens. */
const FARTHEST_POLL = 10;

/** Finds the first such source in sentence `number`. */
export function findAccordingTo(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { firstToken: from, endToken: to } = words.document.sentences[number]!;
  for (let at = from; at + 1 < to; at += 1) {
    if (words.quotation[at]! >= 0 || drafts.isTaken(at)) continue;
    const opener = openerAt(words, at, from);
    // "The AP reported that, according to …": inside somebody else's words.
    const isInside = words.lower[at - 1] === ',' && /^(?:that|and|but)$/.test(words.lower[at - 2] ?? '');
    if (!opener || isInside) continue;
    const isFirst = at - from <= 1;
    const source = isFirst ? leadingSource(words, opener.source, to) : phraseAfter(words, opener.source, to);
    const content = source && contentAround(words, { from, to, at, isFirst, source });
    if (!content || content.length === 0) continue;
    drafts.add({
      source: [source],
      cue: [opener.cue],
      content,
      cueClass: 'report',
      cueLemma: opener.lemma,
      rule: 'according-to',
    });
    return;
  }
}

interface Opener {
  readonly cue: TokenRange;
  /** Where the source begins. */
  readonly source: number;
  readonly lemma: string;
}

function openerAt({ lower, pos, form, lemma }: Words, at: number, from: number): Opener | undefined {
  const next = lower[at + 1];
  switch (lower[at]) {
    case 'according':
      return next === 'to'
        ? { cue: { start: at, end: at + 2 }, source: at + 2, lemma: 'according to' }
        : undefined;
    case 'per':
      return lower[at - 1] === ',' && pos[at + 1] !== 'NOUN'
        ? { cue: { start: at, end: at + 1 }, source: at + 1, lemma: 'per' }
        : undefined;
    case 'in': {
      if (at !== from) return undefined;
      const near = lower.slice(at, at + FARTHEST_POLL);
      const isPoll = near.slice(0, near.indexOf(',')).some((word) => /^(?:polls?|surveys?)$/.test(word));
      return isPoll ? { cue: { start: at, end: at + 1 }, source: at + 1, lemma: 'in' } : undefined;
    }
    default: {
      const isReported = next === 'by' && lower[at - 1] === 'as' && form[at] === 'past';
      const tells =
        isReported && sensesOf(lemma[at]!).some((sense) => sense.class === 'say' || sense.class === 'report');
      return tells ? { cue: { start: at, end: at + 1 }, source: at + 2, lemma: lemma[at]! } : undefined;
    }
  }
}

/** In front, the source reaches to the first comma behind which a clause begins: "According to A, the head of B, …". */
function leadingSource(words: Words, start: number, to: number): TokenRange | undefined {
  const { lower } = words;
  let first: number | undefined;
  for (let at = start + 1; at < to; at += 1) {
    if (lower[at] !== ',') continue;
    first ??= at;
    if (!/^(?:which|who|whose|where)$/.test(lower[at + 1] ?? '') && beginsClause(words, at + 1, to))
      return { start, end: at };
  }
  return phraseAfter(words, start, first ?? to);
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly isFirst: boolean;
  readonly source: TokenRange;
}

/** What stands before the phrase in its sentence, and behind the comma that closes it. */
function contentAround(words: Words, { from, to, at, isFirst, source }: Place): readonly TokenRange[] {
  const { lower } = words;
  const content: TokenRange[] = [];
  if (!isFirst) {
    const start = /^(?:and|but|•|—|–|-)$/.test(lower[from]!) ? from + 1 : from;
    const end = trimEnd(words, start, lower[at - 1] === 'as' ? at - 1 : at);
    if (end > start) content.push({ start, end });
  }
  let next = source.end;
  while (next < to && lower[next] !== ',') next += 1;
  if (next + 1 >= to || !(isFirst || lower[at - 1] === ',')) return content;
  const isAside = /^(?:which|who|a|an|the|as|while|whose|where|with|and|but)$/.test(lower[next + 1]!);
  const rest = isFirst || !isAside ? contentFrom(words, next + 1, to, 'clause') : undefined;
  return rest ? [...content, rest, ...goOns(words, rest)] : content;
}
