import { parseTaxCode } from '@shared/payroll/tax-code';
import { ratesForDay } from '@shared/rates/rates-book';
import type { WorkspaceSchema } from '../db/schema';
import type { PaySpan } from './pay-periods';
import { inForce, type PayRecord, type WorkerRow } from './pay-record';
import { ratesBookOf } from './rates';

type TaxDetail = WorkspaceSchema['tax_detail'];

/** Whether a payment comes after the P45 was given: it is then taxed as pay after leaving. */
export function isPaidAfterP45(worker: WorkerRow, span: PaySpan): boolean {
  return worker.left_on !== null && worker.p45_given_on !== null && span.payDate > worker.p45_given_on;
}

/**
 * The tax code, National Insurance letter and loans that a payment is worked out with; undefined without any. Pay after
 * the P45 was given is taxed with the code for it (0T on week 1 or month 1), with the letter of the PA's nation in front.
 * Source: GOV.UK, payments to leavers after a P45. (RECALLED)
 */
export function taxFactsOf(record: PayRecord, span: PaySpan): TaxDetail | undefined {
  const inForceNow = inForce(record.tax, span.workerId, span.taxDay, (one) => one.from_day);
  const worker = record.workers.find((one) => one.id === span.workerId);
  if (inForceNow === undefined || worker === undefined || !isPaidAfterP45(worker, span)) return inForceNow;
  const rates = ratesForDay(ratesBookOf(record.db), span.taxDay);
  if (!rates.ok) return inForceNow;
  const { code, basis } = rates.value.incomeTax.paidAfterLeaving;
  const read = parseTaxCode(inForceNow.tax_code);
  const nation =
    !read.ok || read.value.regime === 'rest-of-uk' ? '' : read.value.regime === 'scotland' ? 'S' : 'C';
  return { ...inForceNow, tax_code: `${nation}${code}`, tax_basis: basis };
}
