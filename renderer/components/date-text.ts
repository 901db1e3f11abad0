import { type DayProblem, dayFromParts, type IsoDay, monthName, partsOf } from '@shared/dates';
import { type Result, refused } from '@shared/result';

/** A date as it was typed in three boxes. */
export type DateText = { readonly day: string; readonly month: string; readonly year: string };

export const NO_DATE: DateText = { day: '', month: '', year: '' };

/** The three boxes for a known day, or empty ones. */
export function dateText(day: IsoDay | null | undefined): DateText {
  if (day === null || day === undefined) return NO_DATE;
  const { year, month, dayOfMonth } = partsOf(day);
  return { day: String(dayOfMonth), month: String(month), year: String(year) };
}

/** The day that was typed. The month may be a number or a name; a year of two figures is 2000–2069 or 1970–1999. */
export function readDateText(text: DateText): Result<IsoDay, DayProblem> {
  const day = text.day.trim();
  const month = text.month.trim();
  const year = text.year.trim();
  if (day === '' && month === '' && year === '') return refused('day.empty');
  if (!/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year)) return refused('day.not-a-date');
  const monthNumber = monthOf(month);
  if (monthNumber === undefined) return refused('day.not-a-date');
  const yearNumber = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  return dayFromParts(yearNumber, monthNumber, Number(day));
}

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const wanted = text.toLowerCase();
  if (wanted.length < 3) return undefined;
  for (let month = 1; month <= 12; month += 1) {
    if (monthName(month).toLowerCase().startsWith(wanted)) return month;
  }
  return undefined;
}
