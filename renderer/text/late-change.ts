import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds, negatePence, type Pence } from '@shared/money';
import type { RefusalSentences } from './refusals';
import { hoursWords } from './rota-times';
import { said } from './values';

/** What a change moves, as it is said: `2 h more`, `8 h less`, `no hours`. */
export function movedHours(minutes: number): string {
  if (minutes === 0) return 'No hours more or less';
  return `${hoursWords(Math.abs(minutes))} ${minutes > 0 ? 'more' : 'less'}`;
}

/** Words of changing hours that are paid. */
export const lateWords = {
  title: (name: string) => `Change ${name}’s paid hours`,
  gone: 'Change paid hours',
  goneTitle: 'These hours can’t change here',
  sub: (day: IsoDay, kind: string) => `${formatWeekday(day, true)}, ${kind.toLowerCase()}`,
  back: 'Back to the rota',
  paid: (paidOn: IsoDay, name: string) =>
    `This was paid on ${formatDay(paidOn)}. The difference will be in ${name}’s next pay.`,
  stays: 'The payslip that is finished stays as it is.',
  left: (name: string) =>
    `${name} has left. More hours open one more pay. Too much paid has to be asked back.`,
  paidFor: 'Paid for',
  nothingPaid: 'Nothing',
  nowWorked: 'Worked after all',
  notWorked: 'Not worked',
  awake: (awake: string) => `, awake ${awake}`,
  waitingTitle: 'This change waits for the next pay',
  waiting: (reason: string) => `Why: ${reason}`,
  takeBack: 'Take this change back',
  takenBack: 'The change is taken back.',
  pastTitle: 'Changes that are paid',
  past: (day: IsoDay, moved: string, amount: Pence | null, reason: string) =>
    `${moved}${amount === null ? '' : `, ${signed(amount)}`}, with the pay of ${formatDay(day)}. Why: ${reason}`,
  mode: 'What is right?',
  modes: { hours: 'Other hours were worked', notWorked: 'This shift was not worked' },
  start: 'Real start',
  end: 'Real end',
  said: { start: 'the real start', end: 'the real end', awake: 'the time awake', day: 'the day' },
  awakeLabel: 'Time awake to help',
  awakeHint: 'Together, for example 0:45. Leave empty if not woken.',
  reason: 'Why it changes',
  reasonHint: 'A few words. Your PA sees this on the payslip.',
  reasonNeeded: 'Say in a few words why the hours change.',
  wrongPa: 'Was it another PA, or another kind of work?',
  wrongPaBody: 'Say that this shift was not worked. Then add the hours that were.',
  check: 'Check what this changes',
  checkTitle: 'Check the change',
  difference: 'Difference',
  atRate: (rate: string, per: 'hour' | 'shift') => `at £${rate} ${per === 'hour' ? 'an hour' : 'a shift'}`,
  inPay: 'Paid with',
  payOn: (day: IsoDay) => `The pay of ${formatDay(day)}`,
  noPay: 'The next pay that there is',
  gets: (name: string) => `What ${name} gets that day`,
  fromTo: (before: Pence, now: Pence) => `${formatPounds(now)} instead of ${formatPounds(before)}`,
  waitsTitle: 'The next pay is too little to take this from',
  waits: 'It waits for a pay that is large enough. Nobody is paid less than nothing.',
  noPayTitle: 'There is no pay to take this from',
  noPayLeft: (name: string) =>
    `${name} has no pay to come. Ask for the money back, and correct the finished payslip instead.`,
  toPay: 'Open the finished pay',
  keep: (name: string) => `Put it in ${name}’s next pay`,
  kept: (name: string) => `Kept. It comes with ${name}’s next pay.`,
  changeAnswers: 'Change the answers',
  addTitle: 'Add hours that were left out',
  addIntro: 'For hours that were worked and not written down. They count as confirmed.',
  who: 'Who worked?',
  chooseWho: 'Choose who worked.',
  day: 'Day',
  kind: 'Kind of work',
  note: 'Note',
  noteHint: 'Only you see this.',
  dayPaid: (paidOn: IsoDay, name: string) =>
    `That day was paid on ${formatDay(paidOn)}. These hours will be in ${name}’s next pay.`,
  dayNotPaid: 'That day is not paid yet. These hours go into its own pay.',
  addCheckTitle: 'Check the hours',
  adds: 'Hours',
  add: 'Add these hours',
  added: 'Added. They are confirmed.',
  addLink: 'Add hours that were left out',
  addLinkNamed: (name: string) => `Add hours that were left out of ${name}’s earlier pay`,
  ofDays: (days: readonly IsoDay[]) => `For ${days.map((day) => formatWeekday(day)).join(', ')}`,
  changeShift: 'Change',
  changeShiftNamed: (name: string, day: IsoDay) => `Change ${name}’s paid hours of ${formatWeekday(day)}`,
  dialogLink: 'These hours were wrong',
} as const;

/** An amount with its sign: `£26.60 more`. */
export function signed(amount: Pence): string {
  if (amount === 0) return 'no money';
  return amount > 0 ? `${formatPounds(amount)} more` : `${formatPounds(negatePence(amount))} less`;
}

/** Why a late change is not taken, by code. */
export const lateRefusals: RefusalSentences = {
  'late-change.not-paid': 'This shift is not paid yet. Change it on the rota instead.',
  'late-change.no-change': 'These are the hours that were paid. Change the times, or leave it as it is.',
  'late-change.paid-already': 'This change is paid already. Make a new change instead.',
  'late-change.reason-needed': lateWords.reasonNeeded,
  'late-change.not-yet': (values) =>
    `${said(values, 'day', 'That day')} has not come yet. Add hours once they are worked.`,
  'late-change.more-awake-than-night': 'That is more time awake than the shift is long. Enter less.',
  'pay.changed-late': (values) =>
    `The hours of ${said(values, 'day', 'that day')} were changed later. Change them on the rota instead.`,
};
