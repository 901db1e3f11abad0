import type { EarningsLine as ShownLine } from '@shared/api/pay';
import { addDays, daysBetween, type IsoDay, weekdayOf } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '@shared/money';
import type { EarningsLine } from '@shared/payroll/pay-types';
import { must, ok, type Result } from '@shared/result';
import { type HoursToPayProblem, type PayLine, payLines } from '@shared/rota/hours-to-pay';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { parseRate, payAtRate } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { RotaShift } from '@shared/rota/shift';
import type { WorkspaceSchema } from '../db/schema';
import { premiumLines, premiumsOf } from './pay-cover';
import { daysOf, lateChangeFigure, linesOfChange, type PricedChange } from './pay-late';
import type { PaySpan } from './pay-periods';
import type { PayRecord } from './pay-record';
import type { StoredWeek } from './pay-stored';
import { shiftOfRow } from './rota-data';

/** An earnings line as the rules take it and as it is shown. */
export type PaidLine = { readonly line: EarningsLine; readonly shown: ShownLine };

export type PaidHours = {
  readonly lines: readonly PaidLine[];
  /** Lines of the period itself, for the minimum wage. */
  readonly own: readonly PayLine[];
  /** Minutes paid by the hour. */
  readonly minutes: number;
  /** Real minutes of every shift of the period itself, nights included. */
  readonly ownMinutes: number;
  readonly payForWork: Pence;
  readonly weeks: readonly StoredWeek[];
  readonly shiftIds: readonly string[];
  /** Late changes to paid hours that are taken, with how each was worked out. */
  readonly lateChangeIds: readonly string[];
  readonly explanations: Readonly<Record<string, Explanation>>;
};

/** Kept shifts as the rota's rules see them, whatever their days. */
export function shiftsOfRows(rows: readonly WorkspaceSchema['shift'][]): readonly RotaShift[] {
  const days = rows.map((row) => row.day).sort();
  const from = days[0];
  const to = days.at(-1);
  if (from === undefined || to === undefined) return [];
  return rotaForWindow({ patterns: [], shifts: rows.map(shiftOfRow), absences: [], from, to }).shifts;
}

/** The last day of the week that a day counts in: by the pay period's weeks, or to Saturday for monthly pay (ERA 1996 s235). */
function weekEndingOf(span: Pick<PaySpan, 'frequency' | 'periodTo'>, day: IsoDay): IsoDay {
  if (span.frequency === 'monthly') return addDays(day, (5 - weekdayOf(day) + 7) % 7);
  return addDays(span.periodTo, -7 * Math.floor(daysBetween(day, span.periodTo) / 7));
}

function paidLine(line: PayLine, late: readonly RotaShift[] | null): PaidLine {
  const sleeps = kindOfWorkFacts(line.kindOfWork).maySleep;
  const byHour = line.ratePer === 'hour';
  return {
    line: {
      code: late !== null ? 'correction' : sleeps ? 'sleep-in' : 'hours',
      kindOfWork: line.kindOfWork,
      ...(byHour ? { minutes: line.minutes } : { units: String(line.shifts) }),
      rate: line.rate,
      amount: line.amount,
      taxable: true,
      nicable: true,
      pensionable: true,
      countsForMinimumWage: late === null,
    },
    shown: {
      code: late !== null ? 'late-hours' : sleeps ? 'sleep-in' : 'hours',
      kindOfWork: line.kindOfWork,
      minutes: byHour ? line.minutes : null,
      units: byHour ? null : line.shifts,
      rate: line.rate,
      amount: line.amount,
      note: '',
      ...(late === null ? {} : { days: daysOf(late.filter((shift) => line.shiftKeys.includes(shift.key))) }),
    },
  };
}

/**
 * Pay for confirmed shifts: those of the period, late ones of earlier periods on lines of their own, and what late changes
 * to paid hours move, a line each.
 */
