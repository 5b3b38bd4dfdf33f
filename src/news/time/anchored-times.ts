// Times that count from an event: "months before the Ukraine war", "hours after the announcement", "since the start of
// the war". They have no days, only the event as the text names it. "Since" before a clause gives a reason, not a time.
import type { TimeRule } from './time-rule.ts';

const COUNT =
  '(?:(?:just|only|barely|less\\s+than|more\\s+than|about|nearly|almost)\\s+)?(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3}|several|a\\s+few|a\\s+couple\\s+of)\\s+)?';
const UNIT = '(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)';
/** Nouns of events, which "since" makes a beginning. */
const EVENT =
  '(?:start|beginning|outbreak|onset|end|fall|collapse|invasion|war|conflict|coup|election|launch|revolution|attacks?|imposition|introduction|annexation|pandemic|designation|announcement|arrest|sanctions|embargo|ceasefire|agreement|death|founding|creation|independence|takeover|inauguration|referendum|uprising|merger|purchase|sale)';
const WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]{0,30}";
const MOST_WORDS = 7;

/** What follows an event's noun phrase when the words from "since" on are a clause. */
const CLAUSE = /^\s+(?:has|have|had|is|are|was|were|will|would|could|may|might|can|does|did)\b/u;

const LONGEST_AUXILIARY = 12;

export const anchoredRules: readonly TimeRule[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}-])(?<count>${COUNT}${UNIT})\\s+(?<how>before|after|prior\\s+to|following|ahead\\s+of)\\s+(?<event>${WORD}(?:\\s${WORD}){0,${MOST_WORDS}})`,
      'giu',
    ),
    read: (match) => {
      const { event = '' } = match.groups ?? {};
      const anchor = nounPhrase(event);
      if (anchor === '') return undefined;
      return {
        interval: {},
        certainty: 'vague',
        anchor,
        length: match[0].length - event.length + anchor.length,
      };
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}-])since\\s+(?<event>(?:the|its|his|her|their|that|last|a)\\s+(?:${WORD}\\s+){0,3}?${EVENT}(?:\\s+of\\s+(?:the\\s+|its\\s+)?${WORD}(?:\\s+\\p{Lu}[\\p{L}-]{1,20})?)?)(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    read: (match, _reference, line) => {
      if (
        CLAUSE.test(
          line.slice(match.index + match[0].length, match.index + match[0].length + LONGEST_AUXILIARY),
        )
      )
        return undefined;
      return { interval: {}, certainty: 'vague', anchor: match.groups?.event };
    },
  },
  {
    // since invading Ukraine; since taking office
    pattern:
      /(?<![\p{L}\p{N}-])since\s+(?<event>(?!during|being\s+\p{Ll}+ed\s+by|according|including)\p{Ll}{3,14}ing(?:\s+(?:the|its|his|a))?(?:\s+[\p{L}-]{2,20}){1,3}?)(?=[\s.,;:”"]|$)/gu,
    read: (match) => ({ interval: {}, certainty: 'vague', anchor: match.groups?.event }),
  },
];

/** The words of an event up to its clause's verb, a preposition of another part, or a mark. */
function nounPhrase(text: string): string {
  const cut =
    /\s(?:that|which|who|when|while|and|but|as|said|says|has|have|had|was|were|is|are|will|would|announced|to|in|on|at|by|with|from|for)\b|(?<!\b\p{L})[.,;:](?=\s|$)/iu.exec(
      text,
    );
  return (cut ? text.slice(0, cut.index) : text).replace(/[.,;:'’]+$/u, '').trim();
}
