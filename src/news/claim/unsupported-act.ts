// The finding for an official act that only a heading, a caption or a passing word tells of.
import type { Article, Finding } from '../../model/reading.ts';
import { EVENT_KINDS } from '../across/event-kinds.ts';
import type { ClaimDraft } from './draft.ts';
import type { UnsupportedAct } from './relate-drafts.ts';
import { spanIn } from './span.ts';

/** The finding; `against` shows what the body reports instead. */
export function unsupportedActFinding(
  article: Article,
  { draft, instead }: UnsupportedAct,
  idOf: (draft: ClaimDraft) => string,
  number: number,
): Finding {
  const called = EVENT_KINDS[draft.type].label;
  const [zone] = article.zones.filter(({ start, end }) =>
    draft.content.some((range) => start <= range.start && range.start < end),
  );
  const where = draft.event?.verb === undefined ? 'A passing word' : zone ? `The ${zone.kind}` : 'A line';
  const others = [...new Set(instead.map(({ type }) => EVENT_KINDS[type].label))];
  const contrast = others.length > 0 ? ` What it does report is ${others.join(' and ')}.` : '';
  return {
    id: `${article.id}-f${number + 1}`,
    kind: 'unsupported-official-act',
    severity: 'high',
    spans: draft.content.map((range) => spanIn(article, range)),
    against: instead.flatMap(({ content }) => content.map((range) => spanIn(article, range))),
    claims: [draft, ...instead].map(idOf),
    text: `${where} tells of ${called}, but no sentence of the report says which authority did it.${contrast}`,
  };
}
