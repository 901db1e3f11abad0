import type { BatchHead, BatchJobState, BatchLineState, BatchWork } from '@shared/api/batches';
import type { RunSummary } from '@shared/api/pay';
import { formatDay, formatShortDay, formatWeekday, type IsoDay, isIsoDay, partsOf } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { many } from '../values';

const households = (count: number): string => many(count, 'household', 'households');
const these = (count: number): string => (count === 1 ? 'this household' : `these ${count} households`);

const PERIODS: Readonly<Record<RunSummary['frequency'], string>> = {
  weekly: 'Week',
  'two-weekly': 'Two weeks',
  'four-weekly': 'Four weeks',
  monthly: 'Month',
};

/** `Week from 16 Nov`, of a run’s key. */
export function periodOfKey(key: string): string {
  const [frequency = '', from = ''] = key.split(':');
  const name = PERIODS[frequency as RunSummary['frequency']] ?? '';
  return isIsoDay(from) ? `${name} from ${formatShortDay(from)}` : name;
}

/** `Friday 27 November 2026`, `23 to 29 November 2026`. */
export function payDaysText(from: IsoDay, to: IsoDay): string {
  if (from === to) return formatWeekday(from, true);
  const [first, last] = [partsOf(from), partsOf(to)];
  const isOneMonth = first.year === last.year && first.month === last.month;
  return `${isOneMonth ? first.dayOfMonth : formatDay(from)} to ${formatDay(to)}`;
}

export const stateNames: Readonly<Record<BatchLineState, string>> = {
  waiting: 'Waiting',
  ready: 'Ready',
  look: 'Needs a look',
  refused: 'Can’t be paid yet',
  finished: 'Finished',
  'left-out': 'Left out',
};

export const stateTones = {
  waiting: 'plain',
  ready: 'note',
  look: 'attention',
  refused: 'wrong',
  finished: 'done',
  'left-out': 'plain',
} as const satisfies Readonly<Record<BatchLineState, string>>;

/** Words of the list of batches and of beginning one. */
export const batches = {
  title: 'Pay many households',
  sub: 'Choose the pay days. Mainstay works out the pay of every household, each one for itself.',
  back: 'All households',
  newTitle: 'New batch',
  from: 'First pay day',
  to: 'Last pay day',
  fromHint: 'Pay that is due from this day on is taken in.',
  toHint: 'For one pay day, enter the same day again.',
  begin: 'Work out the pay of these days',
  openTitle: 'Batches to do',
  doneTitle: 'Batches that are done',
  none: 'No batch yet',
  noneBody: 'Enter the pay days above to begin one.',
  caption: (open: boolean) => (open ? 'Batches to do' : 'Batches that are done'),
  payDays: 'Pay days',
  begun: 'Begun',
  by: (moment: string, initials: string) => (initials === '' ? moment : `${moment}, ${initials}`),
  finished: 'Finished',
  left: 'Still to do',
  net: 'Paid',
  openBatch: (head: BatchHead) => payDaysText(head.payFrom, head.payTo),
  openBatchName: (head: BatchHead, begun: string) =>
    `${payDaysText(head.payFrom, head.payTo)}, begun ${begun}`,
  waiting: 'Looking for batches',
} as const;

const doing: Readonly<Record<BatchWork, string>> = {
  'working-out': 'Working out pay, household by household',
  checking: 'Noting that you checked the pay',
  finishing: 'Finishing pay, household by household',
};

function finishedWords(job: BatchJobState): string {
  const parts = [`The pay of ${households(job.finished)} is finished.`];
  if (job.changed > 0)
    parts.push(
      `${households(job.changed)} came to something else since you looked. Nothing was finished there. Look again.`,
    );
  if (job.refused > 0) parts.push(`${households(job.refused)} can’t be paid yet. The list says why.`);
  return parts.join(' ');
}

