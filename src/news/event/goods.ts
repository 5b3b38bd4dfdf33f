// Which goods a stretch of text names, and of which class: arms, dual-use goods, commodities, money, drugs, property.
// Phrases win over words inside them, and some phrases are no goods at all ("shell company", "missile programme").
import type { Range } from '../document.ts';
import type { GoodsKind } from './frames.ts';
import table from './generated/goods.json' with { type: 'json' };

export type GoodsClass = 'arms' | 'military' | 'dual-use' | 'commodity' | 'money' | 'drugs' | 'property';

export interface FoundGoods extends Range {
  readonly class: GoodsClass;
}

const CLASSES: readonly GoodsClass[] = [
  'arms',
  'dual-use',
  'drugs',
  'commodity',
  'money',
  'property',
  'military',
];

const TERMS = new Map<string, GoodsClass | 'trap'>();
for (const trap of table.traps.arms) TERMS.set(trap, 'trap');
for (const name of CLASSES) {
  for (const term of table[name])
    for (const form of [term, pluralOf(term)]) if (!TERMS.has(form)) TERMS.set(form, name);
}
/** First word of a term -> most words and hyphens of a term that begins so. */
const REACH = new Map<string, number>();
for (const term of TERMS.keys()) {
  const parts = term.split(/ |(?=-)|(?<=-)/u);
  REACH.set(parts[0]!, Math.max(REACH.get(parts[0]!) ?? 0, parts.length));
}

/** Words as the terms are compared: without a hyphen between them where the term has none. */
interface Word extends Range {
  readonly text: string;
}

/** Words that set two goods side by side or the one against the other. */
const JOINING = /^(?:and|or|of|for|to|from|in|with|the|a|an|as|by|on|at|worth|into)$/u;

/** The goods that the words name, in order. Amounts and adjectives before them are not part of the range. */
export function goodsAmong(words: readonly Word[]): FoundGoods[] {
  const found: (FoundGoods & { readonly first: number; readonly after: number })[] = [];
  for (let at = 0; at < words.length; ) {
    const term = termAt(words, at);
    if (!term) {
      at += 1;
      continue;
    }
    if (term.class !== 'trap') {
      const [start, end] = [words[at]!.start, words[at + term.length - 1]!.end];
      found.push({ start, end, class: term.class, first: at, after: at + term.length });
    }
    at += term.length;
  }
  // "missile guidance chips": the last word says what they are.
  return found
    .filter(({ after }, index) => {
      const next = found[index + 1];
      return (
        !next ||
        !words
          .slice(after, next.first + 1)
          .every(({ text }) => /^\p{Ll}+$/u.test(text) && !JOINING.test(text)) ||
        next.first - after > 1
      );
    })
    .map(({ start, end, class: kind }) => ({ start, end, class: kind }));
}

function termAt(
  words: readonly Word[],
  at: number,
): { readonly class: GoodsClass | 'trap'; readonly length: number } | undefined {
  const reach = REACH.get(words[at]!.text.toLowerCase()) ?? 0;
  for (let length = Math.min(reach, words.length - at); length > 0; length--) {
    const joined = words
      .slice(at, at + length)
      .map(({ text }) => text.toLowerCase())
      .join(' ')
      .replace(/ ([-‑]) /gu, '-');
    const name = TERMS.get(joined);
    if (name) return { class: name, length };
  }
  return undefined;
}

/** True if goods of a class are of the kind that a frame wants. */
export function isOfKind(goods: FoundGoods, kind: GoodsKind): boolean {
  switch (kind) {
    case 'arms':
      return goods.class === 'arms';
    case 'military':
      return goods.class === 'arms' || goods.class === 'military';
    case 'dual-use':
      return goods.class === 'dual-use';
    case 'drugs':
      return goods.class === 'drugs';
    case 'trade-goods':
      return goods.class === 'dual-use' || goods.class === 'commodity' || goods.class === 'property';
    case 'anything':
      return true;
  }
}

function pluralOf(term: string): string {
  if (/(?:s|x|ch)$/u.test(term)) return `${term}es`;
  return /[^aeiou]y$/u.test(term) ? `${term.slice(0, -1)}ies` : `${term}s`;
}
