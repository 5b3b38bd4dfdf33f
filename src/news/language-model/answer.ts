// Reads a language model's answer strictly: one JSON object with a list of claims, each of known fields and kinds.
// What is not of the form is rejected with its reason and number; nothing is guessed or mended. That its words stand
// in the article is checked elsewhere.
import { InterdictError } from '../../model/errors.ts';
import { CUE_CLASSES, type CueClass } from '../../model/reading.ts';

/** Words of the article with the place where the model believes them to be. */
export interface ProposedSpan {
  readonly text: string;
  readonly start?: number;
}

export interface AnsweredClaim {
  readonly source?: ProposedSpan;
  readonly cue: ProposedSpan;
  readonly cueClass: CueClass;
  readonly content: ProposedSpan;
}

export interface Rejection {
  /** Number of the claim in the answer, from 0. */
  readonly claim: number;
  readonly reason: string;
}

/** Claims in one answer; the two reports that this project began from have 38 together. */
const MAX_CLAIMS = 300;
/** UTF-16 units of one span; the longest quotations are a paragraph. */
const MAX_SPAN = 4_000;

/** What is wrong with one claim; caught where claims are numbered. */
class Malformed {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** @throws InterdictError MODEL_ANSWER_INVALID if the answer as a whole is not of the form */
export function readAnswer(answer: string): {
  readonly claims: readonly (AnsweredClaim & { readonly claim: number })[];
  readonly rejected: readonly Rejection[];
} {
  const { claims } = record(json(answer)) ?? {};
  if (!Array.isArray(claims)) {
    throw new InterdictError('MODEL_ANSWER_INVALID', 'The language model answered without a list of claims.');
  }
  if (claims.length > MAX_CLAIMS) {
    const message = `The language model proposes ${claims.length} claims; the limit is ${MAX_CLAIMS}.`;
    throw new InterdictError('MODEL_ANSWER_INVALID', message);
  }
  const read: (AnsweredClaim & { claim: number })[] = [];
  const rejected: Rejection[] = [];
  for (const [claim, value] of claims.entries()) {
    try {
      read.push({ claim, ...claimFrom(value) });
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      rejected.push({ claim, reason: error.reason });
    }
  }
  return { claims: read, rejected };
}

/** The answer as JSON; models like to put it between fences. */
function json(answer: string): unknown {
  const bare = answer
    .trim()
    .replace(/^```(?:json)?\s*\n/iu, '')
    .replace(/\n\s*```$/u, '');
  try {
    return JSON.parse(bare);
  } catch (error) {
    throw new InterdictError(
      'MODEL_ANSWER_INVALID',
      'The language model answered with something that is no JSON.',
      {},
      {
        cause: error,
      },
    );
  }
}

function claimFrom(value: unknown): AnsweredClaim {
  const claim = record(value);
  if (!claim) throw new Malformed('it is no object');
  const { source, cue, cueClass, content } = claim;
  return {
    ...(source === undefined || source === null ? {} : { source: spanFrom(source, 'source') }),
    cue: spanFrom(cue, 'cue'),
    cueClass: cueClassFrom(cueClass),
    content: spanFrom(content, 'content'),
  };
}

function spanFrom(value: unknown, field: string): ProposedSpan {
  const { text, start } = record(value) ?? {};
  if (typeof text !== 'string' || text.trim() === '') throw new Malformed(`its ${field} has no text`);
  if (text.length > MAX_SPAN) throw new Malformed(`its ${field} is over ${MAX_SPAN} characters long`);
  // Models count badly, and some not at all: the words are looked for anyway.
  const isPlace = typeof start === 'number' && Number.isSafeInteger(start) && start >= 0;
  return isPlace ? { text, start } : { text };
}

function cueClassFrom(value: unknown): CueClass {
  const found = CUE_CLASSES.find((known) => known === value);
  if (found === undefined) throw new Malformed('its cueClass is not one of those known');
  return found;
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
