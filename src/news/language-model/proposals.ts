// Claims that a language model proposes, as far as they hold: each of its words stands in the article, its parts
// belong together, none of it is boilerplate, and the rules have not found it already. What they mean (modality,
// official act, grade) is for the same rules to say that judge every other claim; a model's word decides nothing.
import { createHash } from 'node:crypto';
import type { Article, CueClass, EventRole, EventType, Zone } from '../../model/reading.ts';
import type { Attribution, Range } from '../document.ts';
import { type AnsweredClaim, type ProposedSpan, type Rejection, readAnswer } from './answer.ts';
import type { LanguageModel } from './endpoint.ts';
import { locate, locateWithin } from './locate.ts';
import { claimPrompt } from './prompt.ts';

/** UTF-16 units of text that go into one question; about 6,000 tokens. */
const MAX_PIECE = 24_000;
/** Questions for one article; the rest of a longer one is told. */
const MAX_PIECES = 8;
/** UTF-16 units between the parts of one claim: they stand in one paragraph or in two that adjoin. */
const MAX_GAP = 600;
/** UTF-16 units before and after a content in which its cue or source is looked for if the place given is wrong. */
const MAX_BESIDE = 80;

export interface ProposedEvent {
  readonly type: EventType;
  readonly roles: Readonly<Partial<Record<EventRole, readonly Range[]>>>;
}

export interface Proposal {
  readonly attribution: Attribution;
  readonly event: ProposedEvent;
}

export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly rejected: readonly Rejection[];
  /** Parts of the article that were not asked about. */
  readonly unread: readonly Range[];
  /** For `ClaimProvenance.llm`. */
  readonly llm: { readonly model: string; readonly promptSha256: string };
}

/** The name of the rule in the provenance of what comes of a proposal. */
export const PROPOSAL_RULE = 'language-model';

/**
 * Asks the model about an article.
 *
 * @param known attributions that the rules have found; proposals with the cue of one of them are left out
 * @throws InterdictError MODEL_UNAVAILABLE, MODEL_ANSWER_INVALID; the signal's reason if it was given
 */
export async function proposeClaims(
  article: Pick<Article, 'text' | 'zones'>,
  model: LanguageModel,
  known: readonly Attribution[] = [],
  signal?: AbortSignal,
): Promise<Proposals> {
  const pieces = piecesOf(article.text, article.zones);
  const proposals: Proposal[] = [];
  const rejected: Rejection[] = [];
  const hash = createHash('sha256');
  const taken = known.flatMap(({ cue }) => cue);
  for (const piece of pieces.slice(0, MAX_PIECES)) {
    const messages = claimPrompt(article.text.slice(piece.start, piece.end));
    hash.update(JSON.stringify(messages));
    const answer = readAnswer(await model.complete(messages, signal));
    rejected.push(...answer.rejected);
    for (const claim of answer.claims) {
      const outcome = proposalFrom(claim, article, piece, taken);
      if (typeof outcome === 'string') rejected.push({ claim: claim.claim, reason: outcome });
      else {
        proposals.push(outcome);
        taken.push(...outcome.attribution.cue);
      }
    }
  }
  return {
    proposals,
    rejected,
    unread: pieces.slice(MAX_PIECES),
    llm: { model: model.model, promptSha256: hash.digest('hex') },
  };
}

