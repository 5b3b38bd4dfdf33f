// A party while it is put together: its mentions so far, and what the text ties to it.
import type { MentionKind, MentionType } from '../../model/reading.ts';
import type { FoundMention } from '../document.ts';
import type { Candidate } from './candidate.ts';
import type { Gender } from './roles.ts';

export interface DraftMention extends FoundMention {
  /** Words `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** The tokens of its name; empty for those that do not name it. */
  readonly tokens: readonly string[];
  /** Spelt otherwise than the party is. */
  readonly isSpelling?: boolean;
}

export class Draft {
  type: MentionType;
  /** Tokens of the fullest name; for people given name first as the text has it. */
  tokens: readonly string[];
  /** The known party that it is. */
  readonly entry: string | undefined;
  /** Caption of a known party. */
  readonly known: string | undefined;
  readonly mentions: DraftMention[] = [];
  readonly countries = new Set<string>();
  readonly roles = new Set<string>();
  age: number | undefined;
  gender: Gender | undefined;
  parentEntry: string | undefined;

  constructor(type: MentionType, tokens: readonly string[], entry?: string, known?: string) {
    this.type = type;
    this.tokens = tokens;
    this.entry = entry;
    this.known = known;
  }

  add(
    candidate: Candidate,
    range: { start: number; end: number },
    tokens: readonly string[],
    kind: MentionKind,
    isSpelling = false,
  ): void {
    this.mentions.push({
      start: range.start,
      end: range.end,
      kind,
      from: candidate.from,
      to: candidate.to,
      tokens,
      ...(isSpelling && { isSpelling }),
    });
    this.gender ??= candidate.gender;
    for (const role of candidate.roles) this.roles.add(role);
    for (const country of candidate.countries) this.countries.add(country);
  }
}
