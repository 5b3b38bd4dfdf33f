// Everything in one article that does not fit together. Each check is a file of its own; nothing is decided here but
// which there are.
import type { FindingDraft } from '../across/article-reading.ts';
import { actTypeConflicts } from './act-type.ts';
import type { ArticleFacts } from './context.ts';
import { disputes, evidenceGaps } from './disputes.ts';
import { goodsConflicts } from './goods.ts';
import { unsupportedHeadings } from './headings.ts';
import { legalTerms } from './legal-term.ts';
import { modalityDrift } from './modality-drift.ts';
import { nameVariants } from './name-variants.ts';
import { missingUnits, quantityConflicts } from './quantities.ts';
import { relationWithin } from './relation.ts';
import { actDetails } from './times-and-authorities.ts';

/** What does not fit together in an article, the gravest kinds first. */
export function checkArticle(article: ArticleFacts): FindingDraft[] {
  const { facts, directory } = article;
  return [
    ...actTypeConflicts(facts, facts, directory),
    ...relationWithin(article),
    ...actDetails(facts, facts, directory),
    ...modalityDrift(article),
    ...legalTerms(article),
    ...nameVariants(article),
    ...quantityConflicts(facts, facts, directory),
    ...missingUnits(article),
    ...goodsConflicts(facts, facts),
    ...unsupportedHeadings(article),
    ...evidenceGaps(article),
    ...disputes(article),
  ];
}
