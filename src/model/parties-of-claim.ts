// Which listed parties a claim is about: those that fill its roles, and those that its words name. Who merely says it
// is not among them.
import type { Claim, Mention } from './reading.ts';

/** Kinds of mention that name their party by themselves. */
const NAMING = new Set(['name', 'metonym', 'acronym']);

/** Ids of listed parties, each once. */
export function partiesOfClaim(claim: Claim, mentions: readonly Mention[]): string[] {
  const fillers = Object.values(claim.event.roles).flat();
  const inRoles = new Set(fillers.map((filler) => filler.mention));
  const about = mentions.filter(
    ({ id, party, spans }) =>
      party !== undefined &&
      (inRoles.has(id) ||
        spans.some(
          (span) =>
            NAMING.has(span.kind) &&
            [...claim.content, ...fillers.map((filler) => filler.span)].some(
              (content) =>
                content.article === span.article && content.start <= span.start && span.end <= content.end,
            ),
        )),
  );
  return [...new Set(about.flatMap(({ party }) => (party ? [party.id] : [])))];
}
