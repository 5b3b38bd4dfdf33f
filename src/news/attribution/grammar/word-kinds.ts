// Closed classes of English words that the grammar of attribution asks for. Words are lower-case, with a straight
// apostrophe.

const PERSONAL = set(
  'he she they we i you it him them me us himself herself themselves itself there who whom which what',
);
const ALONE = set(
  'he she they we i you it who which that this these those everyone everybody nobody someone somebody anyone one many some others most several few all both none each another other neither either people no',
);
/** Where, when and how something was said. */
const OCCASIONS = set(
  'interview interviews statement statements speech speeches email e-mail tweet tweets call debate rally conference briefing hearing news press post letter telephone phone appearance memo op-ed twitter facebook event stop response column remarks address testimony message essay segment meeting discussion conversation panel forum reference report deposition podcast blog ad filing affidavit complaint indictment ruling opinion release exchange monologue note text video town',
);
const TIMES = set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. today yesterday tomorrow tonight week weekend month year morning afternoon evening night noon midnight earlier later recently ago now then day days hour hours minute minutes moment moments weeks months years spring summer fall autumn winter time',
);

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** A pronoun that is a phrase by itself: "he", "them", "which". */
export function isPersonal(word: string): boolean {
  return PERSONAL.has(word);
}

/** A pronoun or a quantity that may be a phrase without a noun: "many", "both", "officials said *some* …". */
export function standsAlone(word: string): boolean {
  return ALONE.has(word);
}

/** "my", "its": a pronoun before a noun. */
export function isPossessive(word: string): boolean {
  return /^(?:my|your|his|her|its|our|their)$/.test(word);
}

/** A word of day, month or time, or the number of a year. */
export function isTimeWord(word: string): boolean {
  return TIMES.has(word) || /^(?:19|20)\d\d$/.test(word);
}

/** "interview", "statement", "rally": where, when or how something was said. */
export function isOccasion(word: string): boolean {
  return OCCASIONS.has(word);
}
