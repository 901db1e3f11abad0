import { clockTime, minutesBetween } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { taxPeriodOf } from '@shared/payroll/tax-period';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import { londonDay, londonTime } from '../../electron/system/clock';
import { clientOf } from '../support/client-of';
import type { Fault } from '../support/fault';
import { tryMany } from '../support/try-many';
import {
  addTestHousehold,
  addTestShift,
  addTestWorker,
  TEST_PASSPHRASE,
  testWorkspace,
} from '../support/workspace';

type Case = () => string | undefined | Promise<string | undefined>;

const same = (what: string, found: unknown, right: unknown): string | undefined =>
  found === right ? undefined : `${what}: ${String(found)} instead of ${String(right)}`;

/*
 * Hours by hand: clocks go on at 1 am on 29 March 2026, 28 March 2027 and 26 March 2028 (an hour that is not there), and back
 * at 2 am on 25 October 2026, 31 October 2027 and 29 October 2028 (an hour that is there twice).
 */
const NIGHTS: readonly (readonly [from: string, start: string, to: string, end: string, hours: number])[] = [
  ['2026-03-27', '22:00', '2026-03-28', '06:00', 8],
  ['2026-03-28', '22:00', '2026-03-29', '06:00', 7],
  ['2026-03-29', '22:00', '2026-03-30', '06:00', 8],
  ['2026-03-29', '00:30', '2026-03-29', '02:30', 1],
  ['2026-03-29', '08:00', '2026-03-29', '16:00', 8],
  ['2026-03-28', '09:00', '2026-03-29', '09:00', 23],
  ['2026-10-24', '22:00', '2026-10-25', '06:00', 9],
  ['2026-10-25', '22:00', '2026-10-26', '06:00', 8],
  ['2026-10-25', '00:30', '2026-10-25', '02:30', 3],
  ['2026-10-24', '09:00', '2026-10-25', '09:00', 25],
  ['2027-03-27', '21:00', '2027-03-28', '07:00', 9],
  ['2027-10-30', '21:00', '2027-10-31', '07:00', 11],
  ['2028-02-28', '22:00', '2028-02-29', '06:00', 8],
  ['2028-02-29', '22:00', '2028-03-01', '06:00', 8],
  ['2027-02-28', '22:00', '2027-03-01', '06:00', 8],
  ['2028-03-25', '22:00', '2028-03-26', '06:00', 7],
  ['2026-12-31', '22:00', '2027-01-01', '06:00', 8],
  ['2026-04-05', '22:00', '2026-04-06', '06:00', 8],
];

/*
 * Tax weeks by hand: week 1 is 6 to 12 April. A year of 365 days ends on the one day of week 53; one of 366 days (2027-28, which
 * has 29 February 2028) on its second. Two- and four-weekly pay on those days is week 54 or 56. HMRC manual PAYE70015.
 */
const PAYDAYS: readonly (readonly [day: string, frequency: PayFrequency, year: string, period: number])[] = [
  ['2026-04-05', 'weekly', '2025-26', 53],
  ['2026-04-06', 'weekly', '2026-27', 1],
  ['2026-04-12', 'weekly', '2026-27', 1],
  ['2026-04-13', 'weekly', '2026-27', 2],
  ['2027-04-04', 'weekly', '2026-27', 52],
  ['2027-04-05', 'weekly', '2026-27', 53],
  ['2027-04-05', 'two-weekly', '2026-27', 54],
  ['2027-04-05', 'four-weekly', '2026-27', 56],
  ['2027-04-04', 'two-weekly', '2026-27', 52],
  ['2027-04-04', 'four-weekly', '2026-27', 52],
  ['2027-04-06', 'two-weekly', '2027-28', 2],
  ['2027-04-06', 'four-weekly', '2027-28', 4],
  ['2028-02-29', 'weekly', '2027-28', 48],
  ['2028-02-29', 'monthly', '2027-28', 11],
  ['2028-04-03', 'weekly', '2027-28', 52],
  ['2028-04-04', 'weekly', '2027-28', 53],
  ['2028-04-05', 'weekly', '2027-28', 53],
  ['2028-04-05', 'four-weekly', '2027-28', 56],
  ['2026-04-05', 'monthly', '2025-26', 12],
  ['2026-04-06', 'monthly', '2026-27', 1],
  ['2026-05-05', 'monthly', '2026-27', 1],
  ['2026-05-06', 'monthly', '2026-27', 2],
  ['2027-01-05', 'monthly', '2026-27', 9],
  ['2027-01-06', 'monthly', '2026-27', 10],
];

