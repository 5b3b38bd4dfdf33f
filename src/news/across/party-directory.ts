// Who is who across articles: mentions of one party in several articles become one party. What joins them: the same
// entry of a list, the same country (its capital and its government stand for it), the same name. A surname alone joins
// a person only where no other person of that name is about. Which body belongs to which larger one is kept, so that an
// office and its ministry can be told from two strangers.
import { parseCountry } from '../../model/country.ts';
import type { Mention, MentionType, RoleFiller, Span } from '../../model/reading.ts';
import type { ArticleReading } from './article-reading.ts';
import { wordsOf } from './words.ts';

export interface Party {
  /** Stable within one directory. */
  readonly id: string;
  /** The fullest name. */
  readonly label: string;
  readonly type: MentionType;
  readonly countries: readonly string[];
  /** Ids of the parties that it is a part of, direct ones only. */
  readonly within: readonly string[];
  /** Ids of the entries of lists that it was found to be. */
  readonly listed: readonly string[];
}

/** `same`; `part`: the one belongs to the other, or to the same state. */
export type PartyRelation = 'same' | 'part';

/** Words that bodies carry or leave out at will: the US Treasury is the Department of the Treasury. */
const LOOSE_WORDS = new Set([
  'the',
  'of',
  'and',
  'for',
  'department',
  'dept',
  'ministry',
  'inc',
  'corp',
  'ltd',
]);
const NAMING_KINDS = new Set(['name', 'metonym', 'acronym']);

export class PartyDirectory {
  readonly #parties = new Map<string, Party>();
  /** Mention id -> party id. */
  readonly #ofMention = new Map<string, string>();
  readonly #mentions = new Map<string, readonly Mention[]>();

  constructor(readings: readonly Pick<ArticleReading, 'article' | 'mentions'>[]) {
    const all = readings.flatMap((reading) => reading.mentions);
    for (const { article, mentions } of readings) this.#mentions.set(article.id, mentions);
    const births = new Map(
      readings.flatMap(({ article, mentions }) =>
        mentions.map((mention) => [mention.id, birthYear(mention, article.published)] as const),
      ),
    );
    const groups = groupMentions(all, births);
    for (const mentions of groups) {
      const id = mentions.map((mention) => mention.id).sort()[0] as string;
      for (const mention of mentions) this.#ofMention.set(mention.id, id);
    }
    for (const mentions of groups) {
      const party = this.#partyOf(mentions);
      this.#parties.set(party.id, party);
    }
  }

  /** The party of a mention; undefined if no reading of the directory has it. */
  ofMention(mention: string | undefined): Party | undefined {
    const id = mention === undefined ? undefined : this.#ofMention.get(mention);
    return id === undefined ? undefined : this.#parties.get(id);
  }

  /** The party that fills a role: by its mention, else by the mention that stands within its words. */
  ofFiller({ mention, span }: RoleFiller): Party | undefined {
    return this.ofMention(mention) ?? this.at(span);
  }

  /** The party that a stretch of text names: of those within it, the one that stands first and reaches farthest. */
  at(span: Span): Party | undefined {
    let best: { readonly mention: string; readonly start: number; readonly end: number } | undefined;
    for (const mention of this.#mentions.get(span.article) ?? []) {
      for (const { start, end } of mention.spans) {
        if (start < span.start || end > span.end) continue;
        if (best && (best.start < start || (best.start === start && best.end >= end))) continue;
        best = { mention: mention.id, start, end };
      }
    }
    return this.ofMention(best?.mention);
  }

  /** How two parties belong together; undefined if nothing says that they do. */
  relation(one: Party, other: Party): PartyRelation | undefined {
    if (one.id === other.id) return 'same';
    const [ofOne, ofOther] = [this.#circlesOf(one), this.#circlesOf(other)];
    if (ofOne.has(other.id) || ofOther.has(one.id)) return 'part';
    const isState = (party: Party): boolean => party.type === 'place';
    const shared = one.countries.some((country) => other.countries.includes(country));
    return shared && (isState(one) || isState(other)) && one.type !== 'person' && other.type !== 'person'
      ? 'part'
      : undefined;
  }

  #circlesOf(party: Party, known: Set<string> = new Set()): Set<string> {
    for (const id of party.within) {
      if (known.has(id)) continue;
      known.add(id);
      const larger = this.#parties.get(id);
      if (larger) this.#circlesOf(larger, known);
    }
    return known;
  }

  #partyOf(mentions: readonly Mention[]): Party {
    const [first] = mentions as readonly [Mention];
    const id = this.#ofMention.get(first.id) as string;
    const within = mentions.flatMap((mention) => {
      const larger = mention.parent === undefined ? undefined : this.#ofMention.get(mention.parent);
      return larger === undefined || larger === id ? [] : [larger];
    });
    return {
      id,
      label: labelOf(mentions),
      type: mentions.some((mention) => mention.type === 'place') ? 'place' : first.type,
      countries: [...new Set(mentions.flatMap((mention) => mention.countries ?? []))],
      within: [...new Set(within)],
      listed: [...new Set(mentions.flatMap((mention) => (mention.party ? [mention.party.id] : [])))],
    };
  }
}

/** What to call a party: a state by its name, anybody else by the fullest name. */
function labelOf(mentions: readonly Mention[]): string {
  const places = mentions.filter((mention) => mention.type === 'place');
  return (places.length > 0 ? places : mentions)
    .map((mention) => mention.caption)
    .reduce((best, caption) => (caption.length > best.length ? caption : best));
}

