// Statements that a language model proposes, as far as they hold: each of its words stands in the article, its parts
// belong together, none of it is boilerplate, and the rules have not found it already. What they mean (event, modality,
// official act, grade) is for the same rules to say that judge every other claim; a model's word decides nothing.
import type { Article, CueClass, Zone } from '../../model/reading.ts';
import { adjectiveSense, nounSense, sensesOf, verbForm } from '../attribution/cue-lexicon.ts';
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

export interface Proposals {
  /** In the order of the text. */
  readonly attributions: readonly Attribution[];
  readonly rejected: readonly Rejection[];
  /** Parts of the article that were not asked about. */
  readonly unread: readonly Range[];
}

/** The name of the rule in the provenance of what comes of a proposal. */
export const PROPOSAL_RULE = 'language-model';

/**
 * Asks the model about an article.
 *
 * @param known attributions that the rules have found; what has the cue of one of them is rejected
 * @throws InterdictError MODEL_UNAVAILABLE, MODEL_ANSWER_INVALID; the signal's reason if it was given
 */
export async function proposeClaims(
  article: Pick<Article, 'text' | 'zones'>,
  model: LanguageModel,
  known: readonly Attribution[] = [],
  signal?: AbortSignal,
): Promise<Proposals> {
  const pieces = piecesOf(article.text, article.zones);
  const attributions: Attribution[] = [];
  const rejected: Rejection[] = [];
  const taken = known.flatMap(({ cue }) => cue);
  for (const piece of pieces.slice(0, MAX_PIECES)) {
    const messages = claimPrompt(article.text.slice(piece.start, piece.end));
    const answer = readAnswer(await model.complete(messages, signal));
    rejected.push(...answer.rejected);
    for (const claim of answer.claims) {
      const outcome = attributionFrom(claim, article, piece, taken);
      if (typeof outcome === 'string') rejected.push({ claim: claim.claim, reason: outcome });
      else {
        attributions.push(outcome);
        taken.push(...outcome.cue);
      }
    }
  }
  attributions.sort((one, other) => one.content[0]!.start - other.content[0]!.start);
  return { attributions, rejected, unread: pieces.slice(MAX_PIECES) };
}

/** What is proposed as an attribution, or why it does not hold. */
function attributionFrom(
  claim: AnsweredClaim,
  { text, zones }: Pick<Article, 'text' | 'zones'>,
  piece: Range,
  taken: readonly Range[],
): Attribution | string {
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
  return {
    source: source ? [source] : [],
    cue: [cue],
    content: [content],
    ...meaningOf(text.slice(cue.start, cue.end), claim.cueClass),
    form: formOf(text.slice(content.start, content.end)),
    rule: PROPOSAL_RULE,
  };
}

/** Words that stand in several places of the article ("said") and once beside the content. */
function besides(text: string, { text: words }: ProposedSpan, content: Range | undefined): Range | undefined {
  if (!content) return undefined;
  const before = { start: Math.max(0, content.start - MAX_BESIDE), end: content.start };
  const after = { start: content.end, end: content.end + MAX_BESIDE };
  const found = [before, after].map((range) => locateWithin(text, words, range));
  return found[0] && found[1] ? undefined : (found[0] ?? found[1]);
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

/**
 * "has accused" gives "accuse": the last word of the cue that the lexicon knows, else its last word that is
 * no preposition. The class is the
 * model's if the word may have it; a word that the lexicon does not know is taken at the model's word.
 */
function meaningOf(cue: string, proposed: CueClass): { cueLemma: string; cueClass: CueClass } {
  const words = cue.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
  const main = words.findLast((word) => !/^(?:that|to|of|by|in|on)$/u.test(word));
  const known = words.map(sensesOfWord).findLast(({ classes }) => classes.length > 0);
  const [first] = known?.classes ?? [];
  return {
    cueLemma: known?.lemma ?? main ?? words.at(-1) ?? '',
    cueClass: first === undefined || known?.classes.includes(proposed) ? proposed : first,
  };
}

function sensesOfWord(word: string): { readonly lemma: string; readonly classes: readonly CueClass[] } {
  const verb = verbForm(word)?.lemma;
  const senses = verb === undefined ? [] : sensesOf(verb);
  if (verb !== undefined && senses.length > 0)
    return { lemma: verb, classes: senses.map((sense) => sense.class) };
  const other = nounSense(word) ?? adjectiveSense(word);
  return { lemma: other?.lemma ?? word, classes: other ? [other.class] : [] };
}

function formOf(content: string): Attribution['form'] {
  const isQuoted = /^["“”„«‘']/u.test(content) && /["“”»’'],?\.?$/u.test(content);
  if (isQuoted) return 'direct';
  return /["“”„«»]/u.test(content) ? 'mixed' : 'indirect';
}
