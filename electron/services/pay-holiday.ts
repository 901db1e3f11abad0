import { addDays, daysFromTo, earlierDay, type IsoDay, laterDay, weekdayOf } from '@shared/dates';
import { type Explanation, moneyFigure } from '@shared/explain';
import { type Pence, sumPence } from '@shared/money';
import { exact, roundedToNearest } from '@shared/payroll/exact';
import {
  fixedWeeksPay,
  type HolidayReferenceWeek,
  holidayPayForMinutes,
  type WeeksPay,
  weeksPay,
} from '@shared/payroll/holiday-pay';
import { weeksPayReference, weeksPayReferenceNorthernIreland } from '@shared/payroll/holiday-rates';
import { explainPayLine, payLines } from '@shared/rota/hours-to-pay';
import type { RotaShift } from '@shared/rota/shift';
import type { WorkspaceSchema } from '../db/schema';
import { basicRate, payAtBasicRate } from './pay-hours';
import type { PaySpan } from './pay-periods';
import { type PayRecord, standingPayslips } from './pay-record';
import type { StoredWeek } from './pay-stored';

type AbsenceRow = WorkspaceSchema['absence'];

export type PaidHoliday = {
  readonly minutes: number;
  readonly amount: Pence;
  readonly explanations: readonly Explanation[];
  /** Codes of things to look at, with the first day of the holiday they are about. */
  readonly notes: readonly { readonly code: string; readonly day: IsoDay }[];
};

/**
 * Holiday pay for the days of holiday in a span. Fixed hours: the normal pay of the shifts away from, or of the hours
 * noted. Varying hours: the average of the last 52 paid weeks, from finished pay and this period's hours before the leave.
 * Source: Working Time Regulations 1998 reg 16.
 */
export function payForHoliday(
  record: PayRecord,
  span: PaySpan,
  thisPeriod: readonly StoredWeek[],
): PaidHoliday {
  const explanations: Explanation[] = [];
  const notes: { code: string; day: IsoDay }[] = [];
  const amounts: Pence[] = [];
  let minutes = 0;
  for (const absence of record.absences) {
    if (absence.worker_id !== span.workerId || absence.kind !== 'holiday') continue;
    const last = absence.last_day ?? record.today;
    if (absence.first_day > span.to || last < span.from || last < absence.first_day) continue;
    const away = record
      .shifts(absence.first_day, last)
      .filter((shift) => shift.absenceId === absence.id && shift.state === 'off');
    const inSpan = away.filter((shift) => shift.day >= span.from && shift.day <= span.to);
    const normal =
      span.contract.hours_kind === 'fixed' && absence.holiday_minutes === null
        ? payLines(span.workerId, inSpan, record.rateBook)
        : undefined;
    if (normal?.ok && normal.value.length > 0) {
      amounts.push(...normal.value.map((line) => line.amount));
      minutes += normal.value.reduce((sum, line) => sum + line.minutes, 0);
      explanations.push(...normal.value.map(explainPayLine));
      continue;
    }
    const week = weekForHoliday(record, span, absence.first_day, thisPeriod, away, notes);
    const taken = week === null ? 0 : minutesInSpan(span, absence, last, away, week);
    const paid = week === null ? undefined : holidayPayForMinutes(week, taken);
    if (taken === 0 || paid === undefined || !paid.ok) {
      notes.push({ code: 'pay.holiday-no-hours', day: absence.first_day });
      continue;
    }
    minutes += taken;
    amounts.push(paid.value.amount);
    explanations.push(paid.value.explanation);
  }
  return { minutes, amount: sumPence(amounts), explanations, notes };
}

/** One explanation of several holidays (or several rates) in one period. */
export function holidayExplanation(paid: PaidHoliday): Explanation {
  const [only] = paid.explanations;
  if (only !== undefined && paid.explanations.length === 1) return { ...only, code: 'pay.holiday' };
  return {
    code: 'pay.holiday',
    values: { taken: { kind: 'minutes', minutes: paid.minutes } },
    steps: paid.explanations.flatMap((one) => one.steps),
    result: moneyFigure(paid.amount),
    sources: paid.explanations.flatMap((one) => one.sources).slice(0, 1),
  };
}

/**
 * A week's pay for leave that starts on a day: the normal pay of fixed hours, the average of paid weeks else, and where
 * nobody has been paid yet the rates of the shifts away from. Null where there is no rate.
 */
