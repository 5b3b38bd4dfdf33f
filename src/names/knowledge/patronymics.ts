// East Slavic patronymics: Ivanovich, Ivanovna, Illich, Mykolayovych. Feminine forms are told by their ending alone.
// Masculine ones end like surnames (Lukashevich, Yanukovych), so what comes before the ending must be a known given
// name. Surnames made of a given name (Abramovich, Davidovich) are still taken for patronymics: that costs little,
// since a patronymic counts when it agrees or contradicts. South Slavic and Polish -ic, -icz are surnames and left out.
import { givenNameIds, isCommonGivenName } from './given-names.ts';

const MASCULINE = /[yij]?[aeo][vw][iy](?:ch|tch|tsch)$/u;
const FEMININE = /(?:[yij]?[eo][vw]na|[yi]?ivna|inichna)$/u;
/** Belarusian: other words end so too (Shauna). */
const FEMININE_AFTER_NAME = /[yij]?[ae](?:una|wna|vna)$/u;

/** Patronymics that the endings do not tell, or would cut wrongly: spellings by the stem of the father's name. */
const IRREGULAR: ReadonlyMap<string, string> = irregular({
  fom: 'fomich fominichna',
  il: 'ilich illich ilyich iljich ilych iliich ilyinichna ilinichna illivna',
  kuzm: 'kuzmich kuzmych kuzminichna',
  lev: 'lvovich lvovych lvovna lvivna',
  luk: 'lukich lukych lukinichna',
  nikit: 'nikitich nikitych nikitichna',
  pavl: 'pavlovich pavlovych pavlovitch pavlovna pavlivna',
  savv: 'savvich savvichna',
  yakov: 'yakovlevich iakovlevich jakovlevich yakovych yakovlevna iakovlevna yakivna',
});

/** What the ending took from the father's name: Serge(y), Yuri(y), Dmitri(y), Nikola(y), Vasil(iy), Tofi(k)... */
const NAME_ENDINGS = ['', 'y', 'i', 'iy', 'ii', 'ey', 'ei', 'ay', 'ai', 'a', 'ya', 'o', 'e', 'u', 'er'];

/** Letters before the ending at least. */
const SHORTEST_STEM = 2;

/** True if a folded token is a patronymic by its ending and, where the ending is not enough, by the name before it. */
export function isPatronymic(token: string): boolean {
  return patronymicStem(token) !== undefined;
}

/**
 * The stem of the father's name, the same for son and daughter: Nikolayevich and Nikolaevna give "nikola".
 * @returns undefined if the token is no patronymic
 */
export function patronymicStem(token: string): string | undefined {
  // All of them, irregular ones too, end in one of these; asking first spares nearly all words the rest.
  if (!token.endsWith('ch') && !token.endsWith('na')) return undefined;
  return (
    IRREGULAR.get(token) ??
    stemBefore(FEMININE, token) ??
    stemOfName(stemBefore(MASCULINE, token)) ??
    stemOfName(stemBefore(FEMININE_AFTER_NAME, token, 4))
  );
}

function stemOfName(stem: string | undefined): string | undefined {
  return stem !== undefined && NAME_ENDINGS.some((ending) => isGivenName(stem + ending)) ? stem : undefined;
}

function isGivenName(token: string): boolean {
  return givenNameIds(token).length > 0 || isCommonGivenName(token);
}

function irregular(stems: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(stems).flatMap(([stem, texts]) => texts.split(' ').map((text) => [text, stem] as const)),
  );
}

function stemBefore(ending: RegExp, token: string, shortest = SHORTEST_STEM): string | undefined {
  const found = ending.exec(token);
  return found && found.index >= shortest ? token.slice(0, found.index) : undefined;
}
