// What the text beside a name says of its bearer: roles before and after it, age, country. Reads only what belongs to
// the name by its place: a role directly before, an apposition between commas, a number of years. An apposition is a
// nominal mention of the same party.
import type { Draft } from './draft.ts';
import { gazetteerAt } from './gazetteer.ts';
import { genderOfRole, roleBefore, titleAt } from './roles.ts';
import { BODY_NOUNS, genderOfGivenName, roleClassOf, VESSEL_BEFORE } from './vocabulary.ts';
import { isSameSentence, textOf, type Word } from './words.ts';

const BLANK = /^[ \u00a0]{1,3}$/u;
/** Words that an apposition's role may stand behind: "a 56-year-old former Slovak army officer". */
const MOST_BEFORE_ROLE = 9;
/** Words after "of", "at" or "for" that still belong to a role. */
const MOST_AFTER_ROLE = 10;
const MOST_BEFORE_NAME = 8;

/** Adds roles, ages, countries and appositions to the parties that the words name. */
export function readAttributes(drafts: readonly Draft[], words: readonly Word[]): void {
  const ends = new Map<number, Draft>();
  for (const draft of drafts) for (const { to } of draft.mentions) ends.set(to, draft);
  for (const draft of drafts) {
    if (draft.type === 'place') continue;
    for (const mention of [...draft.mentions]) {
      if (mention.tokens.length === 0) continue;
      if (draft.type === 'person') {
        readRoleBefore(draft, mention.from, words, ends);
        readAge(draft, mention.to, words);
      }
      readApposition(draft, mention.to, words);
    }
    if (draft.type !== 'person') continue;
    for (const role of draft.roles) draft.gender ??= genderOfRole(role);
    draft.gender ??= genderOfGivenName(draft.tokens[0]!.split('-')[0]!);
  }
}

/** "White House National Security Council spokesman | John Kirby", "a Slovak businessman, | Ashot". */
function readRoleBefore(
  draft: Draft,
  at: number,
  words: readonly Word[],
  ends: ReadonlyMap<number, Draft>,
): void {
  const role = roleBefore(words, at);
  if (!role) return;
  let { from } = role;
  const isPart = (word: Word | undefined) => word?.sentence === words[at]!.sentence;
  // Adjectives, peoples and bodies before the role belong to it, until an article or another part of the sentence.
  while (
    from > 0 &&
    role.to - from < MOST_BEFORE_NAME &&
    isPart(words[from - 1]) &&
    BLANK.test(words[from]!.before)
  ) {
    const owner = ends.get(from);
    const before = words[from - 1]!;
    if (owner && owner.type !== 'person') {
      for (const code of owner.countries) draft.countries.add(code);
      const mention = owner.mentions.find(({ to }) => to === from)!;
      from = mention.from;
    } else if (before.pos === 'ADJ' || (before.pos === 'NOUN' && before.key !== 'time')) from -= 1;
    else break;
  }
  const article = words[from - 1];
  const text = textOf(words, from, role.to);
  readAgeIn(draft, text);
  draft.roles.add(withoutAge(text).replace(/(national|citizen|brother|executive|officer)s$/u, '$1'));
  // "the man, Ashot Mkrtychev": with a comma between, the noun is a mention of its own.
  if (
    words[at]!.before.startsWith(',') &&
    article &&
    isPart(article) &&
    /^(?:the|a|an)$/u.test(article.key)
  ) {
    addNominal(draft, from - 1, role.to, words);
  }
}