export function weekForHoliday(
  record: PayRecord,
  span: PaySpan,
  day: IsoDay,
  thisPeriod: readonly StoredWeek[],
  away: readonly RotaShift[],
  notes: { code: string; day: IsoDay }[],
): WeeksPay | null {
  const basic = basicRate(record, span.workerId, day);
  if (span.contract.hours_kind === 'fixed') {
    const weekly = span.contract.weekly_minutes;
    return basic === null ? null : fixedWeeksPay(payAtBasicRate(basic, weekly), weekly, day);
  }
  const isNorthernIreland = record.db.byId('household', record.householdId)?.nation === 'northern-ireland';
  const reference = isNorthernIreland ? weeksPayReferenceNorthernIreland : weeksPayReference;
  const average = weeksPay(referenceWeeks(record, span.workerId, thisPeriod), day, reference);
  if (average.ok) return average.value;
  // Nobody has been paid yet: the rates of the shifts away from stand in, or the ordinary rate.
  notes.push({ code: 'pay.holiday-no-history', day });
  const lines = payLines(span.workerId, away, record.rateBook);
  const minutes = lines.ok ? lines.value.reduce((sum, line) => sum + line.minutes, 0) : 0;
  if (lines.ok && minutes > 0)
    return fixedWeeksPay(sumPence(lines.value.map((line) => line.amount)), minutes, day);
  return basic === null ? null : fixedWeeksPay(payAtBasicRate(basic, 60), 60, day);
}

/** Weeks of finished pay and of this period, a week that two payslips share as one. */
function referenceWeeks(
  record: PayRecord,
  workerId: string,
  thisPeriod: readonly StoredWeek[],
): HolidayReferenceWeek[] {
  const stored = standingPayslips(record, workerId).flatMap((one) => record.paid(one.id).input.weeks);
  const byWeek = new Map<IsoDay, StoredWeek>();
  for (const week of [...stored, ...thisPeriod]) {
    const known = byWeek.get(week.weekEnding);
    byWeek.set(
      week.weekEnding,
      known === undefined
        ? week
        : {
            weekEnding: week.weekEnding,
            pay: sumPence([known.pay, week.pay]),
            minutesWorked: known.minutesWorked + week.minutesWorked,
          },
    );
  }
  return [...byWeek.values()].map((week) => ({
    ...week,
    onSickOrStatutoryLeave: record.absences.some(
      (one) =>
        one.worker_id === workerId &&
        (one.kind === 'sickness' || one.kind === 'family') &&
        one.first_day <= week.weekEnding &&
        (one.last_day ?? week.weekEnding) >= addDays(week.weekEnding, -6),
    ),
  }));
}

/**
 * Minutes of a holiday that fall in a span. Minutes noted for the whole holiday are shared out by the planned shifts, or
 * by days where none are planned; what earlier spans had is taken off, so that the parts add up to the whole.
 */
function minutesInSpan(
  span: PaySpan,
  absence: AbsenceRow,
  last: IsoDay,
  away: readonly RotaShift[],
  week: WeeksPay,
): number {
  const first = laterDay(absence.first_day, span.from);
  const until = earlierDay(last, span.to);
  const planned = (from: IsoDay, to: IsoDay): number =>
    away
      .filter((shift) => shift.day >= from && shift.day <= to)
      .reduce((sum, shift) => sum + shift.plannedMinutes, 0);
  const whole = absence.holiday_minutes;
  if (whole !== null) {
    const byShifts = planned(absence.first_day, last);
    const share = (to: IsoDay): number => {
      if (to < absence.first_day) return 0;
      const part = byShifts > 0 ? planned(absence.first_day, to) : daysFromTo(absence.first_day, to).length;
      const all = byShifts > 0 ? byShifts : daysFromTo(absence.first_day, last).length;
      return Math.floor((2 * whole * part + all) / (2 * all));
    };
    return share(until) - share(addDays(first, -1));
  }
  const fromRota = planned(first, until);
  if (fromRota > 0) return fromRota;
  const working = span.contract.qualifying_days.split(',').filter((one) => one !== '');
  const days = daysFromTo(first, until).filter((day) => working.includes(String(weekdayOf(day)))).length;
  if (working.length === 0) return 0;
  return roundedToNearest(exact(week.averageMinutes).times(days).div(working.length), 0).toNumber();
}
