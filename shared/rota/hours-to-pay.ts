import { type Explanation, moneyFigure } from '../explain';
import type { Pence } from '../money';
import { ok, type Result, refused } from '../result';
import { type KindOfWork, kindOfWorkFacts, type PaidPer } from './kind-of-work';
import { parseRate, payAtRate, type RateBook, rateText } from './rate';
import type { RotaShift } from './shift';

/** One line of pay: one kind of work at one rate. */
export type PayLine = {
  readonly kindOfWork: KindOfWork;
  /** Real minutes of the shifts; of live-in days, minutes of work. */
  readonly minutes: number;
  /** Those of them that count as hours of work for the minimum wage. */
  readonly minimumWageMinutes: number;
  readonly shifts: number;
  readonly ratePer: PaidPer;
  /** Pounds, exact text: `13.25`. */
  readonly rate: string;
  readonly amount: Pence;
  /** Keys of the shifts in it, by time. */
  readonly shiftKeys: readonly string[];
};

export type HoursToPayProblem = 'rota.no-rate' | 'rota.ends-before-it-starts';

type Payable = Pick<RotaShift, 'key' | 'kindOfWork' | 'day' | 'minutes' | 'actual' | 'startsAt'>;

/**
 * Minutes of a shift that count for the minimum wage: in a sleep-in those awake for work, in a live-in day those that are not
 * the worker's own (`kindOfWorkFacts`). A live-in day of which nothing was said is work from start to end.
 */
export function minimumWageMinutes(shift: Pick<Payable, 'kindOfWork' | 'minutes' | 'actual'>): number {
  const said = shift.actual?.awakeMinutes;
  switch (kindOfWorkFacts(shift.kindOfWork).minimumWageHours) {
    case 'all':
      return shift.minutes;
    case 'awake-only':
      return Math.min(shift.minutes, said ?? 0);
    case 'not-own-time':
      return Math.min(shift.minutes, said ?? shift.minutes);
  }
}

/**
 * A sleep-in with time awake is two pieces of pay where the worker has a rate for that time: on top of an allowance a shift,
 * in place of the sleep-in's rate where that is by the hour. Without such a rate the sleep-in's pay is for both.
 */
function piecesOf(workerId: string, shift: Payable, rates: RateBook): readonly Payable[] {
  const awake = Math.min(shift.minutes, shift.actual?.awakeMinutes ?? 0);
  if (!kindOfWorkFacts(shift.kindOfWork).maySleep || awake <= 0) return [shift];
  if (rates.find(workerId, 'sleep-in-awake', shift.day) === null) return [shift];
  const isByTheHour = rates.find(workerId, shift.kindOfWork, shift.day)?.per === 'hour';
  return [
    { ...shift, minutes: isByTheHour ? shift.minutes - awake : shift.minutes, actual: null },
    { ...shift, kindOfWork: 'sleep-in-awake', minutes: awake, actual: null },
  ];
}

/** Minutes that an hourly rate pays for: of a live-in day only work. */
function minutesToPay(shift: Payable): number {
  return kindOfWorkFacts(shift.kindOfWork).hasOwnTime ? minimumWageMinutes(shift) : shift.minutes;
}

/**
 * Groups a worker's shifts into lines of pay. A shift is paid at the rate in force on the day it starts, all of it, also
 * over midnight and over a change of rate: our choice, since it is one piece of work. Time awake in a sleep-in is a line of
 * its own where it has a rate. Each line is rounded once.
 * Refuses `rota.no-rate` (workerId, kindOfWork, day) and `rota.ends-before-it-starts` (workerId, day).
 */
export function payLines(
  workerId: string,
  shifts: readonly Payable[],
  rates: RateBook,
): Result<readonly PayLine[], HoursToPayProblem> {
  type Draft = { kindOfWork: KindOfWork; per: PaidPer; rate: string; shifts: Payable[] };
  const drafts = new Map<string, Draft>();
  const inOrder = [...shifts].sort((a, b) => a.startsAt - b.startsAt);
  for (const shift of inOrder.flatMap((each) => piecesOf(workerId, each, rates))) {
    if (shift.minutes < 0) return refused('rota.ends-before-it-starts', { workerId, day: shift.day });
    const found = rates.find(workerId, shift.kindOfWork, shift.day);
    if (found === null) {
      return refused('rota.no-rate', { workerId, kindOfWork: shift.kindOfWork, day: shift.day });
    }
    const read = parseRate(found.pounds);
    if (!read.ok) throw new Error(`Not a rate: ${found.pounds}`);
    const rate = rateText(read.value);
    const key = `${shift.kindOfWork} ${found.per} ${rate}`;
    const draft = drafts.get(key);
    if (draft) draft.shifts.push(shift);
    else drafts.set(key, { kindOfWork: shift.kindOfWork, per: found.per, rate, shifts: [shift] });
  }
  return ok(
    [...drafts.values()].map((draft) => {
      const minutes = total(draft.shifts, minutesToPay);
      const shiftCount = draft.shifts.length;
      return {
        kindOfWork: draft.kindOfWork,
        minutes,
        minimumWageMinutes: total(draft.shifts, minimumWageMinutes),
        shifts: shiftCount,
        ratePer: draft.per,
        rate: draft.rate,
        amount: payAtRate({ per: draft.per, pounds: draft.rate }, minutes, shiftCount),
        shiftKeys: draft.shifts.map((shift) => shift.key),
      };
    }),
  );
}

function total<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** How the amount of a line was worked out. */
export function explainPayLine(line: PayLine): Explanation {
  const values = {
    minutes: { kind: 'minutes', minutes: line.minutes },
    shifts: { kind: 'count', count: line.shifts },
    rate: { kind: 'rate', pounds: line.rate, per: line.ratePer },
  } as const;
  const result = moneyFigure(line.amount);
  return {
    code: 'rota.pay-line',
    values,
    steps: [
      { code: line.ratePer === 'hour' ? 'rota.hours-times-rate' : 'rota.shifts-times-rate', values, result },
    ],
    result,
    sources: [],
  };
}
