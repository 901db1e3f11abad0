import type { WhatIfChange } from '@shared/budget/what-if';
import { formatHours } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { assertNever } from '@shared/result';

type NameOf = (workerId: string) => string;

const until = (day: Parameters<typeof formatDay>[0] | null): string =>
  day === null ? '' : ` until ${formatDay(day)}`;

const percent = (hundredths: number): string => `${(hundredths / 100).toFixed(2).replace(/\.?0+$/, '')} %`;

/** One change of a what-if as a sentence. */
export function changeWords(change: WhatIfChange, nameOf: NameOf): string {
  switch (change.kind) {
    case 'rate-rise': {
      const who = change.workerId === null ? 'Everybody' : nameOf(change.workerId);
      const { by } = change;
      const more =
        by.how === 'percent'
          ? `${percent(by.hundredths)} more`
          : by.how === 'more-an-hour'
            ? `£${by.pounds} more an hour`
            : `at least £${by.pounds} an hour`;
      return `${who} gets ${more} from ${formatDay(change.from)}.`;
    }
    case 'new-pa':
      return `${change.name} works ${formatHours(change.weeklyMinutes)} hours a week at £${change.pounds} from ${formatDay(change.from)}${until(change.to)}.`;
    case 'hours': {
      const less = change.weeklyMinutes < 0;
      const hours = formatHours(Math.abs(change.weeklyMinutes));
      return `${nameOf(change.workerId)} works ${hours} hours a week ${less ? 'less' : 'more'} from ${formatDay(change.from)}${until(change.to)}.`;
    }
    case 'cover':
      return `${nameOf(change.workerId)} is covered at £${change.pounds} an hour from ${formatDay(change.from)} to ${formatDay(change.to)}, with ${formatPounds(change.weeklySickPay)} sick pay a week.`;
    case 'leaving':
      return `${nameOf(change.workerId)} leaves on ${formatDay(change.lastDay)}${change.endingCosts === 0 ? '' : `, with ${formatPounds(change.endingCosts)} for notice and redundancy`}.`;
    case 'funding':
      return `From ${formatDay(change.from)} each payment is ${formatPounds(change.amount)}, and you pay in ${formatPounds(change.contribution)}.`;
    case 'one-off':
      return `${change.name} costs ${formatPounds(change.amount)} on ${formatDay(change.on)}.`;
    default:
      return assertNever(change, 'change');
  }
}

/** More or less than now, in words. */
export function difference(now: number, then: number): string {
  if (now === then) return 'the same';
  const size = formatPounds(pence(Math.abs(then - now)));
  return then > now ? `${size} more` : `${size} less`;
}

export const whatIf = {
  title: 'What if',
  sub: 'Try what would change your money. Nothing real changes.',
  caption: 'What is now beside each what-if you kept',
  name: 'What if',
  now: 'As it is now',
  endBalance: (day: string) => `Left on ${day}`,
  endPlain: 'Left at the end',
  short: 'First short',
  never: 'Never',
  asked: 'Could be asked back',
  askedOn: (amount: string, day: string) => `${amount} on ${day}`,
  nothing: 'Nothing',
  hours: 'Hours a week on the rota',
  fit: 'Hours a week the money buys',
  fitUnknown: 'Not known',
  pay: 'Pay, all in',
  payParts: 'Of it National Insurance, pension and holiday',
  cover: 'Cover and other',
  cameIn: 'Comes in',
  figure: 'What',
  withChanges: 'With these changes',
  change: 'Difference',
  tryOne: 'Try something',
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  newTitle: 'Try something',
  back: 'Back to what-ifs',
  changes: 'What changes',
  noChanges: 'Nothing changes yet. Add a change below.',
  takeOut: (sentence: string) => `Take out: ${sentence}`,
  takeOutShort: 'Take out',
  addTitle: 'Add a change',
  kind: 'What kind of change?',
  kinds: {
    'rate-rise': 'Pay goes up',
    'new-pa': 'A new PA',
    hours: 'More or fewer hours',
    cover: 'A PA is away and covered',
    leaving: 'A PA leaves',
    funding: 'The funder pays another amount',
    'one-off': 'Something is bought',
  },
  who: 'Who',
  everybody: 'Everybody',
  from: 'From',
  fromAsked: 'the day it begins',
  to: 'Until',
  toAsked: 'the last day',
  toHint: 'Leave this empty if it goes on.',
  rise: 'How does it go up?',
  risePercent: 'By a percentage',
  percent: 'How many per cent',
  percentHint: 'Like 4 or 2.5',
  percentWrong: 'Enter a number from 0.01 to 100, like 4 or 2.5.',
  riseMore: 'By so much an hour',
  riseLeast: 'To a new minimum wage',
  pounds: 'Pounds an hour',
  poundsWrong: 'Enter pounds an hour, like 13.50.',
  least: (rate: string) => `The minimum wage now is £${rate}.`,
  newName: 'What to call them',
  newNameEmpty: 'Enter a name, like “New PA”.',
  newNameFirst: 'New PA',
  weekly: 'Hours a week',
  weeklyAsked: 'the hours a week',
  inPension: 'They are in the pension',
  more: 'More',
  fewer: 'Fewer',
  moreOrFewer: 'More or fewer?',
  coverPounds: 'What an hour of cover costs, all in',
  sickPay: 'What the PA is still paid a week',
  sickPayHint: 'Sick pay (SSP), for example.',
  lastDay: 'Last day of work',
  ending: 'Notice and redundancy',
  endingHint: (amount: string) => `By law about ${amount}, if the job ended today.`,
  endingAsked: 'what notice and redundancy cost, or 0',
  amount: 'Each payment of the funder',
  contribution: 'What you pay in each time',
  amountAsked: 'the amount',
  what: 'What is bought',
  whatEmpty: 'Enter what is bought.',
  on: 'On',
  cost: 'What it costs',
  add: 'Add this change',
  added: 'The change is added.',
  resultTitle: 'What it would come to',
  resultCaption: 'Now and with these changes',
  nameField: 'Name of this what-if',
  nameEmpty: 'Enter a name for it.',
  save: 'Keep this what-if',
  saved: 'The what-if is kept.',
  remove: 'Take this what-if away',
  removed: 'The what-if is taken away.',
  noWorkers: 'There is no PA yet. Choose another kind of change.',
} as const;
