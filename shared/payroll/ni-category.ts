import { ageOn, type IsoDay } from '../dates';
import { hasReachedStatePensionAge, type RatesBook } from '../rates/rates-book';
import type { NiCategory } from '../rates/tax-year-rates';

export const NI_CATEGORIES: readonly NiCategory[] = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'S',
  'V',
  'X',
  'Z',
];

/** Whether a text is a category letter of National Insurance. */
export function isNiCategory(text: string): text is NiCategory {
  return NI_CATEGORIES.some((letter) => letter === text);
}

const OVER_PENSION_AGE: ReadonlySet<NiCategory> = new Set(['C', 'K', 'S']);
const UNDER_21: ReadonlySet<NiCategory> = new Set(['M', 'Z']);
/** Letters that have a twin for people under 21. */
const FROM_21: ReadonlySet<NiCategory> = new Set(['A', 'B', 'J']);

/**
 * The letter a worker's age asks for on a pay date, given the one they have: M becomes A on the 21st birthday,
 * Z becomes J, H becomes A on the 25th, everyone has C from State Pension age and X below 16.
 * The same letter comes back when it may stay.
 * Source: Social Security Contributions and Benefits Act 1992 sections 6, 9A and 9B; CWG2.
 */
export function niCategoryForAge(
  current: NiCategory,
  birthDate: IsoDay,
  payDate: IsoDay,
  book: RatesBook,
): NiCategory {
  if (current === 'X') return 'X';
  const age = ageOn(birthDate, payDate);
  if (age < 16) return 'X';
  if (hasReachedStatePensionAge(book, birthDate, payDate))
    return OVER_PENSION_AGE.has(current) ? current : 'C';
  if (age < 21) {
    if (current === 'J') return 'Z';
    return FROM_21.has(current) || OVER_PENSION_AGE.has(current) ? 'M' : current;
  }
  if (UNDER_21.has(current)) return current === 'Z' ? 'J' : 'A';
  if (current === 'H' && age >= 25) return 'A';
  return OVER_PENSION_AGE.has(current) ? 'A' : current;
}
