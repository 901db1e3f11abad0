import { addDays, addMonths, type IsoDay, weekdayOf } from '../dates';
import { type BankHolidayDivision, bankHolidaysBetween } from '../payroll/bank-holidays';

const SATURDAY = 5;

/**
 * The last day to answer somebody who asked on a day to see what is kept about them: the same date of the next month, or
 * that month's last day where it has no such date; the next working day where it falls on a weekend or a bank holiday.
 * Source: UK GDPR Article 12; ICO, “I need to complete a SAR” (ico.org.uk).
 */
export function accessDueOn(askedOn: IsoDay, division: BankHolidayDivision): IsoDay {
  const date = addMonths(askedOn, 1);
  const holidays = new Set(bankHolidaysBetween(division, date, addDays(date, 14)).map((one) => one.day));
  let due = date;
  while (weekdayOf(due) >= SATURDAY || holidays.has(due)) due = addDays(due, 1);
  return due;
}
