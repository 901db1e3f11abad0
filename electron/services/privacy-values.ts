import words from '@resources/documents/privacy-copy.json';
import { type ClockTime, formatHours, formatTime } from '@shared/clock-time';
import { formatDay, formatShortDay, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { percentFromHundredths } from '@shared/rates/evidence';
import { formatNiNumber, formatRate, formatSortCode } from '../files/documents/figures';

const COLUMNS: Readonly<Record<string, string>> = words.columns;
const YES_NO = new Set<string>(words.yesNo);
/** What a person typed: shown as it is. */
const TYPED = new Set(['note', 'reason', 'actual_reason', 'description', 'name', 'first_names', 'last_name']);
const CODE = /^[a-z]+(-[a-z0-9]+)*$/;

/** What a column is called. Throws for one without words: that is our bug. */
export function columnName(column: string): string {
  const name = COLUMNS[column];
  if (name === undefined) throw new Error(`No words for the column ${column}`);
  return name;
}

/** Whether a column is for programs alone: it joins rows together, or holds a whole working. */
export function isForPrograms(column: string): boolean {
  return (
    column === 'id' ||
    column === 'position' ||
    column === 'household_id' ||
    /_(id|json|key|hash)$/.test(column) ||
    column === 'ref'
  );
}

/** A value of the record as a person reads it, days short in a table; nothing is an empty text. */
export function valueText(column: string, value: unknown, short = false): string {
  if (value === null || value === undefined || value === '') return '';
  if (YES_NO.has(column)) return value === 1 ? words.yes : words.no;
  if (typeof value === 'number') {
    if (column.endsWith('_pence')) return formatPounds(pence(value));
    if (column === 'rate_ten_thousandths') return `£${formatRate(poundsOf(value))}`;
    if (column.endsWith('_hundredths')) return `${percentFromHundredths(value)} %`;
    if (column === 'minutes' || column.endsWith('_minutes')) return formatHours(value);
    if (column === 'weekday') return words.weekdays[value] ?? String(value);
    if (column === 'week_index') return String(value + 1);
    return String(value);
  }
  const text = String(value);
  if (isIsoDay(text)) return short ? `${formatShortDay(text)} ${text.slice(0, 4)}` : formatDay(text);
  if (column === 'sort_code') return formatSortCode(text);
  if (column === 'ni_number') return formatNiNumber(text);
  if (column === 'qualifying_days')
    return text
      .split(',')
      .map((one) => words.weekdays[Number(one)] ?? one)
      .join(', ');
  if (column === 'leave_year_starts' && isIsoDay(`2025-${text}`))
    return formatDay(isoDay(`2025-${text}`)).replace(' 2025', '');
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return formatTime(text as ClockTime);
  return !TYPED.has(column) && CODE.test(text) ? text.replaceAll('-', ' ') : text;
}

/** Pounds from ten thousandths of a pound, exactly: 132500 is `13.2500`. */
function poundsOf(tenThousandths: number): string {
  const digits = String(tenThousandths).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
