import { formatDay, isIsoDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';

/** The plain values that came with a code: names, days, figures. */
export type Values = Readonly<Record<string, string | number>>;

/** A value as it is read: days in words, others as they are; `other` where there is none. */
export function said(values: Values, name: string, other = ''): string {
  const value = values[name];
  if (value === undefined || value === '') return other;
  return typeof value === 'string' && isIsoDay(value) ? formatDay(value) : String(value);
}

/** `1 day`, `2 days`. */
export function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${more}`;
}

/** A value in pence as pounds. */
export function pounds(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? formatPounds(pence(value))
    : String(value ?? '');
}
