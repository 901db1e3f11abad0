import type { DeskFound, DeskLevel, DeskLine, DeskOrder, DeskState } from '@shared/api/desk';
import type { IsoDay } from '@shared/dates';
import { formatWeekday } from '@shared/dates';
import type { DeskKind, WaitsFor } from '@shared/desk/desk-lines';
import { needWords } from '../needs';
import { many, said } from '../values';

const count = (number: number): string => number.toLocaleString('en-GB');

/** Words of the list of households. */
export const desk = {
  title: 'Households',
  sub: (name: string, households: number, isLooked: boolean) =>
    `${name} · ${households === 1 ? '1 household' : `${count(households)} households`}${isLooked ? ', looked at today' : ''}`,
  notOn: 'This page is for an organisation',
  notOnBody: 'It shows many households in one list. Set up your organisation to use it.',
  setUp: 'Set up your organisation',
  none: 'No households yet',
  noneBody: 'Take them on from a spreadsheet, or add the first one by hand.',
  takeOn: 'Take on households',
  add: 'Add one household',
  payMany: 'Pay many households',
  caption: (total: number) => (total === 1 ? '1 household' : `${count(total)} households`),
  part: (from: number, to: number, total: number) =>
    `Households ${count(from)} to ${count(to)} of ${count(total)}`,
  noneFit: 'No household fits',
  noneFitBody: 'Choose less, or look for another word.',
  clear: 'Show all households',
  next: (left: number) => `Show the next ${left}`,
  before: 'Show those before',
  columns: {
    name: 'Household',
    state: 'State',
    lines: 'What waits',
    due: 'Next due',
  },
  more: (left: number, name: string) =>
    left === 1 ? `1 more thing for ${name}` : `${left} more things for ${name}`,
  nothing: 'Nothing waits.',
  notLooked: 'Not looked at yet.',
  moreShort: (left: number) => (left === 1 ? '1 more thing' : `${left} more things`),
  old: 'Being looked at again',
  noDay: 'No date',
  late: (day: string) => `${day} (late)`,
  payeReference: (reference: string) => `PAYE ${reference}`,
  card: 'Our notes',
  cardNamed: (name: string) => `Our notes on ${name}`,
} as const;

/** Words of looking at all households. */
export const deskLook = {
  label: 'Looking at the households',
  line: (looked: number, of: number) => `Looked at ${count(looked)} of ${count(of)} today`,
  stopped: (looked: number, of: number) =>
    `You stopped the look. ${count(looked)} of ${count(of)} households were looked at today.`,
  failed: (looked: number, of: number) =>
    `The look ended early. ${count(looked)} of ${count(of)} households were looked at today.`,
  goOn: 'Go on looking',
} as const;

/** Words of choosing households. */
export const deskChoice = {
  label: 'Choose households',
  states: 'By state',
  all: (total: number) => `All ${count(total)}`,
  state: (state: DeskState, number: number) => `${stateNames[state]} ${count(number)}`,
  search: 'Find a household',
  searchHint: 'Part of a name, a PA’s National Insurance number, or an employer PAYE reference.',
  searchDo: 'Find',
  searchClear: 'Clear what you looked for',
  kind: 'What it is about',
  anyKind: 'Anything',
  waitsFor: 'Waits for',
  anyWaits: 'Anybody',
  level: 'What we may do',
  anyLevel: 'All services',
  pay: 'Pay day',
  anyPay: 'Any day',
  payToday: 'Today',
  payWeek: 'In the next 7 days',
  payMonth: 'In the next 31 days',
  payOn: 'On one day',
  payDay: 'Which pay day',
  order: 'In which order',
  counted: (name: string, number: number) => `${name} (${count(number)})`,
} as const;

/** Words of lists that are kept. */
export const deskViews = {
  label: 'Lists you kept',
  keep: 'Keep this list',
  keepTitle: 'Keep this list',
  keepBody: 'What you chose and looked for is kept. What it shows is always as of now.',
  name: 'Name of the list',
  nameEmpty: 'Enter a name, like “Hours not in”.',
  keepGo: 'Keep it',
  kept: (name: string) => `“${name}” is kept.`,
  remove: 'Remove this list',
  removeNamed: (name: string) => `Remove this list: ${name}`,
  removeTitle: (name: string) => `Remove the list “${name}”?`,
  removeBody: 'Only the list goes. The households stay as they are.',
  removeGo: 'Remove the list',
  removed: (name: string) => `“${name}” was removed.`,
} as const;

export const stateNames: Readonly<Record<DeskState, string>> = {
  wrong: 'Late or wrong',
  attention: 'To do',
  note: 'To note',
  clear: 'Nothing waits',
  unlooked: 'Not looked at',
};

