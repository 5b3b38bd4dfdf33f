// What an entry of the US Consolidated Screening List says, in one shape for its two formats.
import type { OfacAddress, OfacFact } from '../ofac/entry.ts';

export interface CslRow {
  /** The list's own id of the row: OFAC's uid for its rows, a hash of the row for the others. */
  readonly id: string;
  /** "Specially Designated Nationals (SDN) - Treasury Department" */
  readonly source: string;
  /** OFAC's uid; undefined for the other lists. */
  readonly entityNumber?: string | undefined;
  /** Individual, Entity, Vessel or Aircraft; undefined where the list does not say. */
  readonly type?: string | undefined;
  readonly name: string;
  readonly altNames: readonly string[];
  readonly programs: readonly string[];
  readonly titles: readonly string[];
  readonly addresses: readonly OfacAddress[];
  readonly citizenships: readonly string[];
  readonly nationalities: readonly string[];
  readonly birthDates: readonly string[];
  readonly birthPlaces: readonly string[];
  /** Documents, and whatever else OFAC states under a label. */
  readonly ids: readonly OfacFact[];
  /** Texts of which each format has one or none, by the list's own name of the field. */
  readonly texts: Readonly<Partial<Record<CslText, string>>>;
  /** Fields that are not known: their own name and text. */
  readonly others: readonly (readonly [field: string, text: string])[];
  readonly at: string;
  /** Line of the file, for formats that have lines. */
  readonly line?: number;
}

export const CSL_TEXTS = [
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'source_list_url',
  'source_information_url',
] as const;
export type CslText = (typeof CSL_TEXTS)[number];

/** A row, or why it is none; the reading loop hands over each row that it meets. */
export type CslEvent =
  | { readonly kind: 'row'; readonly row: CslRow }
  | {
      readonly kind: 'fault';
      readonly at: string;
      readonly line?: number;
      readonly reason: string;
      readonly text: string;
      readonly isHarmless?: boolean;
    };
