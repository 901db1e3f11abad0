import type { PayWarning } from '@shared/api/pay';
import { daysBetween } from '@shared/dates';
import type { SickPay } from '@shared/payroll/sick-pay';
import { taxYearOf } from '@shared/payroll/tax-period';
import type { RotaShift } from '@shared/rota/shift';
import type { WorkspaceSchema } from '../db/schema';
import type { PaidHoliday } from './pay-holiday';
import type { PaidHours } from './pay-hours';
import type { PaySpan } from './pay-periods';
import type { PayRecord, WorkerRow } from './pay-record';
import { workerShortName } from './worker-name';

/** A difference from the contract's hours that is worth a look: more than an hour. */
const HOURS_WORTH_A_LOOK = 60;

type Facts = {
  readonly worker: WorkerRow;
  readonly own: readonly RotaShift[];
  readonly hours: PaidHours;
  readonly holiday: PaidHoliday;
  readonly sickness: SickPay | null;
  readonly tax: WorkspaceSchema['tax_detail'];
};

/** What is worth a look before paying: nothing here blocks. */
export function gatheredWarnings(record: PayRecord, span: PaySpan, facts: Facts): PayWarning[] {
  const { worker, own, hours, holiday, sickness, tax } = facts;
  const name = workerShortName(worker);
  const warnings: PayWarning[] = [];
  const note = (code: string, values: PayWarning['values'] = {}): void =>
    void warnings.push({ workerId: worker.id, blocks: false, code, values: { name, ...values } });
  for (const shift of own) if (shift.absenceId !== null) note('pay.worked-while-away', { day: shift.day });
  for (const one of holiday.notes) note(one.code, { day: one.day });
  for (const refusal of sickness?.refusals ?? [])
    note(refusal.code, { from: refusal.firstDay, to: refusal.lastDay, days: refusal.qualifyingDays });
  if (tax.tax_basis === 'week1-month1' && taxYearOf(tax.from_day) !== taxYearOf(span.payDate))
    note('pay.week1-from-last-year', { taxCode: tax.tax_code });
  // A period that is still running has hours to come.
  if (span.contract.hours_kind === 'fixed' && span.periodTo < record.today) {
    const days = daysBetween(span.from, span.to) + 1;
    const contracted = Math.round((span.contract.weekly_minutes * days) / 7);
    const away = record
      .shifts(span.from, span.to)
      .filter(
        (shift) => shift.workerId === worker.id && shift.state === 'off' && shift.absenceKind !== 'holiday',
      )
      .reduce((sum, shift) => sum + shift.plannedMinutes, 0);
    const accounted = hours.ownMinutes + holiday.minutes + away;
    if (Math.abs(accounted - contracted) > HOURS_WORTH_A_LOOK)
      note('pay.hours-not-as-contract', { paidMinutes: hours.ownMinutes, contractMinutes: contracted });
  }
  return warnings;
}
