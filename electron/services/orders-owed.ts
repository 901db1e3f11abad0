import { addMonths, type IsoDay, isoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence } from '@shared/money';
import { orderDueDay } from '@shared/payroll/order-rules';
import type { WorkspaceSchema } from '../db/schema';
import type { PayRecord } from './pay-record';

/** Money that a run took for one order, to be sent to its payee. */
export type OrderPayment = {
  /** `order:<run>:<order>`. */
  readonly key: string;
  readonly orderId: string;
  readonly workerId: string;
  readonly payee: string;
  readonly reference: string;
  /** A correction gives the difference. */
  readonly amount: Pence;
  readonly dueOn: IsoDay;
};

/** The day after a deduction by which it is with the payee: a day of the next month, by the kind of order. */
function dueOnOf(row: WorkspaceSchema['attachment_order'] | undefined, payDate: IsoDay): IsoDay {
  const month = addMonths(isoDay(`${payDate.slice(0, 7)}-01`), 1).slice(0, 7);
  return isoDay(`${month}-${String(orderDueDay(row?.kind ?? 'fixed')).padStart(2, '0')}`);
}

/** What a run took for orders, by order, as its payslips have it. */
export function ordersOfRun(
  record: PayRecord,
  run: Pick<WorkspaceSchema['pay_run'], 'id' | 'pay_date'>,
): OrderPayment[] {
  const byOrder = new Map<string, { workerId: string; payee: string; reference: string; amount: Pence }>();
  const add = (payslipId: string, workerId: string, sign: 1 | -1): void => {
    for (const one of record.stored(payslipId).input.input.otherDeductions) {
      if (one.code !== 'attachment-of-earnings' || one.orderId === undefined) continue;
      const known = byOrder.get(one.orderId);
      byOrder.set(one.orderId, {
        workerId,
        payee: known?.payee ?? one.note ?? '',
        reference: known?.reference ?? one.reference ?? '',
        amount: addPence(known?.amount ?? NO_MONEY, pence(sign * one.amount)),
      });
    }
  };
  for (const row of record.payslips.filter((one) => one.pay_run_id === run.id)) {
    add(row.id, row.worker_id, 1);
    if (row.corrects_id !== null) add(row.corrects_id, row.worker_id, -1);
  }
  return [...byOrder]
    .filter(([, one]) => one.amount !== 0)
    .map(([orderId, one]) => ({
      key: `order:${run.id}:${orderId}`,
      orderId,
      ...one,
      dueOn: dueOnOf(
        record.orders.find((row) => row.id === orderId),
        run.pay_date,
      ),
    }));
}
