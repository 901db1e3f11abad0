import type { EarmarkKind, StandingBill, SurplusReason, SurplusView } from '@shared/api/budget';
import type { Coded } from '@shared/api/common';
import type { AgreementSurplusRule } from '@shared/budget/surplus-rule';
import { formatDay, isIsoDay } from '@shared/dates';
import { pounds, said } from './values';

const weeks = (count: number): string => `${count} ${count === 1 ? 'week' : 'weeks'}`;
const dayOf = (values: Coded['values'], name: string): string => {
  const text = said(values, name);
  return isIsoDay(text) ? formatDay(text) : text;
};

/** What is there and whose. */
export const funds = {
  title: 'Whose money it is',
  caption: 'Each fund: what is in it, what is promised, what is left',
  fund: 'Fund',
  balance: 'In the accounts',
  contribution: (amount: string) => `Of it, paid in by you: ${amount}`,
  promised: 'Promised',
  yours: 'Really yours',
  own: 'Your own money',
  ownNote: 'Never asked back.',
  notSorted: 'Not explained yet',
  notSortedNote: 'Lines that nobody has explained yet.',
  total: 'Together',
  accounts: 'Where it is',
  accountsCaption: 'Each account and what is in it',
  account: 'Account',
  underWay: {
    unpresented: 'Paid, not on a statement yet',
    transfer: 'On the way between your accounts',
    timing: 'Paid on another day than it counts',
  },
  upTo: (day: string) => `up to ${day}`,
} as const;

/** What a PA's job ending would cost. */
export const leaving = {
  title: 'If a PA’s job ended today',
  sub: 'What the law would ask you to pay: notice, and redundancy after two years. It is an estimate.',
  caption: 'Notice and redundancy of each PA',
  pa: 'PA',
  notice: 'Notice',
  noticeWeeks: weeks,
  redundancy: 'Redundancy',
  together: 'Together',
  unknown: {
    'no-birth-date': 'The date of birth is missing',
    'no-rate': 'The figures of this year are missing',
    'no-pay': 'No pay in the last twelve weeks',
  },
  pays: {
    'builds-in-fund': 'Your agreement lets the money build up for this, so it is taken off what is yours.',
    'paid-when-it-happens': 'Your funder pays this when it happens, so nothing is taken off for it.',
    'not-said':
      'Your agreement does not say who pays this. Nothing is taken off for it. Ask your funder, and get it in writing.',
  },
  setAside: 'Set money aside for it',
  sayWho: 'Say who pays',
} as const;

/** The months ahead. */
export const ahead = {
  title: 'The months ahead',
  sub: (name: string, balance: string, day: string) => `${name}: ${balance} on ${day}.`,
  back: 'Back to Money',
  agreement: 'Which agreement',
  none: 'There is no agreement yet',
  noneBody: 'Add the agreement with your funder. Then Mainstay can look ahead.',
  addAgreement: 'Add the agreement',
  chart: 'What will be left at the end of each month',
  chartSummary: (first: string, a: string, last: string, b: string) =>
    `A line from ${a} at the end of ${first} to ${b} at the end of ${last}.`,
  limit: (amount: string) => `Over ${amount} could be asked back`,
  short: (day: string, amount: string) => `On ${day} the money would be ${amount} short.`,
  shortTitle: 'The money would run out',
  shortDo: 'Try what would change it',
  table: 'What comes in and what goes out, month by month',
  pay: 'What pay is made of, month by month',
  month: 'Month',
  opening: 'At the start',
  cameIn: 'Comes in',
  promised: (amount: string) => `What is promised already, ${amount}, leaves on the first day.`,
  wages: 'Wages',
  insurance: 'National Insurance',
  pension: 'Pension',
  holiday: 'Holiday',
  payAll: 'Pay, all in',
  others: 'Bills and other',
  closing: 'At the end',
  over: 'Could be asked back',
  howTitle: 'How this is worked out',
  how: [
    'Pay comes from the rota, with National Insurance, pension and holiday as it builds up.',
    'A week’s work counts on its Sunday, when it is earned. The bank may show it later.',
    'Bills count on the day they fall due.',
  ],
  goesTo: (day: string) => `It ends on ${day}, with the agreement.`,
  surplusTitle: (day: string) => `Some could be asked back on ${day}`,
  surplusNow: 'Some could be asked back now',
  surplusNone: (limit: string) => `You may keep up to ${limit}. Nothing is over that in these months.`,
  surplusHours: 'Your agreement counts hours, not money. Hours not used by the end of a month are lost.',
  surplusNoRule: 'The agreement has no rule for money that is left.',
  surplusMore: 'See the rule and when it is tested',
} as const;

