import type { Coded } from '@shared/api/common';
import { type ClockTime, formatTime } from '@shared/clock-time';
import { formatWeekday, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { isKindOfWork } from '@shared/rota/kind-of-work';
import { kindInSentence } from './kinds-of-work';
import type { RefusalSentences, RefusalValues } from './refusals';
import { awayWithin, rotaRefusals } from './rota-sentences';
import { hoursWords } from './rota-times';

const hours = (values: RefusalValues, name: string): string => hoursWords(Number(values[name] ?? 0));
const text = (values: RefusalValues, name: string, other: string): string => {
  const value = values[name];
  return value === undefined || value === '' ? other : String(value);
};
const on = (values: RefusalValues, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value), true) : other;
};
const kind = (values: RefusalValues): string => {
  const value = String(values['kindOfWork']);
  return isKindOfWork(value) ? kindInSentence(value) : 'rate';
};
const at = (values: RefusalValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' && /^\d\d:\d\d$/.test(value) ? formatTime(value as ClockTime) : '';
};

const times = (values: RefusalValues): string =>
  values['start'] === undefined || values['end'] === undefined
    ? 'then'
    : `from ${at(values, 'start')} to ${at(values, 'end')}`;

const REASONS: RefusalSentences = {
  'cover.is-the-one-away': 'Is the one who is away',
  'cover.not-employed-then': 'Does not work for you on that day',
  'cover.away': (values) => `Is ${awayWithin(values['kind'])} then`,
  'cover.on-another-shift': (values) => `Is on another shift ${times(values)}`,
  'cover.free': 'Is free then',
  'cover.willing': 'Is happy to cover for others',
  'cover.not-asked-before': 'Has not said that they cover for others, so ask first',
  'cover.over-own-limit': (values) =>
    `Would work ${hours(values, 'weekMinutes')} that week, over their own limit`,
  'cover.no-rate': (values) => `Has no ${kind(values)} yet, so the cost is not known`,
  'cover.rest-rule': (values) => {
    switch (values['rule']) {
      case 'rest.daily':
        return `Would have ${hours(values, 'restMinutes')} of rest; the daily rest rule asks for ${hours(values, 'ruleMinutes')}`;
      case 'rest.weekly':
        return `Would have no rest of ${hours(values, 'ruleMinutes')} that week (weekly rest rule)`;
      case 'rest.break':
        return `Would be due a break of ${hours(values, 'breakMinutes')} (break rule)`;
      case 'hours.weekly-average':
        return `Would work ${hours(values, 'averageMinutes')} a week on average, over the weekly hours rule`;
      default:
        return 'Would go over the hours allowed under 18';
    }
  },
  'cover.does-not-cover': 'Has said that they do not cover for others',
  'cover.said-no': 'Said no to this time',
  'cover.not-available-then': (values) => `Can’t work ${times(values)}`,
  'cover.day-off': (values) =>
    values['firstDay'] === values['lastDay']
      ? `Can’t work on ${on(values, 'firstDay', 'that day')}`
      : `Can’t work from ${on(values, 'firstDay', 'that day')} to ${on(values, 'lastDay', 'a later day')}`,
  'cover.right-to-work-ended': (values) =>
    `Their right to work ends on ${on(values, 'lastDay', 'an earlier day')}`,
  'cover.trained': (values) => `Is trained: ${text(values, 'training', 'what is needed')}`,
  'cover.training-missing': (values) => `Is not trained: ${text(values, 'training', 'something needed')}`,
  'cover.training-not-yet': (values) =>
    `Trained only from ${on(values, 'doneOn', 'a later day')}: ${text(values, 'training', 'something needed')}`,
  'cover.training-expired': (values) =>
    `Training ran out on ${on(values, 'expiresOn', 'an earlier day')}: ${text(values, 'training', 'something needed')}`,
  'cover.training-not-known': (values) =>
    `Ask whether they are trained: ${text(values, 'training', 'what is needed')}`,
  'cover.over-contract-hours': (values) =>
    `Would work ${hours(values, 'weekMinutes')} that week; the contract says ${hours(values, 'contractMinutes')}`,
  'cover.with-premium': (values) =>
    `Gets ${formatPounds(pence(Number(values['premium'] ?? 0)))} on top for covering`,
  'cover.no-charge-known': 'What they charge is not known',
  'cover.minimum-charged': (values) => `They charge for ${hours(values, 'minimumMinutes')} at least`,
  'cover.too-short-notice': (values) =>
    `They ask to know ${hours(values, 'noticeMinutes')} before. There are ${hours(values, 'leftMinutes')} left`,
  'cover.no-phone': 'You have no phone number for them',
};

