// What follows a cue verb: which of its senses fits, where the cue ends and where its content begins.
import type { Complement, VerbSense } from '../cue-lexicon.ts';
import type { ContentKind } from './clause-ends.ts';
import { isOccasion, isTimeWord } from './word-kinds.ts';
import type { Words } from './words.ts';

export interface FoundComplement {
  readonly sense: VerbSense;
  /** Behind the words that belong to the cue. */
  readonly cueEnd: number;
  readonly start: number;
  readonly kind: ContentKind;
}

const QUESTIONS = new Set('whether how why what if who when where which whom whose'.split(' '));
/** The farthest that "that" or a quotation may stand behind its verb: "told a crowd in Ohio on Tuesday that". */
const FARTHEST = 22;

/** The complement behind a verb whose group ends at `end`; undefined if none of the senses finds one before `to`. */
export function complementOf(
  words: Words,
  end: number,
  to: number,
  senses: readonly VerbSense[],
): FoundComplement | undefined {
  const { lower } = words;
  const fitting = senses.filter((sense) =>
    sense.with.every((word, at) => lower[end + at] === word && end + at < to),
  );
  const longest = fitting.reduce((length, sense) => Math.max(length, sense.with.length), 0);
  const ranked = [
    ...fitting.filter((sense) => sense.with.length === longest),
    ...fitting.filter((sense) => sense.with.length < longest),
  ];
  for (const wanted of [
    'quotation',
    'addressee',
    'clause',
    'that',
    'statement',
    'to',
    'state',
    'thing',
    'as',
  ] as const) {
    for (const sense of ranked) {
      if (!sense.takes.has(wanted)) continue;
      const found = complementOfKind(words, end + sense.with.length, to, wanted);
      if (found) return { sense, ...found };
    }
  }
  return undefined;
}

type Place = Omit<FoundComplement, 'sense'>;

function complementOfKind(words: Words, cueEnd: number, to: number, wanted: Complement): Place | undefined {
  switch (wanted) {
    case 'quotation':
      return quotationBehind(words, cueEnd, to);
    case 'clause':
      return clauseBehind(words, cueEnd, to);
    case 'addressee':
      return behindAddressee(words, cueEnd, to);
    case 'that':
      return words.lower[cueEnd] === 'that' && words.pos[cueEnd] === 'SCONJ'
        ? { cueEnd, start: cueEnd, kind: 'clause' }
        : undefined;
    case 'as':
      return startsPhrase(words, cueEnd, to) && hasAs(words, cueEnd, to)
        ? { cueEnd, start: cueEnd, kind: 'thing' }
        : undefined;
    case 'state':
      return startsState(words, cueEnd, to) ? { cueEnd, start: cueEnd, kind: 'thing' } : undefined;
    case 'statement':
      return barePhrase(words, cueEnd, to);
    case 'to': {
      const { lower, pos } = words;
      const at = pos[cueEnd] === 'ADV' ? cueEnd + 1 : cueEnd;
      const isInfinitive =
        lower[at] === 'to' && at + 1 < to && (/^(?:VERB|AUX)$/.test(pos[at + 1]!) || pos[at] === 'PART');
      return isInfinitive ? { cueEnd, start: at, kind: 'to' } : undefined;
    }
    case 'thing':
      return startsPhrase(words, cueEnd, to) ? { cueEnd, start: cueEnd, kind: 'thing' } : undefined;
  }
}

/** A quotation at once, behind a comma or a colon, or behind when and where it was said. */
function quotationBehind(words: Words, cueEnd: number, to: number): Place | undefined {
  const { lower } = words;
  if (lower[cueEnd] === ':')
    return cueEnd + 1 < to ? { cueEnd: cueEnd + 1, start: cueEnd + 1, kind: 'quotation' } : undefined;
  const start = lower[cueEnd] === ',' ? cueEnd + 1 : cueEnd;
  if (opensQuotation(words, start, to))
    return { cueEnd, start, kind: start === cueEnd ? 'clause' : 'quotation' };
  for (let at = cueEnd; at < to && at < cueEnd + FARTHEST; at += 1) {
    const word = lower[at]!;
    if (opensQuotation(words, at, to) && /^[,:]$/.test(lower[at - 1]!))
      return { cueEnd, start: at, kind: 'quotation' };
    if (word === ':') {
      const isQuoted = opensQuotation(words, at + 1, to);
      return isQuoted
        ? { cueEnd: at - cueEnd < 5 ? at + 1 : cueEnd, start: at + 1, kind: 'quotation' }
        : undefined;
    }
    if (breaksAdjunct(words, at)) return undefined;
  }
  return undefined;
}

