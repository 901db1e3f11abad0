import type { Coded } from '@shared/api/common';
import type { SpendingAccount } from '@shared/api/household';
import type { LineExplanation, MoneyPart } from '@shared/api/money';
import { formatDay, isIsoDay } from '@shared/dates';
import { common } from './common';
import { receiptRefusals } from './receipts';
import type { RefusalSentences, RefusalValues } from './refusals';
import { pounds, said } from './values';

/** Money that comes or goes outside the plan’s own kinds of spending, as a person chooses it by hand. */
export type OtherAccount =
  | 'direct-payment-income'
  | 'client-contribution-income'
  | 'own-money'
  | 'interest-income'
  | 'other-income'
  | 'net-pay-owed'
  | 'hmrc-owed'
  | 'pension-owed'
  | 'deductions-owed'
  | 'pooled-owed'
  | 'pooled-owed-to-us'
  | 'cash'
  | 'transfer'
  | 'returned-to-authority'
  | SpendingAccount;

/** Accounts of the ledger in words. */
const accountNames: Readonly<Record<string, string>> = {
  'direct-payment-income': 'Direct payment',
  'client-contribution-income': 'Your contribution',
  'own-money': 'Your own money',
  'interest-income': 'Bank interest',
  'statutory-pay-recovered': 'Statutory pay back from HMRC',
  'other-income': 'Other money in',
  'net-pay-owed': 'Wages',
  'hmrc-owed': 'HMRC (tax and National Insurance)',
  'pension-owed': 'Pension',
  'deductions-owed': 'Deductions passed on',
  'overpaid-owed': 'Paid too much, to go back',
  'pooled-owed': 'What we owe for a shared PA',
  'pooled-owed-to-us': 'Paid to us for a shared PA',
  cash: 'Cash taken out',
  transfer: 'Between your own accounts',
  unpresented: 'Shows a payment you wrote down',
  timing: 'Counted on another day',
  advances: 'Money lent ahead of pay',
  'returned-to-authority': 'Paid back to the funder',
  wages: 'Wages with no payslip here',
  'employer-national-insurance': 'Employer’s National Insurance',
  'employer-pension': 'Employer’s pension',
  agency: 'Agency care',
  insurance: 'Insurance',
  equipment: 'Equipment',
  training: 'Training',
  recruitment: 'Finding new PAs',
  expenses: 'PA expenses and mileage',
  'payroll-service': 'Payroll service',
  'bank-charges': 'Bank charges',
  'other-spending': 'Other spending',
  unexplained: 'Not explained',
};

export const accountName = (code: string): string => accountNames[code] ?? code;

/** Names that an explanation points to by id. */
export type Names = {
  readonly worker: (id: string) => string | undefined;
  readonly category: (id: string) => string | undefined;
  readonly funder: (id: string) => string | undefined;
};

/** What one part of an explanation says: `Maya’s wages`, `Direct payment from Anyshire Council`. */
export function partWords(part: LineExplanation, names: Names): string {
  const worker = part.workerId === null ? undefined : names.worker(part.workerId);
  const funder = part.agreementId === null ? undefined : names.funder(part.agreementId);
  const category = part.categoryId === null ? undefined : names.category(part.categoryId);
  switch (part.ledgerAccount) {
    case 'net-pay-owed':
      return worker === undefined ? 'Wages' : `${worker}’s wages`;
    case 'hmrc-owed':
      return 'Payment to HMRC';
    case 'pension-owed':
      return worker === undefined ? 'Pension' : `${worker}’s pension`;
    case 'direct-payment-income':
      return funder === undefined ? 'Direct payment' : `Direct payment from ${funder}`;
    default:
      return category ?? accountName(part.ledgerAccount);
  }
}

/** All parts of an explanation in one line. */
export function partsWords(parts: readonly LineExplanation[], names: Names): string {
  return parts.map((part) => partWords(part, names)).join(' and ');
}

const unsigned = (values: RefusalValues, name: string): string => pounds(values, name).replace('−', '');

/** A day among the values: “3 November 2026”. */
const dayOf = (values: RefusalValues, name: string): string => {
  const text = said(values, name);
  return isIsoDay(text) ? formatDay(text) : 'before';
};

const days = (count: number): string => `${Math.abs(count)} ${Math.abs(count) === 1 ? 'day' : 'days'}`;