/** ", a Slovakian national", ", North Korea’s dictator", ", the director of the bank". */
function readApposition(draft: Draft, to: number, words: readonly Word[]): void {
  const first = words[to];
  const name = words[to - 1]!;
  if (first?.sentence !== name.sentence || name.isPossessive) return;
  // An age between commas may come first: "John Doe, 56, a Slovak national".
  let from = to;
  if (/^,\s$/u.test(first.before) && /^[1-9]\d$/u.test(first.text)) from += 1;
  const start = words[from];
  if (start?.sentence !== name.sentence || !/^,\s(?:['"“])?$/u.test(start.before)) return;
  const head = headOfApposition(draft, from, words);
  if (head === undefined) return;
  const isArticle = /^(?:a|an|the|its|one|his|her|their)$/u.test(start.key);
  let end = head + 1;
  const next = words[end];
  if (next?.sentence === start.sentence && BLANK.test(next.before) && /^(?:of|at|for|in)$/u.test(next.key)) {
    while (
      end < words.length &&
      words[end]!.sentence === start.sentence &&
      end - head <= MOST_AFTER_ROLE &&
      BLANK.test(words[end]!.before) &&
      !/^(?:AUX|VERB|PRON|SCONJ)$/u.test(words[end]!.pos)
    )
      end += 1;
  }
  const text = textOf(words, from + (isArticle ? 1 : 0), end);
  readAgeIn(draft, text);
  for (let at = from; at < end; at += 1) {
    const match = gazetteerAt(words, at, end);
    if (!match) continue;
    if (match.entry.sort !== 'city' && match.entry.countries?.length === 1)
      draft.countries.add(match.entry.countries[0]!);
    at += match.length - 1;
  }
  if (draft.type === 'person') draft.roles.add(withoutAge(text));
  addNominal(draft, from, head + 1, words);
}

/** Where the apposition that begins at `from` has its head; undefined if it is none. */
function headOfApposition(draft: Draft, from: number, words: readonly Word[]): number | undefined {
  const start = words[from]!;
  // ", under secretary for terrorism"
  const title =
    draft.type === 'person' ? titleAt(words, from, Math.min(words.length, from + MOST_BEFORE_ROLE)) : 0;
  if (title > 1) return from + title - 1;
  const isArticle = /^(?:a|an|the|its|one|his|her|their)$/u.test(start.key);
  const isNamed = gazetteerAt(words, from, words.length) !== undefined;
  const opensRole = roleClassOf(start.key) !== undefined || start.pos === 'ADJ';
  if (!isArticle && !isNamed && !opensRole) return undefined;
  const isBody = draft.type !== 'person';
  if (isBody && !isArticle) return undefined;
  let head: number | undefined;
  for (let at = from; at < Math.min(words.length, from + MOST_BEFORE_ROLE); at += 1) {
    const word = words[at]!;
    if (word.sentence !== start.sentence) break;
    if (at > from && !BLANK.test(word.before) && !/^['’]s $|^-$/u.test(word.before)) break;
    if (
      at > from &&
      /^(?:AUX|PRON|SCONJ|ADP|CCONJ|PART)$/u.test(word.pos) &&
      !word.isCapital &&
      word.key !== 'vice'
    )
      break;
    if (word.pos === 'VERB' && !/(?:ed|ing|born)$/u.test(word.key) && !roleClassOf(word.key)) break;
    const isHead = isBody
      ? BODY_NOUNS.has(word.key) || VESSEL_BEFORE.has(word.key)
      : roleClassOf(word.key) !== undefined && !word.isPossessive;
    if (isHead) head = at;
  }
  // "Ashot Mkrtychev, Russian officials and": a list goes on.
  if (head !== undefined && isPlural(words[head]!)) return undefined;
  return head;
}

function addNominal(draft: Draft, from: number, to: number, words: readonly Word[]): void {
  const [start, end] = [words[from]!.start, words[to - 1]!.end];
  if (draft.mentions.some((one) => one.start < end && start < one.end)) return;
  draft.mentions.push({ start, end, kind: 'nominal', from, to, tokens: [] });
}

function readAge(draft: Draft, to: number, words: readonly Word[]): void {
  const age = ageAfter(words, to);
  if (age !== undefined) draft.age ??= age;
}

/** ", 56,", "(56)" and "aged 56" after a name or a noun for a person. */
export function ageAfter(words: readonly Word[], to: number): number | undefined {
  if (!isSameSentence(words, to - 1, to)) return undefined;
  const at = words[to]!.key === 'aged' ? to + 1 : to;
  const word = words[at];
  if (!word || !/^[1-9]\d$/u.test(word.text) || (at === to && !/^(?:,| \() ?$/u.test(word.before)))
    return undefined;
  const isClosed = !isSameSentence(words, at, at + 1) || /^[,).;]/u.test(words[at + 1]!.before);
  return isClosed || at > to ? Number(word.text) : undefined;
}

const AGE = /\b([1-9]\d)[- ]years?[- ]old\b\s*/u;

function readAgeIn(draft: Draft, text: string): void {
  const age = AGE.exec(text);
  if (age) draft.age ??= Number(age[1]);
}

function withoutAge(text: string): string {
  return text.replace(AGE, '').trim();
}

function isPlural({ key }: Word): boolean {
  return /(?:s|men|people)$/u.test(key) && !/(?:ss|us|is)$/u.test(key);
}