function clauseBehind(words: Words, cueEnd: number, to: number): Place | undefined {
  const { lower, pos } = words;
  let at = cueEnd;
  while (pos[at] === 'ADV' && at < to && !QUESTIONS.has(lower[at]!) && at < cueEnd + 2) at += 1;
  if (at >= to) return undefined;
  if (beginsClause(words, at, to)) return { cueEnd, start: at, kind: 'clause' };
  for (at = cueEnd; at < to && at < cueEnd + FARTHEST; at += 1) {
    if (lower[at] === 'that' && at > cueEnd && isConjunction(words, at))
      return { cueEnd, start: at, kind: 'clause' };
    if (breaksAdjunct(words, at)) return undefined;
    // "said on Tuesday he would go"
    if (
      isTimeWord(lower[at]!) &&
      at + 1 < to &&
      !isTimeWord(lower[at + 1]!) &&
      at < cueEnd + 5 &&
      beginsClause(words, at + 1, to)
    ) {
      return { cueEnd, start: at + 1, kind: 'clause' };
    }
  }
  return undefined;
}

/** "that" as the tagger says, or behind "on Monday" whatever it says, if no verb or name follows at once. */
function isConjunction({ pos, lower }: Words, at: number): boolean {
  if (pos[at] === 'SCONJ') return true;
  return isTimeWord(lower[at - 1]!) && !/^(?:VERB|AUX|PUNCT)$/.test(pos[at + 1] ?? 'PUNCT');
}

/** Behind a verb that takes no thing, a phrase begins a clause even where its verb was not known as one. */
function barePhrase(words: Words, at: number, to: number): Place | undefined {
  const isCondition = /^(?:because|if|unless|although|while|when)$/.test(words.lower[at] ?? '');
  const isCompound = words.lower[at + 1] === '-';
  if (
    at + 1 >= to ||
    !(isCondition || isCompound || startsPhrase(words, at, to)) ||
    /^(?:him|them|me|us)$/.test(words.lower[at]!)
  )
    return undefined;
  return { cueEnd: at, start: at, kind: 'clause' };
}

/** True for a word that no adjunct between a verb and its content has. */
function breaksAdjunct({ pos, lower, form, tokens }: Words, at: number): boolean {
  if (lower[at - 1] === '-' && tokens[at - 1]!.end === tokens[at]!.start) return false;
  if (pos[at] === 'AUX') return true;
  if (pos[at] === 'VERB') return form[at] !== 'gerund' && form[at] !== 'past' && form[at] !== 'participle';
  if (pos[at] === 'SCONJ' && lower[at] !== 'that') return true;
  return /^(?:[.;:]|and|but|he|she|they|we|i|which|who)$/.test(lower[at]!);
}