/** Why Mainstay thinks so. */
const REASONS: RefusalSentences = {
  'match.amount-exact': 'Same amount',
  'match.amount-near': (values) => {
    const difference = values['difference'];
    if (typeof difference !== 'number' || difference === 0) return 'Nearly the same amount';
    return `${unsigned(values, 'difference')} ${difference > 0 ? 'more' : 'less'} than expected`;
  },
  'match.two-wages-exact': 'Two wages together make this amount',
  'match.three-wages-exact': 'Three wages together make this amount',
  'match.two-receipts-exact': (values) =>
    `${values['count'] === 3 ? 'Three' : 'Two'} receipts together make this amount`,
  'match.rest-exact': (values) => `What was left to pay of ${unsigned(values, 'whole')}`,
  'match.part-of': (values) => `It may be a part of ${unsigned(values, 'whole')}`,
  'match.two-payments-exact': (values) =>
    `With the ${unsigned(values, 'other')} on another line it makes ${unsigned(values, 'whole')}`,
  'match.weeks-of-agreement': (values) => `${said(values, 'weeks')} weeks of your agreement`,
  'match.date-same': 'On the day it was due',
  'match.date-near': (values) => {
    const late = Number(values['days'] ?? 0);
    return `${days(late)} ${late > 0 ? 'after' : 'before'} it was due`;
  },
  'match.name-in-text': (values) => {
    const name = said(values, 'name');
    return `“${name === name.toUpperCase() ? name : name.charAt(0).toUpperCase() + name.slice(1)}” is in the text`;
  },
  'match.reference-in-text': 'The reference is in the text',
  'match.same-text-before': 'You said so the last time',
  'match.same-text-often': (values) => `You said so the last ${said(values, 'times')} times`,
  'match.same-text-varied': 'It was not always the same thing',
  'match.payee-known': (values) => `You know ${said(values, 'name') || 'this name'}`,
  'match.came-back': (values) => `The payment of ${dayOf(values, 'date')} came back`,
  'match.refund': (values) => `You paid them on ${dayOf(values, 'date')}`,
  'match.other-account': (values) =>
    said(values, 'name') === ''
      ? 'The same amount moved in another account of yours'
      : `The same amount moved in ${said(values, 'name')}`,
  'match.own-account-in-text': 'Your other account is in the text',
  'match.written-by-hand': 'You wrote this payment down by hand',
  'match.word-in-text': (values) => `The bank writes “${said(values, 'name')}”`,
  'match.refused-before': 'You said no to this for them before',
  'match.could-be-other': 'It could be something else too',
};

/** A reason as a short phrase; an unknown one says nothing. */
export function reasonWords(reason: Coded): string {
  const found = REASONS[reason.code];
  if (found === undefined) return '';
  return typeof found === 'string' ? found : found(reason.values);
}

/** Private warnings on a line: what, and why it matters. */
const WARNINGS: RefusalSentences = {
  'off-plan.not-allowed': (values) =>
    `Your agreement says this may not be paid for: ${said(values, 'name') || 'this kind of spending'}.`,
  'off-plan.rule-no': (values) => `Your plan may say no to this: “${said(values, 'name')}”. Was it agreed?`,
  'off-plan.rule-ask': (values) => `Your plan says to ask first: “${said(values, 'name')}”. Was it agreed?`,
  'off-plan.no-category': 'It is not in any kind of spending of your agreement yet.',
  'off-plan.cash': 'Cash needs a slip and a note of what it was for.',
  'wage-mismatch': (values) => {
    const difference = Number(values['difference'] ?? 0);
    if (difference === 0) return 'The wage in the bank and on the payslip are not the same.';
    return `The bank paid ${unsigned(values, 'difference')} ${difference > 0 ? 'more' : 'less'} than the payslip says.`;
  },
};

/** A warning as a sentence; an unknown one is named. */
export function warningWords(warning: Coded): string {
  const found = WARNINGS[warning.code];
  if (found === undefined) return `Have another look at this one. The reason is called “${warning.code}”.`;
  return typeof found === 'string' ? found : found(warning.values);
}

/** Refusals of money that are not about statements. */
export const moneyRefusals: RefusalSentences = {
  'line.closed': 'This line is in a return that was sent, so it can’t be changed here.',
  'line.parts-do-not-add-up': (values) =>
    values['difference'] === undefined
      ? 'The parts must add up to the whole amount.'
      : `The parts are out by ${unsigned(values, 'difference')}. They must add up to the whole amount.`,
  'line.already-explained': 'This line is explained already. Take that back first.',
  'line.not-explained': 'This line is not explained yet.',
  'line.part-empty': 'One of the parts has no amount. Enter it, or remove that part.',
  'line.account-not-known': 'A line can’t be put there. Choose something else.',
  'line.category-of-other-agreement': (values) =>
    `${said(values, 'name') || 'That kind of spending'} belongs to another agreement. Choose it there.`,
  ...receiptRefusals,
  'line.answer-changed':
    'Something has changed since this answer was shown. Look at the line again, then choose.',
  'line.no-proposal': 'Mainstay no longer has an answer for this line. Explain it by hand.',
};

