import type { PaymentTemplate, PaymentValue } from '@shared/budget/payment-template';
import { formatPounds, type Pence } from '@shared/money';

export const paymentValues: Readonly<Record<PaymentValue, string>> = {
  'payee-name': 'Name to pay to',
  'sort-code': 'Sort code',
  'account-number': 'Account number',
  amount: 'Amount',
  'amount-out': 'Amount, with a minus',
  reference: 'Reference',
  'pay-day': 'Pay day',
  'payer-name': 'Your name',
  'payer-sort-code': 'Your sort code',
  'payer-account-number': 'Your account number',
  'payer-account': 'Your sort code and account, with a dash',
  'payee-kind': 'Person or firm',
  'row-number': 'Number of the row',
  count: 'How many payments',
  total: 'All amounts together',
  'total-out': 'All together, with a minus',
  text: 'A fixed text',
  empty: 'Nothing',
};

type Names<Key extends keyof PaymentTemplate> = Readonly<Record<PaymentTemplate[Key] & string, string>>;

export const fileDates: Names<'dates'> = {
  'dd/mm/yyyy': '27/11/2026',
  'dd-mm-yyyy': '27-11-2026',
  'yyyy-mm-dd': '2026-11-27',
  yyyymmdd: '20261127',
  ddmmyyyy: '27112026',
  ddmmyy: '271126',
};
export const fileAmounts: Names<'amounts'> = { pounds: 'Pounds, 412.50', pence: 'Pence, 41250' };
export const fileSortCodes: Names<'sortCodes'> = { plain: '200000', dashes: '20-00-00' };
export const fileDelimiters: Names<'delimiter'> = {
  comma: 'Comma ,',
  semicolon: 'Semicolon ;',
  tab: 'Tab',
  bar: 'Bar |',
};
export const fileQuotes: Names<'quotes'> = {
  'where-needed': 'Only where needed',
  always: 'Always',
  never: 'Never',
};
export const fileLineEnds: Names<'lineEnds'> = { crlf: 'Windows (CRLF)', lf: 'Unix (LF)' };
export const fileOrders: Names<'order'> = {
  'as-listed': 'As on the payment page',
  'by-name': 'By name',
  'by-amount': 'Largest amount first',
};
export const fileCharacters: Names<'characters'> = {
  bacs: 'A to Z, figures, space and . & / -',
  ascii: 'All signs of an English keyboard',
  any: 'All letters and signs',
};

export const paymentFile = {
  title: 'Make a file for your bank',
  sub: 'You give the file to your bank yourself. Mainstay sends nothing.',
  back: 'Who to pay',
  which: 'Which form does your bank take?',
  whichHint: 'Ask your bank, or look in its help. Forms change: try one small payment first.',
  book: (name: string): string => `${name} (for bookkeeping, pays nobody)`,
  own: (name: string): string => `${name} (your own)`,
  account: 'Pay from',
  payDay: 'Pay day',
  payments: 'Payments for the file',
  noPayments: 'Nothing is waiting to be paid. Two invented payments show what the file would look like.',
  payment: (name: string, amount: Pence): string => `${name}, ${formatPounds(amount)}`,
  source: (text: string): string => `Where the form was seen: ${text}`,
  recalled: 'This form has not been checked in full. Try one small payment first.',
  preview: 'What the file will say',
  previewRow: (number: number): string => `Row ${number}`,
  row: 'Row',
  content: 'What it says',
  sample: 'No payment is chosen, so these are invented.',
  problemsTitle: (count: number): string =>
    count === 1 ? 'One thing to put right first' : `${count} things to put right first`,
  toldTitle: 'Good to know before you pay',
  total: (count: number, amount: Pence): string =>
    `${count === 1 ? 'One payment' : `${count} payments`}, ${formatPounds(amount)} together`,
  make: 'Save the file',
  change: 'Change this form',
  copy: 'Make your own from this form',
  safe: 'Bank details stand in this file in the open. Remove it once your bank has it.',
} as const;

export const templateForm = {
  newTitle: 'Make your own file form',
  title: (name: string): string => `Change ${name}`,
  sub: 'Set each column as your bank asks for it. The picture below changes as you go.',
  back: 'Make a file for your bank',
  copyOf: (name: string): string => `My ${name}`,
  name: 'Name of the form',
  nameNeeded: 'Give the form a name.',
  headings: 'The file has a row of headings',
  upperCase: 'Names in capitals',
  lastLineEnds: 'The last row ends with a line end, too',
  columns: 'Columns of each payment',
  head: 'A row before the payments',
  total: 'A row after the payments',
  partHint: 'Leave it empty if the bank wants none.',
  column: (part: string, number: number): string => `${part}, column ${number}`,
  short: { columns: 'Payment', head: 'First row', total: 'Last row' },
  value: (where: string): string => `${where}: what`,
  heading: (where: string): string => `${where}: heading`,
  text: (where: string): string => `${where}: text`,
  most: (where: string): string => `${where}: most characters`,
  cut: (where: string): string => `${where}: cut what is longer`,
  up: (where: string): string => `Move up: ${where}`,
  down: (where: string): string => `Move down: ${where}`,
  remove: (where: string): string => `Remove: ${where}`,
  upShort: 'Move up',
  downShort: 'Move down',
  removeShort: 'Remove',
  add: (part: string): string => `Add a column to ${part}`,
  addNames: { columns: 'each payment', head: 'the first row', total: 'the last row' },
  dates: 'Dates',
  amounts: 'Amounts',
  sortCodes: 'Sort codes',
  delimiter: 'Between columns',
  quotes: 'Quotes around values',
  lineEnds: 'Line ends',
  order: 'Order of the payments',
  characters: 'Signs the bank takes in names',
  person: 'Word for a person',
  firm: 'Word for a firm',
  formats: 'How things are written',
  save: 'Save this form',
  removeForm: 'Remove this form',
  saved: (name: string): string => `Saved ${name}`,
  removed: (name: string): string => `Removed ${name}`,
  notReady: 'The form can’t be shown yet: one column has to hold the amount.',
} as const;
