// Builds one list record: the party, its listings, and what hangs on it. All readers go through here, so that an
// address, a passport or an unreadable date looks the same whichever list it comes from.
// A value that cannot be read is never guessed: its text goes to the party's `notes` and into `issues`.
import { parseCountry } from '../model/country.ts';
import { type DateOrder, parseDates } from '../model/dates.ts';
import { type Entity, EntityBuilder } from '../model/entity.ts';
import { type ListRecord, partyId } from '../model/record.ts';
import type { SchemaName } from '../model/schema/schema.ts';

/** The parts of an address, as far as a list gives them apart. `country` is the country's name or code. */
export interface AddressParts {
  readonly street?: string | undefined;
  readonly street2?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
  readonly remarks?: string | undefined;
}

/** An identity document or registration number. `country` is the issuing country's name or code. */
export interface IdentificationParts {
  readonly number: string;
  /** What the list calls it: "Passport", "Tax ID No.", "National ID". */
  readonly type: string;
  readonly country?: string | undefined;
  readonly issued?: string | undefined;
  readonly expires?: string | undefined;
  /** What else the list says of it: "false", "expired", "issued in Bratislava". */
  readonly remarks?: string | undefined;
}

/** What a listing says, where the list gives it; see Listing in model/record.ts. */
export interface ListingParts {
  readonly authority: string;
  readonly program?: string | undefined;
  readonly programId?: string | undefined;
  /** Country that imposes it, as a code. */
  readonly country?: string | undefined;
  readonly listedOn?: string | undefined;
  readonly endsOn?: string | undefined;
  readonly reason?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly provisions?: string | undefined;
  readonly status?: string | undefined;
  /** The authority's own number of the listing, such as `QDi.335`. */
  readonly authorityId?: string | undefined;
  readonly unscId?: string | undefined;
  readonly sourceUrl?: string | undefined;
  /** Order of all-figures dates in this listing. @default 'day-first' */
  readonly dateOrder?: DateOrder | undefined;
}

/** A value that could not be read as what it should be. */
export interface ValueIssue {
  readonly property: string;
  readonly text: string;
  readonly at: string;
  readonly reason: string;
}

export class RecordBuilder {
  readonly dataset: string;
  readonly recordId: string;
  readonly party: EntityBuilder;
  readonly issues: ValueIssue[] = [];
  readonly #others: EntityBuilder[] = [];
  readonly #counts = new Map<string, number>();

  /** @param schema the party's schema; the schema of a record cannot change later */
  constructor(dataset: string, recordId: string, schema: SchemaName) {
    this.dataset = dataset;
    this.recordId = recordId;
    this.party = new EntityBuilder(partyId(dataset, recordId), schema);
  }

  get id(): string {
    return this.party.id;
  }

  /** Adds a property of the party as the text stands; blank text is left out. */
  add(property: string, text: string | undefined, at: string, lang?: string): this {
    this.party.add(property, text, at, lang ? { lang } : undefined);
    return this;
  }

  /** Adds dates to the party from text as the list writes them; what is no date goes to `notes` and `issues`. */
  addDate(property: string, text: string | undefined, at: string, order?: DateOrder): this {
    const trimmed = text?.trim();
    if (!trimmed) return this;
    const dates = parseDates(trimmed, order);
    if (dates.length === 0) this.#keepUnread(property, trimmed, at, 'no date that can be read');
    for (const date of dates)
      this.party.add(property, date, at, date === trimmed ? {} : { original: trimmed });
    return this;
  }

  /** Adds a country to the party by name or code; an unknown one goes to `notes` and `issues`. */
  addCountry(property: string, text: string | undefined, at: string): this {
    const trimmed = text?.trim();
    if (!trimmed) return this;
    const code = parseCountry(trimmed);
    if (code) this.party.add(property, code, at, code === trimmed ? {} : { original: trimmed });
    else this.#keepUnread(property, trimmed, at, 'not the name of a country that is known');
    return this;
  }

  /** Adds an address as an entity of its own, and its text and country to the party. All blank: nothing. */
  addAddress(parts: AddressParts, at: string, id?: string): this {
    const countryText = parts.country?.trim();
    const code = countryText ? parseCountry(countryText) : undefined;
    const lines = [parts.street, parts.street2, parts.city, parts.region, parts.postalCode, countryText];
    const full = lines
      .map((line) => line?.trim())
      .filter(Boolean)
      .join(', ');
    if (!full) return this;
    const address = this.#other('Address', 'address', id)
      .add('full', full, at)
      .add('street', parts.street, at)
      .add('street2', parts.street2, at)
      .add('city', parts.city, at)
      .add('region', parts.region, at)
      .add('postalCode', parts.postalCode, at)
      .add('remarks', parts.remarks, at);
    if (code && countryText) address.add('country', code, at, { original: countryText });
    this.party.add('addressEntity', address.id, at).add('address', full, at);
    if (countryText) this.addCountry('country', countryText, at);
    return this;
  }

