import type { WorkspaceSchema } from '../db/schema';
import type { PaySpan } from './pay-periods';
import { inForce, type PayRecord } from './pay-record';

/** The tax code, National Insurance letter and loans that a payment is worked out with; undefined without any. */
export function taxFactsOf(record: PayRecord, span: PaySpan): WorkspaceSchema['tax_detail'] | undefined {
  return inForce(record.tax, span.workerId, span.payDate, (one) => one.from_day);
}
