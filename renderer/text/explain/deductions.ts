import { formatPounds, pence } from '@shared/money';
import {
  countOf,
  many,
  penceOf,
  type StepSentences,
  say,
  type TitleSentences,
  textOf,
  type Values,
} from './words';

const LOAN_PLANS: Readonly<Record<string, string>> = {
  'plan-1': 'plan 1',
  'plan-2': 'plan 2',
  'plan-4': 'plan 4',
  'plan-5': 'plan 5',
  postgraduate: 'postgraduate loan',
};

const FREQUENCIES: Readonly<Record<string, string>> = {
  weekly: 'one week',
  'two-weekly': 'two weeks',
  'four-weekly': 'four weeks',
  monthly: 'one month',
};

/** `1257L gives £241.92 a week, for 34 weeks`; without the week’s part where it does not divide evenly. */
function codeGives(values: Values, result: number, gives: string): string {
  const periods = countOf(values, 'periods');
  const unit = textOf(values, 'unit');
  const code = textOf(values, 'code');
  if (periods > 1 && result % periods === 0)
    return `${code} ${gives} ${formatPounds(pence(result / periods))} a ${unit}, for ${many(periods, unit)}`;
  return `What ${code} ${gives} for ${many(periods, unit)}`;
}

const freePay =
  (label: string, gives: string): StepSentences[string] =>
  (values, result) => ({
    label,
    detail: codeGives(values, result.kind === 'money' ? result.pence : 0, gives),
  });

const niBand =
  (what: string): StepSentences[string] =>
  (values) => ({
    label: `${what} at ${say(values, 'percent')}`,
    detail: `On ${say(values, 'on')}, the pay above ${say(values, 'from')}`,
  });

