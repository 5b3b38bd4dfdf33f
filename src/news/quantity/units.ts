// Words that say how a number is meant: comparators, and the signs and names of currencies. General knowledge; codes are
// ISO 4217, and the tickers of a few cryptocurrencies.
import type { FoundQuantity } from '../document.ts';

export type Operator = FoundQuantity['op'];

const COMPARATORS: Readonly<Record<Exclude<Operator, '='>, string>> = {
  '>=': 'at least|no fewer than|no less than|not less than|a minimum of|upwards of',
  '<=': 'at most|up to|as many as|as much as|no more than|not more than|a maximum of',
  '>': 'more than|greater than|in excess of|well over|just over|over|above|exceeding',
  '<': 'less than|fewer than|just under|under|below',
  '~': 'close to|an estimated|estimated|nearly|almost|about|around|roughly|approximately|some|circa',
};
const operators = new Map(
  Object.entries(COMPARATORS).flatMap(([op, words]) =>
    words.split('|').map((word) => [word, op as Operator]),
  ),
);

/** All comparators, as alternatives of a pattern. */
export const COMPARATOR_PATTERN = [...operators.keys()]
  .map((words) => words.replaceAll(' ', '\\s'))
  .join('|');

/** `=` for none. */
export function operatorOf(comparator: string | undefined): Operator {
  return comparator === undefined
    ? '='
    : (operators.get(comparator.toLowerCase().replace(/\s/gu, ' ')) ?? '=');
}

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: '$|us$|u.s.$|usd|dollar|us dollar|u.s. dollar',
  EUR: '€|eur|euro',
  GBP: '£|gbp|pound|pound sterling',
  JPY: '¥|jpy|yen',
  CNY: 'cny|rmb|yuan|renminbi',
  RUB: '₽|rub|ruble|rouble',
  KRW: '₩|krw|won',
  INR: '₹|inr|rupee',
  CHF: 'chf|franc|swiss franc',
  UAH: '₴|hryvnia',
  ILS: '₪|shekel',
  AED: 'aed|dirham',
  IRR: 'rial',
  TRY: 'lira',
  MXN: 'peso',
  PLN: 'zloty',
  CAD: 'c$|ca$',
  AUD: 'a$|au$',
  HKD: 'hk$',
  SGD: 's$',
  BTC: 'btc|bitcoin',
  ETH: 'eth|ether',
  USDT: 'usdt|tether',
};
const currencies = new Map(
  Object.entries(CURRENCIES).flatMap(([code, words]) => words.split('|').map((word) => [word, code])),
);

/** Signs and codes that stand before an amount, as alternatives of a pattern. */
export const MONEY_PATTERN =
  '(?:US|U\\.S\\.|CA|C|AU|A|HK|S)?\\$|[€£¥₽₩₹₴₪]|(?:USD|EUR|GBP|CHF|RUB|CNY|RMB|JPY|AED|INR|KRW) ?';

/** The code for a sign or a name in the singular or the plural; undefined for other words. */
export function currencyOf(word: string): string | undefined {
  const key = word.trim().toLowerCase();
  return currencies.get(key) ?? currencies.get(key.replace(/s$/u, ''));
}
