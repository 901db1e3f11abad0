import type { PayWarning, EarningsLine as ShownLine } from '@shared/api/pay';
import type { Explanation } from '@shared/explain';
import type { Pence } from '@shared/money';
import type { EarningsLine } from '@shared/payroll/pay-types';

/** A line of pay, as the rules take it and as it is shown. */
export type PricedLine = { readonly line: EarningsLine; readonly shown: ShownLine };

/** What one part of the record adds to a payment. */
export type PayPart = {
  readonly lines: readonly PricedLine[];
  /** By the figure's name in the window. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly warnings: readonly PayWarning[];
};

export const NO_PART: PayPart = { lines: [], explanations: {}, warnings: [] };

const PAY = { taxable: true, nicable: true, pensionable: true } as const;

/** An earnings line that is one amount: taxed, with National Insurance and pension, and not pay for working time. */
export function oneAmount(
  code: EarningsLine['code'],
  amount: Pence,
  shown: Partial<ShownLine> = {},
): PricedLine {
  return {
    line: {
      code,
      amount,
      ...PAY,
      countsForMinimumWage: false,
      ...(shown.minutes == null ? {} : { minutes: shown.minutes }),
      ...(shown.units == null ? {} : { units: String(shown.units) }),
    },
    shown: { code, kindOfWork: null, minutes: null, units: null, rate: null, amount, note: '', ...shown },
  };
}
