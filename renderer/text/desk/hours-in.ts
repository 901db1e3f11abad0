import type { PersonHours } from '@shared/api/hours-in';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { many } from '../values';

/** `16 to 22 Nov`; `26 Oct to 22 Nov`. */
function shortDays(from: IsoDay, to: IsoDay): string {
  if (from === to) return formatShortDay(from);
  const [day = '', month = ''] = formatShortDay(from).split(' ');
  const end = formatShortDay(to);
  return end.endsWith(` ${month}`) ? `${day} to ${end}` : `${formatShortDay(from)} to ${end}`;
}

/** `22:30`, or `3 nights`. */
function amount(per: 'hour' | 'shift', value: number): string {
  return per === 'hour' ? formatHours(value) : many(value, 'night', 'nights');
}

/** Words of the page where hours are typed for many PAs. */
export const hoursGrid = {
  title: 'Hours in',
  sub: 'Type how long each PA worked in their pay period, or bring in a timesheet file.',
  back: 'All households',
  toBatch: 'Back to the batch',
  backToHours: 'Back to hours',
  payTitle: 'Which pay days?',
  from: 'First pay day',
  to: 'Last pay day',
  said: { from: 'the first pay day', to: 'the last pay day' },
  show: 'Show these PAs',
  toFile: 'Bring in a timesheet file',
  toPlan: 'Take hours from the rota',
  howTitle: 'How to type',
  how: [
    'Type hours like 22.5 or 22:30, and nights as a whole number.',
    'Press Enter or the down arrow for the next PA. Press the up arrow to go back.',
    'Type = to take what the rota plans.',
    'Empty a field to take back what was typed. Each row is kept when you leave it.',
  ],
  search: 'Name of a PA or household',
  searchGo: 'Search',
  without: (count: number) => `Only those without hours (${count.toLocaleString('en-GB')})`,
  waiting: 'Looking for the PAs…',
  caption: (from: IsoDay, to: IsoDay) =>
    from === to
      ? `PAs paid on ${formatDay(from)}`
      : `PAs paid between ${formatDay(from)} and ${formatDay(to)}`,
  count: (count: number, without: number) =>
    `${many(count, 'PA', 'PAs')}. ${without === 0 ? 'All have hours.' : `${without.toLocaleString('en-GB')} without hours.`}`,
  person: 'PA and household',
  days: 'Pay period',
  shortDays,
  state: 'State',
  planned: (per: 'hour' | 'shift', value: number) => `${amount(per, value)} planned`,
  fieldName: (kind: string, name: string, household: string) => `${kind}, ${name}, ${household}`,
  nightsOf: (kind: string) => `${kind} (nights)`,
  noRate: '–',
  noRateHeard: 'no rate',
  fixed: { paid: 'paid', times: 'times known' },
  timesheet: (name: string) => `Timesheet of ${name}`,
  timesheetShort: 'Timesheet',
  together: 'On this page',
  nobody: 'Nobody is paid on these days',
  nobodyBody: 'Pay that is finished is not shown. Choose other pay days.',
  notFound: 'Nobody fits what you look for',
  notFoundBody: 'Look for another name, or show everybody.',
  everybody: 'Show everybody',
  pages: 'Pages of PAs',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  before: 'PAs before',
  next: 'More PAs',
  told: (name: string) => `About ${name}’s hours`,
} as const;

/** Words of taking hours from the rota. */
export const hoursPlan = {
  title: 'Take hours from the rota',
  sub: 'Planned shifts are confirmed as planned, for all PAs without shifts still to come.',
  stepsLabel: 'How far you are',
  steps: ['Look at what is planned', 'Done'],
  asPlanned: 'Do this where you know that the PAs worked as planned.',
  looking: 'Looking at the rota',
  again: 'Look again',
  nothing: 'No planned shifts wait',
  nothingBody: 'All that was planned is confirmed, or nothing is planned on these days.',
} as const;

/** How hours of one PA come to the record. */
export const howTaken: Readonly<Record<PersonHours['how'], string>> = {
  planned: 'As planned',
  hours: 'Only the hours',
  times: 'With times',
  'in-place': 'In place of the plan',
};

