// A heading that lets somebody say what nobody is reported to have said: the words of the heading stand in no statement
// of that speaker.
import type { Article, CueClass, ZoneKind } from '../../model/reading.ts';
import type { FindingDraft } from '../across/article-reading.ts';
import type { ClaimFacts } from '../across/claim-facts.ts';
import { type ArticleFacts, isTop, meaningOf, sentenceAround } from './context.ts';

/** Lines that somebody else than the author wrote over a text; a deck is a text of its own. */
const HEADINGS: ReadonlySet<ZoneKind> = new Set(['headline', 'subhead', 'contents']);

/** Cues that let somebody state something; "denies", "plans" and "hopes" lead to no statement that could be looked for. */
const SAYING: ReadonlySet<CueClass> = new Set(['say', 'accuse', 'allege', 'report', 'admit', 'maintain']);
/** Fewer words that mean something are a fragment of a heading, not what it says. */
const FEWEST_WORDS = 2;
/** Share of the heading's words that one statement of the speaker must have. */
const COVERED_FROM = 0.6;

export function unsupportedHeadings({ facts, directory }: ArticleFacts): FindingDraft[] {
  return facts.flatMap((heading) => {
    const { claim } = heading;
    // A list of contents or a caption that repeats a heading counts once.
    if (!HEADINGS.has(claim.zone) || claim.repeats !== undefined || claim.form === 'outlet-voice') return [];
    const speaker = directory.ofMention(claim.source?.mention);
    const words = meaningOf(claim.content.map((span) => span.surface).join(' '));
    if (!speaker || words.size < FEWEST_WORDS || !SAYING.has(claim.cue?.class ?? 'none')) return [];
    const statements = facts.filter(
      (one) => !isTop(one.claim.zone) && directory.ofMention(one.claim.source?.mention)?.id === speaker.id,
    );
    // Without any statement of the speaker in the body, other checks say what there is to say.
    if (statements.length === 0 || statements.some((one) => covers(saidIn(one), words))) return [];
    // A headline sums up the whole; only what stands nowhere in the text is not borne out by it.
    if (claim.zone === 'headline' && covers(meaningOf(bodyOf(heading.reading.article)), words)) return [];
    return [
      {
        kind: 'heading-unsupported' as const,
        severity: 'medium' as const,
        spans: [heading.span],
        against: statements.slice(0, 5).map(({ span }) => span),
        claims: [claim.id],
        text: `The heading lets ${speaker.label} say "${heading.span.surface}"; no statement of ${speaker.label} in the article says so.`,
      },
    ];
  });
}

function covers(said: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  return [...words].filter((word) => said.has(word)).length >= COVERED_FROM * words.size;
}

/** What a statement says, with the sentence that it stands in. */
function saidIn({ claim, reading, span }: ClaimFacts): Set<string> {
  const content = claim.content.map((one) => one.surface);
  return meaningOf([sentenceAround(reading.article, span).surface, ...content].join(' '));
}

function bodyOf({ text, zones }: Article): string {
  const bodies = zones.filter((zone) => zone.kind === 'body');
  return bodies.map(({ start, end }) => text.slice(start, end)).join('\n');
}
