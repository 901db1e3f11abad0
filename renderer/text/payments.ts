import paper from '@resources/documents/who-is-owed.json';
import type { OwedLine, PayeeKind, PaymentProblemShown, ToPayKind, WhoIsOwed } from '@shared/api/payments';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import type { RefusalSentences, RefusalValues } from './refusals';
import { said } from './values';

export const toPayKinds: Readonly<Record<ToPayKind, string>> = {
  worker: 'Wages',
  hmrc: 'Tax and National Insurance',
  pension: 'Pension',
  order: 'Taken from pay by an order',
  agency: 'Cover by an agency',
  bill: 'Bill',
};

export const payeeKinds: Readonly<Record<PayeeKind, string>> = {
  hmrc: 'HMRC',
  pension: 'Pension provider',
  order: 'Who gets money taken from pay by an order',
  agency: 'Agency',
  insurer: 'Insurer',
  'payroll-service': 'Payroll service',
  other: 'Somebody else',
};

export const payments = {
  title: 'Who to pay',
  sub: 'Wages, HMRC, pensions, bills and agencies, with what is paid already.',
  back: 'Money',
  until: 'Due by',
  show: 'Show these',
  untilSaid: 'Due by',
  none: 'Nothing is waiting to be paid',
  noneBody: 'Choose a later day, or finish the pay first.',
  toPay: 'Go to Pay',
  left: (amount: Pence): string => `Still to pay: ${formatPounds(amount)}`,
  due: (day: IsoDay): string => `Due ${formatDay(day)}`,
  payee: (name: string, kind: ToPayKind): string => (name === '' ? toPayKinds[kind] : name),
  what: (kind: ToPayKind): string => toPayKinds[kind],
  sortCode: 'Sort code',
  account: 'Account',
  reference: 'Reference',
  phone: 'Phone',
  noAccount: 'No account is kept for this yet.',
  addAccount: (name: string): string => `Add an account for ${name}`,
  paid: (name: string, amount: Pence, day: IsoDay): string =>
    `Paid ${name} ${formatPounds(amount)}, due ${formatShortDay(day)}`,
  withReference: (name: string, reference: string): string => `${name}, ${reference}`,
  numbered: (name: string, number: number): string => `${name} (${number})`,
  paidOn: (day: IsoDay): string => `Paid on ${formatDay(day)}`,
  partPaid: (amount: Pence): string => `Part is paid. ${formatPounds(amount)} is left.`,
  ticked: (name: string): string => `${name}: noted as paid`,
  unticked: (name: string): string => `${name}: no longer noted as paid`,
  savePdf: 'Save the payment sheet as PDF',
  saveCsv: 'Save it as CSV',
  more: 'More',
  links: {
    file: ['Make a file for your bank', 'For banks that take many payments in one file.'],
    payees: ['People and firms you pay', 'Accounts of HMRC, pension providers, agencies and others.'],
    owed: ['A card or bank is not working', 'Who is owed what, on one page.'],
  },
} as const;

export const payees = {
  title: 'People and firms you pay',
  sub: 'Their accounts are used on the payment sheet and in files for your bank.',
  back: 'Who to pay',
  backToList: 'People and firms you pay',
  empty: 'Nobody is kept here yet',
  emptyBody: 'PAs have their accounts on their own page. Keep HMRC, pension providers and agencies here.',
  add: 'Add somebody you pay',
  newTitle: 'Add somebody you pay',
  change: (name: string): string => `Change ${name}`,
  changeShort: 'Change',
  gone: 'This is no longer kept',
  kind: 'Who is it?',
  kindNeeded: 'Choose who it is.',
  name: 'Name',
  nameHint: 'For a pension provider or an agency: the same name as elsewhere in Mainstay.',
  nameNeeded: 'Enter the name.',
  nameOnAccount: 'Name on the account',
  nameOnAccountHint: 'Banks compare it with the account.',
  sortCode: 'Sort code',
  accountNumber: 'Account number',
  reference: 'Reference',
  referenceHint: 'What they want to see with a payment. HMRC’s own is filled in by itself.',
  phone: 'Phone',
  note: 'Note',
  save: 'Save these details',
  remove: 'Remove',
  saved: (name: string): string => `Saved ${name}`,
  removed: (name: string): string => `Removed ${name}`,
  sortCodeWrong: 'Enter the sort code as six figures, like 08-32-10.',
  accountWrong: 'Enter the account number as eight figures.',
  knownTitle: (name: string): string => `Is this ${name}’s account?`,
  knownBody: (source: string): string =>
    `These numbers come from memory (${source}). Check each figure before you pay.`,
  knownCheck: (where: string): string => `Look at ${where}, or ring HMRC.`,
  knownUse: 'Fill in these numbers to check',
  account: (sortCode: string, account: string): string =>
    sortCode === '' && account === '' ? 'No account yet' : `${sortCode}  ${account}`.trim(),
} as const;

