// Nouns of a sentence as groups: lists, appositions, what hangs on them by prepositions, and which noun a "who" or
// "which" goes back to. Reads chunks; knows no clauses.
import type { MarkChunk, NounChunk, SentenceChunk } from './chunk.ts';

/** Nouns side by side: "food and supplies". Appositions belong to the noun before them. */
export interface NounGroup {
  readonly nouns: readonly NounChunk[];
  readonly appositions: readonly NounChunk[];
}

export interface PrepositionGroup {
  readonly preposition: string;
  readonly group: NounGroup;
  /** What hangs on its noun in turn: "for [violations] of [sanctions]". */
  readonly inner: readonly PrepositionGroup[];
}

/** Main words of times, which fill no slot: "imposed sanctions on Friday on X". */
export const TIME_HEADS =
  /^(?:year|month|week|day|days|weeks|months|years|night|morning|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|decade|quarter|hours?|time)$/u;

export class Groups {
  readonly chunks: readonly SentenceChunk[];
  readonly #wordOf: (token: number) => string;
  readonly #isName: (token: number) => boolean;

  /**
   * @param wordOf a token in lower case
   * @param isName true for tokens of names
   */
  constructor(
    chunks: readonly SentenceChunk[],
    wordOf: (token: number) => string,
    isName: (token: number) => boolean,
  ) {
    this.chunks = chunks;
    this.#wordOf = wordOf;
    this.#isName = isName;
  }

  /** The noun group that begins at a chunk, with its appositions. */
  at(at: number): NounGroup | undefined {
    return this.read(at)?.group;
  }

  /** The prepositions that follow a chunk, up to the next verb or the end of the clause. */
  prepositionsAfter(at: number): PrepositionGroup[] {
    const found: { preposition: string; group: NounGroup; inner: PrepositionGroup[] }[] = [];
    let isAfterNoun = true;
    for (let next = at + 1; next < this.chunks.length; ) {
      const chunk = this.chunks[next]!;
      if (chunk.kind === 'preposition') {
        let noun = next + 1;
        while (isMark(this.chunks[noun], 'other')) noun += 1;
        const read = this.read(noun);
        if (read) {
          const preposition = { preposition: chunk.text, group: read.group, inner: [] as PrepositionGroup[] };
          // What follows may hang on this noun or on the verb; both may ask for it.
          for (const earlier of found.slice(-2)) earlier.inner.push(preposition);
          found.push(preposition);
          next = read.end;
          isAfterNoun = true;
          continue;
        }
        if (this.chunks[next + 1]?.kind === 'verb') break; // "for facilitating": a clause of its own
        next += 1;
        continue;
      }
      if (chunk.kind === 'noun' && (this.isTime(chunk) || !isAfterNoun)) {
        next += 1;
        continue;
      }
      if (chunk.kind === 'mark' && (chunk.mark === 'aside' || chunk.mark === 'other')) {
        next += 1;
        continue;
      }
      if (chunk.kind === 'mark' && chunk.mark === 'comma') {
        // Appositions and lists are read with their noun; behind another comma the clause may still go on.
        const after = this.chunks[next + 1];
        if (after?.kind === 'preposition' || (after?.kind === 'mark' && after.mark === 'other')) {
          next += 1;
          continue;
        }
      }
      break;
    }
    return found;
  }

  /** The noun group that begins at a chunk, and the chunk behind it. */
  read(at: number): { group: NounGroup; end: number } | undefined {
    const first = this.chunks[at];
    if (first?.kind !== 'noun') return undefined;
    const nouns: NounChunk[] = [first];
    const appositions: NounChunk[] = [];
    let end = at + 1;
    const list = this.#listAfter(end);
    if (list) {
      nouns.push(...list.nouns);
      end = list.end;
    } else {
      let next = end;
      while (isMark(this.chunks[next], 'aside') || isMark(this.chunks[next], 'other')) next += 1;
      if (isMark(this.chunks[next], 'comma') && this.chunks[next + 1]?.kind === 'noun') {
        const apposition = this.chunks[next + 1] as NounChunk;
        const after = this.chunks[next + 2];
        // "the man, Ashot Mkrtychev, plotted" but not "On Friday, the man plotted".
        if (
          this.#mayBeApposition(first, apposition) &&
          (after?.kind !== 'verb' || after.form === 'participle' || after.form === 'gerund')
        ) {
          appositions.push(apposition);
          end = next + 2;
          if (isMark(this.chunks[end], 'comma') && this.chunks[end + 1]?.kind === 'verb') end += 1;
        }
      }
    }
    return { group: { nouns, appositions }, end };
  }

