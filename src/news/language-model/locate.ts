// Finds the words that a language model proposes in the article. They count only if they stand there letter by
// letter, as whole words: at the place given, else near it, else at the one place in the article that has them.
import type { Range } from '../document.ts';

/** UTF-16 units on either side of the place given in which the words are looked for first. */
const NEAR = 300;

/** @returns undefined if the words do not stand in the text, or in several places of which none is meant for sure */
export function locate(text: string, surface: string, start?: number): Range | undefined {
  const words = surface.trim();
  if (words === '') return undefined;
  if (start !== undefined) {
    const at = start + (surface.length - surface.trimStart().length);
    if (standsAt(text, words, at)) return rangeOf(words, at);
    const near = places(text, words, Math.max(0, at - NEAR), at + NEAR);
    if (near.length === 1 && near[0] !== undefined) return rangeOf(words, near[0]);
  }
  const [only, second] = places(text, words, 0, text.length);
  return only !== undefined && second === undefined ? rangeOf(words, only) : undefined;
}

/** The first place inside a range where the words stand as whole words. */
export function locateWithin(text: string, surface: string, { start, end }: Range): Range | undefined {
  const words = surface.trim();
  if (words === '') return undefined;
  const [at] = places(text, words, start, end - words.length);
  return at === undefined ? undefined : rangeOf(words, at);
}

function rangeOf(words: string, start: number): Range {
  return { start, end: start + words.length };
}

/** At most two places between `from` and `to` where the words begin. */
function places(text: string, words: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words, from); at >= 0 && at <= to; at = text.indexOf(words, at + 1)) {
    if (standsAt(text, words, at)) found.push(at);
    if (found.length === 2) break;
  }
  return found;
}

function standsAt(text: string, words: string, at: number): boolean {
  if (!text.startsWith(words, at)) return false;
  const end = at + words.length;
  return !isInsideWord(text, at) && !isInsideWord(text, end);
}

/** True if a word goes on over the place. */
function isInsideWord(text: string, at: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) && at > 0;
}
