import type { IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence, takePence } from '@shared/money';
import { must, ok, type Result } from '@shared/result';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import {
  type LateChangePay,
  type LateHours,
  lateChangePay,
  minutesOfLateHours,
} from '@shared/rota/late-change';
import type { WorkspaceSchema } from '../db/schema';
import { premiumOfShift } from './pay-cover';
import { oneAmount, type PricedLine } from './pay-priced-line';
import type { PayRecord } from './pay-record';

type ShiftRow = WorkspaceSchema['shift'];
export type LateRow = WorkspaceSchema['late_change'];

/** A late change with what it is worth. */
export type PricedChange = {
  readonly row: LateRow;
  readonly pay: LateChangePay;
  /** What it moves of what is paid on top for covering. */
  readonly premium: Pence;
};

type Times = Pick<LateRow, 'start_time' | 'end_day' | 'end_time' | 'awake_minutes'>;

function hoursOf(times: Times): LateHours | null {
  const { start_time: start, end_day: endDay, end_time: end, awake_minutes: awake } = times;
  if (start === null || endDay === null || end === null) return null;
  return { start, endDay, end, ...(awake === null ? {} : { awakeMinutes: awake }) };
}

/** The hours of a paid shift after a late change; null where nothing was worked after all. */
export function hoursNow(row: LateRow): LateHours | null {
  return hoursOf(row);
}

/** The hours that were paid before a late change. */
export function hoursPaid(row: LateRow): LateHours | null {
  return hoursOf({
    start_time: row.was_start_time,
    end_day: row.was_end_day,
    end_time: row.was_end_time,
    awake_minutes: row.was_awake_minutes,
  });
}

/** The hours that a kept shift counts with: worked, or as planned; null for one that was not worked. */
export function hoursOfShift(row: ShiftRow): LateHours | null {
  if (row.status !== 'confirmed') return null;
  if (row.actual_start_time === null || row.actual_end_day === null || row.actual_end_time === null)
    return { start: row.start_time, endDay: row.end_day, end: row.end_time };
  return {
    start: row.actual_start_time,
    endDay: row.actual_end_day,
    end: row.actual_end_time,
    ...(row.actual_awake_minutes === null ? {} : { awakeMinutes: row.actual_awake_minutes }),
  };
}

/** Late changes of a PA that no pay has taken, oldest first. */
export function waitingChanges(record: PayRecord, workerId: string): readonly LateRow[] {
  return record.lateChanges.filter((row) => row.worker_id === workerId && row.paid_in === null);
}

/** Every late change of one shift, in order. */
export function changesOfShift(record: PayRecord, shiftId: string): readonly LateRow[] {
  return record.lateChanges
    .filter((row) => row.shift_id === shiftId)
    .toSorted((a, b) => a.position - b.position);
}

/** A kept shift with the hours that its own payslip paid, whatever was changed later. */
export function asFirstPaid(record: PayRecord, row: ShiftRow): ShiftRow {
  const [first] = changesOfShift(record, row.id);
  const hours = first === undefined ? null : hoursPaid(first);
  if (hours === null) return row;
  return {
    ...row,
    status: 'confirmed',
    actual_start_time: hours.start,
    actual_end_day: hours.endDay,
    actual_end_time: hours.end,
    actual_awake_minutes: hours.awakeMinutes ?? null,
  };
}

/** What a late change is worth by the rates of its day. Refuses `rota.no-rate`. */
export function priceChange(record: PayRecord, row: LateRow): Result<PricedChange, 'rota.no-rate'> {
  const shift = must(record.db.byId('shift', row.shift_id), 'the shift of a late change');
  const priced = lateChangePay(
    row.worker_id,
    {
      day: shift.day,
      kindOfWork: shift.kind_of_work as KindOfWork,
      was: hoursPaid(row),
      now: hoursNow(row),
    },
    record.rateBook,
  );
  if (!priced.ok) return priced;
  const onTop = (hours: LateHours | null): Pence =>
    hours === null
      ? NO_MONEY
      : premiumOfShift(record, {
          shiftId: shift.id,
          workerId: row.worker_id,
          kindOfWork: shift.kind_of_work as KindOfWork,
          day: shift.day,
          minutes: minutesOfLateHours(shift.day, hours),
        });
  return ok({ row, pay: priced.value, premium: takePence(onTop(hoursNow(row)), onTop(hoursPaid(row))) });
}

/** The name of a late change among the explanations of a payment. */
export function lateChangeFigure(row: Pick<LateRow, 'id'>): string {
  return `lateChange:${row.id}`;
}

/** A late change as lines of pay: none where it moves neither money nor time that is paid. */
export function linesOfChange(change: PricedChange): readonly PricedLine[] {
  const { row, pay, premium } = change;
  const main = mainLine(change);
  const days = [pay.day];
  const onTop = oneAmount('correction', premium, { code: 'cover-premium', note: row.reason, days });
  return [...(main === null ? [] : [main]), ...(premium === 0 ? [] : [onTop])];
}

function mainLine({ row, pay }: PricedChange): PricedLine | null {
  const byHour = pay.ratePer === 'hour';
  if (pay.amount === 0 && (byHour ? pay.minutes : pay.shifts) === 0) return null;
  return {
    line: {
      code: 'correction',
      kindOfWork: pay.kindOfWork,
      ...(byHour ? { minutes: pay.minutes } : { units: String(pay.shifts) }),
      rate: pay.rate,
      amount: pay.amount,
      taxable: true,
      nicable: true,
      pensionable: true,
      // Too much paid and taken back does not lower what counts for the minimum wage, and pay for another period does not
      // raise it. Source: NMW Regulations 2015 regs 9, 10 and 12(2). (RECALLED)
      countsForMinimumWage: false,
    },
    shown: {
      code: 'late-change',
      kindOfWork: pay.kindOfWork,
      minutes: byHour ? pay.minutes : null,
      units: byHour ? null : pay.shifts,
      rate: pay.rate,
      amount: pay.amount,
      note: row.reason,
      days: [pay.day],
      shiftId: row.shift_id,
      figure: lateChangeFigure(row),
    },
  };
}

/** The days that some lines of pay are about, each once, in order. */
export function daysOf(shifts: readonly { readonly day: IsoDay }[]): readonly IsoDay[] {
  return [...new Set(shifts.map((shift) => shift.day))].toSorted();
}
