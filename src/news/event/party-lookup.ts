// Which party a noun group names and of which kind it is: through the article's mentions where there is one, else by
// the word itself ("prosecutors", "three tankers"). Knows nothing of lists.
import type { MentionKind } from '../../model/reading.ts';
import type { Document, FoundParty, Range } from '../document.ts';
import words from '../modality/generated/modality.json' with { type: 'json' };
import { isAuthorityName, isAuthorityWord } from './authority-words.ts';
import type { NounChunk } from './chunk.ts';
import type { FoundRole } from './found-event.ts';
import type { PartyKind } from './frames.ts';
import { type NounGroup, TIME_HEADS } from './groups.ts';
import { WordSet } from './word-sets.ts';

const PEOPLE = new WordSet(words.people);
const ORGANISATIONS = new WordSet(words.organisations);
const VESSELS = new WordSet(words.vessels);
const NO_PEOPLE = new WordSet(words.notPeople);
const STATES = new WordSet(words.states);
const PERSON_PRONOUNS = new Set(['he', 'she', 'him', 'who', 'them', 'they']);
const PRONOUNS = new Set([...PERSON_PRONOUNS, 'it', 'this', 'these', 'those', 'its', 'their', 'his', 'her']);
const LEGAL_FORM =
  /\b(?:Ltd|Limited|LLC|Inc|Corp|Co|GmbH|AG|PLC|S\.?A|SARL|LLP|JSC|OOO|OJSC|PJSC|FZE|FZCO|DMCC|Oy|AB|BV|NV|SpA|Pte|Pty)\b\.?/u;

interface PlacedMention extends Range {
  readonly party: number;
  readonly kind: MentionKind;
}

export class PartyLookup {
  readonly #document: Document;
  readonly #parties: readonly FoundParty[];
  readonly #mentions: readonly PlacedMention[];
  /** Length of the longest mention. */
  readonly #longest: number;

  constructor(document: Document, parties: readonly FoundParty[]) {
    this.#document = document;
    this.#parties = parties;
    this.#mentions = parties
      .flatMap(({ mentions, isBoilerplate }, party) =>
        isBoilerplate ? [] : mentions.map(({ start, end, kind }) => ({ start, end, kind, party })),
      )
      .sort((one, other) => one.start - other.start || other.end - one.end);
    this.#longest = Math.max(0, ...this.#mentions.map(({ start, end }) => end - start));
  }

  /**
   * Whose side a party is on, so that a government, its capital and its country count as one.
   */
  sideOf(party: number): string {
    const known = this.#parties[party];
    const country = known?.countries.length === 1 ? known.countries[0] : undefined;
    if (!known || country === undefined) return `party ${party}`;
    const isPublic =
      known.type === 'place' || [known.caption, ...known.roles].some((name) => isAuthorityName(name));
    return isPublic ? `country ${country}` : `party ${party}`;
  }

  partyAt(number: number): FoundParty | undefined {
    return this.#parties[number];
  }

  /** Text and place of a noun. */
  rangeOf(noun: NounChunk): Range {
    const { tokens } = this.#document;
    return { start: tokens[noun.first]!.start, end: tokens[noun.end - 1]!.end };
  }

  textOf(noun: NounChunk): string {
    const { start, end } = this.rangeOf(noun);
    return this.#document.text.slice(start, end);
  }

  /** Ranges of names in a range, each of which is one unit. */
  namesIn(range: Range): readonly Range[] {
    return this.mentionsIn(range).filter(({ kind }) => kind === 'name' || kind === 'acronym');
  }

