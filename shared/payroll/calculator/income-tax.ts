import { pence } from '../../money';
import { incomeTax } from '../income-tax';
import { formatTaxCode, parseTaxCode } from '../tax-code';
import {
  answering,
  type Calculator,
  CaseRefused,
  inputOf,
  orRefuse,
  pounds,
  ratesOf,
  readFrequency,
  readMoney,
  readOneOf,
  readText,
  readWhole,
} from './case-reader';

const REGIMES = { rUK: 'rest-of-uk', Scotland: 'scotland', Wales: 'wales' } as const;

/** `mainstay calculate income_tax`: PAYE on one payment. */
export const calculateIncomeTax: Calculator = (oneCase, book) =>
  answering(() => {
    const rates = ratesOf(oneCase, book);
    const input = inputOf(oneCase);
    const frequency = readFrequency(input);
    const typed = orRefuse(parseTaxCode(readText(input, 'tax_code')));
    const jurisdiction =
      input['jurisdiction'] === undefined
        ? undefined
        : readOneOf(input, 'jurisdiction', ['rUK', 'Scotland', 'Wales'] as const);
    const code =
      jurisdiction !== undefined && typed.regime === 'rest-of-uk'
        ? { ...typed, regime: REGIMES[jurisdiction] }
        : typed;
    const basis =
      input['basis'] === undefined
        ? code.basis
        : readOneOf(input, 'basis', ['cumulative', 'week1_month1'] as const) === 'cumulative'
          ? code.basis
          : 'week1-month1';
    const pay = readMoney(input, 'taxable_pay_this_period');
    if (
      code.kind === 'flat' &&
      rates.incomeTax.regimes[code.regime].flat[code.treatment as 'BR'] === undefined
    )
      throw new CaseRefused('tax-code.only-scottish');
    const result = incomeTax(
      {
        code,
        basis,
        frequency,
        taxPeriodNumber: readWhole(
          input,
          'tax_week_or_month_at_period_end',
          1,
          frequency === 'monthly' ? 12 : 56,
        ),
        pay,
        payBefore: readMoney(input, 'taxable_pay_earlier_in_year', pence(0), true),
        taxBefore: readMoney(input, 'tax_deducted_earlier_in_year', pence(0), true),
      },
      rates.incomeTax,
    );
    return {
      tax_this_period: pounds(result.tax),
      tax_to_date: pounds(result.taxToDate),
      tax_code: formatTaxCode({ ...code, basis }),
      basis: basis === 'cumulative' ? 'cumulative' : 'week1_month1',
      limited_to_half_of_pay: result.limitedFrom !== null,
    };
  });
