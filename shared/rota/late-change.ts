import type { IsoDay } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { NO_MONEY, type Pence, takePence } from '../money';
import { ok, type Result, refused } from '../result';
import { minimumWageMinutes } from './hours-to-pay';
import type { KindOfWork, PaidPer } from './kind-of-work';
import { parseRate, payAtRate, type RateBook, rateText } from './rate';
import type { ActualHours } from './shift';
import { minutesOfSpan } from './span';

/** Hours of a paid shift as they were paid, and as they were after all. Null: nothing was worked. */
export type LateChange = {
  readonly day: IsoDay;
  readonly kindOfWork: KindOfWork;
  readonly was: LateHours | null;
  readonly now: LateHours | null;
};

export type LateHours = Pick<ActualHours, 'start' | 'endDay' | 'end' | 'awakeMinutes'>;

/** What a late change moves: less than zero where too much was paid. */
export type LateChangePay = {
  readonly kindOfWork: KindOfWork;
  readonly day: IsoDay;
  readonly minutes: number;
  readonly minimumWageMinutes: number;
  /** One more shift, one less, or the same one. */
  readonly shifts: -1 | 0 | 1;
  readonly ratePer: PaidPer;
  /** Pounds, exact text: `13.25`. */
  readonly rate: string;
  readonly amount: Pence;
  readonly explanation: Explanation;
};

/** Real minutes of some hours of a shift; none where nothing was worked. */
export function minutesOfLateHours(day: IsoDay, hours: LateHours | null): number {
  return hours === null
    ? 0
    : minutesOfSpan({ day, start: hours.start, endDay: hours.endDay, end: hours.end });
}

function countedMinutes(change: LateChange, hours: LateHours | null): number {
  if (hours === null) return 0;
  const minutes = minutesOfLateHours(change.day, hours);
  return minimumWageMinutes({
    kindOfWork: change.kindOfWork,
    minutes,
    actual: { ...hours, reason: '' },
  });
}

/**
 * What a late change is worth: pay for the hours as they were after all, less pay for those that were paid, each at the
 * rate of the shift's first day and rounded to the penny. So a row of changes to one shift comes to the same as one change
 * from the first hours to the last. Refuses `rota.no-rate` (workerId, kindOfWork, day).
 */
export function lateChangePay(
  workerId: string,
  change: LateChange,
  rates: RateBook,
): Result<LateChangePay, 'rota.no-rate'> {
  const { day, kindOfWork, was, now } = change;
  const found = rates.find(workerId, kindOfWork, day);
  if (found === null) return refused('rota.no-rate', { workerId, kindOfWork, day });
  const read = parseRate(found.pounds);
  if (!read.ok) throw new Error(`Not a rate: ${found.pounds}`);
  const rate = rateText(read.value);
  const worth = (hours: LateHours | null): Pence =>
    hours === null
      ? NO_MONEY
      : payAtRate({ per: found.per, pounds: rate }, minutesOfLateHours(day, hours), 1);
  const before = worth(was);
  const after = worth(now);
  const amount = takePence(after, before);
  const shifts = ((now === null ? 0 : 1) - (was === null ? 0 : 1)) as -1 | 0 | 1;
  const step = (code: string, hours: LateHours | null, result: Pence): Step => ({
    code,
    values: {
      minutes: { kind: 'minutes', minutes: minutesOfLateHours(day, hours) },
      rate: { kind: 'rate', pounds: rate, per: found.per },
      day: { kind: 'day', day },
    },
    result: moneyFigure(result),
  });
  return ok({
    kindOfWork,
    day,
    minutes: minutesOfLateHours(day, now) - minutesOfLateHours(day, was),
    minimumWageMinutes: countedMinutes(change, now) - countedMinutes(change, was),
    shifts,
    ratePer: found.per,
    rate,
    amount,
    explanation: {
      code: 'rota.late-change',
      values: {},
      steps: [
        step('rota.late-change-now', now, after),
        step('rota.late-change-paid', was, before),
        { code: 'rota.late-change-difference', values: {}, result: moneyFigure(amount) },
      ],
      result: moneyFigure(amount),
      sources: [],
    },
  });
}
