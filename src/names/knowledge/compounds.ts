// Arabic compounds that are one name however they are written: abd al rahman, abdul rahman, abdurrahman become
// "abdulrahman"; nur al din, nureddin become "nuraldin"; nasr allah, nasrullah become "nasrallah". A compound is a
// head, an article or none, and a tail; only well-known heads and tails join, and all other words stay as they are.
import { Memo } from '../memo.ts';
import { soundDistance, UNIT } from '../sound/sound-distance.ts';
import { soundKey } from '../sound/sound-key.ts';
import person from './generated/person.json' with { type: 'json' };
import { isWellKnownName } from './given-names.ts';

type Spellings = Readonly<Record<string, string>>;

/** Compounds of one make: which heads take which tails, and whether the article must stand between. */
interface Make {
  /** Spelling of the head -> canonical head. */
  readonly heads: ReadonlyMap<string, string>;
  readonly articles: ReadonlySet<string>;
  readonly tails: ReadonlyMap<string, string>;
  readonly canonical: (head: string, tail: string) => string;
}

/** Texts that each memo keeps at most. */
const KEPT_TEXTS = 16_384;

/** Words that one compound is written in at most: abd al rahman. */
const MAX_WORDS = 3;
const LONGEST_ARTICLE = 3;

const { compounds } = person;
const articles = wordsOf(compounds.articles);
const withoutArticle = ['', ...articles];
const divineNames = bySpelling(compounds.abd.tails);

const makes: readonly Make[] = [
  {
    heads: allAs('abd', compounds.abd.heads),
    articles: new Set(withoutArticle),
    tails: divineNames,
    canonical: servantOf,
  },
  {
    heads: allAs('abd', compounds.abd.headsBeforeArticle),
    articles: new Set(articles),
    tails: divineNames,
    canonical: servantOf,
  },
  {
    heads: bySpelling(compounds.din.heads),
    articles: new Set(withoutArticle),
    tails: allAs('din', compounds.din.tails),
    canonical: (head) => `${head}aldin`,
  },
  {
    heads: bySpelling(compounds.allah.heads),
    articles: new Set(['']),
    tails: allAs('allah', compounds.allah.tails),
    canonical: (head) => `${head}allah`,
  },
  {
    heads: allAs('abu', compounds.abu.heads),
    articles: new Set(wordsOf(compounds.abu.articles)),
    tails: bySpelling(compounds.abu.tails),
    canonical: (_, tail) => `abul${tail}`,
  },
  {
    heads: allAs('zayn', compounds.abidin.heads),
    articles: new Set(withoutArticle),
    tails: allAs('abidin', compounds.abidin.tails),
    canonical: () => 'zaynalabidin',
  },
];
const fixed = bySpelling(compounds.fixed);

/** A spelling of a head, and the makes that begin with it, by their order. */
interface MadeHead {
  readonly make: Make;
  readonly head: string;
  readonly order: number;
}

const NO_HEADS: readonly MadeHead[] = [];
const SHORTEST_HEAD = 2;
const headsBySpelling = new Map<string, MadeHead[]>();
makes.forEach((make, order) => {
  for (const [spelling, head] of make.heads) {
    headsBySpelling.set(spelling, [...(headsBySpelling.get(spelling) ?? []), { make, head, order }]);
  }
});
const longestHead = Math.max(...[...headsBySpelling.keys()].map((spelling) => spelling.length));

const canonicals: ReadonlySet<string> = new Set([
  ...fixed.values(),
  ...makes.flatMap((make) =>
    [...new Set(make.heads.values())].flatMap((head) =>
      [...new Set(make.tails.values())].map((tail) => make.canonical(head, tail)),
    ),
  ),
]);

/** What the first words of compounds begin with: see opensCompound. */
const allArticles: ReadonlySet<string> = new Set(makes.flatMap((make) => [...make.articles]));
const articleStarts = allStarts([...allArticles]);
const tailStarts = allStarts(makes.flatMap((make) => [...make.tails.keys()]));
const compoundStarts = allStarts([...headsBySpelling.keys(), ...fixed.keys()]);

const servantHeads: ReadonlySet<string> = new Set(['abd', 'adb']);
const articleSet: ReadonlySet<string> = new Set(articles);
/** Abd and the longest article in one word: abdoul. */
const LONGEST_SERVANT = 3 + LONGEST_ARTICLE;
/** Sounds at least; shorter words are near too many names. */
const SHORTEST_MISSPELT = 4;
const divineKeys: readonly Uint8Array[] = Object.keys(compounds.abd.tails)
  .map(soundKey)
  .filter((key) => key.length >= SHORTEST_MISSPELT);

/** What was found for words written as one, some of them a few thousand times on the lists; '' where nothing was. */
const compoundTexts = new Memo((word) => compoundOf(word) ?? '', KEPT_TEXTS);
const nearlyDivine = new Memo(isNearlyDivine, KEPT_TEXTS);

function servantOf(_: string, tail: string): string {
  return tail === 'allah' ? 'abdallah' : `abdul${tail}`;
}

function wordsOf(text: string): string[] {
  return text.split(' ');
}

