// Bodies that are named by their state or its head: "Russian army", "Iran's Parliament", "Kim Jong-un’s Government".
// They are found from candidates that stand beside a head and are otherwise too little for a name.
import type { Candidate } from './candidate.ts';
import { smallHeadAt } from './heads.ts';
import { MINISTRIES, ORG_LAST } from './vocabulary.ts';
import type { Word } from './words.ts';

/** What a ruler has as well as a state. */
const RULE = /^(?:government|administration|cabinet)$/u;

/** The candidates, with such bodies put in. The owner of "Iran's Parliament" stays a candidate; "Russian" does not. */
export function withBodiesOfStates(candidates: readonly Candidate[], words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const sort = candidate.entry?.sort;
    const isState = sort === 'demonym' || sort === 'country';
    const head = isState && !words[candidate.to - 1]!.isPossessive ? smallHeadAt(words, candidate.to) : 0;
    if (head > 0) {
      found.push(bodyOf(candidate, candidate.from, candidate.to + head));
      continue;
    }
    const owner = found.at(-1);
    if (owner && isOwned(candidate, owner, words)) found.push(bodyOf(owner, owner.from, candidate.to));
    else found.push(candidate);
  }
  return found;
}

/** One head in capitals directly after the possessive of a state or a person. */
function isOwned(candidate: Candidate, owner: Candidate, words: readonly Word[]): boolean {
  const word = words[candidate.from]!;
  return (
    candidate.to - candidate.from === 1 &&
    owner.to === candidate.from &&
    words[owner.to - 1]!.isPossessive &&
    ORG_LAST.has(word.key) &&
    ((owner.type === 'place' && MINISTRIES.has(word.key)) || (isRuled(owner) && RULE.test(word.key)))
  );
}

function isRuled({ type }: Candidate): boolean {
  return type === 'place' || type === 'person';
}

function bodyOf(owner: Candidate, from: number, to: number): Candidate {
  return {
    from,
    to,
    type: 'organisation',
    kind: 'name',
    roles: [],
    countries: owner.countries,
    isSure: true,
  };
}
