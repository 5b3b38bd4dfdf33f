// Text for a PDF: characters that the typeface lacks are written in Latin letters, and words of scripts that run from
// right to left are put in the order of the line, since the writer of the PDF knows no direction but that of a word.
import { romanise } from '../../../names/script/index.ts';
import { plainText } from './document.ts';

/** Tells whether the typeface has a character. */
export type HasGlyph = (codePoint: number) => boolean;

const LETTER = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';
const WORD = `${LETTER}(?:${LETTER}|\\p{M})*`;
/** Words of the scripts that run from right to left, with what joins them. */
const RIGHT_TO_LEFT_RUN = new RegExp(`${WORD}(?:[ ’'-]+${WORD})*`, 'gu');

/** A text as the PDF gets it, and whether characters were replaced. */
export function pdfText(
  text: string,
  hasGlyph: HasGlyph,
): { readonly text: string; readonly isReplaced: boolean } {
  const plain = plainText(text);
  const replaced = withKnownCharacters(plain, hasGlyph);
  return { text: inLineOrder(replaced), isReplaced: replaced !== plain };
}

/** Stretches of characters that the typeface lacks, each as `[romanised]`, or as code points if that says nothing. */
function withKnownCharacters(text: string, hasGlyph: HasGlyph): string {
  let result = '';
  let lacking = '';
  const flush = (): void => {
    if (lacking !== '') result += latin(lacking);
    lacking = '';
  };
  for (const character of text) {
    const isKnown = character === ' ' || hasGlyph(character.codePointAt(0)!);
    if (!isKnown || (lacking !== '' && /\p{M}/u.test(character))) lacking += character;
    else {
      flush();
      result += character;
    }
  }
  flush();
  return result;
}

function latin(text: string): string {
  // Joiners and variation selectors only say how other characters look.
  if (/^(?:\p{Cf}|\p{Variation_Selector})+$/u.test(text)) return '';
  const [romanised] = romanise(text);
  if (romanised) return `[${romanised}]`;
  const codes = [...text].map(
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `[${codes.join(' ')}]`;
}

/**
 * The writer of the PDF goes to the right word by word, each with the blank behind it, and turns the letters of a word
 * and its blank round. So a run of such words is given last word first, with one more blank behind it.
 */
function inLineOrder(text: string): string {
  return text.replace(RIGHT_TO_LEFT_RUN, (run, at: number) => {
    const turned = run.split(' ').reverse().join(' ');
    return text[at + run.length] === ' ' ? `${turned} ` : turned;
  });
}
