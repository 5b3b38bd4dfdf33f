// Claims that came into an article with the text that it copies.
import type { ClaimLink } from '../../model/reading.ts';
import type { ArticleFacts } from '../consistency/context.ts';
import type { ClaimFacts } from './claim-facts.ts';
import type { ArticleTie } from './copies.ts';
import type { PartyDirectory } from './party-directory.ts';
import { eventRelation } from './same-event.ts';
import { containment, shinglesOf } from './shingles.ts';
import { wordsOf } from './words.ts';

/** Share of a claim's words that the original must have for the claim to be copied with its article. */
const COPIED_FROM = 0.6;
/** The same where no event with its parties tells two sentences of one pattern apart. */
const COPIED_WORD_FOR_WORD = 0.9;

/** Links from the claims of copies to those that they were copied from. */
export function copiedClaims(
  ties: readonly ArticleTie[],
  articles: readonly ArticleFacts[],
  directory: PartyDirectory,
): ClaimLink[] {
  const tied = new Set(ties.flatMap(({ copy, original }) => [copy, original]));
  const runs = new Map(
    articles
      .filter(({ reading }) => tied.has(reading.article.id))
      .map(({ reading, facts }) => [reading.article.id, facts.map((one) => ({ one, own: runsOf(one) }))]),
  );
  return ties.flatMap(({ copy, original, kind }) =>
    (runs.get(copy) ?? []).flatMap(({ one, own }): ClaimLink[] => {
      const source = runs
        .get(original)
        ?.find(
          (other) => mayBeCopy(other.one, one, directory) && containment(own, other.own) >= copiedFrom(one),
        )?.one;
      if (!source) return [];
      const evidence = [one.span, source.span];
      return [
        { left: one.claim.id, right: source.claim.id, kind: 'copy-of', rule: `article-${kind}`, evidence },
      ];
    }),
  );
}

function copiedFrom({ kind }: ClaimFacts): number {
  return kind.principal.length > 0 ? COPIED_FROM : COPIED_WORD_FOR_WORD;
}

/** Alike but of other parties, reports are made to one pattern and not of one another. */
function mayBeCopy(one: ClaimFacts, other: ClaimFacts, directory: PartyDirectory): boolean {
  if (one.claim.event.type !== other.claim.event.type || one.isDenial !== other.isDenial) return false;
  return eventRelation(one, other, directory)?.rule.startsWith('other-') !== true;
}

function runsOf({ claim }: ClaimFacts): ReadonlySet<string> {
  return shinglesOf(wordsOf(claim.content.map((span) => span.surface).join(' ')));
}
