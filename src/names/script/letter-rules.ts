// Applies a table of letter rules to a word: at each place the longest letters win, then the rule with more context.
// The rules come compiled from data/script/*.yml (notation there). Plain lookup, no regular expressions: this runs
// several times for every listed name that is not Latin.

/** `[before, letters, after, latin]`; `before` and `after` are sets of characters, ^ the start and $ the end. */
export type LetterRule = readonly [before: string, letters: string, after: string, latin: string];

/** What a letter without a rule becomes. */
export type OnUnknown = (letter: string) => string;

export interface LetterRules {
  /** The word in Latin. It must be clean (clean.ts) and of the rules' alphabet. */
  apply(word: string): string;
}

interface Compiled {
  readonly before: string;
  readonly letters: string;
  readonly after: string;
  readonly latin: string;
}

/** Context counts only between equally long keys. */
function bySpecificity(a: Compiled, b: Compiled): number {
  const context = (rule: Compiled) => Number(rule.before !== '') + Number(rule.after !== '');
  return b.letters.length - a.letters.length || context(b) - context(a);
}

function fits(rule: Compiled, word: string, index: number): boolean {
  const end = index + rule.letters.length;
  if (rule.letters.length > 1 && !word.startsWith(rule.letters, index)) return false;
  if (rule.before !== '' && !rule.before.includes(index === 0 ? '^' : word[index - 1]!)) return false;
  return rule.after === '' || rule.after.includes(end >= word.length ? '$' : word[end]!);
}

/** Prepares a table. `onUnknown` is asked for each UTF-16 unit that no rule begins with; by default it is dropped. */
export function letterRules(rules: readonly LetterRule[], onUnknown: OnUnknown = () => ''): LetterRules {
  const byFirst: (Compiled[] | undefined)[] = [];
  for (const [before, letters, after, latin] of rules) {
    const code = letters.charCodeAt(0);
    byFirst[code] ??= [];
    byFirst[code].push({ before, letters, after, latin });
  }
  for (const group of byFirst) group?.sort(bySpecificity);

  function apply(word: string): string {
    let out = '';
    let index = 0;
    while (index < word.length) {
      const group = byFirst[word.charCodeAt(index)];
      let rule: Compiled | undefined;
      for (let at = 0; group !== undefined && at < group.length; at += 1) {
        if (!fits(group[at]!, word, index)) continue;
        rule = group[at];
        break;
      }
      if (rule) {
        out += rule.latin;
        index += rule.letters.length;
      } else {
        out += onUnknown(word[index]!);
        index += 1;
      }
    }
    return out;
  }
  return { apply };
}
