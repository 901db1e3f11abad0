import type { HoursPlan } from '@shared/desk/hours-in-types';
import { latenessOf } from '../db/queries/rota-shifts';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { withTimesInside } from './rota-nights';
import { keptRow, writeShift } from './rota-shifts';
import { AS_PLANNED, workedShiftRow } from './shift-rows';
import { workerShortName } from './worker-name';

type ShiftRow = WorkspaceSchema['shift'];

/** What is to be taken in of one PA. */
export type PersonPlan = { readonly workerId: string; readonly plan: HoursPlan };

/** Whether taking a plan in would change anything. */
export function changesAnything(plan: HoursPlan): boolean {
  return [plan.confirm, plan.takeOff, plan.putBack, plan.remove, plan.add].some((list) => list.length > 0);
}

/**
 * Takes in the hours of a household's PAs in one action, as they were planned. What the plan says of problems is not looked
 * at: whoever calls has dealt with it. Refuses `not-found`, `shift.paid` and `times.outside-worked`; nothing is kept then.
 */
export function takeInHours(
  context: ServiceContext,
  householdId: string,
  people: readonly PersonPlan[],
): void {
  const db = databaseOf(context);
  const changing = people.filter(({ plan }) => changesAnything(plan));
  const first = changing[0];
  if (first === undefined) return;
  const worker = ownedRow(db.byId('worker', first.workerId), householdId);
  const rows: { row: ShiftRow; isNew: boolean }[] = [];
  const gone: ShiftRow[] = [];
  for (const { workerId, plan } of changing) {
    ownedRow(db.byId('worker', workerId), householdId);
    const kept = (shift: HoursPlan['confirm'][number]) => keptRow(context, householdId, shift);
    for (const shift of plan.confirm) {
      const { row, isNew } = kept(shift);
      const confirmed = {
        ...row,
        status: 'confirmed' as const,
        ...AS_PLANNED,
        times_known: 'times' as const,
      };
      rows.push({ isNew, row: withTimesInside(db, confirmed) });
    }
    for (const { shift, timesKnown } of plan.takeOff) {
      const { row, isNew } = kept(shift);
      rows.push({ isNew, row: { ...row, status: 'cancelled', ...AS_PLANNED, times_known: timesKnown } });
    }
    for (const shift of plan.putBack) {
      const { row, isNew } = kept(shift);
      rows.push({ isNew, row: { ...row, status: 'planned', ...AS_PLANNED, times_known: 'times' } });
    }
    for (const shift of plan.remove) {
      const { row, isNew } = kept(shift);
      if (isNew) refuse('not-found');
      gone.push(row);
    }
    for (const shift of plan.add) {
      const row = workedShiftRow({
        id: context.ids.next(),
        householdId,
        workerId,
        day: shift.day,
        start: shift.start,
        endDay: shift.endDay,
        end: shift.end,
        awakeMinutes: null,
        kindOfWork: shift.kindOfWork,
        note: '',
      });
      rows.push({ isNew: true, row: { ...row, times_known: shift.timesKnown } });
    }
  }
  const values = { name: changing.length === 1 ? workerShortName(worker) : '', count: changing.length };
  db.act({ name: 'rota.hours-taken-in', householdId, values }, (write) => {
    for (const row of gone) {
      forgetLate(context, write, row);
      write.remove('shift', row.id);
    }
    for (const { row, isNew } of rows) {
      if (!isNew && row.status !== 'confirmed') forgetLate(context, write, row);
      writeShift(write, row, isNew);
    }
  });
}

/** A late start was part of what was confirmed. */
function forgetLate(context: ServiceContext, write: ActionWriter, row: ShiftRow): void {
  for (const late of latenessOf(databaseOf(context), row.id)) write.remove('lateness', late.id);
}
