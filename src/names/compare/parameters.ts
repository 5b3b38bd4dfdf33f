// The numbers of the name score, version 1. Fitted by bench/fit-names.ts to pairs made from the official lists and to the
// development pairs, then rounded by hand; a change here is a new policy, because old screenings must be repeatable.
// Not as fitted: numberContradiction, since the labels call two numbers of one series one party and we do not.

export interface NameScoreParameters {
  /** Exponent of likeness when it becomes credit: above 1, so that two half-alike tokens are not one whole. */
  readonly creditExponent: number;
  /** Share of their likeness of sound that two well-known names keep if they are no spellings of one name. */
  readonly knownNames: number;
  /** The same where the writing of one name hides differences; see `lossyForm`. */
  readonly lossySounds: number;
  /** Exponents of the larger and of the smaller of the two coverages. */
  readonly largerCoverage: number;
  readonly smallerCoverage: number;
  /** Log-odds of two names that agree in every part. */
  readonly intercept: number;
  /** Log-odds lost for each factor e of coverage lost. */
  readonly coverageSlope: number;
  /** Log-odds lost when a part of the one name contradicts a part of the other, however small their share. */
  readonly contradictionBase: number;
  /** Log-odds lost besides, for the whole of both names; a part loses its share of it. */
  readonly contradiction: number;
  /** Share of the contradiction forgiven when the two parts are alike, though not enough to agree. */
  readonly softening: number;
  /** Log-odds lost when numerals differ; when only one name has one. */
  readonly numberContradiction: number;
  readonly numberOmission: number;
  /** Log-odds lost when both names have a legal form and none agrees. */
  readonly legalContradiction: number;
  /** Log-odds lost when a name of one part meets one of several. */
  readonly singleToken: number;
  /** Log-odds lost for each unit of agreed weight short of `enoughAgreement`. */
  readonly thinAgreement: number;
  readonly enoughAgreement: number;
  /** Log-odds lost where the writing of one name hides differences (Han read as pinyin, missing vowels). */
  readonly lossyForm: number;
}

export const NAME_SCORE_V1: NameScoreParameters = {
  creditExponent: 2.2,
  knownNames: 0.35,
  lossySounds: 0.5,
  largerCoverage: 0.1,
  smallerCoverage: 0.39,
  intercept: 3.4,
  coverageSlope: 9.7,
  contradictionBase: 3,
  contradiction: 0.9,
  softening: 0.95,
  numberContradiction: 2.5,
  numberOmission: 2,
  legalContradiction: 2,
  singleToken: 1.2,
  thinAgreement: 1.8,
  enoughAgreement: 0.55,
  lossyForm: 1.1,
};
