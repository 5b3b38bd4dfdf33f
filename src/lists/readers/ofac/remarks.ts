// OFAC's remarks: statements joined by "; ", most of them a label with a value, as facts.ts knows them. In the CSV
// they hold nearly all that is known of a party; in the XML formats only what has no element of its own.
// A clause that is not understood is handed back whole, as a note.
import { parseDates } from '../../../model/dates.ts';
import type { Located, NameKind, OfacFact, OfacName, OfacRelation } from './entry.ts';
import { meaningOf, REMARK_LABELS } from './facts.ts';

/** What the clauses of a remark say. */
export interface Remark {
  readonly facts: OfacFact[];
  readonly names: OfacName[];
  readonly relations: OfacRelation[];
  readonly notes: Located[];
}

/** A document number is short; the longest on the SDN list of December 2023 has 25 characters. */
const MAX_NUMBER_LENGTH = 40;

const KINDS: Readonly<Record<string, NameKind>> = {
  'a.k.a.': 'aka',
  'd.b.a.': 'aka',
  'f.k.a.': 'fka',
  'n.k.a.': 'nka',
};

const QUOTED_NAME = /^([adfn]\.[kb]\.a\.)\s+'(.+)'$/u;
const LINK = /^Linked To:\s*(.+)$/u;
const WALLET = /^(Digital Currency Address - \S+)\s+(\S+)$/u;
const KIN =
  /^((?:half-|step-)?(?:wife|husband|spouse|son|daughter|child|father|mother|brother|sister|nephew|niece|cousin|uncle|aunt)(?:-in-law)? of) (\p{Lu}.+)$/iu;
const EMAIL = /^([\w.+-]+@[\w.-]+\.[a-z]{2,})(?: \(email\)\.?)?$/iu;
const URL = /^((?:https?:\/\/|www\.)\S+)(?: \(website\)\.?)?$/iu;
const escaped = REMARK_LABELS.map((label) => label.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
const KNOWN_LABEL = new RegExp(`^((?:${escaped.join('|')})(?::|\\s-)?)(?:(?<=[:,])\\s*|\\s+)(.+)$`, 'iu');
const ORDER_LABEL =
  /^((?:Executive Order \d{5}|(?:Effective|Listing|Purchase\/Sales For Divestment) Date \([^)]*\):?))\s+(.+)$/u;
/** What may be the label of a kind of document that is not known yet. */
const NUMBER_LABEL = /^(\p{L}[^;:,]{2,60}?\s(?:No\.?|Number|#|ID|Card|Code))\s+(\S*\d.*)$/u;
/** "35202-5400413-9 (Pakistan) issued 04 Apr 2000 expires 2010": number, country, dates. */
const DOCUMENT = /^#?\s*(.+?)(?:\s+\(([^()]+)\))?(?:\s+issued\s+(.+?))?(?:\s+expires\s+(.+?))?$/u;
/** "CNIC: 35202-5400413-9" */
const NUMBER_PREFIX = /^(\p{L}[\p{L}. ]*):\s+(.+)$/u;
/** "22839 (Jalisco)", "D000000483, Diplomatic" */
const NUMBER_TAIL = /^(.*\d[^,()]*?)(?:\s+\(([^()]*)\)|,\s+([^\d]+))$/u;
/** A word in small letters: what holds one is a sentence, not a number. */
const PROSE = /(?<!\p{L})\p{Ll}{3,}(?!\p{L})/u;

/** The clauses of a remark, in order. */
export function remarkClauses(text: string): string[] {
  return text
    .split(/;\s*/u)
    .map((clause) => clause.trim())
    .filter(Boolean);
}

/** The titles of an entry, which OFAC gives in one text. */
export function titlesIn(text: string | undefined, at: string): Located[] {
  return remarkClauses(text ?? '').map((title) => ({ text: title, at }));
}

/**
 * Reads a remark.
 * @param titles of the entry, which OFAC repeats in the remark and which need not be said again. @default none
 */
export function parseRemark(text: string, at: string, titles: readonly Located[] = []): Remark {
  const known = new Set(titles.map((title) => title.text));
  const remark: Remark = { facts: [], names: [], relations: [], notes: [] };
  for (const clause of remarkClauses(text)) if (!known.has(clause)) readClause(clause, at, remark);
  return remark;
}

function readClause(original: string, at: string, remark: Remark): void {
  const clause = unbracketedLink(original).replace(/^alt\.\s+/iu, '');
  const name = QUOTED_NAME.exec(clause);
  const kind = name?.[1] && KINDS[name[1]];
  if (name?.[2] && kind) {
    remark.names.push({ kind, listForm: name[2], isWeak: true, at });
    return;
  }
  const link = LINK.exec(clause)?.[1];
  if (link) {
    remark.relations.push({ type: 'Linked To', name: link, at });
    return;
  }
  const [, role, relative] = KIN.exec(clause) ?? [];
  if (role && relative) {
    remark.relations.push({ type: 'Family member of', role, name: relative, at });
    return;
  }
  const fact = factOf(clause, at);
  if (fact) remark.facts.push(fact);
  else remark.notes.push({ text: original, at });
}

/** The XML formats put links in brackets, several of them in one pair: "(Linked To: A; Linked To: B)". */
function unbracketedLink(clause: string): string {
  const opened = clause.startsWith('(Linked To:') ? clause.slice(1) : clause;
  if (!opened.startsWith('Linked To:')) return clause;
  const brackets = [...opened].reduce((sum, sign) => sum + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0);
  return brackets < 0 && opened.endsWith(')') ? opened.slice(0, -1) : opened;
}

function factOf(clause: string, at: string): OfacFact | undefined {
  const [email, url] = [EMAIL.exec(clause)?.[1], URL.exec(clause)?.[1]];
  if (email) return { label: 'Email Address', value: email, at };
  if (url) return { label: 'Website', value: url, at };
  const [, label, value] =
    WALLET.exec(clause) ??
    KNOWN_LABEL.exec(clause) ??
    ORDER_LABEL.exec(clause) ??
    NUMBER_LABEL.exec(clause) ??
    [];
  if (!label || !value) return undefined;
  const meaning = meaningOf(label);
  if (meaning?.kind === 'note') return undefined;
  return meaning?.kind === 'document' ? documentOf(label, value, at) : { label, value, at };
}

/** A document: number, country, dates; undefined if the text is none, such as "Passport issued in Sarajevo". */
function documentOf(label: string, text: string, at: string): OfacFact | undefined {
  const [, whole = '', country, issued, expires] = DOCUMENT.exec(text) ?? [];
  const [, prefix, rest = whole] = NUMBER_PREFIX.exec(whole) ?? [];
  const [, number = rest, place, words] = NUMBER_TAIL.exec(rest) ?? [];
  const isNumber = /\d/u.test(number) && number.length <= MAX_NUMBER_LENGTH && !PROSE.test(number);
  const areDates = [issued, expires].every((date) => date === undefined || parseDates(date).length > 0);
  if (!isNumber || !areDates) return undefined;
  const remarks = [prefix, place, words].filter(Boolean).join('; ') || undefined;
  return { label, value: number, isDocument: true, country, issued, expires, remarks, at };
}
