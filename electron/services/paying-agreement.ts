import type { LineExplanation } from '@shared/api/money';
import type { IsoDay } from '@shared/dates';
import { agreementsOf } from '../db/queries/household';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** What finished pay owes: it is owed by the agreement that pays for work, and so is what settles it. */
const OWED_BY_PAY: ReadonlySet<string> = new Set([
  'net-pay-owed',
  'hmrc-owed',
  'pension-owed',
  'deductions-owed',
]);

/** The agreement that pays where nobody says which: the first of the list in force on a day, else the first. */
export function payingAgreement(db: WorkspaceDatabase, householdId: string, day: IsoDay): string | null {
  const agreements = agreementsOf(db, householdId);
  const running = agreements.find(
    (one) => one.starts_on <= day && (one.ends_on === null || one.ends_on >= day),
  );
  return (running ?? agreements[0])?.id ?? null;
}

/** The agreement that owes what a part settles, where it settles pay: as its finished pay was posted. */
export function agreementOwing(
  db: WorkspaceDatabase,
  householdId: string,
  part: Pick<LineExplanation, 'ledgerAccount' | 'matchKey'>,
  day: IsoDay,
): string | null {
  if (!OWED_BY_PAY.has(part.ledgerAccount)) return null;
  const [kind, id = ''] = part.matchKey?.split(':') ?? [];
  const runId = kind === 'net-pay' ? db.byId('payslip', id)?.pay_run_id : kind === 'pension' ? id : undefined;
  const run = runId === undefined ? undefined : db.byId('pay_run', runId);
  return payingAgreement(db, householdId, run?.household_id === householdId ? run.pay_date : day);
}