export const kindNames: Readonly<Record<DeskKind, string>> = {
  hours: 'Hours not in',
  pay: 'Pay',
  hmrc: 'HMRC',
  'tax-code': 'Tax code notice',
  return: 'Return to the funder',
  insurance: 'Insurance',
  surplus: 'Surplus near its limit',
  cover: 'Shifts without anybody',
  people: 'PAs’ details',
  away: 'Holiday and sickness',
  pension: 'Pensions',
  money: 'Bank lines and receipts',
  'year-end': 'End of the tax year',
  agreement: 'What we may do',
  'follow-up': 'To come back to',
  'set-up': 'Setting up',
  other: 'Other things',
};

export const waitsNames: Readonly<Record<WaitsFor, string>> = {
  us: 'Us',
  household: 'The household',
  worker: 'A PA',
  hmrc: 'HMRC',
  council: 'The council',
};

/** Whom a line waits for, under it. */
export const waitsLines: Readonly<Record<WaitsFor, string>> = {
  us: 'Waits for us',
  household: 'Waits for the household',
  worker: 'Waits for a PA',
  hmrc: 'Waits for HMRC',
  council: 'Waits for the council',
};

export const levelNames: Readonly<Record<DeskLevel, string>> = {
  payroll: 'Payroll only',
  'payroll-and-return': 'Payroll and return',
  'managed-account': 'Managed account',
  none: 'Nothing agreed',
};

export const orderNames: Readonly<Record<DeskOrder, string>> = {
  due: 'Urgent first',
  name: 'By name',
};

/** Why a household was found. */
export function foundWords(found: DeskFound): string {
  switch (found.by) {
    case 'worker':
      return `PA: ${found.text}`;
    case 'ni-number':
      return `National Insurance number of ${found.text}`;
    case 'paye-reference':
      return `PAYE reference ${found.text}`;
  }
}

type Line = Pick<DeskLine, 'code' | 'values'>;

const OWN: Readonly<Record<string, (values: DeskLine['values'], today: IsoDay) => string>> = {
  'service-missing': () => 'Nothing is agreed on what we may do',
  'service-unsigned': () => 'Our agreement is not signed yet',
  'service-ends': (values) => `Our agreement ends on ${said(values, 'day', 'a day soon')}`,
  'service-ended': (values) => `Our agreement ended on ${said(values, 'day', 'an earlier day')}`,
  'paper-filing-not-told': () => 'Tell them that filing on paper ends when we file',
  'paper-filing-lost': (values) =>
    `Still set to file on paper. They were told on ${said(values, 'day', 'an earlier day')}`,
  'follow-up': (values) => `Come back to: ${said(values, 'text', 'a note')}`,
  'tax-code-waits': (values) =>
    `${said(values, 'name', 'A PA')} starts on tax code ${said(values, 'taxCode', 'for now')}. HMRC may send another`,
  'look-failed': (values) => `This household could not be looked at (${said(values, 'why', 'no reason')})`,
};

/** What waits, in a line. The day is in it where a day matters. */
export function deskLineWords(line: Line, today: IsoDay): string {
  return OWN[line.code]?.(line.values, today) ?? needWords(line, today).title;
}

/** Codes of the desk alone that have words. */
export const deskLineCodes: readonly string[] = Object.keys(OWN);

/** The day by which something must be done, with a word where it is over. */
export function dueWords(day: IsoDay | null, today: IsoDay): string {
  if (day === null) return desk.noDay;
  return day < today ? desk.late(formatWeekday(day)) : formatWeekday(day);
}

/** How many things wait, for the name of a button. */
export const thingsWords = (number: number): string => many(number, 'thing', 'things');

/** Words of the frame of the window at the desk. */
export const deskFrame = {
  placesLabel: 'Desk',
  organisationLabel: 'Whose desk this is',
  back: 'All households',
  backLabel: 'Back to the desk',
  card: 'Our notes',
  cardNamed: (name: string) => `Our notes: ${name}`,
  nobody: 'Say who is working now',
  change: (said: string, name: string) =>
    `${said === name ? '' : `${said}, `}${name} is working now. Change who is working`,
  settings: 'Settings',
  goTo: (place: string) => `Go to the desk: ${place}`,
  openHousehold: (name: string) => `Open the household of ${name}`,
  places: {
    households: 'Households',
    batches: 'Pay',
    hours: 'Hours in',
    outputs: 'Papers',
    'take-on': 'Take on',
    'hand-over': 'Hand over',
    fees: 'Fees',
    organisation: 'Organisation',
  },
} as const;

/** Words of the page while a household opens. */
export const opening = {
  title: 'Opening the household',
  gone: 'This household is not here any more',
  goneBody: 'It may have been handed over. Go back to the list and look again.',
} as const;
