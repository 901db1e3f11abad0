import type { LateOutcome, LateShift } from '@shared/api/pay-late';
import type { ClockTime } from '@shared/clock-time';
import { addDays, type IsoDay } from '@shared/dates';
import { addPence } from '@shared/money';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import { type LateHours, minutesOfLateHours } from '@shared/rota/late-change';
import type { RotaProblem } from '@shared/rota/problem';
import { validateShift } from '@shared/rota/validate-shift';
import { shiftByOccurrence } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { changesOfShift, hoursNow, hoursOfShift, hoursPaid, type LateRow, priceChange } from './pay-late';
import { loadPayRecord, type PayRecord, standingPayslips, workerOfRecord } from './pay-record';
import { loadRota } from './rota-data';
import { refuseProblems } from './rota-find';
import { workedShiftRow } from './shift-rows';
import { workerShortName } from './worker-name';

type ShiftRow = WorkspaceSchema['shift'];

/** What was worked after all. */
export type LateTimes = {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly endsNextDay: boolean;
  readonly awakeMinutes: number | null;
};

/** A late change as it is asked for: `now` is null where the shift was not worked. */
export type LateInput = { readonly key: string; readonly now: LateTimes | null; readonly reason: string };

/** A shift that is paid. Refuses `late-change.not-paid`. */
export function paidShift(
  db: WorkspaceDatabase,
  householdId: string,
  key: string,
): ShiftRow & { worker_id: string; paid_in: string } {
  const row = db.byId('shift', key) ?? shiftByOccurrence(db, householdId, key);
  const { worker_id: workerId, paid_in: paidIn, ...rest } = ownedRow(row, householdId);
  if (workerId === null || paidIn === null) refuse('late-change.not-paid', { day: rest.day });
  return { ...rest, worker_id: workerId, paid_in: paidIn };
}

function shownHours(day: IsoDay, hours: LateHours | null): LateShift['now'] {
  return hours === null
    ? null
    : {
        start: hours.start,
        endDay: hours.endDay,
        end: hours.end,
        minutes: minutesOfLateHours(day, hours),
        awakeMinutes: hours.awakeMinutes ?? null,
      };
}

/** A paid shift with what was paid for it and what was changed since. Refuses `late-change.not-paid`. */
export function lateShift(context: ServiceContext, householdId: string, key: string): LateShift {
  const db = databaseOf(context);
  const row = paidShift(db, householdId, key);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const worker = workerOfRecord(record, row.worker_id);
  const changes = changesOfShift(record, row.id);
  const waiting = changes.find((one) => one.paid_in === null);
  const now = hoursOfShift(row);
  const run = record.runs.find((one) => one.id === row.paid_in) ?? refuse('not-found');
  const slip = payslipOf(record, row);
  return {
    shiftId: row.id,
    workerId: worker.id,
    shortName: workerShortName(worker),
    day: row.day,
    kindOfWork: row.kind_of_work as KindOfWork,
    runId: run.id,
    paidOn: run.pay_date,
    periodFrom: slip?.period_from ?? run.period_from,
    periodTo: slip?.period_to ?? run.period_to,
    paid: shownHours(row.day, waiting === undefined ? now : hoursPaid(waiting)),
    now: shownHours(row.day, now),
    waiting:
      waiting === undefined ? null : { id: waiting.id, notedOn: waiting.noted_on, reason: waiting.reason },
    past: changes.flatMap((one) => {
      const paid = record.runs.find((each) => each.id === one.paid_in);
      if (paid === undefined) return [];
      const moved = minutesOfLateHours(row.day, hoursNow(one)) - minutesOfLateHours(row.day, hoursPaid(one));
      const priced = priceChange(record, one);
      return [
        {
          id: one.id,
          reason: one.reason,
          minutes: moved,
          amount: priced.ok ? addPence(priced.value.pay.amount, priced.value.premium) : null,
          paidOn: paid.pay_date,
          runId: paid.id,
        },
      ];
    }),
    hasLeft: worker.left_on !== null && worker.left_on < record.today,
  };
}

function payslipOf(record: PayRecord, row: ShiftRow & { worker_id: string }) {
  return standingPayslips(record, row.worker_id).find((one) =>
    record.stored(one.id).input.shiftIds.includes(row.id),
  );
}

