import type { Coded } from '@shared/api/common';
import { type ClockTime, formatTime } from '@shared/clock-time';
import { formatWeekday, isIsoDay, isoDay } from '@shared/dates';
import type { RefusalSentences, RefusalValues } from './refusals';
import { hoursWords } from './rota-times';
import { pounds, said } from './values';

const on = (values: RefusalValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value), true) : 'that day';
};
const at = (values: RefusalValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' && /^\d\d:\d\d$/.test(value)
    ? formatTime(value as ClockTime)
    : 'that time';
};
const hours = (values: RefusalValues, name: string): string => hoursWords(Number(values[name] ?? 0));
const who = (values: RefusalValues): string => said(values, 'name', 'This PA');

/** What two shifts that can’t be joined differ in. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  worker: 'who works',
  kind: 'the kind of work',
  status: 'whether the hours are confirmed',
  cover: 'whom they cover for',
  group: 'who works together',
};

const TIMES: Readonly<Record<string, string>> = {
  'call-out': 'A time awake',
  rest: 'A rest',
  night: 'The night',
};

/** What is refused, warned of or told when shifts and repeating weeks are changed. */
export const shiftSentences: RefusalSentences = {
  'shift.cancelled': 'This shift is off the rota. Put it back first.',
  'shift.is-confirmed': 'The hours of this shift are confirmed. Take that back first.',
  'shift.not-of-a-pattern': 'This shift is not part of a repeating week, so there is nothing to put back.',
  'shift.pay-changes': (values) =>
    `The pay for this would change from ${pounds(values, 'beforePence')} to ${pounds(values, 'afterPence')}.`,
  'shift.pay-not-known': 'What this does to the pay is not known, because a rate is missing.',
  'shift.confirm-again': 'The hours were confirmed. Confirm them again after this change.',
  'shift.has-cover': (values) =>
    `${said(values, 'name', 'Somebody')} covers this shift on ${on(values, 'day')}. Look whether that still fits.`,
  'split.not-within': (values) =>
    `Choose a time inside the shift: after ${at(values, 'start')} and before ${at(values, 'end')}.`,
  'split.not-within-worked': (values) =>
    `Choose a time inside what was worked: after ${at(values, 'start')} and before ${at(values, 'end')}.`,
  'split.awake-minutes':
    'This night has time awake, and it is not known in which part. Take the confirmation back first.',
  'split.cover-on-both-sides':
    'Another PA covers a part on both sides of that time. Change the cover first, or choose another time.',
  'join.not-touching': 'The two shifts do not meet. One must end when the other begins.',
  'join.differ': (values) =>
    `The two shifts differ in ${DIFFERENCES[String(values['in'])] ?? 'something'}. Make that the same first.`,
  'join.worked-apart': 'There was a break between what was worked, so they stay two shifts.',
  'copy.nothing': 'There is no shift to copy in these days.',
  'copy.same-day': 'That is the same day. Choose another day to copy to.',
  'copy.not-a-monday': 'A week starts on a Monday. Choose a Monday.',
  'copy.not-a-whole-week': 'A week starts on a Monday. Choose a Monday.',
  'copy.before-first-day': (values) => `They start work on ${on(values, 'day')}`,
  'copy.after-last-day': (values) => `Their last day is ${on(values, 'day')}`,
  'copy.already-there': 'The same shift is there already',
  'copy.time-does-not-exist': (values) => `The clocks skip ${at(values, 'time')} that night`,
  'copy.is-a-cover': 'It was cover for that one day',
  'copy.cancelled': 'It is off the rota',
  'copy.length-differs': (values) =>
    `The clocks change on ${on(values, 'day')}: the copy lasts ${hours(values, 'after')} instead of ${hours(values, 'before')}.`,
  'share.nobody': 'Choose who works beside them.',
  'share.already-in': (values) => `${who(values)} is at this shift already.`,
  'share.not-shared': 'Nobody else is at this shift.',
  'beside.nobody': 'This shift has nobody yet. Say first who works it.',
  'beside.minutes': 'Enter how long it takes: at least a minute, and at most 12 hours.',
  'stretch.outside': (values) =>
    `${at(values, 'start')} to ${at(values, 'end')} is not inside the shift. Check the times.`,
  'stretch.no-time': 'The start and the end are the same. Enter a later end.',
  'stretch.ends-before-it-starts': (values) =>
    `${at(values, 'start')} to ${at(values, 'end')} ends before it starts. Check the times.`,
  'stretch.happens-once': 'That time happens once that night. Check the times.',
  'stretch.taken-out': (values) =>
    `${TIMES[String(values['kind'])] ?? 'A time'}, ${at(values, 'start')} to ${at(values, 'end')}, was taken out. It no longer fits.`,
  'times.not-for-this-kind': 'This kind of work has no such times. They are for sleep-ins and live-in days.',
  'times.outside-worked': (values) =>
    `A time awake or a rest on ${on(values, 'day')} is not inside what was worked. Change that time first.`,
  'live-in.not-a-day': (values) =>
    `A live-in day is 24 hours, from one time to the same time. This one is ${hours(values, 'minutes')}.`,
  'live-in.call-out-without-night': 'Say first which hours are the night. Then say when they were woken.',
  'live-in.no-rest': 'No rest is agreed in this day. All of it counts as work.',
  'pattern.no-such-shift': 'This shift is not part of a repeating week any more. Change it alone.',
  'pattern.has-ended': (values) =>
    `This repeating week ended on ${on(values, 'day')}. Choose a day up to then, or add a new one.`,
  'pattern.all-fixed': (values) =>
    `All shifts up to ${on(values, 'fixedDay')} are confirmed or paid, and none come after. Nothing can change.`,
  'pattern.moved-too-far':
    'A repeating shift can move by up to six days. For more, change the repeating week.',
  'pattern.changed-from': (values) =>
    `Shifts up to ${on(values, 'fixedDay')} are confirmed or paid and stay. The change counts from ${on(values, 'day')}.`,
  'pattern.exception-kept': (values) =>
    `${on(values, 'day')} was changed by hand and keeps what you said for it.`,
  'pattern.exception-stands-alone': (values) =>
    `${on(values, 'day')} was changed by hand. It stays as a single shift.`,
  'pattern.left-out-moves': (values) =>
    `The day left out moves from ${on(values, 'day')} to ${on(values, 'to')}.`,
  'pattern.cover-stands-alone': (values) =>
    `Cover on ${on(values, 'day')} stays as a single shift. Look whether you still need it.`,
  'pattern.worked-stays': (values) =>
    values['shifts'] === 1
      ? `The hours confirmed on ${on(values, 'day')} stay.`
      : `${String(values['shifts'])} shifts from ${on(values, 'day')} on are confirmed and stay.`,
  'pattern.falls-out': (values) => `The shift on ${on(values, 'day')} goes, because its new day is outside.`,
  'pattern.left-out-once': (values) =>
    `${on(values, 'day')} is left out once, so that the shift does not come twice.`,
  'pattern.nothing-on-day': (values) => `Nothing is planned on ${on(values, 'day')}.`,
  'pattern.after-last-day': (values) =>
    `${who(values)} leaves on ${on(values, 'lastDay')}. The shifts after that need someone.`,
  'rota.changed-since': 'The rota was changed meanwhile. Look again and try once more.',
};

/** One question, before something is done. */
export function askSentence(ask: Coded): string {
  const sentence = ASKS[ask.code] ?? shiftSentences[ask.code];
  if (sentence === undefined) return `Mainstay asks about “${ask.code}”. Do it all the same?`;
  return typeof sentence === 'string' ? sentence : sentence(ask.values);
}

const ASKS: RefusalSentences = {
  'shift.ends-next-day': 'The end is before the start. Does the shift end on the next day?',
};
