import type { AttachmentOrder, OrderKind } from '@shared/api/orders';
import type { IsoDay } from '@shared/dates';
import { type Pence, sumPence } from '@shared/money';
import { isOrderKnown, mostAdministrationCharge } from '@shared/payroll/order-rules';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { takenByOrder } from './pay-orders';
import { loadPayRecord, type PayRecord, standingPayslips } from './pay-record';
import { paydayOf } from './pay-to-date';
import { workerShortName } from './worker-name';

export type OrderRow = WorkspaceSchema['attachment_order'];

/** The kind that a stored order is, in the words of the contract. */
export function kindOfOrder(row: OrderRow): OrderKind {
  if (row.kind !== 'fixed') return row.kind;
  if (row.protected_pence === null) return 'child-maintenance';
  return row.is_priority === 1 ? 'court-priority' : 'court-debt';
}

/** Whether the rules of a kind are known where the household is. */
export function isKnownIn(nation: string, kind: OrderKind): boolean {
  const isFixed = kind !== 'direct-earnings' && kind !== 'council-tax';
  return isOrderKnown(isFixed ? 'fixed' : kind, kind === 'child-maintenance', nation);
}

/** What an order has taken in payments that stand, and the last pay day it took from. */
export function takenSoFar(
  record: PayRecord,
  row: OrderRow,
): { readonly taken: Pence; readonly lastOn: IsoDay | null } {
  const each = standingPayslips(record, row.worker_id)
    .map((one) => record.stored(one.id))
    .map((stored) => ({
      day: paydayOf(stored),
      amount: takenByOrder(stored.input.input.otherDeductions, row.id),
    }))
    .filter((one) => one.amount !== 0);
  const days = each.map((one) => one.day).sort();
  return { taken: sumPence(each.map((one) => one.amount)), lastOn: days.at(-1) ?? null };
}

/** Whether any payment ever took something for an order, one that a correction stands in for too. */
function wasTaken(record: PayRecord, row: OrderRow): boolean {
  return record.payslips
    .filter((one) => one.worker_id === row.worker_id)
    .some((one) => takenByOrder(record.stored(one.id).input.input.otherDeductions, row.id) > 0);
}

/** The row that an order would be kept as. */
export function rowOfOrder(
  householdId: string,
  workerId: string,
  id: string,
  order: AttachmentOrder,
  endedOn: IsoDay | null,
): OrderRow {
  const { kind } = order;
  const isFixed = kind !== 'direct-earnings' && kind !== 'council-tax';
  return {
    id,
    household_id: householdId,
    worker_id: workerId,
    kind: isFixed ? 'fixed' : kind,
    higher_rate: kind === 'direct-earnings' && order.higherRate ? 1 : 0,
    payee: order.payee,
    reference: order.reference,
    issued_on: order.issuedOn,
    from_day: order.fromDay,
    ended_on: endedOn,
    total_pence: order.total,
    amount_pence: isFixed ? order.amount : null,
    protected_pence: kind === 'court-priority' || kind === 'court-debt' ? order.protectedAmount : null,
    per: isFixed ? order.per : null,
    is_priority: kind === 'court-debt' ? 0 : 1,
    administration_pence: order.administration,
  };
}

/** Refuses what an order cannot be: a kind not known here, or a figure that is missing. */
export function checkOrder(nation: string, order: AttachmentOrder): void {
  const { kind } = order;
  if (!isKnownIn(nation, kind)) refuse('order.not-known-in-nation', { kind, nation }, 'kind');
  if (order.fromDay < order.issuedOn) refuse('order.starts-before-issue', {}, 'fromDay');
  if (order.total === 0) refuse('order.total-needed', {}, 'total');
  if (order.administration > mostAdministrationCharge)
    refuse('order.charge-too-high', { most: mostAdministrationCharge }, 'administration');
  if (kind === 'direct-earnings' || kind === 'council-tax') return;
  if (order.amount === null || order.amount === 0) refuse('order.amount-needed', {}, 'amount');
  if (kind !== 'child-maintenance' && order.protectedAmount === null)
    refuse('order.protected-needed', {}, 'protectedAmount');
}

/** What decides the sum of an order: settled once it took something. */
const SETTLED = [
  'kind',
  'higher_rate',
  'issued_on',
  'from_day',
  'amount_pence',
  'protected_pence',
  'per',
  'is_priority',
] as const satisfies readonly (keyof OrderRow)[];

function ownOrder(context: ServiceContext, householdId: string, workerId: string, id: string): OrderRow {
  const row = ownedRow(databaseOf(context).byId('attachment_order', id), householdId);
  if (row.worker_id !== workerId) refuse('not-found');
  return row;
}

/**
 * Keeps an order. Refuses what it cannot be, a total below what was taken (`order.total-below-taken`), and other terms
 * once it took something (`order.terms-settled`): a changed order is a new one from its own day.
 */
export function saveOrder(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string | null,
  order: AttachmentOrder,
): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  checkOrder(ownedNation(context, householdId), order);
  const before = id === null ? undefined : ownOrder(context, householdId, workerId, id);
  const row = rowOfOrder(
    householdId,
    workerId,
    before?.id ?? context.ids.next(),
    order,
    before?.ended_on ?? null,
  );
  if (before !== undefined) {
    const record = loadPayRecord(db, householdId, todayOf(context));
    const { taken } = takenSoFar(record, before);
    if (wasTaken(record, before) && SETTLED.some((part) => before[part] !== row[part]))
      refuse('order.terms-settled', { taken });
    if (row.total_pence !== null && row.total_pence < taken)
      refuse('order.total-below-taken', { taken }, 'total');
  }
  db.act({ name: 'orders.saved', householdId, values: { name: workerShortName(worker) } }, (write) => {
    if (before === undefined) write.insert('attachment_order', row);
    else write.update('attachment_order', before.id, row);
  });
  return row.id;
}

/** The nation of a household; refuses with `not-found`. */
export function ownedNation(context: ServiceContext, householdId: string): string {
  return (databaseOf(context).byId('household', householdId) ?? refuse('not-found')).nation;
}

/** Ends an order with a last pay day, or takes the end back. Refuses a day before its last deduction (`order.ends-before-taken`). */
export function endOrder(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string,
  endedOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const row = ownOrder(context, householdId, workerId, id);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  if (endedOn !== null) {
    const { lastOn } = takenSoFar(loadPayRecord(db, householdId, todayOf(context)), row);
    if (lastOn !== null && endedOn < lastOn) refuse('order.ends-before-taken', { day: lastOn }, 'endedOn');
    if (endedOn < row.issued_on) refuse('day.end-before-start', {}, 'endedOn');
  }
  const name = endedOn === null ? 'orders.end-taken-back' : 'orders.ended';
  db.act({ name, householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.update('attachment_order', id, { ended_on: endedOn }),
  );
}

/** Removes an order put in by mistake. Refuses once it took something (`order.taken-from-pay`): end it instead. */
export function removeOrder(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  id: string,
): void {
  const db = databaseOf(context);
  const row = ownOrder(context, householdId, workerId, id);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  if (wasTaken(record, row)) refuse('order.taken-from-pay', { taken: takenSoFar(record, row).taken });
  db.act({ name: 'orders.removed', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.remove('attachment_order', id),
  );
}
