import { addPence, NO_MONEY, type Pence } from '@shared/money';
import { minutesOfLateHours } from '@shared/rota/late-change';
import { patternOfOccurrence } from '@shared/rota/pattern';
import { shiftsOfRows } from './pay-hours';
import { hoursNow, hoursPaid, priceChange } from './pay-late';
import type { PayRecord } from './pay-record';
import type { WorkedPay, WorkedRun } from './pay-view';
import { poolsEmployedBy } from './pools-record';
import {
  type LateToShare,
  type PayToShare,
  partsOfTakenOff,
  type SharedPay,
  shareOfPay,
} from './pools-split';

/** A late change that a payment takes, with its shift as it was paid before. */
function lateToShare(record: PayRecord, changeId: string): LateToShare | undefined {
  const row = record.lateChanges.find((one) => one.id === changeId);
  const shift = row === undefined ? undefined : record.db.byId('shift', row.shift_id);
  if (row === undefined || shift === undefined) return undefined;
  const priced = priceChange(record, row);
  const hours = hoursPaid(row) ?? hoursNow(row);
  if (!priced.ok || hours === null) return undefined;
  const { pay, premium } = priced.value;
  return {
    shift: {
      key: shift.occurrence_key ?? shift.id,
      patternId: shift.occurrence_key === null ? null : patternOfOccurrence(shift.occurrence_key),
      coversShiftKey: shift.covers_key,
      day: shift.day,
      minutes: minutesOfLateHours(shift.day, hours),
    },
    amount: addPence(pay.amount, premium),
    minutes: pay.minutes,
  };
}

/** A worked-out payment as it is shared: with its shifts and its part of what is taken off HMRC's money. */
export function payToShare(
  one: WorkedPay,
  part: { readonly allowance: Pence; readonly recovered: Pence } | undefined,
  record: PayRecord,
): PayToShare {
  const rows = one.pay.hours.shiftIds.flatMap((id) => record.db.byId('shift', id) ?? []);
  return {
    workerId: one.span.workerId,
    periodFrom: one.span.shownFrom,
    periodTo: one.span.shownTo,
    input: one.pay.input,
    result: one.result,
    shifts: shiftsOfRows(rows),
    late: one.pay.hours.lateChangeIds.flatMap((id) => lateToShare(record, id) ?? []),
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
      const pay = payToShare(one, parts.get(key), record);
      return [one, { pay, shares: shareOfPay(record, pay) }];
    }),
  );
}