/** Sentences for income tax, National Insurance, loans and pensions. */
export const deductionSteps: StepSentences = {
  'income-tax.pay-to-date': (values) => ({
    label: 'Pay so far this tax year',
    detail: `${say(values, 'payBefore')} before and ${say(values, 'pay')} now`,
  }),
  'income-tax.one-rate': (values) => ({
    label: `Taxed at ${say(values, 'percent')}`,
    detail: `All of the pay, ${say(values, 'wholePounds')} in whole pounds`,
  }),
  'income-tax.no-tax': () => ({ label: 'Tax', detail: 'This code takes no tax' }),
  'income-tax.free-pay': freePay('Tax-free part so far', 'gives'),
  'income-tax.added-pay': freePay('Added before tax so far', 'adds'),
  'income-tax.taxable': (values) => {
    const free = penceOf(values, 'freePay');
    return {
      label: 'Part that is taxed',
      detail:
        free < 0
          ? `${say(values, 'pay')} + ${formatPounds(pence(-free))}, in whole pounds`
          : `${say(values, 'pay')} − ${say(values, 'freePay')}, in whole pounds`,
    };
  },
  'income-tax.band': (values) => {
    const from = values['from'];
    const first = from?.kind === 'exact-money' && /^0(\.0*)?$/.test(from.pounds);
    return {
      label: `Taxed at ${say(values, 'percent')}`,
      detail: first
        ? `On the first ${say(values, 'upTo')}`
        : `On the part from ${say(values, 'from')} to ${say(values, 'upTo')}`,
    };
  },
  'income-tax.sum-of-bands': (values) => ({
    label: 'Tax due',
    detail: countOf(values, 'bands') > 1 ? 'The parts above together, in whole pence' : undefined,
  }),
  'income-tax.less-tax-before': (values) => ({
    label: 'Tax on this pay day',
    detail: `${say(values, 'taxOnPay')} due so far − ${say(values, 'taxBefore')} already taken`,
  }),
  'income-tax.half-of-pay-limit': (values) => ({
    label: 'Tax is held back',
    detail: `${say(values, 'due')} was due. Tax is never more than ${say(values, 'percent')} of ${say(values, 'pay')}`,
  }),
  'national-insurance.none-due': () => ({
    label: 'National Insurance (NI)',
    detail: 'Nothing is due with letter X',
  }),
  'national-insurance.employee-main': niBand('National Insurance'),
  'national-insurance.employee-upper': niBand('National Insurance on higher pay'),
  'national-insurance.employer': niBand('Employer’s National Insurance'),
  'national-insurance.employer-upper': niBand('Employer’s National Insurance on higher pay'),
  'national-insurance.employer-none-below': (values) => ({
    label: 'No employer’s National Insurance on this part',
    detail: `This letter starts at ${say(values, 'upTo')}`,
  }),
  'national-insurance.paid-earlier-in-period': (values) => ({
    label: 'Less National Insurance already paid',
    detail: `${say(values, 'paid')} was paid on ${say(values, 'earlierPay')} earlier in this period`,
  }),
  'national-insurance.sum-of-bands': () => ({
    label: 'National Insurance on this pay day',
    detail: 'The parts together',
  }),
  'loan.taken-earlier-in-period': (values) => ({
    label: 'Less what was already taken',
    detail: `${say(values, 'taken')} was taken earlier in this period`,
  }),
  'loan.none': () => ({ label: 'No loan to pay back' }),
  'loan.above-threshold': (values) => ({
    label: 'Pay above the loan’s limit',
    detail: `${say(values, 'earnings')}, and the limit is ${say(values, 'threshold')}`,
  }),
  'loan.percent-rounded-down-to-pound': (values) => ({
    label: `${say(values, 'percent')} of that`,
    detail: `${say(values, 'percent')} of ${say(values, 'above')}, down to whole pounds`,
  }),
  'pension.none': () => ({ label: 'Not in a pension here' }),
  'pension.refund': (values) => ({
    label: 'Given back after opting out',
    detail: `All that was paid in, ${say(values, 'paidIn')}`,
  }),
  'pension.qualifying-earnings': (values) => ({
    label: 'Pay that counts for the pension',
    detail: `The part of ${say(values, 'pay')} between ${say(values, 'lower')} and ${say(values, 'upper')}`,
  }),
  'pension.all-pay': () => ({ label: 'Pay that counts for the pension', detail: 'All of the pay counts' }),
  'pension.percent': (values) => ({
    label: `${say(values, 'percent')} of that`,
    detail: `${say(values, 'percent')} of ${say(values, 'on')}`,
  }),
  'pension.percent-less-relief': (values) => ({
    label: `${say(values, 'percent')} of that, less tax relief`,
    detail: `The pension adds ${say(values, 'reliefAdded')} of tax relief at ${say(values, 'relief')}`,
  }),
};

const niRule = (values: Values): string =>
  `Letter ${textOf(values, 'category')}, on ${say(values, 'pay')} for ${FREQUENCIES[textOf(values, 'frequency')] ?? 'this pay day'}`;

const taxRule = (values: Values): string =>
  `Worked out as HMRC’s tables do, code ${textOf(values, 'taxCode')}, ${textOf(values, 'unit')} ${countOf(values, 'period')}`;

const loanRule = (values: Values): string | undefined => {
  const plan = textOf(values, 'plan');
  return plan === '' ? undefined : `Worked out for ${LOAN_PLANS[plan] ?? plan}`;
};

const pensionRule = (values: Values): string | undefined => {
  switch (textOf(values, 'treatment')) {
    case 'relief-at-source':
      return 'Taken after tax. The pension claims the tax relief';
    case 'net-pay':
      return 'Taken before tax, so tax is lower';
    default:
      return undefined;
  }
};

export const deductionTitles: TitleSentences = {
  'pay.income-tax': { name: 'Tax', rule: taxRule },
  'pay.income-tax-refund': { name: 'Tax given back', rule: taxRule },
  'pay.employee-national-insurance': { name: 'National Insurance (NI)', rule: niRule },
  'pay.employer-national-insurance': { name: 'Employer’s National Insurance', rule: niRule },
  'pay.student-loan': { name: 'Student loan', rule: loanRule },
  'pay.postgraduate-loan': { name: 'Postgraduate loan', rule: loanRule },
  'pay.employee-pension': { name: 'Pension, from pay', rule: pensionRule },
  'pay.employer-pension': { name: 'Pension, from you', rule: () => 'You pay this on top of the wages' },
};
