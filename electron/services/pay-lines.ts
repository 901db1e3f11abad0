import type { IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { type DeductionPurpose, purposeFacts } from '@shared/payroll/deduction-purposes';
import { draftLinesOf, lastPayDateOf } from '../db/queries/pay';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import type { AddedLine } from './pay-stored';
import { workerShortName } from './worker-name';

export type NewLine = {
  readonly workerId: string;
  readonly payDate: IsoDay;
  readonly code: AddedLine['code'];
  readonly amount: Pence;
  readonly note: string;
  readonly purpose?: DeductionPurpose | null | undefined;
  readonly agreedInWriting?: boolean | undefined;
};

/**
 * A deduction's purpose. Refuses one without (`pay.purpose-needed`), and one that the PA has not agreed to in writing where
 * the law asks for it (`pay.agreement-needed`). Source: Employment Rights Act 1996 ss13 and 14.
 */
function purposeOf(line: NewLine): DeductionPurpose | '' {
  if (line.code !== 'deduction') return '';
  const purpose = line.purpose ?? refuse('pay.purpose-needed', {}, 'purpose');
  if (purposeFacts(purpose).needsAgreement && line.agreedInWriting !== true)
    refuse('pay.agreement-needed', {}, 'agreedInWriting');
  return purpose;
}

/**
 * Adds one line to a PA's next pay. Refuses nothing or less (`pay.amount-needed`), a pay date that is done
 * (`pay.already-finished`), and a deduction without purpose or agreement.
 */
export function addPayLine(context: ServiceContext, householdId: string, line: NewLine): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', line.workerId), householdId);
  if (line.amount <= 0) refuse('pay.amount-needed', {}, 'amount');
  const purpose = purposeOf(line);
  const last = lastPayDateOf(db, worker.id);
  if (last !== undefined && line.payDate <= last) refuse('pay.already-finished', { day: last }, 'payDate');
  const id = context.ids.next();
  db.act(
    { name: 'pay.line-added', householdId, values: { name: workerShortName(worker), code: line.code } },
    (write) =>
      write.insert('pay_line_draft', {
        id,
        household_id: householdId,
        worker_id: worker.id,
        pay_date: line.payDate,
        code: line.code,
        amount_pence: line.amount,
        note: line.note,
        purpose,
      }),
  );
  return id;
}

/** Takes a line back before it is paid. */
export function removePayLine(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('pay_line_draft', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  db.act(
    { name: 'pay.line-removed', householdId, values: { name: workerShortName(worker), code: row.code } },
    (write) => write.remove('pay_line_draft', id),
  );
}

/** Lines that the pay of a day takes: those added for it, and earlier ones that no pay has taken yet. */
export function draftPayLines(context: ServiceContext, householdId: string, payDate: IsoDay) {
  const db = databaseOf(context);
  return draftLinesOf(db, householdId)
    .filter((one) => one.pay_date <= payDate)
    .map((one) => ({
      id: one.id,
      workerId: one.worker_id,
      code: one.code,
      amount: one.amount_pence,
      note: one.note,
      purpose: one.purpose,
    }));
}
