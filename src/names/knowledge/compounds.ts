// Arabic compounds that are one name however they are written: abd al rahman, abdul rahman, abdurrahman become
// "abdulrahman"; nur al din, nureddin become "nuraldin"; nasr allah, nasrullah become "nasrallah".
// Only well-known heads and tails join; other words stay as they are.
import person from './generated/person.json' with { type: 'json' };

const { heads, articles, tails } = person.compounds as {
  heads: Record<string, string[]>;
  articles: string[];
  tails: Record<string, string[]>;
};

const headOf = new Map(Object.entries(heads).flatMap(([head, spellings]) => spellings.map((text) => [text, head] as const)));
const tailOf = new Map(Object.entries(tails).flatMap(([tail, spellings]) => spellings.map((text) => [text, tail] as const)));
const articleSet = new Set(articles);

const oneWord = new Map<string, string>();
for (const [headText, head] of headOf) {
  for (const [tailText, tail] of tailOf) {
    const joined = canonical(head, tail);
    for (const article of ['', ...articles]) {
      const text = headText + article + tailText;
      if (!oneWord.has(text)) oneWord.set(text, joined);
    }
  }
}
for (const spelling of ['abubakr', 'abubakar', 'aboubacar', 'aboubakr', 'abubaker', 'aboubakar', 'abubakir', 'aboubaker']) {
  oneWord.set(spelling, 'abubakr');
}

function canonical(head: string, tail: string): string {
  if (head === 'abd' || head === 'abdul') return tail === 'allah' ? 'abdallah' : `abdul${tail}`;
  return tail === 'allah' ? `${head}allah` : `${head}al${tail}`;
}

/** Joins the compounds in a row of folded tokens; all other tokens are returned unchanged, in order. */
export function joinCompounds(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = compoundLength(tokens, at);
    const text = tokens.slice(at, at + length).join('');
    joined.push(length > 1 ? compoundOf(tokens, at, length) : (oneWord.get(text) ?? text));
    at += length;
  }
  return joined;
}

function compoundLength(tokens: readonly string[], at: number): number {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if ((first === 'abu' || first === 'abou') && second && /^ba[ck]+[ae]?r$/u.test(second)) return 2;
  const head = headOf.get(first);
  if (!head || !second) return 1;
  if (third && articleSet.has(second) && tailOf.has(third) && isCompound(head, tailOf.get(third)!)) return 3;
  // "abd rahman" and "abdul rahman" are compounds; "nur rahman" is two names.
  const isJoinedHead = head === 'abd' || head === 'abdul' || tailOf.get(second) === 'allah' || tailOf.get(second) === 'din';
  return isJoinedHead && tailOf.has(second) && isCompound(head, tailOf.get(second)!) ? 2 : 1;
}

function compoundOf(tokens: readonly string[], at: number, length: number): string {
  const head = headOf.get(tokens[at]!);
  const tail = tailOf.get(tokens[at + length - 1]!);
  return head && tail ? canonical(head, tail) : 'abubakr';
}

/** Heads other than abd take only -din and -allah. */
function isCompound(head: string, tail: string): boolean {
  return head === 'abd' || head === 'abdul' || tail === 'din' || tail === 'allah';
}
