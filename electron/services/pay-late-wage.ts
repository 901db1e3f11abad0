import type { PayWarning } from '@shared/api/pay';
import { type GatheredPay, gatherPay } from './pay-inputs';
import { minimumWageWarnings } from './pay-minimum-wage';
import { spanOfPayslip } from './pay-payslip-span';
import type { PaySpan } from './pay-periods';
import { type PayRecord, standingPayslips } from './pay-record';

/**
 * Whether the hours of earlier periods, as late changes gave them, still had the minimum wage: the pay of a sleep-in does
 * not rise with the time awake in it. Only told, because the period of this payment is another one.
 */
export function earlierWageWarnings(record: PayRecord, span: PaySpan, pay: GatheredPay): PayWarning[] {
  const shiftIds = new Set(
    record.lateChanges.filter((row) => pay.hours.lateChangeIds.includes(row.id)).map((row) => row.shift_id),
  );
  if (shiftIds.size === 0) return [];
  return standingPayslips(record, span.workerId).flatMap((row) => {
    const stored = record.stored(row.id);
    if (!stored.input.shiftIds.some((id) => shiftIds.has(id))) return [];
    const then = spanOfPayslip(record, row, stored);
    const gathered = gatherPay(record, then, {
      shiftIds: new Set(stored.input.shiftIds),
      lateChangeIds: new Set(),
      asWorked: true,
      added: stored.input.added,
      toDate: stored.input.input.toDate,
      previousEmployment: stored.input.input.worker.previousEmployment,
    });
    if (gathered.kind !== 'gathered') return [];
    return minimumWageWarnings(record, then, gathered.pay)
      .warnings.filter((one) => one.blocks)
      .map((one) => ({
        ...one,
        blocks: false,
        code: 'pay.late-change-minimum-wage',
        values: { ...one.values, from: then.shownFrom, to: then.shownTo },
      }));
  });
}