/** The year of birth that an age on the day of the article makes; undefined if either is not known. */
function birthYear({ age }: Mention, published: string | undefined): number | undefined {
  const year = Number(published?.slice(0, 4));
  return age === undefined || !Number.isInteger(year) ? undefined : year - age;
}

/** Years by which an age in a report may be off: a birthday, and one more. */
const YEARS_OFF = 2;

/** The mentions in groups of one party each. */
function groupMentions(
  mentions: readonly Mention[],
  births: ReadonlyMap<string, number | undefined>,
): Mention[][] {
  const areStrangers = (one: Mention, other: Mention): boolean => {
    if (one.party && other.party && one.party.id !== other.party.id) return true;
    const [here, there] = [births.get(one.id), births.get(other.id)];
    return here !== undefined && there !== undefined && Math.abs(here - there) > YEARS_OFF;
  };
  const groupOf = new Map<string, Mention[]>();
  const firstsWith = new Map<string, Mention[]>();
  const full = surnameHolders(mentions);
  for (const mention of mentions) groupOf.set(mention.id, [mention]);
  for (const mention of mentions) {
    for (const key of keysOf(mention, full)) {
      const firsts = firstsWith.get(key) ?? [];
      const other = firsts.find((first) => !areGroupsStrangers(groupOf, mention, first, areStrangers));
      if (other) join(groupOf, mention, other);
      else firstsWith.set(key, [...firsts, mention]);
    }
  }
  return [...new Set(groupOf.values())];
}

/** True if anybody of the one group cannot be somebody of the other: another entry of a list, another age. */
function areGroupsStrangers(
  groupOf: ReadonlyMap<string, readonly Mention[]>,
  one: Mention,
  other: Mention,
  areStrangers: (one: Mention, other: Mention) => boolean,
): boolean {
  const [here, there] = [groupOf.get(one.id) ?? [], groupOf.get(other.id) ?? []];
  return here !== there && here.some((left) => there.some((right) => areStrangers(left, right)));
}

function join(groupOf: Map<string, Mention[]>, one: Mention, other: Mention): void {
  const [into, from] = [groupOf.get(other.id) as Mention[], groupOf.get(one.id) as Mention[]];
  if (into === from) return;
  for (const mention of from) {
    into.push(mention);
    groupOf.set(mention.id, into);
  }
}

/** What identifies a mention: two that share a key are one party. */
function keysOf(mention: Mention, surnames: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const keys: string[] = [];
  if (mention.party) keys.push(`list ${mention.party.id}`);
  const state = stateOf(mention);
  if (state !== undefined) return [...keys, `state ${state}`];
  for (const name of namesOf(mention)) {
    const words = wordsOf(name).map((word) => word.key);
    if (words.length === 0) continue;
    if (mention.type !== 'person') {
      keys.push(`${kindOf(mention.type)} ${bodyKey(words, mention.countries ?? [])}`);
      continue;
    }
    if (words.length > 1) keys.push(`person ${words.join(' ')}`);
    // "Anton" alone is the given name of a man whose full name is known, and no surname.
    const surname = words.at(-1) as string;
    if (words.length === 1 && wordsOf(mention.caption)[0]?.key === surname && name !== mention.caption)
      continue;
    const holders = surnames.get(surname);
    if (holders === undefined || holders.size <= 1) keys.push(`surname ${surname}`);
  }
  return [...new Set(keys)];
}

/** The country that a mention stands for: named itself, or through its capital or seat of government. */
function stateOf({ type, caption, countries = [], spans }: Mention): string | undefined {
  if (type === 'person' || type === 'outlet') return undefined;
  if (type === 'place') {
    const named = parseCountry(caption);
    if (named !== undefined) return named;
  }
  const isMetonym = spans.some((span) => span.kind === 'metonym');
  return isMetonym && countries.length === 1 ? countries[0] : undefined;
}

/** Surname -> the given names under which full names with it are about, by their initials. */
function surnameHolders(mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const mention of mentions) {
    if (mention.type !== 'person') continue;
    const words = wordsOf(mention.caption).map((word) => word.key);
    if (words.length < 2) continue;
    const surname = words.at(-1) as string;
    const known = holders.get(surname) ?? new Set();
    holders.set(surname, known.add((words[0] as string).slice(0, 1)));
  }
  return holders;
}

function namesOf(mention: Mention): string[] {
  const spelt = mention.spans.filter((span) => NAMING_KINDS.has(span.kind)).map((span) => span.surface);
  return [...new Set([mention.caption, ...mention.variants, ...spelt])];
}

/** An outlet is an organisation that an article may call either. */
function kindOf(type: MentionType): string {
  return type === 'outlet' || type === 'group' ? 'organisation' : type;
}

/** The words of a body's name in one order, without those that come and go; its country as a code. */
function bodyKey(words: readonly string[], countries: readonly string[]): string {
  const codes = new Set(countries);
  const kept: string[] = [];
  for (const [at, word] of words.entries()) {
    const pair = parseCountry(`${word} ${words[at + 1] ?? ''}`);
    const isCountry =
      (pair !== undefined && words[at + 1] !== undefined) ||
      (at > 0 && parseCountry(`${words[at - 1]} ${word}`) !== undefined) ||
      (word.length > 1 && !LOOSE_WORDS.has(word) && parseCountry(word) !== undefined);
    if (isCountry) {
      const code = pair ?? parseCountry(word);
      if (code !== undefined) codes.add(code);
    } else if (!LOOSE_WORDS.has(word)) kept.push(word);
  }
  if (kept.length === 0) return words.join(' ');
  return [...[...codes].sort(), ...kept.sort()].join(' ');
}
