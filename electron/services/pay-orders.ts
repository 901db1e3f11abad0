import type { PayWarning } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import { type Pence, pence, sumPence, takePence } from '@shared/money';
import { countsForOrders } from '@shared/payroll/order-rules';
import {
  type OrderInForce,
  type OrderPayday,
  type OrderTerms,
  takeOrders,
} from '@shared/payroll/orders-to-take';
import type { OtherDeduction, PayInput, PayResult } from '@shared/payroll/pay-types';
import type { WorkspaceSchema } from '../db/schema';
import type { PaySpan } from './pay-periods';
import { type PayRecord, standingPayslips, workerOfRecord } from './pay-record';
import type { StoredPayslip } from './pay-stored';
import { paydayOf } from './pay-to-date';
import { workerShortName } from './worker-name';

type OrderRow = WorkspaceSchema['attachment_order'];

export type OrdersToTake = {
  readonly deductions: readonly OtherDeduction[];
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly warnings: readonly PayWarning[];
};

const NONE: OrdersToTake = { deductions: [], explanations: {}, warnings: [] };

/** The name that the explanation of an order's figure has among those of a payment. */
export function orderFigure(orderId: string): string {
  return `order:${orderId}`;
}

/** The terms of an order as the rules take them. */
export function termsOfOrder(row: OrderRow): OrderTerms {
  switch (row.kind) {
    case 'direct-earnings':
      return { kind: 'direct-earnings', table: row.higher_rate === 1 ? 'higher' : 'standard' };
    case 'council-tax':
      return { kind: 'council-tax' };
    case 'fixed':
      return {
        kind: 'fixed',
        normal: row.amount_pence ?? pence(0),
        protected: row.protected_pence,
        per: row.per ?? 'week',
        isPriority: row.is_priority === 1,
      };
  }
}

/** Pay after tax, National Insurance and pension, without pay that no order counts: what every order works from. */
export function netEarnings(input: PayInput, result: PayResult): Pence {
  const notCounted = sumPence(
    input.earnings.filter((line) => !countsForOrders(line.code)).map((line) => line.amount),
  );
  const off = sumPence([result.tax, result.nationalInsurance.employee, result.pensionEmployee, notCounted]);
  return pence(Math.max(0, takePence(result.gross, off)));
}

/** What a finished payment took for an order. */
export function takenByOrder(deductions: readonly OtherDeduction[], orderId: string): Pence {
  return sumPence(
    deductions
      .filter((one) => one.code === 'attachment-of-earnings' && one.orderId === orderId)
      .map((one) => one.amount),
  );
}

function isInForce(row: OrderRow, payDate: IsoDay): boolean {
  return row.from_day <= payDate && (row.ended_on === null || payDate <= row.ended_on);
}

const hasPriority = (row: OrderRow): boolean => row.kind !== 'fixed' || row.is_priority === 1;

function isIssuedBefore(one: OrderRow, other: OrderRow): boolean {
  return one.issued_on < other.issued_on || (one.issued_on === other.issued_on && one.id < other.id);
}

/** Finished payments of a PA that stand, without the one that is worked out again. */
function otherPayments(record: PayRecord, span: PaySpan): StoredPayslip[] {
  return standingPayslips(record, span.workerId)
    .map((one) => record.stored(one.id))
    .filter((stored) => stored.input.runKey !== span.key || stored.input.from !== span.from);
}

/** Earlier paydays of an order: what was there to take from, less what orders before it took, and what it took. */
function paydaysOf(
  row: OrderRow,
  before: readonly OrderRow[],
  earlier: readonly StoredPayslip[],
): OrderPayday[] {
  return earlier
    .filter((stored) => isInForce(row, paydayOf(stored)))
    .sort((a, b) => (paydayOf(a) < paydayOf(b) ? -1 : 1))
    .map((stored) => {
      const { input } = stored.input;
      const others = sumPence(before.map((one) => takenByOrder(input.otherDeductions, one.id)));
      return {
        frequency: input.frequency,
        attachable: takePence(netEarnings(input, stored.result.result), others),
        taken: takenByOrder(input.otherDeductions, row.id),
      };
    });
}

/** What attachment orders take from a payment, from what it comes to without them. */
export function ordersToTake(
  record: PayRecord,
  span: PaySpan,
  input: PayInput,
  without: PayResult,
): OrdersToTake {
  const rows = record.orders.filter((one) => one.worker_id === span.workerId);
  const current = rows.filter((one) => isInForce(one, span.payDate));
  if (current.length === 0) return NONE;
  const others = otherPayments(record, span);
  const earlier = others.filter((stored) => paydayOf(stored) < span.payDate);
  const orders = current.map((row): OrderInForce => {
    const soFar = sumPence(others.map((stored) => takenByOrder(stored.input.input.otherDeductions, row.id)));
    const before = rows.filter((one) => hasPriority(one) && isIssuedBefore(one, row));
    return {
      id: row.id,
      issuedOn: row.issued_on,
      terms: termsOfOrder(row),
      leftToTake: row.total_pence === null ? null : pence(Math.max(0, takePence(row.total_pence, soFar))),
      administration: row.administration_pence,
      paydays: paydaysOf(row, before, earlier),
    };
  });
  const taken = takeOrders({
    frequency: span.frequency,
    netEarnings: netEarnings(input, without),
    orders,
  });
  const worker = workerOfRecord(record, span.workerId);
  const name = workerShortName(worker);
  const hasLeft = worker.left_on !== null && worker.left_on <= span.to;
  const deductions: OtherDeduction[] = [];
  const explanations: Record<string, Explanation> = {};
  const warnings: PayWarning[] = [];
  for (const one of taken) {
    const row = current.find((each) => each.id === one.id);
    const order = orders.find((each) => each.id === one.id);
    if (row === undefined || order === undefined || order.leftToTake === 0) continue;
    explanations[orderFigure(one.id)] = one.explanation;
    const about = { orderId: row.id, note: row.payee, reference: row.reference };
    if (one.amount > 0)
      deductions.push({ code: 'attachment-of-earnings', amount: one.amount, afterTax: true, ...about });
    if (one.administration > 0)
      deductions.push({ code: 'attachment-fee', amount: one.administration, afterTax: true, ...about });
    const note = (code: string): void =>
      void warnings.push({
        workerId: span.workerId,
        blocks: false,
        code,
        values: { name, payee: row.payee, amount: one.amount },
      });
    if (hasLeft && !one.isLast) note('order.tell-of-leaving');
    if (one.waits) note('order.waits-for-two');
    else if (one.amount === 0) note('order.nothing-taken');
    else if (one.isLast) note('order.total-reached');
  }
  return { deductions, explanations, warnings };
}
