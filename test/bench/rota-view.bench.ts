/**
 * Run by `npm run bench`: any week of a household with ten years of rota, through the service and the database: 20,000 kept
 * shifts of eight PAs, three patterns and 400 absences. Each round reads ten weeks, spread over the ten years, as after a
 * change: nothing is remembered.
 */
import { performance } from 'node:perf_hooks';
import { addDays, type IsoDay, isoDay, mondayOf } from '@shared/dates';
import { weekFile } from '../../electron/services/rota-documents';
import { rotaView } from '../../electron/services/rota-view';
import type { Bench } from '../support/bench';
import { type TenYears, tenYears } from '../support/ten-years';

let given: TenYears | undefined;

function opened(): TenYears {
  if (given === undefined) throw new Error('The household is not made');
  return given;
}

async function prepare(): Promise<void> {
  given ??= await tenYears();
}

const MONDAYS: readonly IsoDay[] = Array.from({ length: 10 }, (_, at) =>
  mondayOf(addDays(isoDay('2017-03-06'), at * 385)),
);

/** The slowest of ten weeks, each read on its own after a change. */
function slowest(read: (monday: IsoDay) => void): number {
  return Math.max(
    ...MONDAYS.map((monday) => {
      opened().forget();
      const started = performance.now();
      read(monday);
      return performance.now() - started;
    }),
  );
}

export const benches: readonly Bench[] = [
  {
    name: 'any week of ten years, through the database',
    goal: 50,
    unit: 'ms',
    rounds: 5,
    prepare,
    measure: async () =>
      slowest((monday) => rotaView(opened().context, opened().householdId, monday, addDays(monday, 6))),
  },
  {
    name: 'any month of ten years, through the database',
    goal: 100,
    unit: 'ms',
    rounds: 5,
    prepare,
    measure: async () =>
      slowest((monday) => rotaView(opened().context, opened().householdId, monday, addDays(monday, 30))),
  },
  {
    name: 'the week to print, as PDF',
    goal: 300,
    unit: 'ms',
    rounds: 3,
    prepare,
    measure: async () =>
      slowest((monday) => weekFile(opened().context, opened().householdId, monday, addDays(monday, 6))),
  },
];