export function payForHours(
  record: PayRecord,
  span: PaySpan,
  own: readonly RotaShift[],
  late: readonly RotaShift[],
  changes: readonly PricedChange[],
): Result<PaidHours, HoursToPayProblem> {
  const ownLines = payLines(span.workerId, own, record.rateBook);
  if (!ownLines.ok) return ownLines;
  const lateLines = payLines(span.workerId, late, record.rateBook);
  if (!lateLines.ok) return lateLines;
  const weeks = weeksOf(record, span, [...own, ...late], changes);
  const lines = [
    ...ownLines.value.map((line) => paidLine(line, null)),
    ...lateLines.value.map((line) => paidLine(line, late)),
    ...changes.flatMap(linesOfChange),
    ...premiumLines(record, [...own, ...late]),
  ];
  return ok({
    lines,
    own: ownLines.value,
    minutes: lines.reduce((sum, { shown }) => sum + (shown.minutes ?? 0), 0),
    ownMinutes: own.reduce((sum, shift) => sum + shift.minutes, 0),
    payForWork: sumPence(lines.map(({ line }) => line.amount)),
    weeks,
    shiftIds: [...own, ...late].map((shift) => must(shift.shiftId, 'a confirmed shift is kept')),
    lateChangeIds: changes.map(({ row }) => row.id),
    explanations: Object.fromEntries(changes.map(({ row, pay }) => [lateChangeFigure(row), pay.explanation])),
  });
}

/** Pay and time of each week of some shifts, and what late changes move in theirs. */
function weeksOf(
  record: PayRecord,
  span: PaySpan,
  shifts: readonly RotaShift[],
  changes: readonly PricedChange[],
): StoredWeek[] {
  const byWeek = new Map<IsoDay, RotaShift[]>();
  for (const shift of shifts) {
    const week = weekEndingOf(span, shift.day);
    const list = byWeek.get(week);
    if (list) list.push(shift);
    else byWeek.set(week, [shift]);
  }
  const moved = changes.map(
    ({ pay, premium }): StoredWeek => ({
      weekEnding: weekEndingOf(span, pay.day),
      pay: addPence(pay.amount, premium),
      minutesWorked: pay.minutes,
    }),
  );
  const worked = [...byWeek].map(([weekEnding, own]): StoredWeek => {
    const lines = payLines(span.workerId, own, record.rateBook);
    return {
      weekEnding,
      pay: lines.ok
        ? addPence(sumPence(lines.value.map((line) => line.amount)), premiumsOf(record, own))
        : NO_MONEY,
      minutesWorked: own.reduce((sum, shift) => sum + shift.minutes, 0),
    };
  });
  return [...worked, ...moved];
}

/** A PA's ordinary hourly rate on a day: that of weekdays, else the lowest they have. Pounds as text; null without one. */
export function basicRate(record: PayRecord, workerId: string, day: IsoDay): string | null {
  const weekday = record.rateBook.find(workerId, 'weekday', day);
  if (weekday?.per === 'hour') return weekday.pounds;
  const others = record.rates
    .filter((rate) => rate.workerId === workerId && rate.per === 'hour' && rate.from <= day)
    .map((rate) => record.rateBook.find(workerId, rate.kindOfWork, day))
    .flatMap((rate) => (rate === null || rate.per !== 'hour' ? [] : [rate.pounds]));
  return others.sort((a, b) => tenThousandths(a) - tenThousandths(b))[0] ?? null;
}

function tenThousandths(pounds: string): number {
  const read = parseRate(pounds);
  if (!read.ok) throw new Error(`Not a rate: ${pounds}`);
  return read.value;
}

/** What some minutes come to at the ordinary rate. */
export function payAtBasicRate(pounds: string, minutes: number): Pence {
  return payAtRate({ per: 'hour', pounds }, minutes, 0);
}

/** The part of a line that is above the ordinary rate: it does not count for the minimum wage (NMW Regulations 2015 reg 10). */
export function premiumOf(line: PayLine, basic: string | null): Pence {
  if (basic === null || line.ratePer !== 'hour' || kindOfWorkFacts(line.kindOfWork).maySleep) return NO_MONEY;
  if (tenThousandths(line.rate) <= tenThousandths(basic)) return NO_MONEY;
  return takePence(line.amount, payAtBasicRate(basic, line.minutes));
}
