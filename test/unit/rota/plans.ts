import {
  applyPlan,
  type KeptShift,
  type Planned,
  type RotaRecord,
  reversePlan,
} from '@shared/rota/rota-plan';
import { expect } from 'vitest';
import { kept } from './make';

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
