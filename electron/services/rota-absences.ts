import type { Coded } from '@shared/api/common';
import type { Absence, CoverOption } from '@shared/api/rota';
import { addDays, daysBetween } from '@shared/dates';
import { checkAbsence, shiftsTouched } from '@shared/rota/absence';
import { rankCover } from '@shared/rota/cover';
import { familyLeavesOf } from '../db/queries/pay-life';
import { workersOf } from '../db/queries/people';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { weeklyOnCost } from './on-cost';
import { absenceOfRow, loadRates, loadRota, workingTimeRules } from './rota-data';
import { findShift, refuseProblems } from './rota-find';
import { saveShift } from './rota-shifts';
import { AVERAGE_DAYS } from './rota-view';
import { workerName, workerShortName } from './worker-name';

/** Notes that a PA is away; the shifts it touches become gaps. Answers how many, with what is worth a look. */
export function saveAbsence(
  context: ServiceContext,
  householdId: string,
  input: Absence,
): { id: string; shiftsTouched: number; warnings: Coded[] } {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', input.workerId), householdId);
  const id = input.id ?? context.ids.next();
  if (input.id !== null) {
    ownedRow(db.byId('absence', id), householdId);
    refuseIfOfFamilyLeave(db, householdId, id);
  }
  const absence = {
    id,
    workerId: input.workerId,
    kind: input.kind,
    firstDay: input.firstDay,
    lastDay: input.lastDay,
    note: input.note,
  };
  const warnings = refuseProblems(
    checkAbsence(
      absence,
      { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
      absencesOfWorker(db, worker.id).map(absenceOfRow),
    ),
  );
  const until = input.lastDay ?? addDays(input.firstDay, 27);
  const { window } = loadRota(
    db,
    householdId,
    input.firstDay,
    daysBetween(input.firstDay, until) > 370 ? addDays(input.firstDay, 370) : until,
  );
  const touched = shiftsTouched(absence, window.shifts);
  if (touched.some((shift) => shift.paidIn !== null))
    warnings.push({ code: 'absence.some-paid', values: { name: workerShortName(worker) } });
  const row = {
    id,
    household_id: householdId,
    worker_id: input.workerId,
    kind: input.kind,
    first_day: input.firstDay,
    last_day: input.lastDay,
    holiday_minutes: input.holidayMinutes,
    note: input.note,
  };
  db.act(
    {
      name: 'rota.absence-saved',
      householdId,
      values: { name: workerShortName(worker), day: input.firstDay, kind: input.kind },
    },
    (write) => {
      if (input.id === null)
        write.insert('absence', { ...row, reason: '', pay_kept: 0, told_on: null, told_at: null });
      else write.update('absence', id, row);
    },
  );
  return { id, shiftsTouched: touched.length, warnings };
}

/** Days away of a leave for a baby or child follow it: they are changed with the leave itself. */
function refuseIfOfFamilyLeave(db: WorkspaceDatabase, householdId: string, absenceId: string): void {
  if (familyLeavesOf(db, householdId).some((one) => one.absence_id === absenceId))
    refuse('absence.of-family-leave');
}

export function removeAbsence(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('absence', id), householdId);
  refuseIfOfFamilyLeave(db, householdId, id);
  const worker = db.byId('worker', row.worker_id);
  db.act(
    {
      name: 'rota.absence-removed',
      householdId,
      values: { name: worker === undefined ? '' : workerShortName(worker), day: row.first_day },
    },
    (write) => write.remove('absence', id),
  );
}

/** Who could take a shift that needs someone, best first, at what extra cost. */
export function coverOptions(context: ServiceContext, householdId: string, key: string): CoverOption[] {
  const db = databaseOf(context);
  const shift = findShift(db, householdId, key);
  const around = loadRota(db, householdId, addDays(shift.day, -AVERAGE_DAYS), addDays(shift.day, 14));
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  const ranked = rankCover({
    need: {
      day: shift.day,
      start: shift.start,
      endDay: shift.endDay,
      end: shift.end,
      kindOfWork: shift.kindOfWork,
      awayWorkerId: shift.workerId,
    },
    workers: around.workers.filter((worker) => worker.lastDay === null || worker.lastDay >= shift.day),
    shifts: around.window.shifts,
    absences: around.absences,
    rates: loadRates(db, householdId),
    onCost: weeklyOnCost(db, householdId, shift.day),
    rules: workingTimeRules(shift.day),
  });
  return ranked.flatMap((candidate) => {
    const worker = workers.get(candidate.workerId);
    if (worker === undefined) return [];
    return {
      workerId: worker.id,
      name: workerName(worker),
      possible: candidate.standing !== 'cannot',
      extraCost: candidate.extraCost,
      reasons: candidate.reasons.map((reason) => ({
        code: reason.code,
        values: { name: workerShortName(worker), ...reason.details },
      })),
      phone: worker.phone,
    };
  });
}

/** Gives a shift that needs someone to a PA: an open one becomes theirs, an absent PA's one gets a cover beside it. */
export function fillCover(
  context: ServiceContext,
  householdId: string,
  key: string,
  workerId: string,
): string {
  const db = databaseOf(context);
  const shift = findShift(db, householdId, key);
  if (!shift.needsSomeone) refuse('cover.not-needed', { day: shift.day });
  const common = {
    workerId,
    day: shift.day,
    start: shift.start,
    end: shift.end,
    endsNextDay: shift.endDay > shift.day,
    kindOfWork: shift.kindOfWork,
    note: shift.note,
  };
  return saveShift(
    context,
    householdId,
    shift.workerId === null
      ? { ...common, key, coversKey: shift.coversShiftKey }
      : { ...common, key: null, coversKey: key },
  ).key;
}
