import type { PaySpan } from './pay-periods';
import { NO_PART, type PayPart } from './pay-priced-line';
import type { PayRecord } from './pay-record';

/** Statutory family pay for the days of a span. */
export function payForFamilyLeave(_record: PayRecord, _span: PaySpan): PayPart {
  return NO_PART;
}
