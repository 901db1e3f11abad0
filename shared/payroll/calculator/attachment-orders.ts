import { z } from 'zod';
import { poundsString } from '../../money';
import { ok, refused } from '../../result';
import { councilTaxAttachment, directEarningsAttachment, type OrderFrequency } from '../attachment-orders';
import type { CalculatorCase, CalculatorResult } from './case-reader';
import { poundsField, readInput } from './time-off-case';

const FREQUENCIES: Readonly<Record<string, OrderFrequency>> = {
  weekly: 'weekly',
  two_weekly: 'two-weekly',
  four_weekly: 'four-weekly',
  monthly: 'monthly',
};

const orderInput = z.object({
  order_type: z.enum(['direct_earnings_attachment', 'council_tax_attachment_of_earnings'], 'order.not-known'),
  jurisdictions: z.array(z.string()).default([]),
  rate_table: z.enum(['standard', 'higher']).default('standard'),
  pay_frequency: z.enum(['weekly', 'two_weekly', 'four_weekly', 'monthly'], 'frequency.not-known'),
  net_earnings: poundsField,
});

/** Answers a case of the `attachment_orders` family. */
export function calculateAttachmentOrder(given: CalculatorCase): CalculatorResult {
  const read = readInput(orderInput, given.input);
  if (!read.ok) return read;
  const { order_type: type, jurisdictions, rate_table: table, net_earnings: netEarnings } = read.value;
  const frequency = FREQUENCIES[read.value.pay_frequency] ?? 'weekly';
  const elsewhere =
    type === 'direct_earnings_attachment' ? ['Northern Ireland'] : ['Northern Ireland', 'Scotland', 'Wales'];
  if (jurisdictions.some((each) => elsewhere.includes(each))) return refused('order.no-table-for-nation');
  const deduction =
    type === 'direct_earnings_attachment'
      ? directEarningsAttachment({ table, frequency, netEarnings })
      : councilTaxAttachment({ frequency, netEarnings });
  return ok({ deduction: poundsString(deduction.amount), explanation: deduction.explanation });
}