/** Every reason there are words for. */
export const coverReasonCodes: readonly string[] = Object.keys(REASONS);

/** Why somebody can, or can’t, take a shift. */
export function coverReason(reason: Pick<Coded, 'code' | 'values'>): string {
  const sentence = REASONS[reason.code];
  if (sentence === undefined) return `There is one more reason, called “${reason.code}”`;
  return typeof sentence === 'string' ? sentence : sentence(reason.values);
}

const PER: Readonly<Record<string, string>> = { hour: 'an hour', shift: 'for the shift' };

const when = (values: RefusalValues): string => {
  const next = values['endDay'] !== undefined && values['endDay'] !== values['day'] ? ' the next day' : '';
  return `on ${on(values, 'day', 'that day')}, ${at(values, 'start')} to ${at(values, 'end')}${next}`;
};

const MESSAGE: RefusalSentences = {
  'cover-message.hello': (values) => `Hello ${text(values, 'name', '')},`.replace(' ,', ','),
  'cover-message.can-you': (values) =>
    `Can you cover a shift ${when(values)}? It is ${hours(values, 'minutes')}, ${kind(values)}.`,
  'cover-message.agency-can-you': (values) =>
    `Can you send somebody ${when(values)}? It is ${hours(values, 'minutes')}, ${kind(values)}.`,
  'cover-message.part-is-fine': 'A part of it would help too.',
  'cover-message.rate': (values) =>
    `It pays £${text(values, 'pounds', '')} ${PER[text(values, 'per', 'hour')] ?? ''}.`,
  'cover-message.premium': (values) =>
    `You get ${formatPounds(pence(Number(values['pence'] ?? 0)))} on top for covering.`,
  'cover-message.answer-by': (values) =>
    `Please tell me by ${at(values, 'time')} on ${on(values, 'day', 'that day')}.`,
  'cover-message.reply-to': (values) => `My number is ${text(values, 'phone', '')}.`,
  'cover-message.thanks': (values) => `Thank you. ${text(values, 'name', '')}`.trim(),
};

export const coverMessageCodes: readonly string[] = Object.keys(MESSAGE);

/** A message that asks somebody to cover, one line a part. */
export function coverMessageLines(parts: readonly Coded[]): readonly string[] {
  return parts.map((part) => {
    const sentence = MESSAGE[part.code];
    if (sentence === undefined) return part.code;
    return typeof sentence === 'string' ? sentence : sentence(part.values);
  });
}

/** Why cover could not be noted or filled. */
export const coverRefusals: RefusalSentences = {
  ...rotaRefusals,
  'cover.taken-already': 'Somebody has that time already. Nothing was changed. Look again at what is left.',
  'cover.outside-the-shift': 'That time is not within the shift. Enter times within it.',
  'cover.not-yet': (values) => `That is not over yet. Confirm it after ${on(values, 'day', 'the day')}.`,
  'cover-ask.in-the-future': 'That moment is still to come. Check the time on this computer.',
  'cover-ask.too-late': 'This time is over, so nobody can be asked for it any more.',
  'cover-ask.waiting-already': (values) =>
    `You asked ${text(values, 'name', 'them')} already, and wait for an answer.`,
  'cover-ask.answered-before-asked': 'The answer is from before you asked. Check the time on this computer.',
  'cover-ask.not-a-part': 'Enter times within the shift, and shorter than all of it.',
  'cover-contact.used': (values) =>
    `${text(values, 'name', 'They')} were asked or have covered, so they stay on the list.`,
  'cover-contact.charge-twice': 'Two charges for the same work begin on one day. Change one of the days.',
  'cover-person.no-hours':
    'The end is before the start. Enter a later end, or say that it ends the next day.',
  'cover-training.twice': 'This training is on the list twice. Remove one.',
  'cover-pot.from-when': 'An amount needs a first day. Enter from which day it is there.',
};
