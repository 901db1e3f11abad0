import type { ComparedFigure, ReconcilingItem, ReturnAccountView, SigningRole } from '@shared/api/returns';
import { formatHours } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { dayAndMonth, returnLineWords } from './returns';

/** In which capacity someone signs, as a choice says it. */
export const signingRoles: Readonly<Record<SigningRole, string>> = {
  self: 'For myself',
  appointee: 'As appointee (for benefits)',
  attorney: 'As attorney (power of attorney)',
  deputy: 'As deputy (Court of Protection)',
  'authorised-person': 'As authorised person',
  'suitable-person': 'As suitable person',
  'nominated-person': 'As nominated person',
  parent: 'As parent',
  executor: 'As executor',
};

/** Words of the way from the record to the bank’s statement. */
export const reconciliation = {
  title: 'From your record to the bank',
  lead: 'Each column starts with what was there and ends with what the bank says.',
  caption: (name: string) => `${name}, from your record to the statement`,
  line: 'Line',
  amount: 'Amount',
  opening: (day: string) => `In it on ${day}`,
  in: 'Money in',
  out: 'Money out',
  movedIn: 'Moved here from your other accounts',
  movedOut: 'Moved to your other accounts',
  closing: (day: string) => `By your record on ${day}`,
  expected: 'So the statement should say',
  counted: 'So there should be',
  statement: 'The statement says',
  noStatement: 'The statement is not here yet',
  agrees: 'They agree to the penny',
  differs: (amount: string) => `They are ${amount} apart`,
  cash: 'Cash has no statement. Count it now and then.',
  all: 'All accounts together',
  unpresented: (name: string, day: string) => `${name}, ${day}: not on the statement yet`,
  funds: 'Whose money it is',
  fundsLead: 'The same money once more, by whose it is. It adds up to the same.',
  fundsCaption: 'Money of each fund in these days',
  fund: 'Fund',
  fundOpening: 'Before',
  fundMoved: 'Moved',
  fundClosing: 'Left',
  whole: 'Together',
} as const;

/** What stands between the record and a statement, as it is read in the column. */
export function itemWords(item: ReconcilingItem): string {
  return item.kind === 'unpresented'
    ? reconciliation.unpresented(item.description, dayAndMonth(item.day))
    : item.description;
}

/** What an account should hold, by its statement or as it is counted. */
export const expectedWords = (account: ReturnAccountView): string =>
  account.kind === 'cash' ? reconciliation.counted : reconciliation.expected;

/** Why a line stands in a return, where that is not plain. */
export const markWords = {
  late: (day: string) => `Found late: the bank has it on ${day}`,
  correction: (day: string) => `Puts right a line of ${day}`,
  'other-day': (day: string) => `Paid on ${day}, and it counts here`,
  'by-hand': (_day: string) => 'Not on a statement when you wrote it',
} as const;

/** Words of what is missing, gap by gap. */
export const gaps = {
  title: 'What is missing',
  sub: (funder: string, period: string) => `Return to ${funder}, ${period}`,
  back: 'The return',
  none: 'Nothing is missing. Everything that is asked for is here.',
  lead: 'Mend what you can. Where you can’t, say why in your own words. Your funder reads it.',
  caption: (count: number) => (count === 1 ? '1 thing is missing' : `${count} things are missing`),
  reason: 'Why it is missing',
  reasonFor: (title: string) => `Why it is missing: ${title}`,
  reasonHint: 'For example: receipt lost, see the bank line.',
  given: 'You said why',
  all: 'See each one, or say why it is missing',
  sent: 'This return is sent. What was missing stays as it was.',
} as const;

/** Words of the authority’s questions and of signing. */
export const answers = {
  title: 'Questions and signature',
  sub: (funder: string, period: string) => `Return to ${funder}, ${period}`,
  back: 'The return',
  link: 'Answer questions and sign',
  linkSent: 'See answers and signature',
  fromRecord: 'Filled from your record',
  fromRecordLead: 'Change these where they are kept.',
  asked: 'What only you can say',
  none: 'There are no questions to answer.',
  notKnown: 'Not known',
  neededHint: 'Your funder needs this.',
  sign: 'Who signs',
  signLead: 'Say who signs and in what role. The pack prints it under the declaration.',
  who: 'Name of who signs',
  whoHint: 'As it will stand under the declaration.',
  pick: 'Take a name from your record',
  role: 'How they sign',
  on: 'Day it was signed',
  onHint: 'Leave it empty until it is signed.',
  onLater: 'That day is in the future. Enter today or an earlier day.',
  whoMissing: 'Enter who signs first.',
  declaration: 'The declaration',
  signed: (name: string, day: string) => `Signed by ${name} on ${day}`,
  notSigned: 'Not signed yet',
  save: 'Save who signs',
  saved: 'Who signs is saved.',
} as const;

