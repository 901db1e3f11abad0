import type { PayDayOutcome, PayRunView } from '@shared/api/pay';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { taxYearWords } from './common';

type Counts = PayDayOutcome['now'];

/** Words of the page that moves a pay day. */
export const payDay = {
  title: 'Change the pay day',
  sub: (run: PayRunView) => `It is ${formatWeekday(run.payDate, true)} now.`,
  intro: 'Move it when you pay early or late. The contract stays as it is.',
  label: 'New pay day',
  hint: (earliest: IsoDay, latest: IsoDay) => `From ${formatDay(earliest)} to ${formatDay(latest)}.`,
  asked: 'the new pay day',
  changes: 'What this changes',
  wait: 'Enter a day. What it changes shows here before you save.',
  same: 'This is the pay day now. Nothing changes.',
  paid: (day: IsoDay) => `Everybody in this pay is paid on ${formatWeekday(day, true)}.`,
  counts: ({ taxPeriod, taxYear }: Counts) =>
    `Tax counts it in ${taxPeriod.kind} ${taxPeriod.number} of the tax year ${taxYearWords(taxYear)}.`,
  countsSame: ({ taxPeriod }: Counts) => `Tax counts it in ${taxPeriod.kind} ${taxPeriod.number}, as before.`,
  otherYear: 'That is another tax year. Its own rates and figures to date are used.',
  hmrc: ({ hmrcBy }: Counts) => `What is kept for HMRC is then paid by ${formatWeekday(hmrcBy, true)}.`,
  regular: (day: IsoDay) =>
    `Banks are closed on the regular pay day, ${formatDay(day)}. Tax still counts from that day.`,
  tell: 'Tell HMRC on or before the day you pay.',
  save: 'Use this pay day',
  takeBack: (day: IsoDay) => `Go back to ${formatWeekday(day, true)}`,
  link: 'Change the pay day',
  done: (day: IsoDay) => `The pay day is ${formatWeekday(day, true)} now`,
  moved: (run: PayRunView) =>
    `Banks are closed on the regular pay day, ${formatDay(run.taxDay)}. The money is paid before. Tax counts from that day.`,
  chosen: 'You chose this pay day.',
  gone: 'This pay is not open',
} as const;
