import type { Coded } from '@shared/api/common';
import type { TodayView } from '@shared/api/today';
import { isIsoDay, isoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';

const GREETINGS: Readonly<Record<TodayView['greeting'], string>> = {
  morning: 'Good morning',
  afternoon: 'Good afternoon',
  evening: 'Good evening',
};

/** Words of Today. */
export const today = {
  title: (greeting: TodayView['greeting'], name: string, needs: number): string => {
    const hello = `${GREETINGS[greeting]}${name === '' ? '' : `, ${name}`}.`;
    if (needs === 0) return `${hello} Nothing needs you.`;
    return `${hello} ${needs === 1 ? '1 thing needs you.' : `${needs} things need you.`}`;
  },
  welcome: (greeting: TodayView['greeting'], name: string): string =>
    `${GREETINGS[greeting]}${name === '' ? '' : `, ${name}`}.`,
  needs: 'What needs you',
  showAll: (count: number) => (count === 1 ? 'Show 1 more' : `Show ${count} more`),
  needButton: (button: string, title: string) => `${button}: ${title}`,
  allDone: 'All is done for now. What comes next will show here by itself.',
  away: 'A PA is away today',
  week: 'The next seven days',
  weekEmpty: 'No shifts are planned in these days.',
  toRota: 'Go to the rota',
  needsSomeone: 'Needs someone',
  shift: (name: string, times: string) => `${name} ${times}`,
  sleepsIn: (name: string) => `${name} sleeps in`,
  payDay: 'Pay day',
  nothing: 'No shifts',
  money: 'Your money',
  bank: 'In the bank',
  promised: 'Already promised',
  yours: 'Really yours to spend',
  askedBack: 'Could be asked back',
  moneyNone: 'Bring in a bank statement to see what is really yours.',
  bankDown: 'A card or bank is not working: who is owed what',
  moneyNoneLink: 'Go to money',
  startTitle: 'Let’s set things up',
  startBody: 'Tell Mainstay about the household, the money and your PAs. You can stop and go on at any time.',
  start: 'Start setting up',
  startLeft: (left: number) => (left === 1 ? '1 step is left.' : `${left} steps are left.`),
} as const;

/** What could be asked back, in a few words: `£312.40 in March`, `Nothing before March`. */
export function askedBack(surplus: Coded): string {
  const { amountPence, day } = surplus.values;
  const on = typeof day === 'string' && isIsoDay(day) ? isoDay(day) : undefined;
  const month = on === undefined ? undefined : monthName(partsOf(on).month);
  const amount = typeof amountPence === 'number' ? amountPence : 0;
  if (amount > 0) return `${formatPounds(pence(amount))}${month === undefined ? '' : ` in ${month}`}`;
  return month === undefined ? 'Nothing in sight' : `Nothing before ${month}`;
}
