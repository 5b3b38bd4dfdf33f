// Who speaks in an attribution: which party of the article and of which kind, by the party if it is known, else by the
// words ("officials", "two sources", "court papers").
import type { SourceKind } from '../../model/reading.ts';
import type { Attribution, Document, FoundParty, Range } from '../document.ts';
import { isAuthorityName, isCourtName } from '../event/authority-words.ts';
import { WordSet } from '../event/word-sets.ts';
import words from '../modality/generated/modality.json' with { type: 'json' };

export interface Speaker {
  readonly kind: SourceKind;
  /** Number of the party. */
  readonly party?: number;
  readonly ranges: readonly Range[];
  /** True for bodies that act by public power. */
  readonly isAuthority: boolean;
}

const KINDS: readonly { readonly kind: SourceKind; readonly words: WordSet }[] = (
  ['document', 'court', 'government', 'media', 'company'] as const
).map((kind) => ({ kind, words: new WordSet(words.sources[kind]) }));
const ANONYMOUS_OFFICIALS = new WordSet(words.sources['anonymous-official']);
const ANONYMOUS = new WordSet(words.sources.anonymous);
const DOCUMENTS = new WordSet(words.sources.document);
const INFORMED = /\b(?:people|persons?|individuals?) (?:familiar|close|briefed|with knowledge)\b/iu;
const PRONOUN = /^(?:he|she|it|they|we|i|who)$/iu;

/** The speaker that the words of a source name. */
export function speakerOf(
  document: Document,
  parties: readonly FoundParty[],
  ranges: readonly Range[],
): Speaker {
  const text = ranges.map(({ start, end }) => document.text.slice(start, end)).join(' ');
  const head = headOf(text);
  const party = partyOf(parties, ranges, head.end + (ranges[0]?.start ?? 0));
  const known = party === undefined ? undefined : parties[party];
  const base = { ranges, ...(party === undefined ? {} : { party }) };
  if (!known?.roles.length && isCourtName(head.text) && !DOCUMENTS.isIn(head.text))
    return { ...base, kind: 'court', isAuthority: true };
  // "officials of the ministry", "a source close to the Kremlin": the head speaks, and it is not named.
  if (known?.type !== 'person' && ANONYMOUS_OFFICIALS.isIn(head.text)) {
    return { ...base, kind: 'anonymous-official', isAuthority: false };
  }
  if (known?.type !== 'person' && (ANONYMOUS.isIn(head.text) || INFORMED.test(text)))
    return { ranges, kind: 'anonymous', isAuthority: false }; // whoever else the words name does not speak
  if (known && DOCUMENTS.isIn(head.text) && known.type !== 'person') {
    return {
      ...base,
      kind: isAuthorityName(text) ? 'government' : 'document',
      isAuthority: isAuthorityName(text),
    };
  }
  if (known) {
    const kind = kindOfParty(known, text);
    return { ...base, kind, isAuthority: kind === 'government' || kind === 'court' };
  }
  if (PRONOUN.test(text)) return { ...base, kind: 'person', isAuthority: false };
  const named =
    KINDS.find(({ words: set }) => set.isIn(head.text)) ?? KINDS.find(({ words: set }) => set.isIn(text));
  if (named && isPrivate(text)) return { ...base, kind: 'company', isAuthority: false };
  if (named)
    return { ...base, kind: named.kind, isAuthority: named.kind === 'government' || named.kind === 'court' };
  return { ...base, kind: /\p{Lu}/u.test(text) ? 'person' : 'anonymous', isAuthority: false };
}

/**
 * The speaker that a pronoun or "the country" means: whoever spoke before, if of the right kind and not the one spoken
 * of. A speaker who is named stays.
 */
export function meantSpeaker(
  document: Document,
  parties: readonly FoundParty[],
  speaker: Speaker,
  { content }: Pick<Attribution, 'content'>,
  last: Speaker | undefined,
): Speaker {
  if (speaker.party !== undefined || last?.party === undefined) return speaker;
  const words = speaker.ranges.map(({ start, end }) => document.text.slice(start, end)).join(' ');
  const before = parties[last.party]!;
  const isMeant = /^(?:he|she)$/iu.test(words)
    ? before.type === 'person'
    : /^the (?:country|nation|government)$/iu.test(words)
      ? before.type === 'place' && !content.some((range) => isNamedIn(before, range))
      : /^(?:it|they)$/iu.test(words) && before.type !== 'person';
  return isMeant
    ? { ...speaker, kind: last.kind, isAuthority: last.isAuthority, party: last.party }
    : speaker;
}

function isNamedIn({ mentions }: FoundParty, { start, end }: Range): boolean {
  return mentions.some((mention) => mention.start < end && mention.end > start);
}

function kindOfParty(party: FoundParty, text: string): SourceKind {
  const described = [text, party.caption, ...party.roles].join(' ; ');
  switch (party.type) {
    case 'place':
      return 'government';
    case 'outlet':
      return 'media';
    case 'group':
      return isAuthorityName(described) ? 'anonymous-official' : 'anonymous';
    case 'person':
      if (isCourtName(described)) return 'court';
      if (
        /\b(?:reporter|correspondent|journalist|editor|columnist|of the (?:Associated Press|\p{Lu}\w+ (?:Times|Post|News|Journal)))\b/u.test(
          described,
        )
      )
        return 'media';
      return KINDS.some(({ kind, words: set }) => kind === 'government' && set.isIn(described)) &&
        !isPrivate(described)
        ? 'government'
        : 'person';
    default:
      if (isCourtName(described)) return 'court';
      return isAuthorityName(described) ? 'government' : 'company';
  }
}

/** "the company's president", "spokesman for the bank": the words of office do not make a government. */
function isPrivate(text: string): boolean {
  return /\b(?:company|bank|firm|group|corporation|executive|director|ltd|inc|llc|university|institute)\b/iu.test(
    text,
  );
}

/** The words up to the first "of", "in", "for", "provided" …: what is speaking. */
function headOf(text: string): { readonly text: string; readonly end: number } {
  const match =
    /^.{1,200}?(?=\s(?:of|in|for|from|at|with|close|familiar|who|that|which|on|to|by|provided|seen|briefed|cited|obtained|reviewed)\s|,|$)/su.exec(
      text,
    );
  const head = match?.[0] ?? text;
  return { text: head, end: head.length };
}

/** The party named by the head of the source; else the last that its words name. */
function partyOf(
  parties: readonly FoundParty[],
  ranges: readonly Range[],
  headEnd: number,
): number | undefined {
  let best: { party: number; rank: number } | undefined;
  for (const [party, { mentions, type, isBoilerplate }] of parties.entries()) {
    if (isBoilerplate) continue;
    for (const { start, end, kind } of mentions) {
      const around = ranges.find((range) => start < range.end && end > range.start);
      // The "its" of "its foreign ministry" does not speak.
      if (!around || (kind === 'pronoun' && end < around.end)) continue;
      // A person speaks rather than the body that the person belongs to; the widest name rather than a part of it.
      const rank =
        (type === 'person' ? 1000 : 0) +
        (kind === 'demonym' ? -500 : 0) +
        (end <= headEnd ? 100 : 0) +
        (end - start);
      if (!best || rank > best.rank) best = { party, rank };
    }
  }
  return best?.party;
}
