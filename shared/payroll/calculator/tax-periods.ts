import { taxPeriodOf } from '../tax-period';
import { answering, type Calculator, inputOf, readDay, readFrequency } from './case-reader';

/** `mainstay calculate tax_periods`: the tax year, week and month of a pay date. Needs no rates. */
export const calculateTaxPeriod: Calculator = (oneCase) =>
  answering(() => {
    const input = inputOf(oneCase);
    const frequency = readFrequency(input);
    const period = taxPeriodOf(readDay(input, 'pay_date'), frequency);
    return {
      tax_year: period.taxYear,
      pay_period_number: period.payPeriodNumber,
      tax_month: period.taxMonth,
      tax_week: period.taxWeek,
      ...(frequency === 'monthly' ? {} : { tax_week_at_period_end: period.taxPeriodNumber }),
      extra_payday: period.isExtraPayday,
    };
  });
