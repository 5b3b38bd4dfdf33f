// Country names to codes: ISO names in the languages that lists and customers use, from the library
// i18n-iso-countries (MIT), and the names that it does not know, from data/countries.yml, which win.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { countryNameKey } from '../../src/model/country-name-key.ts';
import type { Generated } from '../generate.ts';

const LANGUAGES =
  'en fr de es it pt nl sv da no fi pl cs sk hu ro bg ru uk be sr mk hr sl el tr az hy ka kk ky uz ar fa ur he zh ja ko hi th vi id'.split(
    ' ',
  );

interface Source {
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly related: Readonly<Record<string, readonly string[]>>;
}

export async function generate(): Promise<Generated[]> {
  const require = createRequire(import.meta.url);
  const source = parse(
    await readFile(new URL('../../data/countries.yml', import.meta.url), 'utf8'),
  ) as Source;
  const codes = new Map<string, string>();
  const names: Record<string, string> = {};
  for (const language of LANGUAGES) {
    const locale = require(`i18n-iso-countries/langs/${language}.json`) as {
      countries: Record<string, string | string[]>;
    };
    for (const [code, spellings] of Object.entries(locale.countries)) {
      const lower = code.toLowerCase();
      const [first = code] = [spellings].flat();
      if (language === 'en') names[lower] = first;
      for (const spelling of [spellings].flat()) {
        const key = countryNameKey(spelling);
        // A name that two languages give to two countries is left to the first language of the list above.
        if (key && !codes.has(key)) codes.set(key, lower);
      }
    }
  }
  const iso = require('i18n-iso-countries') as { getAlpha3Codes(): Record<string, string> };
  for (const [alpha3, alpha2] of Object.entries(iso.getAlpha3Codes()))
    codes.set(alpha3.toLowerCase(), alpha2.toLowerCase());
  for (const [code, aliases] of Object.entries(source.aliases)) {
    names[code] ??= aliases[0] ?? code;
    for (const alias of aliases) codes.set(countryNameKey(alias), code);
  }
  for (const code of Object.keys(names)) codes.set(code, code);
  const data = {
    names,
    codes: Object.fromEntries([...codes].sort(([left], [right]) => (left < right ? -1 : 1))),
    related: source.related,
  };
  return [{ path: 'src/model/generated/countries.json', text: `${JSON.stringify(data, null, 1)}\n` }];
}
