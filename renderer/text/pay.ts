import type { EarningsLine, PayRunView, RunSummary } from '@shared/api/pay';
import { formatDay, formatShortDay, formatWeekday, type IsoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, negatePence, type Pence, pence } from '@shared/money';
import { taxYearWords } from './common';
import { earningsName, many } from './explain/words';
import { hoursWords } from './rota-times';

type Frequency = RunSummary['frequency'];

const SPANS: Readonly<Record<Frequency, string>> = {
  weekly: 'the week',
  'two-weekly': 'the two weeks',
  'four-weekly': 'the four weeks',
  monthly: 'the month',
};

/** `the week to Sunday 22 November`. */
export function periodName(frequency: Frequency, to: IsoDay, withYear = false): string {
  return `${SPANS[frequency]} to ${formatWeekday(to, withYear)}`;
}

/** `3 people`, `1 person`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

/** `12 h`, `12 h 30`. */
function shortHours(minutes: number): string {
  return hoursWords(minutes);
}

/** What a person’s pay is for, in a few words: `12 h work, 2 days’ sick pay`. */
export function paidFor(earnings: readonly EarningsLine[]): string {
  const work = earnings.filter((line) => line.code === 'hours');
  const minutes = work.reduce((sum, line) => sum + (line.minutes ?? 0), 0);
  const others = new Map<string, number>();
  for (const line of earnings) {
    if (line.code === 'hours') continue;
    others.set(line.code, (others.get(line.code) ?? 0) + (line.units ?? 0));
  }
  const parts = [...others].map(([code, units]) => {
    const name = lowerFirst(earningsName(code));
    if (code === 'sleep-in') return units > 0 ? many(units, 'sleep-in') : name;
    if (code === 'statutory-sick-pay' && units > 0)
      return `${many(units, 'day')}${units === 1 ? '’s' : '’'} sick pay`;
    return name;
  });
  return [...(minutes > 0 ? [`${shortHours(minutes)} work`] : []), ...parts].join(', ');
}

/** A name in the middle of a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Words of the pay home. */
export const payHome = {
  title: 'Pay',
  sub: 'Pay your PAs, and see what HMRC and the pension are owed.',
  next: 'To do next',
  nextPay: (run: RunSummary) =>
    `Pay for ${periodName(run.frequency, run.periodTo)}: ${people(run.people)}${
      run.net === null ? '' : `, ${formatPounds(run.net)}`
    }, pay day ${formatWeekday(run.payDate)}`,
  later: 'Then',
  hoursIn: (run: RunSummary) => `Hours in for ${run.hoursIn} of ${run.people}`,
  allIn: 'All hours are in. It can be checked.',
  someMissing: (run: RunSummary) =>
    `Hours are in for ${run.hoursIn} of ${people(run.people)}. Put in the rest, then check.`,
  start: (run: RunSummary) => `Do the pay for ${periodName(run.frequency, run.periodTo)}`,
  openRun: (run: RunSummary) => `Pay for ${periodName(run.frequency, run.periodTo)}`,
  payDay: (day: IsoDay) => `Pay day ${formatWeekday(day)}`,
  ready: 'Ready to check',
  hoursMissing: 'Hours missing',
  overdue: 'Pay day is past',
  finished: 'Finished',
  none: 'No pay to do yet',
  noneBody: 'Add your PAs and their hours. The pay for each period then stands here.',
  addPeople: 'Go to your PAs',
  noneOpen: 'No pay is waiting. The next one stands here when its hours begin.',
  noneFinished: 'Nothing is finished yet. Each finished pay stays here with its payslips.',
  caption: 'Finished pay, newest first',
  period: 'Pay for',
  paidOn: 'Pay day',
  who: 'People',
  theyGot: 'They got',
  putRight: (day: IsoDay, name: string) => `Put right on ${formatShortDay(day)}: ${name}`,
  more: (count: number) => `Show all ${count}`,
  links: 'More about pay',
  hmrc: 'What HMRC is owed',
  hmrcHint: 'Each tax month: what to pay, by when, with which reference.',
  payments: 'Payments to make',
  paymentsHint: (run: RunSummary) =>
    `For ${periodName(run.frequency, run.periodTo)}: tick each one when it is paid.`,
} as const;

