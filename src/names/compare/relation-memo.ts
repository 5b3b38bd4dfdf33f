// What was found out about pairs of tokens, for whoever scores the same names several times over: all forms of the one
// with all forms of the other, or with a part left out. Tokens are known by identity: it is not to outlive their forms.
import type { NameToken } from '../form/token.ts';
import { type JoinedWord, joinLikeness, joinWords } from './join-likeness.ts';
import { type Relation, relateTokens } from './relate-tokens.ts';

/** Two neighbours of a name, and how alike their word is to the tokens asked about. */
interface Neighbours {
  readonly word: JoinedWord | undefined;
  readonly likeness: Map<NameToken, number>;
}

type OfPairs<Value> = Map<NameToken, Map<NameToken, Value>>;

export class RelationMemo {
  readonly #full: OfPairs<Relation> = new Map();
  readonly #skeleton: OfPairs<Relation> = new Map();
  readonly #neighbours: OfPairs<Neighbours> = new Map();

  /** As relateTokens. */
  relate(one: NameToken, other: NameToken, isSkeleton: boolean): Relation {
    const known = isSkeleton ? this.#skeleton : this.#full;
    return ofPair(known, one, other, () => relateTokens(one, other, isSkeleton));
  }

  /** The likeness of a token to two neighbours written as one word; 0 if these are not near enough. */
  join(first: NameToken, second: NameToken, single: NameToken): number {
    const { word, likeness } = ofPair(this.#neighbours, first, second, () => ({
      word: joinWords(first, second),
      likeness: new Map(),
    }));
    if (!word) return 0;
    let known = likeness.get(single);
    if (known === undefined) {
      known = joinLikeness(word, single);
      likeness.set(single, known);
    }
    return known;
  }
}

/** What is known of two tokens; found out if it is asked for the first time. */
function ofPair<Value>(known: OfPairs<Value>, one: NameToken, other: NameToken, find: () => Value): Value {
  let ofOne = known.get(one);
  if (!ofOne) {
    ofOne = new Map();
    known.set(one, ofOne);
  }
  let value = ofOne.get(other);
  if (value === undefined) {
    value = find();
    ofOne.set(other, value);
  }
  return value;
}
