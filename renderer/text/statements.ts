import type { Coded } from '@shared/api/common';
import { formatDay, isIsoDay } from '@shared/dates';
import { moneyRefusals } from './money';
import type { RefusalSentences, RefusalValues } from './refusals';
import { pounds, said } from './values';

/** `the 3 lines`, `1 line`. */
const lines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

const dayOf = (values: RefusalValues, name: string): string => {
  const text = said(values, name);
  return isIsoDay(text) ? formatDay(text) : text;
};
const again = 'Download it again from your bank, and do not open it in another program first.';
const csv = 'In your online banking, choose to export or download, and choose CSV.';

/** Which line of the file it was. */
const atLine = (values: RefusalValues): string =>
  values['line'] === undefined ? 'One line of the file' : `Line ${said(values, 'line')} of the file`;

const FORMATS: Readonly<Record<string, string>> = {
  ofx: 'an OFX file, whose columns need no setting up',
  qif: 'a QIF file, whose columns need no setting up',
  xml: 'an XML file of another kind',
  invst: 'a QIF file of shares',
};

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
    `This is ${FORMATS[said(values, 'format')] ?? 'another kind of file'}. Choose a statement of your account.`,
  'statement.is-not-text': `This file is not a bank statement. ${csv}`,
  'statement.layout-not-known':
    'This does not look like a statement Mainstay knows. If it is one, say which column is which, once for this account.',
  'statement.layout-ambiguous':
    'This file can be read in more than one way. So you are asked which column is which. You do that once for this account.',
  'statement.mapping-does-not-fit':
    'This file has other columns than you set up for this account. Set them up again, or choose another file.',
  'statement.day-order': (values) =>
    `The date “${said(values, 'text')}” can be read in two ways. Say whether the day or the month comes first.`,
  'statement.line-not-understood': (values) => `${atLine(values)} can’t be understood. ${again}`,
  'statement.mark-not-known': (values) =>
    `${atLine(values)} does not say money in or money out: “${said(values, 'text')}”.`,
  'statement.other-currency': (values) =>
    `${atLine(values)} is in another currency: ${said(values, 'currency')}. Mainstay keeps pounds only.`,
  'statement.too-much-money':
    'The amounts in this file add up to more than £10 million. Is one column another kind of number?',
  'statement.cash-account': (values) =>
    `${said(values, 'name', 'This account')} is cash, which has no statements. Choose a bank account or card.`,
  'statement.days-ahead': (values) =>
    `This file has a payment on ${dayOf(values, 'day')}, and today is ${dayOf(values, 'today')}. Is the date right on this computer? Are the columns of the file set up right?`,
  'statement.closing-in-file': 'The bank’s own file says the closing balance, so it stays.',
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
    `This file holds ${said(values, 'count', 'several')} accounts: ${said(values, 'accounts')}. Say which one it is for.`,
  'statement.account-not-in-file': (values) =>
    `This file is for another account: ${said(values, 'accounts')}. Choose that account above, or another file.`,
  'statement.other-account': (values) =>
    `This file is for account ${[said(values, 'sortCode'), said(values, 'accountNumber')].filter(Boolean).join(' ') || 'with another number'}, not for ${said(values, 'name', 'the one you chose')}. Choose its account, or another file.`,
};

/** Every sentence a page of statements may need for a refusal. */
export const STATEMENT_SENTENCES: RefusalSentences = { ...moneyRefusals, ...statementRefusals };

/** What is told of a statement that can be brought in. */
const NOTES: RefusalSentences = {
  'statement.columns-not-known': (values) =>
    `The file has columns that are not needed here: ${said(values, 'columns')}. They are left out.`,
  'statement.other-accounts-left-out': (values) =>
    `${lines(Number(values['lines'] ?? 0))} of other accounts are left out.`,
  'statement.date-out-of-order': (values) =>
    `${atLine(values)} is dated ${said(values, 'date')}, before the line above it. Its date is kept as the bank wrote it.`,
  'statement.balance-of-other-day': (values) =>
    `The balance in the file is of ${said(values, 'date')}, and its lines end on ${said(values, 'to')}. So it is left out.`,
  'statement.id-twice': (values) =>
    `${atLine(values)} has the same number from the bank, day and amount as a line before it. Both are kept: is it one payment?`,
  'statement.other-words': (values) =>
    `${lines(Number(values['lines'] ?? 0))} may be here already in other words, from another kind of file. Look before you bring them in twice.`,
  'statement.other-lines-here': (values) =>
    `From ${said(values, 'from')} to ${said(values, 'to')} this account has other lines. Is this a statement of another account?`,
  'statement.closing-differs': (values) =>
    `With these lines the account would hold ${pounds(values, 'expected')}. You typed ${pounds(values, 'typed')}. A line or a statement may be missing.`,
  'statements.no-closing': 'No closing balance yet.',
  'statements.not-adding-up': (values) =>
    `By its lines the account held ${pounds(values, 'expected')}, not ${pounds(values, 'typed')}. A line may be missing.`,
  'statement.balance-broken': (values) => {
    const told = `n ${said(values, 'date')} the balance should be ${pounds(values, 'expected')}, but the bank wrote ${pounds(values, 'found')}. A line may be missing.`;
    return values['line'] === undefined ? `O${told}` : `${atLine(values)}: o${told}`;
  },
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
    'This file has no balances. So the closing balance of the paper statement is asked for.',
};

