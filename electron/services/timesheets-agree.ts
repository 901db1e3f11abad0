import type { Coded } from '@shared/api/common';
import type { IsoDay } from '@shared/dates';
import { checkAgreement, timesheetContent } from '@shared/rota/timesheet';
import { timesheetAgreementsOf } from '../db/queries/timesheets';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { refuseProblems } from './rota-find';
import type { Days } from './timesheets-periods';
import { timesheetOf } from './timesheets-view';
import { workerShortName } from './worker-name';

function rowsOf(db: WorkspaceDatabase, householdId: string, workerId: string, { from, to }: Days) {
  return timesheetAgreementsOf(db, householdId).filter(
    (row) => row.worker_id === workerId && row.from_day === from && row.to_day === to,
  );
}

/**
 * Notes a PA's word that the hours of some days are right, with what they are now. It takes the place of an earlier one
 * for the same days. Refuses as `checkAgreement`.
 */
export function agreeTimesheet(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: Days,
  word: { readonly how: 'signed' | 'typed'; readonly name: string; readonly on: IsoDay },
): { warnings: Coded[] } {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const sheet = timesheetOf(db, householdId, workerId, days);
  const warnings = refuseProblems(checkAgreement(sheet, word, todayOf(context)));
  const earlier = rowsOf(db, householdId, workerId, days);
  db.act(
    { name: 'rota.timesheet-agreed', householdId, values: { name: workerShortName(worker), to: days.to } },
    (write) => {
      for (const row of earlier) write.remove('timesheet_agreement', row.id);
      write.insert('timesheet_agreement', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        from_day: days.from,
        to_day: days.to,
        how: word.how,
        name: word.name.trim(),
        agreed_on: word.on,
        content: timesheetContent(sheet.lines),
      });
    },
  );
  return { warnings };
}

/** Takes a PA's word back. Refuses `timesheet.not-agreed`, and `timesheet.paid` once all of its hours are paid. */
export function takeBackAgreement(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: Days,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const rows = rowsOf(db, householdId, workerId, days);
  if (rows.length === 0) refuse('timesheet.not-agreed');
  if (timesheetOf(db, householdId, workerId, days).locked === 'all') refuse('timesheet.paid');
  db.act(
    {
      name: 'rota.timesheet-agreement-taken-back',
      householdId,
      values: { name: workerShortName(worker), to: days.to },
    },
    (write) => {
      for (const row of rows) write.remove('timesheet_agreement', row.id);
    },
  );
}
