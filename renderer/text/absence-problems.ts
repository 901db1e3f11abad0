import type { AbsenceProblemShown } from '@shared/api/absences';
import type { RefusalSentences, RefusalValues } from './refusals';
import { awayWithin } from './rota-sentences';
import { hoursWords } from './rota-times';
import { many, said } from './values';

const hours = (values: RefusalValues, name: string): string => hoursWords(Number(values[name] ?? 0));
const who = (values: RefusalValues): string => said(values, 'name', 'Another PA');

/** `on 24 November 2026`, or from one day to another. */
const days = (values: RefusalValues): string =>
  values['firstDay'] === values['lastDay'] && values['firstDay'] !== undefined
    ? `on ${said(values, 'firstDay')}`
    : `from ${said(values, 'firstDay', 'a day')} to ${said(values, 'lastDay', 'a later day')}`;

const noteRange = (values: RefusalValues): string =>
  values['from'] === values['to']
    ? `for ${said(values, 'from', 'one day')}`
    : `from ${said(values, 'from', 'the first day')} to ${said(values, 'to', 'the last day')}`;

/** Problems that are told or asked, by code. */
export const absenceProblems: RefusalSentences = {
  'absence.very-long': (values) =>
    `That is ${many(Number(values['days'] ?? 0), 'day', 'days')}, more than a year. Is the last day right?`,
  'absence.holiday-given-back': (values) =>
    `They have holiday booked ${days(values)}. The days of this time off are given back as holiday to take later. Is that right?`,
  'absence.open-sickness-ends': (values) =>
    `They are off sick since ${said(values, 'firstDay', 'a day')}, with no last day. The sickness then ends the day before this. Is that right?`,
  'absence.same-kind-there': (values) =>
    `This PA is ${awayWithin(values['kind'])} from ${said(values, 'firstDay', 'an earlier day')} already. Change that time off instead.`,
  'carers.more-than-a-week': (values) =>
    `This is ${hours(values, 'over')} more than the week of carer’s leave that each year has.`,
  'carers.notice-short': (values) =>
    `They gave ${many(Number(values['given'] ?? 0), 'day', 'days')} of notice. The law asks for ${many(Number(values['needed'] ?? 0), 'day', 'days')}. You may still agree.`,
  'carers.not-the-law-here':
    'The law on carer’s leave does not hold in Northern Ireland. You may still agree.',
  'carers.not-the-law-yet': (values) =>
    `The law on carer’s leave began on ${said(values, 'from', 'a later day')}. You may still agree.`,
  'fit-note.needed': (values) => `A fit note is needed ${noteRange(values)}, and there is none yet.`,
  'fit-note.gap': (values) => `No fit note covers the time ${noteRange(values)}.`,
  'fit-note.runs-out': (values) =>
    `The fit note runs out on ${said(values, 'on', 'a day')}. Ask whether they come back or get another.`,
  'fit-note.may-be-fit': (values) =>
    `The note ${noteRange(values)} says they may be fit for some work. Talk about what would help.`,
  'fit-note.back-before-it-ends': (values) =>
    `They came back before the note ended on ${said(values, 'to', 'a day')}. That is fine if they feel well.`,
  'fit-note.ends-before-it-starts': 'The last day is before the first day. Enter a later last day.',
  'fit-note.outside-absence': 'These days are not days of this sickness. Check them against the note.',
  'fit-note.not-sickness': 'Fit notes belong to sickness. Change why they are away first.',
  'fit-note.too-long': 'A fit note is for a year at most. Check the last day.',
  'holiday.asked-after-it-starts': 'They asked after it had begun.',
  'holiday.notice-short': (values) =>
    `They gave ${many(Number(values['given'] ?? 0), 'day', 'days')} of notice. The law asks for ${Number(values['needed'] ?? 0)}. You may still agree.`,
  'holiday.refusal-late': (values) =>
    `The last day to say no by the law was ${said(values, 'refuseBy', 'earlier')}.`,
  'holiday.more-than-left': (values) =>
    `This is ${hoursOf(values, 'amount')} of holiday, and ${hoursOf(values, 'left')} are left.`,
  'holiday.other-away': (values) =>
    values['lastDay'] === ''
      ? `${who(values)} is away then too, from ${said(values, 'firstDay', 'a day')} on.`
      : `${who(values)} is away then too, ${days(values)}.`,
  'holiday.other-asked': (values) =>
    `${who(values)} has asked for holiday ${days(values)}. They asked on ${said(values, 'askedOn', 'another day')}.`,
  'holiday.own-request-there': (values) => `They have also asked for holiday ${days(values)}.`,
  'holiday.need-uncovered': (values) =>
    `${hours(values, 'minutes')} on ${many(Number(values['days'] ?? 0), 'day', 'days')} would need someone else.`,
  'holiday.no-work-then': 'They have no shift in this time, so it uses no holiday.',
  'holiday.two-leave-years': (values) =>
    `The leave year ends on ${said(values, 'yearEnds', 'a day in it')}. Days after that count for the next one.`,
  'holiday.bank-holiday-inside': (values) =>
    `${said(values, 'day', 'One day')} is ${said(values, 'title', 'a bank holiday')}. ${values['worksThen'] === 'yes' ? 'They would have worked, so it uses holiday too.' : 'They would not have worked then.'}`,
  'holiday.bank-holidays-not-published': 'Bank holidays of that year are not published yet.',
  'holiday.cannot-all-be-taken': (values) =>
    `${hoursOf(values, 'left')} are left, and only ${many(Number(values['weeksLeft'] ?? 0), 'week', 'weeks')} until ${said(values, 'yearEnds', 'the year ends')}. Not all of it can be taken.`,
  'holiday.piles-up': (values) =>
    `${hoursOf(values, 'left')} are still to take by ${said(values, 'yearEnds', 'the end of the year')}. Plan time off now. What is not taken may be lost.`,
  'holiday.some-left-near-end': (values) =>
    `${hoursOf(values, 'left')} are left until ${said(values, 'yearEnds', 'the year ends')}. Ask when they would like it.`,
};

