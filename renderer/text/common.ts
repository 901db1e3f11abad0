import type { HoursProblem, TimeProblem } from '@shared/clock-time';
import type { DayProblem } from '@shared/dates';
import type { MoneyProblem } from '@shared/money';

/** `2026-27` in words: `2026 to 2027`. */
export function taxYearWords(taxYear: string): string {
  return taxYear.replace('-', ' to 20');
}

/** Words that every part of the window shares. */
export const common = {
  add: 'Add',
  addShift: 'Add a shift',
  back: 'Back',
  cancel: 'Cancel',
  change: 'Change',
  close: 'Close',
  closeNamed: (what: string) => `Close ${what}`,
  optional: '(optional)',
  saved: 'Saved',
  saving: 'Saving',
  notSaved: 'Not saved',
  loading: 'Getting your record',
  stop: 'Stop',
  undo: (what: string) => `Undo: ${what}`,
  undone: (what: string) => `Undone: ${what}`,
  nothingToUndo: 'There is nothing to undo.',
  yes: 'Yes',
  no: 'No',
  on: 'On',
  off: 'Off',
  none: 'None',
  notGiven: 'Not given yet',
  choose: 'Choose one',
  per: {
    hour: 'an hour',
    shift: 'a shift',
    day: 'a day',
    week: 'a week',
    mile: 'a mile',
  },
  noMatch: 'Nothing matches. Try another word.',
  problemTitle: 'There is a problem',
  errorPrefix: 'Error: ',
  givenBack: 'Here is what you typed before Mainstay locked. It is not saved yet.',
  unexpected: 'Something went wrong in Mainstay. Nothing you typed is lost. Try again.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  openCalendar: (label: string) => `${label}: choose from a calendar`,
  previousMonth: 'Month before',
  nextMonth: 'Month after',
  dateHint: 'For example, 27 3 2026',
  timeHint: 'For example, 0730 or 7:30 am',
  hoursHint: 'For example, 3.5 or 3:30',
  hours: 'hours',
  pounds: 'pounds',
  show: 'Show',
  showMore: 'Show more',
  showLess: 'Show less',
  hide: 'Hide',
  showNamed: (label: string) => `Show ${lower(label)}`,
  hideNamed: (label: string) => `Hide ${lower(label)}`,
  shown: (label: string) => `${label} is shown`,
  hidden: (label: string) => `${label} is hidden`,
  chooseFile: 'Choose a file',
  chooseFiles: 'Choose files',
  dropHere: 'You can also drop it here.',
  dropOrPaste: 'You can also drop it here, or paste a picture with Ctrl and V.',
  removeFile: (name: string) => `Remove ${name}`,
  fileAdded: (name: string) => `${name} added`,
  fileTypeRefused: (name: string) => `${name} is a kind of file that can’t be used here.`,
  fileTooLarge: (name: string, limit: string) => `${name} is too large. The most is ${limit}.`,
  fileSize: (bytes: number) =>
    bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1000))} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`,
  up: 'More',
  down: 'Fewer',
  sortBy: (column: string) => `Sort by ${lower(column)}`,
  sortedUp: 'sorted, smallest first',
  sortedDown: 'sorted, largest first',
  readAsList: 'Read as a list',
  readAsTable: 'Read as a table',
  copyTable: 'Copy for a spreadsheet',
  tableSideways: (caption: string) => `${caption}: move it sideways with the arrow keys`,
  tableCopied: 'The table is copied. You can paste it into a spreadsheet.',
  tableNotCopied: 'The table could not be copied.',
  showAsTable: 'Show as a table',
  showAsChart: 'Show as a picture',
  named: (words: string, what: string) => `${words}: ${lower(what)}`,
  explain: (figure: string) => `${figure}, how this was worked out`,
  source: (source: string) => `Source: ${source}`,
  stepDone: 'done',
  total: 'Total',
  note: 'Note',
  attention: 'Needs you',
  wrong: 'Wrong',
  done: 'Done',
  leftOf: (done: number, of: number) => `${done} of ${of} done`,
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  download: 'Keep a copy',
  zoomed: (percent: number) => `${percent}%`,
  turnIt: 'Turn right',
  pageBefore: 'Page before',
  pageAfter: 'Next page',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pictureKeys: 'Picture. Plus and minus zoom, R turns, Page Up and Page Down change the page.',
  documentNamed: (name: string) => `Document: ${name}`,
  dismiss: 'Dismiss this message',
  messages: 'Messages',
} as const;

/** A sort code as it is read: `30-90-12`. */
export function sortCodeText(sortCode: string): string {
  return sortCode.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** First letter small, unless the word is a name or an abbreviation: for use within a sentence. */
export function lower(text: string): string {
  return /^[A-Z][a-z ’]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

type ReadProblem = MoneyProblem | DayProblem | TimeProblem | HoursProblem;

const READ_PROBLEMS: Record<ReadProblem, (label: string) => string> = {
  'money.empty': (label) => `Enter ${label}.`,
  'money.not-an-amount': (label) => `Enter ${label} in pounds and pence, like 12.50.`,
  'money.too-many-decimals': (label) => `Enter ${label} with at most two figures after the point.`,
  'money.too-large': (label) => `Enter a smaller amount for ${label}.`,
  'day.empty': (label) => `Enter ${label}.`,
  'day.not-a-date': (label) => `Enter ${label} as a real date, like 27 3 2026.`,
  'time.empty': (label) => `Enter ${label}.`,
  'time.not-a-time': (label) => `Enter ${label} as a time, like 0730 or 7:30 am.`,
  'hours.empty': (label) => `Enter ${label}.`,
  'hours.not-hours': (label) => `Enter ${label} in hours, like 3.5 or 3:30.`,
  'hours.negative': (label) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)} can’t be less than nothing.`,
  'hours.too-many': (label) => `Enter fewer hours for ${label}. The most is 744, a whole month.`,
};

/** The sentence for a value that could not be read: `Enter start date as a real date, like 27 3 2026.` */
export function readProblemText(code: ReadProblem, label: string): string {
  return READ_PROBLEMS[code](lower(label));
}
