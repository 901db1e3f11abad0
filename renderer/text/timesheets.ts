import { formatDay, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import type { RefusalSentences, RefusalValues } from './refusals';
import { rotaRefusals } from './rota-sentences';

const on = (values: RefusalValues, name: string, other: string): string => {
  const value = values[name];
  return typeof value === 'string' && isIsoDay(value) ? formatWeekday(isoDay(value)) : other;
};

/** Why a timesheet would not be taken, and what to look at in one. */
export const timesheetRefusals: RefusalSentences = {
  ...rotaRefusals,
  'timesheet.too-long': 'A timesheet can have three months at most. Choose fewer days.',
  'timesheet.not-agreed': 'Nobody has agreed to these hours yet.',
  'timesheet.paid': 'These hours are paid, so what was agreed stays with them.',
  'timesheet.to-confirm': 'Some hours wait to be confirmed.',
  'timesheet.difference-without-reason': (values) =>
    `The hours on ${on(values, 'day', 'one day')} are not as planned, and nobody said why.`,
  'timesheet.changed-since-agreed': (values) =>
    `These hours were changed after ${String(values['name'] ?? '') || 'the PA'} agreed to them. Ask again.`,
  'agreement.no-name': 'Enter the name of whoever agreed.',
  'agreement.in-the-future': 'This day is still to come. Enter today or an earlier day.',
  'agreement.before-the-period-ends': (values) =>
    `These days end on ${on(values, 'ends', 'a later day')}. Ask again then, if more is worked.`,
  'agreement.nothing-worked': 'No hours are confirmed yet. Confirm what was worked first.',
  'agreement.shifts-to-confirm': (values) =>
    Number(values['count'] ?? 0) === 1
      ? '1 shift is not confirmed, so it is no part of this.'
      : `${String(values['count'] ?? 'Some')} shifts are not confirmed, so they are no part of this.`,
};

/** `16 to 22 November 2026`. */
export function daysWords(from: IsoDay, to: IsoDay): string {
  if (from === to) return formatDay(from);
  const start = formatDay(from);
  const end = formatDay(to);
  const [startDay = '', startMonth = '', startYear = ''] = start.split(' ');
  const [, endMonth = '', endYear = ''] = end.split(' ');
  if (startYear !== endYear) return `${start} to ${end}`;
  return startMonth === endMonth ? `${startDay} to ${end}` : `${startDay} ${startMonth} to ${end}`;
}

/** Words of the list of timesheets, and of one. */
export const timesheetWords = {
  title: 'Timesheets',
  sub: 'What each PA worked, what they agreed to, and what is paid.',
  caption: (name: string) => `Timesheets of ${name}`,
  columns: { days: 'Days', hours: 'Hours', confirmed: 'Confirmed', agreed: 'Agreed', paid: 'Paid' },
  open: (name: string, days: string) => `${name}’s hours, ${days}`,
  confirm: 'Confirm hours',
  otherTitle: 'Other days',
  who: 'Whose hours?',
  chooseWho: 'Choose whose hours.',
  from: 'First day',
  to: 'Last day',
  said: { from: 'the first day', to: 'the last day', on: 'the day they signed' },
  lastBeforeFirst: 'The last day is before the first day. Enter a later last day.',
  show: 'Show these hours',
  noShifts: 'No shifts',
  states: {
    toConfirm: (count: number) => (count === 1 ? '1 to confirm' : `${count} to confirm`),
    toCome: (count: number) => (count === 1 ? '1 to come' : `${count} to come`),
    confirmed: 'Confirmed',
    notYet: 'Not yet',
    agreed: 'Agreed',
    changed: 'Changed since',
    paid: 'Paid',
    partPaid: 'Part paid',
  },
  hours: (worked: string, sleepIns: number) =>
    sleepIns === 0 ? worked : `${worked} + ${sleepIns} sleep-in${sleepIns === 1 ? '' : 's'}`,

  oneTitle: (name: string) => `${name}’s hours`,
  toList: 'All timesheets',
  backToHours: 'Back to the hours',
  before: 'Days before',
  after: 'Days after',
  moveLabel: 'Which days to look at',
  steps: { hours: 'Hours', agreed: (name: string) => `${name}’s word`, paid: 'Pay' },
  plannedTotal: (hours: string) => `${hours} planned`,
  linesCaption: (days: string) => `Planned and worked hours, ${days}`,
  lineColumns: {
    day: 'Day',
    planned: 'Planned',
    worked: 'Worked',
    hours: 'Hours',
    difference: 'Against the plan',
    standing: 'State',
    action: 'What you can do',
  },
  total: 'Together',
  night: '1 night',
  awake: (hours: string) => `awake ${hours}`,
  asPlanned: 'As planned',
  more: (hours: string) => `${hours} more`,
  less: (hours: string) => `${hours} less`,
  otherTimes: 'Other times',
  onlyHours: 'Only the hours are known',
  notPlanned: 'Not planned',
  noReason: 'No reason given',
  notWorked: '–',
  standings: {
    'to-confirm': 'To confirm',
    'to-come': 'To come',
    confirmed: 'Confirmed',
    locked: 'Paid',
    away: 'Away',
    cancelled: 'Off the rota',
  },
  correct: 'Correct',
  correctName: (when: string) => `Correct the paid hours of ${when}`,
  empty: 'No shifts in these days',
  emptyBody: 'Nothing was planned or worked.',
  confirmNext: (count: number) => (count === 1 ? 'Confirm this shift' : `Confirm these ${count} shifts`),
  files: 'On paper',
  print: 'Print to sign',
  printed: (name: string) => `The timesheet of ${name} is made.`,
  paper: 'Sheet to fill in by hand',
  typeIn: 'Type in a paper sheet',

  agreeTitle: (name: string) => `Does ${name} agree?`,
  agreeHelp: 'Show your PA the hours above. Then note that they are right.',
  notAll: 'Not all hours are confirmed',
  how: 'How do they agree?',
  typed: 'They type their name here',
  typedNote: 'On this computer, today',
  signed: 'They signed on paper',
  signedNote: 'Keep the signed sheet',
  name: 'Their name',
  nameHint: 'The PA’s own name, as they write it',
  on: 'The day they signed',
  chooseHow: 'Choose how they agree.',
  agree: (name: string) => `Note that ${name} agrees`,
  agreedTitle: (name: string, day: string) => `${name} agreed on ${day}`,
  agreedHow: {
    typed: 'With a typed name. If an hour changes, it will say so here.',
    signed: 'Signed on paper. If an hour changes, it will say so here.',
  },
  changedTitle: 'The hours have changed since',
  takeBack: 'Take back that they agree',
  takenBack: 'Taken back. Nobody has agreed to these hours now.',
  agreedSaid: (name: string) => `Noted that ${name} agrees.`,
  lockedNote: 'Paid hours can’t change here. A correction goes into the next pay.',
} as const;

/** Words of the sheet that is filled in by hand. */
export const paperWords = {
  title: (name: string) => `A paper timesheet for ${name}`,
  sub: 'For a PA who keeps no screen. Print it, and type it in when it comes back.',
  what: 'What should be on it?',
  planned: 'The planned shifts',
  plannedNote: 'With empty boxes for what was really worked',
  blank: 'Only the days',
  blankNote: 'Every day with empty boxes',
  print: 'How large?',
  usual: 'Usual print',
  large: 'Large print',
  largeNote: 'On paper turned sideways',
  make: 'Make this sheet',
  made: 'The sheet is made.',
} as const;

/** Words of typing in a paper sheet. */
export const typeInWords = {
  title: (name: string) => `Type in ${name}’s sheet`,
  sub: (days: string) => `What is written on the paper for ${days}.`,
  help: 'Press Enter to go on to the next shift. Empty both times of a shift to leave it for later.',
  row: (day: string, planned: string) => `${day}, planned ${planned}`,
  start: 'Started',
  end: 'Ended',
  awake: 'Time awake',
  reason: 'Why it was different',
  ofRow: (label: string, row: string) => `${label}, ${row}`,
  extraShort: (number: number) => `other shift ${number}`,
  said: { start: 'the start', end: 'the end', awake: 'the time awake' },
  nextDay: 'It ended the next day',
  nextDayAsk: 'The end is before the start. Tick “It ended the next day”, or change the times.',
  reasonNeeded: (day: string) => `Say in a few words why ${day} was different.`,
  oneEmpty: 'Enter both times, or none.',
  extraRow: (number: number) => `Shift ${number} that was not planned`,
  extraDay: 'Day',
  extraKind: 'Kind of work',
  extraWhat: 'What was done',
  chooseDay: 'Choose the day.',
  addExtra: 'Add a shift that was not planned',
  removeExtra: (number: number) => `Remove shift ${number} that was not planned`,
  save: (count: number) => (count === 1 ? 'Confirm this shift' : `Confirm these ${count} shifts`),
  nothing: 'No times are typed in. Enter the times of at least one shift.',
  saved: (count: number) => (count === 1 ? '1 shift is confirmed.' : `${count} shifts are confirmed.`),
  none: 'No planned shift waits for its hours',
  noneBody: 'You can still add what was worked and not planned.',
} as const;
