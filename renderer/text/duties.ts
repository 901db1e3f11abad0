import type { Duty } from '@shared/api/today';
import { formatWeekday, type IsoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { pensionDutyWords } from './pensions-told';

type Values = Duty['values'];

/** One duty: what it is, why, how, and where to do it. */
export type DutyWords = {
  readonly title: string;
  readonly why: string;
  readonly how: string;
  readonly button: string;
};

const text = (values: Values, name: string, other: string): string => String(values[name] ?? '') || other;

const FREQUENCIES: Readonly<Record<string, string>> = {
  weekly: 'weekly',
  'two-weekly': 'two-weekly',
  'four-weekly': 'four-weekly',
  monthly: 'monthly',
};

const DUTIES: Readonly<Record<string, (values: Values) => DutyWords>> = {
  'pay-day': (values) => ({
    title: `Pay day${FREQUENCIES[String(values['frequency'])] === undefined ? '' : `, ${FREQUENCIES[String(values['frequency'])]} pay`}`,
    why: 'Your PAs must have their wages on the day you agreed.',
    how: 'Confirm the hours, check the pay, then send the payments from your bank.',
    button: 'Go to pay',
  }),
  'put-right': (values) => ({
    title: `Put right ${Number(values['count']) === 1 ? '1 payslip' : `${values['count'] ?? 'some'} payslips`} of ${text(values, 'name', 'a PA')}`,
    why: 'Something changed for days that are paid. The payslips do not fit it yet.',
    how: 'Correct the payslips one by one, the oldest first.',
    button: 'See what to put right',
  }),
  'hmrc-payment': (values) => ({
    title:
      values['amountPence'] === undefined
        ? 'Pay HMRC'
        : `Pay HMRC ${formatPounds(pence(Math.round(Number(values['amountPence']))))}`,
    why: 'Tax and National Insurance you took from wages belong to HMRC. Late payment can cost interest.',
    how: 'Pay from your bank with your Accounts Office reference. Then tick the payment.',
    button: 'See what to pay',
  }),
  'hmrc-fps': (values) => ({
    title:
      Number(values['count']) > 1
        ? `Tell HMRC about each pay day (${values['count']} FPS)`
        : 'Tell HMRC about the pay day (FPS)',
    why: 'HMRC wants a report on or before each pay day. Late ones can cost a penalty.',
    how: 'Send it with Basic PAYE Tools, other software or a bureau. Then note it in Mainstay.',
    button: 'See the reports',
  }),
  'hmrc-eps': () => ({
    title: 'Send HMRC the monthly summary (EPS)',
    why: 'It says that nobody was paid, claims the allowance, or gets family pay back.',
    how: 'Send it with Basic PAYE Tools, other software or a bureau. Then note it in Mainstay.',
    button: 'See the reports',
  }),
  'paper-return': () => ({
    title: 'Send the paper payroll return to HMRC',
    why: 'Care and support employers who file on paper tell HMRC about pay each quarter.',
    how: 'Copy the figures for the quarter onto the form, and post it.',
    button: 'See the figures',
  }),
  p60: () => ({
    title: 'Give each PA their P60',
    why: 'Everybody you employ on 5 April must have one by 31 May. It shows their pay and tax for the year.',
    how: 'Save the figures of each PA’s year, fill in the P60, and note that you gave it.',
    button: 'Go to the year’s end',
  }),
  'new-tax-year': () => ({
    title: 'The new tax year begins',
    why: 'Tax codes and rates change on 6 April.',
    how: 'Check each tax code for the new year, and put in any that HMRC sent.',
    button: 'Go to the year’s end',
  }),
  ...pensionDutyWords,
  'insurance-renewal': () => ({
    title: 'Renew the employers’ liability insurance',
    why: 'The law asks for it while you employ anybody.',
    how: 'Renew it with your insurer. Then add the new certificate and its dates.',
    button: 'Go to documents',
  }),
  'right-to-work-check': (values) => ({
    title: `Check ${text(values, 'name', 'a PA')}’s right to work again`,
    why: 'Their right to work in the UK has an end date. You must check before it passes.',
    how: 'Use the online check on GOV.UK with their share code. Then note the new date.',
    button: 'Go to their record',
  }),
  'dbs-renewal': (values) => ({
    title: `Look at ${text(values, 'name', 'a PA')}’s DBS check`,
    why: 'A check shows only what was known on its day. Many people renew it after three years.',
    how: 'Ask your PA, or your council’s support service, for a new check.',
    button: 'Go to their record',
  }),
  'fit-note-ends': (values) => ({
    title: `${text(values, 'name', 'A PA')}’s fit note runs out`,
    why: 'After that day you need another note, or to know that they are back.',
    how: 'Ask your PA. Then add the next note, or the day they are back.',
    button: 'Look at the sickness',
  }),
  'holiday-answer': (values) => ({
    title: `Last day to say no to ${text(values, 'name', 'a PA')}’s holiday`,
    why: 'By law, a no needs as many days of notice as the leave has, and one more.',
    how: 'Look at what speaks for and against it, then answer.',
    button: 'Answer the request',
  }),
  'leave-year-end': (values) => ({
    title: `${text(values, 'name', 'A PA')}’s leave year ends`,
    why: 'Holiday that is not taken can be lost. Your PA should have the chance to take it.',
    how: 'Look at the holiday that is left, and agree on days.',
    button: 'See holiday',
  }),
  'minimum-wage-change': () => ({
    title: 'The minimum wage changes',
    why: 'No rate may be below it from this day.',
    how: 'Look at each PA’s rates. Raise those that are too low.',
    button: 'Look at your PAs',
  }),
  'return-due': (values) => ({
    title: `Send the return to ${text(values, 'funder', 'your funder')}`,
    why: 'Your funder asks how the money was spent. Late returns can stop the payments.',
    how: 'Fill the gaps that Mainstay shows, then send the pack.',
    button: 'Go to the return',
  }),
  'bank-holiday': (values) => ({
    title: `Bank holiday: ${text(values, 'title', 'a public holiday')}`,
    why: 'Banks are closed, and you may have agreed another rate for the day.',
    how: 'Look at who works that day, and send payments a day early.',
    button: 'Look at the rota',
  }),
};

/** The words of a duty. A code without words is shown by its name. */
export function dutyWords(duty: Pick<Duty, 'code' | 'values'>): DutyWords {
  return (
    DUTIES[duty.code]?.(duty.values) ?? {
      title: 'Something to do',
      why: `It is called “${duty.code}”.`,
      how: 'Ask somebody who helps you what it means.',
      button: 'Have a look',
    }
  );
}

/** The codes that have words. */
export const dutyCodes: readonly string[] = Object.keys(DUTIES);

/** Words of the duties. */
export const duties = {
  title: 'Duties',
  sub: 'What an employer has to do in the year, month by month.',
  month: (day: IsoDay) => `${monthName(partsOf(day).month)} ${partsOf(day).year}`,
  due: (day: IsoDay) => formatWeekday(day),
  late: 'Late',
  today: 'Today',
  why: 'Why and how',
  whyName: (title: string, day: IsoDay) => `Why and how: ${title}, ${formatWeekday(day)}`,
  whyLabel: 'Why',
  howLabel: 'How',
  markDone: 'Mark as done',
  markName: (title: string, day: IsoDay) => `Mark as done: ${title}, ${formatWeekday(day)}`,
  markOpen: 'Not done yet',
  openName: (title: string, day: IsoDay) => `Not done yet: ${title}, ${formatWeekday(day)}`,
  goName: (button: string, title: string, day: IsoDay) => `${button}: ${title}, ${formatWeekday(day)}`,
  doneOn: (day: IsoDay) => `Done on ${formatWeekday(day)}`,
  doneCount: (count: number, month: string) =>
    count === 1 ? `1 done in ${month}` : `${count} done in ${month}`,
  markedDone: (title: string) => `${title} is marked as done.`,
  markedOpen: (title: string) => `${title} is open again.`,
  emptyTitle: 'No duties yet',
  emptyBody: 'Set up your household and add a PA. What you have to do by law will then show here.',
  emptyAction: 'Go on setting up',
} as const;
