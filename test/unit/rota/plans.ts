import { ok, type Result, refused } from '@shared/result';
import type { RotaPattern } from '@shared/rota/pattern';
import type { Change, KeptShift, Planned, RotaPlan } from '@shared/rota/rota-plan';
import { expect } from 'vitest';
import { kept } from './make';

/** Patterns and kept shifts. Rows are known by their ids; their order says nothing. */
export type RotaRecord = {
  readonly patterns: readonly RotaPattern[];
  readonly shifts: readonly KeptShift[];
};

/** The plan that takes another one back. */
export function reversePlan(plan: RotaPlan): RotaPlan {
  return { patterns: reversed(plan.patterns), shifts: reversed(plan.shifts) };
}

function reversed<Row>(changes: readonly Change<Row>[]): readonly Change<Row>[] {
  return changes.toReversed().map((change): Change<Row> => {
    if (change.kind === 'insert') return { kind: 'remove', before: change.after };
    if (change.kind === 'remove') return { kind: 'insert', after: change.before };
    return { kind: 'update', before: change.after, after: change.before };
  });
}

/**
 * The record with a plan written to it, to look at before it is saved. Refuses `rota.changed-since` (`id`) when a row is
 * not as the plan knew it. Throws for a plan that would keep two shifts for one planned one, or change a paid one: our bugs.
 */
export function applyPlan(record: RotaRecord, plan: RotaPlan): Result<RotaRecord, 'rota.changed-since'> {
  const patterns = applied(record.patterns, plan.patterns);
  if (!patterns.ok) return patterns;
  const shifts = applied(record.shifts, plan.shifts);
  if (!shifts.ok) return shifts;
  for (const change of plan.shifts) {
    if (change.kind !== 'insert' && change.before.paidIn !== null)
      throw new Error(`A paid shift would change: ${change.before.id}`);
  }
  const keys = shifts.value.flatMap((shift) => shift.occurrenceKey ?? []);
  if (new Set(keys).size < keys.length) throw new Error('Two kept shifts for one planned one');
  return ok({ patterns: patterns.value, shifts: shifts.value });
}

function applied<Row extends { readonly id: string }>(
  rows: readonly Row[],
  changes: readonly Change<Row>[],
): Result<readonly Row[], 'rota.changed-since'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const change of changes) {
    const before = change.kind === 'insert' ? undefined : change.before;
    const id = change.kind === 'insert' ? change.after.id : change.before.id;
    if (!isSame(byId.get(id), before)) return refused('rota.changed-since', { id });
    if (change.kind === 'remove') byId.delete(id);
    else byId.set(id, change.after);
  }
  return ok([...byId.values()]);
}

/** Whether two plain values hold the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = new Map(Object.entries(a));
  const right = Object.entries(b);
  return (
    left.size === right.length &&
    right.every(([name, value]) => left.has(name) && isSame(left.get(name), value))
  );
}

/** A kept shift that is in no group, unless said. */
export function shift(
  id: string,
  workerId: string | null,
  from: string,
  to: string,
  more: Partial<KeptShift> = {},
): KeptShift {
  return { ...kept(id, workerId, from, to), groupKey: null, ...more };
}

/** `new-1`, `new-2` … */
export function newIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `new-${last}`;
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Writes a plan, takes it back and sees that nothing is left of it; answers what stood in between. */
export function thereAndBack(record: RotaRecord, planned: Planned): RotaRecord {
  const then = applyPlan(record, planned.plan);
  if (!then.ok) throw new Error(then.code);
  const back = applyPlan(then.value, reversePlan(planned.plan));
  if (!back.ok) throw new Error(back.code);
  expect(byId(back.value.shifts)).toEqual(byId(record.shifts));
  expect(byId(back.value.patterns)).toEqual(byId(record.patterns));
  return then.value;
}
