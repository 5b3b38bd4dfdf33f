// An entry of an OFAC list as all four formats give it. Each reader turns its own layout into this; one mapping
// (record.ts) turns this into FollowTheMoney. So the same entry comes out the same whichever file it was read from,
// and a format that says more only adds to it.

/** `other` is a type that OFAC does not have today: its parties are listed all the same. */
export type OfacType = 'individual' | 'entity' | 'vessel' | 'aircraft' | 'other';

/** `aka` also known as, `fka` formerly, `nka` now known as. */
export type NameKind = 'primary' | 'aka' | 'fka' | 'nka';

export interface OfacName {
  readonly kind: NameKind;
  /** OFAC's own form: "MKRTYCHEV, Ashot" for a person, the plain name for all others. */
  readonly listForm: string;
  /** OFAC's "weak" or "low quality" alias: broad or generic, not meant to be screened by itself. */
  readonly isWeak?: boolean;
  /** Script as OFAC names it ("Cyrillic"); left out for Latin. */
  readonly script?: string | undefined;
  /** Parts of a person's name that only the richer formats tell apart. */
  readonly middle?: string | undefined;
  readonly patronymic?: string | undefined;
  readonly matronymic?: string | undefined;
  readonly at: string;
}

/**
 * One statement about the party, under OFAC's own label: a feature ("Gender" "Male"), a document ("Passport"
 * "1084010"), a condition of its listing ("Secondary sanctions risk:" "…"). What a label means is in facts.ts.
 */
export interface OfacFact {
  readonly label: string;
  readonly value: string;
  /** True if the format itself says that this is a document or registration number, whatever its label. */
  readonly isDocument?: boolean;
  readonly country?: string | undefined;
  readonly issued?: string | undefined;
  readonly expires?: string | undefined;
  readonly remarks?: string | undefined;
  readonly at: string;
}

export interface OfacAddress {
  readonly id?: string | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
  readonly remarks?: string | undefined;
  readonly at: string;
}

/** A tie to another party: by OFAC's uid where the format gives it, always by name where it gives the name. */
export interface OfacRelation {
  /** OFAC's words: "Linked To", "Owned or Controlled By". */
  readonly type: string;
  /** Narrower words than the type's, such as "wife of". */
  readonly role?: string | undefined;
  readonly uid?: string | undefined;
  readonly name?: string | undefined;
  readonly quality?: string | undefined;
  readonly at: string;
}

/** A text with its place in the file. */
export interface Located {
  readonly text: string;
  readonly at: string;
}

/** One of OFAC's lists that the party is on ("SDN List"), with the day that it was put there. */
export interface OfacListMembership {
  readonly list: string;
  readonly since?: string | undefined;
}

/** What a listing rests on ("Executive Order 14024 (Russia)"), and since when, where the format says so. */
export interface OfacLegalAuthority {
  readonly text: string;
  readonly since?: string | undefined;
}

export interface OfacEntry {
  readonly uid: string;
  readonly at: string;
  /** OFAC's word for the type of the party: "Individual"; blank for an entity in the CSV. */
  readonly type: string | undefined;
  /** The primary name first. */
  readonly names: readonly OfacName[];
  readonly programmes: readonly Located[];
  readonly titles: readonly Located[];
  readonly facts: readonly OfacFact[];
  readonly addresses: readonly OfacAddress[];
  readonly relations: readonly OfacRelation[];
  /** Free text, and whatever the format says that has no place of its own. */
  readonly notes: readonly Located[];
  readonly memberships?: readonly OfacListMembership[];
  readonly legalAuthorities?: readonly OfacLegalAuthority[];
  /** "Block", "13662 Sectoral Directive 1". */
  readonly sanctionsTypes?: readonly string[];
}

/** The type of an entry by OFAC's word for it; the CSV leaves it blank for an entity. */
export function ofacType(text: string | undefined): OfacType {
  const word = text?.trim().toLowerCase() || 'entity';
  return word === 'individual' || word === 'entity' || word === 'vessel' || word === 'aircraft'
    ? word
    : 'other';
}