export const owed = {
  title: paper.title,
  sub: paper.why,
  back: 'Money',
  nothing: paper.nothing,
  savePdf: 'Save this as PDF, to print',
  payNow: 'Go to who to pay',
  who: paper.columns.who,
  what: paper.columns.what,
  due: paper.columns.due,
  account: paper.columns.account,
  phone: paper.columns.phone,
  amount: 'Amount',
  total: paper.total,
  day: (day: IsoDay): string => `As of ${formatDay(day)}`,
  whatFor: (line: OwedLine): string =>
    line.estimate && line.from !== null && line.to !== null
      ? filled(paper.what.earned, { from: formatShortDay(line.from), to: formatShortDay(line.to) })
      : paper.what[line.kind],
  estimated: (amount: Pence): string => filled(paper.estimated, { amount: formatPounds(amount) }),
  withoutRate: (count: number): string =>
    filled(count === 1 ? paper.withoutRate.one : paper.withoutRate.many, { count: String(count) }),
  ringTitle: paper.ringTitle,
  bank: paper.bank,
  ring: (one: WhoIsOwed['ring'][number]): string =>
    filled(paper.ring[one.kind], {
      name: one.name,
      phone: one.phone || paper.noPhone,
      reference: one.reference || paper.noReference,
    }),
  tellTitle: paper.tellTitle,
  tell: paper.tell,
  askTitle: paper.askTitle,
  ask: paper.ask,
} as const;

function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => values[name] ?? '');
}

const text = (values: RefusalValues): string => said(values, 'text', 'this');

/** What is wrong with a payment for a bank’s file, by its code. */
const PROBLEMS: Readonly<Record<string, (values: RefusalValues) => string>> = {
  'payment.no-name': () => 'There is no name to pay to.',
  'payment.no-sort-code': () => 'There is no sort code.',
  'payment.sort-code': () => 'The sort code is not six figures.',
  'payment.no-account': () => 'There is no account number.',
  'payment.account': () => 'The account number is not eight figures.',
  'payment.amount': () => 'The amount is not more than nothing.',
  'payment.no-reference': () => 'There is no reference. It can be paid, but they may not know what for.',
  'payment.name-too-long': (values) =>
    `The name “${text(values)}” is longer than ${said(values, 'most', 'the most')} characters.`,
  'payment.reference-too-long': (values) =>
    `The reference “${text(values)}” is longer than ${said(values, 'most', 'the most')} characters.`,
  'payment.text-too-long': (values) =>
    `“${text(values)}” is longer than ${said(values, 'most', 'the most')} characters.`,
  'payment.name-cut': (values) => `The name is cut to “${said(values, 'cut', '')}”.`,
  'payment.reference-cut': (values) => `The reference is cut to “${said(values, 'cut', '')}”.`,
  'payment.text-cut': (values) => `“${text(values)}” is cut to “${said(values, 'cut', '')}”.`,
  'payment.character': (values) =>
    `The bank does not take “${said(values, 'character', 'a sign')}” in “${text(values)}”.`,
  'payment.formula': (values) =>
    `“${text(values)}” begins like a formula. Take the first sign away, or a sheet may run it.`,
  'payment.delimiter': (values) => `“${text(values)}” holds the sign that parts the columns.`,
  'payment.payer-sort-code': () => 'The account you pay from has no sort code. Add it in Settings.',
  'payment.payer-account': () => 'The account you pay from has no account number. Add it in Settings.',
  'payment.payer-name': () => 'There is no name of who pays. Add it in Settings.',
};

/** The codes that have a sentence. */
export const PAYMENT_PROBLEM_CODES: readonly string[] = Object.keys(PROBLEMS);

export function paymentProblem(problem: PaymentProblemShown): string {
  const sentence = PROBLEMS[problem.code]?.(problem.values) ?? problem.code;
  return problem.name === '' ? sentence : `${problem.name}: ${sentence}`;
}

export const paymentRefusals: RefusalSentences = {
  'payee.name-taken': (values) => `${said(values, 'name', 'This name')} is kept already. Change that one.`,
  'payee.used': (values) =>
    `A bill is paid to ${said(values, 'name', 'them')}. Change the bill first, then remove this.`,
  'payment-template.name-taken': (values) =>
    `There is a file form called “${said(values, 'name', 'this')}” already. Choose another name.`,
  'payment-file.nothing': 'Choose at least one payment for the file.',
  'payment-file.problems': (values) =>
    Number(values['count'] ?? 0) === 1
      ? 'One thing has to be put right before the file can be made.'
      : `${said(values, 'count', 'Some')} things have to be put right before the file can be made.`,
  'payment-file.changed-since': 'The payments have changed since. Look at them again.',
  'payment-template.no-amount': 'One column has to hold the amount.',
  'payment-template.no-columns': 'Add at least one column.',
};
