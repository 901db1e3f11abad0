import { daysOfSchedule, type Schedule } from '@shared/budget/forecast';
import type { KnownBill } from '@shared/budget/really-yours';
import type { IsoDay } from '@shared/dates';
import { keysPaid } from '../db/queries/budget';
import { billsOf } from '../db/queries/household';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** The days a bill falls due. */
export function billSchedule(bill: WorkspaceSchema['bill']): Schedule {
  const firstOn = bill.due_on;
  const last = bill.ends_on === null ? {} : { lastOn: bill.ends_on };
  if (bill.every_weeks !== null) return { every: 'weeks', count: bill.every_weeks, firstOn, ...last };
  if (bill.every_months !== null) return { every: 'months', count: bill.every_months, firstOn, ...last };
  return { every: 'once', firstOn };
}

/** A bill on a day it falls due, with the agreement that pays it where that is said. */
export type DueBill = KnownBill & { readonly agreementId: string | null };

/** Bills that fall due from one day to another, both included, and that no bank line is known to have paid. */
export function billsDue(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): readonly DueBill[] {
  const due = billsOf(db, householdId).flatMap((bill) =>
    daysOfSchedule(billSchedule(bill), from, to).map((day): DueBill => {
      const { name, amount_pence: amount, agreement_id: agreementId } = bill;
      return { id: `${bill.id}:${day}`, name, amount, dueOn: day, agreementId };
    }),
  );
  const paid = keysPaid(
    db,
    householdId,
    due.map((one) => `bill:${one.id}`),
  );
  return due.filter((one) => !paid.has(`bill:${one.id}`));
}
