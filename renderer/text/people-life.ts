import type { NoticeKind } from '@shared/api/people-life';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { taxYearWords } from './common';
import type { RefusalSentences } from './refusals';
import { pounds, said } from './values';

/** Words for a tax code or loan notice from HMRC. */
export const notice = {
  sub: 'HMRC sends these when a tax code changes, or when a loan starts or stops.',
  kind: 'Which notice is it?',
  kindEmpty: 'Choose the notice you have.',
  kinds: {
    P6: ['P6: a new tax code', 'It can also give pay and tax from an earlier job.'],
    P6B: ['P6B: a new tax code in the middle of the year', 'It gives no earlier pay and tax.'],
    P9: ['P9: a tax code for the new tax year', 'It counts from 6 April.'],
    SL1: ['SL1: start taking a student loan', 'It says which plan.'],
    SL2: ['SL2: stop taking a student loan', ''],
    PGL1: ['PGL1: start taking a postgraduate loan', ''],
    PGL2: ['PGL2: stop taking a postgraduate loan', ''],
  } as Readonly<Record<NoticeKind, readonly [string, string]>>,
  noticeOn: 'Date on the notice',
  fromDay: 'It counts from',
  fromDayHint: 'The start date on the notice. If it gives none, use the date on the notice.',
  fromDayP9Hint: 'A P9 always counts from 6 April.',
  askedFrom: 'the day the notice counts from',
  askedOn: 'the date on the notice',
  code: 'Tax code on the notice',
  codeHint: 'As it stands there, like 1257L or S1257L M1.',
  week1: 'The notice says week 1 or month 1',
  previousPay: 'Pay in the earlier job (previous pay)',
  previousTax: 'Tax in the earlier job (previous tax)',
  previousHint: 'Leave empty if the notice gives none.',
  plan: 'Which plan?',
  planEmpty: 'Choose the plan on the notice.',
  changes: 'What this changes',
  wait: 'Fill in the notice. What it changes shows here before you save.',
  codeChange: (before: string | null, after: string) =>
    before === null ? `The tax code is ${after}.` : `The tax code changes from ${before} to ${after}.`,
  codeSame: (code: string) => `The tax code stays ${code}.`,
  basisChange: (basis: string) =>
    `Tax is then worked out like this: ${basis.charAt(0).toLowerCase()}${basis.slice(1)}.`,
  loanStarts: (plan: string) => `A student loan is taken from pay: ${plan}.`,
  loanStops: 'No student loan is taken any more.',
  postgraduateStarts: 'A postgraduate loan is taken from pay.',
  postgraduateStops: 'No postgraduate loan is taken any more.',
  figures: (pay: Pence, tax: Pence) =>
    `Pay of ${formatPounds(pay)} and tax of ${formatPounds(tax)} from the earlier job count in the tax.`,
  figuresNotUsed: 'With week 1 or month 1, pay and tax of the earlier job do not count.',
  figuresReplaced: (pay: Pence, tax: Pence) =>
    `They take the place of ${formatPounds(pay)} and ${formatPounds(tax)}, known until now.`,
  firstPay: (day: IsoDay) => `The first pay with it is on ${formatWeekday(day, true)}.`,
  nextPay: (day: IsoDay) => `It counts for pay days from ${formatDay(day)}.`,
  afterPaid: (day: IsoDay) =>
    `The pay on ${formatDay(day)} is finished, so the notice counts from the next pay. HMRC asks for no more.`,
  save: 'Save this notice',
  open: (name: string) => `Enter an HMRC notice for ${name}`,
  kept: (kind: NoticeKind, day: IsoDay | null) =>
    day === null ? `HMRC notice ${kind}` : `HMRC notice ${kind} of ${formatDay(day)}`,
} as const;

