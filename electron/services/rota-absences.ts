import type { CoverOption } from '@shared/api/rota';
import { addDays } from '@shared/dates';
import { rankCover } from '@shared/rota/cover';
import { workersOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { weeklyOnCost } from './on-cost';
import { loadRates, loadRota, workingTimeRules } from './rota-data';
import { findShift } from './rota-find';
import { saveShift } from './rota-shifts';
import { AVERAGE_DAYS } from './rota-view';
import { workerName, workerShortName } from './worker-name';

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
