import type { Coded } from '@shared/api/common';
import { formatWeekday, isIsoDay, isoDay } from '@shared/dates';
import type { RefusalSentences, RefusalValues } from './refusals';
import { shiftSentences } from './rota-shifts';
import { hoursWords } from './rota-times';
import { limitWarnings } from './work-rules';

const said = (values: RefusalValues, name: string, other: string): string => {
  const value = values[name];
  if (typeof value === 'string' && isIsoDay(value)) return formatWeekday(isoDay(value), true);
  return value === undefined || value === '' ? other : String(value);
};
const on = (values: RefusalValues, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value)) : other;
};
const hours = (values: RefusalValues, name: string): string => hoursWords(Number(values[name] ?? 0));

/** Time off, as it is called. `off` stands in the rota; `within` in a sentence after “is”. */
export const absenceKinds: Readonly<
  Record<
    string,
    { readonly label: string; readonly off: string; readonly within: string; readonly note?: string }
  >
> = {
  sickness: {
    label: 'Sick',
    off: 'Off sick',
    within: 'off sick',
    note: 'Sick pay (SSP) is worked out for you',
  },
  holiday: { label: 'Holiday', off: 'Holiday', within: 'on holiday', note: 'Paid from their holiday hours' },
  unpaid: { label: 'Unpaid time off', off: 'Time off', within: 'on unpaid time off' },
  family: {
    label: 'Family leave',
    off: 'Family leave',
    within: 'on family leave',
    note: 'A new baby, adoption, or loss of a child. Pay for it is on the PA’s own page',
  },
  carers: {
    label: 'Carer’s leave',
    off: 'Carer’s leave',
    within: 'on carer’s leave',
    note: 'To look after somebody of their own',
  },
  jury: { label: 'Jury service', off: 'Jury service', within: 'on jury service' },
  other: { label: 'Another reason', off: 'Away', within: 'away' },
};

/** `off sick`, for a kind of absence that came with a code. */
export const awayWithin = (kind: unknown): string => absenceKinds[String(kind)]?.within ?? 'away';

/** Why the rota would not do something. */
export const rotaRefusals: RefusalSentences = {
  ...shiftSentences,
  'shift.ends-next-day': 'The end is before the start. Say whether it ends on the next day.',
  'shift.ends-before-it-starts': 'The end is before the start. Enter a later end.',
  'shift.too-long': (values) =>
    `That would be ${hours(values, 'minutes')} long. One shift can be 24 hours at most. Check the times.`,
  'shift.very-long': (values) => `This shift is ${hours(values, 'minutes')} long. Check the times are right.`,
  'shift.time-does-not-exist':
    'The clocks go forward that night, so this time does not happen. Enter 2 am or later.',
  'shift.time-happens-twice':
    'The clocks go back that night, so this time happens twice. The first one counts.',
  'shift.before-first-day': (values) =>
    `That date is before their first day of work, ${said(values, 'day', 'in your record')}. Which date did you mean?`,
  'shift.after-last-day': (values) =>
    `That date is after their last day of work, ${said(values, 'day', 'in your record')}. Which date did you mean?`,
  'shift.overlaps-own': (values) =>
    `This PA is on another shift at the same time, on ${said(values, 'day', 'that day')}.`,
  'shift.worker-is-away': (values) => `This PA is ${awayWithin(values['kind'])} on that day.`,
  'shift.paid': 'This shift has been paid, so it can’t change. A correction goes into the next pay.',
  'shift.not-confirmed': 'The hours of this shift are not confirmed.',
  'shift.nobody-worked': (values) =>
    `Nobody worked the shift on ${said(values, 'day', 'that day')}, so there are no hours to confirm.`,
  'shift.not-yet': (values) =>
    `The shift on ${said(values, 'day', 'a later day')} has not happened yet. Confirm it after.`,
  'shift.reason-needed': 'Say in a few words why the times were different.',
  'absence.ends-before-it-starts': 'The last day is before the first day. Enter a later last day.',
  'absence.before-first-day': (values) =>
    `That date is before their first day of work, ${said(values, 'firstDay', 'in your record')}. Which date did you mean?`,
  'absence.after-last-day': (values) =>
    `That date is after their last day of work, ${said(values, 'lastDay', 'in your record')}. Which date did you mean?`,
  'absence.goes-past-last-day': (values) =>
    `Their last day of work is ${said(values, 'lastDay', 'earlier')}. The time off can end on that day.`,
  'absence.overlaps': (values) =>
    `This PA is ${awayWithin(values['kind'])} from ${said(values, 'firstDay', 'an earlier day')} already. Change that time off instead.`,
  'absence.same-kind-there': (values) =>
    `This PA is ${awayWithin(values['kind'])} from ${said(values, 'firstDay', 'an earlier day')} already. Change that time off instead.`,
  'absence.of-family-leave':
    'This time off belongs to leave for a baby or child. Change it on the PA’s own page.',
  'absence.some-paid': (values) =>
    `Some of ${said(values, 'name', '') === '' ? 'their' : `${said(values, 'name', '')}’s`} shifts in this time have been paid. They stay as they are.`,
  'pattern.cycle-weeks': 'A pattern repeats after 1 to 8 weeks.',
  'pattern.anchor-not-a-monday': 'The first week starts on a Monday. Enter a Monday.',
  'pattern.ends-before-it-starts': 'The last day is before the first day. Enter a later last day.',
  'pattern.empty': 'Add at least one shift to the pattern.',
  'pattern.entry-outside-cycle': 'One shift is in a week that the pattern does not have.',
  'pattern.entry-ends-next-day': 'One shift ends before it starts. Say whether it ends on the next day.',
  'pattern.entry-too-long': 'One shift would be longer than 24 hours. Check the times.',
  'pattern.before-first-day': (values) =>
    values['firstDay'] !== undefined
      ? `${said(values, 'name', 'This PA')} starts work on ${on(values, 'firstDay', 'a later day')}. The shifts before that need someone.`
      : `That date is before their first day of work, ${said(values, 'day', 'in your record')}. Enter that day or a later one.`,
  'rota.window-too-long': 'That is too long to show at once. Choose ten weeks or less.',
  'cover.not-needed': (values) =>
    `Somebody has the shift on ${said(values, 'day', 'that day')} already. Nothing was changed.`,
};

