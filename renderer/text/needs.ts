import type { Need } from '@shared/api/today';
import { clockTime, formatTime } from '@shared/clock-time';
import {
  daysBetween,
  formatDay,
  formatWeekday,
  type IsoDay,
  isIsoDay,
  isoDay,
  weekdayName,
} from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { backupNeedWords } from './backups';
import { taxYearWords } from './common';
import { pensionNeedWords } from './pensions-told';
import { awayWithin } from './rota-sentences';
import { hoursWords } from './rota-times';
import { many } from './values';

/** One thing that needs the person: what, why or by when, and the words of its button. */
export type NeedWords = { readonly title: string; readonly detail: string; readonly button: string };

type Values = Need['values'];

const text = (values: Values, name: string, other: string): string => String(values[name] ?? '') || other;
const number = (values: Values, name: string): number => Number(values[name] ?? 0);
const money = (values: Values, name: string): string => formatPounds(pence(Math.round(number(values, name))));
const dayOf = (values: Values, name: string): IsoDay | undefined => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? isoDay(value) : undefined;
};
/** How much of a return is ready, where that is known. */
const readyWords = (values: Values): string =>
  values['asked'] === undefined
    ? ''
    : ` ${number(values, 'ready')} of ${number(values, 'asked')} things are ready.`;
const weekday = (values: Values, name: string): string => {
  const day = dayOf(values, name);
  return day === undefined ? 'a day that is not known' : formatWeekday(day);
};
const fullDay = (values: Values, name: string): string => {
  const day = dayOf(values, name);
  return day === undefined ? 'a day that is not known' : formatDay(day);
};
const time = (values: Values, name: string): string => {
  const value = String(values[name] ?? '');
  return /^\d\d:\d\d$/.test(value) ? formatTime(clockTime(value)) : value;
};
/** `today`, `tomorrow`, `Monday` within six days, else `Monday 30 November`. */
function near(day: IsoDay | undefined, today: IsoDay): string {
  if (day === undefined) return 'One day';
  const days = daysBetween(today, day);
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  return days > 1 && days < 7 ? weekdayName(day) : formatWeekday(day);
}

