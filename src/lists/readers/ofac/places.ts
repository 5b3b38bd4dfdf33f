// Places as OFAC writes them: the one column of the CSV that holds city, province and postal code together, and
// places of birth, which end in a country more often than not.
import { parseCountry } from '../../../model/country.ts';
import type { OfacAddress } from './entry.ts';

/** What OFAC writes where it does not know a country. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['undetermined', 'none identified', 'unknown']);

export type Address = Omit<OfacAddress, 'id' | 'at'>;

/** OFAC's kinds of address parts, each with the place where it stands. */
const STREET_PARTS = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'Unknown'] as const;
const REGION = 'REGION';

/**
 * The tail of a city that is a postal code: words with figures in them ("84105", "EC3N 1DY", "CH-8022"), or the four
 * figures and two letters of a Dutch one. "Dublin 4" and "District 10" are places: fewer than three figures.
 */
const POSTAL_CODE = /^(?:(.*?)\s)??(\d{4} [A-Z]{2}|\S*\d\S*(?: \S*\d\S*)*)$/u;

/** An address from its parts, as the richer formats give them. */
export function addressOfParts(
  parts: readonly { readonly type: string; readonly value: string }[],
  country: string | undefined,
): Address {
  const join = (types: readonly string[]): string | undefined =>
    types
      .flatMap((type) => parts.filter((part) => part.type === type).map((part) => part.value))
      .filter(Boolean)
      .join(', ') || undefined;
  const region = join([REGION]);
  return {
    street: join(STREET_PARTS),
    city: join(['CITY']),
    region: join(country === undefined ? ['STATE/PROVINCE'] : ['STATE/PROVINCE', REGION]),
    postalCode: join(['POSTAL CODE']),
    // OFAC's other formats print a region without a country in the country's place, in these words.
    country: country ?? (region && `Region: ${region}`),
  };
}

/**
 * City, province and postal code from the CSV's one column, which OFAC composes as "city, province postal code".
 * Of 512 real addresses whose parts another format gives, 496 come out alike. Most of the others have a province and
 * no city, which the text does not show: the province comes out as the city.
 */
export function splitCity(text: string): Pick<Address, 'city' | 'region' | 'postalCode'> {
  const [, city, tail = ''] = /^(?:(.+), )?(.+)$/u.exec(text) ?? [];
  const [, before, found = ''] = POSTAL_CODE.exec(tail) ?? [];
  const isCode = found.includes(' ') || found.replace(/\D/gu, '').length >= 3;
  const place = isCode ? before : tail;
  const postalCode = isCode ? found : undefined;
  return city === undefined ? { city: place, postalCode } : { city, region: place, postalCode };
}

/** True for a text that says that no country is known. */
export function saysNoCountry(text: string): boolean {
  return NO_COUNTRY.has(text.trim().toLowerCase());
}

/**
 * The country that a place of birth ends in, as its name stands there: "Iran", "Korea, North".
 * A code of two or three letters is not taken for one: "CA" ends many an American place.
 */
export function countryAtEnd(place: string): string | undefined {
  const parts = place.split(',').map((part) => part.trim());
  const candidates = [parts.slice(-2).join(', '), parts.at(-1) ?? ''];
  return candidates.find(
    (text) => (text.length > 3 || /^(?:UK|USA|UAE|DRC)$/u.test(text)) && parseCountry(text) !== undefined,
  );
}
