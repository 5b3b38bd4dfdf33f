// The ISO 639-1 code of a language from what a list writes: "Russian", "RUS", "FR", "Persian/Farsi". The names and
// the three-letter codes come from the runtime's own language data, so that there is no table to keep.

const ENGLISH = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Names in lists that are not the one that language data uses. */
const OTHER_NAMES: Readonly<Record<string, string>> = { farsi: 'fa', kirghiz: 'ky', moldovan: 'ro' };

let codes: ReadonlyMap<string, string> | undefined;

/** English language names (lower case) to two-letter codes; built when first asked for. */
function codesByName(): ReadonlyMap<string, string> {
  codes ??= new Map([...twoLetterCodes(), ...Object.entries(OTHER_NAMES)]);
  return codes;
}

function* twoLetterCodes(): Generator<readonly [string, string]> {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of letters) {
    for (const second of letters) {
      const name = ENGLISH.of(first + second);
      if (name) yield [name.toLowerCase(), first + second];
    }
  }
}

/** The code of a language by English name or by ISO 639 code; undefined if the text names none that is known. */
export function languageCode(text: string | undefined): string | undefined {
  for (const word of text?.split(/[/;,]/u) ?? []) {
    const name = word.trim().toLowerCase();
    const code = codesByName().get(name) ?? (/^[a-z]{2,3}$/u.test(name) ? canonicalCode(name) : undefined);
    if (code) return code;
  }
  return undefined;
}

/** `rus`, `ger` and `ru` as two letters; undefined for a code that is none or has no two-letter form. */
function canonicalCode(code: string): string | undefined {
  const canonical = Intl.getCanonicalLocales(code)[0]?.split('-')[0];
  return canonical?.length === 2 && ENGLISH.of(canonical) ? canonical : undefined;
}