const NEEDS: Readonly<Record<string, (values: Values, today: IsoDay) => NeedWords>> = {
  'fit-note-needed': (values) => ({
    title: `${text(values, 'name', 'A PA')} needs a fit note from ${weekday(values, 'day')}`,
    detail: 'After seven days of illness a note is needed. Ask for it, or say when they are back.',
    button: 'Look at the sickness',
  }),
  'fit-note-ends': (values) => ({
    title: `${text(values, 'name', 'A PA')}’s fit note runs out on ${weekday(values, 'day')}`,
    detail: 'Ask whether they come back then, or get another note.',
    button: 'Look at the sickness',
  }),
  'holiday-asked': (values) => ({
    title: `${text(values, 'name', 'A PA')} asks for holiday from ${weekday(values, 'from')}`,
    detail:
      values['refuseBy'] === undefined
        ? 'They wait for your answer.'
        : `They wait for your answer. You can say no until ${weekday(values, 'refuseBy')}.`,
    button: 'Answer',
  }),
  'holiday-piles-up': (values) => ({
    title: `${text(values, 'name', 'A PA')} has ${hoursWords(Math.round(number(values, 'left') * 60))} of holiday still to take`,
    detail: `The leave year ends on ${fullDay(values, 'day')}. Plan time off now, or it may be lost.`,
    button: 'See holiday',
  }),
  gap: (values, today) => {
    const count = number(values, 'count');
    return {
      title: `${near(dayOf(values, 'day'), today)}, ${time(values, 'start')} to ${time(values, 'end')}, has nobody`,
      detail:
        count > 1
          ? `${count} shifts need someone at that time. See who could cover.`
          : text(values, 'away', '') === ''
            ? 'Nobody has this shift yet. See who could take it, and what it costs.'
            : `${text(values, 'name', 'Your PA')} is ${awayWithin(values['away'])}. See who could cover, and what it costs.`,
      button: 'Find cover',
    };
  },
  'confirm-hours': (values) => ({
    title: `Confirm ${many(number(values, 'count'), 'shift', 'shifts')} up to ${weekday(values, 'until')}`,
    detail: `${text(values, 'names', 'Your PAs')}: say what was worked. Only confirmed hours are paid.`,
    button: 'Confirm hours',
  }),
  'pay-due': (values) => ({
    title: `Pay ${many(number(values, 'people'), 'person', 'people')} by ${weekday(values, 'payDate')}`,
    detail: `${values['netPence'] === undefined ? '' : `${money(values, 'netPence')} in all. `}Hours are in for ${number(values, 'hoursIn')} of ${number(values, 'of')}.`,
    button: 'Start the pay',
  }),
  'pay-late': (values) => ({
    title: `Pay for ${many(number(values, 'people'), 'person', 'people')} was due on ${weekday(values, 'payDate')}`,
    detail: 'Your PAs are waiting for their wages. You can still pay them today.',
    button: 'Pay them now',
  }),
  'payments-to-make': (values) => ({
    title: `Make ${many(number(values, 'count'), 'payment', 'payments')} by ${weekday(values, 'by')}`,
    detail: `${money(values, 'amountPence')} in all. Tick each one when you have sent it.`,
    button: 'See the payments',
  }),
  'hmrc-due': (values, today) => ({
    title: isPast(values, 'by', today)
      ? `${money(values, 'amountPence')} to HMRC was due on ${weekday(values, 'by')}`
      : `Pay HMRC ${money(values, 'amountPence')} by ${weekday(values, 'by')}`,
    detail: `Tax and National Insurance for the tax month to ${fullDay(values, 'month')}.`,
    button: 'See what to pay',
  }),
  'year-end': (values) => ({
    title: `Close tax year ${taxYearWords(text(values, 'year', ''))}`,
    detail: `${number(values, 'left')} ${number(values, 'left') === 1 ? 'thing is' : 'things are'} left to do. P60s must be given by ${fullDay(values, 'by')}.`,
    button: 'See what is left',
  }),
  'year-end-ready': (values) => ({
    title: `Get ready for the new tax year on ${fullDay(values, 'from')}`,
    detail: 'Check each PA’s tax code, and rates for the minimum wage.',
    button: 'See what to get ready',
  }),
  'hmrc.fps-not-noted': (values, today) => ({
    title: isPast(values, 'by', today)
      ? `Did you tell HMRC about pay on ${weekday(values, 'by')}?`
      : `Tell HMRC about pay by ${weekday(values, 'by')}`,
    detail:
      number(values, 'count') > 1
        ? `${number(values, 'count')} reports (FPS) of this tax month are not noted. Note them once you sent them.`
        : 'Send the report (FPS) with your own tool. Then note that you sent it.',
    button: 'See the reports',
  }),
  'hmrc.eps-not-noted': (values, today) => ({
    title: isPast(values, 'by', today)
      ? `Did you send HMRC the summary for the month to ${fullDay(values, 'month')}?`
      : `Send HMRC a monthly summary (EPS) by ${weekday(values, 'by')}`,
    detail:
      values['reason'] === 'nobody-paid'
        ? 'Nobody was paid. HMRC sends a bill by guesswork if it is not told.'
        : values['reason'] === 'allowance'
          ? 'It claims the Employment Allowance for this tax year. Note it once you sent it.'
          : `For the tax month to ${fullDay(values, 'month')}. Note it once you sent it.`,
    button: 'See the reports',
  }),
  'hmrc.paper-not-noted': (values, today) => ({
    title: isPast(values, 'by', today)
      ? `Did you post HMRC’s forms that were due on ${weekday(values, 'by')}?`
      : `Post HMRC’s forms for the quarter in time for ${weekday(values, 'by')}`,
    detail: `${fullDay(values, 'from')} to ${fullDay(values, 'to')}. Note it once you posted them.`,
    button: 'See the quarter',
  }),
  'return-due': (values) => ({
    title: `Return to ${text(values, 'funder', 'your funder')} by ${weekday(values, 'by')}`,
    detail: `${fullDay(values, 'from')} to ${fullDay(values, 'to')}.${readyWords(values)}`,
    button: 'Carry on',
  }),
  'return-late': (values) => ({
    title: `The return to ${text(values, 'funder', 'your funder')} was due on ${weekday(values, 'by')}`,
    detail: `${fullDay(values, 'from')} to ${fullDay(values, 'to')}.${readyWords(values)}`,
    button: 'Finish the return',
  }),
  'lines-to-explain': (values) => ({
    title: `${many(number(values, 'count'), 'line', 'lines')} from your bank ${number(values, 'count') === 1 ? 'needs' : 'need'} a word from you`,
    detail: 'Say what each one was for. Mainstay proposes an answer where it can.',
    button: 'Say what they were',
  }),
  'receipts-missing': (values) => ({
    title: `${many(number(values, 'count'), 'payment has', 'payments have')} no receipt yet`,
    detail: 'Your council may ask to see them with the return.',
    button: 'Add receipts',
  }),
  'wage-mismatch': (values) => ({
    title: `${text(values, 'name', 'A PA')} was paid ${money(values, 'paidPence')}, not ${money(values, 'expectedPence')}`,
    detail: 'The bank and the payslip differ. Look at both, and put it right.',
    button: 'Look at this payment',
  }),
  'access-request': (values, today) => ({
    title: `${text(values, 'name', 'A PA')} asked to see their data`,
    detail: isPast(values, 'day', today)
      ? `The answer was due on ${fullDay(values, 'day')}. Send it now, and say why it is late.`
      : `Answer by ${fullDay(values, 'day')}. Mainstay makes the copy for them.`,
    button: `Answer ${text(values, 'name', 'them')}`,
  }),
  'insurance-ends': (values, today) => ({
    title: `Employers’ liability insurance ${isPast(values, 'day', today) ? 'ended' : 'ends'} on ${weekday(values, 'day')}`,
    detail: 'The law asks for it while you employ anybody. Add the new certificate.',
    button: 'Add the new one',
  }),
  'insurance-missing': () => ({
    title: 'No employers’ liability insurance is noted',
    detail: 'The law asks for it while you employ anybody. Add your certificate.',
    button: 'Add the insurance',
  }),
  'right-to-work-ends': (values, today) => ({
    title: `${text(values, 'name', 'A PA')}’s right to work ${isPast(values, 'day', today) ? 'ended' : 'ends'} on ${weekday(values, 'day')}`,
    detail: 'Check it again before that day, and note the new date.',
    button: 'Check their right to work',
  }),
  'person-missing': (values) => ({
    title: `${many(number(values, 'count'), 'thing is', 'things are')} missing for ${text(values, 'name', 'a PA')}`,
    detail: 'Their pay can only be right once they are in.',
    button: 'Fill in what is missing',
  }),
  'put-right': (values) => ({
    title: `Put right ${many(number(values, 'count'), 'payslip', 'payslips')} of ${text(values, 'name', 'a PA')}`,
    detail: 'Something changed for days that are paid. Correct the oldest payslip first.',
    button: 'See what to put right',
  }),
  ...backupNeedWords,
  'set-up': (values) => ({
    title: `${many(number(values, 'left'), 'step', 'steps')} of setting up ${number(values, 'left') === 1 ? 'is' : 'are'} left`,
    detail: 'You can stop and go on at any time.',
    button: 'Go on setting up',
  }),
  'surplus-near': (values) => ({
    title: `${money(values, 'amountPence')} could be asked back from ${weekday(values, 'day')}`,
    detail: 'Unused money may go back to your funder. Plan now what you need it for.',
    button: 'See your money',
  }),
  ...pensionNeedWords,
  'rate-below-minimum': (values) => ({
    title: `${text(values, 'name', 'A PA')}’s rate is below the minimum wage`,
    detail: 'The law does not allow that. Raise it before you pay them.',
    button: 'Change the rate',
  }),
};

function isPast(values: Values, name: string, today: IsoDay): boolean {
  const day = dayOf(values, name);
  return day !== undefined && day < today;
}

/** The words of one need. A code without words is shown by its name, so that a helper can look it up. */
export function needWords(need: Pick<Need, 'code' | 'values'>, today: IsoDay): NeedWords {
  return (
    NEEDS[need.code]?.(need.values, today) ?? {
      title: 'Something here needs a look',
      detail: `It is called “${need.code}”.`,
      button: 'Have a look',
    }
  );
}

/** The codes that have words. */
export const needCodes: readonly string[] = Object.keys(NEEDS);
