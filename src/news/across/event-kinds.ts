// What a kind of event is when claims are compared: how a sentence calls it, who acts in it, who is accused by it, and
// which parties must agree for two claims to tell of one event. Descriptions only; how claims find their kind is the
// matter of the frames of events.
import type { EventPhase, EventRole, EventType } from '../../model/reading.ts';

export interface EventKind {
  /** As a sentence calls it, with its article. */
  readonly label: string;
  /** An act of an authority that stands in a public record. */
  readonly isOfficialAct?: boolean;
  /** Without agreement on one of these, two claims are never one event. */
  readonly principal: readonly EventRole[];
  /** Agreements on parties that make two claims one event. @default 1 */
  readonly agreements?: number;
  /** It happens again and again between the same parties, so that parties alone do not make it one event. */
  readonly isRecurring?: boolean;
}

const act = (label: string): EventKind => ({ label, isOfficialAct: true, principal: ['target'] });
const deed = (label: string): EventKind => ({ label, principal: ['actor', 'target', 'owner', 'owned'] });
const relation = (label: string): EventKind => ({
  label,
  principal: ['owner', 'owned', 'actor', 'target', 'supplier', 'recipient'],
  agreements: 2,
});

export const EVENT_KINDS: Readonly<Record<EventType, EventKind>> = {
  SANCTION_DESIGNATION: act('a sanctions designation'),
  DELISTING: act('a removal from a sanctions list'),
  ASSET_FREEZE: act('an asset freeze'),
  SEIZURE: act('a seizure'),
  ARREST_DETENTION: act('an arrest'),
  CHARGE: act('a criminal charge'),
  CONVICTION: act('a conviction'),
  ACQUITTAL_DISMISSAL: act('an acquittal'),
  EXTRADITION: act('an extradition'),
  PENALTY_SETTLEMENT: act('a penalty'),
  EXPORT_CONTROL_LISTING: act('an export control listing'),
  LICENCE_DENIAL: act('a refusal of a licence'),
  INVESTIGATION_OPENED: act('an investigation'),
  RAID: act('a raid'),
  ARMS_TRANSFER: {
    label: 'a supply of arms',
    principal: ['supplier', 'recipient'],
    agreements: 2,
    isRecurring: true,
  },
  ARMS_BROKERING: { label: 'the brokering of arms', principal: ['broker', 'actor'] },
  ARMS_PRODUCTION: deed('a production of arms'),
  DUAL_USE_DIVERSION: {
    label: 'a diversion of dual-use goods',
    principal: ['actor', 'supplier', 'recipient', 'broker'],
  },
  ILLEGAL_EXPORT: {
    label: 'an illegal export',
    principal: ['actor', 'supplier', 'recipient', 'broker'],
  },
  PROCUREMENT_NETWORK: {
    label: 'a procurement network',
    principal: ['actor', 'supplier', 'recipient', 'broker'],
  },
  SANCTIONS_EVASION: deed('an evasion of sanctions'),
  FRONT_COMPANY: deed('a front company'),
  SHIP_TO_SHIP: deed('a ship-to-ship transfer'),
  FLAG_AIS_MANIPULATION: deed('a manipulation of flag or position'),
  PRICE_CAP_BREACH: deed('a breach of the price cap'),
  MONEY_LAUNDERING: deed('money laundering'),
  FRAUD: deed('a fraud'),
  BRIBERY_CORRUPTION: deed('bribery'),
  TAX_CRIME: deed('a tax crime'),
  TERRORIST_FINANCING: deed('terrorist financing'),
  PROLIFERATION_FINANCING: deed('proliferation financing'),
  CYBER_THEFT: deed('a theft by hacking'),
  TRAFFICKING: deed('trafficking'),
  EMBEZZLEMENT: deed('embezzlement'),
  MARKET_ABUSE: deed('market abuse'),
  OWNERSHIP: relation('an ownership'),
  DIRECTORSHIP: relation('a directorship'),
  AGENT_OF: relation('acting for another'),
  FAMILY: relation('a family tie'),
  CUSTOMER_SUPPLIER: relation('a business tie'),
  MILITARY_LOSS: { label: 'a military loss', principal: ['actor'], isRecurring: true },
  OTHER_CONTEXT: { label: 'something else', principal: [] },
};

/** Roles whose party did what the claim says, so that it is that party who may deny it. */
export const ACCUSED_ROLES: readonly EventRole[] = ['supplier', 'recipient', 'broker', 'actor', 'owner'];

/** How far an event had come. What is yet to be and what has been are never one event. */
export type Stage = 'ahead' | 'done' | 'stopped';

const STAGES: Readonly<Record<EventPhase, Stage>> = {
  planned: 'ahead',
  sought: 'ahead',
  offered: 'ahead',
  proposed: 'ahead',
  negotiated: 'ahead',
  attempted: 'ahead',
  agreed: 'ahead',
  delivered: 'done',
  used: 'done',
  blocked: 'stopped',
  failed: 'stopped',
};

/** The stage of a phase; undefined if the claim does not tell it. */
export function stageOf(phase: EventPhase | undefined): Stage | undefined {
  return phase && STAGES[phase];
}

/** Which act may follow which in the course of one matter: a later report of the second updates the first. */
export const FOLLOWS: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  SANCTION_DESIGNATION: ['DELISTING'],
  EXPORT_CONTROL_LISTING: ['DELISTING'],
  INVESTIGATION_OPENED: ['RAID', 'ARREST_DETENTION', 'CHARGE', 'CONVICTION', 'ACQUITTAL_DISMISSAL'],
  RAID: ['ARREST_DETENTION', 'CHARGE', 'CONVICTION', 'ACQUITTAL_DISMISSAL'],
  ARREST_DETENTION: ['EXTRADITION', 'CHARGE', 'CONVICTION', 'ACQUITTAL_DISMISSAL'],
  EXTRADITION: ['CHARGE', 'CONVICTION', 'ACQUITTAL_DISMISSAL'],
  CHARGE: ['CONVICTION', 'ACQUITTAL_DISMISSAL', 'PENALTY_SETTLEMENT'],
};
