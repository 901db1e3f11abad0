/**
 * Run by `npm run bench`: who could cover a shift of a PA who is sick, through the service, among 30 people with ten years
 * of rota (20,000 kept shifts) in the encrypted file. Each round comes after a change: nothing is remembered.
 */
import { performance } from 'node:perf_hooks';
import { coverView as coverViewSchema } from '@shared/api/cover';
import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { saveContact } from '../../electron/services/cover-save';
import { coverView } from '../../electron/services/cover-view';
import type { Bench } from '../support/bench';
import { TEN_YEARS_TODAY, tenYears } from '../support/ten-years';
import { addTestAbsence, addTestHousehold, addTestWorker } from '../support/workspace';

const PEOPLE = 30;
const KEPT = 20_000;
const FIRST_DAY = isoDay('2016-11-28');
/** The day of the shift to be covered: among the last that are kept. */
const DAY = addDays(TEN_YEARS_TODAY, 3);
const KEY = 'cover-bench';

type Given = { readonly context: ServiceContext; readonly householdId: string };
let given: Given | undefined;

/** Thirty people with 20,000 shifts in ten years; one of them is sick on the day. */
async function prepare(): Promise<void> {
  if (given !== undefined) return;
  const { context } = await tenYears();
  const householdId = addTestHousehold(context, { from: FIRST_DAY, name: 'Thirty people' });
  const people = Array.from({ length: PEOPLE }, (_, at) =>
    addTestWorker(context, householdId, {
      firstNames: `Cover${at}`,
      startedOn: FIRST_DAY,
      rates: { weekday: '13.00', 'sleep-in': '60.00' },
    }),
  );
  saveContact(context, householdId, {
    id: null,
    kind: 'agency',
    name: 'Bright Care',
    phone: '01632 960100',
    hours: '',
    minimumMinutes: 120,
    noticeMinutes: 240,
    trainings: null,
    note: '',
    charges: [{ id: null, kindOfWork: null, fromDay: FIRST_DAY, toDay: null, pounds: '28.50' }],
  });
  const time = (hour: number) => clockTime(`${String(hour % 24).padStart(2, '0')}:00`);
  databaseOf(context).act({ name: 'rota.shift-added', householdId }, (write) => {
    for (let at = 0; at <= KEPT; at += 1) {
      const isNeed = at === KEPT;
      const day = isNeed ? DAY : addDays(FIRST_DAY, Math.floor((at * 3_660) / KEPT));
      const start = isNeed ? 8 : 6 + (at % 10);
      write.insert('shift', {
        id: isNeed ? KEY : `thirty-${at}`,
        household_id: householdId,
        worker_id: people[isNeed ? 0 : at % PEOPLE] ?? null,
        day,
        start_time: time(start),
        end_day: day,
        end_time: time(start + 6),
        kind_of_work: 'weekday',
        status: day < TEN_YEARS_TODAY ? 'confirmed' : 'planned',
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
        group_key: null,
        times_known: 'times',
      });
    }
  });
  addTestAbsence(context, householdId, people[0] ?? '', 'sickness', DAY, DAY);
  given = { context, householdId };
}

export const benches: readonly Bench[] = [
  {
    name: 'cover for a shift ranked among 30 people, with ten years in the file',
    goal: 50,
    unit: 'ms',
    rounds: 15,
    prepare,
    measure: async () => {
      if (given === undefined) throw new Error('The household is not made');
      const { context, householdId } = given;
      databaseOf(context).act({ name: 'duty.done', householdId }, (write) =>
        write.update('household', householdId, { town: `Leeds ${Math.round(performance.now() * 1000)}` }),
      );
      const started = performance.now();
      const view = coverView(context, householdId, KEY);
      const took = performance.now() - started;
      if (coverViewSchema.parse(view).choices.length < PEOPLE) throw new Error('Somebody was left out');
      return took;
    },
  },
];
