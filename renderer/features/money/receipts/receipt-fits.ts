import type { BankLine, Receipt } from '@shared/api/money';
import { daysBetween } from '@shared/dates';

type Fit = { readonly line: BankLine; readonly same: boolean; readonly apart: number | undefined };

/** Lines a receipt may belong to, the best first: the same amount, then the nearest day. */
export function fitsOf(receipt: Receipt, lines: readonly BankLine[]): readonly Fit[] {
  return lines
    .filter((line) => line.amount < 0 && !line.closed && !receipt.lineIds.includes(line.id))
    .map((line) => ({
      line,
      same: receipt.total !== null && -line.amount === receipt.total,
      apart: receipt.day === null ? undefined : Math.abs(daysBetween(receipt.day, line.day)),
    }))
    .filter((fit) => fit.same && (fit.apart === undefined || fit.apart <= 60))
    .sort((a, b) => (a.apart ?? 0) - (b.apart ?? 0))
    .slice(0, 4);
}