const NOTES: Readonly<Record<string, (values: Coded['values']) => string>> = {
  'forecast.holiday': (values) =>
    `PAs have earned holiday worth ${pounds(values, 'amountPence')}. It is counted as promised already.`,
  'forecast.rates-unknown': (values) =>
    `Rates of National Insurance and pension are not known from ${dayOf(values, 'day')}. From then on pay is too low by them.`,
  'forecast.april': (values) => `The tax year changes on ${dayOf(values, 'day')}. The new rates are in.`,
  'forecast.april-unknown': (values) =>
    `The minimum wage may go up around ${dayOf(values, 'day')}. The new rate is not known yet. Try one in a what-if.`,
  'forecast.ends': (values) =>
    `The agreement ends on ${dayOf(values, 'day')}. What is left then may have to go back.`,
  'forecast.pays-no-wages': () => 'Wages are paid from another agreement, so none are counted here.',
  'forecast.no-rota': () => 'Nobody is on the rota in these months, so no pay is counted.',
};

/** What to know about a forecast, in a sentence. */
export function forecastNote(note: Coded): string {
  return NOTES[note.code]?.(note.values) ?? `There is more to know about this. It is called “${note.code}”.`;
}

/** Money set aside. */
export const aside = {
  title: 'Money set aside',
  sub: 'Money you keep for something that will come. It is taken off what is really yours.',
  caption: 'What is set aside, and who agreed to it',
  none: 'Nothing is set aside',
  noneBody: 'You can keep money apart for equipment, respite, notice or redundancy.',
  add: 'Set money aside',
  newTitle: 'Set money aside',
  changeTitle: (name: string) => `Change “${name}”`,
  name: 'What is it for?',
  nameEmpty: 'Enter what the money is for.',
  kind: 'Kind',
  kinds: {
    redundancy: 'Redundancy',
    notice: 'Notice',
    holiday: 'Holiday of PAs',
    respite: 'Respite',
    equipment: 'Equipment',
    training: 'Training',
    contingency: 'Emergencies',
    other: 'Something else',
  } as Readonly<Record<EarmarkKind, string>>,
  amount: 'How much',
  amountAsked: 'how much is set aside',
  from: 'From',
  fromAsked: 'the day it is set aside from',
  until: 'Until',
  untilHint: 'Leave this empty if it has no end.',
  agreement: 'Whose money',
  agreed: 'Did your funder agree that you may keep it?',
  agreedYes: 'Yes',
  agreedNo: 'Not yet',
  agreedBy: 'Who agreed',
  agreedOn: 'When they agreed',
  letter: 'The letter or e-mail that says so',
  letterHint: 'A PDF or a picture. It is kept with your record.',
  letterKept: (name: string) => `Kept: ${name}. A new file takes its place.`,
  note: 'Note',
  save: 'Save what is set aside',
  saved: 'It is saved.',
  days: 'Days',
  span: (from: string, until: string | null) => (until === null ? `From ${from}` : `${from} to ${until}`),
  agreedWords: (who: string, day: string | null) =>
    day === null ? `Agreed by ${who}` : `Agreed by ${who} on ${day}`,
  notAgreed: 'Not agreed yet',
  released: (day: string) => `No longer set aside since ${day}`,
  total: 'Set aside today',
  actions: (name: string) => `What to do with “${name}”`,
  change: 'Change it',
  openLetter: 'Open the letter',
  release: 'No longer set aside',
  keepAgain: 'Set aside again',
  remove: 'Take it out',
  doneReleased: 'It is no longer set aside.',
  doneKept: 'It is set aside again.',
  doneRemoved: 'It is taken out.',
  action: 'Do',
} as const;

/** Bills and standing commitments. */
export const bills = {
  title: 'Bills and standing payments',
  sub: 'What falls due again and again, or once. The months ahead count it.',
  caption: 'Bills, and when each is due next',
  none: 'There are no bills yet',
  noneBody: 'Add insurance, the payroll service, a phone: whatever you pay again and again.',
  add: 'Add a bill',
  newTitle: 'Add a bill',
  changeTitle: (name: string) => `Change “${name}”`,
  name: 'What is it for?',
  nameEmpty: 'Enter what the bill is for.',
  amount: 'How much each time',
  amountAsked: 'how much it is each time',
  dueOn: 'When it is due first',
  dueAsked: 'the day it is due first',
  repeats: 'Does it come again?',
  once: 'No, once only',
  everyWeeks: 'Every so many weeks',
  everyMonths: 'Every so many months',
  weeks: 'Weeks between payments',
  months: 'Months between payments',
  countEmpty: 'Enter how often it comes: 1 or more.',
  endsOn: 'When it ends',
  endsHint: 'Leave this empty if it goes on.',
  agreement: 'Which agreement pays',
  anyAgreement: 'The one that pays wages',
  category: 'Kind of spending in the plan',
  noCategory: 'None',
  ledgerAccount: 'What kind of cost it is',
  save: 'Save this bill',
  remove: 'Take this bill out',
  saved: 'The bill is saved.',
  removed: 'The bill is taken out.',
  next: 'Due next',
  nextNone: 'Nothing more is due',
  every: (repeats: StandingBill['repeats']): string =>
    repeats.every === 'once'
      ? 'Once'
      : repeats.count === 1
        ? `Every ${repeats.every === 'weeks' ? 'week' : 'month'}`
        : `Every ${repeats.count} ${repeats.every}`,
  howOften: 'How often',
  inAYear: 'In a year',
  total: 'Together in a year',
  action: 'Change',
  change: (name: string) => `Change ${name}`,
} as const;

