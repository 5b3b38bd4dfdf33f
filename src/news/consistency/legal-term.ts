// Words of criminal law for an act that is none of it: "sanctioned on charges that" gives the reason of a designation.
// Nobody was charged with anything.

import type { EventType } from '../../model/reading.ts';
import { distinctSpans, type FindingDraft, overlaps } from '../across/article-reading.ts';
import { wordsOf } from '../across/words.ts';
import { type ArticleFacts, Phrases, sentenceAround } from './context.ts';
import lexicon from './generated/consistency.json' with { type: 'json' };

/** Acts of an administration; no court has a part in them. */
const ADMINISTRATIVE: ReadonlySet<EventType> = new Set([
  'SANCTION_DESIGNATION',
  'ASSET_FREEZE',
  'EXPORT_CONTROL_LISTING',
  'LICENCE_DENIAL',
]);
const CRIMINAL: ReadonlySet<EventType> = new Set([
  'CHARGE',
  'ARREST_DETENTION',
  'CONVICTION',
  'EXTRADITION',
  'RAID',
]);
const chargePhrases = new Phrases(lexicon.charge_phrases);
const chargeWords = new Set(lexicon.charge_words);

export function legalTerms({ reading, facts }: ArticleFacts): FindingDraft[] {
  const { article } = reading;
  const misused = chargePhrases.in(article).flatMap((phrase) => {
    const sentence = sentenceAround(article, phrase);
    const within = facts.filter(({ claim }) => claim.content.some((span) => overlaps(span, sentence)));
    const acts = within.filter(({ claim }) => ADMINISTRATIVE.has(claim.event.type));
    const isCriminal =
      wordsOf(sentence.surface).some((word) => chargeWords.has(word.key)) ||
      within.some(({ claim }) => CRIMINAL.has(claim.event.type) && claim.modality === 'official-act');
    return acts.length > 0 && !isCriminal ? [{ phrase, acts }] : [];
  });
  if (misused.length === 0) return [];
  const acts = [...new Set(misused.flatMap((one) => one.acts))];
  return [
    {
      kind: 'legal-term',
      severity: 'medium',
      spans: distinctSpans(misused.map(({ phrase }) => phrase)),
      against: distinctSpans(acts.map(({ span }) => span)),
      claims: acts.map(({ claim }) => claim.id),
      text: `"${misused[0]?.phrase.surface}" gives the reason of ${acts[0]?.kind.label}; it is no criminal charge.`,
    },
  ];
}