  /**
   * Adds an identity document or number as an entity of its own (Passport where the type says so), and its number
   * to the party: `passportNumber` for a person's passport, else `property`.
   * @param property where the number stands on the party. @default 'idNumber'
   */
  addIdentification(parts: IdentificationParts, at: string, property = 'idNumber'): this {
    const number = parts.number.trim();
    if (!number) return this;
    const isPassport = /passport/iu.test(parts.type) && this.party.schema === 'Person';
    const document = this.#other(isPassport ? 'Passport' : 'Identification', 'id')
      .add('holder', this.id, at)
      .add('number', number, at)
      .add('type', parts.type, at)
      .add('summary', parts.remarks, at);
    if (isPassport) document.add('passportNumber', number, at);
    const country = parts.country?.trim();
    const code = country ? parseCountry(country) : undefined;
    if (country && code) document.add('country', code, at, { original: country });
    else if (country) document.add('authority', country, at);
    this.#addDateTo(document, 'startDate', parts.issued, at);
    this.#addDateTo(document, 'endDate', parts.expires, at);
    this.party.add(isPassport ? 'passportNumber' : property, number, at);
    return this;
  }

  /** Adds a listing (a FollowTheMoney Sanction) of the party; the topic `sanction` is the caller's to add. */
  addListing(parts: ListingParts, at: string): this {
    const listing = this.#other('Sanction', 'sanction')
      .add('entity', this.id, at)
      .add('authority', parts.authority, at)
      .add('program', parts.program, at)
      .add('programId', parts.programId, at)
      .add('country', parts.country, at)
      .add('reason', parts.reason, at)
      .add('summary', parts.legalBasis, at)
      .add('provisions', parts.provisions, at)
      .add('status', parts.status, at)
      .add('authorityId', parts.authorityId, at)
      .add('unscId', parts.unscId, at)
      .add('sourceUrl', parts.sourceUrl, at);
    this.#addDateTo(listing, 'listingDate', parts.listedOn, at, parts.dateOrder);
    this.#addDateTo(listing, 'endDate', parts.endsOn, at, parts.dateOrder);
    return this;
  }

  /** Adds a crypto wallet held by the party. */
  addWallet(publicKey: string, currency: string | undefined, at: string): this {
    if (!publicKey.trim()) return this;
    this.#other('CryptoWallet', 'wallet')
      .add('publicKey', publicKey, at)
      .add('currencySymbol', currency, at)
      .add('holder', this.id, at);
    return this;
  }

  /**
   * Adds a relation to another party.
   * @param schema a relation of FollowTheMoney: `UnknownLink`, `Ownership`, `Family`, `Directorship` …
   * @param other  the other party: its id if the list says which record it is, else the name that the list writes,
   *               which becomes a party of its own that is not listed by itself
   * @param ownEnd the property at which this party stands, such as `subject`, `owner` or `asset`
   * @param otherEnd the property at which the other one stands
   */
  addRelation(
    schema: SchemaName,
    other: { readonly id: string } | { readonly name: string; readonly schema?: SchemaName },
    ends: { readonly own: string; readonly other: string; readonly role?: string | undefined },
    at: string,
  ): this {
    let otherId: string;
    if ('id' in other) {
      otherId = other.id;
    } else {
      if (!other.name.trim()) return this;
      otherId = this.#other(other.schema ?? 'LegalEntity', 'related').add('name', other.name, at).id;
    }
    // Family is the one relation that says "relationship" for what the others call "role".
    const role = schema === 'Family' ? 'relationship' : 'role';
    this.#other(schema, 'link')
      .add(ends.own, this.id, at)
      .add(ends.other, otherId, at)
      .add(role, ends.role, at);
    return this;
  }

  build(): ListRecord {
    const others = this.#others.map((other) => other.build());
    const entities: [Entity, ...Entity[]] = [this.party.build(), ...others];
    return { dataset: this.dataset, recordId: this.recordId, entities };
  }

  #other(schema: SchemaName, kind: string, id?: string): EntityBuilder {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const other = new EntityBuilder(`${this.id}-${kind}-${id ?? count}`, schema);
    this.#others.push(other);
    return other;
  }

  #addDateTo(
    entity: EntityBuilder,
    property: string,
    text: string | undefined,
    at: string,
    order?: DateOrder,
  ): void {
    const trimmed = text?.trim();
    if (!trimmed) return;
    const dates = parseDates(trimmed, order);
    if (dates.length === 0)
      this.#keepUnread(`${entity.schema}.${property}`, trimmed, at, 'no date that can be read');
    for (const date of dates) entity.add(property, date, at, date === trimmed ? {} : { original: trimmed });
  }

  #keepUnread(property: string, text: string, at: string, reason: string): void {
    this.issues.push({ property, text, at, reason });
    this.party.add('notes', `${property}: ${text}`, at);
  }
}