export type RotaWarning = { readonly title: string; readonly body: string };

const who = (values: RefusalValues): string => said(values, 'name', 'A PA');

/** The rules of rest and working hours, named as the law names them. */
const RULES: Readonly<Record<string, (values: RefusalValues) => RotaWarning>> = {
  ...limitWarnings,
  'rest.daily': (values) => ({
    title: `${who(values)} has only ${hours(values, 'restMinutes')} of rest around ${on(values, 'day', 'a shift')}`,
    body: `The daily rest rule asks for ${hours(values, 'ruleMinutes')} between working days. You can agree other rest to make up for it.`,
  }),
  'rest.weekly': (values) => ({
    title: `${who(values)} has no long rest in the week of ${on(values, 'day', 'this Monday')}`,
    body: `The weekly rest rule asks for ${hours(values, 'ruleMinutes')} in one go. The longest rest is ${hours(values, 'restMinutes')}.`,
  }),
  'rest.break': (values) => ({
    title: `${who(values)} is due a break on ${on(values, 'day', 'this day')}`,
    body: `After ${hours(values, 'ruleMinutes')} of work the break rule asks for ${hours(values, 'breakMinutes')} of rest.`,
  }),
  'hours.weekly-average': (values) => ({
    title: `${who(values)} works ${hours(values, 'averageMinutes')} a week on average`,
    body: `The weekly hours rule sets ${hours(values, 'ruleMinutes')} a week on average. Above it, your PA must agree in writing.`,
  }),
  'young.daily-hours': (values) => ({
    title: `${who(values)} works ${hours(values, 'workMinutes')} on ${on(values, 'day', 'one day')}`,
    body: `The rule for people under 18 allows ${hours(values, 'ruleMinutes')} a day.`,
  }),
  'young.weekly-hours': (values) => ({
    title: `${who(values)} works ${hours(values, 'workMinutes')} in the week of ${on(values, 'day', 'this Monday')}`,
    body: `The rule for people under 18 allows ${hours(values, 'ruleMinutes')} a week.`,
  }),
  'young.night': (values) => ({
    title: `${who(values)} works at night on ${on(values, 'day', 'this day')}`,
    body: 'The rule for people under 18 does not allow work at night.',
  }),
  'cover-not-needed': (values) => ({
    title: `${who(values)} still covers for ${said(values, 'other', 'somebody')} on ${on(values, 'day', 'one day')}`,
    body: `${said(values, 'other', 'That PA')} is back for this shift. If only one is to come, take the other off and tell them.`,
  }),
  overlap: (values) => ({
    title: `${who(values)} is on two shifts at once on ${on(values, 'day', 'one day')}`,
    body: 'Nobody can be paid for the same time twice. Give one of them to somebody else.',
  }),
};

/** A warning of the rota: what it is, and the rule behind it. */
export function rotaWarning(warning: Coded): RotaWarning {
  const code = warning.code.replace(/^rota\./, '');
  const rule = RULES[code];
  if (rule !== undefined) return rule(warning.values);
  const sentence = rotaRefusals[warning.code];
  return {
    title: `Have a look at ${on(warning.values, 'day', 'this week')}`,
    body:
      sentence === undefined
        ? `Mainstay noticed something here. It is called “${warning.code}”.`
        : typeof sentence === 'string'
          ? sentence
          : sentence(warning.values),
  };
}

/** One sentence for a warning that came with saving. */
export function warningSentence(warning: Coded): string {
  const { title, body } = rotaWarning(warning);
  return rotaRefusals[warning.code] === undefined ? `${title}. ${body}` : body;
}