  /** "a trader" beside a name, or a name beside "a trader"; "…, thousands of pieces" begins something new. */
  #mayBeApposition(noun: NounChunk, apposition: NounChunk): boolean {
    const opens = (one: NounChunk): boolean =>
      /^(?:an?|the|his|her|its|their|one|who)$/u.test(this.#wordOf(one.first));
    return opens(apposition) || opens(noun) || this.#isName(apposition.head);
  }

  /** ", B and C" or "and B" after a noun, if what follows is no clause of its own. */
  #listAfter(at: number): { nouns: NounChunk[]; end: number } | undefined {
    const nouns: NounChunk[] = [];
    let next = at;
    let hasAnd = false;
    for (let steps = 0; steps < 40; steps++) {
      let probe = next;
      let sawComma = false;
      let sawAnd = false;
      while (isMark(this.chunks[probe], 'comma') || isMark(this.chunks[probe], 'and')) {
        sawComma ||= isMark(this.chunks[probe], 'comma');
        sawAnd ||= isMark(this.chunks[probe], 'and');
        probe += 1;
      }
      const noun = this.chunks[probe];
      if (probe === next || noun?.kind !== 'noun') break;
      const after = this.chunks[probe + 1];
      // "…, and Iran denied it": the noun is a subject.
      if (sawAnd && after?.kind === 'verb' && (after.form === 'finite' || after.form === 'copula')) {
        if (sawComma || nouns.length === 0) break;
      }
      if (this.isTime(noun)) break;
      nouns.push(noun);
      next = probe + 1;
      hasAnd ||= sawAnd;
      if (sawAnd) break;
    }
    return hasAnd ? { nouns, end: next } : undefined;
  }

  /** The group whose last noun is at a chunk. */
  endingAt(at: number): NounGroup {
    const noun = this.chunks[at] as NounChunk;
    const named = this.chunks[at - 2];
    if (
      isMark(this.chunks[at - 1], 'comma') &&
      named?.kind === 'noun' &&
      /^(?:an?|the)$/u.test(this.#wordOf(noun.first))
    )
      return { nouns: [named], appositions: [noun] };
    // "two banks and a trader accused of": walk back over the list, but only over "and" lists of plain nouns.
    const nouns: NounChunk[] = [noun];
    let next = at;
    while (
      isMark(this.chunks[next - 1], 'and') &&
      this.chunks[next - 2]?.kind === 'noun' &&
      this.chunks[next - 3]?.kind !== 'preposition'
    ) {
      next -= 2;
      nouns.unshift(this.chunks[next] as NounChunk);
    }
    return { nouns, appositions: [] };
  }

  antecedent(relative: number): NounGroup | undefined {
    const isWho = (this.chunks[relative] as MarkChunk).text === 'who';
    for (let back = relative - 1; back >= 0; back--) {
      const chunk = this.chunks[back]!;
      const before = this.chunks[back - 1];
      // "the head of the bank, who": people do not hang on an "of".
      if (isWho && chunk.kind === 'noun' && before?.kind === 'preposition' && before.text === 'of') {
        back -= 1;
        continue;
      }
      if (chunk.kind === 'noun') return this.endingAt(back);
      if (
        chunk.kind === 'mark' &&
        (chunk.mark === 'comma' || chunk.mark === 'aside' || chunk.mark === 'other')
      )
        continue;
      return undefined;
    }
    return undefined;
  }

  skipBack(from: number): number {
    let at = from;
    while (at >= 0 && (isMark(this.chunks[at], 'other') || isMark(this.chunks[at], 'aside'))) at -= 1;
    return at;
  }

  #headWord(noun: NounChunk): string {
    return this.#wordOf(noun.head);
  }

  /** True if a noun is a time, which is nobody and nothing: "on Friday". */
  isTime(noun: NounChunk): boolean {
    return TIME_HEADS.test(this.#headWord(noun));
  }
}

/** True if a chunk is there and is such a mark. */
export function isMark(chunk: SentenceChunk | undefined, mark: MarkChunk['mark']): boolean {
  return chunk?.kind === 'mark' && chunk.mark === mark;
}
