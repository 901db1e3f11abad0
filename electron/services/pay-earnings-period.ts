import { addPence, NO_MONEY } from '@shared/money';
import type { NationalInsuranceResult } from '@shared/payroll/national-insurance';
import type { EarlierInEarningsPeriod } from '@shared/payroll/pay-types';
import { taxPeriodOf } from '@shared/payroll/tax-period';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import type { PaySpan } from './pay-periods';
import { inForce, type PayRecord, standingPayslips } from './pay-record';
import { taxDayOfStored } from './pay-stored';

const SHORTEST_FIRST: readonly PayFrequency[] = ['weekly', 'two-weekly', 'four-weekly', 'monthly'];

const NOTHING: NationalInsuranceResult = {
  employee: NO_MONEY,
  employer: NO_MONEY,
  earningsAtLel: NO_MONEY,
  earningsLelToPt: NO_MONEY,
  earningsPtToUel: NO_MONEY,
  earningsAboveUel: NO_MONEY,
};

function together(a: NationalInsuranceResult, b: NationalInsuranceResult): NationalInsuranceResult {
  return {
    employee: addPence(a.employee, b.employee),
    employer: addPence(a.employer, b.employer),
    earningsAtLel: addPence(a.earningsAtLel, b.earningsAtLel),
    earningsLelToPt: addPence(a.earningsLelToPt, b.earningsLelToPt),
    earningsPtToUel: addPence(a.earningsPtToUel, b.earningsPtToUel),
    earningsAboveUel: addPence(a.earningsAboveUel, b.earningsAboveUel),
  };
}

/**
 * Payments at a shorter interval in the earnings period of a payment: there are some only where a PA has just changed to
 * a longer one. The earnings period is the tax month, or the two or four tax weeks, that the pay day is in.
 * Source: SSCR 2001 regs 3 and 18; CWG2, change of pay interval. (RECALLED)
 */
export function earlierInEarningsPeriod(
  record: PayRecord,
  span: PaySpan,
): EarlierInEarningsPeriod | undefined {
  const rank = SHORTEST_FIRST.indexOf(span.frequency);
  if (rank === 0) return undefined;
  const letter = inForce(record.tax, span.workerId, span.taxDay, (one) => one.from_day)?.ni_category;
  const here = taxPeriodOf(span.taxDay, span.frequency);
  const shorter = standingPayslips(record, span.workerId)
    .map((row) => record.paid(row.id))
    .filter(({ input, result }) => {
      const { frequency } = input.input;
      if (SHORTEST_FIRST.indexOf(frequency) >= rank || result.result.niCategory !== letter) return false;
      const day = taxDayOfStored({ input, result });
      const then = taxPeriodOf(day, span.frequency);
      return (
        day <= span.taxDay && then.taxYear === here.taxYear && then.payPeriodNumber === here.payPeriodNumber
      );
    });
  if (shorter.length === 0) return undefined;
  return {
    nicablePay: addPence(NO_MONEY, ...shorter.map((one) => one.result.result.nicablePay)),
    nationalInsurance: shorter.map((one) => one.result.result.nationalInsurance).reduce(together, NOTHING),
    loans: {
      studentLoan: addPence(NO_MONEY, ...shorter.map((one) => one.result.result.studentLoan)),
      postgraduateLoan: addPence(NO_MONEY, ...shorter.map((one) => one.result.result.postgraduateLoan)),
    },
  };
}
