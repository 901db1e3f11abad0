import { NO_MONEY, type Pence } from '@shared/money';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { shiftsOfRows } from './pay-hours';
import type { PayRecord } from './pay-record';
import type { WorkedPay, WorkedRun } from './pay-view';
import { poolsEmployedBy } from './pools-record';
import { type PayToShare, partsOfTakenOff, type SharedPay, shareOfPay } from './pools-split';

/** A worked-out payment as it is shared: with its shifts and its part of what is taken off HMRC's money. */
export function payToShare(
  one: WorkedPay,
  part: { readonly allowance: Pence; readonly recovered: Pence } | undefined,
  db: WorkspaceDatabase,
): PayToShare {
  const rows = one.pay.hours.shiftIds.flatMap((id) => db.byId('shift', id) ?? []);
  return {
    workerId: one.span.workerId,
    periodFrom: one.span.shownFrom,
    periodTo: one.span.shownTo,
    input: one.pay.input,
    result: one.result,
    shifts: shiftsOfRows(rows),
    allowance: part?.allowance ?? NO_MONEY,
    recovered: part?.recovered ?? NO_MONEY,
  };
}

/** Every payment of a run with how it is shared; no shares where it is the employer's alone. */
export function sharesOfRun(
  record: PayRecord,
  run: WorkedRun,
  takenOff: { readonly allowance: Pence; readonly recovered: Pence },
): ReadonlyMap<WorkedPay, { readonly pay: PayToShare; readonly shares: readonly SharedPay[] }> {
  if (poolsEmployedBy(record.db, record.householdId).length === 0) return new Map();
  const keyed = run.worked.map((one, index) => [String(index), one] as const);
  const parts = partsOfTakenOff(
    keyed.map(([key, one]) => ({ key, input: one.pay.input, result: one.result })),
    takenOff,
  );
  return new Map(
    keyed.map(([key, one]) => {
      const pay = payToShare(one, parts.get(key), record.db);
      return [one, { pay, shares: shareOfPay(record, pay) }];
    }),
  );
}
