import type { Coded } from '@shared/api/common';
import type { RefusalSentences, RefusalValues } from './refusals';
import { pounds, said } from './values';

/** `the 3 lines`, `1 line`. */
const lines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

const again = 'Download it again from your bank, as CSV, and do not open it in another program first.';
const csv = 'In your online banking, choose to export or download, and choose CSV.';

/** Which line of the file it was. */
const atLine = (values: RefusalValues): string =>
  values['line'] === undefined ? 'One line of the file' : `Line ${said(values, 'line')} of the file`;

const FORMATS: Readonly<Record<string, string>> = { ofx: 'OFX', qif: 'QIF', xml: 'XML' };

/** Why a statement file was refused, and what to do. Nothing is brought in when one of these is said. */
export const statementRefusals: RefusalSentences = {
  'statement.empty': `This file is empty. ${again}`,
  'statement.too-large': (values) =>
    `This file is larger than ${said(values, 'megabytes', '20')} MB. Download fewer months at a time.`,
  'statement.is-pdf': `This is a PDF, which can’t be read line by line. ${csv}`,
  'statement.is-spreadsheet': `This is a spreadsheet. ${csv}`,
  'statement.is-zip': 'This is a ZIP file. Open it, take the CSV file out, and choose that.',
  'statement.is-web-page': `This is a web page, not a statement. ${csv}`,
  'statement.is-other-format': (values) =>
    `This is ${FORMATS[said(values, 'format')] ?? 'another kind of file'}. Mainstay reads CSV. ${csv}`,
  'statement.is-not-text': `This file is not a bank statement in CSV. ${csv}`,
  'statement.layout-not-known':
    'This does not look like a statement Mainstay knows. It reads CSV files of Lloyds, Starling, Barclays, NatWest and Nationwide.',
  'statement.column-twice': (values) =>
    `The column “${said(values, 'column')}” is in this file twice. ${again}`,
  'statement.wrong-number-of-columns': (values) =>
    `${atLine(values)} has ${said(values, 'found')} columns, and ${said(values, 'expected')} are needed. ${again}`,
  'statement.no-lines': 'There are no payments in this file. Choose more days at your bank and try again.',
  'statement.line-too-long': (values) => `${atLine(values)} is too long to be a payment. ${again}`,
  'statement.too-many-lines': (values) =>
    `This file has more than ${said(values, 'most')} lines. Download fewer months at a time.`,
  'statement.broken-quotes': (values) => `${atLine(values)} has a quote mark that never ends. ${again}`,
  'statement.bad-date': (values) =>
    `${atLine(values)} has no date that can be read: “${said(values, 'text')}”. ${again}`,
  'day.not-a-date': (values) =>
    `${atLine(values)} has a date that does not exist: “${said(values, 'text')}”. ${again}`,
  'statement.bad-amount': (values) =>
    `${atLine(values)} has an amount that can’t be read: “${said(values, 'text')}”. ${again}`,
  'statement.bad-balance': (values) =>
    `${atLine(values)} has a balance that can’t be read: “${said(values, 'text')}”. ${again}`,
  'statement.amount-missing': (values) => `${atLine(values)} has no amount. ${again}`,
  'statement.sign-not-expected': (values) =>
    `${atLine(values)} has a minus sign where none should be: “${said(values, 'text')}”. ${again}`,
  'statement.both-in-and-out': (values) => `${atLine(values)} says money came in and went out. ${again}`,
  'statement.neither-in-nor-out': (values) => `${atLine(values)} has no money in and no money out. ${again}`,
  'statement.several-accounts': (values) =>
    `This file holds ${said(values, 'count', 'several')} accounts: ${said(values, 'accounts')}. Give your account its number in Settings, or download one account.`,
  'statement.account-not-in-file': (values) =>
    `This file is for another account: ${said(values, 'accounts')}. Choose that account above, or another file.`,
  'statement.other-account': (values) =>
    `This file is for account ${[said(values, 'sortCode'), said(values, 'accountNumber')].filter(Boolean).join(' ') || 'with another number'}, not for ${said(values, 'name', 'the one you chose')}. Choose its account, or another file.`,
};

