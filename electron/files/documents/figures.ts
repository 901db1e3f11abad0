import { formatHours } from '@shared/clock-time';
import { formatWeekday, type IsoDay, monthName, partsOf, weekdayName } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';

/** An amount for a column headed £: `1,234.50`, `−3.00`. */
export function formatAmount(amount: Pence): string {
  return formatPounds(amount).replace('£', '');
}

/** A rate of pounds as text with at least two decimals and no needless zeros: `13.2` → `13.20`, `13.2500` → `13.25`. */
export function formatRate(pounds: string): string {
  const [whole = '0', decimals = ''] = pounds.split('.');
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`;
}

/** `Monday 16 to Sunday 22 November 2026`, with month and year only where they are needed. */
export function formatPeriod(from: IsoDay, to: IsoDay, joiner: string): string {
  if (from === to) return formatWeekday(to, true);
  const start = partsOf(from);
  const end = partsOf(to);
  const month = start.month === end.month && start.year === end.year ? '' : ` ${monthName(start.month)}`;
  const year = start.year === end.year ? '' : ` ${start.year}`;
  return `${weekdayName(from)} ${start.dayOfMonth}${month}${year} ${joiner} ${formatWeekday(to, true)}`;
}

/** Minutes as hours in words' shape: `29`, `7:30`. */
export function formatHoursShort(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes < 0 ? '−' : ''}${Math.abs(minutes) / 60}` : formatHours(minutes);
}

/** A sort code with dashes: `20-00-00`; what is not six digits stays as it is. */
export function formatSortCode(sortCode: string): string {
  const digits = sortCode.replace(/\D/g, '');
  return digits.length === 6 ? digits.replace(/(\d{2})(\d{2})(\d{2})/, '$1-$2-$3') : sortCode;
}

/** A National Insurance number in pairs: `QQ 12 34 56 C`; what is not one stays as it is. */
export function formatNiNumber(niNumber: string): string {
  const close = niNumber.replace(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{6}[A-Z]?$/.test(close)
    ? close.replace(/(..)(..)(..)(..)(.?)/, '$1 $2 $3 $4 $5').trim()
    : niNumber;
}
