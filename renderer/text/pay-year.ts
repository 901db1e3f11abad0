import type { NewYearCode, YearEndLine, YearFigures, YearRow } from '@shared/api/year';
import { formatDay, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds, type Pence, pence } from '@shared/money';
import { taxYearWords } from './common';
import { many } from './explain/words';

type Values = YearEndLine['values'];

const text = (values: Values, name: string): string => String(values[name] ?? '');
const money = (values: Values, name: string): string =>
  formatPounds(pence(Math.round(Number(values[name] ?? 0))));
const yearOf = (values: Values): string => taxYearWords(text(values, 'year'));
const dayOf = (values: Values, name: string): string => {
  const value = text(values, name);
  return isIsoDay(value) ? formatDay(isoDay(value)) : 'a day that is not known';
};

/** What each figure of a year is called: in the table, and where it is named with whose it is. */
export const yearFigureNames: Readonly<
  Record<keyof YearFigures, { readonly heading: string; readonly what: string }>
> = {
  gross: { heading: 'Earned', what: 'pay' },
  tax: { heading: 'Tax', what: 'tax' },
  employeeNi: { heading: 'National Insurance', what: 'National Insurance' },
  employerNi: { heading: 'Your National Insurance', what: 'employer’s National Insurance' },
  studentLoan: { heading: 'Student loan', what: 'student loan' },
  postgraduateLoan: { heading: 'Postgraduate loan', what: 'postgraduate loan' },
  pensionEmployee: { heading: 'Pension', what: 'pension' },
  pensionEmployer: { heading: 'Your pension', what: 'employer’s pension' },
  otherDeductions: { heading: 'Taken off', what: 'other money taken off' },
  reimbursements: { heading: 'Paid back', what: 'money paid back' },
  net: { heading: 'They got', what: 'pay to get' },
  employerCost: { heading: 'Cost to you', what: 'cost to you' },
};

const PART_NAMES: Readonly<Record<YearRow['kind'], (count: number) => string>> = {
  payment: (count) => many(count, 'payment'),
  correction: (count) => `${many(count, 'correction')}: what ${count === 1 ? 'it moves' : 'they move'}`,
  'earlier-software': () => 'Paid before Mainstay',
  'earlier-job': () => 'Earlier job (P45)',
};

/** Words of the whole year. */
export const payYear = {
  title: 'The whole year',
  link: 'The whole year',
  linkHint: 'Every payment of a tax year, what HMRC had, and closing the year.',
  sub: (taxYear: string, from: IsoDay, to: IsoDay) =>
    `Tax year ${taxYearWords(taxYear)}: ${formatDay(from)} to ${formatDay(to)}.`,
  years: 'Tax year',
  year: (year: string) => taxYearWords(year),
  back: 'Pay',
  none: 'Nobody was paid in this tax year',
  noneBody: 'Once a pay is finished, every payment of the year stands here.',
  noneAction: 'Go to pay',
  caption: 'What each PA was paid',
  person: 'PA',
  open: (name: string) => `${name}: every payment`,
  left: (day: IsoDay) => `Left on ${formatDay(day)}`,
  paidTimes: (count: number) => many(count, 'payment'),
  withEarlier:
    'Earned, tax and National Insurance are with pay before Mainstay. What they got and the cost are not',
  everyone: 'Everyone',
  whose: (name: string, what: string) => `${name}’s ${what} in the year`,
  everyones: (what: string) => `everyone’s ${what} in the year`,
  sumTitle: (name: string, what: string, amount: string) => `${name}’s ${what}: ${amount}`,
  everyoneTitle: (what: string, amount: string) => `Everyone’s ${what}: ${amount}`,
  sumRule: 'All payments of the tax year, added up',
  part: (kind: YearRow['kind'], count: number) => PART_NAMES[kind](count),
  sum: 'Together',
  hmrc: 'What HMRC is owed for the year',
  hmrcCaption: 'What HMRC is owed for the year',
  hmrcWhat: 'What',
  hmrcAmount: 'Amount',
  hmrcRows: {
    tax: 'Tax taken from pay',
    employeeNi: 'National Insurance taken from pay',
    studentLoans: 'Student loans taken from pay',
    employerNi: 'Your National Insurance (employer)',
    employmentAllowance: 'Less: Employment Allowance',
    statutoryRecovered: 'Less: family pay you get back',
  },
  hmrcOwed: 'To HMRC in all',
  hmrcPaid: (paid: Pence, left: Pence) =>
    left === 0 && paid === 0
      ? 'There is nothing to pay.'
      : left === 0
        ? `All of it is ticked as paid: ${formatPounds(paid)}.`
        : `${formatPounds(paid)} is ticked as paid. ${formatPounds(left)} is left.`,
  hmrcLink: 'See each month, and tick payments',
  hmrcNone: 'The rates of this tax year are not known, so this can’t be worked out.',
  allowanceRule:
    'It takes your National Insurance off what you pay HMRC, month by month, up to the most for the year',
  allowanceMost: 'The most for the year',
  takenOff: 'Taken off',
  recoveredRule: 'The part of family pay that HMRC gives back. Sick pay is not given back',
  more: (name: string) => `See each of ${name}’s payments`,
  allowance: (used: Pence, limit: Pence) =>
    `Employment Allowance: ${formatPounds(used)} used, of ${formatPounds(limit)} at most.`,
  pension: 'Pension for the year',
  pensionParts: { pensionEmployee: 'From your PAs’ pay', pensionEmployer: 'From you' },
  statutory: 'Sick pay and family pay',
  statutoryCaption: 'Statutory pay in the year',
  statutoryNone: 'None was paid in this tax year.',
  checksFine: 'The sums agree. Each was added up in two ways.',
  checksWrong: 'These sums do not agree',
  checksHelp: 'Do not send figures to HMRC before somebody has looked at this.',
  check: (code: string, left: Pence, right: Pence) =>
    `${CHECKS[code] ?? 'Two ways to one sum'}: ${formatPounds(left)} and ${formatPounds(right)}.`,
  csv: 'Save every payment for a spreadsheet (CSV)',
  end: 'See what the year’s end needs',
  endTitle: 'Closing this tax year',
  endBody: 'Last report, P60s, HMRC paid, new tax codes: one list, worked out from your record.',
} as const;