/** What is told of a statement that can be brought in. */
const NOTES: RefusalSentences = {
  'statement.columns-not-known': (values) =>
    `The file has columns that are not needed here: ${said(values, 'columns')}. They are left out.`,
  'statement.other-accounts-left-out': (values) =>
    `${lines(Number(values['lines'] ?? 0))} of other accounts are left out.`,
  'statement.date-out-of-order': (values) =>
    `A line of ${said(values, 'date')} stands out of order. It is put in its place.`,
  'statement.balance-broken': (values) =>
    `On ${said(values, 'date')} the balance should be ${pounds(values, 'expected')}, but the bank wrote ${pounds(values, 'found')}. A line may be missing.`,
  'statement.perhaps-here': (values) =>
    `${lines(Number(values['lines'] ?? 0))} may be here already, with another balance. Look for payments that stand twice.`,
  'statement.opening-differs': (values) =>
    `The file starts with ${pounds(values, 'file')}, but the account’s first balance is ${pounds(values, 'account')}. Check the first balance in Settings.`,
  'statement.before-account': (values) =>
    `The file starts on ${said(values, 'from')}, before the account’s first balance of ${said(values, 'openedOn')}.`,
  'statement.lines-in-sent-return': (values) =>
    `${lines(Number(values['lines'] ?? 0))} fall in a return that was sent. Tell your funder about them.`,
  'statements.balance-gap': (values) =>
    `The balance does not follow on from the statement before it, around ${said(values, 'from')}. It is out by ${pounds(values, 'difference').replace('−', '')}.`,
  'statements.days-between': (values) =>
    `No statement covers the days between ${said(values, 'from')} and ${said(values, 'to')}. Bring that one in too.`,
  'statement.no-balances':
    'This bank’s file has no balances. So Mainstay can’t check that no line is missing.',
};

/** A note about a statement as a sentence; an unknown one is named. */
export function statementNote(note: Coded): string {
  const found = NOTES[note.code] ?? statementRefusals[note.code];
  if (found === undefined) return `There is something to look at in this file, called “${note.code}”.`;
  return typeof found === 'string' ? found : found(note.values);
}

const BANKS: Readonly<Record<string, string>> = {
  barclays: 'Barclays',
  lloyds: 'Lloyds',
  nationwide: 'Nationwide',
  natwest: 'NatWest',
  starling: 'Starling',
};

/** A bank by its layout’s id; a layout of one’s own keeps its name. */
export const bankOf = (layout: string): string => BANKS[layout] ?? layout;

/** `42 lines`, `1 line`. */
export const countLines = lines;

/** Words of bringing in a statement, and of the list of them. */
export const statements = {
  title: 'Bring in a statement',
  sub: 'The file stays on this computer. You see what it holds before anything is kept.',
  stepsLabel: 'Steps of bringing in a statement',
  steps: ['Choose the file', 'Look at it', 'Done'],
  account: 'Which account is it for?',
  file: 'The statement from your bank',
  fileHint: 'A CSV file from Lloyds, Starling, Barclays, NatWest or Nationwide.',
  fileMissing: 'Choose the statement file.',
  accountMissing: 'Choose the account.',
  look: 'Look at this file',
  otherFile: 'Choose another file',
  noAccount: 'Add your bank account first',
  noAccountBody: 'Mainstay needs to know which account the statement is for.',
  addAccount: 'Add the bank account',
  previewTitle: 'Look at it before it comes in',
  bank: 'Bank',
  accountInFile: 'Account in the file',
  days: 'Days',
  span: (from: string, to: string) => `${from} to ${to}`,
  inFile: 'In the file',
  newLines: 'New',
  alreadyHere: 'Already here',
  alreadyHereNote: 'They are not brought in again.',
  moneyIn: 'Money in',
  moneyOut: 'Money out',
  opening: 'At the start',
  closing: 'At the end',
  notInFile: 'Not in the file',
  problemsTitle: 'Look at this first',
  firstTitle: 'The first lines',
  firstCaption: 'The first lines of the file',
  date: 'Date',
  from: 'From the bank',
  amount: 'Amount',
  bringIn: (count: number) => `Bring in ${count === 1 ? 'this 1 line' : `these ${count} lines`}`,
  nothingNew: 'All of it is here already',
  nothingNewBody: 'Every line of this file has been brought in before. There is nothing to do.',
  doneTitle: (count: number) => `${count === 1 ? '1 line is' : `${count} lines are`} in`,
  doneSub: (bank: string, from: string, to: string) => `From ${bank}, ${from} to ${to}.`,
  doneNext: (count: number) =>
    count === 0
      ? 'Every line is explained. There is nothing more to do.'
      : `${count === 1 ? '1 line needs' : `${count} lines need`} a look: what was each one for?`,
  goNeeds: 'Look at what needs explaining',
  goLines: 'See all lines',
  another: 'Bring in another statement',
  listTitle: 'Statements',
  listSub: 'The files you brought in. Each line in Money comes from one of them.',
  listCaption: 'Statements you brought in',
  none: 'No statement yet',
  noneBody: 'Download one from your bank as CSV, and bring it in here.',
  fileName: 'File',
  lines: 'Lines',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeBody: (count: number) => `Its ${lines(count)} go, with what you said about them. You can undo this.`,
  removeDo: 'Remove this statement',
  removed: (name: string) => `${name} is removed.`,
  back: 'Money',
} as const;