function bySpelling(spellings: Spellings): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(spellings).flatMap(([name, texts]) => wordsOf(texts).map((text) => [text, name] as const)),
  );
}

function allAs(name: string, texts: string): ReadonlyMap<string, string> {
  return new Map(wordsOf(texts).map((text) => [text, name] as const));
}

/** Every beginning of every text, the empty one and the whole text among them. */
function allStarts(texts: readonly string[]): ReadonlySet<string> {
  const starts = new Set(['']);
  for (const text of texts) for (let end = 1; end <= text.length; end++) starts.add(text.slice(0, end));
  return starts;
}

/**
 * True if a compound may begin with the folded token, as its first word or as the whole of it. Where it is false for
 * all tokens of a name, joinCompounds changes nothing.
 */
export function opensCompound(token: string): boolean {
  if (compoundStarts.has(token)) return true;
  const lastEnd = Math.min(token.length, longestHead);
  for (let headEnd = SHORTEST_HEAD; headEnd <= lastEnd; headEnd++) {
    if (headsBySpelling.has(token.slice(0, headEnd)) && opensTail(token.slice(headEnd))) return true;
  }
  return false;
}

/** True if what follows a head may be the beginning of an article and a tail, or of a tail alone. */
function opensTail(rest: string): boolean {
  if (articleStarts.has(rest)) return true;
  for (let end = 0; end <= LONGEST_ARTICLE; end++) {
    if (allArticles.has(rest.slice(0, end)) && tailStarts.has(rest.slice(end))) return true;
  }
  return false;
}

/** The compound that begins at a token, written in one word or in several; undefined if none does. */
export function compoundAt(
  tokens: readonly string[],
  at: number,
): { readonly text: string; readonly length: number } | undefined {
  const most = Math.min(MAX_WORDS, tokens.length - at);
  for (let length = most; length >= 1; length--) {
    const text = compoundTexts.get(tokens.slice(at, at + length).join(''));
    if (text) return { text, length };
  }
  return misspeltServant(tokens, at);
}

/**
 * Joins the compounds in a row of folded tokens, whether written in one word or in several, to one canonical token
 * each. All other tokens are returned unchanged, in order; an article standing alone stays.
 * @param opens opensCompound of `tokens[at]`, for callers that know it already
 */
export function joinCompounds(
  tokens: readonly string[],
  opens: (at: number) => boolean = (at) => opensCompound(tokens[at]!),
): string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const compound = opens(at) ? compoundAt(tokens, at) : undefined;
    joined.push(compound?.text ?? tokens[at]!);
    at += compound?.length ?? 1;
  }
  return joined;
}

/**
 * "Servant of" and a name that is no known one but sounds nearly like one: abd el hhalim, abdul ghafir. It is joined
 * as it is written, so that it is compared with the right one as a whole.
 */
function misspeltServant(
  tokens: readonly string[],
  at: number,
): { text: string; length: number } | undefined {
  const head = tokens[at]!;
  if (head.length > LONGEST_SERVANT || !servantHeads.has(head.slice(0, 3))) return undefined;
  const [second = '', third = ''] = tokens.slice(at + 1, at + MAX_WORDS);
  if (servantHeads.has(head) && articleSet.has(second) && nearlyDivine.get(third))
    return { text: `abdul${third}`, length: 3 };
  return articleSet.has(head.slice(3)) && nearlyDivine.get(second)
    ? { text: `abdul${second}`, length: 2 }
    : undefined;
}

function isNearlyDivine(word: string): boolean {
  const key = soundKey(word);
  if (key.length < SHORTEST_MISSPELT || isWellKnownName(word)) return false;
  const limit = key.length === SHORTEST_MISSPELT ? UNIT / 2 : UNIT;
  return divineKeys.some((divine) => soundDistance(key, divine, limit) <= limit);
}

/** True for a compound as joinCompounds writes it. */
export function isCompound(token: string): boolean {
  return canonicals.has(token);
}

/**
 * The canonical form of a compound written in one word; undefined if the word is no compound. Where several makes fit,
 * the first of them counts.
 */
function compoundOf(word: string): string | undefined {
  const known = fixed.get(word);
  if (known) return known;
  let best: { text: string; order: number } | undefined;
  const lastEnd = Math.min(word.length - 2, longestHead);
  for (let headEnd = SHORTEST_HEAD; headEnd <= lastEnd; headEnd++) {
    for (const { make, head, order } of headsBySpelling.get(word.slice(0, headEnd)) ?? NO_HEADS) {
      if (best && order >= best.order) continue;
      const tail = tailOf(word, headEnd, make);
      if (tail) best = { text: make.canonical(head, tail), order };
    }
  }
  return best?.text;
}

/** The tail behind a head, with or without an article between them. */
function tailOf(word: string, headEnd: number, make: Make): string | undefined {
  for (let tailStart = headEnd; tailStart <= headEnd + LONGEST_ARTICLE; tailStart++) {
    if (!make.articles.has(word.slice(headEnd, tailStart))) continue;
    const tail = make.tails.get(word.slice(tailStart));
    if (tail) return tail;
  }
  return undefined;
}
