// A matter that one report calls unrelated to its main story, while its own headings, or another report, tie the two
// together. Which of them is right cannot be told from the reports.
import type { EventRole } from '../../model/reading.ts';
import { distinctSpans, type FindingDraft, overlaps } from '../across/article-reading.ts';
import { type ClaimFacts, partiesOf } from '../across/claim-facts.ts';
import type { Party } from '../across/party-directory.ts';
import { type ArticleFacts, isTop, Phrases, sentenceAround } from './context.ts';
import lexicon from './generated/consistency.json' with { type: 'json' };

const unrelated = new Phrases(lexicon.unrelated);

/** A sentence that says that its matter stands apart. */
export interface Apart {
  readonly span: FindingDraft['spans'][number];
  readonly claims: readonly ClaimFacts[];
  /** Whom its claims are about. */
  readonly subjects: readonly Party[];
  /** Everybody whom the sentence names. */
  readonly parties: ReadonlySet<string>;
}

const SUBJECT_ROLES: readonly EventRole[] = ['target', 'broker', 'actor', 'owner', 'owned'];
/** Parties that two matters must share before their being unrelated is worth a word. */
const SHARED_PARTIES = 2;

/** Contradictions between a sentence that calls its matter unrelated and the headings of its own article. */
export function relationWithin(article: ArticleFacts): FindingDraft[] {
  return apartSentences(article).flatMap((apart) => {
    const against = article.facts.filter(
      (one) =>
        isTop(one.claim.zone) &&
        !apart.claims.includes(one) &&
        (partiesOf(one).filter((party) => apart.parties.has(party.id)).length >= SHARED_PARTIES ||
          subjectsOf(one).some((party) => apart.subjects.includes(party))),
    );
    if (against.length === 0) return [];
    const text = `The article speaks of an "${apart.span.surface}"; its headings present the matter as part of the story.`;
    return [finding(apart, against, text)];
  });
}

/**
 * Contradictions between a sentence that calls its matter unrelated and what another article says of the same party.
 * @param sentences of the one article, by `apartSentences`
 */
export function relationAcross(sentences: readonly Apart[], other: ArticleFacts): FindingDraft[] {
  return sentences.flatMap((apart) => {
    const against = other.facts.filter(
      (one) =>
        one.kind.isOfficialAct !== true &&
        subjectsOf(one).some((party) => apart.subjects.includes(party)) &&
        pointsBack(one),
    );
    const [subject] = apart.subjects;
    if (against.length === 0 || !subject) return [];
    const text = `One article calls the matter of ${subject.label} unrelated; the other ties ${subject.label} to it. The reports alone do not settle it.`;
    return [finding(apart, against, text)];
  });
}

function finding(apart: Apart, against: readonly ClaimFacts[], text: string): FindingDraft {
  return {
    kind: 'relation',
    severity: 'high',
    spans: [apart.span],
    against: distinctSpans(against.map(({ span }) => span)),
    claims: [...apart.claims, ...against].map(({ claim }) => claim.id),
    text,
  };
}

/** The sentences of an article that call their matter unrelated to what the rest is about. */
export function apartSentences({ reading, facts, directory }: ArticleFacts): Apart[] {
  const { article, mentions } = reading;
  return unrelated.in(article).flatMap((span) => {
    const sentence = sentenceAround(article, span);
    const claims = facts.filter(({ claim }) => claim.content.some((content) => overlaps(content, sentence)));
    if (claims.length === 0) return [];
    const named = mentions.filter((mention) => mention.spans.some((one) => overlaps(one, sentence)));
    const parties = new Set(named.flatMap((mention) => directory.ofMention(mention.id)?.id ?? []));
    return [{ span, claims, subjects: [...new Set(claims.flatMap(subjectsOf))], parties }];
  });
}

function subjectsOf({ parties }: ClaimFacts): Party[] {
  return SUBJECT_ROLES.flatMap((role) => parties.get(role) ?? []).filter((party) => party.type !== 'place');
}

const MATTER = new RegExp(
  `\\b(?:the|this|that)\\s+(?:[\\p{L}-]+\\s+){0,3}(?:${lexicon.matters.join('|')})\\b`,
  'iu',
);

/** True if the sentence of the claim speaks of "the deal", "this scheme": one that the reader knows by now. */
function pointsBack({ reading, span }: ClaimFacts): boolean {
  return MATTER.test(sentenceAround(reading.article, span).surface);
}
