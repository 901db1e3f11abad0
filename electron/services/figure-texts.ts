import type { IsoDay } from '@shared/dates';
import { formatDay } from '@shared/dates';
import type { Figure } from '@shared/explain';
import { formatPounds } from '@shared/money';
import { formatHoursShort } from '../files/documents/figures';

/** A figure as papers print it; empty where it is not known. */
export function paperText(figure: Figure | null | undefined): string {
  if (figure === null || figure === undefined) return '';
  switch (figure.kind) {
    case 'money':
      return formatPounds(figure.pence);
    case 'exact-money':
      return `£${figure.pounds}`;
    case 'minutes':
      return formatHoursShort(figure.minutes);
    case 'day':
      return formatDay(figure.day as IsoDay);
    case 'text':
      return figure.text;
    case 'count':
      return String(figure.count);
    case 'decimal':
      return figure.value;
    case 'percent':
      return `${figure.percent}%`;
    case 'rate':
      return `£${figure.pounds}`;
  }
}

/** A day as forms want it: `06/10/2026`. */
export function formDay(day: IsoDay): string {
  return day.split('-').reverse().join('/');
}

/** A figure as it stands on a form: amounts without £, which the form prints itself, days in figures. */
export function formFigure(figure: Figure | null | undefined): string {
  if (figure?.kind === 'money') return formatPounds(figure.pence).replace('£', '').replace('−', '-');
  if (figure?.kind === 'day') return formDay(figure.day as IsoDay);
  return paperText(figure);
}
