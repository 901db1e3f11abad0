/** Run by `npm run bench`: how quickly cover is ranked for a shift, with 17 weeks of everyone's rota around it. */
import { performance } from 'node:perf_hooks';
import file from '@resources/rates/working-time.json';
import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { must } from '@shared/result';
import { type CoverChoicesInput, coverChoices } from '@shared/rota/cover';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import { workingTimeRulesOn } from '@shared/rota/working-time-rules';
import type { Bench } from '../support/bench';
import { kept, rate, span, worker } from '../unit/rota/make';

const PEOPLE = 30;
const DAY = isoDay('2026-11-24');
const FROM = addDays(DAY, -119);
const TO = addDays(DAY, 14);
const two = (hour: number): string => String(hour).padStart(2, '0');

/** Thirty people with five shifts a week each, some of them in the way of the need. */
function thirtyPeople(): CoverChoicesInput {
  const found = workingTimeRulesOn(file, DAY);
  const rules = must(found.ok ? found.value : null, 'the data reaches November 2026');
  const ids = Array.from({ length: PEOPLE }, (_, at) => `pa-${two(at)}`);
  const shifts = ids.flatMap((id, at) =>
    Array.from({ length: 134 }, (_, days) => days)
      .filter((days) => (days + at) % 7 < 5)
      .map((days) => {
        const day = addDays(FROM, days);
        const hour = 5 + ((at + days) % 12);
        return kept(`${id} ${day}`, id, `${day} ${two(hour)}:00`, `${day} ${two(hour + 5)}:30`);
      }),
  );
  return {
    need: { ...span('2026-11-24 08:00', '2026-11-24 14:00'), kindOfWork: 'weekday', awayWorkerId: null },
    cause: 'open',
    workers: ids.map((id, at) =>
      worker(id, { coversFor: at % 3 !== 0, ownWeeklyLimitMinutes: at % 4 === 0 ? 30 * 60 : null }),
    ),
    people: [],
    outside: [
      {
        id: 'agency',
        kind: 'agency',
        phone: '01632 960100',
        charges: [{ kindOfWork: null, from: FROM, to: null, pounds: '28.50' }],
        minimumMinutes: 120,
        noticeMinutes: null,
        trainings: null,
      },
    ],
    shifts: rotaForWindow({ patterns: [], shifts, absences: [], from: FROM, to: TO }).shifts,
    absences: [],
    rates: ids.map((id) => rate(id, 'weekday', '13.25')),
    trainings: [],
    pots: [{ id: 'plan', kind: 'agreement', left: pence(50_000), causes: null, paysOutside: true }],
    weekOnCost: (_, wages) => pence(Math.floor(wages / 8)),
    spared: pence(0),
    saidNo: new Set(),
    minutesLeft: null,
    rules,
  };
}

let input: CoverChoicesInput | undefined;

export const benches: readonly Bench[] = [
  {
    name: 'cover for a shift ranked among 30 people',
    goal: 50,
    unit: 'ms',
    rounds: 15,
    prepare: async () => {
      input = thirtyPeople();
    },
    measure: async () => {
      const asked = must(input, 'it was prepared');
      const started = performance.now();
      const choices = coverChoices(asked);
      const took = performance.now() - started;
      if (choices.length < PEOPLE) throw new Error('Somebody was left out');
      return took;
    },
  },
];
