// Takes a name apart: every rendering of it becomes a form, and every word of a form a token with its role.
// Person names and organisation names are read with different knowledge; a name whose bearer is not known is read
// as an organisation's. Pure: the same name always gives the same forms, whatever was asked before. Tokens of one word
// share its sound key and its families.
import { isTailNumber, personWord } from '../knowledge/index.ts';
import { isAscii, romaniseForms, type Script, scriptOf } from '../script/index.ts';
import { organisationTokens, tailNumber } from './organisation-tokens.ts';
import { personTokens } from './person-tokens.ts';
import type { NameForm, NameKind, NameToken } from './token.ts';
import { sourceWords, wordsOf } from './words.ts';

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

/** Scripts whose characters are compared as they are, beside their romanisation. */
const NATIVE_SCRIPTS: ReadonlySet<Script> = new Set(['han', 'kana', 'hangul']);

/**
 * The forms of a name, the most usual rendering first.
 * @returns an empty list if the text holds no letter and no digit
 */
export function analyseName(name: string, kind: NameKind, options: AnalyseOptions = {}): NameForm[] {
  const asked = options.limit === undefined ? { ...options, limit: DEFAULT_LIMIT } : options;
  if (kind === 'person') return renderForms(inOrderOfSpeech(name), name, kind, asked);
  const forms = renderForms(name, name, kind, asked);
  if (kind === 'organisation' && name.includes('/')) {
    for (const part of alternatives(name)) forms.push(...renderForms(part, part, kind, asked));
  }
  return forms;
}

/** "Al-Qa'ida/Islamic Army" gives two names at once; each is a form beside the whole. None where there is only one. */
function alternatives(name: string): readonly string[] {
  const parts = name.split(/\s*\/\s*/u).filter((part) => /\p{L}{2}/u.test(part));
  return parts.length > 1 && parts.length <= MAX_ALTERNATIVES ? parts : [];
}

/** "RAHMAN YASIN, Abdul" is Abdul RAHMAN YASIN: without that, a compound that the comma cuts is not seen. */
function inOrderOfSpeech(name: string): string {
  const comma = name.indexOf(',');
  const hasOthers = name.includes('،') || name.includes('、');
  if (comma < 0 && !hasOthers) return name;
  if (!hasOthers && !name.includes(',', comma + 1)) {
    const family = name.slice(0, comma).trimEnd();
    const given = name.slice(comma + 1).trimStart();
    return family && given ? `${given} ${family}` : name;
  }
  const parts = name.split(/\s*[,،、]\s*/u).filter(Boolean);
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name;
}

/**
 * @param name    as it is read
 * @param surface as it was given
 */
function renderForms(name: string, surface: string, kind: NameKind, options: AnalyseOptions): NameForm[] {
  const renderings = romaniseForms(name, options);
  const sources = sourceWords(name);
  const isLossy = isInNativeScript(name);
  const forms: NameForm[] = [];
  const seen = renderings.length > 1 ? new Set<string>() : undefined;
  for (const { text, kind: formKind } of renderings) {
    const words = wordsOf(text);
    const tokens = tokensOf(words, sources, name, kind);
    if (tokens.length === 0 || (seen && !isNew(tokens, seen))) continue;
    forms.push({ surface, text, kind: formKind, isLossy, tokens });
    const closed = closeParticles(words);
    if (closed)
      forms.push({
        surface,
        text,
        kind: formKind,
        isLossy,
        tokens: tokensOf(closed, sources, name, kind),
      });
  }
  if (isLossy) {
    const tokens = nativeTokens(name);
    if (tokens.length > 0) forms.push({ surface, text: name, kind: 'native', isLossy: false, tokens });
  }
  return forms;
}

function isInNativeScript(name: string): boolean {
  if (isAscii(name)) return false;
  const script = scriptOf(name);
  return script !== undefined && NATIVE_SCRIPTS.has(script);
}

/** True for tokens that were not seen before, which are added to those seen. */
function isNew(tokens: readonly NameToken[], seen: Set<string>): boolean {
  const identity = tokens.map((token) => `${token.text}/${token.role}`).join(' ');
  if (seen.has(identity)) return false;
  seen.add(identity);
  return true;
}

function tokensOf(
  words: readonly string[],
  sources: readonly string[],
  name: string,
  kind: NameKind,
): NameToken[] {
  if (kind === 'object' && isTailNumber(name)) return [tailNumber(words.join(''), name)];
  // Only as many words on either side can be told to stand for one another, one to one.
  const ownSources = sources.length === words.length ? sources : undefined;
  return kind === 'person' ? personTokens(words, ownSources) : organisationTokens(words, ownSources, kind);
}

/** The words with particles closed up to the name behind them, as Vanderbilt stands beside Van der Bilt. */
function closeParticles(words: readonly string[]): readonly string[] | undefined {
  const closed: string[] = [];
  let open = '';
  for (let at = 0; at < words.length; at += 1) {
    open += words[at];
    if (at + 1 < words.length && personWord(words[at]!)?.kind === 'nobiliary') continue;
    closed.push(open);
    open = '';
  }
  return closed.length < words.length ? closed : undefined;
}

/** Native characters as one token, blanks and dots left out; it is compared for equality only. */
function nativeTokens(name: string): NameToken[] {
  const text = name.normalize('NFKC').replace(/[\s·・,.()（）]+/gu, '');
  if (!text) return [];
  return [{ text, key: NO_KEY, role: 'name', weight: 1, families: [], source: name }];
}
