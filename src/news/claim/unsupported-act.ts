// The finding for an official act that only a heading, a caption or a passing word tells of.
import type { Article, EventType, Finding } from '../../model/reading.ts';
import type { ClaimDraft } from './draft.ts';
import type { UnsupportedAct } from './relate-drafts.ts';
import { spanIn } from './span.ts';

/** What an act is called in a sentence. */
const CALLED: Readonly<Partial<Record<EventType, string>>> = {
  SANCTION_DESIGNATION: 'a sanctions designation',
  DELISTING: 'a removal from a sanctions list',
  ASSET_FREEZE: 'an asset freeze',
  SEIZURE: 'a seizure',
  ARREST_DETENTION: 'an arrest',
  CHARGE: 'a criminal charge',
  CONVICTION: 'a conviction',
  ACQUITTAL_DISMISSAL: 'an acquittal',
  EXTRADITION: 'an extradition',
  PENALTY_SETTLEMENT: 'a penalty',
  EXPORT_CONTROL_LISTING: 'an export control listing',
  LICENCE_DENIAL: 'a refusal of a licence',
  INVESTIGATION_OPENED: 'an investigation',
  RAID: 'a raid',
};

/** The finding; `against` shows what the body reports instead. */
export function unsupportedActFinding(
  article: Article,
  { draft, instead }: UnsupportedAct,
  idOf: (draft: ClaimDraft) => string,
  number: number,
): Finding {
  const called = CALLED[draft.type] ?? 'an official act';
  const [zone] = article.zones.filter(({ start, end }) =>
    draft.content.some((range) => start <= range.start && range.start < end),
  );
  const where = draft.event?.verb === undefined ? 'A passing word' : zone ? `The ${zone.kind}` : 'A line';
  const others = [...new Set(instead.map(({ type }) => CALLED[type] ?? 'another act'))];
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
