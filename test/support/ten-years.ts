import { performance } from 'node:perf_hooks';
import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { databaseOf } from '../../electron/services/context';
import {
  addTestHousehold,
  addTestPattern,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from './workspace';

const FIRST_DAY = isoDay('2016-11-28');
const KEPT = 20_000;
const WORKERS = 8;
const HOURS = [7, 9, 12, 16, 20, 22] as const;

/** The last day of the ten years: what is before it was worked. */
export const TEN_YEARS_TODAY = isoDay('2026-11-21');

export type TenYears = {
  readonly context: TestWorkspace['context'];
  readonly householdId: string;
  /** Makes it another day; the kept shifts stay where they are. */
  goTo(day: string): void;
  /** Any change makes the program forget what it remembered. */
  forget(): void;
};

let made: Promise<TenYears> | undefined;

/**
 * A household with ten years of rota in its encrypted file: 20,000 kept shifts of eight PAs, three patterns and 400
 * absences. Made once; its folder goes when the process ends.
 */
export function tenYears(): Promise<TenYears> {
  made ??= make();
  return made;
}

async function make(): Promise<TenYears> {
  const workspace = await testWorkspace(TEN_YEARS_TODAY, 'ten-years');
  const { context } = workspace;
  const householdId = addTestHousehold(context, { from: FIRST_DAY });
  const workers = Array.from({ length: WORKERS }, (_, at) =>
    addTestWorker(context, householdId, {
      firstNames: `Pa${at}`,
      startedOn: FIRST_DAY,
      rates: { weekday: '13.00', weekend: '14.50', 'sleep-in': '60.00' },
    }),
  );
  for (const [at, worker] of workers.slice(0, 3).entries())
    addTestPattern(context, householdId, worker, FIRST_DAY, [at, at + 1, at + 3], '08:00', '14:00');
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
        status:
          at % 41 === 0 ? 'cancelled' : day < TEN_YEARS_TODAY && at % 29 !== 0 ? 'confirmed' : 'planned',
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
        times_known: 'times',
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
  process.on('exit', () => workspace.close());
  return {
    context,
    householdId,
    goTo: (day) => workspace.goTo(day),
    forget: () =>
      db.act({ name: 'duty.done', householdId }, (write) =>
        write.update('household', householdId, { name: `Bench ${Math.round(performance.now() * 1000)}` }),
      ),
  };
}