/** Words of a pay run and its three steps. */
export const payRun = {
  title: (run: PayRunView) => `Pay for ${periodName(run.frequency, run.periodTo)}`,
  waiting: 'Working out the pay',
  sub: (run: PayRunView) =>
    `Pay day: ${formatWeekday(run.payDate)}. ${people(run.lines.length + run.refused.length)}.`,
  back: 'All pay',
  steps: ['Hours', 'Check', 'Finish'],
  stepsLabel: 'Where you are in this pay',
  gone: 'This pay is not open',
  goneBody: 'Look for it in the list of pay.',
  empty: 'Nothing to pay here yet',
  emptyBody: 'No hours, sickness or holiday are in for this time. Put them in the rota first.',
  toRota: 'Go to the rota',
} as const;

/** Words of the step Hours. */
export const payHours = {
  intro: 'These hours go into the pay. Shifts count once their hours are confirmed.',
  person: (name: string) => `${name}’s hours`,
  hoursIn: (minutes: number) => `${hoursWords(minutes)} in`,
  noHours: 'No hours are in',
  notOf: '–',
  caption: (name: string) => `What goes into ${name}’s pay`,
  what: 'What',
  hours: 'Hours',
  rate: 'Rate',
  amount: 'Amount',
  notConfirmed: (name: string, shifts: number) =>
    shifts === 1
      ? `1 of ${name}’s shifts is not confirmed`
      : `${shifts} of ${name}’s shifts are not confirmed`,
  notConfirmedBody: 'A shift that is not confirmed is not paid. Say which hours were worked.',
  confirm: (name: string) => `Confirm ${name}’s hours`,
  refused: (name: string) => `${name}’s pay can’t be worked out yet`,
  extras: (name: string) => `Added to ${name}’s pay`,
  add: (name: string) => `Add something to ${name}’s pay`,
  remove: (name: string, what: string, amount: Pence) =>
    `Remove ${name}’s ${lowerFirst(what)} of ${formatPounds(amount)}`,
  removeShort: 'Remove',
  removed: (what: string) => `${what} removed`,
  next: 'Check the pay',
} as const;

/** Words of the form that adds one line to somebody’s pay. */
export const addLine = {
  title: (name: string) => `Add something to ${name}’s pay`,
  sub: (day: IsoDay) => `It goes into the pay on ${formatWeekday(day, true)}.`,
  kind: 'What is it?',
  kinds: {
    bonus: { label: 'Bonus', note: 'Extra pay. Tax and National Insurance count on it.' },
    mileage: {
      label: 'Mileage',
      note: 'Money back for miles in their own car. Free of tax up to HMRC’s rate.',
    },
    expenses: { label: 'Money back', note: 'For things they bought for you. Free of tax.' },
    deduction: { label: 'Take off', note: 'Taken off after tax. Your PA must have agreed in writing.' },
    'own-spending': {
      label: 'They spent this on the job, and you do not pay it back',
      note: 'It changes no pay. It counts for the minimum wage check.',
    },
  },
  kindNeeded: 'Choose what it is.',
  purpose: 'What is it taken off for?',
  purposeNeeded: 'Choose what it is taken off for.',
  purposes: {
    loan: { label: 'A loan or advance they pay back', note: 'Does not count against the minimum wage.' },
    overpayment: {
      label: 'They were paid too much before',
      note: 'Does not count against the minimum wage. Tell them first.',
    },
    tools: { label: 'Tools, uniform or things for the job', note: 'Counts against the minimum wage.' },
    training: { label: 'Training', note: 'Counts against the minimum wage.' },
    rent: {
      label: 'Rent for a home with the job',
      note: 'Counts against the minimum wage, by the rules for a home with the job.',
    },
    'passed-on': {
      label: 'A bill of their own that you pay for them',
      note: 'A union fee, for example. Does not count against the minimum wage.',
    },
    other: { label: 'Something else that you keep', note: 'Counts against the minimum wage.' },
  },
  agreed: (name: string) => `${name} agreed to this in writing, before the reason for it arose`,
  agreedNote: 'The law asks for this. Keep the paper.',
  agreedNeeded:
    'Tick this only if it is so. Without a written agreement, the law does not let you take it off.',
  amount: 'Amount',
  theAmount: 'The amount',
  amountNeeded: 'Enter an amount above nothing.',
  note: 'What it is for',
  noteHint: 'It stands on the payslip. For example, Bus to the clinic',
  submit: (name: string) => `Add this to ${name}’s pay`,
  gone: 'This person is not in this pay.',
} as const;

