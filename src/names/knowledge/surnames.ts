// Slavic surnames change with the bearer's gender: Ivanov and Ivanova, Zakharovskiy and Zakharovskaya. The stem is
// the same for all of them. Given names of the same shape (Marina, Eva) are never stemmed.
import { givenNameIds } from './given-names.ts';

/** Female given names that look like surnames in -ina, -ova, -eva and are in no family. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  'marina irina karina katerina ekaterina galina nina polina regina sabrina valentina angelina christina kristina medina martina alina arina amina evelina antonina kapitolina malvina ivelina eva neva geneva elina dina lina rina tina zina sina mina pina gina albina militina florentina argentina medina nova casanova villanova terranova'.split(' '),
);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:skaya|skaia|skaja|skiy|skii|skij|skyy|sky|ski|ska|skyi|skoy|skoi)$/u, 'ski'],
  [/(?:ckaya|tskaya|tskiy|tskii|tsky|tski|tska|cki|cka|cky)$/u, 'cki'],
  [/(?:ova|ovoy|ovoi)$/u, 'ov'],
  [/(?:yeva|ieva|eva)$/u, 'ev'],
  [/ina$/u, 'in'],
  [/yna$/u, 'yn'],
];

/** Letters before the ending at least; shorter ones are other words (Lina, Nova). */
const SHORTEST_STEM = 3;

/**
 * The stem that all forms of a Slavic surname share.
 * @returns undefined if the token has none of the endings, or is a given name
 */
export function surnameStem(token: string): string | undefined {
  if (GIVEN_NAMES.has(token) || givenNameIds(token).length > 0) return undefined;
  for (const [ending, stem] of ENDINGS) {
    const found = ending.exec(token);
    if (found) return found.index >= SHORTEST_STEM ? token.slice(0, found.index) + stem : undefined;
  }
  return undefined;
}