/** Words for what other software paid before Mainstay. */
export const earlier = {
  sub: 'For a PA who was paid with other software earlier this tax year. Copy the figures to date from the last payslip.',
  none: 'Nothing was entered. That is right for a PA you paid only here.',
  taxYear: 'Tax year',
  taxYearOf: taxYearWords,
  reachOn: 'Paid up to and including (last day of work)',
  reachHint: 'Mainstay offers no pay for days up to this one.',
  askedReach: 'the last day of work that was paid',
  gross: 'Pay before anything is taken (gross), so far this year',
  taxable: 'Taxable pay so far this year',
  tax: 'Tax so far this year',
  taxHint: 'With a minus sign in front where more was paid back than taken.',
  ni: 'National Insurance (NI) so far this year',
  niFor: (letter: string) => `National Insurance letter ${letter}`,
  letter: 'National Insurance letter',
  earnings: 'Earnings for National Insurance, with this letter',
  atLel: 'Earnings up to the lower earnings limit (LEL)',
  lelToPt: 'Earnings from the lower limit (LEL) to where National Insurance starts (PT)',
  ptToUel: 'Earnings from there to the upper earnings limit (UEL)',
  niEmployee: 'National Insurance taken from the PA',
  niEmployer: 'National Insurance that you paid',
  addLetter: 'Add another National Insurance letter',
  removeLetter: (letter: string) => `Take out National Insurance letter ${letter}`,
  loans: 'Loans and pension so far this year',
  studentLoan: 'Student loan',
  postgraduateLoan: 'Postgraduate loan',
  pensionEmployee: 'Pension, from the PA',
  pensionEmployer: 'Pension, from you',
  holiday: 'Holiday so far this leave year',
  holidayEarned: 'Holiday built up by that day',
  holidayTaken: 'Holiday taken by that day',
  holidayRolledUp: 'Holiday is paid with each hour, so there is nothing to bring over.',
  statutory: 'Family pay so far this year',
  hasStatutory: 'There was maternity pay or other family pay',
  statutoryNames: {
    'statutory-maternity-pay': 'Maternity pay (SMP)',
    'statutory-paternity-pay': 'Paternity pay (SPP)',
    'statutory-adoption-pay': 'Adoption pay (SAP)',
    'statutory-shared-parental-pay': 'Shared parental pay (ShPP)',
    'statutory-parental-bereavement-pay': 'Parental bereavement pay (SPBP)',
    'statutory-neonatal-care-pay': 'Neonatal care pay (SNCP)',
  },
  sure: 'I have checked: the figures are as the last payslip has them',
  save: 'Save the figures so far',
  remove: 'Take these figures out',
  reach: (day: IsoDay) => `Paid elsewhere up to ${formatDay(day)}`,
  payAndTax: 'Pay and tax',
  payAndTaxOf: (pay: Pence, tax: Pence) => `${formatPounds(pay)}, tax ${formatPounds(tax)}`,
} as const;

/** Words for “this was wrong from the start” and the payslips that follow. */
export const putRight = {
  tick: 'This was wrong from the start',
  tickNote: 'Days that are paid change too. You then put each finished payslip right.',
  sub: 'The record was changed for days that are paid. Correct the payslips one by one, the oldest first.',
  none: 'All payslips fit the record',
  noneBody: 'There is nothing to put right.',
  payslip: (from: IsoDay, to: IsoDay) => `Pay from ${formatDay(from)} to ${formatDay(to)}`,
  gross: (was: Pence, now: Pence) => `Paid ${formatPounds(was)}, should be ${formatPounds(now)}`,
  code: (was: string, now: string) => `Tax code ${was}, should be ${now}`,
  other: 'National Insurance, loans or pension change',
  waits: 'Waits for the one before',
  correct: (from: IsoDay) => `Correct the pay from ${formatDay(from)}`,
  told: (count: number) =>
    count === 1 ? '1 payslip does not fit the record' : `${count} payslips do not fit the record`,
  toldBody: 'Something in the record changed for days that are paid.',
  open: 'See what to put right',
} as const;

/** Words about pay periods when a contract changes, the P45 that was given, and coming back. */
export const lifeWords = {
  outcome: 'What this changes',
  outcomeWait: 'Fill in the dates. What changes shows here before you save.',
  outcomeFirst: (from: IsoDay, to: IsoDay, pay: IsoDay) =>
    `The first pay by these terms is for ${formatDay(from)} to ${formatDay(to)}, paid on ${formatWeekday(pay, true)}.`,
  outcomeLast: (from: IsoDay, to: IsoDay, pay: IsoDay) =>
    `The last pay by the old terms is for ${formatDay(from)} to ${formatDay(to)}, paid on ${formatWeekday(pay, true)}.`,
  outcomeSame: 'The pay periods stay as they are.',
  outcomeEachDay: 'Each day is paid once, in one pay or the other.',
  outcomeTax: 'Tax goes on over the whole year, as before.',
  outcomeNi:
    'Both pay days are in one National Insurance period. The first new pay counts National Insurance on both together.',
  p45Given: 'I gave the P45 on',
  p45GivenHint: 'Leave it until the last pay is finished. Pay after this day is taxed with code 0T.',
  p45GivenAsked: 'the day you gave the P45',
  p45GivenSave: 'Save the day of the P45',
  p45GivenTakeBack: 'Take it back: the P45 is not given',
  p45GivenNone: 'Not given yet',
  p45Part: 'The P45',
  back: (name: string, day: IsoDay) =>
    `${name} worked for you until ${formatDay(day)}. The figures of the P45 that you gave are filled in.`,
  rateBelow: (kind: string, rate: string, minimum: string, day: string) =>
    `${kind} at £${rate} an hour is below the minimum wage of £${minimum} from ${day}`,
  rateBelowBody:
    'You can keep it. Pay is checked over the whole period, and can’t be finished where it is too low.',
} as const;