/** Names of the lines that can be added. */
export function addedName(code: string, purpose = ''): string {
  if (purpose in addLine.purposes) return addLine.purposes[purpose as keyof typeof addLine.purposes].label;
  return code in addLine.kinds ? addLine.kinds[code as keyof typeof addLine.kinds].label : earningsName(code);
}

/** Words of the table of pay. */
export const payTable = {
  caption: 'What each person earns and keeps',
  person: 'Person',
  hours: 'Hours',
  earned: 'Earned',
  tax: 'Tax',
  ni: 'National Insurance',
  loans: 'Loans',
  pension: 'Pension',
  other: 'Taken off',
  back: 'Paid back',
  net: 'They get',
  everyone: 'Everyone',
  whose: (name: string, what: string) => `${name}’s ${what}`,
  figures: {
    earned: 'pay',
    tax: 'tax',
    ni: 'National Insurance',
    studentLoan: 'student loan',
    postgraduateLoan: 'postgraduate loan',
    pension: 'pension',
    net: 'pay to get',
  },
} as const;

/** Words of the step Check. */
export const payCheck = {
  warnings: 'Look at this first',
  mendFirst: 'Some things stand in the way. Mend them, then go on.',
  /** One shared PA, and the others who share. */
  shared: (name: string, others: readonly string[]) =>
    `${name}’s pay is shared with ${others.join(' and ')}. You pay all of it first. Their part is kept as owed to you.`,
  sharedLook: (pool: string) => `See how “${pool}” is shared`,
  made: 'How each person’s pay is made up',
  madeOf: (name: string) => `${name}’s pay`,
  lines: (name: string) => `How ${name}’s pay is made up`,
  total: 'Earned',
  youPay: 'You pay people',
  forHmrc: 'Kept for HMRC',
  fromHmrc: 'To come back from HMRC',
  forHmrcNote: (ni: Pence, allowance: Pence) =>
    allowance === 0
      ? `With ${formatPounds(ni)} of employer’s National Insurance`
      : `Employer’s National Insurance of ${formatPounds(ni)}, less ${formatPounds(allowance)} allowance`,
  forHmrcBack: (back: Pence) => `Less ${formatPounds(back)} of family pay you get back`,
  forPension: 'Kept for the pension',
  forPensionNote: (amount: Pence) =>
    amount < 0
      ? `${formatPounds(negatePence(amount))} of it comes back to you`
      : `With ${formatPounds(amount)} from you`,
  costs: (frequency: Frequency) =>
    ({
      weekly: 'This week costs you',
      'two-weekly': 'These two weeks cost you',
      'four-weekly': 'These four weeks cost you',
      monthly: 'This month costs you',
    })[frequency],
  otherOff: 'Also taken off pay',
  otherOffNote: (amount: Pence) => `${formatPounds(amount)} of it to send on`,
  costWhat: (name: string) => `${name}’s cost to you`,
  next: 'Go on to finish',
  back: 'Back to hours',
  nobody: 'There is nobody to pay in this run yet.',
  topUp: (amount: Pence) => `Add ${formatPounds(amount)} to bring this up`,
  topUpNamed: (amount: Pence, name: string) => `Add ${formatPounds(amount)} to bring this up, for ${name}`,
  toppedUp: (amount: Pence, name: string) => `${formatPounds(amount)} is added to ${name}’s pay`,
  wageWhat: (name: string) => `${name}’s minimum wage check`,
  wageLabel: 'Minimum wage',
  wageMet: 'Enough',
  wageShort: (amount: Pence) => `${formatPounds(amount)} short`,
  alsoOff: (name: string) => `Also taken off ${name}’s pay`,
  orderFor: (payee: string, reference: string) =>
    reference === '' ? `Order: ${payee}` : `Order: ${payee}, ${reference}`,
  orderCharge: (payee: string) => `Your charge for the order: ${payee}`,
} as const;

