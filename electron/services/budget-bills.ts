import type { BillsView, StandingBill } from '@shared/api/budget';
import { spendingAccount } from '@shared/api/household';
import { daysOfSchedule } from '@shared/budget/forecast';
import { addDays, addYears, laterDay } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import { agreementsOf, billsOf, categoriesOf } from '../db/queries/household';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { billSchedule, billsDue } from './money-bills';

type BillRow = WorkspaceSchema['bill'];

function repeatsOf(row: BillRow): StandingBill['repeats'] {
  if (row.every_weeks !== null) return { every: 'weeks', count: row.every_weeks };
  if (row.every_months !== null) return { every: 'months', count: row.every_months };
  return { every: 'once' };
}

/** Bills and standing commitments, each with the next day it falls due and what it comes to in a year. */
export function billsView(context: ServiceContext, householdId: string): BillsView {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const today = todayOf(context);
  const aYear = addDays(addYears(today, 1), -1);
  const next = new Map<string, (typeof due)[number]['dueOn']>();
  const due = billsDue(db, householdId, today, addYears(today, 5));
  for (const one of due) {
    const id = one.id.slice(0, one.id.lastIndexOf(':'));
    const known = next.get(id);
    if (known === undefined || one.dueOn < known) next.set(id, one.dueOn);
  }
  const categories = categoriesOf(db, householdId);
  const bills = billsOf(db, householdId).map((row) => ({
    id: row.id,
    name: row.name,
    amount: row.amount_pence,
    dueOn: row.due_on,
    repeats: repeatsOf(row),
    endsOn: row.ends_on,
    agreementId: row.agreement_id,
    categoryId: row.category_id,
    ledgerAccount: spendingAccount.catch('other-spending').parse(row.ledger_account),
    nextOn: next.get(row.id) ?? null,
    inAYear: pence(
      row.amount_pence * daysOfSchedule(billSchedule(row), laterDay(today, row.due_on), aYear).length,
    ),
  }));
  return {
    bills,
    inAYear: sumPence(bills.map((one) => one.inAYear)),
    agreements: agreementsOf(db, householdId).map((one) => ({
      id: one.id,
      name: one.funder_name,
      categories: categories
        .filter((category) => category.agreement_id === one.id && category.allowed === 1)
        .map(({ id, name }) => ({ id, name })),
    })),
  };
}

/**
 * Keeps a bill or standing commitment. Refuses with `day.end-before-start`, and with `bill.category-of-other-agreement`
 * where the kind of spending is of another agreement.
 */
export function saveStandingBill(context: ServiceContext, householdId: string, input: StandingBill): string {
  const db = databaseOf(context);
  if (input.endsOn !== null && input.endsOn < input.dueOn) refuse('day.end-before-start', {}, 'endsOn');
  if (input.agreementId !== null) ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  const category =
    input.categoryId === null ? undefined : ownedRow(db.byId('plan_category', input.categoryId), householdId);
  if (category !== undefined && category.agreement_id !== input.agreementId)
    refuse('bill.category-of-other-agreement', { name: category.name }, 'categoryId');
  const existing = input.id === null ? undefined : ownedRow(db.byId('bill', input.id), householdId);
  const id = existing?.id ?? context.ids.next();
  const { repeats } = input;
  const row: BillRow = {
    id,
    household_id: householdId,
    name: input.name,
    amount_pence: pence(input.amount),
    due_on: input.dueOn,
    every_months: repeats.every === 'months' ? repeats.count : null,
    every_weeks: repeats.every === 'weeks' ? repeats.count : null,
    ends_on: repeats.every === 'once' ? null : input.endsOn,
    agreement_id: input.agreementId,
    category_id: input.categoryId,
    ledger_account: category?.ledger_account ?? input.ledgerAccount,
    payee_id: existing?.payee_id ?? null,
  };
  db.act({ name: 'household.bill-saved', householdId, values: { name: input.name } }, (write) => {
    if (existing === undefined) write.insert('bill', row);
    else write.update('bill', id, row);
  });
  return id;
}

/** Takes a bill away; lines that paid it keep what they were for. */
export function removeBill(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('bill', id), householdId);
  db.act({ name: 'household.bill-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('bill', id),
  );
}
