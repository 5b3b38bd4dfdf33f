// Takes a name apart: every rendering of it becomes a form, and every word of a form a token with its role.
// Person names and organisation names are read with different knowledge; a name whose bearer is not known is read
// as an organisation's. Pure: the same name always gives the same forms.
import {
  givenNameIds,
  isCompound,
  isPatronymic,
  isShipPrefix,
  isTailNumber,
  isWellKnownName,
  joinCompounds,
  matchLegalForm,
  matchNumeral,
  matchOrgWord,
  opensName,
  orgStopword,
  personWord,
  surnameStem,
  wordStem,
} from '../knowledge/index.ts';
import { type Rendering, romaniseForms, type Script, scriptOf } from '../script/index.ts';
import { soundKey } from '../sound/sound-key.ts';
import { MAX_TOKENS, type NameForm, type NameKind, type NameToken, type TokenRole } from './token.ts';
import { weightOf } from './weight.ts';

export interface AnalyseOptions {
  /** Languages that the name may be in, as ISO 639 codes; narrows the renderings. */
  readonly languages?: readonly string[];
  /** Renderings at most. @default 6 */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 6;
/** Names given at once, apart by slashes, at most; with more, the slashes are part of one name. */
const MAX_ALTERNATIVES = 4;
const NO_KEY = new Uint8Array();
const NO_FAMILIES: readonly number[] = [];

/** Scripts whose characters are compared as they are, beside their romanisation. */
const NATIVE_SCRIPTS: ReadonlySet<Script> = new Set(['han', 'kana', 'hangul']);

/**
 * The forms of a name, the most usual rendering first.
 * @returns an empty list if the text holds no letter and no digit
 */
export function analyseName(name: string, kind: NameKind, options: AnalyseOptions = {}): NameForm[] {
  const forms = renderForms(kind === 'person' ? inOrderOfSpeech(name) : name, kind, options).map((form) => ({
    ...form,
    surface: name,
  }));
  // "Al-Qa'ida/Islamic Army" gives two names at once; each is a form beside the whole.
  const alternatives = name.split(/\s*\/\s*/u).filter((part) => /\p{L}{2}/u.test(part));
  if (kind === 'organisation' && alternatives.length > 1 && alternatives.length <= MAX_ALTERNATIVES) {
    for (const part of alternatives) forms.push(...renderForms(part, kind, options));
  }
  return forms;
}

/** "RAHMAN YASIN, Abdul" is Abdul RAHMAN YASIN: without that, a compound that the comma cuts is not seen. */
function inOrderOfSpeech(name: string): string {
  const parts = name.split(/\s*[,،、]\s*/u).filter(Boolean);
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name;
}

function renderForms(name: string, kind: NameKind, options: AnalyseOptions): NameForm[] {
  const forms: NameForm[] = [];
  const seen = new Set<string>();
  const script = scriptOf(name);
  const isNative = script !== undefined && NATIVE_SCRIPTS.has(script);
  const renderings = romaniseForms(name, {
    limit: options.limit ?? DEFAULT_LIMIT,
    ...(options.languages ? { languages: options.languages } : {}),
  });
  for (const rendering of renderings) {
    const tokens = tokensOf(rendering, name, kind);
    const identity = tokens.map((token) => `${token.text}/${token.role}`).join(' ');
    if (tokens.length === 0 || seen.has(identity)) continue;
    seen.add(identity);
    forms.push({ surface: name, text: rendering.text, kind: rendering.kind, isLossy: isNative, tokens });
    const closed = closeParticles(rendering, name, kind);
    if (closed)
      forms.push({
        surface: name,
        text: rendering.text,
        kind: rendering.kind,
        isLossy: isNative,
        tokens: closed,
      });
  }
  if (isNative) {
    const tokens = nativeTokens(name);
    if (tokens.length > 0) forms.push({ surface: name, text: name, kind: 'native', isLossy: false, tokens });
  }
  return forms;
}

/** The words of a rendering: apart at blanks and hyphens, apostrophes closed up. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll("'", '')
    .split(/[\s-]+/u)
    .filter(Boolean);
}

function tokensOf(rendering: Rendering, surface: string, kind: NameKind): NameToken[] {
  const words = wordsOf(rendering.text);
  const sources = sourceWords(surface, words.length);
  if (kind === 'object' && isTailNumber(surface)) return [tailNumber(words.join(''), surface)];
  const tokens = kind === 'person' ? personTokens(words, sources) : organisationTokens(words, sources, kind);
  return tokens.slice(0, MAX_TOKENS);
}

/** The tokens with particles closed up to the name behind them, as Vanderbilt stands beside Van der Bilt. */
function closeParticles(rendering: Rendering, surface: string, kind: NameKind): NameToken[] | undefined {
  const words = wordsOf(rendering.text);
  const closed: string[] = [];
  let open = '';
  for (const [at, word] of words.entries()) {
    const isParticle = personWord(word)?.kind === 'nobiliary' && at + 1 < words.length;
    open += word;
    if (isParticle) continue;
    closed.push(open);
    open = '';
  }
  return closed.length < words.length
    ? tokensOf({ ...rendering, text: closed.join(' ') }, surface, kind)
    : undefined;
}

/** The words of the original, if they can be told to stand one to one for the words of the rendering. */
function sourceWords(surface: string, count: number): readonly string[] | undefined {
  const sources = surface
    .normalize('NFC')
    .split(/[\s,;-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return sources.length === count ? sources : undefined;
}

function personTokens(words: readonly string[], sources: readonly string[] | undefined): NameToken[] {
  const joined = joinCompounds(partInitials(words));
  const ownSources = joined.length === words.length ? sources : undefined;
  return joined.map((text, at) => {
    const role = personRole(text, at, joined.length);
    return makeToken(text, role, ownSources?.[at]);
  });
}

/** Surnames and short forms without a vowel, which are no initials. */
const NOT_INITIALS: ReadonlySet<string> = new Set(['ng', 'md', 'mc', 'hj', 'kh', 'sh', 'ch', 'th', 'bn']);

/** Two consonants before a name are two initials: JC Juncker. */
function partInitials(words: readonly string[]): readonly string[] {
  const [first = '', ...others] = words;
  const isShape = others.length > 0 && /^[b-df-hj-np-tv-xz]{2}$/u.test(first);
  return isShape && !personWord(first) && !NOT_INITIALS.has(first) ? [...first, ...others] : words;
}

function personRole(text: string, at: number, count: number): TokenRole {
  if (text.length === 1 && !/\d/u.test(text)) return 'initial';
  const word = personWord(text);
  // A title alone is a name (Sheikh, King as surnames); as one of several words it is a title.
  if (word && count > 1) return word.kind === 'filiation' || word.kind === 'generation' ? word.kind : 'minor';
  if (/^\d+$/u.test(text)) return 'number';
  if (at > 0 && isPatronymic(text)) return 'patronymic';
  return isWellKnownName(text) || isCompound(text) ? 'known' : 'name';
}

function organisationTokens(
  allWords: readonly string[],
  allSources: readonly string[] | undefined,
  kind: NameKind,
): NameToken[] {
  const tokens: NameToken[] = [];
  const words = joinLetters(allWords);
  const sources = words.length === allWords.length ? allSources : undefined;
  /** Some words as the name writes them; as they were read where that is not known. */
  const written = (at: number, length: number): string => (sources ?? words).slice(at, at + length).join(' ');
  for (let at = 0; at < words.length; ) {
    const legal = kind === 'organisation' ? matchLegalForm(words, at) : undefined;
    if (legal && (legal.length < words.length || words.length === 1)) {
      tokens.push(
        makeConcept(
          words.slice(at, at + legal.length),
          'legal',
          legal.formClass,
          1,
          written(at, legal.length),
        ),
      );
      at += legal.length;
      continue;
    }
    const word = matchOrgWord(words, at);
    if (word && kind === 'organisation') {
      tokens.push(
        makeConcept(
          words.slice(at, at + word.length),
          'word',
          word.concept,
          word.weight,
          written(at, word.length),
        ),
      );
      at += word.length;
      continue;
    }
    const numeral = matchNumeral(words, at);
    if (numeral && (numeral.certain || isPlaceOfNumeral(words, at))) {
      const text = words.slice(at, at + numeral.length).join('');
      tokens.push({ ...makeToken(text, 'number', written(at, numeral.length)), value: numeral.value });
      at += numeral.length;
      continue;
    }
    const text = words[at]!;
    const isFirst = tokens.every((token) => token.role === 'legal');
    const isSmall =
      (orgStopword(text) && (!isFirst || opensName(text))) ||
      (kind === 'object' && at === 0 && words.length > 1 && isShipPrefix(text));
    tokens.push(makeToken(text, isSmall ? 'minor' : 'name', sources?.[at], wordStem));
    at += 1;
  }
  return tokens;
}

/** A word that may be a numeral is one at the end of a name or before its legal form, and after "No": Fund V L.P. */
function isPlaceOfNumeral(words: readonly string[], at: number): boolean {
  if (at === 0) return false;
  if (words[at - 1] === 'no' || at === words.length - 1) return true;
  return at + 1 + (matchLegalForm(words, at + 1)?.length ?? 0) === words.length;
}

/** Letters written apart are one word: A.B.C. is ABC, G and S is G&S. Legal forms are found in either writing. */
function joinLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    const legal = matchLegalForm(words, at);
    const end = legal ? at + legal.length : endOfLetters(words, at);
    if (!legal && end - at >= 2)
      joined.push(
        words
          .slice(at, end)
          .filter((word) => word !== 'and')
          .join(''),
      );
    else joined.push(...words.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return joined;
}

/** Where the row of single letters that begins at a word ends; a legal form in it (Fund V L.P.) ends it. */
function endOfLetters(words: readonly string[], at: number): number {
  let end = at;
  while (end < words.length && /^[a-z]$/u.test(words[end]!) && !matchLegalForm(words, end)) {
    end += 1;
    if (words[end] === 'and' && /^[a-z]$/u.test(words[end + 1] ?? '')) end += 1;
  }
  return end;
}

function makeToken(
  text: string,
  role: TokenRole,
  source: string | undefined,
  stemOf: (text: string) => string | undefined = surnameStem,
): NameToken {
  const key = soundKey(text);
  const isName = role === 'name' || role === 'known';
  const stem = isName || role === 'patronymic' ? stemOf(text) : undefined;
  return {
    text,
    key,
    role,
    weight: weightOf(text, key, role),
    families: isName ? givenNameIds(text) : NO_FAMILIES,
    ...valueOfToken(text, role),
    ...(stem && stem !== text ? { stem } : {}),
    ...(source ? { source } : {}),
  };
}

function valueOfToken(text: string, role: TokenRole): { value?: number } {
  if (role === 'number' && /^\d+$/u.test(text)) return { value: Number(text) };
  const value = role === 'generation' ? personWord(text)?.value : undefined;
  return value === undefined ? {} : { value };
}

function makeConcept(
  words: readonly string[],
  role: 'legal' | 'word',
  concept: string,
  identity: number,
  source: string,
): NameToken {
  const text = words.join('');
  const key = soundKey(text);
  return {
    text,
    key,
    role,
    weight: role === 'legal' ? weightOf(text, key, role) : Math.max(0.08, identity),
    families: NO_FAMILIES,
    concept: `${role}:${concept}`,
    source,
  };
}

/** The registration of an aircraft is a number: EP-GOM is not EP-GOL misspelt. */
function tailNumber(text: string, source: string): NameToken {
  return { ...makeToken(text, 'number', source), value: Number.parseInt(text, 36) };
}

/** Native characters as one token, blanks and dots left out; it is compared for equality only. */
function nativeTokens(name: string): NameToken[] {
  const text = name.normalize('NFKC').replace(/[\s·・,.()（）]+/gu, '');
  if (!text) return [];
  return [{ text, key: NO_KEY, role: 'name', weight: 1, families: NO_FAMILIES, source: name }];
}