/** What these forms refuse. */
export const lifeRefusals: RefusalSentences = {
  'notice.plan-needed': 'Choose the plan on the notice.',
  'notice.no-student-loan': 'No student loan is taken from this PA’s pay. Check which notice it is.',
  'notice.no-postgraduate-loan':
    'No postgraduate loan is taken from this PA’s pay. Check which notice it is.',
  'notice.no-tax-code': 'This PA has no tax code yet. Fill in the starter checklist or P45 first.',
  'notice.p9-from-april': 'A P9 counts from 6 April. Enter 6 April of the new tax year.',
  'worker.born-after-start': (values) =>
    `The birth date is not before the first day of work, ${said(values, 'day', 'in the record')}. Check both dates.`,
  'worker.same-person': (values) =>
    `${said(values, 'name', 'Another PA')} has this National Insurance number for the same time. One person has one record: add kinds of work there, each with its rate.`,
  'worker.payroll-number-used': (values) =>
    `${said(values, 'name', 'Another PA')} has payroll number ${said(values, 'number')}. Give each job its own, or leave it empty.`,
  'worker.p45-given': (values) =>
    `The P45 was given on ${said(values, 'day', 'a day')}. Take that back first.`,
  'worker.p45-before-start': (values) =>
    `That is before the first day of work, ${said(values, 'day', 'in the record')}. Check the date.`,
  'worker.paid-after-p45': (values) =>
    `${said(values, 'name', 'This PA')} was paid on ${said(values, 'day', 'a later day')}. That pay is finished, so the day of the P45 stays as it is.`,
  'contract.cycle-already-paid': (values) =>
    `Pay up to ${said(values, 'day', 'an earlier day')} is finished. How often you pay can change from the day after. Enter that as the day these terms start.`,
  'earlier.letter-twice': (values) =>
    `National Insurance letter ${said(values, 'letter')} is there twice. Put its figures together.`,
  'earlier.bands-above-earnings': (values) =>
    `The three parts of letter ${said(values, 'letter')} come to ${pounds(values, 'bands')}. That is more than its earnings, ${pounds(values, 'earnings')}.`,
  'earlier.bands-not-in-order': (values) =>
    `Letter ${said(values, 'letter')} has earnings above the lower limit, but none up to it. Check the last payslip.`,
  'earlier.ni-above-gross': (values) =>
    `Earnings for National Insurance come to ${pounds(values, 'earnings')}. That is more than the gross pay, ${pounds(values, 'gross')}.`,
  'earlier.taxable-above-gross': (values) =>
    `Taxable pay can’t be more than the gross pay, ${pounds(values, 'gross')}.`,
  'earlier.tax-above-pay': 'The tax is more than the taxable pay. Check both.',
  'earlier.ni-not-as-bands': (values) =>
    `Letter ${said(values, 'letter')} would give about ${pounds(values, 'expected')} of National Insurance, not ${pounds(values, 'given')}. Check it, then tick that you have checked.`,
  'earlier.tax-not-as-code': (values) =>
    `Code ${said(values, 'code')} would give about ${pounds(values, 'expected')} of tax, not ${pounds(values, 'given')}. Check it, then tick that you have checked.`,
  'earlier.before-start': (values) =>
    `That is before the first day of work, ${said(values, 'day', 'in the record')}. Enter that day or a later one.`,
  'earlier.after-tax-year': (values) =>
    `That day is in the tax year from ${said(values, 'day', '6 April')}. Choose that tax year, or an earlier day.`,
  'earlier.paid-here': (values) =>
    `Mainstay has paid work from ${said(values, 'day', 'an earlier day')}. Enter a day before that.`,
  'earlier.paid-since': (values) =>
    `${said(values, 'name', 'This PA')} has been paid here on top of these figures, so they stay. You can change them.`,
};
