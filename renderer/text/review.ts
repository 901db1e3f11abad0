import paper from '@resources/documents/review.json';
import type { ReviewView } from '@shared/api/endings';
import { formatHours } from '@shared/clock-time';
import { formatDay, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';

const CAUSES: Readonly<Record<string, string>> = paper.causes;
const ACCOUNTS: Readonly<Record<string, string>> = paper.accounts;
const CHANGES: Readonly<Record<string, string>> = paper.changes;

type Hours = ReviewView['hours']['worked'];

export const reviewCause = (because: string): string => CAUSES[because] ?? paper.outcomeOther;
export const reviewKind = (one: ReviewView['spending'][number]): string =>
  one.name || (ACCOUNTS[one.account] ?? paper.otherAccount);
export const reviewChange = (one: ReviewView['changes'][number]): string =>
  (CHANGES[one.code] ?? one.code).replace('{name}', String(one.values['name'] ?? ''));

export function reviewHours(hours: Hours): string {
  if (hours.sleepIns === 0) return formatHours(hours.minutes);
  const nights = hours.sleepIns === 1 ? '1 sleep-in' : `${hours.sleepIns} sleep-ins`;
  return hours.minutes === 0 ? nights : `${formatHours(hours.minutes)} and ${nights}`;
}

export const review = {
  title: paper.title,
  sub: 'What the money was for, what it did, and what was not met. For any time.',
  back: 'Returns',
  from: 'From',
  to: 'To',
  fromSaid: 'the first day',
  toSaid: 'the last day',
  show: 'Show this time',
  period: (from: IsoDay, to: IsoDay): string => `${formatDay(from)} to ${formatDay(to)}`,
  hoursTitle: paper.hoursTitle,
  hours: paper.hours,
  noPlan: paper.noPlan,
  coverCost: (amount: Pence): string => paper.coverCost.replace('{amount}', formatPounds(amount)),
  coverCostIncomplete: paper.coverCostIncomplete,
  reasonsTitle: paper.reasonsTitle,
  columns: { ...paper.columns, amount: 'Amount' },
  unmetTitle: paper.unmetTitle,
  noUnmet: paper.noUnmet,
  night: paper.night,
  outcomesTitle: paper.outcomesTitle,
  noOutcomes: paper.noOutcomes,
  addOutcome: 'Add a note to the outcome diary',
  outcome: (name: string): string => name || paper.outcomeOther,
  spendingTitle: paper.spendingTitle,
  noSpending: paper.noSpending,
  total: paper.total,
  moneyInOut: (into: Pence, out: Pence): string =>
    paper.moneyIn.replace('{amount}', formatPounds(into)).replace('{amountOut}', formatPounds(out)),
  unexplained: (count: number): string =>
    (count === 1 ? paper.unexplained.one : paper.unexplained.many).replace('{count}', String(count)),
  changesTitle: paper.changesTitle,
  noChanges: paper.noChanges,
  privacy: paper.noHealth,
  savePdf: 'Save the review as PDF',
  saveCsv: 'Save it as CSV',
} as const;

export const outcomes = {
  title: 'Outcome diary',
  sub: 'What the support made possible, in your own words. Reviews ask for it.',
  back: 'Returns',
  addTitle: 'Add a note',
  changeTitle: 'Change this note',
  day: 'Day',
  daySaid: 'the day',
  outcome: 'What it is about',
  outcomeHint: 'An aim of your support plan, like getting out or seeing friends',
  text: 'What happened',
  textNeeded: 'Write what happened.',
  save: 'Save this note',
  cancel: 'Keep it as it was',
  saved: 'Saved the note',
  removed: 'Removed the note',
  listTitle: 'Notes of the last year',
  empty: 'There are no notes yet',
  emptyBody: 'One or two sentences are enough. They go into the review by themselves.',
  change: 'Change',
  changeNamed: (day: IsoDay, text: string): string =>
    `Change the note of ${formatDay(day)}: ${text.slice(0, 40)}`,
  remove: 'Remove',
  removeNamed: (day: IsoDay, text: string): string =>
    `Remove the note of ${formatDay(day)}: ${text.slice(0, 40)}`,
  toReview: 'Look at the review',
} as const;
