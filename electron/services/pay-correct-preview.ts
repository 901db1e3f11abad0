import type { PayRunView } from '@shared/api/pay';
import type { IsoDay } from '@shared/dates';
import { databaseOf, type ServiceContext } from './context';
import { type CorrectedHours, correctPayslip } from './pay-correct';
import { finishedRun } from './pay-finished';

/**
 * What correcting a payslip would come to, by doing it and leaving everything as it was. Refuses what correcting refuses.
 */
export function previewCorrection(
  context: ServiceContext,
  householdId: string,
  payslipId: string,
  payDate: IsoDay,
  hours: readonly CorrectedHours[] = [],
): PayRunView {
  return databaseOf(context).rehearse(() =>
    finishedRun(context, householdId, correctPayslip(context, householdId, payslipId, payDate, hours)),
  );
}
