import { daysBetween, type IsoDay, taxYearStart } from '../dates';
import type { PayFrequency } from '../rates/tax-year-rates';

/** Where a pay date falls in its tax year. */
export type TaxPeriod = {
  /** Such as `2026-27`. */
  readonly taxYear: string;
  /** 1–12, from the 6th of one calendar month to the 5th of the next. */
  readonly taxMonth: number;
  /** The week the pay date is in: 1–53. */
  readonly taxWeek: number;
  /** Which regular payday of the year this is: 1–53, 1–27, 1–14 or 1–12. */
  readonly payPeriodNumber: number;
  /** For PAYE tables: weeks 1–53, 54 or 56 for the weekly family, months 1–12 for monthly pay. */
  readonly taxPeriodNumber: number;
  /** True in weeks 53, 54 and 56: one payday more than the year has periods. */
  readonly isExtraPayday: boolean;
};

/** The name of the tax year that begins in a calendar year: `2026-27` of 2026. */
export function taxYearFrom(start: number): string {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
}

/** The name of the tax year a day is in, such as `2026-27`. */
export function taxYearOf(day: IsoDay): string {
  return taxYearFrom(Number(taxYearStart(day).slice(0, 4)));
}

/** The day a payment counts on for tax and National Insurance: its regular pay day where that is named, else its own. */
export function taxDayOf(payment: {
  readonly payDate: IsoDay;
  readonly regularPayDate?: IsoDay | undefined;
}): IsoDay {
  return payment.regularPayDate ?? payment.payDate;
}

/** The tax month (1–12) a day is in: the 6th to the 5th. */
export function taxMonthOf(day: IsoDay): number {
  const month = Number(day.slice(5, 7)) - (Number(day.slice(8, 10)) < 6 ? 1 : 0);
  return ((month - 4 + 12) % 12) + 1;
}

export const WEEKS_IN_PERIOD: Readonly<Record<PayFrequency, number>> = {
  weekly: 1,
  'two-weekly': 2,
  'four-weekly': 4,
  monthly: 0,
};

/**
 * The tax week or month of a pay date. Week = whole weeks from 6 April, plus 1; the 365th and 366th day are week 53.
 * Two- and four-weekly pay is counted at the week where the period ends: 2, 4, 6 … or 4, 8, 12 …
 * An extra payday is week 53, 54 or 56. Source: HMRC PAYE manual PAYE70015.
 */
export function taxPeriodOf(payDate: IsoDay, frequency: PayFrequency): TaxPeriod {
  const taxWeek = Math.floor(daysBetween(taxYearStart(payDate), payDate) / 7) + 1;
  const taxMonth = taxMonthOf(payDate);
  const weeks = WEEKS_IN_PERIOD[frequency];
  const payPeriodNumber = weeks === 0 ? taxMonth : Math.floor((taxWeek - 1) / weeks) + 1;
  const taxPeriodNumber = weeks === 0 ? taxMonth : payPeriodNumber * weeks;
  return {
    taxYear: taxYearOf(payDate),
    taxMonth,
    taxWeek,
    payPeriodNumber,
    taxPeriodNumber,
    isExtraPayday: weeks !== 0 && taxPeriodNumber > 52,
  };
}