/** Words of a return beside another. */
export const comparing = {
  title: 'Compare',
  sub: (funder: string, period: string) => `Return to ${funder}, ${period}`,
  back: 'The return',
  link: 'Compare with last time',
  linkSealed: 'Compare with your record now',
  looks: 'What to compare',
  lastReturn: 'With last time',
  sealed: 'With what was sent',
  caption: 'Each figure, before and now',
  figure: 'Figure',
  before: (period: string) => `Before: ${period}`,
  sentThen: 'As it was sent',
  now: (period: string) => `Now: ${period}`,
  recordNow: 'By your record now',
  difference: 'Difference',
  noneBefore: 'This is the first return, so there is nothing before it to compare.',
  noChange: 'Nothing is different.',
  sealedLead: 'What was sent stays as it was. What you put right since is in a later return.',
  onlyChanges: 'Show only what is different',
} as const;

const FIGURES: Readonly<Record<string, string>> = {
  opening: 'In the account at the start',
  closing: 'In the account at the end',
  'total-in': 'Money in, all together',
  'total-out': 'Money out, all together',
  'left-over': 'Left over',
  limit: 'What you may keep',
  surplus: 'More than may be kept',
  planned: 'Hours planned',
  worked: 'Hours worked',
  covered: 'Hours covered by someone else',
  lost: 'Hours with no cover',
  'cover-cost': 'What the cover cost',
};

/** What a compared figure is called. */
export function figureName({ code, label }: ComparedFigure): string {
  return label ?? FIGURES[code] ?? returnLineWords({ code, label, amount: pence(0), count: 1 });
}

/** A compared figure in pounds or hours; a dash where it was not told. */
export function figureOf(value: number | null, unit: ComparedFigure['unit']): string {
  if (value === null) return '–';
  if (unit === 'money') return formatPounds(pence(value));
  return value < 0 ? `−${formatHours(-value)}` : formatHours(value);
}

/** Words of choosing any days. */
export const anyDays = {
  title: 'A return for other days',
  sub: 'For when your funder asks about days of their own choice.',
  back: 'Returns',
  link: 'Make a return for other days',
  agreement: 'Which funder?',
  from: 'First day',
  to: 'Last day',
  fromMissing: 'Enter the first day, like 1 4 2026.',
  toMissing: 'Enter the last day, like 30 6 2026.',
  agreementMissing: 'Choose a funder.',
  order: 'The last day is before the first. Change one of them.',
  go: 'Make this return',
} as const;

/** Words of putting a line of a sent return right. */
export const correcting = {
  title: 'Put a line right',
  sub: (name: string, day: string, amount: string) => `${name}, ${day}, ${amount}`,
  back: 'The line',
  gone: 'This line is in no return that was sent. You can change it where it stands.',
  link: 'Put it right',
  inReturn: 'In the return',
  inReturnOf: (funder: string, period: string, number: number) => `${funder}, ${period}, line ${number}`,
  said: 'It says',
  what: 'What is right?',
  stays: 'The return you sent stays as it is',
  staysBody: (shown: string | undefined) =>
    shown === undefined
      ? 'What you change counts from today. Your next return shows it.'
      : `What you change counts from today. The return for ${shown} shows it.`,
  reason: 'Why do you put it right?',
  reasonHint: 'Your funder reads this. For example: the invoice came later.',
  reasonMissing: 'Say in a few words why you put it right.',
  do: 'Put this line right',
  done: 'The line is put right. Your next return shows it.',
  before: 'Put right before',
  beforeOne: (day: string, reason: string) =>
    `${formatDay(day as Parameters<typeof formatDay>[0])}: ${reason}`,
} as const;
