// Arabic compounds that are one name however they are written: abd al rahman, abdul rahman, abdurrahman become
// "abdulrahman"; nur al din, nureddin become "nuraldin"; nasr allah, nasrullah become "nasrallah". A compound is a
// head, an article or none, and a tail; only well-known heads and tails join, and all other words stay as they are.
import person from './generated/person.json' with { type: 'json' };

type Spellings = Readonly<Record<string, string>>;

/** Compounds of one make: which heads take which tails, and whether the article must stand between. */
interface Make {
  /** Spelling of the head -> canonical head. */
  readonly heads: ReadonlyMap<string, string>;
  readonly articles: ReadonlySet<string>;
  readonly tails: ReadonlyMap<string, string>;
  readonly canonical: (head: string, tail: string) => string;
}

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

/**
 * Joins the compounds in a row of folded tokens, whether written in one word or in several, to one canonical token
 * each. All other tokens are returned unchanged, in order; an article standing alone stays.
 */
export function joinCompounds(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { text, length } = longestCompound(tokens, at);
    joined.push(text);
    at += length;
  }
  return joined;
}

function longestCompound(tokens: readonly string[], at: number): { text: string; length: number } {
  const most = Math.min(MAX_WORDS, tokens.length - at);
  for (let length = most; length >= 1; length--) {
    const text = compoundOf(tokens.slice(at, at + length).join(''));
    if (text) return { text, length };
  }
  return { text: tokens[at]!, length: 1 };
}

/** The canonical form of a compound written in one word; undefined if the word is no compound. */
function compoundOf(word: string): string | undefined {
  const known = fixed.get(word);
  if (known) return known;
  for (const make of makes) {
    for (let headEnd = 2; headEnd < word.length - 1; headEnd++) {
      const head = make.heads.get(word.slice(0, headEnd));
      if (!head) continue;
      for (let tailStart = headEnd; tailStart <= headEnd + LONGEST_ARTICLE; tailStart++) {
        const tail = make.articles.has(word.slice(headEnd, tailStart))
          ? make.tails.get(word.slice(tailStart))
          : undefined;
        if (tail) return make.canonical(head, tail);
      }
    }
  }
  return undefined;
}
