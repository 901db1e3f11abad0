/**
 * Run by `npm run bench`: gaps, cost and rules of work of a year, through the services, with ten years of a household's
 * rota (20,000 kept shifts) in its encrypted file. Each round comes after a change: nothing is remembered.
 */
import { performance } from 'node:perf_hooks';
import type { NeedHours } from '@shared/api/need';
import { needCost as needCostSchema, needView as needViewSchema } from '@shared/api/need';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { getHousehold } from '../../electron/services/household-record';
import { needCost } from '../../electron/services/need-cost';
import { saveNeed } from '../../electron/services/need-plan';
import { needRules } from '../../electron/services/need-rules';
import { needView } from '../../electron/services/need-view';
import type { Bench } from '../support/bench';
import { TEN_YEARS_TODAY, type TenYears, tenYears } from '../support/ten-years';

const YEAR_FROM = isoDay('2025-12-01');
const YEAR_TO = isoDay('2026-11-29');
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

let given: TenYears | undefined;

function opened(): TenYears {
  if (given === undefined) throw new Error('The household is not made');
  return given;
}

/** A plan with a time for each part of each day: mornings with two people, evenings, nights, and hours beside them. */
async function prepare(): Promise<void> {
  if (given !== undefined) return;
  given = await tenYears();
  const { context, householdId } = given;
  const agreementId = getHousehold(context, householdId).agreements[0]?.id ?? '';
  const base: NeedHours = {
    agreementId,
    kind: 'at-a-time',
    from: isoDay('2017-01-02'),
    to: null,
    weekdays: EVERY_DAY,
    minutes: 0,
    sleepIns: 0,
    start: clockTime('07:00'),
    end: clockTime('10:00'),
    endsNextDay: false,
    people: 2,
    sleepIn: false,
    what: '',
  };
  const lines: readonly Partial<NeedHours>[] = [
    {},
    { start: clockTime('12:00'), end: clockTime('14:00'), people: 1 },
    { start: clockTime('16:00'), end: clockTime('21:00'), people: 1 },
    { start: clockTime('22:00'), end: clockTime('07:00'), endsNextDay: true, people: 1, sleepIn: true },
    { kind: 'any-time', weekdays: [], start: null, end: null, minutes: 1_200 },
  ];
  for (const line of lines) saveNeed(context, householdId, [], { ...base, ...line }, []);
}

function timed(work: (of: TenYears) => unknown): number {
  const of = opened();
  of.forget();
  const started = performance.now();
  work(of);
  return performance.now() - started;
}

export const benches: readonly Bench[] = [
  {
    name: 'need: gaps and hours of a year of ten, through the database',
    goal: 200,
    unit: 'ms',
    rounds: 9,
    prepare,
    // The answer is checked against the contract, as it is on its way to the window.
    measure: async () =>
      timed(({ context, householdId }) =>
        needViewSchema.parse(needView(context, householdId, YEAR_FROM, YEAR_TO)),
      ),
  },
  {
    name: 'need: cost of a year of ten, through the database',
    goal: 200,
    unit: 'ms',
    rounds: 9,
    prepare,
    // Seen from a year ago, so that the year ahead is as full as the others.
    measure: async () => {
      opened().goTo('2025-11-30');
      const took = timed(({ context, householdId }) => needCostSchema.parse(needCost(context, householdId)));
      opened().goTo(TEN_YEARS_TODAY);
      return took;
    },
  },
  {
    name: 'need: rules of work over twelve weeks, through the database',
    goal: 200,
    unit: 'ms',
    rounds: 9,
    prepare,
    measure: async () =>
      timed(({ context, householdId }) =>
        needRules(context, householdId, isoDay('2026-11-16'), isoDay('2027-02-07')),
      ),
  },
];
