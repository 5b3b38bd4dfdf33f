// Whether a number can be what it is said to be: check digits and shapes of the numbers of ships, aircraft, companies
// and securities. A number that fails was misread or made up, so what it is equal or unequal to says less.
// Passports and national numbers are not checked: their rules differ by country and year.

/** True or false where the number has a rule; undefined where it has none. */
export function isNumberRight(property: string, number: string): boolean | undefined {
  return Object.hasOwn(RULES, property) ? RULES[property]!(number) : undefined;
}

const RULES: Readonly<Record<string, (number: string) => boolean>> = {
  imoNumber: isImo,
  mmsi: (number) => /^[2-7]\d{8}$/u.test(number),
  callSign: (number) => CALL_SIGN.test(number),
  icaoCode: (number) => /^[0-9A-F]{6}$/u.test(number),
  leiCode: isLei,
  isinCode: isIsin,
  innCode: isInn,
  ogrnCode: isOgrn,
};

/** ITU Radio Regulations, article 19: a prefix that holds a letter, then letters and digits. */
const CALL_SIGN = /^(?:[A-Z]{1,2}|[A-Z]\d|\d[A-Z])[A-Z0-9]{1,5}$/u;

function digitsOf(text: string): number[] {
  return [...text].map(Number);
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * digits[at]!, 0);
}

/** IMO ship number, IMO resolution A.1117(30): six digits by 7 to 2; the last digit of the sum is the seventh. */
function isImo(number: string): boolean {
  if (!/^[1-9]\d{6}$/u.test(number)) return false;
  const digits = digitsOf(number);
  return weighted(digits, [7, 6, 5, 4, 3, 2]) % 10 === digits[6];
}

/** Letters as the numbers 10 to 35, as the check digits of ISO codes read them. */
function lettersAsNumbers(text: string): string {
  return [...text].map((letter) => Number.parseInt(letter, 36)).join('');
}

/** Legal Entity Identifier, ISO 17442: 20 characters, ISO 7064 mod 97-10. */
function isLei(number: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/u.test(number) && BigInt(lettersAsNumbers(number)) % 97n === 1n;
}

/** International Securities Identification Number, ISO 6166: the Luhn sum of its digits. */
function isIsin(number: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/u.test(number)) return false;
  const digits = digitsOf(lettersAsNumbers(number)).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const INN_LAST = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_ELEVENTH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_TWELFTH = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Russian taxpayer number: 10 digits with one check digit for companies, 12 with two for people. */
function isInn(number: string): boolean {
  const digits = digitsOf(number);
  const check = (weights: readonly number[]): number => (weighted(digits, weights) % 11) % 10;
  if (/^\d{10}$/u.test(number)) return check(INN_LAST) === digits[9];
  return /^\d{12}$/u.test(number) && check(INN_ELEVENTH) === digits[10] && check(INN_TWELFTH) === digits[11];
}

/** Russian registration number: 13 or 15 digits, the last the remainder by 11 or 13 of what stands before it. */
function isOgrn(number: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/u.test(number)) return false;
  const divisor = number.length === 13 ? 11n : 13n;
  return (BigInt(number.slice(0, -1)) % divisor) % 10n === BigInt(number.slice(-1));
}
