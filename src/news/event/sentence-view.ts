// One sentence as the frames ask about it: clauses, slots by name, texts and goods of noun groups.
import type { Document, Range, Sentence } from '../document.ts';
import type { NounChunk, SentenceChunk } from './chunk.ts';
import { chunksOf } from './chunks.ts';
import { type Clause, Clauses, surfaceSubject } from './clauses.ts';
import { type FoundGoods, goodsAmong } from './goods.ts';
import { Groups, type NounGroup } from './groups.ts';
import type { PartyLookup } from './party-lookup.ts';

/** A filled slot: its nouns, and the stretch of text that they and an "of …" behind them take. */
export interface Slot {
  readonly group: NounGroup;
  readonly range: Range;
}

export class SentenceView {
  readonly number: number;
  readonly sentence: Sentence;
  readonly chunks: readonly SentenceChunk[];
  readonly clauses: readonly Clause[];
  readonly text: string;
  readonly #document: Document;
  readonly #parties: PartyLookup;
  readonly #groups: Groups;

  constructor(document: Document, number: number, parties: PartyLookup) {
    this.number = number;
    this.sentence = document.sentences[number]!;
    this.#document = document;
    this.#parties = parties;
    this.chunks = chunksOf(document, this.sentence, parties.namesIn(this.sentence));
    this.#groups = new Groups(
      this.chunks,
      (token) => document.tokens[token]!.text.toLowerCase(),
      (token) => document.tokens[token]!.pos === 'PROPN',
    );
    this.clauses = new Clauses(this.#groups).all;
    this.text = document.text.slice(this.sentence.start, this.sentence.end);
  }

  /** The chunks around a place up to the next full stop, semicolon, dash or ellipsis. */
  segmentAround({ start }: Range): readonly SentenceChunk[] {
    const isStop = (chunk: SentenceChunk): boolean => chunk.kind === 'mark' && chunk.mark === 'stop';
    const placeOf = (chunk: SentenceChunk): number => this.#document.tokens[chunk.first]!.start;
    const first = this.chunks.findLastIndex((chunk) => isStop(chunk) && placeOf(chunk) < start);
    const last = this.chunks.findIndex((chunk) => isStop(chunk) && placeOf(chunk) > start);
    return this.chunks.slice(first + 1, last < 0 ? undefined : last);
  }

  parentOf(clause: Clause): Clause | undefined {
    return clause.parent === undefined ? undefined : this.clauses[clause.parent];
  }

  /** The stretch of text from one token up to another. */
  tokenRange(first: number, end: number): Range {
    const { tokens } = this.#document;
    return { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  }

  rangeOf(group: NounGroup): Range {
    const all = [...group.nouns, ...group.appositions].map((noun) => this.#parties.rangeOf(noun));
    return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
  }

  textOf({ start, end }: Range): string {
    return this.#document.text.slice(start, end);
  }

  /** What fills a slot of a clause, as data/news/event-frames.yml names them. */
  slotOf(clause: Clause, name: string): Slot | undefined {
    switch (name) {
      case 'subject':
        return this.#slot(clause.subject);
      case 'object': {
        const split = this.#splitObject(clause);
        return this.#slot(split ? split.goods : this.#lastObject(clause), this.#ofBehind(clause));
      }
      case 'indirect': {
        const split = this.#splitObject(clause);
        return this.#slot(
          split ? split.recipient : clause.objects.length > 1 ? clause.objects[0] : undefined,
        );
      }
      case 'owner': {
        const noun = this.#lastObject(clause)?.nouns[0];
        if (noun?.ownerEnd !== undefined) return this.#slot(ownerOf(noun));
        return this.#slot(this.#ofBehind(clause)) ?? this.#possessiveOf(noun);
      }
      case 'list-owner': {
        const owned = clause.prepositions
          .map(({ group }) => group.nouns[0]!)
          .find((noun) => noun.ownerEnd !== undefined);
        return owned && this.#slot(ownerOf(owned));
      }
      default:
        return this.#prepositionSlot(clause, name);
    }
  }

  /** The thing of two objects; "found X guilty" has one. */
  #lastObject({ objects: [first, second] }: Clause): NounGroup | undefined {
    const head = second?.nouns[0]?.head;
    return head === undefined || this.#document.tokens[head]!.pos === 'ADJ' ? first : second;
  }