const CHECKS: Readonly<Record<string, string>> = {
  net: 'Pay less what was taken off, and what was paid out',
  'tax-to-date': 'Tax of each payment, and tax to date',
  'ni-to-date': 'National Insurance of each payment, and National Insurance to date',
  hmrc: 'What payslips owe HMRC, and HMRC’s record by month',
  tax: 'Tax of all PAs, and HMRC’s record by month',
  ni: 'National Insurance of PAs and employer, and HMRC’s record by month',
};

/** Words of one PA’s year. */
export const payYearPerson = {
  title: (name: string) => `${name}’s whole year`,
  waiting: 'One PA’s whole year',
  sub: (taxYear: string) =>
    `Tax year ${taxYearWords(taxYear)}. Open any figure to see how it was worked out.`,
  back: 'The whole year',
  show: 'Show',
  each: 'Each payment',
  soFar: 'Year so far',
  caption: (name: string) => `${name}’s payments in the year`,
  soFarCaption: (name: string) => `${name}’s year so far, after each payment`,
  payDay: 'Pay day',
  week: (number: number) => `Tax week ${number}`,
  month: (number: number) => `Tax month ${number}`,
  day: (day: IsoDay) => formatDay(day),
  correctionOn: (day: IsoDay) => `${formatDay(day)}, correction`,
  corrects: (day: IsoDay) => `Puts right ${formatDay(day)}: what it moves`,
  earlierSoftware: 'Paid before Mainstay',
  earlierSoftwareNote: 'From other software, as you typed it in',
  earlierJob: 'Earlier job, from the P45',
  earlierJobNote: 'Counts for tax. Not in the total',
  total: 'The year',
  notKnown: 'Not known',
  whose: (name: string, what: string, row: string) => `${name}’s ${what}, ${row}`,
  toDateRule: 'The year so far, with this payment',
  before: 'Before',
  this: 'This line',
  soFarStep: 'Year so far',
  moved: (name: string, what: string, amount: string) => `${name}’s ${what}, moved by ${amount}`,
  movedRule: (day: IsoDay) => `A correction of ${formatDay(day)}. Only the difference counts`,
  paidBefore: 'What it was before',
  difference: 'What the correction moves',
  right: 'What it should have been',
  none: 'There is no pay in this tax year',
  noneBody: 'Every payment of the tax year will stand here.',
  papers: 'Papers of the year',
  p45: (name: string) => `Save ${name}’s P45 figures (PDF)`,
  p60Later: 'You can save P60 figures once the tax year is over.',
} as const;

/** The words of one line of the year’s end: what it is, more about it, and the words of its link. */
export type YearEndWords = {
  readonly title: string;
  readonly detail: string;
  readonly link?: string;
  readonly tick?: string;
};

type LineWords = (values: Values, state: YearEndLine['state']) => YearEndWords;

