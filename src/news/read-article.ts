// Reads one article: its parties, who says what of them, what kind of event each statement is, and how sure it is made.
// Pure but for the finder of listed parties. Reading articles together is for across/relate-readings.ts.
import type { Article, Claim, Finding, Mention } from '../model/reading.ts';
import { attributionsOf } from './attribution/attributions.ts';
import { draftClaims } from './claim/draft-claims.ts';
import { claimId, finishClaims } from './claim/finish-claims.ts';
import { mentionsOf } from './claim/mentions-of.ts';
import { relateDrafts } from './claim/relate-drafts.ts';
import { unsupportedActFinding } from './claim/unsupported-act.ts';
import type { Attribution, Document } from './document.ts';
import { eventsOf } from './event/events-of.ts';
import { type PartyContext, partiesOf } from './mention/parties-of.ts';
import type { PartyFinder } from './party-finder.ts';
import { quantitiesOf } from './quantity/quantities-of.ts';
import { documentOf } from './text/tokenise.ts';
import { timesOf } from './time/times-of.ts';

/** What one article says. */
export interface ArticleContent {
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  /** Only what the reading of this article itself makes: acts that no sentence supports. */
  readonly findings: readonly Finding[];
}

export interface ReadOptions extends PartyContext {
  /** Finds who says what. @default attributionsOf, the rules */
  readonly attributions?: (document: Document) => readonly Attribution[];
}

/**
 * The mentions and claims of an article. Ids are those of the article and a number, the same for the same text.
 * Of an article in a language that is not read, only mentions of listed parties.
 * @param finder asks the lists; undefined leaves every party unlisted
 * @throws InterdictError INTERNAL if a span does not hold its own words
 */
export async function readArticle(
  article: Article,
  finder: PartyFinder | undefined,
  options: ReadOptions = {},
): Promise<ArticleContent> {
  const document = documentOf(article.text, article.zones);
  const parties = partiesOf(document, options);
  const mentions = await mentionsOf(article, parties, finder);
  if (article.support === 'parties-only') {
    return { mentions: mentions.filter(({ party }) => party !== undefined), claims: [], findings: [] };
  }
  const attributions = (options.attributions ?? attributionsOf)(document);
  const drafts = draftClaims({ document, parties, attributions, events: eventsOf(document, parties) });
  const unsupported = relateDrafts(document, parties, drafts);
  const claims = finishClaims(
    {
      article,
      document,
      parties,
      mentions,
      times: timesOf(document, { published: article.published }),
      quantities: quantitiesOf(document),
    },
    drafts,
  );
  const idOf = (draft: (typeof drafts)[number]): string => claimId(article, drafts.indexOf(draft));
  const findings = unsupported.map((act, number) => unsupportedActFinding(article, act, idOf, number));
  return { mentions, claims, findings };
}
