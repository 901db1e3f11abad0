import { addDays, type IsoDay } from '../dates';
import { type Explanation, moneyFigure, type SourceReference, type Step } from '../explain';
import { type Pence, sumPence, takePence } from '../money';
import { ok, type Result } from '../result';
import { type Exact, exact, penceUp } from './exact';
import {
  joinedSpells,
  type SickDay,
  type SickDaysInput,
  type SickPayProblem,
  type SickPayRefusalCode,
  sickDays,
  sickPayWeekStart,
} from './sick-pay-days';

/** Sick pay of one week, Sunday to Saturday, or of the part of it inside a pay period. */
export type SickPayWeek = {
  readonly weekEnding: IsoDay;
  readonly daysPaid: number;
  readonly amount: Pence;
};

/** Days of sickness in the period that brought no pay, and why. */
export type SickPayRefusal = {
  readonly code: SickPayRefusalCode;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly qualifyingDays: number;
};

export type SickPay = {
  readonly amount: Pence;
  readonly daysPaid: number;
  readonly waitingDays: number;
  readonly qualifyingDays: number;
  /** Every calendar day of sickness inside the period. */
  readonly days: readonly SickDay[];
  readonly weeks: readonly SickPayWeek[];
  readonly refusals: readonly SickPayRefusal[];
  readonly explanation: Explanation;
};

export type SickPayInput = SickDaysInput & {
  /** First and last day of the pay period, both included. */
  readonly periodStart: IsoDay;
  readonly periodEnd: IsoDay;
};

/**
 * The Statutory Sick Pay due for the days of a pay period. Give every absence known, not only those of the period:
 * linking, waiting days and the 28 weeks depend on the earlier ones.
 * Each week of an absence, Sunday to Saturday, is rounded up to the penny; a week that two pay periods share is paid in
 * two parts that add up to the same penny. Two absences in one week are rounded each by itself, as GOV.UK's calculator
 * does. Source: GOV.UK, work out an employee's payment by hand, and the statutory sick pay calculator.
 */
export function sickPayForPeriod(input: SickPayInput): Result<SickPay, SickPayProblem> {
  const worked = sickDays(input);
  if (!worked.ok) return worked;
  const days = worked.value.filter((day) => input.periodStart <= day.day && day.day <= input.periodEnd);
  const spells = joinedSpells(input.absences);
  const weekStarts = [...new Set(days.filter(isPaid).map((day) => sickPayWeekStart(day.day)))];
  const weeks = weekStarts.map((weekStart): SickPayWeek => {
    const weekEnding = addDays(weekStart, 6);
    const ofWeek = worked.value.filter(isPaid).filter((day) => weekStart <= day.day && day.day <= weekEnding);
    const upToEnd = ofWeek.filter((day) => day.day <= input.periodEnd);
    const beforeStart = ofWeek.filter((day) => day.day < input.periodStart);
    return {
      weekEnding,
      daysPaid: upToEnd.length - beforeStart.length,
      amount: sumPence(
        spells.map((spell) => {
          const ofSpell = (all: readonly PaidDay[]): Exact =>
            dailyTotal(all.filter((day) => spell.firstDay <= day.day && day.day <= spell.lastDay));
          return takePence(penceUp(ofSpell(upToEnd)), penceUp(ofSpell(beforeStart)));
        }),
      ),
    };
  });
  const amount = sumPence(weeks.map((week) => week.amount));
  return ok({
    amount,
    daysPaid: days.filter(isPaid).length,
    waitingDays: days.filter((day) => day.outcome === 'waiting').length,
    qualifyingDays: days.filter((day) => day.outcome !== 'not-qualifying').length,
    days,
    weeks,
    refusals: refusalsOf(days),
    explanation: explain(input, days, weeks, amount),
  });
}

type PaidDay = Extract<SickDay, { outcome: 'paid' }>;

function isPaid(day: SickDay): day is PaidDay {
  return day.outcome === 'paid';
}

function dailyTotal(days: readonly PaidDay[]): Exact {
  return days.reduce((total, day) => total.plus(day.dailyRate), exact(0));
}

function refusalsOf(days: readonly SickDay[]): readonly SickPayRefusal[] {
  const refusals: SickPayRefusal[] = [];
  for (const day of days) {
    if (day.outcome !== 'refused') continue;
    const index = refusals.findIndex((each) => each.code === day.code);
    const found = refusals[index];
    if (found) refusals[index] = { ...found, lastDay: day.day, qualifyingDays: found.qualifyingDays + 1 };
    else refusals.push({ code: day.code, firstDay: day.day, lastDay: day.day, qualifyingDays: 1 });
  }
  return refusals;
}

function explain(
  input: SickPayInput,
  days: readonly SickDay[],
  weeks: readonly SickPayWeek[],
  amount: Pence,
): Explanation {
  const steps: Step[] = [];
  const waiting = days.filter((day) => day.outcome === 'waiting');
  const firstWaiting = waiting[0];
  if (firstWaiting)
    steps.push({
      code: 'sick-pay.waiting-days',
      values: { from: { kind: 'day', day: firstWaiting.day } },
      result: { kind: 'count', count: waiting.length },
      source: { source: 'SSPOLD' },
    });
  for (const refusal of refusalsOf(days))
    steps.push({
      code: refusal.code,
      values: { from: { kind: 'day', day: refusal.firstDay }, to: { kind: 'day', day: refusal.lastDay } },
      result: { kind: 'count', count: refusal.qualifyingDays },
      source: { source: 'SSCBA1992' },
    });
  const sources = new Map<string, SourceReference>([['SSPOLD', { source: 'SSPOLD' }]]);
  const rates = new Set<string>();
  for (const day of days.filter(isPaid)) {
    sources.set(day.source, { source: day.source });
    const key = `${day.weeklyRate}/${day.qualifyingDaysInWeek}`;
    if (rates.has(key)) continue;
    rates.add(key);
    steps.push({
      code: 'sick-pay.daily-rate',
      values: {
        weeklyRate: { kind: 'rate', pounds: day.weeklyRate, per: 'week' },
        qualifyingDays: { kind: 'count', count: day.qualifyingDaysInWeek },
        from: { kind: 'day', day: day.day },
      },
      result: { kind: 'rate', pounds: day.dailyRate, per: 'day' },
      source: { source: day.source },
    });
  }
  for (const week of weeks)
    steps.push({
      code: 'sick-pay.week',
      values: {
        weekEnding: { kind: 'day', day: week.weekEnding },
        days: { kind: 'count', count: week.daysPaid },
      },
      result: moneyFigure(week.amount),
    });
  return {
    code: 'pay.sick-pay',
    values: {
      from: { kind: 'day', day: input.periodStart },
      to: { kind: 'day', day: input.periodEnd },
      days: { kind: 'count', count: days.filter(isPaid).length },
    },
    steps,
    result: moneyFigure(amount),
    sources: [...sources.values()],
  };
}
