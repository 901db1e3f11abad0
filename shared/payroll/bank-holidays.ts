import bankHolidayData from '@resources/rates/bank-holidays.json';
import { type IsoDay, isoDay } from '../dates';
import { ok, type Result, refused } from '../result';

/** The three divisions that GOV.UK publishes bank holidays for. */
export type BankHolidayDivision = 'england-and-wales' | 'scotland' | 'northern-ireland';

export type BankHoliday = {
  readonly day: IsoDay;
  /** The name as published. */
  readonly title: string;
  /** Whether it stands in for a holiday that fell on a weekend. */
  readonly substitute: boolean;
};

export type BankHolidayProblem = 'bank-holidays.not-published';

/** First and last day for which bank holidays are known. Source: GOV.UK bank holidays, 24 November 2025. */
const bankHolidaysKnown: { readonly from: IsoDay; readonly to: IsoDay } = {
  from: isoDay(bankHolidayData.coverage.from),
  to: isoDay(bankHolidayData.coverage.to),
};

const divisions: Readonly<Record<BankHolidayDivision, readonly BankHoliday[]>> = {
  'england-and-wales': bankHolidayData.divisions['england-and-wales'].map(asBankHoliday),
  scotland: bankHolidayData.divisions.scotland.map(asBankHoliday),
  'northern-ireland': bankHolidayData.divisions['northern-ireland'].map(asBankHoliday),
};

function asBankHoliday(row: {
  readonly day: string;
  readonly title: string;
  readonly substitute: boolean;
}): BankHoliday {
  return { ...row, day: isoDay(row.day) };
}

/** The bank holiday on a day, or null on any other. Refuses a day whose holidays are not published. */
export function bankHolidayOn(
  division: BankHolidayDivision,
  day: IsoDay,
): Result<BankHoliday | null, BankHolidayProblem> {
  if (day < bankHolidaysKnown.from || day > bankHolidaysKnown.to)
    return refused('bank-holidays.not-published', { day });
  return ok(divisions[division].find((each) => each.day === day) ?? null);
}

/** The bank holidays from one day to another, both included, earliest first; none where none are published. */
export function bankHolidaysBetween(
  division: BankHolidayDivision,
  from: IsoDay,
  to: IsoDay,
): readonly BankHoliday[] {
  return divisions[division].filter((each) => from <= each.day && each.day <= to);
}