/** Money that is left, and the rule for it. */
export const left = {
  title: 'Money that is left',
  sub: (name: string) => `What ${name} lets you keep, and what could be asked back.`,
  noRule: 'There is no rule yet',
  noRuleBody:
    'Look in your agreement for what it says about money that is left. Then enter it here, and Mainstay tells you in time.',
  enterRule: 'Enter the rule',
  changeRule: 'Change the rule',
  write: 'Write a letter about money left',
  ruleTitle: 'What your agreement says',
  fromWeeks: 'This is what the number of weeks in your agreement and your funder’s usual terms come to.',
  now: 'If it were tested today',
  available: 'Counts against the rule',
  mayKeep: 'You may keep',
  asked: 'Could be asked back',
  toPerson: 'Goes back to you first',
  missing: 'Missing to the least there should be',
  first: (day: string, amount: string) => `On ${day} ${amount} could be asked back`,
  firstBody: (by: string) => `If they ask then, it is to be paid by ${by}.`,
  firstCard: 'It may be taken from the card without a letter.',
  firstNext: 'It may be taken off the next payment.',
  reasons: 'They must hear your reasons first. A letter now helps.',
  none: 'Nothing could be asked back in these months.',
  tests: 'Each day it is tested',
  testsCaption: 'What could be asked back on each day',
  testedOn: 'Tested on',
  payBy: 'Pay back by',
  owedNote: 'What you owe on those days is taken to be as much as today.',
  back: 'Back to money that is left',
} as const;

/** A rule in sentences, in the order one would read it. */
export function ruleSentences(
  rule: AgreementSurplusRule,
  weekly: SurplusView['weekly'],
  money: (pence: number) => string,
): string[] {
  const week = rule.basis === 'gross-weekly' ? weekly.gross : weekly.gross - weekly.contribution;
  const basis = rule.basis === 'gross-weekly' ? 'your contribution counted in' : 'without your contribution';
  const lines: string[] = [];
  if (rule.keepWeeks !== null) {
    lines.push(`You may keep ${weeks(rule.keepWeeks)} of ${money(week)}, ${basis}.`);
    if (rule.inAdvanceWeeks > 0)
      lines.push(
        `Of these, ${weeks(rule.inAdvanceWeeks)} are paid in advance and ${weeks(rule.keepWeeks - rule.inAdvanceWeeks)} are running.`,
      );
  } else if (rule.hoursEnd === 'never') lines.push('No number of weeks is said.');
  if (rule.floorWeeks > 0) lines.push(`At least ${weeks(rule.floorWeeks)} should be there.`);
  const tested = rule.tested;
  lines.push(
    tested.when === 'period-end'
      ? 'It is tested at the end of each return.'
      : tested.when === 'any-day'
        ? 'It may be tested on any day.'
        : tested.yearStarts === null
          ? 'It is tested at the end of each year of the agreement.'
          : 'It is tested at the end of each budget year.',
  );
  if (rule.lessLiabilities) lines.push('What you owe already comes off first.');
  lines.push(
    {
      none: 'Money set aside does not come off.',
      agreed: 'Money set aside comes off where they agreed to it.',
      'agreed-for-staff': 'Money set aside for PAs comes off where they agreed to it.',
      all: 'Money set aside comes off.',
    }[rule.lessEarmarks],
  );
  if (rule.contingencyWeeks > 0)
    lines.push(
      `${weeks(rule.contingencyWeeks)} beside the budget are for emergencies. What is not used goes back.`,
    );
  if (rule.overContribution === 'to-person-first')
    lines.push('What you paid in too much goes back to you first.');
  if (rule.onlyAfterReasons) lines.push('They hear your reasons before they ask for money.');
  if (rule.hoursEnd === 'with-month') lines.push('Hours not used by the end of a month are lost.');
  const { collected } = rule;
  lines.push(
    collected.how === 'from-card'
      ? 'It is taken straight from the card.'
      : collected.how === 'from-next-payment'
        ? 'It is taken off the next payment.'
        : collected.payWithinDays === null
          ? 'They ask by letter.'
          : `They ask by letter. It is to be paid within ${collected.payWithinDays} days${collected.elseCut ? ', or payments are cut' : ''}.`,
  );
  lines.push(
    {
      'builds-in-fund': 'Money for redundancy may build up in the fund.',
      'paid-when-it-happens': 'The funder pays redundancy when it happens.',
      'not-said': 'It does not say who pays redundancy.',
    }[rule.redundancy],
  );
  return lines;
}

