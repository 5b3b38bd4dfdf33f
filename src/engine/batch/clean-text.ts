// Text of a customer's file made fit to be compared and stored: no control characters, no halves of characters.

/** Control characters other than tab and line ends; the mark of an unreadable byte; two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const DAMAGE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD-\uFFFF]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu;

/** True if something in the text was lost on its way, so that it may not be what the customer is called. */
export function isDamaged(text: string): boolean {
  return DAMAGE.test(text) || !text.isWellFormed();
}

/** Without control characters; halves of surrogate pairs become U+FFFD; runs of white space become one space. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '').replace(/\s+/gu, ' ').trim();
}
