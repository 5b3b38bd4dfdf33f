// The door of what is known about words in names. Look-ups take folded Latin tokens; nothing here compares names.
export { acronym } from './acronym.ts';
export { isCompound, joinCompounds, opensCompound } from './compounds.ts';
export { isShipPrefix, isTailNumber } from './craft-names.ts';
export {
  type GivenNameRelation,
  givenNameIds,
  isCommonGivenName,
  isCommonSurname,
  isWellKnownName,
  relateGivenNames,
} from './given-names.ts';
export { type LegalForm, legalFormOpening, matchLegalForm } from './legal-forms.ts';
export { matchNumeral, type Numeral, numeralValue } from './numbers.ts';
export { matchOrgWord, type OrgWord, opensName, orgStopword, orgWordOpening } from './org-words.ts';
export { isPatronymic, patronymicStem } from './patronymics.ts';
export { type PersonWord, type PersonWordKind, type PlaceInName, personWord } from './person-words.ts';
export type { PhraseOpening } from './phrase-table.ts';
export { surnameStem, wordStem } from './surnames.ts';
