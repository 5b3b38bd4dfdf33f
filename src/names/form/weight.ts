// How much a token identifies. A token that many listed parties bear tells little (Muhammad, Company), a rare one
// tells much. The frequencies are measured over the official lists and belong to the policy: they do not change
// with the lists in use, so that a score can be repeated years later.
import { isCommonGivenName, isCommonSurname } from '../knowledge/index.ts';
import { soundKey } from '../sound/sound-key.ts';
import frequency from './generated/token-frequency.json' with { type: 'json' };
import type { TokenRole } from './token.ts';

const counts = new Map(Object.entries(frequency.counts as Record<string, number>));

/** A token not in the table counts as one that this many parties bear: it may be a common one misspelt. */
const UNSEEN = 3;

/** A name that is common in the world but rare on the lists (Taylor) counts as at least this common. */
const COMMON_IN_THE_WORLD = 60;

/** Share of the full weight by role. */
const ROLE_FACTOR: Readonly<Record<TokenRole, number>> = {
  name: 1,
  known: 1,
  patronymic: 0.7,
  initial: 0.4,
  minor: 0.12,
  filiation: 0.12,
  generation: 0.12,
  legal: 0.18,
  word: 1,
  number: 0.6,
};

/** A sound key as a key of a map. */
function keyText(key: Uint8Array): string {
  let text = '';
  for (let at = 0; at < key.length; at += 1) text += String.fromCharCode(key[at]!);
  return text;
}

const countsBySound = new Map<string, number>();
for (const [token, count] of counts) {
  const key = keyText(soundKey(token));
  countsBySound.set(key, (countsBySound.get(key) ?? 0) + count);
}

/**
 * How rare a token is: 1 for the rarest, about .25 for the commonest. The spellings of one sound count together.
 * Formula: ln(N / (n + 4)) / ln(N / 4), N parties in all, n that bear the token; the inverse document frequency,
 * scaled to 1.
 */
export function rarity(text: string, key: Uint8Array): number {
  const world = isCommonGivenName(text) || isCommonSurname(text) ? COMMON_IN_THE_WORLD : UNSEEN;
  const bearers = Math.max(counts.get(text) ?? 0, countsBySound.get(keyText(key)) ?? 0, world);
  return Math.max(0.1, Math.log(frequency.parties / (bearers + 4)) / Math.log(frequency.parties / 4));
}

/**
 * The weight of a token.
 * @param rare how rare its word is, see `rarity`; counts where the token is a name. @default 1
 */
export function weightOf(role: TokenRole, rare = 1): number {
  const isNamed = role === 'name' || role === 'known' || role === 'patronymic' || role === 'word';
  return (isNamed ? rare : 1) * ROLE_FACTOR[role];
}
