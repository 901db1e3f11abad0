import type { CopyOutcome } from '@shared/api/shifts';
import { addDays, daysBetween, type IsoDay, mondayOf } from '@shared/dates';
import type { Result } from '@shared/result';
import type { KeptShift } from '@shared/rota/rota-plan';
import type { RotaShift } from '@shared/rota/shift';
import { type CopyPlan, type CopySource, copyShifts, copyWeek } from '@shared/rota/shift-copy';
import { momentOf } from '@shared/rota/span';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { loadRota } from './rota-data';
import { findShift } from './rota-find';
import { aroundDays, carryOut, spoken } from './rota-plans';
import { workerShortName } from './worker-name';

function sourceOf(context: ServiceContext, shift: RotaShift): CopySource {
  const row = shift.shiftId === null ? undefined : databaseOf(context).byId('shift', shift.shiftId);
  return { ...shift, groupKey: row?.group_key ?? null };
}

type CopyStep = (around: Parameters<typeof copyShifts>[0]['around']) => Result<CopyPlan>;

/** Makes copies step by step, each knowing of those before it, and saves all of them as one action. */
function saveCopies(
  context: ServiceContext,
  householdId: string,
  action: { readonly name: string; readonly values: Readonly<Record<string, string | number>> },
  steps: readonly { readonly days: readonly IsoDay[]; readonly copy: CopyStep }[],
): CopyOutcome {
  const db = databaseOf(context);
  const made: KeptShift[] = [];
  const plans: CopyPlan[] = [];
  for (const { days, copy } of steps) {
    const around = aroundDays(db, householdId, days);
    const result = copy({ ...around, shifts: [...around.shifts, ...made.map(asPlanned)] });
    if (!result.ok)
      refuse(result.code, result.details, result.code === 'copy.same-day' ? 'first' : undefined);
    plans.push(result.value);
    made.push(
      ...result.value.plan.shifts.flatMap((change) => (change.kind === 'insert' ? [change.after] : [])),
    );
  }
  const shifts = plans.flatMap((one) => one.plan.shifts);
  const outcome = carryOut(
    context,
    householdId,
    { ok: true, value: { plan: { patterns: [], shifts }, problems: [] } },
    { ...action, values: { ...action.values, count: shifts.length }, key: made[0]?.id ?? '', said: [] },
  );
  if (!outcome.done) throw new Error('A copy asks nothing');
  const told = plans.flatMap((one) => one.problems).filter((problem) => problem.severity !== 'refuse');
  return {
    copied: shifts.length,
    notCopied: plans
      .flatMap((one) => one.notCopied)
      .map(({ key, workerId, day, code, details }) => {
        const worker = workerId === null ? undefined : db.byId('worker', workerId);
        return {
          key,
          name: worker === undefined ? '' : workerShortName(worker),
          day,
          code,
          values: { ...details },
        };
      }),
    told: told.map((problem) => spoken(db, problem)),
  };
}

function asPlanned(shift: KeptShift) {
  return {
    ...shift,
    key: shift.id,
    state: shift.workerId === null ? 'open' : 'planned',
    startsAt: momentOf(shift.day, shift.start),
    endsAt: momentOf(shift.endDay, shift.end),
  };
}

/**
 * Copies one shift to other days, for the same PA or for another. A day on which it can't be is left out and named. Refuses
 * `copy.same-day` and as `findShift`.
 */
export function copyShiftTo(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly key: string;
    readonly days: readonly IsoDay[];
    readonly workerId?: string | null | undefined;
  },
): CopyOutcome {
  const db = databaseOf(context);
  if (input.workerId != null) ownedRow(db.byId('worker', input.workerId), householdId);
  const shift = findShift(db, householdId, input.key);
  const source: CopySource = {
    ...sourceOf(context, shift),
    ...(input.workerId === undefined ? {} : { workerId: input.workerId }),
  };
  return saveCopies(
    context,
    householdId,
    { name: 'rota.shift-copied', values: { day: shift.day } },
    [...new Set(input.days)].sort().map((day) => ({
      days: [day],
      copy: (around) =>
        copyShifts({
          sources: [source],
          byDays: daysBetween(shift.day, day),
          around,
          nextId: () => context.ids.next(),
        }),
    })),
  );
}

/** Copies the shifts of a week to other weeks. Refuses `copy.not-a-monday`, `copy.nothing` and `copy.same-day`. */
export function copyWeekTo(
  context: ServiceContext,
  householdId: string,
  fromMonday: IsoDay,
  toMondays: readonly IsoDay[],
): CopyOutcome {
  const db = databaseOf(context);
  if ([fromMonday, ...toMondays].some((day) => mondayOf(day) !== day)) refuse('copy.not-a-monday');
  const { window } = loadRota(db, householdId, fromMonday, addDays(fromMonday, 6));
  const sources = window.shifts.map((shift) => sourceOf(context, shift));
  return saveCopies(
    context,
    householdId,
    { name: 'rota.week-copied', values: { day: fromMonday } },
    [...new Set(toMondays)].sort().map((toMonday) => ({
      days: Array.from({ length: 7 }, (_, at) => addDays(toMonday, at)),
      copy: (around) => copyWeek({ sources, fromMonday, toMonday, around, nextId: () => context.ids.next() }),
    })),
  );
}
