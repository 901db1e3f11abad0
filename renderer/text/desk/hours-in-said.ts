import { formatHours } from '@shared/clock-time';
import { isKindOfWork } from '@shared/rota/kind-of-work';
import { kindInSentence } from '../kinds-of-work';
import type { RefusalSentences } from '../refusals';
import { many, said, type Values } from '../values';

const number = (values: Values, name: string): number => Number(values[name] ?? 0);

/** `16 November 2026`, or `16 November 2026 to 22 November 2026`. */
function daysOf(values: Values): string {
  const from = said(values, 'from', 'these days');
  const to = said(values, 'to', '');
  return to === '' || to === from ? from : `${from} to ${to}`;
}

/** `the weekday rate`, `sleep-in`. */
function kindOf(values: Values): string {
  const kind = String(values['kind'] ?? '');
  return isKindOfWork(kind) ? kindInSentence(kind) : 'this kind of work';
}

/** `22:30 hours`, `3 nights`: by `unit`. */
function amountOf(values: Values, name: string): string {
  return values['unit'] === 'nights'
    ? many(number(values, name), 'night', 'nights')
    : `${formatHours(number(values, name))} hours`;
}

/** What stands against hours that come in, and what is worth a look in them. By code. */
export const hoursInRefusals: RefusalSentences = {
  'hours-in.not-employed': (values) =>
    values['why'] === 'before'
      ? `The first day of work is ${said(values, 'day', 'later')}. These days are before it.`
      : `The last day of work was ${said(values, 'day', 'earlier')}. These days are after it.`,
  'hours-in.not-yet': (values) => `These days are still to come: ${daysOf(values)}.`,
  'hours-in.no-rate': (values) =>
    values['kind'] === undefined
      ? 'This PA has no rate by the hour yet. Add one on the page of the PA first.'
      : `This PA has no rate for this kind of work yet: ${kindOf(values)}. Add one on the page of the PA first.`,
  'hours-in.kind-needed':
    'This PA has more than one rate by the hour. The file must say which kind of work it was.',
  'hours-in.not-hours': (values) =>
    `“${said(values, 'text', '')}” is no number of hours. Write it like 22.5 or 22:30.`,
  'hours-in.not-nights': (values) =>
    `“${said(values, 'text', '')}” is no number of nights. Write a whole number, like 3.`,
  'hours-in.paid': (values) =>
    `Hours of these days are paid already: ${amountOf(values, 'here')}. Correct that pay instead.`,
  'hours-in.times-known': (values) =>
    `The times of these hours are known: ${amountOf(values, 'here')}. Change them in the timesheet.`,
  'hours-in.other-here': (values) =>
    `Other hours are confirmed already: ${amountOf(values, 'here')}. Taken, these stand in their place.`,
  'hours-in.none-worked': (values) =>
    `This says that nothing was worked, and ${amountOf(values, 'planned')} were planned. Taken, the planned shifts come off the rota.`,
  'hours-in.away': (values) =>
    `The PA was away on all of these days: ${daysOf(values)}. Check which is right.`,
  'hours-in.too-many': (values) =>
    `${formatHours(number(values, 'said'))} hours do not fit in ${many(number(values, 'days'), 'day', 'days')}. Check the figure.`,
  'hours-in.too-many-nights': (values) =>
    `${many(number(values, 'said'), 'night', 'nights')} do not fit in ${many(number(values, 'most'), 'day', 'days')}. Check the figure.`,
  'hours-in.night-length':
    'Nobody knows yet from when to when this PA works a night. Type this one in on their timesheet, with its times.',
  'hours-in.rate-changes': (values) =>
    `The rate changes on ${said(values, 'day', 'one of these days')}. The hours are spread evenly before and after. Say each part apart if that is not so.`,
  'hours-in.plan-differs': (values) =>
    `${amountOf(values, 'planned')} were planned. The planned shifts come off the rota, and the hours stand in their place.`,
  'hours-in.too-many-days': 'Choose pay days within two months.',
};

/** What was done, as it reads after “Undo: ”. */
export const hoursInActions: Readonly<Record<string, (values: Values) => string>> = {
  'rota.hours-taken-in': (values) =>
    number(values, 'count') === 1
      ? `took in ${said(values, 'name', 'a PA')}’s hours`
      : `took in the hours of ${number(values, 'count')} PAs`,
};
