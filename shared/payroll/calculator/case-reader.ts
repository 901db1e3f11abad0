import { type IsoDay, isIsoDay } from '../../dates';
import { type Pence, pence, poundsString } from '../../money';
import { type RatesBook, ratesForTaxYear } from '../../rates/rates-book';
import type { PayFrequency, TaxYearRates } from '../../rates/tax-year-rates';
import { ok, type Result, refused } from '../../result';

/** One case as the calculator gets it: see `mainstay calculate --help`. Other keys are ignored. */
export type CalculatorCase = {
  readonly id?: unknown;
  readonly tax_year?: unknown;
  readonly type?: unknown;
  readonly input?: unknown;
};

export type CalculatorOutput = Readonly<Record<string, unknown>>;
export type CalculatorResult = Result<CalculatorOutput>;

/** One family of the calculator: a case in, its figures out, or a refusal with a stable code. */
export type Calculator = (oneCase: CalculatorCase, book: RatesBook) => CalculatorResult;

/** Thrown inside a calculator to leave it with a refusal; never leaves `answering`. */
export class CaseRefused extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Runs a calculator's body and turns what it refuses into a result. */
export function answering(work: () => CalculatorOutput): CalculatorResult {
  try {
    return ok(work());
  } catch (problem) {
    if (problem instanceof CaseRefused) return refused(problem.code, problem.details);
    throw problem;
  }
}

/** The value of a result, or the case is refused with its code. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CaseRefused(result.code, result.details);
}

/** The input of a case as a record. */
export function inputOf(oneCase: CalculatorCase): Readonly<Record<string, unknown>> {
  const { input } = oneCase;
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new CaseRefused('case.no-input');
  return input as Readonly<Record<string, unknown>>;
}

const MONEY = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;
/** £100 million: past it, sums could leave the range in which money is exact. */
const LARGEST = 10_000_000_000;

/** Pounds as text (`1234.50`) or a number with at most two decimals. */
export function readMoney(
  input: Readonly<Record<string, unknown>>,
  key: string,
  fallback?: Pence,
  allowNegative = false,
): Pence {
  const value = input[key];
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  const match = typeof value === 'string' || typeof value === 'number' ? MONEY.exec(String(value)) : null;
  if (!match) throw new CaseRefused('case.not-money', { key });
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (amount > LARGEST) throw new CaseRefused('case.too-large', { key });
  if (match[1] === '-' && amount !== 0) {
    if (!allowNegative) throw new CaseRefused('case.negative', { key });
    return pence(-amount);
  }
  return pence(amount);
}

/** A percentage as text or a number (`3.0`, `5`, `12.07`), as hundredths of one percent. */
export function readPercent(
  input: Readonly<Record<string, unknown>>,
  key: string,
  fallback?: number,
): number {
  const value = input[key];
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  const match =
    typeof value === 'string' || typeof value === 'number'
      ? /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(String(value))
      : null;
  if (!match) throw new CaseRefused('case.not-a-percentage', { key });
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export function readText(input: Readonly<Record<string, unknown>>, key: string): string {
  const value = input[key];
  if (typeof value !== 'string') throw new CaseRefused('case.missing', { key });
  return value;
}

export function readDay(input: Readonly<Record<string, unknown>>, key: string): IsoDay {
  const value = input[key];
  if (typeof value !== 'string' || !isIsoDay(value)) throw new CaseRefused('case.not-a-date', { key });
  return value;
}

/** A whole number within limits. */
export function readWhole(
  input: Readonly<Record<string, unknown>>,
  key: string,
  least: number,
  most: number,
): number {
  const value = typeof input[key] === 'string' ? Number(input[key]) : input[key];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw new CaseRefused('case.not-a-number', { key, least, most });
  return value;
}

/** True or false; not given is false. */
export function readFlag(input: Readonly<Record<string, unknown>>, key: string): boolean {
  const value = input[key] ?? false;
  if (typeof value !== 'boolean') throw new CaseRefused('case.not-true-or-false', { key });
  return value;
}

/** One of a list of words. */
export function readOneOf<T extends string>(
  input: Readonly<Record<string, unknown>>,
  key: string,
  words: readonly T[],
): T {
  const found = words.find((word) => word === input[key]);
  if (found === undefined) throw new CaseRefused('case.unknown-word', { key });
  return found;
}

const FREQUENCIES = ['weekly', 'two_weekly', 'four_weekly', 'monthly'] as const;

/** `weekly`, `two_weekly`, `four_weekly` or `monthly`. */
export function readFrequency(input: Readonly<Record<string, unknown>>): PayFrequency {
  const word = readOneOf(input, 'pay_frequency', FREQUENCIES);
  return word === 'two_weekly' ? 'two-weekly' : word === 'four_weekly' ? 'four-weekly' : word;
}

/** The rates of the case's tax year. */
export function ratesOf(oneCase: CalculatorCase, book: RatesBook): TaxYearRates {
  if (typeof oneCase.tax_year !== 'string') throw new CaseRefused('case.missing', { key: 'tax_year' });
  return orRefuse(ratesForTaxYear(book, oneCase.tax_year));
}

export const pounds = poundsString;