export const evidenceWords: Readonly<Record<string, string>> = {
  payslip: 'Payslip',
  receipt: 'Receipt',
  statement: 'Statement',
  missing: 'Add a receipt',
  'not-needed': 'Not needed',
};

export const moneyParts: Readonly<Record<MoneyPart['code'], string>> = {
  wages: 'Wages earned',
  hmrc: 'HMRC',
  pension: 'Pension',
  holiday: 'Holiday pay',
  bills: 'Bills',
  earmarks: 'Set aside',
  leaving: 'Notice and redundancy',
  'really-yours': 'Really yours',
};

/** Words of the first page of Money. */
export const money = {
  place: 'Money',
  yours: (amount: string) => `${amount} is really yours to spend`,
  short: (amount: string) => `${amount} more is promised than there is`,
  bankOn: (amount: string, day: string) => `${amount} in the bank on ${day}, less what is already promised.`,
  bankNever: 'No statement has come in yet, so this counts from the account’s first balance.',
  barLabel: 'What the money in the bank is made of',
  emptyTitle: 'See what is really yours',
  emptyBody:
    'Bring in a statement from your bank. Mainstay takes off what is promised, and shows what is left to spend.',
  needAccount: 'Add the bank account that the direct payment goes into. Then bring in its statement.',
  addAccount: 'Add the bank account',
  bringIn: 'Bring in a statement',
  year: 'The next twelve months',
  yearSummary: (first: string, firstAmount: string, last: string, lastAmount: string) =>
    `A line from ${firstAmount} in ${first} to ${lastAmount} in ${last}.`,
  yearOver: (month: string, amount: string) => `In ${month} it is ${amount} over the limit.`,
  yearCaption: 'What will be there, month by month',
  month: 'Month',
  inAccount: 'Really yours',
  limit: (amount: string) => `Over ${amount} could be asked back`,
  over: (month: string, amount: string) => `${month}: ${amount} over`,
  surplusSoon: (day: string) => `Some could be asked back on ${day}`,
  surplusNow: 'Some could be asked back',
  surplusBody: (limit: string) =>
    `Your agreement lets you keep up to ${limit}. Spend it on your plan, or talk to your funder before then.`,
  surplusFigure: 'What could be asked back',
  surplusNone: (limit: string) =>
    `You may keep up to ${limit}. Nothing is over that in the next twelve months.`,
  needs: 'Needs a look',
  needsCaption: 'Lines from the bank that are not explained yet',
  needsNone: 'Every line from the bank is explained.',
  needsMore: (count: number) => `See all ${count} lines that need a look`,
  date: 'Date',
  fromBank: 'From the bank',
  weThink: 'We think it is',
  notKnown: 'Not known. Say what it was.',
  evidence: 'Evidence',
  amount: 'Amount',
  answer: 'Answer',
  yes: common.yes,
  yesNamed: (line: string) => `Yes, ${line}`,
  sayWhat: 'Say what',
  sayWhatNamed: (line: string) => `Say what ${line}, was`,
  inSentReturn: 'In a return that was sent',
  yesAll: (count: number) =>
    count === 1 ? 'Yes to the one that is certain' : `Yes to all ${count} that are certain`,
  accepted: (count: number) => (count === 1 ? '1 line is explained.' : `${count} lines are explained.`),
  certain: 'Certain',
  more: 'More about your money',
  links: {
    lines: ['All lines', 'Everything that came in and went out, and what it was.'],
    receipts: ['Receipts', 'Pictures and PDFs that show what was bought.'],
    statements: ['Statements', 'The files from your bank that you brought in.'],
    spend: ['Can I spend on this?', 'Look up what your agreement pays for.'],
    payments: ['Who to pay', 'Wages, HMRC, bills: a sheet to tick, or a file for your bank.'],
    owed: ['A card or bank is not working', 'Who is owed what, on one page.'],
  } as Readonly<
    Record<'lines' | 'receipts' | 'statements' | 'spend' | 'payments' | 'owed', readonly [string, string]>
  >,
  accounts: 'Accounts',
} as const;
