// Policy version 1: what each piece of evidence is worth, in log-odds, and where the decisions lie. Together with the
// parameters of the name score this is everything that turns facts into a probability; its hash is in every answer.
// A change of a number is a new version, because an old screening must be repeatable.
import { NAME_SCORE_V1 } from '../../names/compare/parameters.ts';

export const POLICY_V1 = {
  name: 'v1',
  nameScore: NAME_SCORE_V1,
  effects: {
    /** Both dates to the day, equal. */
    birthDayEqual: 3.2,
    /** Equal as far as the less precise of the two goes. */
    birthMonthEqual: 2.2,
    birthYearEqual: 1.2,
    /** Day and month changed places: a slip of the form, or of the American order. */
    birthDaySwapped: 2,
    /** One digit of the day or month differs, the rest is equal. */
    birthDigitSlip: 0.8,
    /** The same day of another year that differs in one digit or by swapped digits. */
    birthYearSlip: 0,
    /** The same year, but day or month differ. */
    birthSameYear: -2,
    /** A year apart, where one side knows only the year. */
    birthNextYear: -1,
    /** A year apart, both known to the day. */
    birthNextYearDay: -3,
    /** Up to five years apart. */
    birthNear: -4.5,
    birthFar: -7,
    birthPlaceEqual: 0.8,
    birthPlaceDifferent: -0.4,
    nationalityEqual: 0.9,
    nationalityDifferent: -1.5,
    /** The one's nationality against the other's country of residence: people live abroad. */
    countryEqual: 0.5,
    countryDifferent: -0.6,
    genderEqual: 0.15,
    genderDifferent: -3,
    /** Equal number of a document or register, issued by the same country or by one that is not told. */
    identifierEqual: 8,
    /** Equal number, but another issuing country. */
    identifierOtherCountry: 1.5,
    /** Equal number that fails its check digit or has another form: zeros, a placeholder, a misread line. */
    identifierEqualWrong: 3,
    /** The same kind of number from the same country, but a different one. */
    identifierDifferent: -1,
    /** Another IMO number of a hull, another serial number of an airframe: these stay for life. */
    hullNumberDifferent: -5,
    /** One digit apart where one of the numbers fails its check digit: says nothing, but is shown. */
    identifierSlip: 0,
    addressEqual: 1,
    /** Telephone and e-mail are shared by many: a hint, never proof. */
    contactEqual: 1,
    /** The name that matched is one that the list itself calls weak. */
    weakAlias: -1.2,
    /** A person where the query says organisation, or the other way round, as far as that is certain. */
    schemaDifferent: -4,
  },
  /** Years apart up to which birth years count as near. */
  nearYears: 5,
  /** Least log-odds of the names beside an equal identifier; the result then says that the names differ. */
  identifierNameFloor: -3,
  thresholds: {
    /** At least this probability: stop. */
    stop: 0.9,
    /** At least this: a person must look. Also the default cut-off of what is shown. */
    review: 0.5,
  },
} as const;

export type Policy = typeof POLICY_V1;
export type EffectName = keyof Policy['effects'];