  /** "its drones", "his assets": the pronoun. */
  #possessiveOf(noun: NounChunk | undefined): Slot | undefined {
    if (!noun || noun.first === noun.head) return undefined;
    const word = this.#document.tokens[noun.first]!.text.toLowerCase();
    if (!['its', 'his', 'her', 'their'].includes(word)) return undefined;
    return this.#slot({ nouns: [{ ...noun, end: noun.first + 1, head: noun.first }], appositions: [] });
  }

  #prepositionSlot(clause: Clause, name: string): Slot | undefined {
    const found = clause.prepositions.find(
      ({ preposition, group }) => preposition === name && !this.#isTime(group),
    );
    return found && this.#slotBehind(found.group);
  }

  /** The "of …" that follows the object directly: "two dozen kinds of weapons". */
  #ofBehind(clause: Clause): NounGroup | undefined {
    const object = clause.verb.isPassive ? surfaceSubject(clause) : this.#lastObject(clause);
    const noun = object?.nouns.at(-1);
    return noun && this.ofBehindNoun(noun);
  }

  /** The last group of an "of … of …" behind a noun: "thousands of pieces of armour". */
  ofBehindNoun(noun: NounChunk): NounGroup | undefined {
    const next = this.chunks[this.chunks.indexOf(noun) + 1];
    if (next?.kind !== 'preposition' || next.text !== 'of') return undefined;
    const group = this.#groups.at(this.chunks.indexOf(next) + 1);
    const last = group?.nouns.at(-1);
    return (last && this.ofBehindNoun(last)) ?? group;
  }

  #isTime({ nouns }: NounGroup): boolean {
    return nouns.every((noun) => this.#groups.isTime(noun));
  }

  #slotBehind(group: NounGroup): Slot | undefined {
    const last = group.nouns.at(-1);
    return this.#slot(group, last && this.ofBehindNoun(last));
  }

  #slot(group: NounGroup | undefined, of?: NounGroup): Slot | undefined {
    if (!group) return undefined;
    const own = this.rangeOf(group);
    const end = of ? Math.max(own.end, this.rangeOf(of).end) : own.end;
    return { group, range: { start: own.start, end } };
  }

  /** "offering North Korea food": one noun group that holds the recipient's name and the goods. */
  #splitObject(clause: Clause): { recipient: NounGroup; goods: NounGroup } | undefined {
    if (clause.objects.length !== 1) return undefined;
    const [object] = clause.objects as [NounGroup];
    const first = object.nouns[0]!;
    if (first.ownerEnd !== undefined) return undefined;
    const range = this.#parties.rangeOf(first);
    const name = this.#parties.mentionsIn(range)[0];
    if (!name || name.start !== range.start || name.end >= range.end || name.kind === 'demonym')
      return undefined;
    const { tokens } = this.#document;
    let cut = first.first;
    while (cut < first.end && tokens[cut]!.start < name.end) cut += 1;
    if (cut > first.head || cut >= first.end) return undefined;
    if (this.goodsIn({ start: tokens[cut]!.start, end: range.end }).length === 0) return undefined;
    const recipient: NounChunk = { ...first, end: cut, head: cut - 1 };
    const goods: NounChunk = { ...first, first: cut };
    return {
      recipient: { nouns: [recipient], appositions: [] },
      goods: { nouns: [goods, ...object.nouns.slice(1)], appositions: object.appositions },
    };
  }

  /** What fills a slot of a noun that is itself the anchor. */
  nounSlotOf(at: number, anchorFirst: number, name: string): Slot | undefined {
    const noun = this.chunks[at] as NounChunk;
    switch (name) {
      case 'owner':
        return noun.ownerEnd === undefined ? this.#possessiveOf(noun) : this.#slot(ownerOf(noun));
      case 'modifier': {
        const first = noun.ownerEnd ?? noun.first;
        if (first >= anchorFirst) return undefined;
        return this.#slot({
          nouns: [{ kind: 'noun', first, end: anchorFirst, head: anchorFirst - 1 }],
          appositions: [],
        });
      }
      default: {
        const found = this.#groups
          .prepositionsAfter(at)
          .find(({ preposition, group }) => preposition === name && !this.#isTime(group));
        return found && this.#slotBehind(found.group);
      }
    }
  }

  goodsIn({ start, end }: Range): FoundGoods[] {
    const { tokens } = this.#document;
    const { firstToken, endToken } = this.sentence;
    return goodsAmong(
      tokens.slice(firstToken, endToken).filter((token) => token.start >= start && token.end <= end),
    );
  }
}

function ownerOf(noun: NounChunk): NounGroup {
  // The possessive mark itself is not part of the name.
  const end = noun.ownerEnd!;
  return { nouns: [{ kind: 'noun', first: noun.first, end, head: end - 1 }], appositions: [] };
}
