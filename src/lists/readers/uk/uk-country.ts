// Countries as the UK lists write them: with a state that is gone beside the one of today ("Former USSR Currently
// Ukraine"), with a remark ("Iraq (previous address)"), or two in one ("Germany. Russia"). What is not understood
// comes back empty and is reported by the record builder like any other value that cannot be read.
import { parseCountry } from '../../../model/country.ts';
import type { RecordBuilder } from '../../record-builder.ts';

/** The codes of the countries that a text names; empty if it cannot be read. */
export function ukCountryCodes(text: string): string[] {
  const plain = text
    .replace(/\s+/gu, ' ')
    .replace(/[\s.]+$/u, '')
    .trim();
  const exact = parseCountry(plain);
  if (exact) return [exact];
  // "Ukrainian SSR (now Ukraine)", "Former USSR Currently Belarus": the state of today.
  const today = /(?:^|[\s,(])(?:now|currently) (?:the )?([^()]+)\)?$/iu.exec(plain)?.[1];
  const codeOfToday = today && parseCountry(today);
  if (codeOfToday) return [codeOfToday];
  const beforeBracket = /^([^()]+?)\s*\([^()]*\)$/u.exec(plain)?.[1];
  if (beforeBracket) return ukCountryCodes(beforeBracket);
  const parts = plain.split(/[.,]\s+/u);
  const codes = parts.map((part) => parseCountry(part));
  return parts.length > 1 && codes.every((code) => code !== undefined) ? [...new Set(codes)] : [];
}

/** Adds the countries of a text to a property of the party; an unknown one goes to `notes` and `issues`. */
export function addUkCountry(builder: RecordBuilder, property: string, text: string, at: string): void {
  const codes = ukCountryCodes(text);
  if (codes.length === 0) builder.addCountry(property, text, at);
  for (const code of codes) builder.party.add(property, code, at, { original: text });
}
