import {
  countOf,
  many,
  type StepSentence,
  type StepSentences,
  say,
  type TitleSentences,
  textOf,
} from './words';

const plain =
  (label: string, detail?: string): StepSentence =>
  () => ({ label, detail });

/** What the parts of “really yours” are called, by code. */
const reallyYoursParts: Readonly<Record<string, string>> = {
  bank: 'In the bank',
  cash: 'Cash',
  'net-pay-owed': 'Pay finished, not paid yet',
  'earned-not-run': 'Worked, pay not finished yet',
  'hmrc-owed': 'Kept for HMRC',
  'pension-owed': 'Kept for the pension',
  'deductions-owed': 'Taken off pay, to be passed on',
  'pooled-owed': 'Our part of a shared PA’s pay',
  'holiday-earned': 'Holiday earned, not taken',
  bills: 'Bills that are coming',
  earmarks: 'Set aside',
  leaving: 'Kept for notice and redundancy',
  wages: 'Pay earned',
};

/** What each part holds, in a sentence. */
const PART_RULES: Readonly<Record<string, string>> = {
  'net-pay-owed': 'Pay that is finished and not paid yet',
  'earned-not-run': 'Hours worked and not in a finished pay yet, with what you pay on top',
  'hmrc-owed': 'Tax and National Insurance of finished pay, less what you paid HMRC',
  'pension-owed': 'Pension of finished pay, yours and the PA’s, less what you paid in',
  'pooled-owed': 'Our part of the pay of a PA we share, not paid yet to the household that employs them',
  'deductions-owed': 'Taken off a PA’s pay for somebody else, and not passed on yet',
  'holiday-earned': 'What the holiday your PAs have earned will cost when they take it',
  bills: 'Bills that come before the next payment from your funder',
  earmarks: 'What you said is set aside',
  leaving:
    'What the law would ask you to pay if a PA’s job ended. Your agreement lets the money build up for it',
};

/** Names the engine gives to things without one of their own. */
const ITEM_NAMES: Readonly<Record<string, string>> = {
  '': 'Together',
  unpresented: 'Paid, not on a statement yet',
  transfer: 'On the way between your accounts',
  timing: 'Paid on another day than it counts',
};

/** Sentences for really yours, money that could be asked back, and the return. */
export const budgetSteps: StepSentences = {
  ...Object.fromEntries(
    Object.entries(reallyYoursParts).map(([code, words]) => [`budget.really-yours.${code}`, plain(words)]),
  ),
  'budget.really-yours.item': (values) => {
    const name = textOf(values, 'name');
    return { label: ITEM_NAMES[name] ?? name };
  },
  'budget.surplus.balance': plain('Balance'),
  'budget.surplus.less-liabilities': plain('Already promised', 'Pay, HMRC, pension, holiday and bills'),
  'budget.surplus.less-earmarks': plain('Set aside'),
  'budget.surplus.less-own-money': plain('Your own money in it'),
  'budget.surplus.less-over-contribution': plain('You paid in more than asked'),
  'budget.surplus.available': plain('What is left of the council’s money'),
  'budget.surplus.may-keep': (values) => ({
    label: 'You may keep',
    detail: `${many(countOf(values, 'weeks'), 'week')} × ${say(values, 'weekly')}`,
  }),
  'budget.surplus.less-contingency': plain('Kept apart for emergencies'),
  'budget.surplus.contingency-back': plain('Emergency money not used', 'It goes back beside the rest'),
  'budget.surplus.may-keep-advance': (values) => ({
    label: 'You may keep what is paid in advance',
    detail: `${many(countOf(values, 'weeks'), 'week')} × ${say(values, 'weekly')}`,
  }),
  'budget.surplus.may-keep-current': (values) => ({
    label: 'And what runs now',
    detail: `${many(countOf(values, 'weeks'), 'week')} × ${say(values, 'weekly')}`,
  }),
  'leaving.notice': (values) => ({
    label: 'Notice',
    detail: `${many(countOf(values, 'weeks'), 'week')} × ${say(values, 'weekly')}, with what you pay on top`,
  }),
  'leaving.redundancy': (values) => ({
    label: 'Redundancy',
    detail: `${weeksOfHalves(countOf(values, 'halves'))} × ${say(values, 'weekly')}, for ${many(countOf(values, 'years'), 'whole year')}`,
  }),
  'leaving.redundancy-not-due': plain('Redundancy', 'Not due before two whole years of work'),
  'leaving.no-birth-date': plain('Redundancy', 'Not known: the date of birth is missing'),
  'leaving.no-rate': plain('Redundancy', 'Not known: the figures of this tax year are missing'),
  'return.closing.opening': plain('At the start'),
  'return.closing.in': plain('Money in'),
  'return.closing.out': plain('Money out'),
  'return.closing.transfers': plain('Between your accounts', 'One end of a move is in this time'),
};

/** Half weeks as weeks: 25 is `12½ weeks`. */
function weeksOfHalves(halves: number): string {
  const whole = Math.floor(halves / 2);
  if (halves % 2 === 0) return many(whole, 'week');
  return whole === 0 ? '½ week' : `${whole}½ weeks`;
}

export const budgetTitles: TitleSentences = {
  ...Object.fromEntries(
    Object.entries(reallyYoursParts).map(([code, name]) => {
      const rule = PART_RULES[code];
      return [`budget.really-yours.${code}`, rule === undefined ? { name } : { name, rule: () => rule }];
    }),
  ),
  'budget.really-yours.wages': { name: 'Promised to PAs' },
  'budget.really-yours': {
    name: 'Really yours',
    rule: (values) =>
      say(values, 'nextPaymentOn') === ''
        ? 'What is there, less all that is promised'
        : `What is there, less all that is promised before ${say(values, 'nextPaymentOn')}`,
  },
  'budget.surplus': {
    name: 'Could be asked back',
    rule: (values) =>
      `You may keep ${many(countOf(values, 'weeks'), 'week')} of ${say(values, 'weekly')}. What is above could be asked back`,
  },
  'budget.surplus-without-weeks': {
    name: 'Could be asked back',
    rule: () => 'Your agreement names no weeks that you may keep',
  },
  leaving: {
    name: 'If the job ended today',
    rule: () => 'Notice and redundancy by law, at the pay of the last twelve weeks',
  },
  'return.closing': { name: 'At the end', rule: () => 'Start, plus money in, less money out' },
};
