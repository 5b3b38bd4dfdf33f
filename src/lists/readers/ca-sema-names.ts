// Names of the Canadian list. Its Aliases element is one text with no fixed separator: semicolons, slashes, commas,
// "or", line breaks of a PDF, and labels such as "Belarusian:" all occur. A text is only taken apart where each piece
// can stand as a name; the whole text is kept as the original of every piece. The list does not grade its aliases.
import { languageCode } from '../language-code.ts';

export interface CaName {
  readonly value: string;
  readonly lang?: string;
  /** True for a person's alias of one word, or of parts that may be swapped: it says too little alone. */
  readonly isWeak: boolean;
}

const LABEL =
  /[\s,;]*\b(Belaruss?ian|Russian|Ukrainian|Arabic|Persian|Farsi|Spanish|French)[\s\u00a0]*:\s*/gu;

/** What follows a company's name after a comma without being a name: "КВЗ-Ремсервис, АО". */
const LEGAL_FORM_ALONE =
  /^(?:[ПОЗН]?АО|ООО|ФГУП|некоммерческое партн[её]рство|[PCO]?JSC|LL[CP]|Ltd|Limited|Inc|Co|Corp|S\.?A|GmbH|AG|PLC|OOO|OAO|ZAO|AO|PAO|Pte)\.?(?: Ltd\.?)?$/iu;

/** Small words that a name may begin with. */
const SMALL_BEGINNING = /^(?:al-|el-|l['’]|d['’]|the )/u;

function words(text: string): number {
  return text.trim().split(/\s+/u).filter(Boolean).length;
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}

/** The aliases that a text holds. */
export function caAliases(text: string, isPerson: boolean): CaName[] {
  const labelled = text
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(LABEL, '; $1: ')
    .trim();
  return labelled
    .split(/\s*[;|]\s*/u)
    .flatMap((part) => {
      const [, label, rest = part] = /^(\p{L}+): (.+)$/u.exec(part) ?? [];
      const lang = languageCode(label?.replace('Belarussian', 'Belarusian'));
      const names = lang ? rest : part;
      return pieces(names, isPerson).map((piece) => ({ piece: tidy(piece), lang }));
    })
    .filter(({ piece }) => /\p{L}/u.test(piece))
    .map(({ piece, lang }) => ({
      value: piece,
      ...(lang ? { lang } : {}),
      isWeak: isPerson && (words(piece) === 1 || / or /u.test(piece)),
    }));
}

/** Splits at slashes, then at commas, then at "or", as far as the pieces are names. */
function pieces(text: string, isPerson: boolean): string[] {
  const bySlash = text.split(/\s+\/\s*|\/\s+/u).flatMap((part) => {
    const sides = part.split('/');
    return sides.length === 2 && sides.every((side) => words(side) >= 2) ? sides : [part];
  });
  const byComma = bySlash.flatMap((part) => splitAtCommas(part, isPerson));
  return byComma.flatMap((part) => {
    const sides = part.split(isPerson ? /,? (?:or|and) /u : /,? or /u);
    return sides.every((side) => (isPerson ? words(side) >= 2 : side.trim())) ? sides : [part];
  });
}

/**
 * A person's "Majeed, Abdul" is one name; three pieces, two full names or two scripts are several. Of a body's, no
 * piece may begin with a small letter ("соотечественников, проживающих за рубежом") or be a legal form.
 */
function splitAtCommas(text: string, isPerson: boolean): string[] {
  const parts = text.split(/\s*,\s*(?![^()«»“”]*[)»”])/u).filter(Boolean);
  if (parts.length < 2) return [text];
  if (isPerson) {
    const areFull = parts.every((part) => words(part) >= 2);
    const scripts = new Set(parts.map(isLatin));
    return parts.length > 2 || areFull || scripts.size > 1 ? parts : [text];
  }
  const areNames = parts.every(
    (part) =>
      !LEGAL_FORM_ALONE.test(part) &&
      (!/^\p{Ll}/u.test(part) || SMALL_BEGINNING.test(part)) &&
      !/^and /iu.test(part),
  );
  return areNames ? parts : [text];
}

/** Without a bracket that has no partner, and without "AKA" at its end. */
function tidy(piece: string): string {
  let name = piece.replace(/[\s,]+(?:a\.?k\.?a\.?)?$/iu, '').trim();
  if (name.startsWith('(') && !name.includes(')')) name = name.slice(1);
  if (name.endsWith(')') && !name.includes('(')) name = name.slice(0, -1);
  return name.replace(/^[\s,.]+/u, '').trim();
}

/** The names in the name of a body: its French form after a slash, or another after "also known as" in brackets. */
export function caEntityNames(text: string): string[] {
  const plain = text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
  const [, before, known] = /^(.+?) \((?:also known as|a\.?k\.?a\.?) ([^()]+)\)$/iu.exec(plain) ?? [];
  if (before && known) return [before, known];
  const sides = plain.split(/\s*\/\s*/u);
  return sides.length === 2 && sides.every((side) => words(side) >= 2) ? sides : [plain];
}
