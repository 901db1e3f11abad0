import {
  countOf,
  earningsName,
  many,
  penceOf,
  type StepSentences,
  say,
  type TitleSentences,
  textOf,
  type Values,
} from './words';

/** `26:00 × £13.20 an hour`, `2 × £40.00 a shift`; nothing where the line has no rate. */
function timesRate(values: Values): string | undefined {
  const rate = say(values, 'rate');
  if (rate === '') return undefined;
  const of = say(values, 'minutes') || say(values, 'units');
  return of === '' ? rate : `${of} × ${rate}`;
}

/** Named amounts that are not nothing, each with its sign: `£343.20 + £0.50 − £8.93`. */
function sumOf(values: Values, plus: readonly string[], minus: readonly string[]): string {
  const parts: string[] = [];
  for (const name of plus) {
    if (penceOf(values, name) === 0 && parts.length > 0) continue;
    parts.push(parts.length === 0 ? say(values, name) : `+ ${say(values, name)}`);
  }
  for (const name of minus) if (penceOf(values, name) !== 0) parts.push(`− ${say(values, name)}`);
  return parts.join(' ');
}

const TAKEN = [
  ['tax', 'tax'],
  ['nationalInsurance', 'National Insurance'],
  ['studentLoan', 'student loan'],
  ['postgraduateLoan', 'postgraduate loan'],
  ['pension', 'pension'],
  ['otherDeductions', 'other'],
] as const;

/** Sentences for pay, the hours in it, and the minimum wage. */
export const earningsSteps: StepSentences = {
  'pay.earnings-line': (values) => ({
    label: earningsName(textOf(values, 'code'), textOf(values, 'kindOfWork')),
    detail: timesRate(values),
  }),
  'pay.sum-of-lines': (values) => ({
    label: 'Earned',
    detail: countOf(values, 'lines') > 1 ? `${countOf(values, 'lines')} lines together` : undefined,
  }),
  'pay.taxable-pay': (values) => ({
    label: 'Pay that counts for tax',
    detail: sumOf(values, ['taxable'], ['pension', 'otherDeductions']),
  }),
  'pay.total-deductions': (values) => ({
    label: 'Taken off',
    detail:
      TAKEN.filter(([name]) => penceOf(values, name) !== 0)
        .map(([name, word]) => `${word} ${say(values, name)}`)
        .join(', ') || 'Nothing is taken off',
  }),
  'pay.net-pay': (values) => ({
    label: 'They get',
    detail: `${sumOf(values, ['gross'], ['totalDeductions'])}${
      penceOf(values, 'reimbursements') === 0 ? '' : ` + ${say(values, 'reimbursements')} paid back`
    }`,
  }),
  'pay.employer-cost': (values) => ({
    label: 'Costs you',
    detail: [
      `earned ${say(values, 'gross')}`,
      ...(penceOf(values, 'reimbursements') === 0 ? [] : [`paid back ${say(values, 'reimbursements')}`]),
      `your National Insurance ${say(values, 'nationalInsurance')}`,
      `your pension part ${say(values, 'pension')}`,
    ].join(', '),
  }),
  'rota.hours-times-rate': (values) => ({
    label: 'Hours × rate',
    detail: `${say(values, 'minutes')} × ${say(values, 'rate')}`,
  }),
  'rota.shifts-times-rate': (values) => ({
    label: 'Shifts × rate',
    detail: `${many(countOf(values, 'shifts'), 'shift')} × ${say(values, 'rate')}`,
  }),
  'rota.late-change-now': (values) => ({
    label: 'Worked after all',
    detail: `${say(values, 'minutes')} × ${say(values, 'rate')}`,
  }),
  'rota.late-change-paid': (values) => ({
    label: 'Paid before',
    detail: `${say(values, 'minutes')} × ${say(values, 'rate')}`,
  }),
  'rota.late-change-difference': () => ({ label: 'Difference' }),
  'minimum-wage.rate-for-age': (values) => ({
    label: 'Minimum wage',
    detail: `The legal least for age ${countOf(values, 'age')}`,
  }),
  'minimum-wage.apprentice-rate': () => ({
    label: 'Minimum wage',
    detail: 'The legal least for an apprentice',
  }),
  'minimum-wage.time-that-counts': () => ({ label: 'Time that counts' }),
  'minimum-wage.time-not-counted': () => ({
    label: 'Time that does not count',
    detail: 'Asleep or free to sleep in a sleep-in, or their own time in a live-in day',
  }),
  'minimum-wage.pay-for-work': () => ({ label: 'Pay for work' }),
  'minimum-wage.premium-left-out': () => ({
    label: 'Extra pay, left out of that',
    detail: 'What nights, weekends or bank holidays pay above the usual rate',
  }),
  'minimum-wage.deductions': () => ({
    label: 'Taken off that counts against it',
    detail: 'What you keep from pay, and what they spent on the job',
  }),
  'minimum-wage.accommodation': (values) => ({
    label: 'For a home that goes with the job',
    detail: `Up to ${say(values, 'offset')} may count`,
  }),
  'minimum-wage.least-pay': (values) => ({
    label: 'The least it may be',
    detail: `${say(values, 'time')} × ${say(values, 'hourly')}`,
  }),
  'minimum-wage.met': (values) => ({
    label: 'Short by',
    detail: `Nothing is missing: ${say(values, 'pay')} is enough`,
  }),
  'minimum-wage.short': (values) => ({
    label: 'Short by',
    detail: `${say(values, 'least')} is the least, and the pay is ${say(values, 'pay')}`,
  }),
};

export const earningsTitles: TitleSentences = {
  'pay.gross': { name: 'Earned', of: (who) => `What ${who} earned` },
  'pay.taxable-pay': { name: 'Pay that counts for tax' },
  'pay.total-deductions': { name: 'Taken off', of: (who) => `What is taken off ${who}’s pay` },
  'pay.net-pay': { name: 'Pay after everything is taken off' },
  'pay.employer-cost': { name: 'What this pay costs you', of: (who) => `What ${who}’s pay costs you` },
  'pay.minimum-wage': {
    name: 'Minimum wage check',
    rule: () => 'Pay must not be less than the law’s least for the hours worked',
  },
  'rota.pay-line': { name: 'Pay for this work' },
  'rota.late-change': { name: 'What a change to paid hours comes to' },
};
