// Which writing system a character, a text or a stretch of it belongs to. By code point ranges (Unicode 16 blocks),
// coarse on purpose: it chooses a romaniser, it does not prove a language.

export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'armenian'
  | 'georgian'
  | 'arabic'
  | 'hebrew'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'devanagari'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'oriya'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'malayalam'
  | 'sinhala'
  | 'thai'
  | 'lao'
  | 'burmese'
  | 'khmer'
  | 'ethiopic'
  /** A letter of a writing system that is not in this list. */
  | 'other';

/** [first, last, script], sorted. A range may hold characters that are no letters; `scriptOfCode` asks for letters. */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x0041, 0x024f, 'latin'],
  [0x0250, 0x02ff, 'latin'],
  [0x0370, 0x03ff, 'greek'],
  [0x0400, 0x052f, 'cyrillic'],
  [0x0530, 0x058f, 'armenian'],
  [0x0590, 0x05ff, 'hebrew'],
  [0x0600, 0x06ff, 'arabic'],
  [0x0750, 0x077f, 'arabic'],
  [0x0870, 0x08ff, 'arabic'],
  [0x0900, 0x097f, 'devanagari'],
  [0x0980, 0x09ff, 'bengali'],
  [0x0a00, 0x0a7f, 'gurmukhi'],
  [0x0a80, 0x0aff, 'gujarati'],
  [0x0b00, 0x0b7f, 'oriya'],
  [0x0b80, 0x0bff, 'tamil'],
  [0x0c00, 0x0c7f, 'telugu'],
  [0x0c80, 0x0cff, 'kannada'],
  [0x0d00, 0x0d7f, 'malayalam'],
  [0x0d80, 0x0dff, 'sinhala'],
  [0x0e00, 0x0e7f, 'thai'],
  [0x0e80, 0x0eff, 'lao'],
  [0x1000, 0x109f, 'burmese'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x139f, 'ethiopic'],
  [0x1780, 0x17ff, 'khmer'],
  [0x1c80, 0x1c8f, 'cyrillic'],
  [0x1c90, 0x1cbf, 'georgian'],
  [0x1d00, 0x1dbf, 'latin'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2c60, 0x2c7f, 'latin'],
  [0x2d00, 0x2d2f, 'georgian'],
  [0x2d80, 0x2ddf, 'ethiopic'],
  [0x2de0, 0x2dff, 'cyrillic'],
  [0x2e80, 0x2fdf, 'han'],
  [0x3005, 0x3007, 'han'],
  [0x3021, 0x3029, 'han'],
  [0x303b, 0x303b, 'han'],
  [0x3041, 0x30ff, 'kana'],
  [0x3130, 0x318f, 'hangul'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xa640, 0xa69f, 'cyrillic'],
  [0xa722, 0xa7ff, 'latin'],
  [0xa960, 0xa97f, 'hangul'],
  [0xa9e0, 0xa9ff, 'burmese'],
  [0xaa60, 0xaa7f, 'burmese'],
  [0xab00, 0xab2f, 'ethiopic'],
  [0xab30, 0xab6f, 'latin'],
  [0xac00, 0xd7ff, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb00, 0xfb06, 'latin'],
  [0xfb13, 0xfb17, 'armenian'],
  [0xfb1d, 0xfb4f, 'hebrew'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfeff, 'arabic'],
  [0xff21, 0xff5a, 'latin'],
  [0xff66, 0xff9f, 'kana'],
  [0xffa0, 0xffdc, 'hangul'],
  [0x1b000, 0x1b16f, 'kana'],
  [0x20000, 0x3ffff, 'han'],
];

const LETTER = /[\p{L}\p{M}\p{Nl}]/u;
export const LAST_OF_BASIC_PLANE = 0xffff;
/** The scripts that a number stands for in `known`; the first two stand for "not asked yet" and "no letter". */
const scripts: readonly (Script | undefined)[] = [
  ...[undefined, undefined],
  ...new Set(RANGES.map(([, , script]) => script)),
  'other',
];
const NO_LETTER = 1;
/** Where the basic plane's answers are kept once found. */
const known = new Uint8Array(LAST_OF_BASIC_PLANE + 1);

function findScript(code: number): Script | undefined {
  if (!LETTER.test(String.fromCodePoint(code))) return undefined;
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, script] = RANGES[middle]!;
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return script;
  }
  return 'other';
}

/** The script of one code point; undefined for what is no letter and no vowel sign (digits, spaces, punctuation). */
export function scriptOfCode(code: number): Script | undefined {
  if (code > LAST_OF_BASIC_PLANE) return findScript(code);
  if (known[code] === 0) known[code] = Math.max(NO_LETTER, scripts.indexOf(findScript(code)));
  return scripts[known[code]!];
}

/** A stretch of one script: UTF-16 offsets into the text, end exclusive. */
export interface ScriptRun {
  readonly script: Script;
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of one script each, in order. What is no letter belongs to none and parts nothing: `Ян-Ли 2` is one
 * run from its first letter to its last.
 */
export function scriptRuns(text: string): readonly ScriptRun[] {
  const runs: { script: Script; start: number; end: number }[] = [];
  let offset = 0;
  for (const character of text) {
    const script = scriptOfCode(character.codePointAt(0)!);
    const end = offset + character.length;
    const last = runs.at(-1);
    if (script !== undefined) {
      if (last?.script === script) last.end = end;
      else runs.push({ script, start: offset, end });
    }
    offset = end;
  }
  return runs;
}

/** The script that most letters of the text are of (the earlier one if two tie); undefined if it holds no letter. */
export function scriptOf(text: string): Script | undefined {
  const counts = new Map<Script, number>();
  let current: Script | undefined;
  let length = 0;
  const endRun = (): void => {
    if (current !== undefined) counts.set(current, (counts.get(current) ?? 0) + length);
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!;
    if (code > LAST_OF_BASIC_PLANE) at += 1;
    const script = scriptOfCode(code);
    if (script === undefined) continue;
    if (script !== current) {
      endRun();
      current = script;
      length = 0;
    }
    length += 1;
  }
  endRun();
  let best: Script | undefined;
  for (const [script, count] of counts) if (best === undefined || count > counts.get(best)!) best = script;
  return best;
}
