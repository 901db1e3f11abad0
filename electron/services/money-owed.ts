import type { IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { balanceOfAccount } from '../db/queries/ledger';
import { payslipsOf } from '../db/queries/pay';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { workerName } from './people';

/** A payment that finished pay asks for: a PA's net pay, or what goes to HMRC or a pension provider. */
export type PaymentAsked = {
  /** What a bank line's explanation names it by. */
  readonly key: string;
  readonly kind: 'wage' | 'hmrc' | 'pension';
  readonly workerId: string | null;
  readonly name: string;
  readonly reference: string;
  readonly amount: Pence;
  readonly dueOn: IsoDay;
};

/** Every payment of finished pay, paid or not, oldest first. */
export function paymentsAsked(db: WorkspaceDatabase, householdId: string): PaymentAsked[] {
  const names = new Map(workersOf(db, householdId).map((one) => [one.id, workerName(one)]));
  return payslipsOf(db, householdId).map((row) => ({
    key: `net-pay:${row.id}`,
    kind: 'wage',
    workerId: row.worker_id,
    name: names.get(row.worker_id) ?? '',
    reference: '',
    amount: row.net_pence,
    dueOn: row.pay_date,
  }));
}

/** What is owed by the ledger at the end of a day: positive where it is owed, negative where too much was paid. */
export function owedByLedger(db: WorkspaceDatabase, householdId: string, day: IsoDay) {
  const owed = (account: string): Pence => pence(-balanceOfAccount(db, householdId, account, day));
  return {
    netPay: owed('net-pay-owed'),
    hmrc: owed('hmrc-owed'),
    pension: owed('pension-owed'),
    deductions: owed('deductions-owed'),
    overContribution: owed('overpaid-owed'),
    ownMoney: owed('own-money'),
  };
}
