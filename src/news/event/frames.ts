// The frames of events as the matcher uses them, from the generated table; their meaning is in data/news/event-frames.yml.
import type { EventPhase, EventRole, EventType } from '../../model/reading.ts';
import table from './generated/event-frames.json' with { type: 'json' };
import { WordSet } from './word-sets.ts';

export type PartyKind =
  | 'not-place'
  | 'party'
  | 'named'
  | 'authority'
  | 'organisation'
  | 'person'
  | 'not-country'
  | 'not-authority';
export type GoodsKind = 'arms' | 'dual-use' | 'drugs' | 'military' | 'trade-goods' | 'anything';

export interface SlotSpec {
  /** Names of slots; the first that is filled counts. */
  readonly slots: readonly string[];
  readonly kind?: PartyKind;
}

export interface WordRule {
  readonly slots: readonly string[];
  readonly words: WordSet;
}

export interface Frame {
  /** Stable: type and number of the frame within it. */
  readonly rule: string;
  readonly type: EventType;
  readonly isAct: boolean;
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  /** `party`: both ends of a deal, without its direction. */
  readonly roles: readonly { readonly role: EventRole | 'party'; readonly specs: readonly SlotSpec[] }[];
  readonly needs: readonly string[];
  readonly needsOne: readonly string[];
  readonly words: readonly WordRule[];
  readonly without: readonly WordRule[];
  readonly ifThere: readonly WordRule[];
  readonly marker?: WordSet;
  readonly oneOf: readonly SlotSpec[];
  readonly under?: { readonly verbs: ReadonlySet<string>; readonly subject: WordSet };
  readonly goods: readonly string[];
  readonly goodsKind?: GoodsKind;
  readonly deal?: readonly string[];
  readonly isBarter: boolean;
  readonly phase?: EventPhase;
}

export interface AnaphoraRule {
  readonly verbs: ReadonlySet<string>;
  readonly words?: WordSet;
  readonly objectParty: boolean;
  readonly counter: boolean;
  readonly marker?: WordSet;
  readonly phase?: EventPhase;
}

type Strings = string | readonly string[];
type WordTable = Readonly<Record<string, Strings>>;

interface FrameSource {
  readonly type: string;
  readonly act?: boolean;
  readonly verbs?: readonly string[];
  readonly nouns?: readonly string[];
  readonly roles?: Readonly<Record<string, Strings>>;
  readonly needs?: readonly string[];
  readonly needsOne?: readonly string[];
  readonly words?: WordTable;
  readonly without?: WordTable;
  readonly ifThere?: WordTable;
  readonly marker?: readonly string[];
  readonly oneOf?: readonly string[];
  readonly under?: { readonly verbs: readonly string[]; readonly subject: readonly string[] };
  readonly goods?: Strings;
  readonly kind?: GoodsKind;
  readonly deal?: Strings;
  readonly barter?: boolean;
  readonly phase?: EventPhase;
}

interface AnaphoraSource {
  readonly verbs: readonly string[];
  readonly words?: readonly string[];
  readonly objectParty?: boolean;
  readonly counter?: boolean;
  readonly marker?: readonly string[];
  readonly phase?: EventPhase;
}

const WORDS = table.words as Readonly<Record<string, readonly string[]>>;

/** What counts as a deal, where a frame asks for one. */
export const DEAL_WORDS = new WordSet(wordsOf('deals'));

export const FRAMES: readonly Frame[] = (table.frames as unknown as readonly FrameSource[]).map(frameOf);
export const FRAMES_BY_VERB = indexBy(({ verbs }) => verbs);
export const FRAMES_BY_NOUN = indexBy(({ nouns }) => nouns);
/** Most words that a noun anchor has. */
export const LONGEST_ANCHOR = Math.max(...[...FRAMES_BY_NOUN.keys()].map((noun) => noun.split(' ').length));

export const OFFENCES: readonly { readonly type: EventType; readonly words: WordSet }[] = Object.entries(
  table.offences as Readonly<Record<string, readonly string[]>>,
).map(([type, words]) => ({ type: type as EventType, words: new WordSet(words) }));

export const ANAPHORA: readonly AnaphoraRule[] = (table.anaphora as unknown as readonly AnaphoraSource[]).map(
  ({ verbs, words, objectParty = false, counter = false, marker, phase }) => ({
    verbs: new Set(verbs),
    objectParty,
    counter,
    ...(words && { words: new WordSet(words) }),
    ...(marker && { marker: new WordSet(marker) }),
    ...(phase && { phase }),
  }),
);

function frameOf(source: FrameSource, number: number): Frame {
  return {
    rule: `event.${source.type.toLowerCase()}.${number + 1}`,
    type: source.type as EventType,
    isAct: source.act ?? false,
    verbs: source.verbs ?? [],
    nouns: source.nouns ?? [],
    roles: Object.entries(source.roles ?? {}).map(([role, specs]) => ({
      role: role as EventRole | 'party',
      specs: list(specs).map(slotOf),
    })),
    needs: source.needs ?? [],
    needsOne: source.needsOne ?? [],
    words: wordRules(source.words),
    without: wordRules(source.without),
    ifThere: wordRules(source.ifThere),
    ...(source.marker && { marker: new WordSet(source.marker) }),
    oneOf: (source.oneOf ?? []).map(slotOf),
    ...(source.under && {
      under: {
        verbs: new Set(source.under.verbs),
        subject: new WordSet(source.under.subject.flatMap(wordsOf)),
      },
    }),
    goods: list(source.goods ?? []),
    ...(source.kind && { goodsKind: source.kind }),
    ...(source.deal && { deal: list(source.deal) }),
    isBarter: source.barter ?? false,
    ...(source.phase && { phase: source.phase }),
  };
}

function wordRules(rules: WordTable = {}): WordRule[] {
  return Object.entries(rules).map(([slots, words]) => ({
    slots: slots.split('/'),
    words: new WordSet(list(words).flatMap(wordsOf)),
  }));
}

/** The words of a set, or the word itself. */
function wordsOf(name: string): readonly string[] {
  return WORDS[name] ?? [name];
}

function slotOf(text: string): SlotSpec {
  const [slots = '', kind] = text.split(':');
  return { slots: slots.split('/'), ...(kind === undefined ? {} : { kind: kind as PartyKind }) };
}

function list(value: Strings): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function indexBy(keysOf: (frame: Frame) => readonly string[]): ReadonlyMap<string, readonly Frame[]> {
  const index = new Map<string, Frame[]>();
  for (const frame of FRAMES) {
    for (const key of keysOf(frame)) index.set(key, [...(index.get(key) ?? []), frame]);
  }
  return index;
}
