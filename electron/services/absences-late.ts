import type { LateInput, LatenessShown } from '@shared/api/absences';
import { type Pence, takePence } from '@shared/money';
import { payLines } from '@shared/rota/hours-to-pay';
import { type LatePay, latePay } from '@shared/rota/lateness';
import type { RotaShift } from '@shared/rota/shift';
import { latenessesOf } from '../db/queries/absences';
import { workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadPayRecord } from './pay-record';
import { findShift } from './rota-find';
import { confirmedRows, writeShift } from './rota-shifts';
import { AS_PLANNED } from './shift-rows';
import { workerName, workerShortName } from './worker-name';

/** The shift that somebody was late for. One that is paid, not begun, or nobody's is refused. */
function shiftOf(
  context: ServiceContext,
  householdId: string,
  key: string,
): RotaShift & { workerId: string } {
  const shift = findShift(databaseOf(context), householdId, key);
  if (shift.workerId === null || (shift.state !== 'planned' && shift.state !== 'confirmed'))
    refuse('shift.nobody-worked', { day: shift.day });
  if (shift.paidIn !== null) refuse('shift.paid');
  if (shift.day > todayOf(context)) refuse('shift.not-yet', { day: shift.day });
  return { ...shift, workerId: shift.workerId };
}

function worked(
  context: ServiceContext,
  householdId: string,
  input: LateInput,
): {
  readonly shift: RotaShift & { workerId: string };
  readonly pay: LatePay;
} {
  const shift = shiftOf(context, householdId, input.key);
  const pay = latePay(shift, input);
  if (!pay.ok)
    return refuse(pay.code, pay.details ?? {}, pay.code === 'late.no-reason' ? 'reason' : 'minutesLate');
  return { shift, pay: pay.value };
}

/** What coming late does to the pay of a shift, before it is saved. */
export function previewLate(
  context: ServiceContext,
  householdId: string,
  input: LateInput,
): { plannedMinutes: number; paidMinutes: number; lostMinutes: number; lostPay: Pence | null } {
  const { shift, pay } = worked(context, householdId, { ...input, reason: input.reason || '-' });
  const { rateBook } = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const sum = (minutes: number) => {
    const lines = payLines(shift.workerId, [{ ...shift, minutes }], rateBook);
    return lines.ok ? (lines.value[0]?.amount ?? null) : null;
  };
  const whole = sum(pay.plannedMinutes);
  const part = sum(pay.paidMinutes);
  return {
    plannedMinutes: pay.plannedMinutes,
    paidMinutes: pay.paidMinutes,
    lostMinutes: pay.lostMinutes,
    lostPay: whole === null || part === null ? null : takePence(whole, part),
  };
}

/**
 * Notes that somebody came late. The shift is confirmed with the hours that are paid: only the time that was lost can go
 * unpaid. Refuses with `late.…`, `shift.paid`, `shift.nobody-worked` or `shift.not-yet`.
 */
export function saveLate(context: ServiceContext, householdId: string, input: LateInput): string {
  const db = databaseOf(context);
  const { shift, pay } = worked(context, householdId, input);
  const worker = ownedRow(db.byId('worker', shift.workerId), householdId);
  const before = latenessesOf(db, householdId).find((one) => one.shift_id === shift.shiftId);
  const id = before?.id ?? context.ids.next();
  const reason = input.reason.trim();
  const rows = confirmedRows(context, householdId, [
    {
      key: input.key,
      actual: {
        start: pay.actual?.start ?? shift.start,
        end: shift.end,
        endsNextDay: shift.endDay > shift.day,
        awakeMinutes: shift.actual?.awakeMinutes ?? null,
        reason,
      },
    },
  ]);
  db.act(
    {
      name: 'absence.late-saved',
      householdId,
      values: { name: workerShortName(worker), day: shift.day },
    },
    (write) => {
      for (const { row, isNew } of rows) {
        writeShift(write, pay.actual === null ? { ...row, ...AS_PLANNED } : row, isNew);
        const late = { minutes_late: input.minutesLate, reason, paid: input.paid };
        if (before === undefined)
          write.insert('lateness', { id, household_id: householdId, shift_id: row.id, ...late });
        else write.update('lateness', id, late);
      }
    },
  );
  return id;
}

/** Takes a late start away: the shift waits to be confirmed again. Refuses with `shift.paid`. */
export function removeLate(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const late = ownedRow(db.byId('lateness', id), householdId);
  const shift = ownedRow(db.byId('shift', late.shift_id), householdId);
  if (shift.paid_in !== null) refuse('shift.paid');
  const worker = shift.worker_id === null ? undefined : db.byId('worker', shift.worker_id);
  db.act(
    {
      name: 'absence.late-removed',
      householdId,
      values: { name: worker === undefined ? '' : workerShortName(worker), day: shift.day },
    },
    (write) => {
      write.remove('lateness', id);
      write.update('shift', shift.id, { status: 'planned', ...AS_PLANNED });
    },
  );
}

/** Late starts, newest first; of one PA or of all. */
export function listLates(
  context: ServiceContext,
  householdId: string,
  workerId: string | null,
): LatenessShown[] {
  const db = databaseOf(context);
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  return latenessesOf(db, householdId).flatMap((row): LatenessShown[] => {
    const worker = workers.get(row.worker_id ?? '');
    if (worker === undefined || (workerId !== null && worker.id !== workerId)) return [];
    return [
      {
        id: row.id,
        shiftKey: row.occurrence_key ?? row.shift_id,
        workerId: worker.id,
        name: workerName(worker),
        day: row.day,
        start: row.start_time,
        minutesLate: row.minutes_late,
        reason: row.reason,
        paid: row.paid,
      },
    ];
  });
}
