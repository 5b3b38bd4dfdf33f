// The first half of OFAC's advanced XML: the reference values that everything else points to by number, and the
// locations and documents that parties point to. They are kept in a small form until the parties come.
import type { XmlElement } from '../../read/xml.ts';
import type { OfacAddress, OfacFact } from './entry.ts';
import { addressOfParts, saysNoCountry } from './places.ts';
import type { Waiting } from './waiting.ts';

/** What OFAC writes for a reference that says nothing. */
const UNKNOWN = 'Unknown';
const ISSUED = 'Issue Date';
const EXPIRES = 'Expiration Date';
const VALID = 'Valid';

export const LATIN = 'Latin';

/** The values of the reference sets, by kind ("AliasType") and number. */
export class ReferenceValues {
  readonly #values = new Map<string, XmlElement>();

  /** @param sets the element `ReferenceValueSets` */
  constructor(sets: XmlElement) {
    for (const value of sets.elements.flatMap((set) => set.elements))
      this.#values.set(`${value.name} ${value.attribute('ID')}`, value);
  }

  /** The text of a value; undefined for the one that says "Unknown". A number without a value stands as it is. */
  text(kind: string, id: string | undefined): string | undefined {
    if (id === undefined) return undefined;
    const value = this.#values.get(`${kind} ${id}`);
    const text = value ? value.text : `${kind} ${id}`;
    return text === UNKNOWN || text === '' ? undefined : text;
  }

  /** An attribute of a value. */
  attribute(kind: string, id: string | undefined, name: string): string | undefined {
    return this.#values.get(`${kind} ${id}`)?.attribute(name);
  }
}

/** What features and documents point to. */
export interface Targets {
  readonly references: ReferenceValues;
  readonly locations: Waiting<OfacAddress>;
}

/**
 * A `Location` in each script that it is given in, the Latin one first; one without parts is a country alone.
 * A part's values in other scripts are told by their comment, which names the script.
 */
export function readLocation(element: XmlElement, references: ReferenceValues): OfacAddress[] {
  const id = element.attribute('ID');
  const country = countryOf(element, references);
  const remarks = element.textAt('Comment');
  const values = element.children('LocationPart').flatMap((part) =>
    part.children('LocationPartValue').map((found) => ({
      type: references.text('LocPartType', part.attribute('LocPartTypeID')) ?? UNKNOWN,
      script: found.textAt('Comment') ?? LATIN,
      value: found.textAt('Value') ?? '',
    })),
  );
  const others = new Set(values.map((found) => found.script).filter((script) => script !== LATIN));
  return [LATIN, ...others].map((script, index) => ({
    ...addressOfParts(
      values.filter((found) => found.script === script),
      country,
    ),
    id: index === 0 ? id : `${id}-${index + 1}`,
    remarks,
    at: element.path,
  }));
}

function countryOf(element: XmlElement, references: ReferenceValues): string | undefined {
  const named = element
    .children('LocationCountry')
    .map((country) => references.text('Country', country.attribute('CountryID')));
  const areas = element
    .children('LocationAreaCode')
    .map((area) => references.attribute('AreaCode', area.attribute('AreaCodeID'), 'Description'));
  return [...named, ...areas].find((country) => country !== undefined && !saysNoCountry(country));
}

/** A location in one line, for a place of birth. */
export function placeOf([address]: readonly OfacAddress[]): string {
  return [address?.street, address?.city, address?.region, address?.postalCode, address?.country]
    .filter(Boolean)
    .join(', ');
}

/** A document, and the names of its identity that it is issued in, by their number. */
export interface AdvancedDocument {
  readonly fact: OfacFact;
  readonly nameIds: readonly (string | undefined)[];
}

/** An `IDRegDocument` as a fact of the identity that it belongs to. */
export function readDocument(element: XmlElement, { references, locations }: Targets): AdvancedDocument {
  const dateOf = (type: string): string | undefined => {
    const date = element
      .children('DocumentDate')
      .find((found) => references.text('IDRegDocDateType', found.attribute('IDRegDocDateTypeID')) === type);
    const period = date?.child('DatePeriod');
    return period && periodText(period);
  };
  const otherDates = element.children('DocumentDate').flatMap((date) => {
    const type = references.text('IDRegDocDateType', date.attribute('IDRegDocDateTypeID'));
    const period = date.child('DatePeriod');
    return type === ISSUED || type === EXPIRES || !period ? [] : [`${type ?? 'date'}: ${periodText(period)}`];
  });
  const validity = references.text('Validity', element.attribute('ValidityID'));
  const issuedIn = placeOf(locations.get(element.attribute('IssuedIn-LocationID') ?? ''));
  const said = [
    validity === VALID ? undefined : validity?.toLowerCase(),
    element.textAt('IssuingAuthority'),
    issuedIn,
    element.textAt('Comment'),
    ...otherDates,
  ];
  const fact: OfacFact = {
    label: references.text('IDRegDocType', element.attribute('IDRegDocTypeID')) ?? 'Identification',
    value: element.textAt('IDRegistrationNo') ?? '',
    isDocument: true,
    country: references.text('Country', element.attribute('IssuedBy-CountryID')),
    issued: dateOf(ISSUED),
    expires: dateOf(EXPIRES),
    remarks: said.filter(Boolean).join('; ') || undefined,
    at: element.path,
  };
  const names = element.children('DocumentedNameReference');
  return { fact, nameIds: names.map((name) => name.attribute('DocumentedNameID')) };
}

/** A date of year, month and day, as ISO text; a month or day of 0 is not known. */
export function dateText(element: XmlElement): string {
  const [year = '', month = '', day = ''] = ['Year', 'Month', 'Day'].map(
    (part) => element.textAt(part) ?? '',
  );
  const known = [year.padStart(4, '0')];
  if (Number(month) > 0) known.push(month.padStart(2, '0'));
  if (Number(month) > 0 && Number(day) > 0) known.push(day.padStart(2, '0'));
  return known.join('-');
}

/**
 * A `DatePeriod` as OFAC's other formats would write it: a day, a month, a year, or "from to to". A period from the
 * first to the last day of a month or year is how this format says that month or year.
 */
export function periodText(period: XmlElement): string {
  const [start, end] = [period.child('Start'), period.child('End')];
  const from = pointOf(start, 'From') ?? pointOf(end, 'From');
  const to = pointOf(end, 'To') ?? pointOf(start, 'To') ?? from;
  if (from === undefined || to === undefined) return '';
  const isAbout = [start, end].some((boundary) => boundary?.attribute('Approximate') === 'true');
  return `${isAbout ? 'circa ' : ''}${rangeText(from, to)}`;
}

function pointOf(boundary: XmlElement | undefined, first: 'From' | 'To'): string | undefined {
  const point = boundary?.child(first) ?? boundary?.child(first === 'From' ? 'To' : 'From');
  return point && dateText(point);
}

function rangeText(from: string, to: string): string {
  if (from === to) return from;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const lastDay = new Date(Date.UTC(Number(year), Number(from.slice(5, 7)), 0)).getUTCDate();
  if (from === `${month}-01` && to === `${month}-${lastDay}`) return month;
  const areYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  return areYears ? `${year} to ${to.slice(0, 4)}` : `${from} to ${to}`;
}