function sameHours(day: IsoDay, one: LateHours | null, other: LateHours | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.start === other.start &&
    one.endDay === other.endDay &&
    one.end === other.end &&
    (one.awakeMinutes ?? 0) === (other.awakeMinutes ?? 0) &&
    minutesOfLateHours(day, one) === minutesOfLateHours(day, other)
  );
}

function checkedHours(
  context: ServiceContext,
  householdId: string,
  shift: { readonly key: string | null; readonly workerId: string; readonly day: IsoDay },
  times: LateTimes,
  isNew: boolean,
): { readonly hours: LateHours; readonly warnings: LateOutcome['warnings'] } {
  const db = databaseOf(context);
  const { day } = shift;
  const endDay = times.endsNextDay ? addDays(day, 1) : day;
  const worker = ownedRow(db.byId('worker', shift.workerId), householdId);
  const around = loadRota(db, householdId, addDays(day, -1), addDays(day, 2));
  const problems: readonly RotaProblem[] = validateShift(
    {
      key: shift.key,
      workerId: shift.workerId,
      day,
      start: times.start,
      end: times.end,
      endDay: times.endsNextDay ? endDay : null,
    },
    {
      // Who was paid for a day was employed on it, whatever the record says since.
      worker: isNew
        ? { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on }
        : { id: worker.id, firstDay: null, lastDay: null },
      absences: around.absences,
      shifts: around.window.shifts,
    },
  );
  const warnings = refuseProblems(problems);
  const hours: LateHours = {
    start: times.start,
    endDay,
    end: times.end,
    ...(times.awakeMinutes === null ? {} : { awakeMinutes: times.awakeMinutes }),
  };
  if ((times.awakeMinutes ?? 0) > minutesOfLateHours(day, hours))
    refuse('late-change.more-awake-than-night', { day }, 'awakeMinutes');
  return { hours, warnings };
}

/** A shift with other hours. Its own reason stays: that of a late change is kept with the change. */
function shiftPatch(row: ShiftRow, hours: LateHours | null): Partial<ShiftRow> {
  if (hours === null) return { status: 'cancelled' };
  const planned: LateHours = { start: row.start_time, endDay: row.end_day, end: row.end_time };
  const isAsPlanned = row.actual_reason === '' && sameHours(row.day, planned, hours);
  return {
    status: 'confirmed',
    actual_start_time: isAsPlanned ? null : hours.start,
    actual_end_day: isAsPlanned ? null : hours.endDay,
    actual_end_time: isAsPlanned ? null : hours.end,
    actual_awake_minutes: isAsPlanned ? null : (hours.awakeMinutes ?? null),
  };
}

function changeColumns(hours: LateHours | null) {
  return {
    start_time: hours?.start ?? null,
    end_day: hours?.endDay ?? null,
    end_time: hours?.end ?? null,
    awake_minutes: hours?.awakeMinutes ?? null,
  };
}

function paidColumns(hours: LateHours | null) {
  return {
    was_start_time: hours?.start ?? null,
    was_end_day: hours?.endDay ?? null,
    was_end_time: hours?.end ?? null,
    was_awake_minutes: hours?.awakeMinutes ?? null,
  };
}

/**
 * Keeps what was worked after all of a shift that is paid: the PA's next pay takes the difference, once. A second change
 * before that pay takes the place of the first; back to the hours that were paid takes it away. Refuses
 * `late-change.not-paid`, `late-change.no-change`, `late-change.more-awake-than-night`, `late-change.reason-needed`, and what
 * `validateShift` refuses. Answers the change's id, null where it was taken away.
 */
export function noteLate(context: ServiceContext, householdId: string, input: LateInput): string | null {
  return noteChange(context, householdId, input).id;
}

