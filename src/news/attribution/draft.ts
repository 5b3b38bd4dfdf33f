// Attributions while they are looked for: ranges of tokens, and which tokens are already content. PolNeAR nests
// nothing: what stands inside found content is no attribution of its own, so that families of patterns run in order
// of trust and each leaves alone what an earlier one has taken.
import type { CueClass } from '../../model/reading.ts';
import type { TokenRange, Words } from './grammar/words.ts';

export interface Draft {
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  readonly cueClass: CueClass;
  readonly cueLemma: string;
  readonly rule: string;
  readonly isImplicit?: boolean;
}

export class Drafts {
  readonly words: Words;
  readonly #found: Draft[] = [];
  readonly #bySentence = new Map<number, Draft[]>();
  readonly #isBarred: (token: number) => boolean;
  readonly #isContent: Uint8Array;
  readonly #isCue: Uint8Array;

  /** @param isBarred tokens that may begin no cue, besides those of drafts found. @default none */
  constructor(words: Words, isBarred: (token: number) => boolean = () => false) {
    this.words = words;
    this.#isBarred = isBarred;
    this.#isContent = new Uint8Array(words.tokens.length);
    this.#isCue = new Uint8Array(words.tokens.length);
  }

  get found(): readonly Draft[] {
    return this.#found;
  }

  add(draft: Draft): void {
    this.#found.push(draft);
    if (draft.cue[0]) {
      const { sentence } = this.words.tokens[draft.cue[0].start]!;
      const others = this.#bySentence.get(sentence);
      if (others) others.push(draft);
      else this.#bySentence.set(sentence, [draft]);
    }
    for (const { start, end } of draft.content) this.#isContent.fill(1, start, end);
    for (const { start, end } of draft.cue) this.#isCue.fill(1, start, end);
  }

  /** True if the token is content or cue of a draft, or barred. */
  isTaken(token: number): boolean {
    return this.#isContent[token] === 1 || this.#isCue[token] === 1 || this.#isBarred(token);
  }

  isContent(token: number): boolean {
    return this.#isContent[token] === 1;
  }

  /** The draft whose cue begins with a token. */
  withCueAt(token: number): Draft | undefined {
    return this.inSentence(this.words.tokens[token]!.sentence).findLast(({ cue }) => cue[0]?.start === token);
  }

  /** The draft whose cue stands last before `token` in its sentence. */
  lastBefore(token: number): Draft | undefined {
    return this.inSentence(this.words.tokens[token]!.sentence).findLast(({ cue }) => cue[0]!.start < token);
  }

  /** The drafts whose cues stand in a sentence, in the order of finding. */
  inSentence(sentence: number): readonly Draft[] {
    return this.#bySentence.get(sentence) ?? [];
  }
}