/** The proposal, or why it does not hold. */
function proposalFrom(
  claim: AnsweredClaim,
  { text, zones }: Pick<Article, 'text' | 'zones'>,
  piece: Range,
  taken: readonly Range[],
): Proposal | string {
  const find = (span: ProposedSpan) =>
    locate(text, span.text, span.start === undefined ? undefined : span.start + piece.start);
  const content = find(claim.content);
  const source = claim.source ? (find(claim.source) ?? besides(text, claim.source, content)) : undefined;
  const cue = find(claim.cue) ?? besides(text, claim.cue, content);
  if (!cue) return 'its cue does not stand in the article, or in several places';
  if (!content) return 'its content does not stand in the article, or in several places';
  if (claim.source && !source) return 'its source does not stand in the article, or in several places';
  const parts = source ? [source, cue, content] : [cue, content];
  if (parts.some((part) => zoneAt(zones, part)?.kind === 'boilerplate')) return 'it stands in boilerplate';
  if (overlaps(cue, content) || (source && (overlaps(source, cue) || overlaps(source, content)))) {
    return 'its parts overlap';
  }
  if (!standTogether(parts)) return 'its parts stand too far from one another';
  if (taken.some((other) => overlaps(other, cue))) return 'its cue belongs to a claim that was found before';
  const roles = rolesIn(claim, parts, (span) => find(span) ?? firstOf(text, span, [content, ...parts]));
  if (typeof roles === 'string') return roles;
  return {
    attribution: {
      source: source ? [source] : [],
      cue: [cue],
      content: [content],
      cueClass: claim.cueClass satisfies CueClass,
      cueLemma: mainWord(text.slice(cue.start, cue.end)),
      form: formOf(text.slice(content.start, content.end)),
      rule: PROPOSAL_RULE,
    },
    event: { type: claim.eventType, roles },
  };
}

function rolesIn(
  claim: AnsweredClaim,
  parts: readonly Range[],
  find: (span: ProposedSpan) => Range | undefined,
): Partial<Record<EventRole, readonly Range[]>> | string {
  const roles: Partial<Record<EventRole, readonly Range[]>> = {};
  for (const [role, fillers] of Object.entries(claim.roles)) {
    const found = fillers.map(find).filter((range) => range !== undefined);
    if (found.length < fillers.length)
      return `its ${role} does not stand in the article, or in several places`;
    if (found.some((range) => !standTogether([...parts, range]))) return `its ${role} stands too far from it`;
    roles[role as EventRole] = found;
  }
  return roles;
}

/** Words that stand in several places of the article ("said") and once beside the content. */
function besides(text: string, { text: words }: ProposedSpan, content: Range | undefined): Range | undefined {
  if (!content) return undefined;
  const before = { start: Math.max(0, content.start - MAX_BESIDE), end: content.start };
  const after = { start: content.end, end: content.end + MAX_BESIDE };
  const found = [before, after].map((range) => locateWithin(text, words, range));
  return found[0] && found[1] ? undefined : (found[0] ?? found[1]);
}

/** A name that stands in several places means one party in all of them. */
function firstOf(text: string, { text: words }: ProposedSpan, ranges: readonly Range[]): Range | undefined {
  for (const range of ranges) {
    const found = locateWithin(text, words, range);
    if (found) return found;
  }
  return undefined;
}

/** Pieces of the text that end with a zone. */
function piecesOf(text: string, zones: readonly Zone[]): Range[] {
  const pieces: Range[] = [];
  let start = 0;
  let end = 0;
  for (const zone of [...zones, { start: text.length, end: text.length }]) {
    if (zone.end - start > MAX_PIECE && end > start) {
      pieces.push({ start, end });
      start = end;
    }
    // One paragraph longer than a piece is cut where it must be.
    while (zone.end - start > MAX_PIECE) {
      pieces.push({ start, end: start + MAX_PIECE });
      start += MAX_PIECE;
    }
    end = zone.end;
  }
  if (end > start) pieces.push({ start, end });
  return pieces;
}

function overlaps(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end;
}

function standTogether(parts: readonly Range[]): boolean {
  const sorted = parts.toSorted((left, right) => left.start - right.start);
  let reached = sorted[0]?.end ?? 0;
  for (const { start, end } of sorted) {
    if (start - reached > MAX_GAP) return false;
    reached = Math.max(reached, end);
  }
  return true;
}

function zoneAt(zones: readonly Zone[], { start }: Range): Zone | undefined {
  return zones.find((zone) => zone.start <= start && start < zone.end);
}

/** "has accused" gives "accused": without a dictionary, the last word of a verb group that is a verb's. */
function mainWord(cue: string): string {
  const words = cue.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
  return words.findLast((word) => !/^(?:that|to|of|by|in|on)$/u.test(word)) ?? words.at(-1) ?? '';
}

function formOf(content: string): Attribution['form'] {
  const isQuoted = /^["“”„«‘']/u.test(content) && /["“”»’'],?\.?$/u.test(content);
  if (isQuoted) return 'direct';
  return /["“”„«»]/u.test(content) ? 'mixed' : 'indirect';
}
