// What articles make of one another: the checks that hold one article against itself, held against another one.
import type { FindingDraft } from '../across/article-reading.ts';
import { type ClaimFacts, partiesOf } from '../across/claim-facts.ts';
import type { PartyDirectory } from '../across/party-directory.ts';
import { actTypeConflicts } from './act-type.ts';
import type { ArticleFacts } from './context.ts';
import { goodsConflicts } from './goods.ts';
import { quantityConflicts } from './quantities.ts';
import { type Apart, apartSentences, relationAcross } from './relation.ts';
import { actDetails } from './times-and-authorities.ts';

/** An article with what the comparison with every other one needs again and again. */
interface Compared {
  readonly article: ArticleFacts;
  readonly apart: readonly Apart[];
  /** Ids of its parties, and of those among them that are no states. */
  readonly parties: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly withAmounts: readonly ClaimFacts[];
}

function comparedOf(article: ArticleFacts): Compared {
  const parties = article.facts.flatMap(partiesOf);
  return {
    article,
    apart: apartSentences(article),
    parties: new Set(parties.map((party) => party.id)),
    subjects: new Set(parties.filter((party) => party.type !== 'place').map((party) => party.id)),
    withAmounts: article.facts.filter(({ claim }) => claim.event.quantities.length > 0),
  };
}

/** Articles that share a party are held against one another. */
export function betweenArticles(
  articles: readonly ArticleFacts[],
  directory: PartyDirectory,
): FindingDraft[] {
  const compared = articles.map(comparedOf);
  return compared.flatMap((one, at) =>
    compared.slice(at + 1).flatMap((other) => {
      if (one.parties.isDisjointFrom(other.parties)) return [];
      const amounts = quantityConflicts(one.withAmounts, other.withAmounts, directory);
      return one.subjects.isDisjointFrom(other.subjects)
        ? amounts
        : [...ofOneSubject(one, other, directory), ...amounts];
    }),
  );
}

function ofOneSubject(one: Compared, other: Compared, directory: PartyDirectory): FindingDraft[] {
  const [here, there] = [one.article.facts, other.article.facts];
  return [
    ...actTypeConflicts(here, there, directory),
    ...actTypeConflicts(there, here, directory),
    ...relationAcross(one.apart, other.article),
    ...relationAcross(other.apart, one.article),
    ...actDetails(here, there, directory),
    ...goodsConflicts(here, there),
  ];
}