  /** Mentions that lie in a range, in order. */
  mentionsIn({ start, end }: Range): PlacedMention[] {
    const found: PlacedMention[] = [];
    let [low, high] = [0, this.#mentions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#mentions[middle]!.start < start - this.#longest) low = middle + 1;
      else high = middle;
    }
    for (; low < this.#mentions.length && this.#mentions[low]!.start < end; low++) {
      if (this.#mentions[low]!.end > start) found.push(this.#mentions[low]!);
    }
    return found;
  }

  /**
   * The party that a noun group names, one role for each of its nouns.
   * A country before a head that acts for it stands for the country: "Russian authorities".
   */
  rolesOf(group: NounGroup): FoundRole[] {
    return group.nouns.map((noun, index) => {
      const own = this.#roleOf(noun);
      if (own.party !== undefined || index < group.nouns.length - 1) return own;
      const named = group.appositions
        .map((apposition) => this.#roleOf(apposition))
        .find(({ party }) => party !== undefined);
      return named?.party === undefined ? own : { ...own, party: named.party };
    });
  }

  #roleOf(noun: NounChunk): FoundRole {
    const range = this.rangeOf(noun);
    const head = this.#document.tokens[noun.head]!;
    const inside = this.mentionsIn(range);
    const atHead = inside.filter(({ start, end }) => start <= head.start && end >= head.end);
    // The widest mention over the head; a possessor before it names somebody else.
    const best = atHead.sort((one, other) => other.end - other.start - (one.end - one.start))[0];
    if (best) return { ...range, party: best.party };
    const last = inside.at(-1);
    if (!last) return range;
    const isCountry = this.#parties[last.party]!.type === 'place';
    if (noun.ownerEnd !== undefined) {
      // "Russia's security service" acts for Russia; "Russia's drones" do not.
      const actsForIt = isCountry && isAuthorityName(this.textOf(noun));
      return actsForIt ? { ...range, party: last.party } : range;
    }
    // "Russian officials", but not "Haitian gang leaders".
    const isBeside = head.start - last.end <= 1;
    if (isCountry && isBeside && this.#actsForCountry(head.text)) return { ...range, party: last.party };
    // A name whose end the tagger cut off still is the name.
    return !isCountry && last.kind !== 'demonym' && last.end >= range.end
      ? { ...range, party: last.party }
      : range;
  }

  #actsForCountry(word: string): boolean {
    return (
      isAuthorityName(word) ||
      /^(?:forces?|troops|military|side|leadership|leaders?|diplomats?)$/iu.test(word)
    );
  }

  /** True if any noun of the group is of a kind. */
  isOfKind(group: NounGroup, kind: PartyKind): boolean {
    return [...group.nouns, ...group.appositions].some((noun) => this.#nounIs(noun, kind));
  }

  /** True if a party that is known is of a kind, whatever words name it. */
  isPartyOfKind(number: number, kind: PartyKind): boolean {
    const { type, caption, roles } = this.#parties[number]!;
    const isAuthority = type === 'place' || [caption, ...roles].some((name) => isAuthorityName(name));
    switch (kind) {
      case 'authority':
        return isAuthority;
      case 'person':
        return type === 'person';
      case 'organisation':
        return type === 'organisation' || type === 'group' || type === 'outlet';
      case 'not-country':
      case 'not-authority':
        return !isAuthority;
      default:
        return true;
    }
  }

  #nounIs(noun: NounChunk, kind: PartyKind): boolean {
    const head = this.#document.tokens[noun.head]!;
    const word = head.text.toLowerCase();
    const { party } = this.#roleOf(noun);
    const known = party === undefined ? undefined : this.#parties[party];
    const text = this.textOf(noun);
    const isAuthority = this.#isAuthority(noun, text, known, word);
    const isState = known?.type === 'place' || STATES.isIn(singular(word)) || STATES.hasWord(word);
    const isPerson = known
      ? known.type === 'person'
      : PEOPLE.hasWord(singular(word)) ||
        PEOPLE.hasWord(word) ||
        isPersonNoun(word) ||
        word === 'he' ||
        word === 'she' ||
        word === 'him';
    const isOrganisation =
      known?.type === 'organisation' ||
      known?.type === 'group' ||
      known?.type === 'outlet' ||
      (!known && (ORGANISATIONS.hasWord(singular(word)) || LEGAL_FORM.test(text)));
    const isVessel = VESSELS.hasWord(singular(word));
    const isPronoun = PRONOUNS.has(word);
    const isName = head.pos === 'PROPN' && /^\p{Lu}/u.test(head.text) && !TIME_HEADS.test(word);
    switch (kind) {
      case 'not-place':
        return known?.type !== 'place';
      case 'named':
        return known !== undefined || isName;
      case 'authority':
        return isAuthority || (isState && known?.type === 'place') || (isPronoun && isAuthority);
      case 'person':
        return isPerson || (!known && (PERSON_PRONOUNS.has(word) || isName));
      case 'organisation':
        return isOrganisation || (!known && (isName || word === 'it'));
      case 'party':
        return (
          isPerson ||
          isOrganisation ||
          isVessel ||
          isState ||
          isPronoun ||
          isName ||
          isAuthority ||
          known !== undefined
        );
      case 'not-country':
        return (
          (isPerson || isOrganisation || isVessel || isPronoun || isName) &&
          !isState &&
          !(isAuthority && !isPerson)
        );
      case 'not-authority':
        return !isAuthority && (isPerson || isOrganisation || isVessel || isPronoun || isName);
    }
  }

  #isAuthority(noun: NounChunk, text: string, known: FoundParty | undefined, head: string): boolean {
    if (known?.type === 'person') {
      return known.roles.some((role) => isAuthorityName(role)) || isAuthorityName(text);
    }
    // Of a group without a name only its head counts: "a government supplier" is no authority.
    if (!known)
      return (
        (noun.ownerEnd !== undefined && isAuthorityName(text)) ||
        isAuthorityWord(head) ||
        isAuthorityName(this.#headPhrase(noun)) ||
        isAuthorityWord(singular(head))
      );
    if (known.type === 'place') return true;
    return [text, known.caption, ...known.roles].some((name) => isAuthorityName(name));
  }

  #headPhrase(noun: NounChunk): string {
    const { tokens, text } = this.#document;
    const first = Math.max(noun.first, noun.head - 1);
    const isNamed = tokens[noun.head]!.pos === 'PROPN';
    return text.slice(tokens[isNamed ? noun.first : first]!.start, tokens[noun.head]!.end);
  }
}

/** "singer", "propagandist": what people are called by what they do. */
function isPersonNoun(word: string): boolean {
  return (
    /(?:[^aeiou]er|[ts]or|ist|man|woman|men|women|cian|eer)s?$/u.test(word) &&
    !NO_PEOPLE.hasWord(singular(word))
  );
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
