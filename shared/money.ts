import { ok, type Result, refused } from './result';

/** Money: a whole number of pence, negative for money out or a refund. */
export type Pence = number & { readonly __brand: 'Pence' };

/** The largest amount handled, £1 billion: far above any household, far below where whole numbers lose exactness. */
const LARGEST = 100_000_000_000;

/** Brands a whole number of pence. Throws on a fraction or an amount past £1 billion: those are our bugs. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount) || Math.abs(amount) > LARGEST) {
    throw new Error(`Not a whole amount of pence: ${amount}`);
  }
  return (amount === 0 ? 0 : amount) as Pence;
}

export const NO_MONEY: Pence = pence(0);

/** The sum of any number of amounts. */
export function addPence(...amounts: readonly Pence[]): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return pence(total);
}

/** The sum of a list of amounts. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return pence(total);
}

/** `a − b`. */
export function takePence(a: Pence, b: Pence): Pence {
  return pence(a - b);
}

/** The same amount with the other sign. */
export function negatePence(a: Pence): Pence {
  return pence(-a);
}

export type MoneyProblem =
  | 'money.empty'
  | 'money.not-an-amount'
  | 'money.too-many-decimals'
  | 'money.too-large';

/**
 * Reads an amount as people type it: `12.5`, `£12.50`, `1,234.00`, `-3`, `−3`, `(3.00)`, `12p`.
 * Read from the digits, never through floating point.
 */
export function parsePence(text: string): Result<Pence, MoneyProblem> {
  let rest = text.replace(/[\s\u00a0]/g, '').replace(/\u2212/g, '-');
  if (rest === '') return refused('money.empty');
  let negative = false;
  if (/^\(.*\)$/.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1);
  }
  const wholePence = /^(-?)(\d{1,7})p$/i.exec(rest);
  if (wholePence) return ok(pence(Number(wholePence[2]) * (wholePence[1] === '-' ? -1 : 1)));
  const match = /^([+-]?)£?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/.exec(rest);
  if (!match || (match[3] === undefined && (match[4] ?? '') === '')) return refused('money.not-an-amount');
  if (match[1] !== '' && match[2] !== '') return refused('money.not-an-amount');
  if (match[1] === '-' || match[2] === '-') negative = !negative;
  const decimals = match[4] ?? '';
  if (decimals.length > 2) return refused('money.too-many-decimals');
  const digits = (match[3] ?? '0').replace(/,/g, '');
  if (digits.length > 9) return refused('money.too-large');
  const amount = Number(digits) * 100 + Number(decimals.padEnd(2, '0'));
  return ok(pence(negative ? -amount : amount));
}

/** For files and machines: `1234.50`, `-3.00`. */
export function poundsString(amount: Pence): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${whole}.${rest}`;
}

/** For people: `£1,234.50`, `−£3.00`. */
export function formatPounds(amount: Pence): string {
  const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  return `${amount < 0 ? '−' : ''}£${whole}.${rest}`;
}
