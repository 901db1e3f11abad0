import type { PayRunWorker } from '@shared/budget/ledger';
import { type Pence, sumPence } from '@shared/money';
import { isDeductionPurpose, purposeFacts } from '@shared/payroll/deduction-purposes';
import type { OtherDeduction } from '@shared/payroll/pay-types';

type DeductionsOfWorker = Pick<PayRunWorker, 'otherDeductions' | 'passedOn' | 'keptBack' | 'advanceRepaid'>;

function staysAt(one: OtherDeduction): 'advances' | 'wages' | 'owed' {
  if (one.code === 'attachment-fee') return 'wages';
  return isDeductionPurpose(one.purpose) ? purposeFacts(one.purpose).stays : 'owed';
}

/** Where a payment's other deductions stand in the ledger: owed to each order's payee, kept, or a loan paid back. */
export function deductionsForLedger(deductions: readonly OtherDeduction[]): DeductionsOfWorker {
  const total = (list: readonly OtherDeduction[]): Pence => sumPence(list.map((one) => one.amount));
  const staying = (where: 'advances' | 'wages' | 'owed') =>
    deductions.filter((one) => staysAt(one) === where);
  const owed = staying('owed');
  return {
    otherDeductions: total(owed.filter((one) => one.orderId === undefined)),
    passedOn: owed.flatMap((one) =>
      one.orderId === undefined ? [] : [{ ref: one.orderId, amount: one.amount }],
    ),
    keptBack: total(staying('wages')),
    advanceRepaid: total(staying('advances')),
  };
}
