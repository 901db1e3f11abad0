import type { Coded } from '@shared/api/common';
import type { EvidenceItem, ReturnLine } from '@shared/api/returns';
import { formatDay, isIsoDay, monthName, partsOf } from '@shared/dates';
import { lower } from './common';
import type { RefusalSentences, RefusalValues } from './refusals';
import { pounds, said } from './values';

const unsigned = (values: RefusalValues, name: string): string => pounds(values, name).replace('−', '');

/** A period in words: `1 July to 30 September 2026`, with both years where they differ. */
export function periodWords(from: string, to: string): string {
  if (!isIsoDay(from) || !isIsoDay(to)) return `${from} to ${to}`;
  const start = partsOf(from);
  const sameYear = start.year === partsOf(to).year;
  return `${sameYear ? `${start.dayOfMonth} ${monthName(start.month)}` : formatDay(from)} to ${formatDay(to)}`;
}

/** A day without its year, for headings inside a period: `1 July`. */
export function dayAndMonth(day: string): string {
  if (!isIsoDay(day)) return day;
  const { dayOfMonth, month } = partsOf(day);
  return `${dayOfMonth} ${monthName(month)}`;
}

/** Headings that the authority has no words for. */
const LINES: Readonly<Record<string, string>> = {
  'not-explained': 'Not explained yet',
  'not-sorted': 'Not in a kind of spending yet',
  'net-pay': 'Wages earned and not paid yet',
  hmrc: 'HMRC',
  pension: 'Pension',
  holiday: 'Holiday earned and not taken',
  bills: 'Bills that are coming',
  earmark: 'Set aside',
  'own-money': 'Your own money in the account',
  'over-contribution': 'You paid in more than asked',
  transfers: 'Between your own accounts',
  'brought-in': 'In an account when you added it',
};

/** A line of the return as it is read: the authority’s own heading, and how many lines made it. */
export function returnLineWords(line: ReturnLine): string {
  const name = line.label ?? LINES[line.code] ?? line.code;
  return line.count > 1 ? `${name}, ${line.count}` : name;
}

const WANTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  receipt: ['receipt', 'receipts'],
  invoice: ['invoice', 'invoices'],
  payslip: ['payslip', 'payslips'],
  timesheet: ['timesheet', 'timesheets'],
  'cash-slip': ['cash slip', 'cash slips'],
  letter: ['letter', 'letters'],
  certificate: ['certificate', 'certificates'],
};

const DOCUMENTS: Readonly<Record<string, string>> = {
  'insurance-certificate': 'Insurance certificate',
  'employers-liability-insurance': 'Insurance certificate',
  'agreement-letter': 'Agreement letter',
  'hmrc-record': 'HMRC record',
  'pension-record': 'Pension record',
  'holiday-record': 'Holiday record',
  contract: 'Contracts',
  contracts: 'Contracts',
  dbs: 'DBS checks',
  'payroll-summary': 'Payroll summary',
};

