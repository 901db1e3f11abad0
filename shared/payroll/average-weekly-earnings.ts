import { addDays, daysBetween, daysInMonth, type IsoDay, partsOf } from '../dates';
import type { Explanation } from '../explain';
import { type Pence, sumPence } from '../money';
import { ok, type Result, refused } from '../result';
import { type Exact, exact, exactPounds, exactText } from './exact';

/** How often a person is normally paid. */
export type EarningsFrequency = 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly' | 'irregular';

/** What was paid on a normal payday, before deductions: all pay that National Insurance counts. Nil paydays included. */
export type Payday = { readonly paidOn: IsoDay; readonly pay: Pence };

export type AverageWeeklyEarnings = {
  /** Exact pounds as text, not rounded to pence. */
  readonly average: string;
  /** The relevant period, both ends included; null where the contract's pay was used. */
  readonly period: { readonly from: IsoDay; readonly to: IsoDay } | null;
  readonly method: 'eight-weeks' | 'months' | 'days' | 'contract';
  readonly explanation: Explanation;
};

export type AverageWeeklyEarningsProblem = 'average-weekly-earnings.no-earnings-known';

const DAYS_BACK = 56;

/**
 * Average weekly earnings for sick pay: pay on the paydays of the relevant period, which ends with the last normal
 * payday before the first day of sickness and starts the day after the last one at least eight weeks earlier.
 * `startedOn` bounds the period of somebody with less than eight weeks' pay; `contract` serves one not yet paid.
 * Sources: SPM170400, SPM170700. Refuses where there is neither a payday nor a contract's pay.
 */
export function averageWeeklyEarningsForSickPay(input: {
  readonly firstSickDay: IsoDay;
  readonly frequency: EarningsFrequency;
  readonly paydays: readonly Payday[];
  readonly startedOn: IsoDay;
  readonly contract?: { readonly pay: Pence; readonly days: number };
}): Result<AverageWeeklyEarnings, AverageWeeklyEarningsProblem> {
  const earlier = [...input.paydays]
    .filter((payday) => payday.paidOn < input.firstSickDay)
    .sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1));
  const last = earlier.at(-1);
  if (!last) {
    if (!input.contract || input.contract.days <= 0)
      return refused('average-weekly-earnings.no-earnings-known');
    return ok(
      built(averageOverDays(input.contract.pay, input.contract.days), null, 'contract', input.contract.pay),
    );
  }
  const latestBoundary = addDays(last.paidOn, -DAYS_BACK);
  const boundary = earlier.findLast((payday) => payday.paidOn <= latestBoundary);
  if (!boundary) {
    const period = { from: input.startedOn, to: last.paidOn };
    const total = sumPence(earlier.map((payday) => payday.pay));
    const days = daysBetween(period.from, period.to) + 1;
    if (days <= 0) return refused('average-weekly-earnings.no-earnings-known');
    return ok(built(averageOverDays(total, days), period, 'days', total));
  }
  const period = { from: addDays(boundary.paidOn, 1), to: last.paidOn };
  const total = sumPence(
    earlier.filter((payday) => payday.paidOn >= period.from).map((payday) => payday.pay),
  );
  if (input.frequency === 'monthly')
    return ok(
      built(averageOverMonths(total, monthsInPeriod(period.from, period.to)), period, 'months', total),
    );
  const days = daysBetween(period.from, period.to) + 1;
  const eightWeeks = input.frequency !== 'irregular' && days === DAYS_BACK;
  return ok(built(averageOverDays(total, days), period, eightWeeks ? 'eight-weeks' : 'days', total));
}

/** Pay ÷ days × 7, as exact pounds; so pay ÷ 8 for eight whole weeks. Source: SPM170700. */
export function averageOverDays(pay: Pence, days: number | Exact): Exact {
  return exactPounds(pay).times(7).div(days);
}

/** Pay ÷ months × 12 ÷ 52, as exact pounds. Source: SPM170400. */
export function averageOverMonths(pay: Pence, months: number): Exact {
  return exactPounds(pay).times(12).div(exact(months).times(52));
}

/** Whole months in a relevant period: a part of a month counts from 16 days (February: 15). Source: SPM170400. */
export function monthsInPeriod(from: IsoDay, to: IsoDay): number {
  const start = partsOf(from);
  const end = partsOf(to);
  const apart = (end.year - start.year) * 12 + end.month - start.month;
  if (apart === 0) return 1;
  const startDays = daysInMonth(start.year, start.month) - start.dayOfMonth + 1;
  const counted = partMonthCounts(start.month, startDays) + partMonthCounts(end.month, end.dayOfMonth);
  return Math.max(1, apart - 1 + counted);
}

function partMonthCounts(month: number, days: number): 0 | 1 {
  return days >= (month === 2 ? 15 : 16) ? 1 : 0;
}

function built(
  average: Exact,
  period: AverageWeeklyEarnings['period'],
  method: AverageWeeklyEarnings['method'],
  total: Pence,
): AverageWeeklyEarnings {
  const text = average.toDecimalPlaces(20).toString();
  const source = { source: method === 'months' ? 'SPM' : 'SPM' };
  return {
    average: text,
    period,
    method,
    explanation: {
      code: 'pay.average-weekly-earnings',
      values: period ? { from: { kind: 'day', day: period.from }, to: { kind: 'day', day: period.to } } : {},
      steps: [
        {
          code: `average-weekly-earnings.${method}`,
          values: { pay: { kind: 'money', pence: total } },
          result: { kind: 'exact-money', pounds: exactText(average) },
          source,
        },
      ],
      result: { kind: 'exact-money', pounds: exactText(average) },
      sources: [source],
    },
  };
}
