import type { IsoDay } from '@shared/dates';
import { paymentTicksOf, settledByBankLines } from '../db/queries/pay';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** The day each payment was made, by its key: as ticked, or as a bank line that was explained as it says. */
export function paidDays(db: WorkspaceDatabase, householdId: string): ReadonlyMap<string, IsoDay> {
  const days = new Map<string, IsoDay>();
  for (const line of settledByBankLines(db, householdId)) {
    const known = line.match_key === null ? undefined : days.get(line.match_key);
    if (line.match_key !== null && (known === undefined || known < line.day))
      days.set(line.match_key, line.day);
  }
  for (const tick of paymentTicksOf(db, householdId)) days.set(tick.payment_key, tick.paid_on);
  return days;
}
