import { formatHours } from '@shared/clock-time';
import { formatDay, formatShortDay, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { assertNever } from '@shared/result';

/** Money in the text: tabular figures, never broken over lines. */
export function Amount({ pence }: { readonly pence: Pence }) {
  return <span className="figure">{formatPounds(pence)}</span>;
}

/** A length of time as hours and minutes: 26:00. */
export function Hours({ minutes }: { readonly minutes: number }) {
  return <span className="figure">{formatHours(minutes)}</span>;
}

/** A day: `long` 24 November 2026, `weekday` Tuesday 24 November, `short` 24 Nov. */
export function Day({
  day,
  form = 'long',
}: {
  readonly day: IsoDay;
  readonly form?: 'long' | 'weekday' | 'short';
}) {
  return <time dateTime={day}>{dayText(day, form)}</time>;
}

function dayText(day: IsoDay, form: 'long' | 'weekday' | 'short'): string {
  switch (form) {
    case 'long':
      return formatDay(day);
    case 'weekday':
      return formatWeekday(day);
    case 'short':
      return formatShortDay(day);
    default:
      return assertNever(form, 'form of a day');
  }
}
