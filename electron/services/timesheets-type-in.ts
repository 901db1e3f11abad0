import type { Coded } from '@shared/api/common';
import type { TypedShift } from '@shared/api/timesheets';
import { addDays } from '@shared/dates';
import { validateShift } from '@shared/rota/validate-shift';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadRota } from './rota-data';
import { findShift, refuseProblems } from './rota-find';
import { confirmedRows, type WorkedHours, writeShift } from './rota-shifts';
import { workedShiftRow } from './shift-rows';
import { workerShortName } from './worker-name';

/** What was written for a planned shift, as hours to confirm; as planned where it is just that. */
function workedOf(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  shift: TypedShift,
): WorkedHours[] {
  if (shift.key === null) return [];
  const planned = findShift(databaseOf(context), householdId, shift.key);
  if (planned.workerId !== workerId) refuse('shift.nobody-worked', { day: planned.day });
  const { start, end, endsNextDay, awakeMinutes, reason } = shift;
  const asPlanned =
    start === planned.start &&
    end === planned.end &&
    endsNextDay === planned.endDay > planned.day &&
    awakeMinutes === null &&
    reason.trim() === '';
  return [{ key: shift.key, actual: asPlanned ? null : { start, end, endsNextDay, awakeMinutes, reason } }];
}

/**
 * Takes over a paper timesheet in one action: planned shifts are confirmed as they were written, and what was worked
 * beside the plan is added, confirmed. Refuses as `confirmHours` and `saveShift`; nothing is kept then.
 */
export function typeInTimesheet(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  shifts: readonly TypedShift[],
): { confirmed: number; added: number; warnings: Coded[] } {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const today = todayOf(context);
  const rows = confirmedRows(
    context,
    householdId,
    shifts.flatMap((shift) => workedOf(context, householdId, workerId, shift)),
  );
  const extra = shifts.filter((shift) => shift.key === null);
  const warnings: Coded[] = [];
  for (const [index, { day, start, end, endsNextDay }] of extra.entries()) {
    if (day > today) refuse('shift.not-yet', { day });
    const around = loadRota(db, householdId, addDays(day, -1), addDays(day, 2));
    warnings.push(
      ...refuseProblems(
        validateShift(
          { key: null, workerId, day, start, end, endDay: endsNextDay ? addDays(day, 1) : null },
          {
            worker: { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
            absences: around.absences,
            shifts: around.window.shifts,
          },
        ).map((problem) => ({ ...problem, details: { ...problem.details, extra: index + 1 } })),
      ),
    );
  }
  db.act(
    {
      name: 'rota.timesheet-typed-in',
      householdId,
      values: { name: workerShortName(worker), count: shifts.length },
    },
    (write) => {
      for (const { row, isNew } of rows) writeShift(write, row, isNew);
      for (const shift of extra)
        write.insert(
          'shift',
          workedShiftRow({
            id: context.ids.next(),
            householdId,
            workerId,
            day: shift.day,
            start: shift.start,
            endDay: shift.endsNextDay ? addDays(shift.day, 1) : shift.day,
            end: shift.end,
            awakeMinutes: shift.awakeMinutes,
            kindOfWork: shift.kindOfWork,
            note: shift.reason,
          }),
        );
    },
  );
  return { confirmed: rows.length, added: extra.length, warnings };
}
