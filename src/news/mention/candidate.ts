// A stretch of words that names a party, before it is known which one. Known names get their type from the gazetteer; of
// a capital the words around tell whether the city or the government is meant.
import type { MentionKind, MentionType } from '../../model/reading.ts';
import type { GazetteerEntry } from './gazetteer.ts';
import type { Gender } from './roles.ts';
import type { Run } from './runs.ts';
import { adjoins, isSameSentence, type Word } from './words.ts';

/** What a caller that knows lists says of a name: what kind of party bears it; undefined if none does. */
export type ListedType = (name: string) => MentionType | undefined;

export interface Candidate extends Run {
  /** Undefined while nothing tells. */
  readonly type?: MentionType | undefined;
  readonly kind: MentionKind;
  readonly entry?: GazetteerEntry;
  readonly roles: readonly string[];
  readonly countries: readonly string[];
  readonly gender?: Gender | undefined;
  /** The type is told by something, not guessed. */
  readonly isSure: boolean;
}

const INSIDE: ReadonlySet<string> = new Set('in at near outside around inside across'.split(' '));
const REACHING: ReadonlySet<string> = new Set('visit reach leave enter tour'.split(' '));
const TRAVELLING: ReadonlySet<string> = new Set(
  'fly travel arrive return move live drive sail go bear flee relocate'.split(' '),
);

/** The candidate of a name that the gazetteer knows. */
export function knownCandidate(
  words: readonly Word[],
  from: number,
  to: number,
  entry: GazetteerEntry,
): Candidate {
  const isShort = to - from === 1 && words[from]!.isUpper;
  const base = { from, to, entry, roles: [], countries: entry.countries ?? [], isSure: true };
  switch (entry.sort) {
    case 'body':
      return { ...base, type: 'organisation', kind: isShort ? 'acronym' : 'name' };
    case 'outlet':
      return { ...base, type: 'outlet', kind: isShort ? 'acronym' : 'name' };
    case 'seat':
      return { ...base, type: 'organisation', kind: 'metonym' };
    case 'capital':
      return { ...base, type: 'place', kind: isMerePlace(words, from, to) ? 'name' : 'metonym' };
    case 'demonym':
    case 'adjective':
      return { ...base, type: 'place', kind: 'demonym' };
    default:
      return { ...base, type: 'place', kind: isShort ? 'acronym' : 'name' };
  }
}

/** "in Moscow", "flew to Moscow", "visited Moscow", "Moscow-based": the city, not who rules there. */
function isMerePlace(words: readonly Word[], from: number, to: number): boolean {
  if (isSameSentence(words, from, to) && /^[-‐‑]$/u.test(words[to]!.before)) return true;
  // A dateline is in capitals.
  if (!adjoins(words, from)) return words[from]!.isUpper && words[from]!.text.length > 3;
  const before = words[from - 1]!;
  if (INSIDE.has(before.key) || REACHING.has(before.lemma)) return true;
  const isWay = before.key === 'to' || before.key === 'from';
  return isWay && isSameSentence(words, from - 2, from) && TRAVELLING.has(words[from - 2]!.lemma);
}
