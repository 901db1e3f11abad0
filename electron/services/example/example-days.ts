import { addDays, addMonths, type IsoDay, isoDay, mondayOf } from '@shared/dates';
import type { RatesBook } from '@shared/rates/rates-book';

export type ExampleDays = {
  /** The day the example is laid around: today, or the last day that has rates. */
  readonly today: IsoDay;
  /** The first day of the record: the first of the month twelve months back. */
  readonly start: IsoDay;
  /** The first Monday of work. */
  readonly firstMonday: IsoDay;
  /** The Monday from which the newer rates hold. */
  readonly risesOn: IsoDay;
  /** The last day of the PA who has left. */
  readonly leftOn: IsoDay;
};

/** Lays thirteen months up to a day's month; a day past the last tax year with rates counts as that year's last day. */
export function exampleDays(today: IsoDay, book: RatesBook): ExampleDays {
  const years = book.years;
  const firstRates = years[0]?.from ?? today;
  const lastRates = years.at(-1)?.to ?? today;
  const laid = today > lastRates ? lastRates : today;
  const monthStart = isoDay(`${addMonths(laid, -12).slice(0, 7)}-01`);
  const start = monthStart < firstRates ? firstRates : monthStart;
  const monday = mondayOf(start) < start ? addDays(mondayOf(start), 7) : start;
  const april = isoDay(`${laid.slice(5) >= '04-06' ? laid.slice(0, 4) : Number(laid.slice(0, 4)) - 1}-04-01`);
  // The first four-weekly period that begins on or after 1 April: the minimum wage rises there.
  let risesOn = monday;
  while (risesOn < april) risesOn = addDays(risesOn, 28);
  const leftOn = addDays(mondayOf(addMonths(laid, -3)), 4);
  return {
    today: laid,
    start,
    firstMonday: monday,
    risesOn,
    leftOn: leftOn > monday ? leftOn : addDays(monday, 11),
  };
}
