// "He", "his", "her": each tied to the one person that it can mean, and left out where it could mean two. Looks in its own
// sentence, then in the two before, not further than a paragraph back, and only on its own side of quotation marks.
import type { Document } from '../document.ts';
import type { Draft, DraftMention } from './draft.ts';
import type { Gender } from './roles.ts';
import type { Word } from './words.ts';

/** Sentences that a pronoun looks back. */
const MOST_BACK = 2;
/** Sentences within which somebody else of its gender makes it doubtful. */
const NEAR = 3;

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);
/** Words between which and an object a clause of its own has begun. */
const CLAUSE = /^(?:that|who|which|when|while|as|because|if|after|before|under|and)$/u;

interface Named {
  readonly draft: Draft;
  readonly mention: DraftMention;
}

/** Adds the pronouns to the people that they mean. */
export function addPronouns(people: readonly Draft[], words: readonly Word[], document: Document): void {
  const lines: Named[][] = document.sentences.map(() => []);
  for (const draft of people)
    for (const mention of draft.mentions) lines[words[mention.from]!.sentence]!.push({ draft, mention });
  for (const [at, word] of words.entries()) {
    const gender = PRONOUNS.get(word.key);
    const draft = gender && meantBy(at, gender);
    if (!draft) continue;
    draft.gender ??= gender;
    const mention: DraftMention = {
      start: word.start,
      end: word.end,
      kind: 'pronoun',
      from: at,
      to: at + 1,
      tokens: [],
    };
    draft.mentions.push(mention);
    // The next sentence goes on from here.
    lines[word.sentence]!.push({ draft, mention });
  }

  function meantBy(at: number, gender: Gender): Draft | undefined {
    const { start, key, sentence } = words[at]!;
    const quotation = quotationAt(document, start);
    const fits = ({ draft, mention }: Named) =>
      mention.end <= start &&
      (draft.gender === undefined || draft.gender === gender) &&
      quotationAt(document, mention.start) === quotation;
    const own = lines[sentence]!.filter(fits);
    // "Judge Ana Morales will sentence him": an object is not the subject of its clause.
    if (key === 'him' && own.length > 0 && !hasClauseBefore(words, at)) return undefined;
    if (own.length > 0) return onlyOne(own);
    const { paragraph } = document.sentences[sentence]!;
    for (let back = sentence - 1; back >= Math.max(0, sentence - MOST_BACK); back -= 1) {
      if (paragraph - document.sentences[back]!.paragraph > 1) return undefined;
      const line = lines[back]!.filter(fits);
      if (line.length === 0) continue;
      const draft = onlyOne(line);
      // It may as well be someone else near by whom the article has called so.
      return draft?.gender === undefined && isSomeoneNear(gender, sentence) ? undefined : draft;
    }
    return undefined;
  }

  function isSomeoneNear(gender: Gender, sentence: number): boolean {
    return lines
      .slice(Math.max(0, sentence - NEAR), sentence)
      .some((line) => line.some(({ draft }) => draft.gender === gender));
  }
}

/** Number of the quotation around an offset; -1 outside of all. */
function quotationAt({ quotations }: Document, offset: number): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < quotations.length && quotations[low]!.start <= offset ? low : -1;
}

/** A comma or a conjunction stands before it in its sentence, after which a clause of its own may have begun. */
function hasClauseBefore(words: readonly Word[], at: number): boolean {
  for (let index = at; index > 0 && words[index - 1]!.sentence === words[at]!.sentence; index -= 1)
    if (/[,;:—]/u.test(words[index]!.before) || CLAUSE.test(words[index - 1]!.key)) return true;
  return false;
}

function onlyOne(line: readonly Named[]): Draft | undefined {
  const [first, ...rest] = line;
  return rest.every(({ draft }) => draft === first!.draft) ? first!.draft : undefined;
}
