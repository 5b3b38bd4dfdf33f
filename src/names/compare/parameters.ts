// The numbers of the name score, version 1. Chosen by a random search over the development pairs and decks made from
// the official lists, then rounded by hand; a change here is a new policy, because old screenings must be repeatable.

export interface NameScoreParameters {
  /** Exponent of likeness when it becomes credit: above 1, so that two half-alike tokens are not one whole. */
  readonly creditExponent: number;
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
  largerCoverage: 0.15,
  smallerCoverage: 0.38,
  intercept: 3.4,
  coverageSlope: 9.7,
  contradictionBase: 2.8,
  contradiction: 1,
  softening: 0.93,
  numberContradiction: 2.5,
  numberOmission: 0.8,
  legalContradiction: 1,
  singleToken: 1,
  thinAgreement: 1.5,
  enoughAgreement: 0.6,
  lossyForm: 1.3,
};