/** Words of one batch. */
export const batch = {
  title: (head: BatchHead) => `Pay on ${payDaysText(head.payFrom, head.payTo)}`,
  titleMany: (head: BatchHead) => `Pay from ${payDaysText(head.payFrom, head.payTo)}`,
  unknown: 'Batch',
  back: 'All batches',
  gone: 'This batch is not here',
  waiting: 'Opening the batch',
  doing: (work: BatchWork) => doing[work],
  leave: 'You can leave this page. The work goes on.',
  ended: (job: BatchJobState) =>
    job.work === 'working-out'
      ? 'All pay is worked out'
      : job.work === 'checking'
        ? `You checked the pay of ${households(job.finished)}`
        : job.finished === 0
          ? 'Nothing was finished'
          : `The pay of ${households(job.finished)} is finished`,
  endedBody: (job: BatchJobState) => (job.work === 'finishing' ? finishedWords(job) : ''),
  stopped: (job: BatchJobState) => `Stopped after ${job.done} of ${job.of}`,
  stoppedBody: 'What is done stays done. Go on when you are ready.',
  failed: 'The work had to stop',
  failedBody: 'What is done stays done, and nothing is done twice.',
  notGathered: 'Not every household was looked at yet',
  notGatheredBody: 'Go on where the work stopped. Nothing is done twice.',
  goOn: 'Go on working out the pay',
  old: (count: number) => `${households(count)} changed since the pay was worked out`,
  oldBody: 'Work it out again to see what it comes to now.',
  again: 'Work out what changed',
  everything: 'Work out everything again',
  figures: 'How the batch stands',
  figureNote: (lines: number, net: Pence) => `${households(lines)}, ${formatPounds(net)}`,
  people: (count: number) => many(count, 'PA', 'PAs'),
  households,
  reasonsTitle: 'What stands in the way',
  reasonsCaption: 'Reasons, with how many households have them',
  reason: 'Reason',
  state: 'State',
  count: 'Households',
  todo: 'What you can do',
  show: 'Show them',
  showName: (what: string) => `Show them: ${what}`,
  acceptAll: 'Pay as they are',
  acceptAllName: (what: string) => `Pay as they are: ${what}`,
  acceptTitle: (what: string) => `Pay them as they are: ${what}?`,
  acceptBody:
    'You say that you looked, and that this pay is right. Your initials stand beside it. Households with another reason too stay in the list.',
  acceptDo: 'Pay them as they are',
  keep: 'Go back',
  accepted: (lines: number) => `${households(lines)} can be paid now`,
  linesTitle: 'Households',
  linesCaption: 'Households of this batch',
  filterState: 'Show',
  all: 'All households',
  filterReason: 'With this reason',
  anyReason: 'Any reason',
  search: 'Household’s name',
  find: 'Find',
  clear: 'Show all again',
  noLines: 'No household fits',
  noLinesBody: 'Choose another state, or clear the search.',
  nobody: 'Nobody is paid on these days',
  nobodyBody: 'No household has pay due then. Choose other days, or bring hours in first.',
  household: 'Household',
  pay: 'Pay',
  net: 'Net pay',
  why: 'Why',
  andMore: (count: number) => ` and ${count} more`,
  changed: 'Changed since',
  lookedBy: (initials: string) => `Looked at by ${initials}`,
  checkedBy: (initials: readonly string[]) => `Checked by ${initials.join(', ')}`,
  listOf: (of: number) => `${households(of)} in this list`,
  before: 'Page before',
  after: 'Next page',
  pages: 'Pages of the list',
  finish: (count: number) => `Finish the pay of ${these(count)}`,
  check: (count: number) => `I checked the pay of ${these(count)}`,
  checkTitle: (count: number) => `Did you check the pay of ${these(count)}?`,
  checkBody:
    'Your initials stand beside it, for the total as it is now. Another person than you finishes it.',
  checkDo: 'Yes, I checked it',
  secondTitle: 'A second person checks',
  second: (byOthers: number, byMe: number, nobody: number) =>
    [
      'Your organisation wants two people for each pay.',
      byOthers === 0 ? 'You can finish none of it yet.' : `You can finish ${households(byOthers)}.`,
      byMe === 0 ? '' : `You checked ${households(byMe)}: somebody else finishes those.`,
      nobody === 0 ? '' : `${households(nobody)} wait for a check.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  who: 'Say who is working now',
  putAway: 'Put this batch away',
  takeOut: 'Take this batch out again',
  awayNote: 'This batch was put away. Its finished pay stays as it is.',
  more: 'More',
  hours: 'Put hours in for these pay days',
  papers: 'Make the papers of this batch',
} as const;

/** Words of the page before finishing. */
export const batchFinish = {
  title: (count: number) => `Finish the pay of ${households(count)}?`,
  back: 'Back to the batch',
  who: 'Households',
  pas: 'PAs',
  payDays: 'Pay days',
  net: 'Goes to the PAs',
  stays: 'Stays in the batch',
  staysValue: (look: number, refused: number) =>
    `${households(look)} to look at, ${households(refused)} that can’t be paid yet`,
  nothing: 'Nothing is ready to be finished',
  nothingBody: 'Work the pay out, or mend what stands in the way.',
  what: 'Each household’s payslips are made, and its record says what is owed. One household’s trouble leaves all others as they are.',
  final: 'Finished pay can’t be undone. It can be corrected in each household.',
  finish: (count: number) => `Finish the pay of ${these(count)}`,
} as const;

/** Words of one household in a batch. */
export const batchLine = {
  back: 'Back to the batch',
  gone: 'This household is not in the batch',
  sub: (key: string, payDate: IsoDay) => `${periodOfKey(key)}. Pay day: ${formatWeekday(payDate)}.`,
  waiting: 'Looking for this household',
  stands: 'How it stands',
  state: 'State',
  net: 'Net pay of all',
  why: 'What there is to look at',
  ready: 'Nothing stands in the way.',
  payTitle: 'The pay of each PA',
  payCaption: 'The pay of each PA',
  pa: 'PA',
  hours: 'Hours',
  gross: 'Gross pay',
  off: 'Taken off',
  netOne: 'Net pay',
  total: 'All',
  accept: 'Pay it as it is',
  takeBack: 'Take back my look',
  leaveOut: 'Leave this household out',
  takeIn: 'Take this household in again',
  again: 'Work it out again',
  open: (name: string) => `Open the pay of ${name}`,
  opens: (label: string, household: string) => `${label} (${household})`,
  accepted: 'It can be paid now',
  leftOut: 'Left out of this batch',
  takenIn: 'In this batch again',
  worked: 'Worked out again',
  taken: 'It needs a look again',
} as const;

/** Words of the check by a second person on a household’s own page. */
export const secondCheck = {
  title: 'A second person checks this pay',
  by: (initials: readonly string[]) => `Checked by ${initials.join(', ')} as it stands now.`,
  byMe: 'You checked it. Somebody else has to finish it.',
  needed: 'Nobody else has checked this pay yet. Who did not finish it checks it first.',
  check: 'I checked this pay',
  done: 'Noted that you checked this pay',
  who: 'Say who is working now',
} as const;