/** The form of the rule. */
export const ruleForm = {
  title: 'What your agreement says about money left',
  sub: 'Copy it from the agreement or the letter that came with it. Leave what it does not say.',
  keep: 'May you keep some weeks of money?',
  keepNo: 'It names no weeks',
  keepYes: 'Yes, so many weeks',
  keepWeeks: 'How many weeks in all',
  keepWeeksEmpty: 'Enter how many weeks, from 0 to 104.',
  inAdvance: 'Of these, weeks paid in advance',
  inAdvanceEmpty: 'Enter weeks in advance, from 0 to what you may keep.',
  floor: 'Weeks that should at least be there',
  floorEmpty: 'Enter the least weeks, from 0 to what you may keep.',
  basis: 'A week is counted',
  gross: 'With your contribution in it (gross)',
  net: 'Without your contribution (net)',
  tested: 'When is it tested?',
  periodEnd: 'At the end of each return',
  yearEnd: 'At the end of each year of the agreement',
  budgetYear: 'At the end of the budget year, 31 March',
  anyDay: 'On any day',
  owed: 'What you owe already',
  owedYes: 'It comes off first',
  owedNo: 'It does not come off',
  earmarks: 'Money set aside',
  earmarksAll: 'All of it comes off',
  earmarksAgreed: 'It comes off where they agreed',
  earmarksStaff: 'Only what they agreed for PAs',
  earmarksNone: 'It does not come off',
  contingency: 'Weeks beside the budget for emergencies',
  contingencyEmpty: 'Enter weeks for emergencies, from 0 to 52.',
  over: 'If you paid in too much yourself',
  overFirst: 'It goes back to you first',
  overCounts: 'It counts like other money',
  collected: 'How do they get it back?',
  byLetter: 'They ask by letter',
  days: 'Days to pay it back, if it says',
  daysEmpty: 'Enter the days, from 0 to 366, or leave it empty.',
  elseCut: 'Payments are cut if it is late',
  fromCard: 'Straight from the card',
  fromNext: 'Off the next payment',
  reasons: 'They must hear your reasons first',
  hours: 'Hours not used by the end of a month are lost',
  redundancy: 'Who pays if a PA is made redundant?',
  builds: 'Money may build up for it',
  funder: 'The funder pays when it happens',
  notSaid: 'It does not say',
  save: 'Save the rule',
  saved: 'The rule is saved.',
  forget: 'Use the plain number of weeks again',
  forgotten: 'The number of weeks in the agreement counts again.',
} as const;

/** The letter about money left. */
export const letter = {
  title: 'A letter about money left',
  sub: 'Mainstay writes a first text from your record. Change it as you like.',
  reasons: 'Why is money left?',
  reasonNames: {
    'no-pa': 'Nobody could come',
    hospital: 'In hospital',
    'set-aside': 'It is set aside',
    'cover-to-come': 'Cover is still to come',
    promised: 'It is owed already',
    other: 'Another reason',
  } as Readonly<Record<SurplusReason, string>>,
  text: 'The letter',
  textHint: 'Words in square brackets are for you to fill in.',
  again: 'Write it again with these reasons',
  written: 'The letter is written again.',
  pdf: 'Save it as a PDF',
  odt: 'Save it for a word processor',
  saved: (name: string) => `${name} is saved.`,
  brackets: 'There are still square brackets in it. Fill them in first, or save it anyway.',
  empty: 'Write something first.',
} as const;

/** Where the first page of Money leads to, of this area. */
export const moreOfBudget = [
  {
    to: '/money/ahead',
    name: 'The months ahead',
    note: 'What comes in and goes out, to the agreement’s end.',
  },
  {
    to: '/money/left',
    name: 'Money that is left',
    note: 'What you may keep, and a letter that explains it.',
  },
  {
    to: '/money/what-if',
    name: 'What if',
    note: 'Try a pay rise, a new PA or other hours. Nothing changes.',
  },
  { to: '/money/set-aside', name: 'Money set aside', note: 'For equipment, respite, notice or redundancy.' },
  { to: '/money/bills', name: 'Bills and standing payments', note: 'What falls due again and again.' },
] as const;

/** On the agreement’s form: where its own rule is entered. */
export const fullerRule = {
  note: 'Does it say more about money left? Enter the full rule. It then counts before the weeks above.',
  link: 'Enter the full rule for money left',
} as const;
