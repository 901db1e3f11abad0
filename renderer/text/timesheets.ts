import { formatDay, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import type { RefusalSentences, RefusalValues } from './refusals';
import { rotaRefusals } from './rota-sentences';

const on = (values: RefusalValues, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value)) : other;
};

/** Why a timesheet would not be taken, and what to look at in one. */
export const timesheetRefusals: RefusalSentences = {
  ...rotaRefusals,
  'timesheet.too-long': 'A timesheet can have three months at most. Choose fewer days.',
  'timesheet.not-agreed': 'Nobody has agreed to these hours yet.',
  'timesheet.paid': 'These hours are paid, so what was agreed stays with them.',
  'timesheet.to-confirm': 'Some hours wait to be confirmed.',
  'timesheet.difference-without-reason': (values) =>
    `The hours on ${on(values, 'day', 'one day')} are not as planned, and nobody said why.`,
  'timesheet.changed-since-agreed': (values) =>
    `These hours were changed after ${String(values['name'] ?? '') || 'the PA'} agreed to them. Ask again.`,
  'agreement.no-name': 'Enter the name of whoever agreed.',
  'agreement.in-the-future': 'This day is still to come. Enter today or an earlier day.',
  'agreement.before-the-period-ends': (values) =>
    `These days end on ${on(values, 'ends', 'a later day')}. Ask again then, if more is worked.`,
  'agreement.nothing-worked': 'No hours are confirmed yet. Confirm what was worked first.',
  'agreement.shifts-to-confirm': (values) =>
    Number(values['count'] ?? 0) === 1
      ? '1 shift is not confirmed, so it is no part of this.'
      : `${String(values['count'] ?? 'Some')} shifts are not confirmed, so they are no part of this.`,
};

/** `16 to 22 November 2026`. */
export function daysWords(from: IsoDay, to: IsoDay): string {
  if (from === to) return formatDay(from);
  const start = formatDay(from);
  const end = formatDay(to);
  const [startDay = '', startMonth = '', startYear = ''] = start.split(' ');
  const [, endMonth = '', endYear = ''] = end.split(' ');
  if (startYear !== endYear) return `${start} to ${end}`;
  return startMonth === endMonth ? `${startDay} to ${end}` : `${startDay} ${startMonth} to ${end}`;
}
