// Names: folding, romanisation, taking a name apart, comparing two names. Pure functions over strings.
export {
  compareForms,
  compareNames,
  type NameComparison,
  type NamePart,
} from '../names/compare/compare-names.ts';
export { NAME_SCORE_V1, type NameScoreParameters } from '../names/compare/parameters.ts';
export { type AnalyseOptions, analyseName } from '../names/form/analyse-name.ts';
export type { FormKind, NameForm, NameKind, NameToken, TokenRole } from '../names/form/token.ts';
export {
  deconfuse,
  fold,
  foldVariants,
  type Rendering,
  romanise,
  romaniseForms,
  scriptOf,
} from '../names/script/index.ts';
export { soundDistance } from '../names/sound/sound-distance.ts';
export { soundKey } from '../names/sound/sound-key.ts';