const LINES: Readonly<Record<string, LineWords>> = {
  'pay-days': (values, state) => ({
    title: 'Finish every pay day of the year',
    detail:
      state === 'to-do'
        ? `${many(Number(values['count']), 'pay')} not finished. The first pay day was ${dayOf(values, 'payDate')}.`
        : `${many(Number(values['finished']), 'payslip')} finished.`,
    link: 'Go to pay',
  }),
  checked: () => ({
    title: 'Look through the year, and put right what was wrong',
    detail: 'Look at each PA’s payments. You can still correct a finished payslip.',
    link: 'Look at the whole year',
    tick: 'I looked through the year, and it is right',
  }),
  'last-report': (values, state) => ({
    title: 'Send HMRC the last report of the year',
    detail:
      state === 'done'
        ? `You noted it as sent on ${dayOf(values, 'sentOn')}.`
        : `The last report (FPS) is for ${dayOf(values, 'payDate')}. The summary (EPS) of tax month 12 tells HMRC that no more comes. Mainstay sends nothing itself.`,
    link: 'Go to reports to HMRC',
  }),
  'last-paper-return': (values, state) => ({
    title: 'Post the paper return of the last quarter',
    detail:
      state === 'done'
        ? `You noted it as sent on ${dayOf(values, 'sentOn')}.`
        : 'Copy the figures onto HMRC’s form. Then note here that you posted it.',
    link: 'Go to reports to HMRC',
  }),
  p60: (values, state) => ({
    title: `Give ${text(values, 'name')} their P60`,
    detail:
      state === 'wait'
        ? 'They get one if they still work for you on 5 April.'
        : 'Save the figures, fill in the P60, and give it to them.',
    tick: `${text(values, 'short')} has their P60`,
  }),
  'hmrc-paid': (values, state) => ({
    title: 'Pay HMRC in full',
    detail:
      state === 'done'
        ? `All months of the year are ticked as paid, ${money(values, 'totalPence')} in all.`
        : Number(values['count'] ?? 0) === 0
          ? 'Everything up to now is ticked as paid.'
          : `${money(values, 'amountPence')} is not ticked as paid, for ${many(Number(values['count']), 'month')}.`,
    link: 'See what HMRC is owed',
  }),
  codes: (values, state) => ({
    title: `Start tax year ${yearOf(values)}`,
    detail:
      state === 'done'
        ? `You checked the tax codes on ${dayOf(values, 'startedOn')}.`
        : 'Check each tax code. Codes on week 1 or month 1 go back to normal.',
    link: state === 'done' ? 'See the tax codes' : `Check the codes for ${yearOf(values)}`,
  }),
  'new-rates': (values, state) => ({
    title: `Have the rates for ${yearOf(values)}`,
    detail:
      state === 'done'
        ? 'Mainstay has tax, National Insurance, loan and pension figures for the new year.'
        : `Mainstay has none yet. Pay from ${dayOf(values, 'from')} waits until you bring in a rates file.`,
    ...(state === 'done' ? {} : { link: 'Bring in a rates file' }),
  }),
  'statutory-rates': (values, state) => ({
    title: `Sick pay and family pay rates for ${yearOf(values)}`,
    detail:
      state === 'done'
        ? 'Mainstay has them, and uses them from the right day.'
        : 'Not in Mainstay yet. They come with an update. Until then such pay can’t be worked out.',
  }),
  'student-loans': (values, state) => ({
    title: `Student loans of ${text(values, 'names')}`,
    detail:
      state === 'done'
        ? 'The new thresholds are in Mainstay. It uses them by itself.'
        : 'The new thresholds are not known yet. They come with the rates of the new year.',
    ...(state === 'done' ? {} : { link: 'Bring in a rates file' }),
  }),
  'minimum-wage': (values, state) => ({
    title: `Minimum wage from ${dayOf(values, 'day')}`,
    detail:
      state === 'wait'
        ? 'No hourly rate in your record is below it.'
        : 'Every hourly rate in your record is at or above it.',
  }),
  'minimum-wage-low': (values) => ({
    title: `Raise ${text(values, 'name')}’s rate for the minimum wage`,
    detail: `The lowest rate is £${text(values, 'lowest')} an hour. From ${dayOf(values, 'day')} it must be £${text(values, 'least')} or more.`,
    link: `Change ${text(values, 'name')}’s rates`,
  }),
  'minimum-wage-unknown': (values) => ({
    title: `Minimum wage from ${dayOf(values, 'day')}`,
    detail: 'Not in Mainstay yet. Look at GOV.UK, and check each rate by hand.',
  }),
  'employment-allowance': (values) => ({
    title: `Claim Employment Allowance again for ${yearOf(values)}`,
    detail: 'The claim does not go on by itself. You claim with a summary (EPS) each tax year.',
    link: 'Go to reports for the claim',
    tick: 'I claimed it for the new year',
  }),
  'small-employer': (values, state) => ({
    title: 'Small employers’ relief in the new year',
    detail: `${state === 'wait' ? 'So far your' : 'Your'} National Insurance for the year is ${money(values, 'totalPence')}. Up to ${money(values, 'limitPence')} counts as small.`,
    ...(state === 'to-do' ? { link: 'Say that you get the relief' } : {}),
  }),
  'not-small-employer': (values, state) => ({
    title: 'No small employers’ relief in the new year',
    detail: `National Insurance for the year is ${money(values, 'totalPence')}. That is above ${money(values, 'limitPence')}.`,
    ...(state === 'to-do' ? { link: 'Take off the relief' } : {}),
  }),
};

