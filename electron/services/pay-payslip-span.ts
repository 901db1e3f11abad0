import { refuse } from '../refusal';
import type { PaySpan } from './pay-periods';
import { inForce, type PayRecord, type PayslipRow } from './pay-record';
import { type StoredPayslip, taxDayOfStored } from './pay-stored';
import { paydayOf } from './pay-to-date';

/** The span a finished payslip was for, with the terms that held then. */
export function spanOfPayslip(
  record: PayRecord,
  row: Pick<PayslipRow, 'worker_id'>,
  stored: StoredPayslip,
): PaySpan {
  const { input } = stored.input;
  const contracts = record.contracts.filter((one) => one.worker_id === row.worker_id);
  const contract =
    inForce(record.contracts, row.worker_id, input.periodTo, (one) => one.starts_on) ?? contracts[0];
  if (contract === undefined) refuse('pay.no-contract');
  return {
    workerId: row.worker_id,
    key: stored.input.runKey,
    frequency: input.frequency,
    periodFrom: input.periodFrom,
    periodTo: input.periodTo,
    from: stored.input.from,
    to: stored.input.to,
    shownFrom: input.periodFrom,
    shownTo: input.periodTo,
    contract,
    payDate: paydayOf(stored),
    taxDay: taxDayOfStored(stored),
    takesLate: false,
  };
}
