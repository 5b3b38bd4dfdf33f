// The model: FollowTheMoney entities with provenance, list records and listings, dates and countries.
export { areCountriesCompatible, countryName, parseCountry } from '../model/country.ts';
export { type DateOrder, daysBetween, parseDates, parseDay } from '../model/dates.ts';
export {
  captionOf,
  type Entity,
  EntityBuilder,
  firstText,
  type Properties,
  textsOf,
  toFollowTheMoney,
  type Value,
} from '../model/entity.ts';
export {
  type Listing,
  type ListRecord,
  listingsOf,
  type Provenance,
  partyId,
  partyOf,
  provenanceOf,
} from '../model/record.ts';
export {
  FTM_VERSION,
  isA,
  isMatchable,
  isSchemaName,
  type Property,
  parseSchemaName,
  propertiesOf,
  propertyOf,
  SCHEMA_NAMES,
  type SchemaName,
  schemaLabel,
} from '../model/schema/schema.ts';