/** Exact hours as text in hours and minutes: `12.5` is `12 h 30`. */
function hoursOf(values: RefusalValues, name: string): string {
  return hoursWords(Math.round(Number(values[name] ?? 0) * 60));
}

/** Why something about time away was not done. */
export const absenceRefusals: RefusalSentences = {
  ...absenceProblems,
  'absence.back-before-away': (values) =>
    `They were away from ${said(values, 'firstDay', 'a later day')}. The day they are back comes after that.`,
  'holiday.ends-before-it-starts': 'The last day is before the first day. Enter a later last day.',
  'holiday.answered-already': 'This has been answered already. Look at it again.',
  'holiday.answered-before-asked': 'The answer can’t come before they asked. Enter a later day.',
  'holiday.answered-later': 'The day of the answer is in the future. Enter today or an earlier day.',
  'holiday.asked-later': 'The day they asked is in the future. Enter today or an earlier day.',
  'holiday.too-long': 'That is more than a year of holiday. Check the last day.',
  'holiday.no-contract': 'This PA has no contract for that time yet. Add it on their own page first.',
  'late.not-minutes': 'Enter how many minutes late, like 20.',
  'late.no-reason': 'Say in a few words why they were late.',
  'late.whole-shift': (values) =>
    `The shift is ${hours(values, 'minutes')} long. If they missed all of it, note that they are away instead.`,
  'late.past-midnight': 'That is after midnight. Change the hours when you confirm the shift instead.',
  'late.time-happens-twice':
    'The clocks go back in that hour. Change the hours when you confirm the shift instead.',
};

/** One problem in a sentence; a code without words is named. */
export function problemSentence(problem: Pick<AbsenceProblemShown, 'code' | 'values'>): string {
  const sentence = absenceRefusals[problem.code];
  if (sentence === undefined) return `Mainstay noticed something here. It is called “${problem.code}”.`;
  return typeof sentence === 'string' ? sentence : sentence(problem.values);
}