/** A moment in UTC and what clocks in London show then, whatever the computer thinks where it is. */
const MOMENTS: readonly (readonly [zone: string, utc: string, day: string, time: string])[] = [
  ['Pacific/Auckland', '2026-03-29T00:59:00Z', '2026-03-29', '00:59'],
  ['Pacific/Auckland', '2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
  ['Pacific/Auckland', '2026-06-30T23:30:00Z', '2026-07-01', '00:30'],
  ['Pacific/Auckland', '2026-04-05T22:59:00Z', '2026-04-05', '23:59'],
  ['Pacific/Auckland', '2026-04-05T23:00:00Z', '2026-04-06', '00:00'],
  ['America/Los_Angeles', '2026-10-25T00:30:00Z', '2026-10-25', '01:30'],
  ['America/Los_Angeles', '2026-10-25T01:30:00Z', '2026-10-25', '01:30'],
  ['Pacific/Kiritimati', '2026-12-31T23:59:00Z', '2026-12-31', '23:59'],
  ['UTC', '2028-02-29T23:59:00Z', '2028-02-29', '23:59'],
  ['Asia/Kolkata', '2027-04-05T23:00:00Z', '2027-04-06', '00:00'],
];

function inZone(zone: string, look: () => string | undefined): string | undefined {
  const kept = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return look();
  } finally {
    if (kept === undefined) delete process.env['TZ'];
    else process.env['TZ'] = kept;
  }
}

/** A night over a clock change, from the rota to what is paid for it: hours by 13.00. */
async function paidNight(monday: string, day: string, pence: number): Promise<string | undefined> {
  const { context, goTo, close } = await testWorkspace(monday, `night ${day}`);
  try {
    const householdId = addTestHousehold(context, { from: monday });
    const workerId = addTestWorker(context, householdId, { startedOn: monday });
    goTo('2026-11-21');
    addTestShift(context, householdId, workerId, day, '22:00', '06:00', { endsNextDay: true });
    const { open } = await clientOf(context).pay.runs({ householdId });
    const run = open.find((one) => one.periodFrom <= day && one.periodTo >= day);
    const preview =
      run === undefined ? undefined : await clientOf(context).pay.run({ householdId, key: run.key });
    return same(`pay of the night of ${day}`, preview?.totals.gross, pence);
  } finally {
    close();
  }
}

/** Work is kept on one day, then the clock stands on another: everything opens, is there, and goes on. */
async function clockSetTo(day: string): Promise<string | undefined> {
  const { context, goTo, close } = await testWorkspace('2026-11-21', `clock ${day}`);
  try {
    const householdId = addTestHousehold(context);
    context.workspace.lock();
    goTo(day);
    const wrong = await context.workspace.unlock('not the passphrase', 'passphrase').then(
      () => 'opened by a wrong passphrase',
      () => undefined,
    );
    if (wrong !== undefined) return wrong;
    const status = await context.workspace.unlock(TEST_PASSPHRASE, 'passphrase');
    if (status.state !== 'open') return `with the clock at ${day} it does not open: ${status.state}`;
    const client = clientOf(context);
    if ((await client.household.list()).length !== 1) return `with the clock at ${day} the household is gone`;
    addTestWorker(context, householdId, { startedOn: '2026-11-21' });
    await client.today.view({ householdId });
    await client.workspace.undo({ householdId });
    return same('backups kept', context.workspace.backups().length > 0, true);
  } finally {
    close();
  }
}

/** The slow ones last: the quick tries take the first. */
const CASES: readonly Case[] = [
  ...NIGHTS.map(
    ([from, start, to, end, hours]): Case =>
      () =>
        same(
          `${from} ${start} to ${to} ${end}`,
          minutesBetween(isoDay(from), clockTime(start), isoDay(to), clockTime(end)),
          hours * 60,
        ),
  ),
  ...PAYDAYS.map(
    ([day, frequency, year, period]): Case =>
      () => {
        const found = taxPeriodOf(isoDay(day), frequency);
        return same(
          `${frequency} pay of ${day}`,
          `${found.taxYear} ${found.taxPeriodNumber}`,
          `${year} ${period}`,
        );
      },
  ),
  ...MOMENTS.map(
    ([zone, utc, day, time]): Case =>
      () =>
        inZone(zone, () =>
          same(
            `${utc} in ${zone}`,
            `${londonDay(Date.parse(utc))} ${londonTime(Date.parse(utc))}`,
            `${day} ${time}`,
          ),
        ),
  ),
  () => clockSetTo('2026-11-20'),
  () => clockSetTo('2025-11-21'),
  () => clockSetTo('2027-11-21'),
  () => clockSetTo('2036-02-29'),
  () => clockSetTo('2024-02-29'),
  // Seven hours of 13.00 where the clocks go on, nine where they go back, eight on any other night.
  () => paidNight('2026-03-23', '2026-03-28', 7 * 1300),
  () => paidNight('2026-10-19', '2026-10-24', 9 * 1300),
  () => paidNight('2026-10-12', '2026-10-17', 8 * 1300),
];

export const faults: readonly Fault[] = [
  {
    row: 27,
    promise: 'Hours, days and tax weeks are right on every day of the year, wherever the computer is',
    how: 'nights over both clock changes and 29 February, paydays of weeks 52, 53, 54 and 56, five other time zones, a clock set back a day, a year and two, and on by one and ten; all against figures worked by hand',
    tries: CASES.length,
    quick: NIGHTS.length + PAYDAYS.length + MOMENTS.length,
    attempt: (tries) => tryMany(tries, (index) => CASES[index % CASES.length]?.()),
  },
];