/** `receipt or invoice`. */
function wantedWords(values: RefusalValues): string {
  return said(values, 'wanted', 'receipt')
    .split(/,\s*/)
    .map((kind) => WANTED[kind]?.[0] ?? kind)
    .join(' or ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a thing to have ready is called, and what is missing or there. */
export type EvidenceWords = { readonly title: string; readonly detail: string };

type Say = (values: RefusalValues, ready: boolean) => EvidenceWords;

const missingOf = (values: RefusalValues, one: string, many: string): string => {
  const missing = Number(values['missing'] ?? 0);
  return missing === 1 ? `1 ${one}` : `${missing} ${many}`;
};

const EVIDENCE: Readonly<Record<string, Say>> = {
  'evidence.line': (values, ready) => ({
    title: [said(values, 'description'), dayAndMonth(String(values['date'] ?? ''))]
      .filter(Boolean)
      .join(', '),
    detail: ready
      ? `${unsigned(values, 'amount')} has its ${wantedWords(values)}.`
      : `${unsigned(values, 'amount')} has no ${wantedWords(values)} yet.`,
  }),
  'evidence.statements': (values, ready) => ({
    title: `Bank statements, ${said(values, 'name', 'your account')}`,
    detail: ready
      ? `${said(values, 'from')} to ${said(values, 'to')}`
      : `Missing from ${said(values, 'from')} to ${said(values, 'to')}.`,
  }),
  'evidence.document': (values, ready) => ({
    title:
      said(values, 'label') ||
      DOCUMENTS[said(values, 'document')] ||
      capital(said(values, 'document', 'A document')),
    detail: ready ? 'Here, and in date.' : 'Not here, or out of date. Add the one that holds now.',
  }),
  'check.opening-balance': (_values, ready) => ({
    title: 'The first balance',
    detail: ready
      ? 'The same as your last return ended with.'
      : 'Not the same as your last return ended with.',
  }),
  'check.balances-agree': (_values, ready) => ({
    title: 'The bank agrees',
    detail: ready ? 'To the penny, with the statement.' : 'The statement says something else, or is missing.',
  }),
  'check.lines-explained': (values, ready) => ({
    title: 'Every line is explained',
    detail: ready
      ? 'Each line says what it was.'
      : `${missingOf(values, 'line is', 'lines are')} not explained yet.`,
  }),
  'check.lines-sorted': (values, ready) => ({
    title: 'Every line has its heading',
    detail: ready
      ? 'Each line stands under one of the council’s headings.'
      : `${missingOf(values, 'line has', 'lines have')} no heading yet.`,
  }),
  'check.lines-have-fund': (values, ready) => ({
    title: 'Every line says whose money it was',
    detail: ready
      ? 'Each line belongs to a funder.'
      : `${missingOf(values, 'line does', 'lines do')} not say yet.`,
  }),
  'check.funds-agree': (_values, ready) => ({
    title: 'The sums agree',
    detail: ready
      ? 'Accounts and funders add up to the same.'
      : 'Accounts and funders do not add up to the same.',
  }),
  'check.hours': (_values, ready) => ({
    title: 'Hours of support',
    detail: ready ? 'Taken from your rota.' : 'There are no hours in the rota for these days.',
  }),
  'check.evidence': (values, ready) => {
    const of = Number(values['of'] ?? 0);
    const title = said(values, 'label') || said(values, 'name') || 'Evidence';
    if (of === 0) return { title, detail: 'None is needed for these days.' };
    return {
      title,
      detail: ready
        ? of === 1
          ? 'It is here.'
          : `All ${of} are here.`
        : `${missingOf(values, 'is', 'are')} missing of ${of}.`,
    };
  },
  'check.fields': (values, ready) => ({
    title: 'Details the council asks for',
    detail: ready
      ? 'All are in your record.'
      : `${missingOf(values, 'detail is', 'details are')} missing. Add them in your record, or answer here.`,
  }),
  'check.declaration': (_values, ready) => ({
    title: 'Your declaration',
    detail: ready ? 'Given.' : 'Say who signs and when, or sign the last page of the pack.',
  }),
};

/** What one thing of the checklist says; an unknown one is named. */
export function evidenceItemWords(item: EvidenceItem): EvidenceWords {
  const words = EVIDENCE[item.code];
  return words === undefined
    ? { title: capital(item.code.replace(/^[a-z]+\./, '').replaceAll('-', ' ')), detail: '' }
    : words(item.values, item.ready);
}

/** What is told of further missing things of one kind. */
export function moreMissingWords(count: number, label: string): EvidenceWords {
  return {
    title: `${count} more`,
    detail: label === '' ? 'Also missing.' : `Also missing: ${lower(label)}.`,
  };
}

/** What is wrong with the sums or the lines of a return. Amounts are whole pence. */
const PROBLEMS: RefusalSentences = {
  'return.opening-differs-from-last-return': (values) =>
    `Your last return ended with ${pounds(values, 'closing')}, but this one begins with ${pounds(values, 'opening')}.`,
  'return.statement-differs': (values) =>
    `The statement of ${said(values, 'name', 'the account')} says ${pounds(values, 'found')}, but your record says ${pounds(values, 'expected')}. A line may be missing, or here twice.`,
  'return.statement-not-known': (values) =>
    `There is no statement of ${said(values, 'name', 'the account')} for the last day yet. Bring it in.`,
  'return.line-not-explained': (values) =>
    `${said(values, 'description')} of ${said(values, 'date')} is not explained: ${pounds(values, 'amount')}.`,
  'return.line-not-sorted': (values) =>
    `${said(values, 'description')} of ${said(values, 'date')} stands under no heading of the council: ${pounds(values, 'amount')}.`,
  'return.line-without-fund': (values) =>
    `${said(values, 'description')} of ${said(values, 'date')} does not say whose money it was: ${pounds(values, 'amount')}.`,
  'return.funds-differ-from-accounts': (values) =>
    `The funders’ money and the accounts are ${unsigned(values, 'difference')} apart. Look for a line with no funder.`,
  'return.transfer-has-one-end': (values) =>
    `Only one end of a move between your accounts is here: ${unsigned(values, 'amount')}. Bring in the other account’s statement.`,
  'return.below-floor': (values) =>
    `There is ${unsigned(values, 'short')} less than your agreement wants kept. Tell your funder if bills can’t be paid.`,
};

/** A problem of a return as a sentence; an unknown one is named. */
export function returnProblemWords(problem: Coded): string {
  const found = PROBLEMS[problem.code];
  if (found === undefined) return `There is something to look at, called “${problem.code}”.`;
  return typeof found === 'string' ? found : found(problem.values);
}

/** Why a return could not be made or marked as sent. */
export const returnRefusals: RefusalSentences = {
  'return.not-ended': 'These days are not over yet. You can mark the return as sent once they are.',
  'return.already-sent': 'This return is marked as sent already.',
  'return.overlaps-sent': 'Another return for some of these days is marked as sent. Look at that one first.',
  'return.changed-since': 'Something was changed while the pack was made. Look at the return and try again.',
  'return.sent-before-end': 'That day is before the last day of the return. Which day did you send it?',
  'day.in-the-future': 'That day is in the future. Enter today or an earlier day.',
  'day.end-before-start': 'The last day is before the first. Change one of them.',
  'return.not-sent': 'This return is not marked as sent, so there is nothing kept to compare it with.',
  'return.nobody-signed': 'Say who signs before you enter the day.',
  'line.not-closed': 'This line is in no return that was sent. You can change it where it stands.',
  'correction.no-reason': 'Say in a few words why you put it right.',
  'correction.same': 'That is what the line says already. Change what is wrong first.',
  'correction.of-two-lines': (values) =>
    `${said(values, 'name', 'This line')} belongs together with another line, so it can’t be put right here.`,
};

/** How a return was sent. What is kept is the sentence itself. */
export const sendingWays = [
  { value: 'By email', label: 'By email' },
  { value: 'By post', label: 'By post' },
  { value: 'On the council’s website', label: 'On the council’s website' },
  { value: 'Shown at a visit', label: 'Shown at a visit' },
] as const;

/** Words of the list of returns. */
export const returns = {
  title: 'Returns',
  sub: 'What your funder asks to see of the money, made from your own record.',
  noneTitle: 'No returns yet',
  noneBody: 'A return belongs to an agreement with a funder. Add yours, with how often they ask.',
  addAgreement: 'Add an agreement',
  next: 'Next return',
  nextTitle: (funder: string) => `${funder} asks for a return`,
  caption: (funder: string) => `Returns to ${funder}`,
  period: 'Days',
  due: 'Due',
  state: 'State',
  ready: 'Ready',
  open: 'Open',
  openNamed: (period: string, funder: string) => `${period}, ${funder}`,
  states: { 'not-ended': 'Still running', due: 'To be sent', sent: 'Sent' },
  late: 'Late, not sent yet',
  sentOn: (day: string) => `Sent on ${day}`,
  readyOf: (ready: number, asked: number) => `${ready} of ${asked}`,
  readyLine: (ready: number, asked: number) => `${ready} of ${asked} things are ready`,
  nextLine: (period: string, due: string) => `${period}, due ${due}.`,
  look: 'Look at this return',
  lookNamed: (period: string) => `Look at this return, ${period}`,
  allSent: 'Every return that has ended is sent.',
} as const;

/** Words of one return. */
export const oneReturn = {
  title: (funder: string) => `Return to ${funder}`,
  sub: (period: string, due: string) => `${period}, due ${due}. Built from your own record.`,
  back: 'Returns',
  gone: 'There is no return for these days. Go back and choose one from the list.',
  sums: 'What came in, what went out, what is left',
  line: 'Line',
  amount: 'Amount',
  opening: (day: string) => `In the account on ${day}`,
  closing: (day: string) => `In the account on ${day}`,
  closingFigure: 'What is left',
  agrees: 'Agrees with the bank statement to the penny',
  differs: (amount: string) => `Differs from the bank statement by ${amount}`,
  noStatement: 'There is no bank statement for the last day yet',
  bringIn: 'Bring in the statement',
  unpresented: 'On its way, not in the bank yet',
  date: 'Date',
  what: 'What',
  spokenFor: 'Money that is spoken for',
  nothingSpoken: 'Nothing is spoken for.',
  leftOver: 'Left over',
  leftOverAgainst: (limit: string) => `Left over, against the ${limit} you may keep`,
  surplus: 'More than may be kept',
  surplusTitle: (amount: string) => `${amount} is more than you may keep`,
  surplusBody: 'Your funder may ask for it back. If it is meant for something, write that down and say so.',
  within: 'Within what you may keep',
  hours: 'Hours of support',
  planned: 'Planned',
  worked: 'Worked',
  covered: 'Covered by someone else',
  lost: 'With no cover',
  coverCost: 'What the cover cost, all in',
  coverCostUnknown: 'Not known yet',
  hoursCaption: 'Hours in these days',
  transactions: 'Every line, numbered',
  transactionsCaption: (count: number) => `${count} ${count === 1 ? 'line' : 'lines'} in these days`,
  number: 'No.',
  category: 'Heading',
  evidence: 'Evidence',
  noTransactions: 'No money came in or went out in these days.',
  evidenceTitle: (ready: number, asked: number) => `${ready} of ${asked} things are ready`,
  evidenceAll: 'Everything is ready',
  evidenceSub: 'The pack says what is missing, so you can send it as it is.',
  evidenceLabel: 'What the return needs',
  mend: {
    line: 'Add it',
    explain: 'Explain them',
    statement: 'Bring it in',
    certificate: 'Add it in Settings',
    receipts: 'Go to receipts',
    settings: 'Go to Settings',
    questions: 'Answer it',
    sign: 'Say who signs',
    rota: 'Go to the rota',
    rest: 'See all lines',
  },
  mendNamed: (words: string, title: string) => `${words}: ${title}`,
  problems: 'Look at these before you send it',
  moreProblems: (count: number) => `And ${count} more like these.`,
  running: 'These days are not over yet',
  runningBody: (day: string) => `They end on ${day}. The figures are as they stand now.`,
  pack: 'Save the pack (PDF)',
  xlsx: 'Save for Excel (XLSX)',
  csv: 'Save as CSV',
  zip: 'Save everything in one ZIP',
  saving: 'Keep and send',
  savingHint: 'The pack is the return with all its evidence, numbered and ready to print or email.',
  saved: 'The file is saved.',
  markSent: 'Mark this return as sent',
  sentTitle: (day: string) => `Sent on ${day}`,
  sentBody: (how: string) => `${how}. It stays as it was sent, and its lines are closed.`,
} as const;

/** Words of marking a return as sent. */
export const marking = {
  title: 'Mark this return as sent',
  checkTitle: 'Check before you mark it as sent',
  sub: (funder: string, period: string) => `Return to ${funder}, ${period}`,
  back: 'The return',
  stepsLabel: 'Steps of marking a return as sent',
  steps: ['When and how', 'Check'],
  sentOn: 'Which day did you send it?',
  how: 'How did you send it?',
  other: 'Another way',
  otherHow: 'What way was it?',
  sentTo: 'Who did you send it to?',
  sentToHint: 'A name, a team or an email address.',
  reference: 'Reference',
  referenceHint: 'From their receipt, or from the post office.',
  sentOnMissing: 'Enter the day you sent it, like 27 3 2026.',
  sentOnLater: 'That day is in the future. Enter today or an earlier day.',
  sentOnEarlier: (day: string) =>
    `That is before these days were over, on ${day}. Which day did you send it?`,
  howMissing: 'Choose how you sent it.',
  otherMissing: 'Say how you sent it.',
  next: 'Check the answers',
  rowReturn: 'Return',
  rowClosing: 'In the account at the end',
  rowSentOn: 'Sent on',
  rowHow: 'How',
  rowTo: 'To',
  rowReference: 'Reference',
  closes: 'Its lines are then closed',
  closesBody:
    'The return stays as it is now. A line in it can’t be changed after this, so a mistake is put right in the next return.',
  notReady: (count: number) => `${count === 1 ? '1 thing is' : `${count} things are`} not ready`,
  notReadyBody: 'You can still mark it. The return keeps what was missing.',
  do: 'Mark this return as sent',
  done: 'The return is marked as sent.',
} as const;

/** `receipt or invoice` as evidence beside a numbered line; a file’s number stays as it is. */
export const evidenceShort = (text: string): string => {
  const kind = WANTED[text]?.[0];
  if (kind !== undefined) return capital(kind);
  return EVIDENCE_WORDS[text] ?? text;
};

const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  statement: 'Statement',
  missing: 'Missing',
  'not-needed': 'Not needed',
  '': 'Statement',
};