/** Words of the step Finish. */
export const payFinish = {
  intro: 'Check your answers before you finish.',
  who: (name: string) => `${name} gets`,
  payDay: 'Pay day',
  payFrom: 'Paid from',
  payFromAccount: (name: string, ending: string) =>
    ending === '' ? name : `${name}, account ending ${ending}`,
  yourBank: 'You make the payments yourself, in your bank',
  all: 'All of them together',
  hmrc: 'Kept for HMRC',
  pension: 'Kept for the pension',
  others: 'To send on for your PAs',
  costs: 'All in all, it costs you',
  final: 'Finished pay can’t be changed. If something is wrong, you can correct a payslip afterwards.',
  what: 'Finishing makes the payslips and the list of payments. Mainstay sends no money.',
  finish: (count: number) => `Finish the pay for ${people(count)}`,
  back: 'Back to check',
  changed: 'Something changed since you looked',
  changedBody: 'Nothing was finished. Look at the new figures, then finish.',
  lookAgain: 'Look at the pay again',
  done: (count: number) => `The pay for ${people(count)} is finished`,
} as const;

/** Words of a finished run. */
export const payDone = {
  title: (run: PayRunView) =>
    `${run.kind === 'correction' ? 'Put right: pay' : 'Pay'} for ${periodName(run.frequency, run.periodTo, true)}`,
  sub: (run: PayRunView, finished: string) =>
    `Pay day: ${formatWeekday(run.payDate, true)}. ${people(run.lines.length)}. ${finished}`,
  finishedOn: (moment: string) => `Finished ${moment}.`,
  finished: 'Finished.',
  corrected: 'Corrected since',
  before: 'They got before',
  now: 'They get now',
  moves: 'Difference',
  movesHmrc: (amount: Pence) => (amount < 0 ? 'Less for HMRC' : 'More for HMRC'),
  movesPension: (amount: Pence) => (amount < 0 ? 'Less for the pension' : 'More for the pension'),
  movesCost: (amount: Pence) => (amount < 0 ? 'It costs you less by' : 'It costs you more by'),
  replaces: (day: IsoDay, net: Pence) =>
    `Takes the place of the one of ${formatDay(day)}, ${formatPounds(net)}`,
  difference: (amount: Pence) =>
    amount < 0 ? `${formatPounds(pence(-amount))} to take back` : `${formatPounds(amount)} more to pay`,
  payslips: 'Payslips',
  open: (name: string) => `Open ${name}’s payslip`,
  saveAll: 'Save all payslips in one PDF',
  correct: (name: string) => `Correct ${name}’s payslip`,
  sheet: 'Payment sheet',
  sheetBody: 'Who to pay, how much, and into which account. For your bank, or for someone who pays for you.',
  sheetPdf: 'Save the payment sheet (PDF)',
  sheetCsv: 'Save the payment sheet (CSV)',
  payments: 'Payments',
  paymentsFor: (name: string) => `For ${name}`,
  toPayments: 'See the payments',
  backToRun: 'This pay',
  together: 'All together',
  paymentsBody: 'Make each payment in your bank. Then tick it here.',
  noPayments: 'There is nothing to pay for this run.',
  paymentsCount: (paid: number, of: number) => `${paid} of ${of} paid`,
  payee: (name: string, payee: 'worker' | 'hmrc' | 'pension' | 'order') =>
    payee === 'hmrc' ? 'HMRC' : name === '' ? 'The pension' : name,
  amount: 'Amount',
  due: 'Pay by',
  sortCode: 'Sort code',
  account: 'Account number',
  reference: 'Reference',
  copy: 'Copy',
  copyNamed: (what: string, name: string) => `Copy the ${lowerFirst(what)} for ${name}`,
  copied: (what: string) => `${what} copied`,
  notCopied: 'It could not be copied.',
  paid: (name: string) => `Paid: ${name}`,
  paidOn: (day: IsoDay) => `Ticked as paid on ${formatDay(day)}`,
  noAccount: 'No bank details yet. Add them to the PA’s record.',
  noReference: 'No reference yet. Add the Accounts Office reference to your employer details.',
  fileFailed: 'The file could not be made. Nothing was changed. Try again.',
} as const;

