import { type Pence, pence } from '../../money';
import type { RatesBook } from '../../rates/rates-book';
import type { TaxRegime, TaxYearRates } from '../../rates/tax-year-rates';
import { must } from '../../result';
import { formatTaxCode, freePay, parseTaxCode, type TaxCode } from '../tax-code';
import { answering, type Calculator, inputOf, pounds, ratesOf, readText } from './case-reader';

const NATIONS: Readonly<Record<TaxRegime, readonly string[]>> = {
  'rest-of-uk': ['England', 'NorthernIreland'],
  scotland: ['Scotland'],
  wales: ['Wales'],
};
const REGIME_WORD: Readonly<Record<TaxRegime, string>> = {
  'rest-of-uk': 'rUK',
  scotland: 'Scotland',
  wales: 'Wales',
};

/** Free pay has the same parameters in every year the book holds; a case of `any` year takes the newest. */
function ratesForCase(oneCase: Parameters<Calculator>[0], book: RatesBook): TaxYearRates {
  return oneCase.tax_year === undefined || oneCase.tax_year === 'any'
    ? must(book.years.at(-1), 'a rates book has a year')
    : ratesOf(oneCase, book);
}

function figures(
  code: TaxCode,
  rates: TaxYearRates['incomeTax']['freePay'],
): Readonly<Record<string, unknown>> {
  if (code.kind !== 'allowance' && code.kind !== 'added-pay') return {};
  const sign = code.kind === 'added-pay' ? -1 : 1;
  const free = (unit: 'week' | 'month', periods: number): string =>
    pounds(freePay(code, unit, periods, rates));
  const nominal: Pence = pence(sign * code.number * rates.poundsPerCode * 100);
  return {
    nominal_allowance: pounds(nominal),
    week_1_free_pay: free('week', 1),
    month_1_free_pay: free('month', 1),
    week_52_free_pay: free('week', 52),
    month_12_free_pay: free('month', 12),
  };
}

/** `mainstay calculate tax_codes`: what a typed code means, and its free pay. A wrong code is an answer, not an error. */
export const calculateTaxCode: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesForCase(oneCase, book).incomeTax.freePay;
    const parsed = parseTaxCode(readText(inputOf(oneCase), 'tax_code'));
    if (!parsed.ok) return { valid: false, problem: parsed.code };
    const code = parsed.value;
    return {
      valid: true,
      treatment: code.treatment,
      basis: code.basis === 'cumulative' ? 'cumulative' : 'week1_month1',
      regime: REGIME_WORD[code.regime],
      applies_to:
        code.kind === 'no-tax'
          ? [...NATIONS['rest-of-uk'], ...NATIONS.wales, ...NATIONS.scotland]
          : NATIONS[code.regime],
      is_k_code: code.kind === 'added-pay',
      code_number: code.number,
      canonical_code_without_basis: code.canonical,
      canonical_code_with_basis: formatTaxCode(code),
      ...figures(code, rates),
    };
  });
