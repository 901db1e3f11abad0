/**
 * Run by `npm run bench`: the rules of the rota on ten years of one household: 20,000 kept shifts, the patterns of ten PAs
 * and a year with the plan's times for each day. What the database adds is measured with the services, cover in its own file.
 */
import { performance } from 'node:perf_hooks';
import file from '@resources/rates/working-time.json';
import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay, type Weekday } from '@shared/dates';
import { pence } from '@shared/money';
import { must } from '@shared/result';
import type { Absence } from '@shared/rota/absence';
import { costForecast } from '@shared/rota/cost-forecast';
import { hoursOfDays } from '@shared/rota/hours-of-days';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { planAgainstRota } from '@shared/rota/need-against-rota';
import type { NeedLine } from '@shared/rota/need-plan';
import { type RotaWindow, rotaForWindow } from '@shared/rota/rota-for-window';
import type { Shift } from '@shared/rota/shift';
import { workWarnings } from '@shared/rota/work-limits';
import { workingTimeRulesOn } from '@shared/rota/working-time-rules';
import type { Bench } from '../support/bench';
import { away, entry, kept, pattern, rate, worker } from '../unit/rota/make';

const FIRST_MONDAY = isoDay('2017-01-02');
const YEAR_FROM = isoDay('2026-01-05');
const YEAR_TO = isoDay('2027-01-03');
const KEPT = 20_000;
const HOUR = [7, 9, 12, 16, 20, 22];

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `pa${at}`);

/** Some 5.5 shifts a day for ten years, each of 3 to 9 hours, some over midnight, some asleep, some open or cancelled. */
function keptShifts(workers: number): readonly Shift[] {
  return Array.from({ length: KEPT }, (_, at): Shift => {
    const day = addDays(FIRST_MONDAY, Math.floor((at * 3650) / KEPT));
    const start = must(HOUR[at % HOUR.length], 'an hour');
    const end = start + 3 + (at % 7);
    const hour = (value: number): string => `${String(value % 24).padStart(2, '0')}:00`;
    const endDay = end >= 24 ? addDays(day, 1) : day;
    return kept(
      `kept-${at}`,
      at % 29 === 0 ? null : `pa${at % workers}`,
      `${day} ${hour(start)}`,
      `${endDay} ${hour(end)}`,
      {
        kindOfWork: (start === 22 ? 'sleep-in' : 'weekday') as KindOfWork,
        status: at % 41 === 0 ? 'cancelled' : day < '2026-11-21' ? 'confirmed' : 'planned',
      },
    );
  });
}

function absences(workers: number): readonly Absence[] {
  return Array.from({ length: 400 }, (_, at) => {
    const day = addDays(FIRST_MONDAY, at * 9);
    return away(
      `away-${at}`,
      `pa${at % workers}`,
      day,
      addDays(day, at % 5),
      at % 2 ? 'sickness' : 'holiday',
    );
  });
}

const PATTERNS = ids(10).map((id, at) =>
  pattern(
    `pattern-${id}`,
    id,
    [0, 1, 2].map((count) => entry(`e${count}`, ((at + count * 2) % 7) as Weekday, '10:00', '15:00')),
    { cycleWeeks: 1 + (at % 4), anchorMonday: FIRST_MONDAY, from: FIRST_MONDAY },
  ),
);

/** Mornings with two people, afternoons, evenings and nights of each day, and hours beside them. */
const LINES: readonly NeedLine[] = [
  {
    id: 'hours',
    agreementId: 'council',
    from: FIRST_MONDAY,
    to: null,
    kind: 'any-time',
    weeklyMinutes: 1_200,
    weeklySleepIns: 0,
  },
  ...[
    ['07:00', '10:00', 2],
    ['12:00', '14:00', 1],
    ['16:00', '21:00', 1],
    ['22:00', '07:00', 1],
  ].map(
    ([start, end, people], at): NeedLine => ({
      id: `need-${at}`,
      agreementId: at === 3 ? 'nhs' : 'council',
      from: FIRST_MONDAY,
      to: null,
      kind: 'at-a-time',
      weekday: null,
      start: clockTime(String(start)),
      end: clockTime(String(end)),
      endsNextDay: at === 3,
      people: Number(people),
      sleepIn: at === 3,
    }),
  ),
];

const RATES = ids(10).flatMap((id) =>
  Array.from({ length: 10 }, (_, year) => `${2017 + year}-01-01`).flatMap((from) => [
    rate(id, 'weekday', '13.25', from),
    rate(id, 'sleep-in', '60.00', from, 'shift'),
  ]),
);

const SHIFTS = keptShifts(10);
const AWAY = absences(10);

function rota(from: IsoDay, to: IsoDay): RotaWindow {
  return rotaForWindow({ patterns: PATTERNS, shifts: SHIFTS, absences: AWAY, from, to });
}

const limits = workingTimeRulesOn(file, isoDay('2026-11-24'));
const RULES = must(limits.ok ? limits.value : null, 'the limits of November 2026');

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

let week = 0;

export const benches: readonly Bench[] = [
  {
    name: 'rota: any week of ten years, with warnings',
    goal: 50,
    unit: 'ms',
    rounds: 25,
    measure: async () => {
      week += 211;
      const from = addDays(FIRST_MONDAY, 7 * (week % 520));
      const to = addDays(from, 6);
      return timed(() => {
        hoursOfDays(rota(from, to));
        const { shifts } = rota(addDays(from, -119), addDays(to, 7));
        return ids(10).map((id) =>
          workWarnings({
            worker: worker(id, { firstDay: FIRST_MONDAY }),
            shifts,
            absences: AWAY,
            from,
            to,
            rules: RULES,
            rightToWork: { checkedOn: FIRST_MONDAY, until: null },
            soonDays: 28,
          }),
        );
      });
    },
  },
  {
    name: 'rota: gaps and cost of a year',
    goal: 200,
    unit: 'ms',
    rounds: 9,
    measure: async () =>
      timed(() => {
        const year = rota(addDays(YEAR_FROM, -1), addDays(YEAR_TO, 1));
        const shifts = [...year.shifts, ...year.cancelled];
        planAgainstRota({
          lines: LINES,
          shifts,
          from: YEAR_FROM,
          to: YEAR_TO,
          today: isoDay('2026-11-21'),
          periods: [{ from: YEAR_FROM, to: YEAR_TO }],
        });
        costForecast({
          shifts,
          from: YEAR_FROM,
          to: YEAR_TO,
          rates: RATES,
          onCost: (_workerId, wages) => pence(Math.floor(wages / 8)),
          agreements: [
            {
              agreementId: 'council',
              from: FIRST_MONDAY,
              to: null,
              amount: pence(160_000),
              days: 28,
              over: 1,
            },
          ],
          balance: pence(300_000),
          payments: [],
          otherCosts: [],
        });
      }),
  },
];
