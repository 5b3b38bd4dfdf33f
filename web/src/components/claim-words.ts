// What the parts of a claim are called on a page. Words only; what they mean is the matter of the Reading contract.
import type { Claim } from '../api/types.ts';

export const EVENT_WORDS: Readonly<Record<Claim['event']['type'], string>> = {
  SANCTION_DESIGNATION: 'sanctions designation',
  DELISTING: 'removal from a list',
  ASSET_FREEZE: 'asset freeze',
  SEIZURE: 'seizure',
  ARREST_DETENTION: 'arrest',
  CHARGE: 'criminal charge',
  CONVICTION: 'conviction',
  ACQUITTAL_DISMISSAL: 'acquittal or dismissal',
  EXTRADITION: 'extradition',
  PENALTY_SETTLEMENT: 'penalty or settlement',
  EXPORT_CONTROL_LISTING: 'export control listing',
  LICENCE_DENIAL: 'refusal of a licence',
  INVESTIGATION_OPENED: 'investigation',
  RAID: 'raid',
  ARMS_TRANSFER: 'supply of arms',
  ARMS_BROKERING: 'brokering of arms',
  ARMS_PRODUCTION: 'production of arms',
  DUAL_USE_DIVERSION: 'diversion of dual-use goods',
  ILLEGAL_EXPORT: 'illegal export',
  PROCUREMENT_NETWORK: 'procurement network',
  SANCTIONS_EVASION: 'evasion of sanctions',
  FRONT_COMPANY: 'front company',
  SHIP_TO_SHIP: 'ship-to-ship transfer',
  FLAG_AIS_MANIPULATION: 'manipulated flag or position',
  PRICE_CAP_BREACH: 'breach of the price cap',
  MONEY_LAUNDERING: 'money laundering',
  FRAUD: 'fraud',
  BRIBERY_CORRUPTION: 'bribery or corruption',
  TAX_CRIME: 'tax crime',
  TERRORIST_FINANCING: 'terrorist financing',
  PROLIFERATION_FINANCING: 'proliferation financing',
  CYBER_THEFT: 'theft by hacking',
  TRAFFICKING: 'trafficking',
  EMBEZZLEMENT: 'embezzlement',
  MARKET_ABUSE: 'market abuse',
  OWNERSHIP: 'ownership',
  DIRECTORSHIP: 'directorship',
  AGENT_OF: 'acting for another',
  FAMILY: 'family',
  CUSTOMER_SUPPLIER: 'customer or supplier',
  MILITARY_LOSS: 'military loss',
  OTHER_CONTEXT: 'background',
};

/** In whose words a claim is told. */
export const FORM_WORDS: Readonly<Record<Claim['form'], string>> = {
  direct: 'quoted',
  mixed: 'quoted in part',
  indirect: 'in the reporter’s words',
  'outlet-voice': 'the outlet itself says so',
};

export const CERTAINTY_WORDS: Readonly<Record<NonNullable<Claim['certainty']>, string>> = {
  hedged: 'hedged',
  likely: 'said to be likely',
  conditional: 'on a condition',
  speculative: 'a guess',
  unconfirmed: 'not confirmed',
};

export const REVIEW_WORDS: Readonly<Record<Claim['review']['state'], string>> = {
  auto: 'not reviewed',
  confirmed: 'confirmed',
  rejected: 'rejected',
  edited: 'edited',
};

/** Who says it: the first of the chain, else whom the sentence names, else the outlet that prints it. */
export function speakerOf({ chain, source, provenance }: Claim): string {
  const origin = chain.find(({ role }) => role === 'origin')?.name;
  const named = source?.spans.map(({ surface }) => surface).join(' … ');
  const publisher = chain.find(({ role }) => role === 'publisher')?.name ?? provenance.outlet;
  return origin || named || publisher || 'a source that is not named';
}

/** What is said, as the report has it. */
export function wordsOf({ content }: Claim): string {
  return content.map(({ surface }) => surface).join(' … ');
}

/** False for background and for what the report has said before. */
export function isTelling({ event, repeats }: Claim): boolean {
  return event.type !== 'OTHER_CONTEXT' && repeats === undefined;
}
