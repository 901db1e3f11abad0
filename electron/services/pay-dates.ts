import { addDays, type IsoDay, weekdayOf } from '@shared/dates';

/** Pay day: so many days after the period's end, or the working day before when that is a weekend or a bank holiday. */
export function payDateOf(periodTo: IsoDay, offset: number, isBankHoliday: (day: IsoDay) => boolean): IsoDay {
  let day = addDays(periodTo, offset);
  while (weekdayOf(day) >= 5 || isBankHoliday(day)) day = addDays(day, -1);
  return day;
}