/** "told reporters that", "asked him whether", "urged them to": the content stands behind somebody. */
function behindAddressee(words: Words, cueEnd: number, to: number): Place | undefined {
  const { lower, pos } = words;
  let hasSomebody = false;
  for (let at = cueEnd; at < to && at < cueEnd + FARTHEST; at += 1) {
    const word = lower[at]!;
    const tag = pos[at]!;
    const isPronoun = at === cueEnd && tag === 'PRON' && /^(?:him|her|them|me|us|you|it|people)$/.test(word);
    if (hasSomebody) {
      if (opensQuotation(words, at, to))
        return {
          cueEnd,
          start: at,
          kind: lower[at - 1] === ',' || lower[at - 1] === ':' ? 'quotation' : 'clause',
        };
      if (
        beginsClause(words, at, to) &&
        !(tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM')
      )
        return { cueEnd, start: at, kind: 'clause' };
      // "urged them to": who is to do it belongs to the content.
      const isInfinitive = /^(?:VERB|AUX)$/.test(pos[at + 1] ?? '') || pos[at] === 'PART';
      if (word === 'to' && isInfinitive) return { cueEnd, start: cueEnd, kind: 'to' };
      if (word === 'about' || word === 'of')
        return at - cueEnd < 6 ? { cueEnd, start: at, kind: 'thing' } : undefined;
    }
    if (isPronoun || tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM' || (tag === 'PRON' && at === cueEnd))
      hasSomebody = true;
    else if (breaksAdjunct(words, at) || (tag === 'VERB' && !hasSomebody)) return undefined;
  }
  return undefined;
}

/** A finite verb farther behind is no longer looked for. */
const FARTHEST_VERB = 24;
const OBJECT_FORM = /^(?:him|them|me|us|himself|herself|themselves|itself|myself)$/;
const SUBJECT_FORM = /^(?:he|she|it|they|we|i|you)$/;

/** True if "that", a question word, or a subject with its finite verb begins at `at`. */
export function beginsClause(words: Words, at: number, to: number): boolean {
  const { lower, pos, quotation } = words;
  const word = lower[at]!;
  if (word === 'that')
    return pos[at] === 'SCONJ' || !/^(?:VERB|AUX|PUNCT|ADP|CCONJ|ADV)$/.test(pos[at + 1] ?? 'PUNCT');
  if (QUESTIONS.has(word)) return at + 1 < to;
  if (!/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|ADV|PUNCT)$/.test(pos[at]!) || OBJECT_FORM.test(word)) return false;
  if (pos[at] === 'PUNCT' && quotation[at]! < 0) return false;
  const limit = Math.min(to, at + FARTHEST_VERB);
  let hasSubject = false;
  for (let next = at; next < limit; next += 1) {
    const tag = pos[next]!;
    if (tag === 'AUX') return hasSubject && !/^(?:be|been|being|having)$/.test(lower[next]!);
    if (tag === 'VERB') {
      const isMain = isFiniteVerb(words, next, hasSubject);
      if (isMain !== undefined) return isMain;
      continue;
    }
    if (next > at && opensRelative(words, next, hasSubject)) {
      next = lastVerbOf(words, next + 1, limit);
      continue;
    }
    if (endsSubject(words, next, hasSubject)) return false;
    if (/^(?:NOUN|PROPN|PRON|NUM|DET|X)$/.test(tag)) hasSubject = true;
  }
  return false;
}

/** Whether the verb at `at` is the finite one of a subject before it; undefined if it describes a noun. */
function isFiniteVerb({ lower, pos, form }: Words, at: number, hasSubject: boolean): boolean | undefined {
  const before = pos[at - 1] ?? '';
  if (lower[at - 1] === 'to') return false;
  switch (form[at]) {
    case 'gerund':
      return /^(?:DET|ADJ)$/.test(before) ? undefined : false;
    case 'base':
      return hasSubject && /^(?:NOUN|PRON|PROPN|ADV|DET)$/.test(before);
    case 'past':
    case 'participle':
      if (before === 'DET' || before === 'ADJ') return undefined;
      return hasSubject && lower[at + 1] !== 'by' && form[at] === 'past';
    default:
      return hasSubject;
  }
}

/** A relative clause inside the subject: "the men who …", "the weapons it needs". */
function opensRelative({ lower }: Words, at: number, hasSubject: boolean): boolean {
  if (/^(?:that|which|who|whose)$/.test(lower[at]!)) return true;
  return hasSubject && SUBJECT_FORM.test(lower[at]!) && lower[at - 1] !== ',';
}

/** The last token of the first verb group from `start` on. */
function lastVerbOf({ pos }: Words, start: number, limit: number): number {
  let verb = start;
  while (verb < limit && pos[verb] !== 'VERB' && pos[verb] !== 'AUX') verb += 1;
  while (verb + 1 < limit && /^(?:VERB|AUX|PART)$/.test(pos[verb + 1]!)) verb += 1;
  return verb;
}

/** True for a mark or a word behind which no verb of the subject before can stand. */
function endsSubject({ lower, pos }: Words, at: number, hasSubject: boolean): boolean {
  const [word, next] = [lower[at]!, pos[at + 1] ?? ''];
  switch (pos[at]) {
    case 'PUNCT':
      if (word !== ',') return /^[;:.]$/.test(word);
      return hasSubject && (/^(?:CCONJ|SCONJ|ADV)$/.test(next) || SUBJECT_FORM.test(lower[at + 1] ?? ''));
    case 'CCONJ':
      // Behind "but", or behind "and" with a subject or a verb of its own, stands another clause.
      return word === 'but' || !/^(?:NOUN|PROPN|ADJ|DET|NUM|ADV)$/.test(next);
    case 'PART':
      return word === 'to';
    default:
      return false;
  }
}

function opensQuotation({ document, tokens, quotation }: Words, at: number, to: number): boolean {
  const number = at < to ? quotation[at]! : -1;
  return number >= 0 && tokens[at]!.start === document.quotations[number]!.start;
}

/** "seemed tired", "looks more like a plan": not "looked at". */
function startsState({ pos, lower }: Words, at: number, to: number): boolean {
  const next = pos[at] === 'ADV' ? at + 1 : at;
  return (
    next < to &&
    (pos[next] === 'ADJ' ||
      /^(?:like|as)$/.test(lower[next]!) ||
      (pos[next] === 'DET' && /^(?:an?)$/.test(lower[next]!)))
  );
}

/** Between a thing and the "as" that says how it is seen stand no more tokens. */
const FARTHEST_AS = 16;

/** "sees the plan as a threat" */
function hasAs({ lower, pos }: Words, start: number, to: number): boolean {
  for (let at = start + 1; at < to && at < start + FARTHEST_AS; at += 1) {
    if (lower[at] === 'as') return lower[at + 1] !== 'well' && lower[at - 1] !== 'such';
    if (pos[at] === 'PUNCT' && !/^[-'’"“”]$/.test(lower[at]!)) return false;
  }
  return false;
}

function startsPhrase(words: Words, at: number, to: number): boolean {
  const { pos, lower, form } = words;
  if (at >= to) return false;
  const tag = pos[at]!;
  if (opensQuotation(words, at, to) || lower[at] === 'so') return true;
  if (isTimeWord(lower[at]!) && tag !== 'DET') return false;
  if (tag === 'DET' && isTimeWord(lower[at + 1] ?? '')) return false;
  if (isOccasion(lower[at]!) && tag === 'X') return false;
  if (tag === 'VERB') return form[at] === 'gerund' || QUESTIONS.has(lower[at]!);
  return /^(?:DET|NOUN|PROPN|ADJ|NUM|PRON|X|SYM)$/.test(tag) || QUESTIONS.has(lower[at]!);
}