/** The codes of the year’s end that have words. */
export const yearEndCodes: readonly string[] = Object.keys(LINES);

/** The words of a line of the year’s end; a code without words is named. */
export function yearEndWords(line: Pick<YearEndLine, 'code' | 'values' | 'state'>): YearEndWords {
  return (
    LINES[line.code]?.(line.values, line.state) ?? {
      title: 'Something to do',
      detail: `It is called “${line.code}”.`,
    }
  );
}

const OLD_YEAR: ReadonlySet<string> = new Set([
  'pay-days',
  'checked',
  'last-report',
  'last-paper-return',
  'p60',
  'hmrc-paid',
]);

/** Words of the year’s end. */
export const payYearEnd = {
  title: (taxYear: string) => `The end of tax year ${taxYearWords(taxYear)}`,
  waiting: 'The end of the tax year',
  sub: (day: IsoDay, isOver: boolean) =>
    isOver ? `The year ended on ${formatDay(day)}.` : `The year ends on ${formatDay(day)}.`,
  back: 'The whole year',
  count: (done: number, all: number) => `${done} of ${all} things are done.`,
  all: 'Everything for this year’s end is done',
  old: 'Finish the old year',
  fresh: 'Get the new year ready',
  isOld: (code: string) => OLD_YEAR.has(code),
  states: { done: 'Done', 'to-do': 'To do', wait: 'Not yet', unknown: 'Not known yet', late: 'Late' },
  by: (day: IsoDay) => `By ${formatWeekday(day, true)}`,
  tickedOn: (day: IsoDay) => `Ticked on ${formatDay(day)}`,
  p60: (name: string) => `Save ${name}’s P60 figures (PDF)`,
  p45s: 'PAs who left in the year',
  p45Body: 'They got a P45 when they left, not a P60. The figures are here again.',
  p45: (name: string) => `Save ${name}’s P45 figures (PDF)`,
  none: 'There is nothing to finish',
  noneBody: 'Nobody was paid in this tax year.',
} as const;

const HOW: Readonly<Record<NewYearCode['how'], (code: NewYearCode) => string>> = {
  kept: () => 'It stays the same.',
  'mark-dropped': (code) => `Now ${code.before} on week 1 or month 1. From April it counts the whole year.`,
  raised: (code) => `Now ${code.before}. It rises with the tax-free allowance.`,
  ask: (code) => `Now ${code.before}. It may rise: look at HMRC’s notice P9X.`,
  own: (code) => `Already in the record, from ${formatDay(code.fromDay)}.`,
};

/** Words of starting a tax year. */
export const payYearStart = {
  title: (taxYear: string) => `Start tax year ${taxYearWords(taxYear)}`,
  waiting: 'Start the new tax year',
  sub: (day: IsoDay) => `Check each PA’s tax code for pay days from ${formatDay(day)}.`,
  back: 'The end of the year',
  rule: 'If HMRC sent a notice (P9) with a new code, type that code here.',
  rates: (taxYear: string) => `The rates of ${taxYearWords(taxYear)} are not in Mainstay yet`,
  ratesBody: 'You can check the codes now. Pay waits until the rates are here.',
  code: (name: string) => `${name}’s tax code`,
  how: (code: NewYearCode) => HOW[code.how](code),
  from: (code: NewYearCode, first: IsoDay) =>
    code.how === 'own' || code.fromDay === first
      ? ''
      : code.how === 'kept'
        ? ` Pay is finished, so a new code would start on ${formatDay(code.fromDay)}.`
        : ` Pay is finished, so it starts on ${formatDay(code.fromDay)}.`,
  send: (taxYear: string) => `Save these codes and start ${taxYearWords(taxYear)}`,
  done: (day: IsoDay) => `You did this on ${formatDay(day)}`,
  doneBody: 'To change a code now, open the PA’s tax details.',
  none: 'No PA goes on into the new year',
  noneBody: 'There are no tax codes to check. You can start the year all the same.',
  people: 'Go to your PAs',
  started: 'started the new tax year',
  ownLabel: 'Already there',
} as const;

/** Refusals of this area. */
export const payYearRefusals = {
  'year.too-early': (values: Readonly<Record<string, string | number>>) =>
    `It is too early for this. You can do it from ${dayOf(values, 'day')}.`,
  'year.started': 'This tax year was started already. Change a code in the PA’s tax details.',
  'year.p60-day': 'Enter a day after 5 April that is not in the future.',
} as const;
