import { type IsoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';

/** The month of a day: short under a line, long in a table. */
export function monthOf(day: IsoDay): {
  readonly short: string;
  readonly long: string;
  readonly name: string;
} {
  const { year, month } = partsOf(day);
  const name = monthName(month);
  return { short: name.slice(0, 3), long: `${name} ${year}`, name };
}

/** Whole pounds without their pence, for labels in a picture. */
export const wholePounds = (amount: Pence): string => formatPounds(amount).replace('.00', '');
