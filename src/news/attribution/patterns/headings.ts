// "Minister: Talks Will Go On": a headline, a caption or a line of an interview that names its speaker before a colon.
import type { Token } from '../../document.ts';
import type { Drafts } from '../draft.ts';
import { contentFrom } from '../grammar/clause-ends.ts';

/** A speaker before a colon has no more words than this. */
const LONGEST_SPEAKER = 6;
/** One in capitals before a line of an interview has no more. */
const LONGEST_INITIALS = 3;

export function findHeading(drafts: Drafts, number: number): void {
  const { words } = drafts;
  const { document, lower, quotation, tokens } = words;
  const { firstToken, endToken, zone, paragraph } = document.sentences[number]!;
  if (document.sentences[number - 1]?.paragraph === paragraph || quotation[firstToken]! >= 0) return;
  const colon = lower.slice(firstToken, firstToken + LONGEST_SPEAKER + 1).indexOf(':') + firstToken;
  if (colon <= firstToken || colon + 2 >= endToken || drafts.isTaken(colon)) return;
  const isHeading = number === 0 || /^(?:headline|subhead|deck)$/.test(zone.kind);
  if (!isSpeaker(tokens.slice(firstToken, colon), isHeading)) return;
  const content = contentFrom(words, colon + 1, endToken, 'clause');
  if (!content) return;
  drafts.add({
    source: [{ start: firstToken, end: colon }],
    cue: [{ start: colon, end: colon + 1 }],
    content: [content],
    cueClass: 'say',
    cueLemma: ':',
    rule: 'heading-colon',
  });
}

/** True for a name in a heading; elsewhere for a short one in capitals, as interviews have it. */
function isSpeaker(words: readonly Token[], isHeading: boolean): boolean {
  if (words[0]?.pos === 'NUM') return false;
  if (!isHeading)
    return (
      words.length <= LONGEST_INITIALS &&
      words.every(({ text }) => text === text.toUpperCase() && /^[\p{Lu}&.'’-]/u.test(text))
    );
  return words.every(
    ({ text, pos }) => /^[\p{Lu}&.'’-]/u.test(text) || pos === 'PART' || /^(?:of|the|and)$/.test(text),
  );
}
