import type { CarriedDetails } from '@shared/api/orders';
import { formatDay, type IsoDay } from '@shared/dates';
import type { RefusalSentences } from './refusals';
import { hoursWords } from './rota-times';
import { said } from './values';

type Reason = CarriedDetails['reason'];

/** Why holiday is brought over, with what the law lets be brought. */
export const carriedReasons: Readonly<Record<Reason, { readonly label: string; readonly note: string }>> = {
  agreed: {
    label: 'You both agreed to it',
    note: 'At most 1.6 weeks. To be used by the end of the new leave year.',
  },
  sickness: {
    label: 'They were ill and could not take it',
    note: 'At most 4 weeks. To be used within 18 months of the end of the old leave year.',
  },
  'family-leave': {
    label: 'They were away for a baby or child',
    note: 'All that was left, at most 5.6 weeks. To be used by the end of the new leave year.',
  },
  'not-given': {
    label: 'They were not given it, or not told of it',
    note: 'At most 4 weeks. It lasts until you have put this right.',
  },
};

/** Words of the page about holiday that is brought over. */
export const carried = {
  open: (name: string) => `See holiday brought over for ${name}`,
  openShort: 'See holiday brought over',
  title: (name: string) => `Holiday ${name} brings over`,
  titleNoName: 'Holiday brought over',
  sub: 'Holiday that was not taken ends with the leave year. For some reasons it goes on.',
  irregular: 'With hours that vary, all that was left may go on after sickness or family leave.',
  rolledUp: 'Holiday pay is paid with each wage here, so there is no holiday to bring over.',
  noContract: 'Add a contract first. It says when the leave year starts.',
  leftBefore: (to: IsoDay, minutes: number) =>
    `Holiday left on ${formatDay(to)}: ${hoursWords(Math.max(0, minutes))}.`,
  empty: 'Nothing is brought over',
  into: (from: IsoDay) => `Into the leave year from ${formatDay(from)}`,
  time: 'How much',
  timeAsked: 'The hours',
  why: 'Why',
  useBy: 'To be used by',
  noEnd: 'No end, until it is put right',
  used: 'Used',
  left: 'Left',
  lapsed: 'Lost, as its time was up',
  year: 'Which leave year does it go into?',
  yearNeeded: 'Choose the leave year.',
  yearChoice: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  reason: 'Why does it go on?',
  reasonNeeded: 'Choose why it goes on.',
  useByAsked: 'The last day',
  useByHint: 'Leave it empty for the law’s own day.',
  add: 'Add holiday brought over',
  save: 'Save this holiday',
  change: 'Change this',
  remove: 'Remove this',
  changeNamed: (reason: Reason, from: IsoDay) =>
    `Change this: ${carriedReasons[reason].label}, ${formatDay(from)}`,
  removeNamed: (reason: Reason, from: IsoDay) =>
    `Remove this: ${carriedReasons[reason].label}, ${formatDay(from)}`,
  removed: 'The holiday brought over is removed. You can undo it.',
  row: 'Brought over',
  paidRow: 'Paid on leaving',
} as const;

/** Sentences for what is refused about it. */
export const carriedRefusals: RefusalSentences = {
  'carried.rolled-up': carried.rolledUp,
  'carried.not-a-year': 'No leave year starts on this day. Choose one from the list.',
  'carried.none': 'Enter more than no hours.',
  'carried.too-much': (values) =>
    `For this reason the law lets ${hoursWords(Number(values['minutes'] ?? 0))} go on at most.`,
  'carried.twice': 'This reason is noted for this leave year already. Change that one.',
  'carried.use-by': (values) => `By law it can be used until ${said(values, 'day')} at least.`,
  'pay.no-contract': carried.noContract,
};
