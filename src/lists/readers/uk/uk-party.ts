// What the two UK lists say of one party, gathered value by value while their rows or elements are read. Both lists
// repeat a party's values in every combination (a name for each address for each date of birth), so a value that is
// known already is dropped on arrival: what is held is about as large as what the list really says.
import type { Found } from '../../read/xml-fields.ts';

/** Values that stand alone, each with its place. */
export type UkField =
  | 'title'
  | 'birthDate'
  | 'nationality'
  | 'gender'
  | 'position'
  | 'phone'
  | 'fax'
  | 'email'
  | 'website'
  | 'entityType'
  | 'parentCompany'
  | 'subsidiary'
  | 'businessNumber'
  | 'imoNumber'
  | 'owner'
  | 'previousOwner'
  | 'flag'
  | 'previousFlag'
  | 'shipType'
  | 'tonnage'
  | 'length'
  | 'yearBuilt'
  | 'hullNumber'
  | 'wallet'
  | 'reason'
  | 'provision'
  | 'sanctionsListId'
  | 'groupId'
  | 'unReference'
  | 'designationSource'
  | 'lastUpdated'
  | 'note';

export interface UkName {
  /** Name 1 to Name 6: the sixth is the family name, or the whole name of a body or a ship. Blank where not given. */
  readonly parts: readonly string[];
  /** `Primary name`, `Primary name variation`, `AKA`, `FKA`, `Alias`. */
  readonly type: string;
  /** `Good quality`, `Low quality a.k.a` …; blank if the list does not grade it. */
  readonly quality: string;
  readonly at: string;
}

export interface UkScriptName {
  readonly name: string;
  readonly script: string;
  readonly language: string;
  readonly at: string;
}

export interface UkAddress {
  /** Address line 1 to 6; the sixth is the town in most of them. */
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly country: string;
  readonly at: string;
}

export interface UkBirthPlace {
  readonly town: string;
  readonly country: string;
  readonly at: string;
}

export interface UkDocument {
  readonly kind: 'passport' | 'national';
  readonly number: string;
  readonly details: string;
  readonly at: string;
}

export interface UkListing {
  readonly regime: string;
  readonly listedOn: string;
  /** The day of designation where the list gives it besides the day of listing. */
  readonly designatedOn: string;
  readonly at: string;
}

/** The structured values, by what they are. */
interface UkStructured {
  readonly name: UkName;
  readonly scriptName: UkScriptName;
  readonly address: UkAddress;
  readonly birthPlace: UkBirthPlace;
  readonly document: UkDocument;
  readonly listing: UkListing;
}

export class UkParty {
  readonly recordId: string;
  /** `Individual`, `Entity` or `Ship`, as the list writes it. */
  readonly kind: string;
  /** Where the party was met first. */
  readonly at: string;
  rows = 0;
  readonly #fields = new Map<UkField, Map<string, string>>();
  readonly #structured = new Map<keyof UkStructured, Map<string, UkStructured[keyof UkStructured]>>();

  constructor(recordId: string, kind: string, at: string) {
    this.recordId = recordId;
    this.kind = kind;
    this.at = at;
  }

  /** Adds a value; blank text and text that is known are left out. */
  add(field: UkField, text: string | undefined, at: string): void {
    const value = text?.trim();
    if (!value) return;
    const values = this.#fields.get(field) ?? new Map<string, string>();
    if (!values.has(value)) values.set(value, at);
    this.#fields.set(field, values);
  }

  /** Adds a structured value; one that says nothing, and one that is known, are left out. */
  put<Kind extends keyof UkStructured>(kind: Kind, value: UkStructured[Kind]): void {
    if (saysNothing(value)) return;
    const { at: _at, ...content } = value;
    const key = JSON.stringify(content);
    const values = this.#structured.get(kind) ?? new Map<string, UkStructured[keyof UkStructured]>();
    if (!values.has(key)) values.set(key, value);
    this.#structured.set(kind, values);
  }

  /** The values of a field in the order in which they were met. */
  found(field: UkField): Found[] {
    return [...(this.#fields.get(field) ?? [])].map(([text, at]) => ({ text, at }));
  }

  all<Kind extends keyof UkStructured>(kind: Kind): readonly UkStructured[Kind][] {
    return [...(this.#structured.get(kind)?.values() ?? [])] as UkStructured[Kind][];
  }
}

/** True without the text that matters: a name's type alone, or a document's kind alone, says nothing. */
function saysNothing(value: UkStructured[keyof UkStructured]): boolean {
  if ('parts' in value) return value.parts.every((part) => !part);
  if ('script' in value) return !value.name;
  if ('lines' in value) return !value.postalCode && !value.country && value.lines.every((line) => !line);
  if ('town' in value) return !value.town && !value.country;
  if ('number' in value) return !value.number && !value.details;
  return !value.regime && !value.listedOn;
}