/** Words of bringing in a timesheet file. */
export const hoursFile = {
  title: 'Bring in a timesheet file',
  sub: 'One file may hold the hours of many households. Nothing is kept before you say so.',
  back: 'Back to hours',
  stepsLabel: 'How far you are',
  steps: ['Choose the file', 'Say which column is which', 'Look at what was found', 'Done'],
  file: 'Timesheet file',
  fileHint: 'A CSV file. From a spreadsheet: choose “Save as”, then “CSV”.',
  fileMissing: 'Choose a file.',
  check: 'Hold it against pay days',
  checkNote: 'Rows of other days are told. A file without dates needs this.',
  go: 'Read this file',
  columnsTitle: 'Which column is which?',
  asItStands: 'The file as it stands',
  firstLines: 'The first lines of the file',
  line: 'Line',
  column: (number: number) => `Column ${number}`,
  columnNamed: (number: number, name: string, example: string) =>
    `${number}. ${name === '' ? 'no name' : name}${example === '' ? '' : ` (${example})`}`,
  none: 'None',
  header: 'Which line has the names of the columns?',
  headerNone: 'None. The file has no names',
  headerLine: (line: number, words: string) => `Line ${line}: ${words}`,
  whoTitle: 'Who it is',
  whoHelp: 'Choose what the file has. A National Insurance number tells it best.',
  household: 'The household',
  householdHint: 'Its name, or its employer PAYE reference',
  name: 'The name of the PA',
  lastName: 'The last name, where it stands apart',
  payrollNumber: 'The payroll number',
  niNumber: 'The National Insurance number',
  whenTitle: 'Which days',
  when: 'What does each row say?',
  whens: {
    day: 'The day',
    'from-to': 'The first and the last day',
    'week-ending': 'The last day of a week',
    'period-ending': 'The last day of the pay period',
    'pay-days': 'Nothing. The pay period of the pay days is meant',
  },
  day: 'The day',
  lastDay: 'The last day',
  fromDay: 'The first day',
  dates: 'How dates are written',
  whatTitle: 'How much',
  what: 'How does the file say it?',
  whats: { hours: 'As hours, or nights', times: 'As a start and an end' },
  hours: (number: number) => `Column of hours ${number}`,
  kindOf: (number: number) => `Kind of work in column of hours ${number}`,
  kindSaid: 'Not said, or in a column of its own',
  more: 'Add a column of hours',
  fewer: (number: number) => `Take out column of hours ${number}`,
  start: 'The start',
  end: 'The end',
  kind: 'The kind of work',
  keep: 'Keep these columns as',
  keepHint: 'Files with the same columns are read by themselves then.',
  look: 'Look through the file',
  otherFile: 'Choose another file',
  changeColumns: 'Change the columns',
  readAs: (name: string) => `The columns are read as you kept them: ${name}.`,
  notYet: 'Choose who it is and how much. Then the file can be looked through.',
  looking: 'Looking through the file',
  taking: 'Taking in the hours',
  lookTitle: 'What was found',
  found: {
    people: 'PAs',
    rows: 'Rows',
    taken: 'To take in',
    here: 'Here already',
    leftOut: 'Left out',
    hours: 'Hours',
    nights: 'Nights',
  },
  asksTitle: 'To decide',
  asksHelp: 'These are left out unless you tick them.',
  ask: (rows: number) => `Take them too (${many(rows, 'row', 'rows')})`,
  askFile: 'Go on all the same',
  problemsTitle: 'What to look at',
  problemsCaption: 'Rows that are left out, or worth a look',
  problemColumns: { line: 'Row', what: 'What is wrong', state: 'Taken?', where: 'Where to mend it' },
  whole: 'All of it',
  states: { stop: 'Left out', ask: 'Your choice', yes: 'Taken', note: 'To know' },
  openPerson: 'Open the PA',
  openPersonNamed: (where: string) => `Open the PA: ${where}`,
  moreProblems: (count: number) => `And ${count} more. Mend these first, then look again.`,
  peopleTitle: 'Hours by PA',
  peopleCaption: 'Hours that would be taken in',
  peopleColumns: {
    name: 'PA',
    household: 'Household',
    days: 'Days',
    hours: 'Hours',
    nights: 'Nights',
    how: 'How',
  },
  morePeople: (count: number) => `And ${count} more.`,
  take: (people: number) =>
    people === 1 ? 'Take in the hours of 1 PA' : `Take in the hours of ${people} PAs`,
  nothing: 'There is nothing to take in',
  nothingBody: 'Mend the file, or choose another.',
  blocked: 'Answer the question about the file first.',
  doneTitle: (people: number) => `The hours of ${many(people, 'PA', 'PAs')} are in`,
  doneBody: (households: number, hours: string, nights: number) =>
    `${many(households, 'household', 'households')}, ${hours} hours${nights === 0 ? '' : `, ${many(nights, 'night', 'nights')}`}. In each household this can be undone.`,
  refusedTitle: 'Not taken in',
  refusedCaption: 'Households whose hours were not taken in',
  refusedColumns: { household: 'Household', why: 'Why' },
  stopped: 'Stopped. What was taken in stays.',
  failed: 'Something went wrong in Mainstay. What was taken in stays. Try the file again.',
  another: 'Bring in another file',
  toHours: 'Go to the hours',
  filesTitle: 'Files brought in before',
  filesCaption: 'Timesheet files, the newest first',
  fileColumns: { name: 'File', rows: 'Rows', on: 'Brought in', by: 'By' },
  keptTitle: 'Columns you kept',
  forget: (name: string) => `Forget ${name}`,
  forgotten: (name: string) => `The columns of ${name} are forgotten.`,
} as const;
