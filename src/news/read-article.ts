// Reads one article: its parties, who says what of them, what kind of event each statement is, and how sure it is made.
// Pure but for the finder of listed parties. Reading articles together is for across/relate-readings.ts.
import type { Article, Claim, ClaimProvenance, Finding, Mention } from '../model/reading.ts';
import { attributionsOf } from './attribution/attributions.ts';
import { draftClaims } from './claim/draft-claims.ts';
import { claimId, finishClaims } from './claim/finish-claims.ts';
import { mentionsOf } from './claim/mentions-of.ts';
import { relateDrafts } from './claim/relate-drafts.ts';
import { unsupportedActFinding } from './claim/unsupported-act.ts';
import type { Attribution, Document } from './document.ts';
import { eventsOf } from './event/events-of.ts';
import { draftProposed } from './language-model/draft-proposed.ts';
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
  /** Proposes statements that the rules have not found; it never changes a claim of the rules. @default nobody does */
  readonly propose?: (article: Article, found: readonly Attribution[]) => Promise<Proposed | undefined>;
}

/** Statements that a language model proposes, already found to stand in the article. */
export interface Proposed {
  readonly attributions: readonly Attribution[];
  readonly llm: NonNullable<ClaimProvenance['llm']>;
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
  const input = { document, parties, attributions, events: eventsOf(document, parties) };
  const ruled = draftClaims(input);
  const unsupported = relateDrafts(document, parties, ruled);
  const proposed = await options.propose?.(article, attributions);
  // Behind those of the rules, so that these keep their ids whatever is proposed.
  const drafts = [...ruled, ...(proposed ? draftProposed(input, ruled, proposed.attributions) : [])];
  const finished = finishClaims(
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
  const claims = proposed
    ? finished.map((claim, number) => (number < ruled.length ? claim : withModel(claim, proposed.llm)))
    : finished;
  const idOf = (draft: (typeof drafts)[number]): string => claimId(article, drafts.indexOf(draft));
  const findings = unsupported.map((act, number) => unsupportedActFinding(article, act, idOf, number));
  return { mentions, claims, findings };
}

function withModel(claim: Claim, llm: Proposed['llm']): Claim {
  return { ...claim, provenance: { ...claim.provenance, llm } };
}