/** A note about a statement as a sentence; an unknown one is named. */
export function statementNote(note: Coded): string {
  const found = NOTES[note.code] ?? statementRefusals[note.code];
  if (found === undefined) return `There is something to look at in this file, called “${note.code}”.`;
  return typeof found === 'string' ? found : found(note.values);
}

const BANKS: Readonly<Record<string, string>> = {
  barclays: 'Barclays',
  'barclays-legacy': 'Barclays (older)',
  cooperative: 'Co-operative Bank or smile',
  'date-amount-description': 'Three columns',
  'date-description-amount': 'Date, description, amount',
  'date-description-amount-balance': 'Date, description, amount, balance',
  'date-payee-amount': 'first direct',
  'first-direct': 'first direct',
  handelsbanken: 'Handelsbanken',
  hsbc: 'HSBC',
  'hsbc-bib': 'HSBC business',
  'hsbc-statement': 'HSBC',
  hsbcnet: 'HSBCnet',
  lloyds: 'Lloyds, Halifax or Bank of Scotland',
  'lloyds-commercial': 'Lloyds Commercial',
  metro: 'Metro Bank',
  'money-in-money-out': 'Money in, money out',
  monzo: 'Monzo',
  'monzo-older': 'Monzo (older)',
  nationwide: 'Nationwide',
  'nationwide-midata': 'Nationwide (midata)',
  natwest: 'NatWest or Royal Bank of Scotland',
  ofx: 'OFX file',
  own: 'Columns you set up',
  qif: 'QIF file',
  'santander-business': 'Santander Business',
  'santander-html': 'Santander',
  'santander-midata': 'Santander (midata)',
  'santander-text': 'Santander',
  starling: 'Starling',
  'virgin-money': 'Virgin Money or Clydesdale',
};

/** A bank by its layout’s id; an unknown one keeps its name. */
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
  fileHint: 'CSV, OFX or QIF, as your bank lets you download it. Most UK banks are known.',
  fileMissing: 'Choose the statement file.',
  accountMissing: 'Choose the account.',
  look: 'Look at this file',
  otherFile: 'Choose another file',
  noAccount: 'Add your bank account first',
  noAccountBody: 'Mainstay needs to know which account the statement is for.',
  addAccount: 'Add the bank account',
  whichTitle: 'Which account is it?',
  whichIn: 'The accounts in this file',
  whichHint: (name: string) => `The lines of the one you choose go to ${name}.`,
  whichMissing: 'Choose one of the accounts.',
  datesTitle: 'Which way round are the dates?',
  datesLabel: (text: string) => `What does “${text}” mean?`,
  datesHint: 'Files of this kind do not say. Compare one with your paper statement.',
  datesMissing: 'Choose what the date means.',
  goOn: 'Go on with this',
  setUp: 'Say which column is which',
  setUpAgain: 'Read other columns',
  closingLabel: (day: string) => `The balance at the end of ${day}`,
  closingHint:
    'It stands on the paper statement, or in your online banking. It proves that no line is missing.',
  closingWithout: 'I don’t have it now',
  closingWithoutNote: 'You can add it later, under Statements.',
  closingMissing: 'Enter the balance, or tick that you don’t have it now.',
  closingDiffers: 'The lines do not add up to that balance',
  bringInStill: 'Bring it in all the same',
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
  noneBody: 'Download one from your bank, and bring it in here.',
  joins: 'Follows on',
  state: 'Checked',
  typed: 'from paper',
  more: 'Actions',
  moreNamed: (name: string, from: string) => `Actions for ${name}, from ${from}`,
  saveOriginal: 'Save the bank’s file',
  setClosing: 'Type the closing balance',
  setClosingTitle: (name: string) => `Closing balance of ${name}`,
  closingSaved: 'The closing balance is kept.',
  saveClosing: 'Keep this balance',
  fileName: 'File',
  lines: 'Lines',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeBody: (count: number) => `Its ${lines(count)} go, with what you said about them. You can undo this.`,
  removeDo: 'Remove this statement',
  removed: (name: string) => `${name} is removed.`,
  back: 'Money',
} as const;