/** Does it, and says of which shift, with what is worth a look. */
export function noteChange(
  context: ServiceContext,
  householdId: string,
  input: LateInput,
): { readonly id: string | null; readonly shiftId: string; readonly warnings: LateOutcome['warnings'] } {
  const db = databaseOf(context);
  const row = paidShift(db, householdId, input.key);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const name = workerShortName(workerOfRecord(record, row.worker_id));
  const { hours, warnings } =
    input.now === null
      ? { hours: null, warnings: [] }
      : checkedHours(
          context,
          householdId,
          { key: row.occurrence_key ?? row.id, workerId: row.worker_id, day: row.day },
          input.now,
          false,
        );
  const reason = input.reason.trim();
  const changes = changesOfShift(record, row.id);
  const waiting = changes.find((one) => one.paid_in === null);
  const paid = waiting === undefined ? hoursOfShift(row) : hoursPaid(waiting);
  const isBack = sameHours(row.day, paid, hours);
  if (isBack && waiting === undefined) refuse('late-change.no-change', { day: row.day });
  if (!isBack && reason === '') refuse('late-change.reason-needed', { day: row.day }, 'reason');
  const id = waiting?.id ?? context.ids.next();
  db.act(
    {
      name: isBack ? 'pay.late-change-removed' : 'pay.late-change-noted',
      householdId,
      values: { name, day: row.day },
    },
    (write) => {
      write.update('shift', row.id, shiftPatch(row, hours));
      if (isBack) write.remove('late_change', id);
      else if (waiting !== undefined) write.update('late_change', id, { ...changeColumns(hours), reason });
      else
        write.insert('late_change', {
          id,
          household_id: householdId,
          worker_id: row.worker_id,
          shift_id: row.id,
          noted_on: todayOf(context),
          ...changeColumns(hours),
          ...paidColumns(paid),
          position: (changes.at(-1)?.position ?? 0) + 1,
          reason,
          paid_in: null,
        });
    },
  );
  return { id: isBack ? null : id, shiftId: row.id, warnings };
}

/** Takes a late change back, until it is paid. Refuses `late-change.paid-already`. */
export function removeLate(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row: LateRow = ownedRow(db.byId('late_change', id), householdId);
  const shift = ownedRow(db.byId('shift', row.shift_id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  if (row.paid_in !== null) refuse('late-change.paid-already', { day: shift.day });
  db.act(
    {
      name: 'pay.late-change-removed',
      householdId,
      values: { name: workerShortName(worker), day: shift.day },
    },
    (write) => {
      write.update('shift', shift.id, shiftPatch(shift, hoursPaid(row)));
      write.remove('late_change', id);
    },
  );
}

/** Hours that were left out of a period that is paid. */
export type AddedHours = LateTimes & {
  readonly workerId: string;
  readonly day: IsoDay;
  readonly kindOfWork: KindOfWork;
  readonly note: string;
};

/**
 * Adds hours that were worked and left out: a confirmed shift, which the PA's next pay takes. Refuses `late-change.not-yet` and
 * what `validateShift` refuses. Answers the shift's key.
 */
export function addHours(context: ServiceContext, householdId: string, added: AddedHours): string {
  return addShift(context, householdId, added).key;
}

/** Does it, with what is worth a look. */
export function addShift(context: ServiceContext, householdId: string, added: AddedHours) {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', added.workerId), householdId);
  if (added.day > todayOf(context)) refuse('late-change.not-yet', { day: added.day }, 'day');
  const { hours, warnings } = checkedHours(
    context,
    householdId,
    { key: null, workerId: worker.id, day: added.day },
    added,
    true,
  );
  const id = context.ids.next();
  db.act(
    {
      name: 'pay.hours-added',
      householdId,
      values: { name: workerShortName(worker), day: added.day },
    },
    (write) =>
      write.insert(
        'shift',
        workedShiftRow({
          id,
          householdId,
          workerId: worker.id,
          day: added.day,
          start: hours.start,
          endDay: hours.endDay,
          end: hours.end,
          awakeMinutes: added.awakeMinutes,
          kindOfWork: added.kindOfWork,
          note: added.note,
        }),
      ),
  );
  return { key: id, warnings };
}

/** When a day of a PA was paid; null while it is not. */
export function paidDay(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  day: IsoDay,
): { readonly paidOn: IsoDay; readonly runId: string } | null {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const slip = standingPayslips(record, workerId).find(
    (one) => one.period_from <= day && day <= one.period_to,
  );
  return slip === undefined ? null : { paidOn: slip.pay_date, runId: slip.pay_run_id };
}
