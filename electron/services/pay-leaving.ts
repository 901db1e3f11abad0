import type { PaidHours } from './pay-hours';
import type { PaySpan } from './pay-periods';
import { NO_PART, type PayPart } from './pay-priced-line';
import type { PayRecord } from './pay-record';

/** What is owed for holiday that was not taken, with somebody's last pay. */
export function payOnLeaving(_record: PayRecord, _span: PaySpan, _hours: PaidHours): PayPart {
  return NO_PART;
}
