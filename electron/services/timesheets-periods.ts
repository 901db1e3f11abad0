import { addDays, earlierDay, type IsoDay, laterDay, mondayOf } from '@shared/dates';
import type { WorkspaceSchema } from '../db/schema';
import { cyclesOf } from './pay-spans';
import { nextPeriodFrom, periodFromOf } from './people-holiday';

type WorkerRow = Pick<WorkspaceSchema['worker'], 'id' | 'started_on'>;

export type Days = { readonly from: IsoDay; readonly to: IsoDay };

/** The pay period of a PA that a day is in; its week where there are no terms yet. */
export function payPeriodOn(
  worker: WorkerRow,
  contracts: readonly WorkspaceSchema['contract'][],
  day: IsoDay,
): Days {
  const cycles = cyclesOf(
    worker,
    contracts.filter((one) => one.worker_id === worker.id),
  );
  const cycle = cycles.findLast((one) => one.from <= day) ?? cycles[0];
  const terms = cycle?.contracts[0];
  if (cycle === undefined || terms === undefined) {
    const monday = mondayOf(day);
    return { from: monday, to: addDays(monday, 6) };
  }
  const from = periodFromOf(terms, day);
  const to = addDays(nextPeriodFrom(terms.pay_frequency, terms.first_period_from, from), -1);
  return {
    // Where a PA changes to another pay period, the days before belong to the old one.
    from: cycle === cycles[0] ? from : laterDay(cycle.from, from),
    to: cycle.to === null ? to : earlierDay(cycle.to, to),
  };
}
