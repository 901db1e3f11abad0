import {
  type AttachmentOrder,
  type OrderKind,
  type OrderPreview,
  type OrderView,
  orderKind,
} from '@shared/api/orders';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import { mostAdministrationCharge } from '@shared/payroll/order-rules';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import {
  checkOrder,
  isKnownIn,
  kindOfOrder,
  type OrderRow,
  ownedNation,
  rowOfOrder,
  takenSoFar,
} from './orders-save';
import { gatherPay } from './pay-inputs';
import { orderFigure, takenByOrder } from './pay-orders';
import { openPeriods, type PaySpan } from './pay-periods';
import { loadPayRecord, type PayRecord } from './pay-record';
import { workOutSpan } from './pay-view';

function viewOf(record: PayRecord, row: OrderRow): OrderView {
  const { taken, lastOn } = takenSoFar(record, row);
  const left = row.total_pence === null ? null : pence(Math.max(0, takePence(row.total_pence, taken)));
  const hasEnded = row.ended_on !== null && row.ended_on < record.today;
  return {
    id: row.id,
    kind: kindOfOrder(row),
    higherRate: row.higher_rate === 1,
    payee: row.payee,
    reference: row.reference,
    issuedOn: row.issued_on,
    fromDay: row.from_day,
    endedOn: row.ended_on,
    total: row.total_pence,
    amount: row.amount_pence,
    protectedAmount: row.protected_pence,
    per: row.per ?? 'week',
    administration: row.administration_pence,
    taken,
    left,
    lastTakenOn: lastOn,
    state: left === 0 ? 'done' : hasEnded ? 'ended' : row.from_day > record.today ? 'to-come' : 'in-force',
  };
}

/** A PA's orders, and the kinds whose rules are known where the household is. */
export function listOrders(
  context: ServiceContext,
  householdId: string,
  workerId: string,
): { orders: OrderView[]; known: OrderKind[]; nation: string; mostAdministration: Pence } {
  const db = databaseOf(context);
  ownedRow(db.byId('worker', workerId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const nation = ownedNation(context, householdId);
  return {
    orders: record.orders.filter((one) => one.worker_id === workerId).map((row) => viewOf(record, row)),
    known: orderKind.options.filter((kind) => isKnownIn(nation, kind)),
    nation,
    mostAdministration: mostAdministrationCharge,
  };
}

/** The PA's open periods that have pay in them, the next one first. */
function nextSpans(record: PayRecord, workerId: string): PaySpan[] {
  return openPeriods(record)
    .flatMap((period) => period.spans)
    .filter((span) => span.workerId === workerId && gatherPay(record, span).kind === 'gathered');
}

/** What the PA's orders would take from the next pay if this one were saved. Refuses what `saveOrder` refuses of an order. */
export function previewOrder(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string | null,
  order: AttachmentOrder,
): OrderPreview {
  const db = databaseOf(context);
  ownedRow(db.byId('worker', workerId), householdId);
  checkOrder(ownedNation(context, householdId), order);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const before = record.orders.find((one) => one.id === id);
  // A new one sorts after those that came the same day, as its id will.
  const row = rowOfOrder(householdId, workerId, id ?? '~', order, before?.ended_on ?? null);
  const withOrder: PayRecord = {
    ...record,
    orders: [...record.orders.filter((one) => one.id !== row.id), row],
  };
  const spans = nextSpans(record, workerId);
  const span = spans.find((one) => one.payDate >= order.fromDay);
  const nothing = { payDate: null, netBefore: NO_MONEY, netAfter: NO_MONEY, taken: [] };
  if (span === undefined)
    return {
      ...nothing,
      why:
        spans.length === 0
          ? { code: 'order.no-pay-yet', values: {} }
          : { code: 'order.starts-later', values: { day: order.fromDay } },
    };
  const { worked, refusal } = workOutSpan(withOrder, span, gatherPay(withOrder, span));
  if (worked === undefined)
    return {
      ...nothing,
      why:
        refusal === undefined
          ? { code: 'order.no-pay-yet', values: {} }
          : { code: refusal.code, values: refusal.values },
    };
  const { otherDeductions } = worked.pay.input;
  const rows = withOrder.orders.filter((one) => worked.line.explanations[orderFigure(one.id)] !== undefined);
  const taken = rows.map((one) => ({
    id: one.id === '~' ? '' : one.id,
    payee: one.payee,
    amount: takenByOrder(otherDeductions, one.id),
    administration: sumPence(
      otherDeductions
        .filter((each) => each.code === 'attachment-fee' && each.orderId === one.id)
        .map((each) => each.amount),
    ),
    explanation: worked.line.explanations[orderFigure(one.id)] ?? null,
  }));
  const all = sumPence(taken.map((one) => addPence(one.amount, one.administration)));
  return {
    payDate: span.payDate,
    netBefore: addPence(worked.result.netPay, all),
    netAfter: worked.result.netPay,
    taken,
    why: null,
  };
}
