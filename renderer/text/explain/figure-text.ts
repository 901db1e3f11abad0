import { formatHours } from '@shared/clock-time';
import { formatDay, isIsoDay } from '@shared/dates';
import type { Figure } from '@shared/explain';
import { formatPounds } from '@shared/money';
import { assertNever } from '@shared/result';
import { common } from '../common';

/** One figure of an explanation as a person reads it: `£20.20`, `26:00`, `£13.25 an hour`, `20 %`. */
export function figureText(figure: Figure): string {
  switch (figure.kind) {
    case 'money':
      return formatPounds(figure.pence);
    case 'exact-money':
      return signed(figure.pounds, (digits) => `£${grouped(twoPlaces(digits))}`);
    case 'minutes':
      return formatHours(figure.minutes);
    case 'rate':
      return `${signed(figure.pounds, (digits) => `£${grouped(twoPlaces(digits))}`)} ${common.per[figure.per]}`;
    case 'percent':
      return `${signed(figure.percent, (digits) => digits)} %`;
    case 'count':
      return String(figure.count);
    case 'decimal':
      return signed(figure.value, grouped);
    case 'day':
      return isIsoDay(figure.day) ? formatDay(figure.day) : figure.day;
    case 'text':
      return figure.text;
    default:
      return assertNever(figure, 'figure');
  }
}

function signed(text: string, words: (digits: string) => string): string {
  return text.startsWith('-') ? `−${words(text.slice(1))}` : words(text);
}

function grouped(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? withCommas : `${withCommas}.${decimals}`;
}

function twoPlaces(text: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`;
}