/** Words of the correction of a payslip. */
export const payCorrect = {
  title: (name: string) => `Correct ${name}’s payslip`,
  sub: (from: IsoDay, to: IsoDay) => `For ${formatDay(from)} to ${formatDay(to)}`,
  what: 'A finished payslip can’t be changed. A correction puts it right like this:',
  points: [
    'Say below which hours were wrong.',
    'For a wrong rate, tax code or contract, change the record first. Tick there that it was wrong from the start.',
    'Mainstay works the pay out again and makes a new payslip.',
    'The old payslip stays in your record, marked as corrected.',
    'You pay, or take back, only the difference.',
  ],
  toRecord: (name: string) => `Change ${name}’s record`,
  hours: 'Hours that were wrong',
  hoursBody: 'These shifts were paid. Leave those that are right as they are.',
  noShifts: 'No paid shifts are in this time.',
  shift: (day: string, start: string, end: string) => `${day}, ${start} to ${end}`,
  changeNamed: (shift: string) => `Change the hours of ${shift}`,
  takeBack: 'Take this back',
  takeBackNamed: (shift: string) => `Take this back: ${shift}`,
  nowTimes: (start: string, end: string) => `Really ${start} to ${end}`,
  notWorkedShort: 'Not worked',
  mode: 'What is right?',
  modes: { hours: 'Other hours were worked', notWorked: 'This shift was not worked' },
  start: 'Real start',
  end: 'Real end',
  awake: 'Time awake to help',
  awakeHint: 'Together, for example 0:45. Leave empty if not woken.',
  reason: 'Why it changes',
  reasonHint: 'A few words. For example, Stayed an hour longer',
  reasonNeeded: 'Say in a few words why the hours change.',
  keep: 'Use these hours',
  keepNamed: (shift: string) => `Use these hours for ${shift}`,
  cancelNamed: (shift: string) => `Cancel the change of ${shift}`,
  changeKept: 'Noted. It counts once you correct the payslip.',
  payDate: 'Pay day of the correction',
  payDateHint: 'The day you pay the difference. For example, 27 11 2026',
  before: 'What they got',
  now: 'What they get now',
  toPay: ['You pay them', 'They pay you back'],
  forHmrc: ['More for HMRC', 'Less for HMRC'],
  forPension: ['More for the pension', 'Less for the pension'],
  cost: ['It costs you more', 'It costs you less'],
  when: 'When the difference is paid',
  check: 'Check the correction',
  checkTitle: 'Check before you correct',
  whose: 'Whose payslip',
  hoursChanged: 'Shifts that change',
  shiftsChanged: (count: number) =>
    count === 0 ? 'None. The record is used as it is now' : many(count, 'shift'),
  final: 'This makes a new payslip. It can’t be undone, but it can be corrected again.',
  submit: (name: string) => `Correct ${name}’s payslip now`,
  gone: 'This payslip is not in this run.',
  done: (name: string) => `${name}’s payslip is corrected`,
} as const;

/** Words of the HMRC page. */
export const payHmrc = {
  title: 'What HMRC is owed',
  sub: (taxYear: string) => `Tax year ${taxYearWords(taxYear)}`,
  years: 'Tax year',
  year: taxYearWords,
  caption: 'What is owed, by tax month',
  month: 'Tax month',
  span: (from: IsoDay, to: IsoDay) => `${formatShortDay(from)} to ${formatShortDay(to)}`,
  total: 'The year so far',
  tax: 'Tax',
  loans: 'Student loans',
  ni: 'National Insurance, both',
  allowance: 'Allowance',
  recovered: 'Family pay back',
  owed: 'To pay',
  due: 'Pay by',
  reference: 'Reference',
  paid: 'Paid',
  paidNamed: (to: IsoDay) => `Paid to ${formatShortDay(to)}`,
  dueText: (electronic: IsoDay) => formatShortDay(electronic),
  postText: (post: IsoDay) => `${formatShortDay(post)} by post`,
  nothing: 'Nothing to pay',
  nothingBack:
    'A minus sign means that HMRC owes you. Take it off what you pay next this tax year, or ask HMRC for it.',
  whatOwed: (from: IsoDay, to: IsoDay) => `owed for ${monthSpan(from, to)}`,
  pdf: 'Save the HMRC record (PDF)',
  csv: 'Save the HMRC record (CSV)',
  none: 'Nothing to show for this tax year',
  noneBody: 'What HMRC is owed stands here once a pay is finished.',
  tool: 'Telling HMRC',
  toolBody:
    'Mainstay does not send anything to HMRC. On or before each pay day, you must tell HMRC (a Full Payment Submission, FPS).',
  toolHow:
    'HMRC’s own free tool is called Basic PAYE Tools. Open a finished pay, and save the figures to type into it.',
  toolHint: 'If someone runs your payroll for you, give them the payment sheet instead.',
} as const;

/** `6 November to 5 December 2026`. */
function monthSpan(from: IsoDay, to: IsoDay): string {
  const start = partsOf(from);
  return `${start.dayOfMonth} ${monthName(start.month)} to ${formatDay(to)}`;
}
