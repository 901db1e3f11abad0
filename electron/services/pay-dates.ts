import { addDays, type IsoDay, weekdayOf } from '@shared/dates';

type IsBankHoliday = (day: IsoDay) => boolean;

/** Whether banks are closed on a day: a Saturday, a Sunday or a bank holiday. */
function isNotBankingDay(day: IsoDay, isBankHoliday: IsBankHoliday): boolean {
  return weekdayOf(day) >= 5 || isBankHoliday(day);
}

/** The regular pay day of a period: so many days after its end, whatever day that is. */
export function regularPayDateOf(periodTo: IsoDay, offset: number): IsoDay {
  return addDays(periodTo, offset);
}

/** Pay day: so many days after the period's end, or the working day before when that is a weekend or a bank holiday. */
export function payDateOf(periodTo: IsoDay, offset: number, isBankHoliday: IsBankHoliday): IsoDay {
  let day = regularPayDateOf(periodTo, offset);
  while (isNotBankingDay(day, isBankHoliday)) day = addDays(day, -1);
  return day;
}

/**
 * The day that a payment counts on for tax and National Insurance. A regular pay day when banks are closed still counts
 * where the money is paid on the last working day before it or the first after it; any other day counts as it is.
 * Source: CWG2, regular pay days that are not banking days. (RECALLED)
 */
export function taxDayOfPayment(regular: IsoDay, paid: IsoDay, isBankHoliday: IsBankHoliday): IsoDay {
  if (paid === regular || !isNotBankingDay(regular, isBankHoliday)) return paid;
  let before = regular;
  while (isNotBankingDay(before, isBankHoliday)) before = addDays(before, -1);
  let after = regular;
  while (isNotBankingDay(after, isBankHoliday)) after = addDays(after, 1);
  return paid >= before && paid <= after ? regular : paid;
}
