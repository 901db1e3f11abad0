/**
 * Run by `npm run bench`: any week of a household with ten years of rota, through the service and the database: 20,000 kept
 * shifts of eight PAs, three patterns and 400 absences. Each round reads ten weeks, spread over the ten years, as after a
 * change: nothing is remembered.
 */
import { performance } from 'node:perf_hooks';
import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay, mondayOf } from '@shared/dates';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { databaseOf } from '../../electron/services/context';
import { weekFile } from '../../electron/services/rota-documents';
import { rotaView } from '../../electron/services/rota-view';
import type { Bench } from '../support/bench';
import {
  addTestHousehold,
  addTestPattern,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from '../support/workspace';

const FIRST_DAY = isoDay('2016-11-28');
const TODAY = isoDay('2026-11-21');
const KEPT = 20_000;
const WORKERS = 8;
const HOURS = [7, 9, 12, 16, 20, 22] as const;

let workspace: TestWorkspace | undefined;
let householdId = '';

function opened(): TestWorkspace {
  if (workspace === undefined) throw new Error('The household is not made');
  return workspace;
}

async function prepare(): Promise<void> {
  if (workspace !== undefined) return;
  workspace = await testWorkspace(TODAY, 'rota-view-bench');
  const { context } = workspace;
  householdId = addTestHousehold(context, { from: FIRST_DAY });
  const workers = Array.from({ length: WORKERS }, (_, at) =>
    addTestWorker(context, householdId, {
      firstNames: `Pa${at}`,
      startedOn: FIRST_DAY,
      rates: { weekday: '13.00', weekend: '14.50', 'sleep-in': '60.00' },
    }),
  );
  for (const [at, worker] of workers.slice(0, 3).entries())
    addTestPattern(context, householdId, worker, '2016-11-28', [at, at + 1, at + 3], '08:00', '14:00');
  const db = databaseOf(context);
  const time = (hour: number) => clockTime(`${String(hour % 24).padStart(2, '0')}:00`);
  db.act({ name: 'rota.shift-added', householdId }, (write) => {
    for (let at = 0; at < KEPT; at += 1) {
      const day = addDays(FIRST_DAY, Math.floor((at * 3650) / KEPT));
      const start = HOURS[at % HOURS.length] ?? 7;
      const end = start + 3 + (at % 7);
      write.insert('shift', {
        id: `kept-${at}`,
        household_id: householdId,
        worker_id: at % 29 === 0 ? null : (workers[at % WORKERS] ?? null),
        day,
        start_time: time(start),
        end_day: end >= 24 ? addDays(day, 1) : day,
        end_time: time(end),
        kind_of_work: (start === 22 ? 'sleep-in' : 'weekday') satisfies KindOfWork,
        status: at % 41 === 0 ? 'cancelled' : day < TODAY && at % 29 !== 0 ? 'confirmed' : 'planned',
        occurrence_key: null,
        occurrence_day: null,
        actual_start_time: null,
        actual_end_day: null,
        actual_end_time: null,
        actual_awake_minutes: null,
        actual_reason: '',
        covers_key: null,
        covers_absence_id: null,
        paid_in: null,
        note: '',
        group_key: at % 50 === 0 ? `group-${at}` : null,
      });
    }
    for (let at = 0; at < 400; at += 1) {
      const day = addDays(FIRST_DAY, at * 9);
      write.insert('absence', {
        id: `away-${at}`,
        household_id: householdId,
        worker_id: workers[at % WORKERS] ?? '',
        kind: at % 3 === 0 ? 'sickness' : 'holiday',
        first_day: day,
        last_day: addDays(day, at % 5),
        holiday_minutes: null,
        note: '',
        reason: '',
        pay_kept: 0,
        told_on: null,
        told_at: null,
      });
    }
  });
  process.on('exit', () => workspace?.close());
}

/** Any change makes the program forget what it remembered. */
function forget(): void {
  const db = databaseOf(opened().context);
  db.act({ name: 'duty.done', householdId }, (write) =>
    write.update('household', householdId, { name: `Bench ${Math.round(performance.now() * 1000)}` }),
  );
}

const MONDAYS: readonly IsoDay[] = Array.from({ length: 10 }, (_, at) =>
  mondayOf(addDays(isoDay('2017-03-06'), at * 385)),
);

/** The slowest of ten weeks, each read on its own after a change. */
function slowest(read: (monday: IsoDay) => void): number {
  return Math.max(
    ...MONDAYS.map((monday) => {
      forget();
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
      slowest((monday) => rotaView(opened().context, householdId, monday, addDays(monday, 6))),
  },
  {
    name: 'any month of ten years, through the database',
    goal: 100,
    unit: 'ms',
    rounds: 5,
    prepare,
    measure: async () =>
      slowest((monday) => rotaView(opened().context, householdId, monday, addDays(monday, 30))),
  },
  {
    name: 'the week to print, as PDF',
    goal: 300,
    unit: 'ms',
    rounds: 3,
    prepare,
    measure: async () =>
      slowest((monday) => weekFile(opened().context, householdId, monday, addDays(monday, 6))),
  },
];
