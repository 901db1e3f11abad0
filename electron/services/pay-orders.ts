import type { PayWarning } from '@shared/api/pay';
import type { Explanation } from '@shared/explain';
import type { OtherDeduction, PayInput, PayResult } from '@shared/payroll/pay-types';
import type { PaySpan } from './pay-periods';
import type { PayRecord } from './pay-record';

export type OrdersToTake = {
  readonly deductions: readonly OtherDeduction[];
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly warnings: readonly PayWarning[];
};

const NONE: OrdersToTake = { deductions: [], explanations: {}, warnings: [] };

/** What attachment orders take from a payment, from what it comes to without them. */
export function ordersToTake(
  _record: PayRecord,
  _span: PaySpan,
  _input: PayInput,
  _without: PayResult,
): OrdersToTake {
  return NONE;
}
