import { daysOfSchedule, type Schedule } from '@shared/budget/forecast';
import type { KnownBill } from '@shared/budget/really-yours';
import type { IsoDay } from '@shared/dates';
import { billsOf } from '../db/queries/household';
import { explanationsOf } from '../db/queries/money';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** The days a bill falls due. */
export function billSchedule(bill: WorkspaceSchema['bill']): Schedule {
  if (bill.every_months === null) return { every: 'once', firstOn: bill.due_on };
  return {
    every: 'months',
    count: bill.every_months,
    firstOn: bill.due_on,
    ...(bill.ends_on === null ? {} : { lastOn: bill.ends_on }),
  };
}

/** Bills that fall due from one day to another, both included, and that no bank line is known to have paid. */
export function billsDue(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): readonly KnownBill[] {
  const paid = new Set(explanationsOf(db, householdId).map((part) => part.match_key));
  return billsOf(db, householdId).flatMap((bill) =>
    daysOfSchedule(billSchedule(bill), from, to)
      .filter((day) => !paid.has(`bill:${bill.id}:${day}`))
      .map((day) => ({ id: `${bill.id}:${day}`, name: bill.name, amount: bill.amount_pence, dueOn: day })),
  );
}
