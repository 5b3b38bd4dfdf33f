// Numbers that the text leaves open: "thousands of pieces", "millions of artillery", "several types", "a small number of
// drones". Their value is the least that the words say, with `>=`.
import type { FoundQuantity } from '../document.ts';
import { type Line, tokenFrom } from './line.ts';
import { countedPhraseAt, TIME_UNIT } from './noun-phrase.ts';
import { scaleOf } from './number-words.ts';
import { currencyOf } from './units.ts';

const MAGNITUDE =
  /(?<![\p{L}\p{N}-])(?<lead>many |several |a few )?(?:(?<times>tens|hundreds|thousands)\sof\s)?(?<scale>dozens|hundreds|thousands|millions|billions|trillions)(?<of>\sof)?(?![\p{L}\p{N}])/giu;
const TIMES: Readonly<Record<string, number>> = { tens: 10, hundreds: 100, thousands: 1000 };

const SOME =
  'large|great|growing|significant|small|limited|certain|record|unspecified|unknown|undisclosed|untold|unconfirmed|vast|huge';
/** What "several" and the like say at least. */
const VAGUE: readonly { readonly pattern: RegExp; readonly least: number }[] = [
  { pattern: bordered('several|a handful of|a couple of'), least: 2 },
  {
    pattern: bordered(
      `an? (?:(?:${SOME}) )?(?:number|amount|quantity) of|(?:${SOME}) (?:numbers|amounts|quantities) of`,
    ),
    least: 1,
  },
  { pattern: bordered('scores of'), least: 20 },
];

function bordered(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.replaceAll(' ', '\\s')})(?![\\p{L}\\p{N}])`, 'giu');
}

export function looseQuantities(line: Line): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  for (const match of line.text.matchAll(MAGNITUDE)) {
    const { times, scale = '', of } = match.groups as Readonly<Record<string, string | undefined>>;
    const value = scaleOf(scale)! * (times === undefined ? 1 : TIMES[times.toLowerCase()]!);
    const ownEnd = match[0].length - (of?.length ?? 0);
    const quantity = withPhrase(line, match, value, of !== undefined);
    found.push(
      quantity ?? {
        start: line.offset + match.index,
        end: line.offset + match.index + ownEnd,
        op: '>=',
        value,
      },
    );
  }
  for (const { pattern, least } of VAGUE) {
    for (const match of line.text.matchAll(pattern)) {
      const quantity = withPhrase(line, match, least, /of$/iu.test(match[0]));
      if (quantity) found.push(quantity);
    }
  }
  // "for thousands of years", "several months": spans of time.
  return found.filter(({ unit }) => unit === undefined || !TIME_UNIT.test(unit));
}

/** "thousands of shells" is of shells; "thousands of pieces of armour" is of armour; "billions of dollars" are money. */
function withPhrase(
  line: Line,
  match: RegExpExecArray,
  value: number,
  hasOf: boolean,
): FoundQuantity | undefined {
  const start = line.offset + match.index;
  const phrase = countedPhraseAt(line.tokens, tokenFrom(line, start + match[0].length), line.article);
  if (!phrase) return undefined;
  const currency = phrase.unit === undefined ? undefined : currencyOf(phrase.unit);
  const unit = currency ?? phrase.unit;
  const isOfText = phrase.of === undefined && hasOf && !currency;
  const of = isOfText ? phrase.text : phrase.of;
  const end = isOfText ? phrase.textEnd : phrase.end;
  return {
    start,
    end,
    op: '>=',
    value,
    ...(unit !== undefined && { unit }),
    ...(of !== undefined && { of }),
  };
}
